"""Search results as a page: grouped by kind, what matched marked, a gap as good a hit as a fact."""

from collections.abc import Sequence

from caucasus_tui.dossier.model import Dossier, Statement
from caucasus_tui.dossier.search import Hit, Results
from caucasus_tui.dossier.search.highlights import excerpt
from caucasus_tui.dossier.search.results import Spans
from caucasus_tui.dossier.search.searches import Found
from caucasus_tui.page.claim import (
    cited_end,
    claims_of,
    hedge_span,
    is_curated,
    said_by_none,
    stated_claims,
    whole_cite,
)
from caucasus_tui.page.marks import CURATOR, Mark
from caucasus_tui.page.matches import marked
from caucasus_tui.page.rows import Page, Row, Span, cell_width, cells_of, flowing, spread, wrap

LEAST = 24
"""Cells that a title needs beside its address."""


def found_page(dossier: Dossier, found: Found, width: int) -> Page:
    """The hits, those of the later layer last; where there is none, what to try instead."""
    results = found.results
    rows: list[Row] = []
    if results.problem:
        rows += flowing([Span(results.problem, "warn")], width)
    if results.repaired:
        taken = ", ".join(f"{word} as {found}" for word, found in results.repaired)
        rows.append(Row((Span(f"Taken: {taken}", "dim"),)))
    for remark in results.remarks:
        end = "" if remark.endswith("?") else "."
        rows += flowing([Span(f"{remark[:1].upper()}{remark[1:]}{end}", "dim")], width)
    rows += _listed(dossier, results, width)
    if not results.hits and results.query and not results.problem:
        rows += flowing([Span(f"Nothing is found for “{results.query}”.", "absent")], width)
        if results.nearest:
            rows.append(Row((Span("The nearest word here is "), Span(results.nearest, "strong"), Span("."))))
    elif not results.query:
        rows.append(Row((Span("Type a word, a name in any script, or a question.", "dim"),)))
        rows.append(Row((Span(f"Narrow it: {'  '.join(_examples(dossier))}", "dim"),)))
    cut = f", the first {len(results.hits)} here" if len(results.hits) < results.total else ""
    if found.later and found.later.hits:
        from caucasus_tui.page.since import behind_mark, rule

        rows += [*rule(dossier, width), *behind_mark(_listed(dossier.whole, found.later, width - 2))]
    title = f"Search: {results.query}" if results.query else "Search"
    return Page(title, rows, "partial matches" if results.relaxed else f"{results.total} found{cut}")


def _listed(dossier: Dossier, results: Results, width: int) -> list[Row]:
    rows: list[Row] = []
    for group in results.groups:
        rows.append(Row((Span(group.kind, "heading"), Span(f"  {len(group.hits)}", "dim"))))
        rows += [line for hit in group.hits for line in hit_rows(dossier, hit, width)]
    return rows


def _examples(dossier: Dossier) -> list[str]:
    """Filters that find something here, as far as the dossier names somebody and has a date."""
    actors = [f"actor:{actor.id}" for actor in dossier.actors[:1]]
    as_of = dossier.about.as_of.edtf
    dates = [f"after:{as_of.earliest.isoformat()[:-3]}"] if as_of else []
    return [*actors, "kind:forecast", *dates, "pane:terms"]


def hit_rows(dossier: Dossier, hit: Hit, width: int) -> list[Row]:
    """Title and address, a statement with its hedge; where the match is in a text below it, a line of that with what
    says it, else what says the title. Of what is too long the part that matches."""
    said = stated_claims(dossier, hit.ref)
    ours = is_curated(dossier, hit.ref)
    mark = Mark("·", "", "dim") if not said else CURATOR if ours else said[0].mark
    itself = hit.kind == Statement.kind
    below = bool(hit.snippet_spans) and not (itself and hit.snippet == hit.title)
    hedge = [part for claim in said if itself for span in hedge_span(claim) for part in (span, Span(" "))]
    end = [*hedge, Span(whole_cite(dossier, hit.ref), "cite")]
    if said and not itself and not below:
        end += [Span("  "), *cited_end(dossier, said, links=False, typed=ours)]
    head = (Span(f"  {mark.glyph} ", mark.role),)
    most = width // 2 if len(end) > 1 else width - LEAST
    rows = _ended(head, (hit.title, hit.title_spans), end, width, most, "text" * itself)
    if below:
        claims = claims_of(dossier, hit.snippet_cites)
        end = cited_end(dossier, claims, links=False, typed=True) or said_by_none(dossier, hit.ref, hit.snippet)
        if hit.snippet == hit.title:  # a title that is what a statement says
            rows += [Row((Span("      "), *line)) for line in wrap(end, width - 6)]
        else:
            rows += _ended((Span("      "),), (hit.snippet, hit.snippet_spans), end, width, width // 2, "dim")
    return [Row(line.spans, "" if index else hit.ref, index > 0) for index, line in enumerate(rows)]


def _ended(
    head: Sequence[Span], text: tuple[str, Spans], end: Sequence[Span], width: int, most: int, role: str = ""
) -> list[Row]:
    """As much of a text as there is room for beside its end, which is whole: in lines of its own where it is longer
    than `most` cells. A title, which has no `role`, is whole as well."""
    used, taken = (cells_of(spans) for spans in (head, end))
    room = width - used - taken - 2
    if taken <= most - used and (role or cell_width(text[0]) <= room):
        shown = (*head, *marked(*excerpt(*text, room), role or "text"))
        return [Row(spread(shown, end, width) if role else (*shown, Span("  "), *end))]
    said = excerpt(*text, width - 6) if role else text
    first, *more = wrap(marked(*said, role or "text"), width - 6)
    return [Row((*head, *first)), *(Row((Span("      "), *line)) for line in (*more, *wrap(end, width - 6)))]
