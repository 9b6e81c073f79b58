"""`caucasus-tui list`: everything of one kind with its address; without a kind, the kinds."""

import argparse
import sys
from collections.abc import Iterable, Sequence

from caucasus_tui.commands import json_values as plain
from caucasus_tui.commands.opening import OK, PROBLEMS, Ended, open_dossier
from caucasus_tui.commands.printing import layers_of, markings, print_json
from caucasus_tui.dossier.addresses import PaneAt, parse
from caucasus_tui.dossier.model import Dossier, Event, hedge_words
from caucasus_tui.dossier.model.joined import LATER_KINDS
from caucasus_tui.dossier.problems import did_you_mean
from caucasus_tui.dossier.search.results import KIND_ORDER
from caucasus_tui.page.claim import is_curated, stated_by, stated_words, superseded_by
from caucasus_tui.page.copying import is_later
from caucasus_tui.page.layer_off import off
from caucasus_tui.page.marks import CURATOR, LATER
from caucasus_tui.panes import PANES


def arguments(parser: argparse.ArgumentParser) -> None:
    """The kind, and how to print."""
    parser.add_argument("type", nargs="?", metavar="KIND", help="lever, event, gap, statement …")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--refs", action="store_true", help="addresses alone, one a line; without a kind every one")
    ways.add_argument(
        "--csv",
        action="store_true",
        help="CSV: of events the columns of 'import', else address and title; then type, hedge and citation",
    )
    ways.add_argument("--json", action="store_true", help="JSON instead of text; docs/json-output.md has its keys")


def run(options: argparse.Namespace) -> int:
    """One address and title a line, or one kind and count; 1 for a kind that there is not."""
    dossier = open_dossier(options)
    if layers_of(options):
        dossier = dossier.whole
    types, kind = _types(dossier), ""
    if options.refs and options.type is None:
        sys.stdout.writelines(f"{PaneAt(name)}\n" for name in PANES)
        sys.stdout.writelines(f"{ref}\n" for found in types.values() for ref, _ in found)
        return OK
    if options.type is None:
        lines = [(kind, str(len(found))) for kind, found in types.items()]
    elif (kind := _kind(dossier, options.type)) in types or (
        options.csv and kind in KIND_ORDER and kind not in LATER_KINDS
    ):
        lines = types.get(kind, [])
    else:
        if kind in LATER_KINDS and dossier.since:
            raise Ended(PROBLEMS, off())
        hint = did_you_mean(options.type, types) or f"; there are: {', '.join(types)}"
        raise Ended(PROBLEMS, f"nothing here is of the kind {options.type!r}{hint}")
    if options.refs:  # for programs: a shell that completes, a loop
        sys.stdout.writelines(f"{name}\n" for name, _ in lines)
    elif options.csv:
        sys.stdout.write(_csv(dossier, kind, lines))
    elif options.json:
        print_json(_contents(dossier, kind, lines))
    else:
        sys.stdout.writelines(f"{line}\n" for line in markings(dossier))
        width = max((len(name) for name, _ in lines), default=0)
        said = (f"{at:<{width}}  {_told(dossier, at, text)}{stated_words(dossier, at)}\n" for at, text in lines)
        sys.stdout.writelines(said)
    return OK


def _contents(dossier: Dossier, kind: str, lines: list[tuple[str, str]]) -> plain.Plain:
    """Everything of a kind; without one, the kinds and how much there is of each."""
    if not kind:
        return plain.envelope(dossier, "types", types=[{"type": name, "count": int(count)} for name, count in lines])
    return plain.envelope(dossier, "list", type=kind, records=[_record(dossier, *line) for line in lines])


def _record(dossier: Dossier, ref: str, title: str) -> plain.Plain:
    layer = "later" if is_later(dossier, parse(ref)) else "seed"
    return {"ref": ref, "title": title, "layer": layer, "basis": plain.stated(dossier, ref)}


def _cells(dossier: Dossier, ref: str) -> tuple[str, ...]:
    """What says it, in columns."""
    if (claim := stated_by(dossier, ref)) is None:
        return "", "", "", ""
    word, hedge = CURATOR.word if is_curated(dossier, ref) else claim.mark.word, claim.hedge
    return word, hedge_words(hedge) if hedge else "", str(claim.cite), superseded_by(dossier, claim.cite.source)


def _told(dossier: Dossier, ref: str, text: str) -> str:
    """A text, behind the mark where it came later: no line of it is to be taken for the text's."""
    return f"{LATER.glyph} {text}" if is_later(dossier, parse(ref)) else text


def _csv(dossier: Dossier, kind: str, lines: list[tuple[str, str]]) -> str:
    """A row with the names of the columns, were there nothing else; with columns for what says it, and one for the
    marking, so that both go with every line that somebody takes out."""
    from caucasus_tui.dossier.intake.event_table import COLUMNS, MARKING, SAID, as_csv, event_lines

    names: tuple[str, ...] = ("address", "title", *SAID)
    table: Iterable[Sequence[str]] = ((ref, _told(dossier, ref, text), *_cells(dossier, ref)) for ref, text in lines)
    if kind == Event.kind:
        names = (*COLUMNS, *SAID)
        events = zip(event_lines(dossier.events), dossier.events, strict=True)
        table = ((*line, *_cells(dossier, event.ref)) for line, event in events)
    marked = markings(dossier)
    return as_csv((*names, *(MARKING for _ in marked)), ((*line, *marked) for line in table))


def _types(dossier: Dossier) -> dict[str, list[tuple[str, str]]]:
    """Address and title of everything, by type, in the order of the files."""
    types: dict[str, list[tuple[str, str]]] = {}
    for record in dossier.records():
        types.setdefault(record.kind, []).append((record.ref, record.title))
    for source in dossier.sources:
        types.setdefault("source", []).append((f"source:{source.id}", source.title))
        for paragraph in source.paragraphs:
            types.setdefault("paragraph", []).append((f"{source.id}:{paragraph.id}", paragraph.about))
    types["statement"] = [(cite, statement.sentence) for cite, statement in dossier.statements()]
    return types


def _kind(dossier: Dossier, typed: str) -> str:
    """`lever`, also as `levers` and by the name of its file; what is no type is returned as it is."""
    word = typed.casefold()
    records = getattr(dossier, word, ()) if word in dossier.__struct_fields__ else ()
    if isinstance(records, tuple) and records:
        return str(getattr(records[0], "kind", word))
    return word if word in _types(dossier) else word.removesuffix("s")
