"""What is packed: the bundled dossier, and never an original that lies beside it."""

import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

wheel = pytest.importorskip("hatchling.builders.wheel", reason="the build backend is not installed here")
sdist = pytest.importorskip("hatchling.builders.sdist")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree, without its .gitignore, with an original in the place where readers put theirs."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("src", "data", "seeds"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "originals"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    (copy / "seeds" / "originals").mkdir()
    (copy / "seeds" / "originals" / "ecfr-2023.txt").write_text("not ours to give away", encoding="utf-8")
    return copy


def test_wheel_holds_the_dossier_but_no_original(checkout: Path) -> None:
    packed = next(wheel.WheelBuilder(str(checkout)).build(directory=str(checkout / "dist")))
    names = zipfile.ZipFile(packed).namelist()
    assert "caucasus_tui/_bundled/data/dossier.yaml" in names
    assert "caucasus_tui/_bundled/seeds/ecfr-2023.yaml" in names
    assert "caucasus_tui/cli.py" in names
    assert not [name for name in names if "originals/" in name]


def test_source_archive_holds_no_original(checkout: Path) -> None:
    packed = next(sdist.SdistBuilder(str(checkout)).build(directory=str(checkout / "dist")))
    with tarfile.open(packed) as archive:
        names = archive.getnames()
    assert any(name.endswith("/seeds/ecfr-2023.yaml") for name in names)
    assert not [name for name in names if "seeds/originals" in name]
