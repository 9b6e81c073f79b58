"""Moving through a page: up and down from line to line, however many rows each takes; sideways through what it leads
to; row by row where no line leads anywhere."""

from collections.abc import Callable
from typing import NamedTuple

from caucasus_tui.page.rows.growing import GrowingRows, anchored, extent, reached
from caucasus_tui.page.rows.headings import heading_after, heading_before
from caucasus_tui.page.rows.page_lines import end_of, is_on, line_at
from caucasus_tui.page.rows.row import Page, Stop

SPARE = 20
"""Rows that are made above those that are looked at: more than a line has."""


class CursorPosition(NamedTuple):
    """The cursor: a row, and which of its stops. `top`: the first row on screen below the header. `column`: the cell
    that moving up and down keeps to, where it was set out from a stop; -1 for none."""

    row: int = 0
    stop: int = 0
    top: int = 0
    column: int = -1


def stop_at(page: Page, position: CursorPosition) -> Stop | None:
    """The stop under the cursor, or None on a page or row without one."""
    if not is_on(page, position.row):
        return None
    stops = page.rows[position.row].stops()
    return stops[min(position.stop, len(stops) - 1)] if stops else None


def links(page: Page, row: int) -> list[tuple[int, int]]:
    """The row and the stop of each place that a line leads to; one that is broken over two rows is one."""
    found: list[tuple[int, int]] = []
    last = ""
    for index in line_at(page, row) if is_on(page, row) else ():
        for number, stop in enumerate(page.rows[index].stops()):
            if number or stop.subject != last:
                found.append((index, number))
            last = stop.subject
    return found


def lit(page: Page, position: CursorPosition) -> range:
    """The rows on which what is under the cursor stands out."""
    stop = stop_at(page, position)
    return line_at(page, position.row, stop.subject if stop else "")


def first(page: Page) -> CursorPosition:
    """The first stop of a page, or its top."""
    return _next_stop(page, CursorPosition(row=-1), 1) or CursorPosition()


def opening(page: Page, height: int) -> CursorPosition:
    """Where the cursor is when a page opens: where the page says, two fifths down, so that more of what comes next is
    in view than of what came before."""
    found = find(page, page.start) if page.start else None
    if found is None:
        return first(page)
    return shown(page, found._replace(top=max(found.row - page.header - round(height * 0.4), 0)), height)


def last(page: Page) -> CursorPosition:
    """The last stop of a page, or its bottom."""
    if isinstance(page.rows, GrowingRows):
        page.rows.made.go_to_end()
    end = extent(page.rows, 0)
    return _next_stop(page, CursorPosition(row=end), -1) or CursorPosition(row=max(end - 1, 0))


def settled(page: Page, position: CursorPosition, height: int, step: int) -> CursorPosition:
    """The same position, by the numbers that rows have once what a step from there looks at above it is made: upwards a
    screen, in the direction of `step`."""
    by_then, first = anchor(page, position), position.top + page.header
    reached(page.rows, first, height + 2 * SPARE if step < 0 else SPARE)
    return by_then()


def anchor(page: Page, position: CursorPosition) -> Callable[[], CursorPosition]:
    """Says the same position by the numbers that rows have by then."""
    row, top = anchored(page.rows, position.row), anchored(page.rows, position.top + page.header)
    return lambda: position._replace(row=row(), top=top() - page.header)


def find(page: Page, subject: str) -> CursorPosition | None:
    """Where a subject stands on the page, or None."""
    if isinstance(page.rows, GrowingRows):
        index = page.rows.place(subject)
    else:
        index = next((number for number, line in enumerate(page.rows) if line.leads_to(subject)), None)
    if index is None:
        return None
    stops = page.rows[index].stops()
    return next((CursorPosition(index, number) for number, stop in enumerate(stops) if stop.subject == subject), None)


def up_or_down(page: Page, position: CursorPosition, step: int, height: int) -> CursorPosition:
    """One stop on in the direction of `step`; where the next one is off screen, one line of scrolling instead."""
    by_then = anchor(page, position)
    target = _that_way(page, position, 0, step) or _next_stop(page, position, step)
    position = by_then()
    body = max(height - page.header, 1)
    above, below = position.top + page.header - 1, position.top + page.header + body
    line = line_at(page, target.row) if target else range(0)
    if target and len(line) > body:  # it is read on the way to what it leads to
        line = range(target.row, target.row + 1)
    if target and (line[0] <= below if step > 0 else line[-1] >= above or target.row < page.header):
        return shown(page, target._replace(top=position.top), height)
    furthest = max(extent(page.rows, position.top + 1 + page.header + body) - page.header - body, 0)
    return position._replace(top=min(max(position.top + step, 0), furthest))


def sideways(page: Page, position: CursorPosition, step: int) -> CursorPosition:
    """The next place that the same line leads to; on a plane the nearest that way."""
    if position.row < page.plane:
        return _that_way(page, position, step, 0) or position
    found = links(page, position.row) if page.rows else []
    if not found:
        return position
    here = max((number for number, at in enumerate(found) if at <= (position.row, position.stop)), default=0)
    row, stop = found[min(max(here + step, 0), len(found) - 1)]
    return position._replace(row=row, stop=stop, column=-1)


