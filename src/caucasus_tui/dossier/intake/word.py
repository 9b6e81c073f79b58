"""A Word document as paragraphs. One that would unpack to far more than it holds is not opened."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from caucasus_tui.dossier.intake.passages import UNREAD, IntakeError, Passages, passages, raised

UNPACKED = 60_000_000
"""Bytes. A book with pictures has less."""
PARTS = 2_000
_NO_TITLE = "Word Document"
"""What python-docx calls a document that has no properties."""
_GONE = frozenset({"del", "moveFrom", "Fallback", "rt"})
"""What was taken back, is there a second time for older programs, or says how to pronounce a word."""
_ELSEWHERE = _GONE | {"p", "pPr"}
"""A paragraph in a box is one of its own."""
_UNSEEN = frozenset({"vanish", "strike", "dstrike"})
_SIGNS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "sym": UNREAD, "oMath": UNREAD}


def paragraphs(content: bytes) -> Passages:
    """Paragraphs, also those of tables, in order. The title is the one among its properties, else a first heading.
    Raises IntakeError, and whatever python-docx raises for what is broken."""
    with ZipFile(BytesIO(content)) as packed:
        parts = packed.infolist()
    # No more is ever unpacked of a part than its size says here.
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
        raise IntakeError("it unpacks to more than a text can need; copy the text into a new document")
    from docx import Document
    from docx.oxml.ns import qn

    document = Document(BytesIO(content))
    # To ask each paragraph for its style takes long: all styles are looked through for it.
    heading = {style.style_id for style in document.styles if (style.name or "").startswith(("Title", "Heading"))}
    found = [
        ("".join(_said(element)), element.style)
        for element in document.element.body.iter(qn("w:p"))
        if _GONE.isdisjoint(map(_name, element.iterancestors()))
    ]
    texts = [text for text, _ in found if text.strip()]
    heads = [text for text, style in found if style in heading and text.strip()]
    first = heads[0] if heads and heads[0] == texts[0] else ""
    title = document.core_properties.title
    return passages(first or ("" if title == _NO_TITLE else title), texts, heads)


def _said(element: Any) -> Iterator[str]:
    """What a paragraph says once all changes in it are accepted, in fields and controls too. The library's
    own `text` has nothing of what was inserted, so that a sentence may say the contrary."""
    for child in element.iterchildren("*"):
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _ELSEWHERE and (look := _look(child)).keys().isdisjoint(_UNSEEN):
            said = "".join(_said(child))
            yield raised(said) if look.get("vertAlign") == "superscript" else said


def _look(element: Any) -> dict[str, str]:
    """How a run is set, by what is on."""
    parts = (part for group in element.iterchildren("{*}rPr") for part in group.iterchildren("*"))
    found = {_name(part): next(iter(part.attrib.values()), "") for part in parts}
    return {name: value for name, value in found.items() if value not in ("0", "false", "off")}


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
