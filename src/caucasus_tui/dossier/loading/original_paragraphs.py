"""Which passage of a text is which paragraph of a source: told by fingerprint, so nothing is guessed from the wording.

A dossier holds a SHA-256 of each paragraph that it was made from (`seeds/README.md`). A reader's copy is cut at its
line ends; a run of lines whose fingerprint is that of a paragraph is that paragraph.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from caucasus_tui.dossier.loading.files import UnsafeFileError, read_bytes
from caucasus_tui.dossier.loading.originals import Original, Originals
from caucasus_tui.dossier.model.sources import Source
from caucasus_tui.dossier.text import unreadable
from caucasus_tui.dossier.text.clean import clean

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SIZE_LIMIT = 1_000_000
"""Bytes. A commentary has ten thousand; a book has no business beside one paragraph's statements."""
LINE_LIMIT = 5_000
JOINED_LIMIT = 40
"""Lines that may make up one paragraph, in a copy that was wrapped."""


class OriginalError(ValueError):
    """A file is not a text we read; the message says why, in one line."""


class Folder(Struct, frozen=True):
    """Where originals may lie, and how to name that place to a reader."""

    path: "Traversable"
    shown: str


def read_original(path: "Traversable", shown: str) -> str:
    """The text of a file, as it is; clean it before it is shown. Raises OriginalError for anything but a plain text in
    Unicode of at most SIZE_LIMIT bytes and LINE_LIMIT lines; OSError where there is no such file."""
    try:
        content = read_bytes(path, SIZE_LIMIT)
    except UnsafeFileError as error:
        message = f"{shown}: not read; an original is a plain text file of at most 1 MB, and no link"
        raise OriginalError(message) from error
    return decoded_original(content, shown)


def decoded_original(content: bytes, shown: str) -> str:
    """The text in the bytes of a file: UTF-8, or UTF-16 that says so. Raises OriginalError, as `read_original`."""
    if len(content) > SIZE_LIMIT:
        raise OriginalError(f"{shown}: not read; more than 1 MB of text, take the part that you need")
    try:
        text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise OriginalError(f"{shown}: not read; it is not UTF-8, save it as that") from error
    if text.count("\n") > LINE_LIMIT:
        raise OriginalError(f"{shown}: not read; more than {LINE_LIMIT} lines")
    return text


def match(source: Source, text: str, file: str) -> Original:
    """The paragraphs of a source in a text, by fingerprint."""
    lines = [line for line in (" ".join(line.split()) for line in text.splitlines()[: LINE_LIMIT + 1]) if line]
    wanted = {paragraph.id: paragraph.sha256 for paragraph in source.paragraphs if paragraph.sha256}
    places = dict(_found(lines, wanted))
    differing = tuple(name for name in wanted if name not in places)
    passages = {name: " ".join(lines[start:end]) for name, (start, end) in places.items()}
    if passages:
        passages |= _by_place(list(wanted), places, lines)
    shown = {name: clean(passage) for name, passage in passages.items()}
    return Original(file=file, passages=shown, differing=differing, compared=bool(wanted))


def _found(lines: Sequence[str], wanted: dict[str, str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """From paragraph id to the run of lines, from and before, that has its fingerprint. `wanted`: from id to that; of
    two that say the same, such as headings, the first is found first."""
    import hashlib

    left: dict[str, list[str]] = {}
    for name in reversed(wanted):
        left.setdefault(wanted[name], []).append(name)
    start = 0
    while start < len(lines) and any(left.values()):
        running = hashlib.sha256(lines[start].encode("utf-8"))
        for end in range(start + 1, min(start + JOINED_LIMIT, len(lines)) + 1):
            if names := left.get(running.hexdigest()):
                yield names.pop(), (start, end)
                start = end - 1
                break
            if end < len(lines):
                running.update(b" " + lines[end].encode("utf-8"))
        start += 1


def _by_place(order: Sequence[str], places: dict[str, tuple[int, int]], lines: Sequence[str]) -> dict[str, str]:
    """Passages for paragraphs that differ: where between two that match as many lines are left as paragraphs, they are
    each other's. A copy with one word changed is still worth reading beside the statements, marked as differing."""
    found: dict[str, str] = {}
    missing: list[str] = []
    after = 0
    for name in (*order, None):
        if name is not None and name not in places:
            missing.append(name)
            continue
        before, following = places[name] if name is not None else (len(lines), len(lines))
        between = lines[after:before]
        if len(between) == len(missing):
            found.update(zip(missing, between, strict=True))
        missing, after = [], following
    return found


def find_originals(sources: Sequence[Source], folders: Sequence[Folder]) -> Originals:
    """What lies in the folders as `<source>.txt`. A source without a file of its own is looked for in the others': a
    caption is printed with the article. What cannot be read is kept as its problem."""
    texts: dict[str, tuple[str, str]] = {}
    found: dict[str, Original] = {}
    for source in sources if any(map(_may_hold_texts, folders)) else ():
        try:
            file, text = next(_texts(source.id, folders), ("", ""))
        except OriginalError as error:
            found[source.id] = Original(file="", problem=str(error))
            continue
        if file:
            texts[source.id] = (file, text)
            found[source.id] = match(source, text, file)
    for source in sources if texts else ():
        for file, text in texts.values() if source.id not in found else ():
            original = match(source, text, file)
            if original.passages:
                found[source.id] = original
    return Originals(found=found, places=tuple(folder.shown for folder in folders))


def _may_hold_texts(folder: Folder) -> bool:
    """Whether it is worth asking for each source: mostly there is no such folder."""
    try:
        return any(entry.name.endswith(".txt") for entry in folder.path.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True


def _texts(source_id: str, folders: Sequence[Folder]) -> Iterator[tuple[str, str]]:
    """The name and the text of each file for a source. Raises OriginalError for the first that is no such text."""
    name = f"{source_id}.txt"
    for folder in folders:
        try:
            if isinstance(folder.path, Path) and folder.path.is_symlink():
                continue
            yield name, read_original(folder.path / name, f"{folder.shown}{name}")
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise OriginalError(f"{folder.shown}{name}: {unreadable(error)}") from error