def by_screen(page: Page, position: CursorPosition, step: int, height: int) -> CursorPosition:
    """Half a screen on; the cursor moves with the text, which goes on below it where the next stop is farther away."""
    moved, far, set_out = position, max((height - page.header) // 2, 1), anchor(page, position)
    for _ in range(far):
        by_then = anchor(page, moved)
        further = up_or_down(page, moved, step, height)
        position, moved = set_out(), by_then()
        if moved != position and max(abs(further.row - position.row), abs(further.top - position.top)) > far:
            break
        moved = further
    left = far - max(abs(moved.row - position.row), abs(moved.top - position.top))
    if left <= 0 or position.row < page.plane:
        return moved
    body, line = max(height - page.header, 1), line_at(page, moved.row)
    if step < 0:
        return moved._replace(top=max(moved.top - left, min(line[-1] - page.header - body + 1, moved.top), 0))
    furthest = max(extent(page.rows, moved.top + left + page.header + body) - page.header - body, 0)
    return moved._replace(top=max(min(moved.top + left, line[0] - page.header, furthest), moved.top))


def by_section(page: Page, position: CursorPosition, step: int, height: int) -> CursorPosition:
    """The next or previous heading at the top of the screen, with the cursor on what comes first below it."""
    here, by_then = max(position.row, position.top + page.header), anchor(page, position)
    if step > 0:
        found = heading_after(page, here)
    else:
        current = heading_before(page, min(here, extent(page.rows, here + 1) - 1))
        before = None if current is None else heading_before(page, current - 1)
        found = before if current is None or before is not None else page.header
    if found is None:
        return by_then()
    body = max(height - page.header, 1)
    missing = found + body - extent(page.rows, found + body)  # below it, so that those above are in view
    found = reached(page.rows, found, max(missing, 0) + SPARE)
    top = min(found - page.header, max(extent(page.rows, found + body) - page.header - body, 0))
    target = _next_stop(page, position._replace(row=found - 1, column=-1), 1)
    if target and target.row < top + page.header + body:
        return target._replace(top=top)
    position = by_then()._replace(top=top)  # off the screen, unless it is so far that it is not made any more
    is_left = isinstance(page.rows, GrowingRows) and not page.rows.made.holds(position.row)
    return position._replace(row=found) if is_left else position


def shown(page: Page, position: CursorPosition, height: int) -> CursorPosition:
    """The position with `top` moved just as far as keeps the cursor on screen."""
    body = max(height - page.header, 1)
    if position.row < page.header:
        return position
    by_then, above = anchor(page, position), min(max(position.row - page.header - position.top, 0), height) + SPARE
    reached(page.rows, position.row, above)
    position = by_then()
    row = position.row - page.header
    line = line_at(page, position.row)
    begins, ends = line[0] - page.header, end_of(page, line) - page.header
    top = min(max(position.top, ends - body + 1), max(begins, 0))
    top = min(top, max(extent(page.rows, top + page.header + body) - page.header - body, 0))
    top = max(top, row - body + 1)
    # A heading just above the first stop belongs on screen with it.
    leading = 0 < top == begins and top != position.top and row < top + body - 1 and not page.rows[line[0] - 1].stops()
    position = position._replace(top=top - 1 if leading else top)
    above = row - position.top + SPARE  # near the end of a page the top of the screen is farther up than it was
    more = reached(page.rows, position.row, above) - position.row
    return position._replace(row=position.row + more, top=position.top + more) if more else position


def _next_stop(page: Page, position: CursorPosition, step: int) -> CursorPosition | None:
    """The nearest line with a stop, at the stop closest to the present column; of a sentence the first."""
    here = stop_at(page, position)
    column = position.column if position.column >= 0 else here.start if here else -1
    line = line_at(page, position.row)
    index = line[0] - 1 if step < 0 else line[-1] + 1
    while 0 <= index < extent(page.rows, index + 1):
        index = reached(page.rows, index, SPARE)
        if page.rows[index].stops():
            target = line_at(page, index)
            row = next(number for number in target if page.rows[number].stops())
            stops = page.rows[row].stops()
            if max(len(line), len(target)) > 1:  # sentences have no columns
                return position._replace(row=row, stop=0, column=-1)
            nearest = min(range(len(stops)), key=lambda number: abs(stops[number].start - max(column, 0)))
            return position._replace(row=row, stop=nearest, column=column)
        index += step
    return None


def _that_way(page: Page, position: CursorPosition, right: int, down: int) -> CursorPosition | None:
    """On a plane the nearest stop in a direction, rather straight on than aside; a row is as high as two cells are
    wide."""
    here = stop_at(page, position)
    if here is None or position.row >= page.plane:
        return None
    best: tuple[float, int, int] | None = None
    for row in range(page.header, min(page.plane, extent(page.rows, page.plane))):
        for number, stop in enumerate(page.rows[row].stops()):
            x, y = (stop.start + stop.end - here.start - here.end) / 2, 2 * (row - position.row)
            on = x * right + y * down
            if on > 0 and (found := (on + (2 * abs(y) if right else abs(x)), row, number)) < (best or (found[0] + 1,)):
                best = found
    return position._replace(row=best[1], stop=best[2], column=-1) if best else None


def left_for(page: Page, position: CursorPosition, left: int, width: int) -> int:
    """How far to scroll sideways so that the stop under the cursor is seen beside the frozen cells."""
    stop = stop_at(page, position)
    if not stop or not page.frozen or stop.start < page.frozen:
        return left if page.frozen else 0
    start, end = stop.start - page.frozen, stop.end - page.frozen
    return min(max(left, end - (width - page.frozen)), start)


def at_cell(page: Page, position: CursorPosition, x: int, y: int, left: int) -> CursorPosition | None:
    """The stop that is drawn at a cell, `left` cells scrolled sideways."""
    row = y if y < page.header else y + position.top
    x += left if x >= page.frozen else 0
    stops = page.rows[row].stops() if row < extent(page.rows, row + 1) else ()
    for number, stop in enumerate(stops):
        if page.rows[row].subject or stop.start <= x < stop.end:
            return position._replace(row=row, stop=number)
    return None
