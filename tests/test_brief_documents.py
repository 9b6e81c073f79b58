"""Word, PDF and the printed page, read back by the programs of a recipient. `make test-documents` installs them."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from caucasus_tui.brief.choices import format_named
from caucasus_tui.brief.formats import MissingExtraError, render
from caucasus_tui.brief.model import Brief
from caucasus_tui.brief.wording import LABELS
from caucasus_tui.dossier.model.dossier import Dossier
from tests.briefs import brief_of, expected, made, squeezed
from tests.documents import REQUIRED, converted, faults, pages, printed
from tests.hostile_brief import MARKUP, hostile_brief

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]
GLYPHS = re.compile(f"[{''.join(filter(None, LABELS.values()))}]")
ASKED: dict[str, dict[str, Any]] = {"whole": {}, "three-minutes": {"minutes": 3}, "an-actor": {"actor": "azerbaijan"}}
ON_ONE_PAGE = ("", "azerbaijan", "armenia", "russia", "eu", "iran")


def document(brief: Brief, name: str) -> bytes:
    """A brief as a file; skips the test where the extra is not installed."""
    try:
        return render(brief, format_named(name))
    except MissingExtraError as error:
        if REQUIRED:
            raise
        pytest.skip(str(error))


def plain(text: str) -> str:
    """What is read, without the ornaments."""
    return squeezed(GLYPHS.sub("", text))


def pdf_of(brief: Brief, folder: Path) -> Path:
    target = folder / "brief.pdf"
    target.write_bytes(document(brief, "pdf"))
    return target


def body(pdf: Path, title: str) -> str:
    """The text of all pages without their footers, squeezed."""
    footer = re.compile(rf"{re.escape(squeezed(title))}\d+/\d+$")
    return "".join(footer.sub("", plain(page)) for page in pages(pdf))


def wanted(brief: Brief) -> str:
    """Everything that a brief says, without the ornaments, which a text of the brief may name itself."""
    return plain(expected(brief))


def word_text(content: bytes) -> str:
    from docx import Document

    return plain("".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs))


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_word_says_what_the_brief_says_and_nothing_else(real: Dossier, asked: dict[str, Any]) -> None:
    brief = brief_of(real, **asked)
    assert word_text(document(brief, "docx")) == wanted(brief)


def test_word_has_real_headings_lists_and_links_that_lead_somewhere(real: Dossier) -> None:
    brief = brief_of(real)
    content = document(brief, "docx")
    from docx import Document

    styles = [
        (paragraph.style.name if paragraph.style else "", paragraph.text)
        for paragraph in Document(BytesIO(content)).paragraphs
    ]
    assert styles[0] == ("Title", brief.title)
    assert [text for style, text in styles if style == "Heading 1"] == [section.title for section in brief.sections]
    assert sum(style in ("List Bullet", "Brief Numbered") for style, _ in styles) == sum(1 for _ in brief.lines()) - 1
    xml = ZipFile(BytesIO(content)).read("word/document.xml").decode()
    anchors = set(re.findall(r'w:anchor="([^"]+)"', xml))
    assert anchors and anchors <= set(re.findall(r'w:bookmarkStart [^>]*w:name="([^"]+)"', xml))


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_word_shows_markup_and_makes_nothing_of_it(text: str) -> None:
    brief = hostile_brief(text, actor="one")
    content = document(brief, "docx")
    assert word_text(content) == wanted(brief)
    xml = ZipFile(BytesIO(content)).read("word/document.xml").decode()
    assert not re.search(r"<w:(fldSimple|instrText|fldChar|altChunk|object)\b", xml)
    assert "TargetMode" not in ZipFile(BytesIO(content)).read("word/_rels/document.xml.rels").decode()


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_an_office_opens_the_word_document(real: Dossier, asked: dict[str, Any], tmp_path: Path) -> None:
    brief = brief_of(real, **asked)
    shown = converted(document(brief, "docx"), tmp_path)
    # Bullets are the office's own.
    assert body(shown, brief.title).replace("•", "").replace("\uf0b7", "") == wanted(brief)


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_pdf_says_what_the_brief_says_and_nothing_else(real: Dossier, asked: dict[str, Any], tmp_path: Path) -> None:
    brief = brief_of(real, **asked)
    shown, said = body(pdf_of(brief, tmp_path), brief.title), wanted(brief)
    # References stand in two columns, which a reader of raw text takes line by line.
    assert sorted(shown) == sorted(said)
    assert shown.partition("Referencesbyparagraph")[0] == said.partition("Referencesbyparagraph")[0]


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_pdf_shows_markup_and_makes_nothing_of_it(text: str, tmp_path: Path) -> None:
    brief = hostile_brief(
        text, actor="one", sections=("bottom-line", "judgements", "position", "asks", "gaps", "sources")
    )
    shown = "".join(map(plain, pages(pdf_of(brief, tmp_path))))
    assert shown.count(squeezed(text)) >= 20
    assert b"/URI" not in document(brief, "pdf") and b"/JavaScript" not in document(brief, "pdf")


def test_pdf_is_the_same_for_the_same_brief(real: Dossier) -> None:
    assert document(brief_of(real, minutes=3), "pdf") == document(brief_of(real, minutes=3), "pdf")


@pytest.mark.parametrize("actor", ON_ONE_PAGE)
def test_one_minute_is_one_page_and_three_are_a_sheet(real: Dossier, actor: str, tmp_path: Path) -> None:
    for minutes, most in ((1, 1), (3, 2)):
        brief = brief_of(real, minutes=minutes, actor=actor)
        assert len(pages(printed(made(brief, "html").encode(), tmp_path))) <= most
        assert len(pages(pdf_of(brief, tmp_path))) <= most


def test_the_printed_page_says_what_the_brief_says(real: Dossier, tmp_path: Path) -> None:
    brief = brief_of(real, minutes=3)
    shown = "".join(map(plain, pages(printed(made(brief, "html").encode(), tmp_path))))
    assert sorted(shown) == sorted(wanted(brief))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_the_page_is_accessible(real: Dossier, asked: dict[str, Any], dark: bool, tmp_path: Path) -> None:
    found = faults(made(brief_of(real, **asked), "html"), tmp_path, dark=dark)
    assert not [(fault["id"], fault["help"], fault["nodes"][0]["html"]) for fault in found]


def test_the_checker_finds_what_is_wrong(real: Dossier, tmp_path: Path) -> None:
    page = (
        made(brief_of(real, minutes=1), "html").replace("--soft: #4d5661", "--soft: #dddddd").replace('lang="en"', "")
    )
    assert {fault["id"] for fault in faults(page, tmp_path)} >= {"color-contrast", "html-has-lang"}
