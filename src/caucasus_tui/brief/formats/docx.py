"""The brief as a Word document: real headings and lists, and citations that lead to its references and sources."""

from datetime import datetime, time
from io import BytesIO

from docx import Document
from docx.document import Document as DocumentType
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from caucasus_tui.brief.formats import docx_styles as styles
from caucasus_tui.brief.formats.docx_package import mark_pages, number_pages, tidy
from caucasus_tui.brief.model import Brief, Line
from caucasus_tui.brief.wording import LABELS, entries, entry_at, entry_of, followed, groups, line_spans
from caucasus_tui.dossier.text.language_tags import LanguageTag, fitted, runs
from caucasus_tui.page.rows.wrapping import NBSP

PROPERTY_LENGTH = 255
"""Characters that a property of a Word file may have."""


def render(brief: Brief, width: int) -> bytes:
    """The brief as a .docx file, A4."""
    document = Document()
    language = fitted(brief.language)
    tidy(document)
    styles.prepare(document, language)
    number_pages(document, _property(brief.title), styles.FOOT, styles.TEXT_WIDTH)
    if brief.marking:
        mark_pages(document, brief.marking, styles.BANNER)
    _properties(document, brief, language)
    bookmarks = {address: (number, f"ref_{number}") for number, address in enumerate(entries(brief), 1)}

    def add(text: str, style: str) -> None:
        _write(document.add_paragraph(style=style), text, language)

    add(brief.title, "Title")
    add(brief.as_of, styles.NOTE)
    if brief.banner:
        add(brief.banner, styles.BANNER)
    for section in brief.sections:
        add(section.title, "Heading 1")
        if section.note:
            add(section.note, styles.NOTE)
        for heading, lines in groups(section):
            if heading:
                add(heading, "Heading 2")
            for line in lines:
                listed = styles.NUMBERED if line.head[:1].isdigit() else styles.LIST
                paragraph = document.add_paragraph(style=styles.BOTTOM_LINE if section.key == "bottom-line" else listed)
                _fill(paragraph, line, bookmarks, language, entry=entry_at(section, line))
    if brief.left_out:
        add(brief.left_out, styles.NOTE)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _properties(document: DocumentType, brief: Brief, language: LanguageTag) -> None:
    """What a file manager shows. The clock does not enter: the day is the one the brief was reckoned from."""
    day = datetime.combine(brief.today, time())
    properties = document.core_properties
    properties.title, properties.language = _property(brief.title), _property(language.text)
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = day


def _property(text: str) -> str:
    """As much of a text as a property of a Word file may hold."""
    return text if len(text) <= PROPERTY_LENGTH else f"{text[: PROPERTY_LENGTH - 1]}…"


def _fill(
    paragraph: Paragraph, line: Line, bookmarks: dict[str, tuple[int, str]], language: LanguageTag, *, entry: str
) -> None:
    for span in line_spans(line):
        style = styles.character_style(span.role)
        if LABELS.get(span.role):
            paragraph.add_run(f"{LABELS[span.role]}{NBSP}", style)
        made = _write(paragraph, span.text, language, style)
        if span.role == "cite" and (target := entry_of(span.subject, bookmarks)):
            _link(paragraph, made, "w:anchor", bookmarks[target][1])
        elif page := followed(span):
            relation = paragraph.part.relate_to(page, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            _link(paragraph, made, "r:id", relation)
    if entry:
        _bookmark(paragraph, *bookmarks[entry])


def _write(paragraph: Paragraph, text: str, language: LanguageTag, style: str | None = None) -> list[Run]:
    """A text in runs of one direction each, and those from right to left are marked so."""
    made = []
    for piece, against in runs(text, rtl=language.is_rtl):
        made.append(paragraph.add_run(piece, style))
        if against != language.is_rtl:
            made[-1].font.rtl = True
    return made


def _link(paragraph: Paragraph, made: list[Run], kind: str, target: str) -> None:
    """Make the last runs of a paragraph lead to a bookmark or a page. The text stays text: no field code holds any."""
    link = OxmlElement("w:hyperlink")
    link.set(qn(kind), target)
    for run in made:
        link.append(run._r)
    paragraph._p.append(link)


def _bookmark(paragraph: Paragraph, number: int, name: str) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    paragraph._p.insert(1, start)
    paragraph._p.append(end)
