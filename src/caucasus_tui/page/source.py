"""Sources on screen: a statement and what rests on it, a paragraph with its statements, a source and its limits."""

from datetime import date
from functools import partial

from caucasus_tui.dossier.model import Citation, Dossier, Source, Statement, due_words, sentence_date
from caucasus_tui.dossier.model.shown_alone import part_of
from caucasus_tui.page.claim import cite_label, closed
from caucasus_tui.page.fields import field_rows, labelled_rows, link_span
from caucasus_tui.page.figures import figure_words
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.paragraph import original_rows, passage_block
from caucasus_tui.page.record import tension_rows
from caucasus_tui.page.rows import Page, Row, Span, fitted, flowing, parted, spread
from caucasus_tui.page.rows.growing import GrowingRows, Series
from caucasus_tui.page.rows.parts import Item
from caucasus_tui.page.statement import our_words, statement_rows


def _labelled(label: str, text: str, width: int, role: str = "text") -> list[Row]:
    return labelled_rows(label, [Span(text, role)], width)


def statement_page(dossier: Dossier, cite: str, statement: Statement, width: int, today: date) -> Page:
    """A statement, how it was read, and every record that rests on it."""
    rows = [*statement_rows(dossier, cite, width), *reading_rows(dossier, statement, width, today)]
    rows += tension_rows(dossier, Citation(cite), width)
    rows += used_rows(dossier, cite, width)
    paragraph = Citation(cite)
    address = f"{paragraph.source}:{paragraph.paragraph}"
    rows += labelled_rows("paragraph", [Span(address, "link", address)], width)
    return Page(cite, rows)


def reading_rows(dossier: Dossier, statement: Statement, width: int, today: date) -> list[Row]:
    """What the curator read into a statement: when, who, where, loaded words, remarks."""
    rows = _labelled("when", due_words(statement.when, today), width, "date") if statement.when else []
    for name in ("attributed_to", "actors", "places"):
        if value := getattr(statement, name):
            rows += field_rows(dossier, name, value, width)
    said = (
        *(("figure", figure_words(figure), "text") for figure in statement.figures),
        ("source's words", ", ".join(f"“{word}”" for word in statement.loaded), "text"),
        (f"{CURATOR.glyph} {CURATOR.word}", statement.note, CURATOR.role),
        ("repeats", statement.duplicate_of, "text"),
        ("not used", statement.unused, "text"),
    )
    return rows + [row for label, text, role in said if text for row in _labelled(label, text, width, role)]


def used_rows(dossier: Dossier, cite: str, width: int) -> list[Row]:
    """The records that rest on a statement."""
    spans = parted([Span(f"{one.kind} ", "dim"), link_span(dossier, one.ref)] for one in dossier.cited_by(cite))
    return labelled_rows("used by", spans, width) if spans else []


def paragraph_page(dossier: Dossier, address: str, lens: Lens) -> Page:
    """A paragraph: its statements, the original where it is at hand, and the records that rest on each statement."""
    paragraph, source = dossier.paragraph(address), Citation(address).source
    assert paragraph
    rows = passage_block(dossier, address, lens)
    if lens.originals.found.get(source):
        rows += original_rows(dossier, source, lens)
    for statement in paragraph.statements:
        cite = f"{source}:{statement.id}"
        if used := used_rows(dossier, cite, lens.width):
            rows += [Row((Span(cite_label(dossier, cite), "cite", cite),)), *used]
    return Page(address, rows)


def source_page(dossier: Dossier, source: Source, lens: Lens) -> Page:
    """Who says so: the descriptor, its limits, and the paragraphs."""
    title = [Span(source.title, "title"), Span("  "), Span(f"source:{source.id}", "dim")]
    rows = [*flowing(title, lens.width), *descriptor_rows(dossier, source, lens)]
    return Page(source.title, GrowingRows([*rows, *paragraph_list(dossier, source, lens)], count_rows=True))


