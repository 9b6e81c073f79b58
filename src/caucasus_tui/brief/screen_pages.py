"""The brief to read on a screen: a page for each section, in rows of marked text, and how many words each has."""

from collections.abc import Iterator
from typing import NamedTuple

from caucasus_tui.brief.model import Brief, Section
from caucasus_tui.brief.reading_time import section_words
from caucasus_tui.brief.wording import groups, line_spans
from caucasus_tui.page.rows import Page, Row, Span, wrap, wrapped

INDENT = Span("  ")


class ReadingPage(NamedTuple):
    """`key`: the section; `words`: how many of it are read aloud."""

    key: str
    page: Page
    words: int


def reading_pages(brief: Brief, width: int) -> tuple[ReadingPage, ...]:
    """The sections of a brief in rows of at most `width` cells, a blank row between lines. Heads of lines and citations
    carry the addresses they lead to. The title, the as-of and the banner are the brief's, for whoever shows the pages;
    what was left out stands at the end of the last page."""
    pages = [
        ReadingPage(section.key, Page(section.title, list(_rows(section, width)), section.note), section_words(section))
        for section in brief.sections
    ]
    if pages and brief.left_out:
        last = pages[-1]
        rows = [*last.page.rows, *wrapped([Span(brief.left_out, "dim")], width)]
        pages[-1] = last._replace(page=last.page._replace(rows=rows))
    return tuple(pages)


def _rows(section: Section, width: int) -> Iterator[Row]:
    for heading, lines in groups(section):
        if heading:
            yield from wrapped([Span(heading, "heading")], width)
        for line in lines:
            for number, found in enumerate(wrap(line_spans(line), width - len(INDENT.text))):
                yield Row((INDENT, *found) if number else found)
            yield Row()
