"""What was searched for, standing out where it stands: on the line of a hit, in the detail, on its page."""

from collections.abc import Mapping
from functools import partial

from caucasus_tui.dossier.search.highlights import matching_spans
from caucasus_tui.page.rows.growing import GrowingRows
from caucasus_tui.page.rows.row import Page, Row, Span

MARKED = ("text", "strong", "title", "dim")
"""Roles of what is told. Types, hedges, citations and links look as they always do."""


def marked(text: str, spans: tuple[tuple[int, int], ...], role: str = "text") -> list[Span]:
    """`text` with the character ranges that matched standing out."""
    out: list[Span] = []
    at = 0
    for start, end in spans:
        out += [Span(text[at:start], role), Span(text[start:end], "match")]
        at = end
    return [span for span in (*out, Span(text[at:], role)) if span.text]


def with_matches(page: Page, words: Mapping[str, int]) -> Page:
    """A page with the words that match standing out; rows that are made when looked at still are. `words`: folded,
    each with how many of its letters match."""
    change = partial(_with_matches, words=words)
    if isinstance(page.rows, GrowingRows):
        return page._replace(rows=page.rows.changed(change))
    return page._replace(rows=[change(row) for row in page.rows]) if isinstance(page.rows, list) else page


def _with_matches(row: Row, words: Mapping[str, int]) -> Row:
    spans: list[Span] = []
    for span in row.spans:
        found = matching_spans(span.text, words) if span.role in MARKED else ()
        parts = marked(span.text, found, span.role) if found else [span]
        spans += [part._replace(subject=span.subject) for part in parts]
    return row._replace(spans=tuple(spans))
