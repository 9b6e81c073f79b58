"""docs/your-own-dossier.md, followed to the letter in an empty folder."""

import re
import shutil
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.commands.opening import originals_of
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.paragraphs_behind import behind_page
from caucasus_tui.page.rows.row import plain
from tests.conftest import TODAY

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "your-own-dossier.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", PAGE, re.M | re.S)
"""Language, the file it is for, and text, in the order of the page."""


class Reader:
    """Somebody who does what the page says."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.dossier = folder / "hill-road"
        self._capsys = capsys

    def write(self, place: str, text: str) -> None:
        file, _, part = place.partition(" ")
        path = self.dossier / file
        path.parent.mkdir(exist_ok=True)
        before = path.read_text("utf-8") if path.exists() else ""
        if part == "end":
            after = before + text
        elif part == "paragraphs":
            after = _with_paragraphs(before, text)
        elif part == "head":
            after = text + "\n" + before[before.index("# A statement") :]
        elif file.startswith("seeds/"):
            after, count = re.subn(rf"^{part}:.*\n(?: .*\n)*", text, before, flags=re.M)
            assert count == 1
        elif part:
            start, ask, rest = before.partition("  addressee: county\n")
            assert part in start
            after = start + ask + text + rest
        else:
            after = text if file == "data/dossier.yaml" else before + text
        path.write_text(after)

    def opens(self) -> str:
        """The brief, which is there after each step."""
        assert main(["--dossier", str(self.dossier), "brief"]) == 0, self._capsys.readouterr().err
        return self._capsys.readouterr().out

    def run(self, text: str) -> None:
        """Commands, each with what it prints; `…` for some more of it."""
        for old, new in re.findall(r"^\$ cp -r (\S+) (\S+)$", text, re.M):
            shutil.copytree(old, new)
        for line, shown in re.findall(r"^\$ caucasus-tui ([^\n]*)\n(.*?)(?=^\$|\Z)", text, re.M | re.S):
            main(line.split())
            out, err = self._capsys.readouterr()
            printed = iter((out + err).splitlines())
            for expected in shown.splitlines():
                # Every line is there, in this order.
                assert expected == "…" or expected in printed, f"{line}: {expected}\n{out}{err}"
            if "…" not in shown:
                assert (out + err) == shown


def _with_paragraphs(before: str, paragraphs: str) -> str:
    """The paragraphs of the page in place of those of the file, with the fingerprints that are left where they are."""
    for paragraph in re.split(r"\n(?=  - id: )", paragraphs.strip("\n")):
        name = re.match(r"  - id: (\w+)\n", paragraph)
        assert name
        old = re.search(rf"^  - id: {name[1]}\n(?:    .*\n)*", before, re.M)
        assert old, name[1]
        fingerprint = re.search(r"^    sha256: .*\n", old[0], re.M)
        assert fingerprint
        new = re.sub(r"^    about: .*\n", lambda found, line=fingerprint[0]: found[0] + line, paragraph, flags=re.M)
        before = before.replace(old[0], new.rstrip("\n") + "\n")
    return before


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Reader:
    monkeypatch.chdir(tmp_path)
    shutil.copy(DOCS / "alder-post.txt", tmp_path)
    return Reader(tmp_path, capsys)


def test_the_page_makes_a_sound_dossier_that_opens_after_each_step(reader: Reader) -> None:
    for language, place, text in BLOCKS:
        if language in ("text", "json", "csv"):
            Path(place).write_text(text)
        elif language == "console":
            reader.run(text)
        elif language == "yaml":
            reader.write(place, text)
        if reader.dossier.exists():
            brief = reader.opens()
    # A gap that says not what it is about is about the statements that come nearest to it.
    assert "What made the road slide? Not in source." in brief
    dossier = load(reader.dossier).dossier
    lens = Lens(width=80, today=TODAY, originals=originals_of(dossier, str(reader.dossier)))
    behind = " ".join(plain(behind_page(dossier, parse("event:accord"), lens).rows).split())
    assert "paraphrase, beside the text" in behind and "halve" in behind and "half each" in behind
    assert "paraphrase, not the text" in plain(
        behind_page(dossier, parse("event:accord"), Lens(width=99, today=TODAY)).rows
    )
    assert "Where the sources disagree" in brief and "Can the survey wait until November?" in brief


def test_the_article_is_of_a_real_length() -> None:
    assert 1_400 < len((DOCS / "alder-post.txt").read_text("utf-8").split()) < 1_700


def test_the_page_has_what_the_test_follows() -> None:
    languages = [language for language, _, _ in BLOCKS]
    assert languages.count("console") == 14 and languages.count("yaml") > 12
