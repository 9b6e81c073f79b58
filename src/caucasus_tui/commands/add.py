"""`caucasus-tui add`: a further text becomes a source of a dossier of your own."""

import argparse
import shlex
from collections.abc import Sequence
from pathlib import Path

from caucasus_tui.commands.begun_source import IncomingError, NewSource, new_source, preview, source_arguments
from caucasus_tui.commands.changing import Change, make_changes, own_folder, refused
from caucasus_tui.dossier.intake.kinds import kinds_read
from caucasus_tui.dossier.loading.folder import require_dossier

EXAMPLES = """\
examples:
  caucasus-tui --dossier mine add letter.docx
  caucasus-tui --dossier mine add page.html --cite zotero.json
  pbpaste | caucasus-tui --dossier mine add - --id letter  from the clipboard
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The text, what is known of it, and whether to write."""
    kinds = f"{kinds_read()}; in text, empty lines part the paragraphs; - is stdin"
    parser.add_argument("article", metavar="FILE", help=kinds)
    source_arguments(parser)
    parser.add_argument("--dry-run", action="store_true", help="print what would be written, and write nothing")


def run(options: argparse.Namespace) -> int:
    """0 and the paragraphs; 2, with nothing changed, where the text cannot be read, the source is there already, or the
    dossier is not one's own; 1 where it is no dossier."""
    folder = own_folder(options)
    try:
        source = new_source(options.article, options, first=False)
    except IncomingError as error:
        raise refused("add", str(error)) from error
    if taken := next((path for path, content in source.files if _is_taken(folder / path, content)), ""):
        raise refused("add", f"{taken} is there already; give the new source another id with --id")
    original, written = (path for path, _ in source.files)
    kept = f"its text for you alone in {original}"
    within = [f"  {line}" for line in preview(source)]
    added = f"Added {written}, {kept}. Nothing is in it yet but:"
    next_step = f"  caucasus-tui draft {source.id} --dossier {shlex.quote(options.dossier)}"
    return make_changes(
        options,
        folder,
        lambda: _changes(folder, source, options),
        lambda _: (added, *within, next_step),
        lambda: (f"{kept} would be kept", *within),
    )


def _is_taken(path: Path, content: bytes) -> bool:
    """Whether something else is there: an original may have been left by an `add` that was cut short."""
    if path.suffix == ".yaml" or not path.is_file():
        return path.exists()
    return path.stat().st_size != len(content) or path.read_bytes() != content


def _changes(folder: Path, source: NewSource, options: argparse.Namespace) -> Sequence[Change]:
    """Raises DossierError where the folder is no dossier."""
    require_dossier(folder)
    files = source.files[options.dry_run :]  # nobody needs a diff of the text that is at hand
    return [Change(path, b"", content, is_new=True) for path, content in files if not (folder / path).exists()]
