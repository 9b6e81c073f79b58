"""`caucasus-tui rename`: another id for a record, a source or a statement, everywhere in the files of a dossier."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from caucasus_tui.commands.changing import Change, make_changes, own_folder
from caucasus_tui.commands.opening import size_limit
from caucasus_tui.dossier.addresses import WORDS, Address, Bare, ParagraphAt, RecordAt, SourceAt, StatementAt, parse
from caucasus_tui.dossier.loading.by_place import EditError
from caucasus_tui.dossier.loading.dossier_files import DossierFile, dossier_files
from caucasus_tui.dossier.loading.folder import SEEDS
from caucasus_tui.dossier.loading.renaming import named, renamed
from caucasus_tui.dossier.model.links import NOT_STATED, is_record_id
from caucasus_tui.dossier.problems import did_you_mean
from caucasus_tui.dossier.text.clean import clean

EXAMPLES = """\
examples:
  caucasus-tui --dossier mine rename lever:closing blockade --dry-run    what would change, as a diff
  caucasus-tui --dossier mine rename lever:closing blockade              lever:closing still leads to it
  caucasus-tui --dossier mine rename source:letter letter-2041           with its file, and every citation
  caucasus-tui --dossier mine rename letter:p1.2 p1.3                    a statement
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Both ids, and whether to write."""
    parser.add_argument(
        "old", metavar="OLD", help="lever:closing, source:letter, letter:p1.2; the bare id where one has it"
    )
    parser.add_argument("new", metavar="NEW", help="the id it is to have: blockade, or lever:blockade")
    parser.add_argument("--dry-run", action="store_true", help="print what would change as a diff, and write nothing")


def run(options: argparse.Namespace) -> int:
    """0 where it is renamed; 1 where a file cannot be read or changed; 2 where nothing has the old id or something has
    the new one, the dossier is not one's own, or a file cannot be written."""
    folder = own_folder(options)
    moves: list[tuple[Path, Path]] = []

    def changes() -> Sequence[Change]:
        files = dossier_files(folder, size_limit(options))
        old, new = _meant(files, options.old, options.new)
        if isinstance(old, SourceAt) and isinstance(new, SourceAt):
            moves.extend(_moves(folder, old.name, new.name))
        found = list(renamed(files, old, new))
        if options.dry_run:
            return [Change(one.file.path, one.file.content, one.after) for one in found]
        _move(moves)  # first, and the id itself last: cut short in between, it can be done again
        now = {before.relative_to(folder).as_posix(): after.relative_to(folder).as_posix() for before, after in moves}
        return [Change(now.get(one.file.path, one.file.path), one.file.content, one.after) for one in found]

    def moved(word: str) -> list[str]:
        return [f"{word}: {before.relative_to(folder)} → {after.relative_to(folder)}" for before, after in moves]

    def done(changed: Sequence[Change]) -> list[str]:
        return [*moved("renamed"), f"changed: {', '.join(change.path for change in changed)}"]

    return make_changes(options, folder, changes, done, lambda: moved("renamed would be"))


def _move(moves: Sequence[tuple[Path, Path]]) -> None:
    """All of them or none. Raises OSError."""
    for number, (before, after) in enumerate(moves):
        try:
            before.rename(after)
        except OSError:
            for moved, back in moves[:number]:
                back.rename(moved)
            raise


def _meant(files: Sequence[DossierFile], old_id: str, new_id: str) -> tuple[Address, Address]:
    """Both addresses. Raises EditError where nothing can have been meant, or the new one is no id or is taken."""
    known = dict.fromkeys(named(files))
    typed = parse(old_id)
    found = [typed] if typed in known else [it for it in known if str(it).partition(":")[2] == old_id]
    if isinstance(typed, ParagraphAt):
        raise EditError(f"{clean(old_id)} is a paragraph; rename its statements, and its own id by hand")
    if len(found) != 1:
        several = f"several have the id {old_id}: {', '.join(map(str, found))}"
        hint = did_you_mean(old_id, [*map(str, known)]) or "; 'caucasus-tui list --refs' has every address"
        raise EditError(several if found else f"nothing has the id {clean(old_id)!r}{hint}")
    old = found[0]
    word, bare = str(old).partition(":")[0], new_id.rpartition(":")[2]
    new = parse(f"{word}:{bare}")
    if str(new) not in (new_id, f"{word}:{new_id}") or type(new) is not type(old):
        raise EditError(f"{clean(new_id)!r} is no id for {old}; write {word}:ID, or ID alone")
    match old, new:
        case StatementAt(_, before), StatementAt(_, after) if before.partition(".")[0] != after.partition(".")[0]:
            raise EditError(f"{after!r} belongs to another paragraph; the id begins with that of its own")
        case RecordAt() | SourceAt(), _ if not is_record_id(bare) or bare == NOT_STATED:
            raise EditError(f"{clean(bare)!r} is no id; an id is lower-case words joined by hyphens")
        case SourceAt(), _ if bare in WORDS:
            raise EditError(f"{bare!r} begins other addresses; call the source otherwise")
        case Bare(), _:
            raise EditError(f"nothing has the id {clean(old_id)!r}")
    if new in known:
        raise EditError(f"{new} is there already; take another id")
    return old, new


def _moves(folder: Path, old: str, new: str) -> list[tuple[Path, Path]]:
    """The files that are called like the source: its own, and the text beside it. Raises EditError where others have
    their new names."""
    places = ((folder / SEEDS, "{}.yaml"), (folder / SEEDS / "originals", "{}.txt"))
    found = [(at / name.format(old), at / name.format(new)) for at, name in places if (at / name.format(old)).is_file()]
    for _, after in found:
        if after.exists():
            raise EditError(f"{after.relative_to(folder)} is there already, and would be lost; move it away first")
    return found
