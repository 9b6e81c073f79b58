"""Markdown as paragraphs: what its signs mean is taken in, the signs are not."""

import re
from collections.abc import Iterator
from html import escape, unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from caucasus_tui.dossier.intake.front_matter import front_matter
from caucasus_tui.dossier.intake.passages import Passages, one_line, passages, raised

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(?![ \t]*\n)(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
"""With an empty line below the first one that is a rule, and what stands below it is text."""

# No `*+`: up to Python 3.11.4 it may match what it should not.
_UNSAID = re.compile(r"(?is)<!--(?:(?!-->).)*(?:-->)?|<(script|style|del|s|strike)\b(?:(?!</\1\b).)*(?:</\1[^>]*>)?")
"""Comments, what is not for readers, and what was struck out."""
_ABOVE = re.compile(r"(?is)<sup\b(?:(?!</?sup\b).)*</sup>")
_TAG = re.compile(r"(?i)</?(a|abbr|b|cite|code|em|font|i|ins|mark|q|small|span|strong|su[bp]|u)?\b[^<>]*>")
"""The named ones stand within words."""


def paragraphs(text: str) -> Passages:
    """The paragraphs, headings and items of lists. The title: of the front matter, else the first heading.
    Raises IntakeError where one is too long."""
    text = text.replace("\r\n", "\n")
    for part in re.split(r"\n\s*\n", text):  # the parser takes long over a paragraph that is too long
        one_line(part)
    front = _FRONT_MATTER.match(text)
    named = front_matter(front[1]).reference.title if front else ""
    found = list(_texts(MarkdownIt("commonmark").enable("strikethrough").parse(text[front.end() :] if front else text)))
    first = next((said for said, heading in found[:1] if heading), "")
    read = passages(named or first, (said for said, _ in found), (said for said, heading in found if heading))
    return read._replace(front=front[1]) if front else read


def _texts(tokens: list[Token]) -> Iterator[tuple[str, bool]]:
    """Each text, and whether it is a heading."""
    before = ""
    for token in tokens:
        if token.type == "inline":
            yield _without_tags("".join(_words(token.children or []))), before == "heading_open"
        elif token.type in ("fence", "code_block"):
            yield token.content, False
        elif token.type == "html_block":
            yield _without_tags(token.content), False
        before = token.type


def _words(tokens: list[Token]) -> Iterator[str]:
    """A paragraph as HTML, of which Markdown may have any."""
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield " "
        elif token.type in ("text", "code_inline", "image"):
            yield escape(token.content)
        elif token.type in ("html_inline", "s_open", "s_close"):
            yield token.content or f"<{'/' * (token.nesting < 0)}s>"


def _without_tags(text: str) -> str:
    said = _ABOVE.sub(lambda above: raised(_TAG.sub("", above[0])), _UNSAID.sub("", text))
    return unescape(_TAG.sub(lambda tag: "" if tag[1] else " ", said))
