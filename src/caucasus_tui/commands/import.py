"""`caucasus-tui import`: a table of events, from a spreadsheet or another program, becomes events of a dossier.

Every line is reported; if one cannot be taken, none is.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from caucasus_tui.commands.begun_source import IncomingError, told
from caucasus_tui.commands.changing import Change, make_changes, own_folder, refused
from caucasus_tui.commands.opening import PROBLEMS, read_loaded, size_limit
from caucasus_tui.dossier.intake.event_table import table_in
from caucasus_tui.dossier.intake.new_events import NewEvent, appended, new_events
from caucasus_tui.dossier.intake.texts import STDIN, read_input
from caucasus_tui.dossier.loading.dossier_files import dossier_files
from caucasus_tui.dossier.loading.reader import parse
from caucasus_tui.dossier.text import counted
from caucasus_tui.dossier.text.clean import clean
from caucasus_tui.streams import complain

EXAMPLES = """\
examples:
  caucasus-tui --dossier mine import events table.csv --dry-run    what each line would become, and nothing written
  caucasus-tui --dossier mine import events table.csv
  caucasus-tui --dossier mine list event --csv > table.csv         the other way

The first line names the columns: date, end, title, lane, actors, place, citation; id may be one too. A date is EDTF,
such as 2021-05-04. Actors and places are named by id or name, several parted by semicolons: birch (host); alder.
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What, from where, and whether to write."""
    parser.add_argument("kind", metavar="events", choices=["events"], help="what the table holds: events")
    parser.add_argument("file", metavar="FILE", help="CSV in UTF-8, with commas, semicolons or tabs; - is stdin")
    parser.add_argument("--dry-run", action="store_true", help="tell what each line would become, and write nothing")


def run(options: argparse.Namespace) -> int:
    """0 where all lines were taken; 1, with nothing written, where one cannot be, or the dossier has errors; 2 where
    the file cannot be read, or the dossier is not one's own."""
    folder = own_folder(options)
    shown = "standard input" if options.file == STDIN else clean(options.file)
    try:
        table = told(shown, lambda: table_in(read_input(options.file, size_limit(options))))
    except IncomingError as error:
        raise refused("import", str(error)) from error
    count = len(table.lines)

    def changes() -> Sequence[Change]:
        found = new_events(read_loaded(options).dossier, table.lines, Path(shown).name)
        if wrong := _wrong(found):
            raise refused("import", f"{wrong} of {count} lines cannot be taken", PROBLEMS)
        return [_change(folder, found, size_limit(options))]

    def done(changed: Sequence[Change]) -> list[str]:
        if not changed:
            return ["no event is in it; nothing was changed"]
        return [f"{counted(count, 'event')} added to {changed[0].path}"]

    for name in table.unread:
        print(f"column {name!r} is not read")
    return make_changes(options, folder, changes, done)


def _wrong(found: Sequence[NewEvent]) -> int:
    """How many lines cannot be taken, after a word on each."""
    for one in found:
        if one.faults:
            complain(f"line {one.line}: {'; '.join(one.faults)}")
        else:
            print(f"line {one.line}: event:{one.plain['id']}")
    return sum(1 for one in found if one.faults)


def _change(folder: Path, found: Sequence[NewEvent], limit: int) -> Change:
    """Raises EditError, DossierError, OSError."""
    path = "data/events.yaml"
    file = next((file for file in dossier_files(folder, limit) if file.path == path), None)
    content = file.content if file else b""
    document = file.document if file else parse(content, path)
    return Change(path, content, appended(content, document, [one.plain for one in found]), is_new=file is None)
