"""The brief as a Word document: real headings and lists, and citations that lead to the references at its end."""

from collections.abc import Iterator
from datetime import datetime, time
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentType
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from caucasus_tui.brief.formats.docx_styles import BANNER, BOTTOM_LINE, LIST, NOTE, character_style, prepare
from caucasus_tui.brief.formats.labels import LABELS
from caucasus_tui.brief.model import Brief, Line
from caucasus_tui.brief.wording import groups, line_spans, referenced
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.page.rows.row import Span
from caucasus_tui.page.rows.wrapping import NBSP


def render(brief: Brief, width: int) -> bytes:
    """The brief as a .docx file, A4."""
    document = Document()
    prepare(document, brief.language)
    _properties(document, brief)
    document.add_heading(brief.title, 0)
    document.add_paragraph(brief.as_of, NOTE)
    if brief.banner:
        document.add_paragraph(brief.banner, BANNER)
    bookmarks = _bookmarks(brief)
    for section in brief.sections:
        document.add_heading(section.title, 1)
        if section.note:
            document.add_paragraph(section.note, NOTE)
        for heading, lines in groups(section):
            if heading:
                document.add_heading(heading, 2)
            for line in lines:
                paragraph = document.add_paragraph(style=BOTTOM_LINE if section.key == "bottom-line" else LIST)
                _fill(paragraph, line, bookmarks, named=section.key == "references")
    if brief.left_out:
        document.add_paragraph(brief.left_out, NOTE)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _properties(document: DocumentType, brief: Brief) -> None:
    """What a file manager shows. The clock does not enter: the day is the one the brief was reckoned from."""
    day = datetime.combine(brief.today, time())
    properties = document.core_properties
    properties.title, properties.language = brief.title, brief.language
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = day


def _bookmarks(brief: Brief) -> dict[str, tuple[int, str]]:
    """From the address of a paragraph with a reference to the number and name of its bookmark."""
    return {address: (number, f"ref_{number}") for number, address in enumerate(referenced(brief), 1)}


def _fill(paragraph: Paragraph, line: Line, bookmarks: dict[str, tuple[int, str]], *, named: bool) -> None:
    for span in line_spans(line):
        for text, style in _runs(span):
            run = paragraph.add_run(text, style)
            if span.role == "cite" and (mark := bookmarks.get(_paragraph_address(span.subject))):
                _link(paragraph, run, mark[1])
    if named and (mark := bookmarks.get(line.about)):
        _bookmark(paragraph, *mark)


def _runs(span: Span) -> Iterator[tuple[str, str]]:
    if LABELS.get(span.role):
        yield f"{LABELS[span.role]}{NBSP}", character_style(span.role)
    yield span.text, character_style(span.role)


def _paragraph_address(cite: str) -> str:
    return f"{Citation(cite).source}:{Citation(cite).paragraph}"


def _link(paragraph: Paragraph, run: Run, bookmark: str) -> None:
    """Make the last run of a paragraph lead to a bookmark. The text stays text: no field code holds any of it."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    link.append(run._r)
    paragraph._p.append(link)


def _bookmark(paragraph: Paragraph, number: int, name: str) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    paragraph._p.insert(1, start)
    paragraph._p.append(end)
