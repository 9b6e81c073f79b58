"""Sources on screen: a statement and what rests on it, a paragraph with its statements, a source and its limits."""

from collections.abc import Iterable

from caucasus_tui.dossier.dates import sentence_date
from caucasus_tui.dossier.dossier import Dossier, citations
from caucasus_tui.dossier.links import Citation
from caucasus_tui.dossier.records import Record
from caucasus_tui.dossier.sources import Source, Statement
from caucasus_tui.page.fields import field_rows, link_span
from caucasus_tui.page.flow import hanging
from caucasus_tui.page.marks import LABEL_WIDTH
from caucasus_tui.page.record import tension_rows
from caucasus_tui.page.row import Page, Row, Span
from caucasus_tui.page.statement import statement_rows


def _labelled(label: str, text: str, width: int, role: str = "text") -> list[Row]:
    return hanging((Span(label, "dim"),), [Span(text, role)], width, LABEL_WIDTH)


def statement_page(dossier: Dossier, cite: str, statement: Statement, width: int) -> Page:
    """A statement, how it was read, and every record that rests on it."""
    rows = [*statement_rows(dossier, cite, width), *reading_rows(dossier, statement, width)]
    rows += tension_rows(dossier, Citation(cite), width)
    rows += used_rows(dossier, cite, width)
    paragraph = Citation(cite)
    address = f"{paragraph.source}:{paragraph.paragraph}"
    rows += hanging((Span("paragraph", "dim"),), [Span(address, "link", address)], width, LABEL_WIDTH)
    return Page(cite, rows)


def reading_rows(dossier: Dossier, statement: Statement, width: int) -> list[Row]:
    """What the curator read into a statement: when, who, where, loaded words, remarks."""
    rows: list[Row] = []
    if statement.when:
        rows += _labelled("when", sentence_date(statement.when), width, "date")
    for name in ("attributed_to", "actors", "places"):
        value = getattr(statement, name)
        if value:
            rows += field_rows(dossier, name, value, width)
    if statement.loaded:
        rows += _labelled("source's words", ", ".join(f"“{word}”" for word in statement.loaded), width)
    if statement.note:
        rows += _labelled("□ curator", statement.note, width, "curator")
    if statement.duplicate_of:
        rows += _labelled("repeats", statement.duplicate_of, width)
    if statement.unused:
        rows += _labelled("not used", statement.unused, width)
    return rows


def used_rows(dossier: Dossier, cite: str, width: int) -> list[Row]:
    """The records that rest on a statement."""
    spans: list[Span] = []
    for record in dossier.cited_by(cite):
        spans += [Span(" · ", "dim")] if spans else []
        spans += [Span(f"{record.kind} ", "dim"), link_span(dossier, record.ref)]
    return hanging((Span("used by", "dim"),), spans, width, LABEL_WIDTH) if spans else []


def paragraph_rows(dossier: Dossier, source: str, paragraph_id: str, width: int) -> list[Row]:
    """A paragraph's heading and its statements."""
    paragraph = dossier.paragraph(f"{source}:{paragraph_id}")
    if paragraph is None:
        return []
    address = f"{source}:{paragraph_id}"
    rows = [Row((Span(address, "heading", address), Span(f"  {paragraph.about}", "dim")))]
    for statement in paragraph.statements:
        rows += statement_rows(dossier, f"{source}:{statement.id}", width)
    return rows


def paragraph_page(dossier: Dossier, source: str, paragraph_id: str, width: int) -> Page:
    """A paragraph: its statements, and the records that rest on each."""
    rows = paragraph_rows(dossier, source, paragraph_id, width)
    paragraph = dossier.paragraph(f"{source}:{paragraph_id}")
    for statement in paragraph.statements if paragraph else ():
        used = used_rows(dossier, f"{source}:{statement.id}", width)
        if used:
            rows += [Row((Span(statement.id, "cite", f"{source}:{statement.id}"),)), *used]
    return Page(f"{source}:{paragraph_id}", rows)


def source_page(dossier: Dossier, source: Source, width: int) -> Page:
    """Who says so: the descriptor, its limits, and the paragraphs."""
    rows = [Row((Span(source.title, "title"), Span(f"  source:{source.id}", "dim")))]
    rows += _labelled("publisher", f"{source.publisher} · {source.form}", width)
    rows += _labelled("standpoint", source.standpoint, width)
    rows += _labelled("as of", sentence_date(source.as_of), width, "date")
    for author in source.authors:
        rows += _labelled("author", f"{author.name or 'not named'}, {author.role}", width)
    rows += _labelled("access", source.access, width)
    for index, limit in enumerate(source.limits):
        rows += _labelled("limits" if index == 0 else "", limit, width)
    for paragraph in source.paragraphs:
        address = f"{source.id}:{paragraph.id}"
        count = f"  {len(paragraph.statements)}" if paragraph.statements else "  –"
        spans = (Span(f"{paragraph.id:<6}", "cite"), Span(paragraph.about), Span(count, "dim"))
        rows.append(Row(spans, address))
    return Page(source.title, rows)


def behind_page(dossier: Dossier, item: object, title: str, width: int) -> Page:
    """The paragraphs behind an item: every statement of each, so that the context is there too."""
    paragraphs: Iterable[tuple[str, str]] = dict.fromkeys((cite.source, cite.paragraph) for cite in _cites(item))
    rows = [Row((Span(f"Paragraphs behind: {title}", "title"),))]
    for source, paragraph in paragraphs:
        rows += [Row(), *paragraph_rows(dossier, source, paragraph, width)]
    if len(rows) == 1:
        rows.append(Row((Span("Nothing is cited here.", "absent"),)))
    return Page(title, rows)


def _cites(item: object) -> tuple[Citation, ...]:
    return citations(item) if isinstance(item, Record) or not isinstance(item, tuple) else item