def descriptor_rows(dossier: Dossier, source: Source, lens: Lens) -> list[Row]:
    """What a source is, from which standpoint, as of when, and within which limits: the curator's description."""
    width = lens.width
    rows = _labelled("publisher", f"{source.publisher} · {source.form.replace('-', ' ')}", width)
    rows += labelled_rows("standpoint", our_words(source.standpoint), width)
    rows += _labelled("as of", sentence_date(source.as_of), width, "date")
    if source.as_of.basis:
        rows += labelled_rows("", our_words(source.as_of.basis), width)
    if source.published:
        rows += _labelled("published", sentence_date(source.published), width, "date")
    if source.origin:
        rows += _labelled("whose words", source.origin, width)
    for author in source.authors:
        rows += _labelled("author", f"{author.name or 'not named'}, {author.role}", width)
    rows += labelled_rows("access", our_words(source.access), width)
    if read := source.read_from:
        parts = (read.manner, read.address, f"on {read.day}" if read.day else "")
        linked = "" if source.url else source.id
        said = ([Span(part, source=linked if part == read.address else "")] for part in parts if part)
        rows += labelled_rows("read from", parted(said), width)
    if source.url:
        rows += labelled_rows("address", [Span(source.url, source=source.id)], width)
    if old := source.supersedes:
        rows += labelled_rows("supersedes", [Span(old, "link", old.ref)], width)
    if new := dossier.superseded.get(source.id):
        rows += labelled_rows("superseded by", [Span(new.title, "link", f"source:{new.id}")], width)
    for index, limit in enumerate(source.limits):
        rows += labelled_rows("" if index else "limits", our_words(limit), width)
    if source.cites:
        rows += field_rows(dossier, "rests_on", source.cites, width)
    return [*rows, *original_rows(dossier, source.id, lens)]


def paragraph_list(dossier: Dossier, source: Source, lens: Lens) -> list[Item]:
    """A line for each paragraph: what it is about, its statements, the records that use them; with a facet, only
    paragraphs that have statements of the type. `source` may be without its paragraphs."""
    names = dossier.relations.outlines[source.id].paragraphs
    if lens.keys:
        told = {cite.partition(":")[2].partition(".")[0] for cite in said_in(dossier, source, lens)}
        names = tuple(name for name in names if name in told)

    def find(address: str) -> str | None:
        owner, _, name = address.partition(":")
        return names[names.index(name)] if owner == source.id and name in names else None

    shown = Series(names, partial(_paragraph_rows, dossier, source.id, lens), find)
    head = (Span("paragraph", "dim"),), (Span("statements in it · records on them", "dim"),)
    return [Row(fitted(spread(*head, lens.width), lens.width)), shown] if names else []


def said_in(dossier: Dossier, source: Source, lens: Lens) -> list[str]:
    """The statements of a source that the lens shows, in no order; of `source` the paragraphs are not looked at."""
    own = dossier.relations.alone.get(part_of(f"source:{source.id}", source.id), ())
    return lens.among(dossier, (address for address in own if "." in address))


def _shown(dossier: Dossier, source: str, name: str, lens: Lens) -> list[str]:
    """The statements of a paragraph that the lens shows."""
    cites = (f"{source}:{said.id}" for said in dossier.relations.paragraphs[f"{source}:{name}"].statements)
    return lens.among(dossier, cites)


def _paragraph_rows(dossier: Dossier, source: str, lens: Lens, name: str) -> list[Row]:
    cites = _shown(dossier, source, name, lens)
    users = {record.ref for cite in cites for record in dossier.cited_by(cite)}
    count = f"{len(cites):>4}{len(users):>5}" if cites else f"{'–':>4}{'':>5}"
    left = (Span(f"{name:<5}", "cite"), Span(dossier.relations.paragraphs[f"{source}:{name}"].about))
    return closed(left, (Span(count),), lens.width, f"{source}:{name}", 5)
