"""Paragraphs with what we made of them, and the original beside it where the reader has supplied it."""

from collections.abc import Collection

from caucasus_tui.dossier.model import Citation, Dossier, Paragraph
from caucasus_tui.page.fields import labelled_rows
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows import Row, Span, beside, flowing, wrap, wrapped
from caucasus_tui.page.statement import statement_rows

SIDE_BY_SIDE = 110
"""From this width on, in cells, the original stands beside the statements; else above them. A terminal of 120 columns
leaves a page a little more than this."""
BESIDE = " │ "
CITED, NOT_CITED = "▌ ", "  "


def passage_block(dossier: Dossier, address: str, lens: Lens, cited: Collection[str] = ()) -> list[Row]:
    """A paragraph: its heading, its statements, the original. Where some statements are meant, in `cited`, these carry
    a bar, and the others are the context."""
    paragraph = dossier.paragraph(address)
    if paragraph is None:
        return []
    source = Citation(address).source
    original = lens.originals.found.get(source)
    text = original.passages.get(paragraph.id, "") if original else ""
    differs = original is not None and bool(text) and paragraph.id in original.differing
    warning = (Span("  "), Span("the original differs", "warn")) if differs else ()
    heading = (Span(address, "heading", address), Span("  "), Span(paragraph.about, "dim"), *warning)
    head = flowing(heading, lens.width)
    if not text:
        return [*head, *_statements(dossier, source, paragraph, lens.width, cited)]
    if lens.width >= SIDE_BY_SIDE:
        left = (lens.width - len(BESIDE)) // 2
        passage = wrapped([Span(text)], lens.width - left - len(BESIDE))
        return [*head, *beside(_statements(dossier, source, paragraph, left, cited), passage, left, BESIDE)]
    passage = [Row((Span("│ ", "cite"), *line)) for line in wrap([Span(text)], lens.width - 2)]
    return [*head, *passage, *_statements(dossier, source, paragraph, lens.width, cited)]


def _statements(dossier: Dossier, source: str, paragraph: Paragraph, width: int, cited: Collection[str]) -> list[Row]:
    rows: list[Row] = []
    for cite in (f"{source}:{statement.id}" for statement in paragraph.statements):
        if not cited:
            rows += statement_rows(dossier, cite, width)
            continue
        bar = Span(CITED, "date") if cite in cited else Span(NOT_CITED)
        rows += [line.behind(bar) for line in statement_rows(dossier, cite, width - len(CITED))]
    return rows or wrapped([Span("no statement is drawn from this paragraph", "dim")], width)


def original_rows(dossier: Dossier, source: str, lens: Lens) -> list[Row]:
    """Whether the original is at hand and the same; if not at hand, where to put it."""
    original = lens.originals.found.get(source)
    if original:
        role = "warn" if original.problem or original.differing else "text"
        return labelled_rows("original", [Span(original.verdict, role)], lens.width)
    if not dossier.relations.outlines[source].fingerprinted:
        return []
    places = " or ".join(lens.originals.places)
    hint = f"not at hand; a copy saved as {source}.txt in {places} is shown beside the statements"
    if not places:
        hint = "not at hand"
    return labelled_rows("original", [Span(hint, "dim")], lens.width)
