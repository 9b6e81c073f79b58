"""The brief as plain text: wrapped, no escape codes, no rulers, so that it reads well aloud and pastes well."""

from collections.abc import Iterable, Iterator

from caucasus_tui.brief.model import Brief
from caucasus_tui.brief.wording import groups, line_spans
from caucasus_tui.page.rows import NBSP, Span, cell_width, wrap

INDENT = 2


def render(brief: Brief, width: int) -> bytes:
    """The brief in lines of at most `width` cells."""
    return "".join(f"{line}\n" for line in _lines(brief, width)).encode()


def _lines(brief: Brief, width: int) -> Iterator[str]:
    for text in filter(None, (brief.marking, brief.title, brief.as_of, brief.banner)):
        yield from _wrapped([Span(text)], width, 0, 0)
    for section in brief.sections:
        yield ""
        for text in filter(None, (section.title, section.note)):
            yield from _wrapped([Span(text)], width, 0, 0)
        for heading, lines in groups(section):
            yield ""
            if heading:
                yield from _wrapped([Span(heading)], width, INDENT, INDENT)
            for line in lines:
                yield from _wrapped(line_spans(line), width, INDENT, 2 * INDENT)
    for text in filter(None, (brief.left_out, brief.marking)):
        yield from ("", *_wrapped([Span(text)], width, 0, 0))


def _wrapped(spans: Iterable[Span], width: int, first: int, rest: int) -> Iterator[str]:
    """The spans in lines; each further line is set in, so that the eye finds where the next begins."""
    spans = list(spans)
    lines = _broken("".join(span.text for span in spans), width - max(first, rest))
    if lines is None:
        lines = ["".join(span.text for span in found) for found in wrap(spans, width - max(first, rest))]
    for number, line in enumerate(lines):
        yield " " * (rest if number else first) + line.replace(NBSP, " ").rstrip()


def _broken(text: str, width: int) -> list[str] | None:
    """`text` broken at blanks; None where something in it is wider than a line, which takes more thought."""
    lines: list[str] = []
    used = width
    for unit in text.split(" "):
        size = cell_width(unit)
        if size > width:
            return None
        if used + 1 + size <= width:
            lines[-1] += f" {unit}"
            used += 1 + size
        elif unit:
            lines.append(unit)
            used = size
    return lines
