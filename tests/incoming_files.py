"""Files that somebody might bring: Word and PDF made by hand, so that each says and hides just what a test wants."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def archive(parts: dict[str, str]) -> bytes:
    """A zip with these texts in it."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return packed.getvalue()


def word(body: str, before: str = "") -> bytes:
    """A Word document with this XML as its body."""
    document = f'<?xml version="1.0"?>{before}<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>'
    return archive({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document})


def with_words(packed: str | bytes, words: str, others: str) -> bytes:
    """A zip with other words wherever these stand in it, in the names of its files too."""
    assert isinstance(packed, bytes)
    with zipfile.ZipFile(BytesIO(packed)) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    return archive({name.replace(words, others): text.replace(words, others) for name, text in parts.items()})


def word_paragraphs(*texts: str) -> bytes:
    """A Word document with these paragraphs, in XML."""
    return word("".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts))


Line = tuple[float, float, float, str]
"""From the left and from below in points, size, and text in Latin-1."""


def pdf(pages: Sequence[Sequence[Line]], *, stream: bytes | None = None, filters: bytes = b"") -> bytes:
    """A PDF with these lines, or with this stream on each page."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        drawn = b"".join(_drawn(line) for line in lines) if stream is None else stream
        resources = b"/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 595 842]"
        objects.append(b"<</Type/Page/Parent 2 0 R%s/Contents %d 0 R>>" % (resources, 5 + 2 * number))
        objects.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(drawn), filters, drawn))
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (size, table, size, len(made))


def _drawn(line: Line) -> bytes:
    left, height, size, text = line
    shown = text.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET\n" % (size, left, height, shown)
