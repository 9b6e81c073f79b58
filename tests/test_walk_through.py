"""docs/your-own-dossier.md, followed to the letter in an empty folder."""

import re
from pathlib import Path

import pytest

from caucasus_tui.cli import main

PAGE = (Path(__file__).parents[1] / "docs" / "your-own-dossier.md").read_text("utf-8")
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
        before = path.read_text("utf-8")
        if part == "paragraphs":
            path.write_text(before[: before.index("paragraphs:\n")] + "paragraphs:\n" + _fingerprinted(text, before))
        elif part:
            before, ask, rest = before.partition("  addressee: county\n")
            assert part in before
            path.write_text(before + ask + text + rest)
        elif file.startswith("seeds/"):
            path.write_text(text + "\n" + before[before.index("# A statement") :])
        elif file == "data/dossier.yaml":
            path.write_text(text)
        else:
            path.write_text(before + text)

    def run(self, text: str) -> None:
        """Commands, each with what it prints; `…` for some more of it."""
        for line, shown in re.findall(r"^\$ caucasus-tui ([^\n]*)\n(.*?)(?=^\$|\Z)", text, re.M | re.S):
            main(line.split())
            out, err = self._capsys.readouterr()
            printed = iter((out + err).splitlines())
            for expected in shown.splitlines():
                # Every line is there, in this order.
                assert expected == "…" or expected in printed, f"{line}: {expected}\n{out}{err}"
            if "…" not in shown:
                assert (out + err) == shown


def _fingerprinted(paragraphs: str, before: str) -> str:
    """The paragraphs of the page, with the fingerprints that are left where they are."""
    prints = iter(re.findall(r"^    sha256: .*\n", before, re.M))
    return re.sub(r"^    about: .*\n", lambda found: found[0] + next(prints), paragraphs, flags=re.M)


def test_the_page_makes_a_sound_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    reader = Reader(tmp_path, capsys)
    for language, place, text in BLOCKS:
        if language == "text":
            (tmp_path / place).write_text(text)
        elif language == "console":
            reader.run(text)
        elif language == "yaml":
            reader.write(place, text)
    assert main(["--dossier", "hill-road", "brief"]) == 0
    assert "What is asked of the county" in capsys.readouterr().out


def test_the_page_has_what_the_test_follows() -> None:
    languages = [language for language, _, _ in BLOCKS]
    assert languages.count("console") == 4 and languages.count("yaml") > 12
