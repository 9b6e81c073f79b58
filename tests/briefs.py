"""Briefs for tests, and what a reader would read in each format."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from caucasus_tui.brief.build import build
from caucasus_tui.brief.choices import format_named
from caucasus_tui.brief.formats import render
from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.brief.wording import groups, line_text
from caucasus_tui.dossier.model.dossier import Dossier
from tests.conftest import TODAY


def brief_of(dossier: Dossier, **asked: Any) -> Brief:
    """A brief on the day of the tests; `asked` as in a `Request`."""
    return build(dossier, Request(today=TODAY, **asked))


def made(brief: Brief, name: str, width: int = 80) -> str:
    """A brief in a format that is text."""
    return render(brief, format_named(name), width).decode()


def squeezed(text: str) -> str:
    """`text` without blanks: where a format breaks its lines is its own affair."""
    return "".join(text.split())


def brief_texts(brief: Brief) -> Iterator[str]:
    """Every text of a brief, in the order of reading."""
    yield from filter(None, (brief.marking, brief.title, brief.as_of, brief.banner))
    for section in brief.sections:
        yield section.title
        yield section.note
        for heading, lines in groups(section):
            yield heading
            yield from map(line_text, lines)
    yield brief.left_out


def expected(brief: Brief) -> str:
    """Everything that a brief says, in order, squeezed."""
    return squeezed("".join(brief_texts(brief)))


class _Reader(HTMLParser):
    """What a browser shows, without what it hides from those who listen; and every tag, with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if (
            tag in ("style", "script", "title")
            or ("aria-hidden", "true") in attrs
            or ("class", "footnote-ref") in attrs
        ):
            self._silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text += data


def read_html(page: str) -> _Reader:
    """A page, read."""
    reader = _Reader()
    reader.feed(page)
    return reader


def read_markdown(text: str) -> tuple[_Reader, list[str]]:
    """Markdown as its richest dialects read it, with tables, strike-through, addresses and HTML; and its footnotes,
    which readers put at the end in an order of their own."""
    markdown = MarkdownIt("commonmark", {"linkify": True, "html": True}).enable(["table", "strikethrough", "linkify"])
    page = markdown.use(footnote_plugin).render(text)
    body, _, notes = re.sub(r'<a href="#fnref[^>]*>.*?</a>', "", page).partition('<hr class="footnotes-sep"')
    return read_html(body), [read_html(note).text for note in notes.split("<li")[1:]]


def said_in_markdown(text: str, brief: Brief) -> str:
    """The brief as Markdown shows it, with the footnotes in the order of the references, squeezed."""
    reader, notes = read_markdown(text)
    references = [
        line_text(line) for section in brief.sections if section.key == "references" for line in section.lines
    ]
    notes = [squeezed(note.partition(">")[2]) for note in notes]
    assert sorted(notes) == sorted(map(squeezed, references))
    left_out = squeezed(brief.left_out)
    body = squeezed(reader.text)
    return body.removesuffix(left_out) + squeezed("".join(references)) + left_out


def read_json(text: str) -> str:
    """The sentences of a brief in JSON, in order, squeezed."""
    found = json.loads(text)
    out = [found["title"], found["as_of"]["text"], found["as_of"]["banner"] or ""]
    for section in found["sections"]:
        out += [section["title"], section["note"] or ""]
        group = None
        for line in section["lines"]:
            out += [line["group"] or ""] if line["group"] != group else []
            group = line["group"]
            out.append(line["text"])
    return squeezed("".join([*out, found["left_out"] or ""]))
