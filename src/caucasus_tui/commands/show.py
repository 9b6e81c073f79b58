"""`caucasus-tui show`: what is at an address: a record, statement, paragraph, source, cell, pane or answer."""

import sys
from typing import TYPE_CHECKING

from msgspec.structs import replace

from caucasus_tui.commands import json_values as plain
from caucasus_tui.commands.json_values import Plain
from caucasus_tui.commands.opening import OK, open_dossier, originals_of
from caucasus_tui.commands.printing import lens_of, output_arguments, print_json, print_rows
from caucasus_tui.commands.typed_address import place_meant
from caucasus_tui.dossier.addresses import Address, BehindAt, CellAt, PaneAt, ParagraphAt, SourceAt, StatementAt
from caucasus_tui.dossier.addresses.places import exists, thing_at
from caucasus_tui.dossier.ask.answers import answer
from caucasus_tui.dossier.model import LATER_PANES, Dossier, Paragraph, Question, Record, Source
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page
from caucasus_tui.page.since import caveat
from caucasus_tui.page.straight import WIDE, straight
from caucasus_tui.panes.router import page_at

if TYPE_CHECKING:
    import argparse


def arguments(parser: "argparse.ArgumentParser") -> None:
    """The address, and how to print."""
    parser.add_argument("address", metavar="ADDRESS", help="lever:eu-economic, p8.2, T9, Ankara, pane:terms, ask:e …")
    parser.set_defaults(commands=())
    output_arguments(parser)


def run(options: "argparse.Namespace") -> int:
    """1 where nothing has the address; the nearest ones are offered then, as are all where several have a bare id."""
    dossier = open_dossier(options)
    lens = replace(lens_of(options), originals=originals_of(dossier, options.dossier))
    address = place_meant(dossier, options.address, options.commands)
    is_read_on = isinstance(address, PaneAt) and not options.json and not sys.stdout.isatty()
    page = page_at(dossier, str(address), replace(lens, width=WIDE, straight=True) if is_read_on else lens)
    if options.json:
        kind, contents = _contents(dossier, address, page, lens)
        print_json(plain.envelope(dossier, kind, address=str(address), **contents))
    else:
        print_rows(dossier, list(straight(page.rows, lens.width) if is_read_on else page.rows), lens)
    return OK


def _contents(dossier: Dossier, address: Address, page: Page, lens: Lens) -> tuple[str, Plain]:
    """What is at an address, as plain values, what it is called in the output, and whether it came later."""
    if not lens.since or dossier.since is None:
        return _plain(dossier, address, page)

    whole, said = dossier.whole, {"layer": "later", "caveat": caveat(dossier)}
    if isinstance(address, PaneAt) and address.name in LATER_PANES:
        records = whole.ledger if address.name == "ledger" else whole.disputes
        return address.name, {**said, "records": [plain.record(whole, record) for record in records]}
    if exists(dossier, address):
        return _plain(dossier, address, page)
    kind, contents = _plain(whole, address, page)
    return kind, {**said, **contents}


def _plain(dossier: Dossier, address: Address, page: Page) -> tuple[str, Plain]:
    match address, None if isinstance(address, BehindAt) else thing_at(dossier, address):
        case _, Question() as question:
            return "answer", plain.answer(dossier, answer(dossier, question))
        case _, Record() as record:
            return "record", plain.record(dossier, record)
        case StatementAt(), _:
            used_by = [user.ref for user in dossier.cited_by(str(address))]
            return "statement", {"statement": plain.statement(dossier, str(address)), "used_by": used_by}
        case ParagraphAt(), Paragraph() as paragraph:
            return "paragraph", {"paragraph": plain.paragraph(dossier, str(address), paragraph)}
        case SourceAt(name), Source() as source:
            return "source", {"source": plain.source(dossier, dossier.source(name) or source)}
        case CellAt(), tuple() as levers:
            return "cell", {"levers": [plain.record(dossier, lever) for lever in levers]}
    return "page", {"title": page.title, "lines": [line.text.rstrip() for line in page.rows]}
