"""`caucasus-tui draft`: a statement for each sentence of a source, to be filled in; its words are left out."""

import argparse
from collections.abc import Sequence

from caucasus_tui.commands.changing import Change, make_changes, own_folder
from caucasus_tui.commands.opening import OK, PROBLEMS, ended, open_dossier, originals_of, size_limit
from caucasus_tui.commands.printing import markings
from caucasus_tui.dossier.intake.sentences import Skeleton, lines, skeletons, written
from caucasus_tui.dossier.loading.dossier_files import dossier_files
from caucasus_tui.dossier.loading.originals import Original
from caucasus_tui.dossier.model.sources import Paragraph, Source
from caucasus_tui.dossier.problems import did_you_mean
from caucasus_tui.dossier.text import counted
from caucasus_tui.dossier.text.clean import clean
from caucasus_tui.dossier.text.placeholders import PLACEHOLDER

EXAMPLES = """\
examples:
  caucasus-tui --dossier mine draft letter p3 p4    of two paragraphs, to be copied
  caucasus-tui --dossier mine draft letter -o       into seeds/letter.yaml, wherever nothing is said yet
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The source, its paragraphs, and where to."""
    parser.add_argument("source", metavar="SOURCE", help="the id of a source whose text is in seeds/originals/")
    parser.add_argument("paragraphs", metavar="PARAGRAPH", nargs="*", help="p1, p2 …; without one every paragraph")
    parser.add_argument(
        "-o", "--in-place", action="store_true", help="write them into the file of the source, where none are yet"
    )
    parser.add_argument("--dry-run", action="store_true", help="with -o: print what would change as a diff")


def run(options: argparse.Namespace) -> int:
    """0 and the drafts, printed or written; 1 where the dossier has errors, or no such source, paragraph or text; 2
    where a file cannot be written."""
    dossier = open_dossier(options)
    source = dossier.whole.source(options.source)
    if source is None:
        known = [source.id for source in dossier.whole.sources]
        there = ", ".join(known) if options.dossier else "those of the bundled dossier, unless --dossier names yours"
        hint = did_you_mean(options.source, known) or f"; there are: {there}"
        raise ended(f"no source is called {clean(options.source)!r}{hint}", PROBLEMS, command="draft")
    original = originals_of(dossier.whole, options.dossier).found.get(source.id)
    if original is None or original.problem:
        why = original.problem if original else f"no text of {source.id} is in seeds/originals/"
        raise ended(f"{why}; put it there as {source.id}.txt", PROBLEMS, command="draft")
    found = _drafts(source, original, options.paragraphs)
    return _put(source, found, options) if options.in_place else _print(source, found, markings(dossier))


def _drafts(source: Source, original: Original, names: Sequence[str]) -> dict[str, list[Skeleton]]:
    """By paragraph, of those named or of all. Raises Ended."""
    ids = [paragraph.id for paragraph in source.paragraphs]
    for name in names:
        if name not in ids:
            hint = did_you_mean(name, ids) or f"; it has: {', '.join(ids)}"
            raise ended(f"{source.id} has no paragraph {clean(name)!r}{hint}", PROBLEMS, command="draft")
        if name not in original.passages:
            raise ended(f"the text of {name} is not in {original.file}", PROBLEMS, command="draft")
    return {
        paragraph.id: skeletons(paragraph.id, original.passages[paragraph.id], _said(paragraph))
        for paragraph in source.paragraphs
        if paragraph.id in original.passages and (not names or paragraph.id in names)
    }


def _said(paragraph: Paragraph) -> list[str]:
    """The ids of its statements but for the one that `new` puts there to be replaced."""
    return [statement.id for statement in paragraph.statements if statement.text != PLACEHOLDER]


def _print(source: Source, found: dict[str, list[Skeleton]], marked: list[str]) -> int:
    for line in marked:
        print(f"# {line}")
    print(f"# For seeds/{source.id}.yaml, below 'statements:' of each paragraph; '[]' there goes.")
    for name, drafts in found.items():
        print("\n".join((f"  # {name}", *lines(drafts))))
    return OK


def _put(source: Source, found: dict[str, list[Skeleton]], options: argparse.Namespace) -> int:
    """Into the file, but for paragraphs in which something is said or drafted."""
    folder = own_folder(options)
    full = [paragraph.id for paragraph in source.paragraphs if paragraph.id in found and _said(paragraph)]
    empty = {name: drafts for name, drafts in found.items() if name not in full}
    path = f"seeds/{source.id}.yaml"

    def changes() -> Sequence[Change]:
        file = next(file for file in dossier_files(folder, size_limit(options)) if file.path == path)
        return [Change(path, file.content, written(file, empty))] if empty else []

    def done(changed: Sequence[Change]) -> list[str]:
        count = sum(map(len, empty.values())) if changed else 0
        left = f"; left as they are, for there are statements in them: {', '.join(full)}" if full else ""
        return [f"{counted(count, 'statement')} to fill in, in {path}{left}"]

    return make_changes(options, folder, changes, done)
