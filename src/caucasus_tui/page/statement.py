"""A statement on screen: type by glyph and word, the text, the hedge in the source's word, the citation. Never less."""

from collections.abc import Iterable, Sequence
from functools import partial

from caucasus_tui.dossier.model import Citation, Dossier
from caucasus_tui.page.claim import basis_of, cited_end, claims_of, drawn_on, type_glyphs, type_words
from caucasus_tui.page.marks import CURATOR, LABEL_WIDTH, UNWRITTEN, Mark, is_unwritten, type_mark
from caucasus_tui.page.rows import NBSP, Row, Span, hanging
from caucasus_tui.page.rows.parts import Block

MOST_LISTED = 200
"""Statements on one page below each other: more than anybody reads through."""


def label(mark: Mark, word: str | None = None) -> tuple[Span, ...]:
    """`◆ stated as fact`, for the label column."""
    return (Span(f"{mark.glyph} {word or mark.word}", mark.role),)


def statement_body(dossier: Dossier, cite: str) -> list[Span]:
    """Text, hedge and citation of a statement, for wrapping."""
    statement = dossier.statement(cite)
    if statement is None:
        return []
    return [Span(statement.sentence), Span(" "), *cited_end(dossier, claims_of(dossier, (cite,)))]


def statement_rows(dossier: Dossier, cite: str, width: int) -> list[Row]:
    """A cited statement, wrapped to `width`."""
    statement = dossier.statement(cite)
    if statement is None:
        return []
    return hanging(label(type_mark(statement)), statement_body(dossier, cite), width, LABEL_WIDTH)


def statements_rows(dossier: Dossier, cites: Iterable[str], width: int) -> list[Row]:
    """Several, one below the other."""
    return [line for cite in cites for line in statement_rows(dossier, cite, width)]


def listed_parts(dossier: Dossier, cites: Sequence[Citation], width: int, search: str) -> list[Row | Block]:
    """Statements below each other; past MOST_LISTED, how to find the rest: by the query `search`."""
    rows: list[Row | Block] = [
        Block("", partial(statement_rows, dossier, cite, width), counts=False, others=[cite])
        for cite in cites[:MOST_LISTED]
    ]
    if len(cites) > MOST_LISTED:
        left = f"… {len(cites) - MOST_LISTED} more; to find them, / and {search}"
        rows += hanging((), [Span(left, "dim")], width, LABEL_WIDTH)
    return rows


def cited_spans(dossier: Dossier, text: str, cites: Sequence[Citation]) -> list[Span]:
    """A sentence of ours that rests on statements: the sentence, then each citation with its hedge."""
    claims = claims_of(dossier, cites)
    return [Span(text), Span(" "), *(cited_end(dossier, claims) if claims or not cites else to_be_written())]


def to_be_written() -> tuple[Span, ...]:
    """In the place of a type, where nobody has written the statement yet."""
    return label(UNWRITTEN)


def marked_spans(dossier: Dossier, text: str, cites: Sequence[Citation]) -> list[Span]:
    """The same with the glyph of each type that it rests on first, where no column has the type."""
    return [*type_glyphs(basis_of(dossier, cites)), *cited_spans(dossier, text, cites)]


def worded_spans(dossier: Dossier, text: str, cites: Sequence[Citation]) -> list[Span]:
    """The same with each type by glyph and word: `◇ assessment, △ forecast · text p1.3 · p11.1 “may” (…)`."""
    types = type_words(basis_of(dossier, cites))
    return [*types, *([Span(" · ", "dim")] if types else []), *cited_spans(dossier, text, cites)]


def cited_rows(dossier: Dossier, text: str, cites: Sequence[Citation], width: int) -> list[Row]:
    """A sentence of ours: the type of its leading statement as its label, any other type before its text."""
    basis = basis_of(dossier, cites)
    first, others = basis.marks[:1], type_words(basis)[2:]
    body = [*others, *([Span(" · ", "dim")] if others else []), *cited_spans(dossier, text, cites)]
    return hanging(label(first[0]) if first else (), body, width, LABEL_WIDTH)


def our_words(text: str) -> list[Span]:
    """A text of the curator's that nobody has to be named for."""
    return [Span(f"{CURATOR.glyph}{NBSP}{text}", CURATOR.role)] if not is_unwritten(text) else [Span(text, "absent")]


def derived_spans(dossier: Dossier, text: str, basis: Sequence[Citation]) -> list[Span]:
    """The curator's inference, marked as such, and what it rests on, with the types and hedges of that."""
    spans = [Span(f"{CURATOR.glyph}{NBSP}curator: ", CURATOR.role), Span(text, CURATOR.role)]
    return [*spans, Span(" (from "), *drawn_on(dossier, basis), Span(")")] if basis else spans
