"""What `new` and `add` do alike: a text, and perhaps a reference, made a source that nothing is said in yet."""

import argparse
from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import NamedTuple, TypeVar

from caucasus_tui.brief.formats.extras import installing
from caucasus_tui.commands.opening import size_limit
from caucasus_tui.dossier.intake.bibliography import LIMIT, Reference, reference_in
from caucasus_tui.dossier.intake.new_source import DraftParagraph, numbered, paragraphs_of, source_file, source_id
from caucasus_tui.dossier.intake.passages import IntakeError
from caucasus_tui.dossier.intake.texts import FILE_LIMIT, STDIN, MissingLibraryError, read_input, text_of
from caucasus_tui.dossier.loading.original_paragraphs import OriginalError
from caucasus_tui.dossier.model.links import is_record_id
from caucasus_tui.dossier.text import reason
from caucasus_tui.dossier.text.clean import clean

T = TypeVar("T")

EXTRA = "import"
SHOWN = 60
"""Paragraphs; a longer list runs off every screen."""


class IncomingError(Exception):
    """Something cannot be taken in; the text names it, and says why and what to do, in one line."""


class NewSource(NamedTuple):
    """`files`: path in the dossier and content; `told`: what was taken from the head of the text."""

    id: str
    paragraphs: list[DraftParagraph]
    files: tuple[tuple[str, bytes], ...]
    told: str = ""


def source_arguments(parser: argparse.ArgumentParser) -> None:
    """What may be said of a text besides its file."""
    parser.add_argument(
        "--cite",
        metavar="FILE",
        help="take title, authors, date, DOI and address from CSL-JSON or BibTeX, as Zotero exports them",
    )
    parser.add_argument("--key", metavar="KEY", default="", help="which reference, where --cite has several")
    parser.add_argument("--id", metavar="ID", default="", help="what the source is called (default: after its file)")


def new_source(path: str, options: argparse.Namespace, *, first: bool) -> NewSource:
    """The source that a file, or `-`, becomes. Raises IncomingError."""
    if options.key and not options.cite:
        raise IncomingError("--key chooses among the references of --cite; name its file too")
    if options.cite == path == STDIN:
        raise IncomingError("standard input can hold one of the two; name a file for the text or for --cite")
    if options.id and not is_record_id(options.id):
        raise IncomingError(
            f"{clean(options.id)!r} is no id; lower-case words joined by hyphens are, such as hill-road"
        )
    shown = "standard input" if path == STDIN else clean(path)
    limit = FILE_LIMIT if options.max_file is None else size_limit(options)
    text, found = told(shown, lambda: text_of(read_input(path, limit), path, shown))
    paragraphs = numbered(found.texts, found.title, found.headings) if found else paragraphs_of(text)
    if not paragraphs:
        raise IncomingError(f"{shown}: there is no text in it")
    source = options.id or source_id(path)
    template = (files("caucasus_tui") / "blank" / "source.yaml").read_text(encoding="utf-8")
    reference, front = _reference(options), ""
    if found and found.front:
        from caucasus_tui.dossier.intake.front_matter import front_matter

        own, front = front_matter(found.front)
        if reference:
            own = own._replace(**{field: said for field, said in reference._asdict().items() if said})
            front += "; --cite goes before it"
        reference = own
    written = source_file(template, source, paragraphs, reference, first=first)
    contents = ((f"seeds/originals/{source}.txt", text.encode()), (f"seeds/{source}.yaml", written.encode()))
    return NewSource(source, paragraphs, contents, front)


def preview(source: NewSource) -> Iterator[str]:
    """A line for each paragraph: its id and first words, so that one that was cut wrongly is seen; one on its head."""
    for paragraph in source.paragraphs[:SHOWN]:
        yield f"{paragraph.id:<4}  {paragraph.beginning}"
    if len(source.paragraphs) > SHOWN:
        yield f"…     and {len(source.paragraphs) - SHOWN} more"
    if source.told:
        yield source.told


def _reference(options: argparse.Namespace) -> Reference | None:
    if not options.cite:
        return None
    return told(clean(options.cite), lambda: reference_in(read_input(options.cite, LIMIT), options.key))


def told(shown: str, read: Callable[[], T]) -> T:
    """What was read. Raises IncomingError in place of whatever stands in its way."""
    try:
        return read()
    except MissingLibraryError as error:
        raise IncomingError(f"{shown}: {error}: {installing(EXTRA)}") from error
    except IntakeError as error:
        raise IncomingError(f"{shown}: {error}") from error
    except OriginalError as error:
        raise IncomingError(str(error)) from error
    except OSError as error:
        raise IncomingError(f"{shown}: {reason(error, 'cannot be read')}") from error
