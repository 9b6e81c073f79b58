"""What kind of file somebody gives us, told by its content: a name may be wrong, and a stream has none."""

import re
import zlib
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

WORD, PDF, HTML, MARKDOWN, TEXT = "docx", "pdf", "html", "markdown", "text"
CALLED = {TEXT: "text", MARKDOWN: "Markdown", WORD: "Word", HTML: "HTML", PDF: "PDF"}
"""What is taken in, in the words of the help and of what is said of a file."""

_OLD = b"\xd0\xcf\x11\xe0"
_BEGINNINGS: tuple[tuple[bytes | tuple[bytes, ...], str], ...] = (
    (b"{\\rtf", "an RTF file; save it as Word (.docx) or as plain text"),
    (_OLD, "an old Office file (.doc, .xls); save it as Word (.docx)"),
    ((b"\x89PNG", b"\xff\xd8\xff", b"GIF8"), "a picture; a text is needed"),
    (b"\x1f\x8b", "packed with gzip; unpack it first"),
    ((b"Rar!", b"7z\xbc\xaf"), "an archive; unpack it first"),
    (b"bplist00", "a Safari web archive; save the page as HTML"),
    (b"\x7fELF", "a program; a text is needed"),
    (b"SQLite format 3", "a database; a text is needed"),
)
_TELLING = ("mimetype", "[Content_Types].xml", "_rels/.rels")
_PACKED = {
    "application/vnd.oasis.opendocument": "an OpenDocument file; save it as Word (.docx)",
    "application/epub+zip": "an e-book; save the chapter as HTML or text",
    "xl/workbook": "an Excel workbook; save the sheet as CSV, for 'caucasus-tui import events'",
    "ppt/presentation": "a PowerPoint presentation; save it as PDF",
    "purl.oclc.org/ooxml": "a strict Open XML file; save it as an ordinary Word document (.docx)",
    "ms-word.document.macroEnabled": "a Word file with macros; save it as Word (.docx)",
    "wordprocessingml.template": "a Word template; save it as Word (.docx)",
}
"""By what stands in the files that tell what it is, or in the names of those in it."""
_LOOKED_AT, _UNPACKED, _USUAL = 4096, 65_536, (ZIP_STORED, ZIP_DEFLATED)
_COMMENTS = rb"(?:\s*<!--(?:(?!-->).)*-->)*"
_HTML = re.compile(
    _COMMENTS + rb"(?:\s*<\?xml[^>]*>)?" + _COMMENTS + rb"\s*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TEXTS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (
        re.compile(rb"(?i)from: <saved by|mime-version:|(?:[\w-]+: .*\r?\n)+mime-version:"),
        "a saved mail or web archive; save the page as HTML",
    ),
    (re.compile(rb"TY  - "), "a reference in RIS; give one in CSL-JSON or BibTeX to --cite"),
    (re.compile(rb"\s*@\w+\s*\{[^\n{}]*,"), "BibTeX, so a reference and no text; give it to --cite"),
    (re.compile(rb"\s*[\[{]\s*[{\"]"), "JSON; a reference goes to --cite, and a text is saved as plain text"),
)


def kinds_read() -> str:
    """`text, Markdown, Word, HTML or PDF`."""
    *others, last = CALLED.values()
    return f"{', '.join(others)} or {last}"


class Kind(NamedTuple):
    """`name`: one of CALLED; else empty, and `instead` says what it is, and what to do."""

    name: str
    instead: str = ""


def kind_of(content: bytes, name: str) -> Kind:
    """What a file is, by its first bytes; where it is text, also by the name it has."""
    if content.lstrip()[:5] == b"%PDF-" or b"%PDF-" in content[:1024]:
        return Kind(PDF)
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    head = content[:_LOOKED_AT]
    if head.startswith(_OLD) and "EncryptedPackage".encode("utf-16-le") in content:
        return Kind("", "an Office file that is locked with a password; save a copy without one")
    if other := next((what for beginning, what in _BEGINNINGS if head.startswith(beginning)), ""):
        return Kind("", other)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Kind(TEXT)
    head = head.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in content[:1_000_000]:
        return Kind("", "not a text: there are NUL bytes in it")
    ending = name.rpartition(".")[2].casefold()
    if _HTML.match(head) or ending in ("html", "htm", "xhtml"):
        return Kind(HTML)
    if other := next((what for pattern, what in _TEXTS if pattern.match(head)), ""):
        return Kind("", other)
    return Kind(MARKDOWN if ending in ("md", "markdown", "mkd") else TEXT)


def _packed(content: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(content)) as packed:
            parts = [part for part in packed.infolist() if part.filename in _TELLING and part.compress_type in _USUAL]
            # Not `read`, which unpacks all of it, however much that is; what is packed in other ways may want as much
            # memory as it says, for a line too.
            told = [packed.open(part).read(_UNPACKED).decode("latin-1") for part in parts]
            said = "\n".join((*told, *packed.namelist()))
    except (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, zlib.error):
        return Kind("", "a broken archive or Word file; save it anew")
    if other := next((what for sign, what in _PACKED.items() if sign in said), ""):
        return Kind("", other)
    # Word in a browser may number its parts.
    return Kind(WORD) if re.search(r"^word/document\d*\.xml$", said, re.M) else Kind("", "an archive; unpack it first")
