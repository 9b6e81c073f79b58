"""The brief as Markdown: CommonMark, with a footnote for each paragraph cited, where the brief has references.

Each line of the brief is one line of the file, and what a text of the dossier begins with is taken for nothing else, so
that it can neither open a list, a heading or a table, nor define a link.
"""

import re
from collections.abc import Iterator, Sequence

from caucasus_tui.brief.model import Brief, Line, Section
from caucasus_tui.brief.wording import BRACKET, LABELS, groups, line_spans, referenced
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.page.rows.row import Span

# CommonMark reads a backslash before any ASCII punctuation as that character. `$ ^ ~ | @ {` mean nothing to CommonMark
# and something to its dialects; the others open emphasis, code, links, HTML, entities and headings.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&#~|$^@]|(?<=www)\.|:(?=//)", re.IGNORECASE)

_OPENING = re.compile(r"\A(\d*)([-+.)])(?=\s|\Z)")
"""What would open a list, as in `1988. The year`."""


def render(brief: Brief, width: int) -> bytes:
    """The brief; lines are not wrapped."""
    return "".join(f"{line}\n" for line in _lines(brief)).encode()


def escaped(text: str) -> str:
    """`text` so that Markdown shows it as it is."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", text.replace("\u00a0", " "))


def _lines(brief: Brief) -> Iterator[str]:
    notes = _footnotes(brief)
    if brief.marking:
        yield from (f"**{escaped(brief.marking)}**", "")
    yield f"# {escaped(brief.title)}"
    yield from ("", escaped(brief.as_of))
    if brief.banner:
        yield from ("", f"**{escaped(brief.banner)}**")
    for section in brief.sections:
        yield from ("", f"## {escaped(section.title)}")
        if section.note:
            yield from ("", _begun(escaped(section.note)))
        yield from _references(section, notes) if section.key == "references" else _listed(section, notes)
    if brief.left_out:
        yield from ("", f"*{escaped(brief.left_out)}*")
    if brief.marking:
        yield from ("", f"**{escaped(brief.marking)}**")


def _listed(section: Section, notes: dict[str, str]) -> Iterator[str]:
    for heading, lines in groups(section):
        if heading:
            yield from ("", f"### {escaped(heading)}")
        yield ""
        for line in lines:
            yield f"- {_line(line, notes)}"


def _references(section: Section, notes: dict[str, str]) -> Iterator[str]:
    """A footnote each; a blank line between them, for readers that know no footnotes."""
    for line in section.lines:
        yield from ("", f"[^{notes[line.about]}]: {_line(line, {})}")


def _footnotes(brief: Brief) -> dict[str, str]:
    """From the address of a paragraph to its footnote's label: `p9`, or with its source where two share that id."""
    addresses = referenced(brief)
    paragraphs = [Citation(address).statement for address in addresses]
    return {
        address: paragraph if paragraphs.count(paragraph) == 1 else address.replace(":", "-")
        for address, paragraph in zip(addresses, paragraphs, strict=True)
    }


def _line(line: Line, notes: dict[str, str]) -> str:
    spans = line_spans(line)
    return _begun("".join(_marked(spans, index, notes) for index in range(len(spans))))


def _begun(line: str) -> str:
    return _OPENING.sub(r"\1\\\2", line)


def _marked(spans: Sequence[Span], index: int, notes: dict[str, str]) -> str:
    span = spans[index]
    if span.role == "strong":
        return f"**{escaped(span.text)}**"
    if span.role in LABELS:
        return f"*{escaped(span.text)}*"
    if span.role == BRACKET:  # ours, and not followed by what would make a link of it
        return span.text
    if span.role != "cite":
        return escaped(span.text)
    note = notes.get(_paragraph(span.subject))
    last = _paragraph(_next_cite(spans, index)) != _paragraph(span.subject)
    return f"{escaped(span.text)}[^{note}]" if note and last else escaped(span.text)


def _next_cite(spans: Sequence[Span], index: int) -> str:
    """The citation that follows in the same bracket; empty where none does."""
    for later in spans[index + 1 :]:
        if later.role == "cite":
            return later.subject
        if later.role == BRACKET:
            break
    return ""


def _paragraph(cite: str) -> str:
    return f"{Citation(cite).source}:{Citation(cite).paragraph}" if cite else ""
