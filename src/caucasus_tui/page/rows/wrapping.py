"""Spans in lines: wrapping, fitting and setting side by side.

Lines break at blanks only; a no-break space holds together what must stay on one line, such as a hedge and its range.
"""

from collections.abc import Iterable, Sequence

from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.widths import ELLIPSIS, cell_width, cut, first_letter

NBSP = "\u00a0"


def glued(text: str) -> str:
    """`text` so that no line breaks inside it."""
    return text.replace(" ", NBSP)


def _units(spans: Iterable[Span]) -> list[list[Span]]:
    """The spans cut at blanks; what no blank separates, even across spans, stays together."""
    units: list[list[Span]] = []
    joined = False
    for span in spans:
        pieces = span.text.replace("\n", " ").split(" ")
        for index, piece in enumerate(pieces):
            if index:
                joined = False
            if not piece:
                continue
            word = span._replace(text=piece)
            if joined:
                units[-1].append(word)
            else:
                units.append([word])
            joined = True
    return units


def _width(spans: Iterable[Span]) -> int:
    return sum(cell_width(span.text) for span in spans)


def _broken(unit: list[Span], width: int) -> list[list[Span]]:
    """A unit too wide for any line: at its no-break spaces, else wherever the line ends."""
    loose = [span._replace(text=span.text.replace(NBSP, " ")) for span in unit]
    if any(" " in span.text for span in loose):
        pieces = _units(loose)
        return [part for piece in pieces for part in (_broken(piece, width) if _width(piece) > width else [piece])]
    lines: list[list[Span]] = [[]]
    for span in loose:
        rest = span.text
        while rest:
            room = width - _width(lines[-1])
            head = cut(rest, room) if room > 0 else ""
            if not head and lines[-1]:
                lines.append([])
                continue
            head = head or first_letter(rest)  # wider than any line: it stands alone rather than be lost
            lines[-1].append(span._replace(text=head))
            rest = rest[len(head) :]
    return lines


def wrap(spans: Iterable[Span], width: int) -> list[tuple[Span, ...]]:
    """The spans in lines of at most `width` cells. A link keeps its blanks, so that it stays one link."""
    width = max(width, 1)
    lines: list[list[Span]] = []
    used = 0
    for whole in _units(spans):
        for unit in _broken(whole, width) if _width(whole) > width else [whole]:
            shown = [span._replace(text=span.text.replace(NBSP, " ")) if NBSP in span.text else span for span in unit]
            taken = _width(shown)
            if lines and used + 1 + taken <= width:
                used += 1 + taken
                last = lines[-1][-1]
                same = last[1:] == shown[0][1:]
                lines[-1].append(last._replace(text=" ") if same else Span(" "))
                lines[-1].extend(shown)
            else:
                used = taken
                lines.append(shown)
    return [_joined(line) for line in lines]


def flowing(spans: Sequence[Span], width: int) -> list[Row]:
    """The spans just as they are where they fit on one line; else wrapped, each run of blanks as one."""
    return [Row(tuple(spans))] if _width(spans) <= width else wrapped(spans, width)


def wrapped(spans: Iterable[Span], width: int) -> list[Row]:
    """The spans as one line, in as many rows as that takes."""
    return [Row(line, goes_on=index > 0) for index, line in enumerate(wrap(spans, width))]


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Neighbours of one meaning as one span: a terminal is sent a colour once, not once a word."""
    out: list[Span] = []
    for span in spans:
        if out and out[-1][1:] == span[1:]:
            out[-1] = span._replace(text=out[-1].text + span.text)
        else:
            out.append(span)
    return tuple(out)


def hanging(label: Sequence[Span], body: Iterable[Span], width: int, indent: int) -> list[Row]:
    """`body` wrapped beside `label`: the label stands in the first `indent` cells of the first line."""
    label_width = _width(label)
    if width - indent < 24:
        below = [line.behind(Span("  ")) for line in wrapped(body, width - 2)]
        return [Row(tuple(label)), *(line._replace(goes_on=True) for line in below)] if label else below
    blank = (Span(" " * indent),)
    first = (*label, Span(" " * max(indent - label_width, 1)))
    lines = wrap(body, width - indent) or [()]
    return [Row((blank if index else first) + line, goes_on=index > 0) for index, line in enumerate(lines)]


def fitted(spans: Sequence[Span], width: int) -> tuple[Span, ...]:
    """The spans in exactly `width` cells: cut with an ellipsis, or filled with blanks."""
    total = _width(spans)
    if total <= width:
        return (*spans, Span(" " * (width - total)))
    if width <= 0:
        return ()
    out: list[Span] = []
    room = width - 1
    for span in spans:
        text = cut(span.text, room)
        room -= cell_width(text)
        out.append(span._replace(text=text + ELLIPSIS if text != span.text or room == 0 else text))
        if out[-1].text.endswith(ELLIPSIS):
            break
    return (*out, Span(" " * room))


def spread(left: Sequence[Span], right: Sequence[Span], width: int) -> tuple[Span, ...]:
    """`left` and `right` at the two ends of a line; the left gives way, never the right."""
    left, right = _loose(left), _loose(right)
    room = width - _width(right)
    return (*fitted(left, max(room - 1, 0)), Span(" "), *right) if right else fitted(left, width)


def _loose(spans: Sequence[Span]) -> tuple[Span, ...]:
    """What was held together for wrapping, with plain blanks."""
    return tuple(span._replace(text=span.text.replace(NBSP, " ")) if NBSP in span.text else span for span in spans)


def beside(left: Sequence[Row], right: Sequence[Row], left_width: int, gap: str = "   ") -> list[Row]:
    """Two columns of rows as one."""
    rows = []
    for index in range(max(len(left), len(right))):
        one = _own_subjects(left[index]) if index < len(left) else ()
        other = _own_subjects(right[index]) if index < len(right) else ()
        goes_on = all(line.goes_on for column in (left, right) for line in column[index : index + 1])
        rows.append(Row((*fitted(one, left_width), Span(gap, "rule"), *other), goes_on=goes_on))
    return rows


def _own_subjects(line: Row) -> tuple[Span, ...]:
    """The spans of a row that is one link, each carrying that link, so that two rows can share a line."""
    return tuple(span._replace(subject=line.subject) for span in line.spans) if line.subject else line.spans


def flush(left: Sequence[Span], right: Sequence[Span], width: int, hang: int = 0) -> list[tuple[Span, ...]]:
    """`right` at the right edge where both fit on one line; else after `left`, in lines `hang` cells shorter, rather
    than cut anything."""
    needed = sum(cell_width(span.text) for span in (*left, *right)) + bool(right)
    if needed > width:
        return wrap([*left, Span(" "), *right], width - hang)
    return [spread(left, right, width)]
