"""`caucasus-tui search`: everything that holds the words, whatever their script or spelling."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from caucasus_tui.commands.opening import OK, PROBLEMS, USAGE, Ended, open_dossier
from caucasus_tui.commands.printing import layers_of, lens_of, output_arguments, print_json, print_rows
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.search import LIMIT, Group, Hit, Results, SearchIndex
from caucasus_tui.page.claim import Basis, cited_end, claims_of, is_curated, said_by_none, stated_spans, type_words
from caucasus_tui.page.rows import Row, Span, hanging
from caucasus_tui.page.statement import statement_rows
from caucasus_tui.streams import complain

if TYPE_CHECKING:
    import argparse

    from caucasus_tui.commands.json_values import Plain

EXAMPLES = """\
words and names        caucasus-tui search lachin corridor
a question             caucasus-tui search who can stop Baku
a date, in any form    caucasus-tui search 20 September 2023
words together         caucasus-tui search '"lachin corridor"'
without a word         caucasus-tui search lachin -corridor     (or: NOT corridor)
a statement            caucasus-tui search ecfr-2023:p8.2
narrowed               caucasus-tui search russia kind:forecast source:ecfr-2023 actor:armenia type:lever
                       place:lachin pane:terms after:2023-09 before:2023-10 kind:curator
"""
_MINUS = "\u2212"
"""The sign of subtraction: to the search the same as a dash, to a parser of options no option."""


def arguments(parser: "argparse.ArgumentParser") -> None:
    """The words, and how to print."""
    parser.add_argument("query", nargs="+", metavar="QUERY", help="words, names in any script, a question, filters")
    output_arguments(parser)


def dashes_kept(given: list[str]) -> list[str]:
    """The arguments with words such as `-corridor` made safe from being taken for options."""
    at = given.index("search") + 1
    return [*given[:at], *(re.sub(r"^-(?!-|h?\Z)", _MINUS, word) for word in given[at:])]


def run(options: "argparse.Namespace") -> int:
    """1 where nothing is found; the nearest word of the dossier is offered then. 2 for a filter that is wrong."""
    dossier = open_dossier(options)
    query = " ".join(options.query).replace(_MINUS, "-")
    results = SearchIndex(dossier).find(query)
    later = _later(dossier, query) if layers_of(options) else ()
    if results.problem:
        raise Ended(USAGE, results.problem)
    for remark in results.remarks:
        complain(remark)
    for word, taken in results.repaired:
        complain(f"{word!r} is not in the dossier; taken for {taken!r}")
    if options.json:
        from caucasus_tui.commands.json_values import envelope

        found = {"query": results.query, "total": results.total, "nearest": results.nearest}
        spelt = [{"word": word, "as": meant} for word, meant in results.repaired]
        hits = [_hit(dossier, hit) for hit in results.hits]
        print_json(
            envelope(
                dossier,
                "search",
                **found,
                relaxed=results.relaxed,
                taken=spelt,
                remarks=list(results.remarks),
                hits=hits,
                **({"later": [_hit(dossier.whole, hit) for hit in later]} if layers_of(options) else {}),
            )
        )
    elif results.hits or later:
        lens = lens_of(options)
        rows = _rows(dossier, results.groups, lens.width)
        print_rows(dossier, [*rows, *(_later_rows(dossier, later, lens.width) if later else [])], lens)
    if not (results.hits or later):
        hint = f"; the nearest word here is {results.nearest!r}" if results.nearest else ""
        raise Ended(PROBLEMS, f"nothing is found for {results.query!r}{hint}")
    return OK


def _hit(dossier: Dossier, hit: Hit) -> "Plain":
    """A hit; a statement is given whole."""
    from caucasus_tui.commands import json_values as plain

    said = plain.statement(dossier, hit.ref) if hit.kind == "statement" else None
    shown = {"ref": hit.ref, "kind": hit.kind, "title": hit.title, "snippet": hit.snippet}
    basis = {"basis": plain.basis(dossier, hit.snippet_cites), "title_basis": plain.stated(dossier, hit.ref)}
    return {**shown, "cites": list(hit.snippet_cites), **basis, "statement": said}


def _later(dossier: Dossier, query: str) -> tuple[Hit, ...]:
    """What is found in the later layer."""
    from caucasus_tui.dossier.search.later_index import LaterIndex

    return LaterIndex(dossier).find(query, LIMIT).hits


def _later_rows(dossier: Dossier, hits: tuple[Hit, ...], width: int) -> list[Row]:
    """The same below a rule, every line behind the mark."""
    from caucasus_tui.page.since import behind_mark, rule

    groups = Results(query="", hits=hits).groups
    return [*rule(dossier, width), *behind_mark(_rows(dossier.whole, groups, width - 2))]


def _rows(dossier: Dossier, groups: Iterable[Group], width: int) -> list[Row]:
    """The hits by kind. Statements are printed whole, with type, hedge and citation; the rest by address and title, and
    below it the text that holds the words, with whose it is; what holds them only in its title, with what says that."""
    rows: list[Row] = []
    for group in groups:
        rows.append(Row((Span(f"{group.kind}  {len(group.hits)}", "heading"),)))
        indent = min(max(len(hit.ref) for hit in group.hits) + 2, 36)
        for hit in group.hits:
            if hit.kind == "statement":
                rows += statement_rows(dossier, hit.ref, width)
            else:
                said = stated_spans(dossier, hit.ref)[: is_curated(dossier, hit.ref) if hit.snippet_spans else None]
                title = [Span(hit.title), *([Span("  "), *said] if said else [])]
                rows += hanging((Span(f"  {hit.ref}", "cite", hit.ref),), title, width, indent + 2)
                if hit.snippet_spans:
                    claims = claims_of(dossier, hit.snippet_cites)
                    end = [*type_words(Basis(claims)), Span(" "), *cited_end(dossier, claims)]
                    end = end if claims else said_by_none(dossier, hit.ref, hit.snippet)
                    rows += hanging(
                        (Span("     "),), [Span(f"{hit.snippet} " * (hit.snippet != hit.title)), *end], width, 6
                    )
    return rows
