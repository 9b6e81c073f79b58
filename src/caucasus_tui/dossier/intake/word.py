"""A Word document as paragraphs. One that would unpack to far more than it holds is not opened."""

from io import BytesIO
from zipfile import ZipFile

from caucasus_tui.dossier.intake.passages import IntakeError, Passages, passages

UNPACKED = 60_000_000
"""Bytes. A book with pictures has less."""
PARTS = 2_000
_NO_TITLE = "Word Document"
"""What python-docx calls a document that has no properties."""


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
    from docx.text.paragraph import Paragraph

    document = Document(BytesIO(content))
    # To ask each paragraph for its style takes long: all styles are looked through for it.
    heading = {style.style_id for style in document.styles if (style.name or "").startswith(("Title", "Heading"))}
    found = [(Paragraph(element, document).text, element.style) for element in document.element.body.iter(qn("w:p"))]
    texts = [text for text, _ in found if text.strip()]
    heads = [text for text, style in found if style in heading and text.strip()]
    first = heads[0] if heads and heads[0] == texts[0] else ""
    title = document.core_properties.title
    return passages(first or ("" if title == _NO_TITLE else title), texts, heads)
