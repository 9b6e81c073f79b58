"""Numbers that the sources give, by what they count, beside each other. Nothing is added up, and no mean is taken."""

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from caucasus_tui.dossier.ask.selections import FIGURES
from caucasus_tui.dossier.model import Dossier, Figure, When, sentence_date
from caucasus_tui.dossier.text.fold import fold
from caucasus_tui.page.claim import basis_of, cited_end, type_glyphs
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows import Row, Span, hanging, wrapped
from caucasus_tui.page.rows.growing import Block

if TYPE_CHECKING:
    from caucasus_tui.dossier.model.links import Citation

INDENT = 26
"""Cells for a number and its unit, so that those of one thing stand below each other."""


def amount_words(figure: Figure) -> str:
    """`about 40 gates`, `20–25 %`."""
    value = _number(figure.value) + (f"–{_number(figure.to)}" if figure.to is not None else "")
    return " ".join(filter(None, ((figure.qualifier or "").replace("-", " "), value, figure.unit)))


def _number(value: float) -> str:
    """`17,333.335`: as it was written, never rounded, and never as a power of ten."""
    return f"{Decimal(repr(value)):,f}".removesuffix(".0")


def when_words(when: When) -> str:
    """`as of late September — …` of a day for which it speaks; of any other date the date: `in 2025`."""
    words = sentence_date(when)
    return f"as of {words}" if when.role == "as-of" and not words.startswith("as of ") else words


def figure_words(figure: Figure) -> str:
    """`about 120,000 people: refugees, as of late September`."""
    return f"{amount_words(figure)}: {figure.of}" + (f", {when_words(figure.when)}" if figure.when else "")


def figure_list(dossier: Dossier, lens: Lens) -> list[Row | Block]:
    """Every figure under what it counts, each with its date, type, hedge and source; the same thing once, in whatever
    case it is written."""
    found: dict[str, list[tuple[Citation, Figure]]] = {}
    kept = dossier.relations.selected.get(FIGURES)
    every = [(cite, dossier.statement(cite)) for cite in kept] if kept is not None else dossier.statements()
    for cite, statement in every:
        for figure in statement.figures if statement and lens.admits(dossier, cite) else ():
            found.setdefault(fold(figure.of), []).append((cite, figure))

    def make(cite: "Citation", figure: Figure) -> list[Row]:
        basis = basis_of(dossier, (cite,))
        when = [Span(f"{when_words(figure.when)} ", "date")] if figure.when else []
        body = [*type_glyphs(basis), *when, *cited_end(dossier, basis.claims)]
        return hanging((Span(f"  {amount_words(figure)}", "strong"),), body, lens.width, INDENT)

    rows: list[Row | Block] = []
    for members in found.values():
        rows += wrapped([Span(members[0][1].of, "dim")], lens.width)
        rows += [Block("", partial(make, *one), counts=False, others=one[:1]) for one in members]
    return rows
