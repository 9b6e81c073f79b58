"""`caucasus-tui show`: what is at an address: a record, statement, paragraph, source, cell, pane or answer."""

import argparse
from typing import TYPE_CHECKING

from caucasus_tui.commands.opening import OK, PROBLEMS, open_dossier, originals_of
from caucasus_tui.commands.printing import lens_of, output_arguments, print_json, print_rows
from caucasus_tui.streams import complain

if TYPE_CHECKING:
    from caucasus_tui.commands.json_values import Plain
    from caucasus_tui.dossier.model.dossier import Dossier
    from caucasus_tui.page.lens import Lens

HELP = "print what is at an address, such as lever:eu-economic or ecfr-2023:p8.2"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The address, and how to print."""
    parser.add_argument("address", metavar="ADDRESS", help="lever:eu-economic, ecfr-2023:p8.2, p8, pane:terms, ask:e …")
    output_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """1 where nothing has the address; the nearest ones are offered then."""
    from msgspec.structs import replace

    from caucasus_tui.commands import json_values as plain
    from caucasus_tui.panes.address import exists, page_at
    from caucasus_tui.panes.nearest import nearest_addresses, whole_address

    dossier = open_dossier(options)
    if dossier is None:
        return PROBLEMS
    lens = replace(lens_of(options), originals=originals_of(dossier, options.dossier))
    address = whole_address(dossier, options.address)
    if not address or not exists(dossier, address, lens):
        complain(f"nothing has the address {options.address!r}")
        for near, title in nearest_addresses(dossier, options.address):
            complain(f"  did you mean {near}  ({title})?")
        return PROBLEMS
    if options.json:
        kind, contents = _contents(dossier, address, lens)
        print_json(plain.envelope(dossier, kind, address=address, **contents))
    else:
        print_rows(dossier, list(page_at(dossier, address, lens).rows), lens)
    return OK


def _contents(dossier: "Dossier", address: str, lens: "Lens") -> "tuple[str, Plain]":
    """What is at an address, as plain values, and what it is called in the output."""
    from caucasus_tui.commands import json_values as plain
    from caucasus_tui.dossier.ask.answers import answer
    from caucasus_tui.page.answer import question_of
    from caucasus_tui.page.lever import cell_of, levers_between
    from caucasus_tui.panes.address import page_at

    if question := question_of(dossier, address):
        return "answer", plain.answer(dossier, answer(dossier, question))
    if record := dossier.record(address):
        return "record", plain.record(dossier, record)
    if dossier.statement(address):
        used_by = [user.ref for user in dossier.cited_by(address)]
        return "statement", {"statement": plain.statement(dossier, address), "used_by": used_by}
    if paragraph := dossier.paragraph(address):
        return "paragraph", {"paragraph": plain.paragraph(dossier, address, paragraph)}
    if source := dossier.source(address.removeprefix("source:")):
        return "source", {"source": plain.source(dossier, source)}
    if cell := cell_of(address):
        return "cell", {"levers": [plain.record(dossier, lever) for lever in levers_between(dossier, *cell)]}
    page = page_at(dossier, address, lens)
    return "page", {"title": page.title, "lines": [line.text.rstrip() for line in page.rows]}
