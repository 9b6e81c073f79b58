"""A statement on screen: type by glyph and word, the text, the hedge in the source's word, the citation. Never less."""

from collections.abc import Iterable, Sequence

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.sources import Statement
from caucasus_tui.page.marks import CURATOR, LABEL_WIDTH, TYPE_MARKS, Mark
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.wrapping import NBSP, glued, hanging

MOST_LISTED = 200
"""Statements on one page below each other: more than anybody reads through."""


def cite_spans(cites: Sequence[Citation]) -> tuple[Span, ...]:
    """Citations as links; the source's name stands once for a run of the same source."""
    spans: list[Span] = []
    source = ""
    for cite in cites:
        shown = cite.statement if cite.source == source else str(cite)
        source = cite.source
        spans += [Span(" "), Span(shown, "cite", str(cite))]
    return tuple(spans[1:])


def label(mark: Mark, word: str | None = None) -> tuple[Span, ...]:
    """`◆ stated as fact`, for the label column."""
    return (Span(f"{mark.glyph} {word or mark.word}", mark.role),)


def statement_body(statement: Statement, cites: Sequence[Citation]) -> list[Span]:
    """Text, hedge and citation of a statement, for wrapping."""
    spans = [Span(statement.text)]
    if statement.quote:
        spans += [Span(" "), Span(f"“{statement.quote}”")]
    if statement.hedge:
        spans += [Span(" "), Span(glued(hedge_words(statement.hedge)), "hedge")]
    return [*spans, Span(" "), *cite_spans(cites)]


def statement_rows(dossier: Dossier, cite: str, width: int) -> list[Row]:
    """A cited statement, wrapped to `width`."""
    statement = dossier.statement(cite)
    if statement is None:
        return []
    return hanging(label(TYPE_MARKS[statement.type]), statement_body(statement, (Citation(cite),)), width, LABEL_WIDTH)


def listed_rows(dossier: Dossier, cites: Sequence[Citation], width: int, search: str) -> list[Row]:
    """Statements below each other; past MOST_LISTED, how to find the rest: by the query `search`."""
    rows = [line for cite in cites[:MOST_LISTED] for line in statement_rows(dossier, cite, width)]
    if len(cites) > MOST_LISTED:
        left = f"… {len(cites) - MOST_LISTED} more; to find them, / and {search}"
        rows += hanging((), [Span(left, "dim")], width, LABEL_WIDTH)
    return rows


def types_of(dossier: Dossier, cites: Iterable[str]) -> list[Mark]:
    """The types of the statements cited, each once, in the order of the citations."""
    found = (dossier.statement(cite) for cite in cites)
    return list(dict.fromkeys(TYPE_MARKS[statement.type] for statement in found if statement))


def marked_spans(dossier: Dossier, text: str, cites: Sequence[Citation]) -> list[Span]:
    """The same as `cited_spans` with the glyph of each type that it rests on first, where no column has the type."""
    glyphs = [Span(mark.glyph, mark.role) for mark in types_of(dossier, cites)]
    return [*glyphs, *([Span(NBSP)] if glyphs else []), *cited_spans(dossier, text, cites)]


def cited_spans(dossier: Dossier, text: str, cites: Sequence[Citation]) -> list[Span]:
    """A sentence of ours that rests on statements: the sentence, its hedges, its citations."""
    found = [dossier.statement(cite) for cite in cites]
    hedges = dict.fromkeys(hedge_words(statement.hedge) for statement in found if statement and statement.hedge)
    spans = [Span(text)]
    for hedge in hedges:
        spans += [Span(" "), Span(glued(hedge), "hedge")]
    return [*spans, Span(" "), *cite_spans(cites)]


def cited_rows(dossier: Dossier, text: str, cites: Sequence[Citation], width: int) -> list[Row]:
    """A sentence of ours with the type of the leading statement as its label."""
    marks = types_of(dossier, cites)
    return hanging(label(marks[0]) if marks else (), cited_spans(dossier, text, cites), width, LABEL_WIDTH)


def derived_spans(text: str, basis: Sequence[Citation]) -> list[Span]:
    """The curator's inference, marked as such, and what it rests on."""
    spans = [Span(f"{CURATOR.glyph} curator: ", CURATOR.role), Span(text, CURATOR.role)]
    return [*spans, Span(" (from "), *cite_spans(basis), Span(")")] if basis else spans
