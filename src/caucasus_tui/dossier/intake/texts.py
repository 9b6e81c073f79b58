"""A file, or what is piped in, as a text of paragraphs: plain text and Markdown, Word, web pages and PDF."""

import logging
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from caucasus_tui.dossier.intake.kinds import CALLED, HTML, MARKDOWN, PDF, TEXT, WORD, kind_of
from caucasus_tui.dossier.intake.passages import IntakeError, Passages
from caucasus_tui.dossier.loading.files import UnsafeFileError, read_bytes
from caucasus_tui.dossier.loading.original_paragraphs import OriginalError, decoded_original
from caucasus_tui.dossier.text.clean import clean

T = TypeVar("T")

FILE_LIMIT = 20_000_000
"""Bytes of a file with pictures in it; of its text `SIZE_LIMIT` of an original holds."""
SAID = 120
"""Characters kept of what a library says of itself."""
STDIN = "-"
_MODULES = {HTML: "web_page", PDF: "pdf_lines", WORD: "word"}
_NAMES = {**CALLED, "bibtex": "BibTeX"}


class MissingLibraryError(IntakeError):
    """What reads this kind of file comes with the extra `import`, and is not installed."""


def read_input(path: str, limit: int = FILE_LIMIT) -> bytes:
    """The bytes of a file, or of standard input for `-`. A link that the reader typed is followed: it is their own.
    Raises IntakeError, OSError."""
    if path == STDIN:
        content = sys.stdin.buffer.read(limit + 1)
        if len(content) > limit:
            raise IntakeError(f"more than {limit / 1_000_000:g} MB; take the part that you need")
        return content
    try:
        return read_bytes(Path(path).resolve(strict=True), limit)
    except UnsafeFileError as error:
        folder = Path(path).is_dir()
        what = "it is a folder; name a file in it" if folder else str(error).partition(";")[0]
        raise IntakeError(what) from error


def text_of(content: bytes, name: str, shown: str) -> tuple[str, Passages | None]:
    """The text that is kept as the original, and its paragraphs where the kind of file says which those are.
    Raises IntakeError, OriginalError."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # as a Windows editor may save a page, or Markdown
        content = decoded_original(content, shown).encode()
    kind = kind_of(content, name)
    if not kind.name:
        raise IntakeError(f"this is {kind.instead}")
    if kind.name == TEXT:
        return decoded_original(content, shown), None
    if kind.name == MARKDOWN:
        from caucasus_tui.dossier.intake import markdown

        source = decoded_original(content, shown)
        found = called(MARKDOWN, lambda: markdown.paragraphs(source))
    else:
        found = called(kind.name, lambda: _reader(kind.name)(content))
    if not found.texts:
        raise OriginalError(f"{shown}: there is no text in it")
    kept = "\n\n".join(([found.title] if found.title else []) + list(found.texts)) + "\n"
    return decoded_original(kept.encode(), shown), found


def _reader(kind: str) -> Callable[[bytes], Passages]:
    reader: Callable[[bytes], Passages] = library_module(kind, _MODULES[kind]).paragraphs
    return reader


def library_module(kind: str, name: str) -> Any:
    """A module of this room whose library may be missing. Raises MissingLibraryError with its name."""
    try:
        return import_module(f"caucasus_tui.dossier.intake.{name}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("caucasus_tui"):
            raise
        raise MissingLibraryError(f"{_NAMES[kind]} needs {error.name}") from error


def called(kind: str, read: Callable[[], T]) -> T:
    """What a foreign library makes of a file. Raises IntakeError, in one line, whatever the library raises."""
    try:
        with _unheard():
            return read()
    except (IntakeError, OriginalError):
        raise
    except Exception as error:
        said = clean(str(error).partition("\n")[0])
        what = f"{type(error).__name__}{': ' if said else ''}{said}"[:SAID]
        raise IntakeError(
            f"it cannot be read as {_NAMES.get(kind, kind)} ({what}); save it anew, or as text"
        ) from error


@contextmanager
def _unheard() -> Iterator[None]:
    """What libraries have to say on the way is no news for whoever gave the file: it is read, or it is not."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
