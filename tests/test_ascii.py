"""Everything the program draws has a likeness in ASCII, and no two marks the same."""

import ast
from pathlib import Path
from unicodedata import category

import pytest
from anyascii import anyascii

from caucasus_tui.dossier.keeping.latin import in_latin
from caucasus_tui.dossier.model.dossier import Dossier, parts
from caucasus_tui.dossier.text.clean import clean
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS, TYPE_MARKS
from caucasus_tui.page.rows.ascii import TABLE, ascii_cells, in_cells, spelt_out
from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.streams import print_in_ascii
from tests.hostile_brief import dossier_of

SOURCES = Path(__file__).parents[1] / "src" / "caucasus_tui"
DRAWING = ("page", "panes", "tui", "brief", "commands")


def drawn() -> dict[str, str]:
    """Every character beyond ASCII in a string of the code that draws, and where it is."""
    found: dict[str, str] = {}
    for folder in DRAWING:
        for path in sorted((SOURCES / folder).rglob("*.py")):
            if path.name in ("ascii.py", "widths.py", "incoming.py"):  # they know characters that they do not draw
                continue
            tree = ast.parse(path.read_text())
            docs = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, _DOCUMENTED)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in docs:
                    found |= {character: f"{folder}/{path.name}" for character in node.value if not character.isascii()}
    return found


_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@pytest.mark.parametrize("character", sorted(drawn()))
def test_everything_drawn_has_a_likeness_in_as_many_cells(character: str) -> None:
    likeness = ascii_cells(character)
    assert likeness.isascii() and len(likeness) == cell_width(character)
    known = character in TABLE or anyascii(character) or category(character) == "Cf"  # nothing is seen of those
    assert known, f"no likeness for {character!r}; add one to TABLE in page/rows/ascii.py"
    assert "?" not in likeness


def test_no_two_marks_look_alike_in_ascii() -> None:
    for marks in (
        [mark.glyph for mark in (*TYPE_MARKS.values(), CURATOR)],
        [mark.glyph for mark in STATUS_MARKS.values()],
        [mark.glyph for mark in (*TYPE_MARKS.values(), CURATOR, *STATUS_MARKS.values())],
    ):
        assert len({ascii_cells(glyph) for glyph in marks}) == len(marks)


def test_no_mark_looks_like_a_letter_but_the_two_everybody_knows() -> None:
    letters = {
        TABLE[mark.glyph] for mark in (*TYPE_MARKS.values(), *STATUS_MARKS.values()) if TABLE[mark.glyph].isalnum()
    }
    assert letters == {"x", "o"}


def test_a_limit_keeps_its_meaning() -> None:
    assert in_cells("≥ 95 %") == ">=95 %"
    assert in_cells("≤\u00a05 %") == "<=5 %"
    assert "".join(map(spelt_out, "≥ 95 …")) == ">= 95 ..."


def test_the_dossier_in_latin_letters_keeps_every_address_and_loses_every_other_script(real: Dossier) -> None:
    latin = in_latin(real)
    texts = [part for part in parts(latin) if isinstance(part, str)]
    assert all(text.isascii() for text in texts)
    assert not any("?" in text for text, old in zip(texts, _texts(real), strict=True) if "?" not in old)
    assert [record.ref for record in latin.records()] == [record.ref for record in real.records()]
    assert len(latin.statements()) == len(real.statements())
    assert all(clean(text) == text.strip() for text in texts)


def _texts(dossier: Dossier) -> list[str]:
    return [part for part in parts(dossier) if isinstance(part, str)]


SIGNS = {
    "2½ years, ½ of it": "2 1/2 years, 1/2 of it",
    "100³ in 44 km²": "100^3 in 44 km^2",
    "10⁻³": "10^-3",
    "5‰": "5 per 1,000",
    "a ≠ b": "a != b",
    "5① and 6": "5(1) and 6",
}


@pytest.mark.parametrize("text", SIGNS)
def test_no_sign_turns_a_number_or_a_comparison_into_another(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert in_latin(dossier_of(text)).about.title == SIGNS[text]
    print_in_ascii()
    print(text)
    assert capsys.readouterr().out == f"{SIGNS[text]}\n"


def test_in_one_cell_what_would_be_cut_is_not_known() -> None:
    assert in_cells("2½ years, 5‰, Æther, …") == "2_ years, 5_, Ather, _"
