"""Files changed at random, by line, indent or character: each dossier is read, or refused by file and line."""

import shutil
from pathlib import Path
from random import Random

import pytest

from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.problems import DossierError
from tests.test_without_terminal import TINY

ODD = (
    ":",
    "-",
    "#",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "&a ",
    "*a",
    "!!str ",
    "\t",
    "\u00a0",
    "%",
    "@",
    "`",
    "?",
    ",",
)


def changed(text: str, random: Random) -> str:
    """The text with one thing other than it was."""
    lines = text.split("\n")
    at = random.randrange(len(lines))
    match random.randrange(8):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[random.randrange(len(lines))])
        case 2:
            lines[at] = " " * random.randint(1, 4) + lines[at]
        case 3:
            lines[at] = lines[at][random.randint(1, 3) :]
        case 4:
            lines = lines[:at]
        case 5:
            lines[at] = lines[at].swapcase()
        case _:
            column = random.randint(0, len(lines[at]))
            lines[at] = lines[at][:column] + random.choice(ODD) + lines[at][column:]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_changed_is_read_or_refused_where_it_stands(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    folder = tmp_path / "dossier"
    shutil.copytree(TINY, folder)
    files = sorted(path for path in folder.rglob("*.yaml"))
    refused = 0
    for _ in range(20):
        path = random.choice(files)
        before = path.read_text("utf-8")
        path.write_text(changed(before, random), "utf-8")
        try:
            load(folder)
        except DossierError as error:
            refused += 1
            assert error.problems
            placed = (problem.line or "is empty" in problem.message for problem in error.problems)
            assert all(placed) and all(problem.file for problem in error.problems), str(error)
        path.write_text(before, "utf-8")
    assert refused
