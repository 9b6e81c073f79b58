"""A saved web page as the paragraphs of its article, without menus and footers."""

from collections.abc import Iterator

from lxml.html import HtmlElement, document_fromstring
from readability import Document

from caucasus_tui.dossier.intake.passages import UNREAD, IntakeError, Passages, passages, raised

LIMIT = 4_000_000
"""Bytes; readability takes its time over more."""

_BLOCKS = (
    frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre", "td", "th", "dt", "dd", "hr"})
    | {"div", "section", "article", "main", "header", "footer", "aside", "nav", "address", "center", "details"}
    | {"summary", "fieldset", "form", "legend", "figcaption", "caption", "ul", "ol", "dl", "table", "tr"}
)
"""What begins a line of its own: else the figures of two of them would be one."""


def paragraphs(content: bytes) -> Passages:
    """What readability takes for the article. Raises IntakeError for a page that is too large, and whatever readability
    and lxml raise for what is no page."""
    if len(content) > LIMIT:
        raise IntakeError(f"more than {LIMIT / 1_000_000:g} MB of HTML; copy its text into a file")
    page = Document(content)
    title = page.short_title()
    body = document_fromstring(page.summary(html_partial=True))
    for gone in list(body.iter("del", "s", "strike", "rt", "rp")):  # taken back, or how a word is pronounced
        gone.drop_tree()
    for formula in body.iter("math"):
        formula.clear(keep_tail=True)
        formula.text = UNREAD
    for part in (part for above in body.iter("sup") for part in above.iter()):
        part.text = raised(part.text or "")
    heads = (text for head in body.iter("h1", "h2", "h3", "h4", "h5", "h6") for text in _texts(head))
    return passages("" if title == "[no-title]" else title, _texts(body), heads)


def _texts(element: HtmlElement) -> Iterator[str]:
    """The text of each block, and what stands between them, in order."""
    said, broken = [element.text or ""], False
    for child in element:
        if isinstance(child.tag, str) and (child.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in child.iter())):
            yield "".join(said)
            yield from _texts(child)
            said = []
        elif child.tag == "br":
            if broken:  # two of them part paragraphs, as older pages have it
                yield "".join(said)
                said = []
            said.append(" ")
        elif isinstance(child.tag, str):
            said.append(child.text_content())
        said.append(child.tail or "")
        broken = child.tag == "br" and not said[-1].strip()
    yield "".join(said)
