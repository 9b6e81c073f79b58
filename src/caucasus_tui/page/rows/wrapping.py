"""Spans in lines: wrapping, fitting and setting side by side.

Lines break at blanks only; a no-break space holds together what must stay on one line, such as a hedge and its range.
"""

from collections.abc import Iterable, Iterator, Sequence

from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.widths import ELLIPSIS, cell_width, cut, first_letter, whole_words

NBSP = "\u00a0"
LEAST_BESIDE = 29
"""Cells. Text that would be narrower beside its label stands below it."""


def glued(text: str) -> str:
    """`text` so that no line breaks inside it."""
    return text.replace(" ", NBSP)


Piece = tuple[str, tuple[str, ...]]
"""Of a span what no blank divides, and its meaning, which is all of the span but its text. Plain, since a screen has
thousands."""


def _units(spans: Iterable[Span]) -> Iterator[list[Piece]]:
    """The spans cut at blanks; what no blank separates, even across spans, stays together."""
    unit: list[Piece] = []
    for span in spans:
        meaning = span[1:]
        for index, text in enumerate(span.text.replace("\n", " ").split(" ")):
            if index and unit:
                yield unit
                unit = []
            if text:
                unit.append((text, meaning))
    if unit:
        yield unit


def _width(pieces: Iterable[Piece | Span]) -> int:
    return sum([cell_width(piece[0]) for piece in pieces])


def _fitting(unit: list[Piece], width: int) -> list[tuple[list[Piece], int]]:
    """A unit and how wide it is; one too wide for any line in parts: at its no-break spaces, else wherever the line
    ends."""
    taken = cell_width(unit[0][0]) if len(unit) == 1 else _width(unit)  # there are thousands, nearly all of one piece
    if taken <= width:
        return [(unit, taken)]
    loose = [Span(text.replace(NBSP, " "), *meaning) for text, meaning in unit]
    if any(" " in span.text for span in loose):
        return [part for piece in _units(loose) for part in _fitting(piece, width)]
    lines: list[list[Piece]] = [[]]
    for span in loose:
        rest = span.text
        while rest:
            room = width - _width(lines[-1])
            head = cut(rest, room) if room > 0 else ""
            if not head and lines[-1]:
                lines.append([])
                continue
            head = head or first_letter(rest)  # wider than any line: it stands alone rather than be lost
            lines[-1].append((head, span[1:]))
            rest = rest[len(head) :]
    return [(line, _width(line)) for line in lines]


def _set(spans: Iterable[Span], width: int, used: int) -> Iterator[tuple[list[Piece], bool, int]]:
    """The units of a text behind `used` cells of a line; each with whether it begins a line, and the cells of it that
    are used then."""
    for whole in _units(spans):
        for unit, taken in _fitting(whole, width):
            begins = used + 1 + taken > width
            used = taken if begins else used + 1 + taken
            yield unit, begins, used


def lines_begun(spans: Iterable[Span], width: int, used: int) -> tuple[int, int]:
    """How many lines a text begins that goes on behind `used` cells of one, `width` cells for a new one; and the cells
    used of the last."""
    begun = 0
    for _, begins, end in _set(spans, width, used):
        begun, used = begun + begins, end
    return begun, used


def wrap(spans: Iterable[Span], width: int) -> list[tuple[Span, ...]]:
    """The spans in lines of at most `width` cells. A link keeps its blanks, so that it stays one link. Neighbours of
    one meaning become one span: a terminal is sent a colour once, not once a word."""
    width = max(width, 1)
    lines: list[list[Piece]] = []
    line: list[Piece] = []
    for unit, begins, _ in _set(spans, width, width):
        if begins:
            lines.append(line := [])
        else:
            text, last = line[-1]
            if last == unit[0][1]:
                line[-1] = text + " ", last
            else:
                _append(line, (" ", _NONE))
        for piece in unit:
            _append(line, piece)
    return [tuple([Span(text.replace(NBSP, " "), *meaning) for text, meaning in line]) for line in lines]


_NONE = Span("")[1:]
"""The meaning of a blank between spans that differ."""


def _append(line: list[Piece], piece: Piece) -> None:
    """Put a piece on a line, as part of the last one where it means the same."""
    if line and line[-1][1] == piece[1]:
        line[-1] = line[-1][0] + piece[0], piece[1]
    else:
        line.append(piece)


def flowing(spans: Sequence[Span], width: int) -> list[Row]:
    """The spans just as they are where they fit on one line; else wrapped, each run of blanks as one."""
    return [Row(_loose(spans))] if _width(spans) <= width else wrapped(spans, width)


def wrapped(spans: Iterable[Span], width: int) -> list[Row]:
    """The spans as one line, in as many rows as that takes."""
    return [Row(line, goes_on=index > 0) for index, line in enumerate(wrap(spans, width))]


def set_in(lines: Iterable[Sequence[Span]]) -> list[Row]:
    """Lines as rows that begin two cells in."""
    return [Row((Span("  "), *line)) for line in lines]


def room_beside(indent: int, width: int, least: int = LEAST_BESIDE) -> int:
    """Cells of each line of a text that hangs beside a label, or stands below it."""
    return width - indent if width - indent >= least else width - 2


def hanging(
    label: Sequence[Span], body: Iterable[Span], width: int, indent: int, least: int = LEAST_BESIDE, subject: str = ""
) -> list[Row]:
    """`body` wrapped beside `label`, which stands in the first `indent` cells; a longer one moves the whole body, below
    where it would have fewer cells than `least`. The first row leads to `subject`."""
    label_width = _width(label)
    indent = max(indent, label_width + 1) if label else indent
    room = room_beside(indent, width, least)
    if width - indent < least:
        below = [line.behind(Span("  ")) for line in wrapped(body, room)]
        return [Row(tuple(label), subject), *(line._replace(goes_on=True) for line in below)] if label else below
    blank = (Span(" " * indent),)
    first, *more = wrap(body, room) or [()]
    begun = Row((*label, Span(" " * (indent - label_width)), *first), subject)
    return [begun, *(Row(blank + line, goes_on=True) for line in more)]


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
        if text != span.text:
            text = whole_words(span.text, text)
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


def flush(
    left: Sequence[Span], right: Sequence[Span], width: int, hang: int = 0, *, joined: bool = False
) -> list[tuple[Span, ...]]:
    """`right` at the right edge, of the line where `left` ends or else of one below, where it fits on one line; all
    below the first in lines `hang` cells shorter, rather than cut anything. `joined`: there right behind it."""
    if not right or _width((*left, *right)) + 1 <= width:
        return [spread(left, right, width)] if _width(left) <= width else wrap(left, width - hang)
    if joined:
        return wrap([*left, Span(" "), *right], width - hang)
    lines = wrap(left, width - hang) if _width(left) > width else [_loose(left)]
    if _width(right) >= width - hang:
        return [*lines, *wrap(right, width - hang)]
    if len(lines) > 1 and _width((*lines[-1], *right)) + 1 <= width - hang:
        return [*lines[:-1], spread(lines[-1], right, width - hang)]
    return [*lines, spread((), right, width - hang)]
