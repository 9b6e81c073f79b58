"""Links in the folder of a dossier are refused, and said to be links, wherever they stand."""

import shutil
from pathlib import Path

import pytest

from caucasus_tui.cli import main

TINY = Path(__file__).parent / "tiny"


@pytest.mark.parametrize(
    ("at", "to"),
    [
        ("data/events.yaml", "data/events.yaml"),
        ("data/events", "folder"),
        ("data/events", "nowhere"),
        ("data/events/first.yaml", "data/events.yaml"),
        ("data/dossier.yaml", "data/dossier.yaml"),
        ("seeds/ford-gazette.yaml", "seeds/ford-gazette.yaml"),
        ("seeds", "seeds"),
    ],
)
def test_a_link_is_told_to_be_one_and_nothing_else_is_blamed(
    at: str, to: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, out = tmp_path / "valley", tmp_path / "out"
    shutil.copytree(TINY, root)
    out.mkdir()
    if to == "folder":
        (root / "data" / "events.yaml").rename(out / "events.yaml")
    elif to != "nowhere":
        out = Path(shutil.move(root / to, out / Path(to).name))
    (root / at).parent.mkdir(exist_ok=True)
    (root / at).symlink_to(out if to != "nowhere" else tmp_path / "nowhere")
    assert main(["check", "--dossier", str(root)]) in (1, 2)
    said = capsys.readouterr().err
    assert "a link, and links are not followed" in said and at.removesuffix("/") in said
    assert "there is no " not in said and "no file of this name" not in said
