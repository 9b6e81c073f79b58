"""Moving through a page: from stop to stop, and line by line where a page has none near."""

from typing import NamedTuple

from caucasus_tui.page.rows.lazy import LazyRows
from caucasus_tui.page.rows.row import Page, Stop


class CursorPosition(NamedTuple):
    """The cursor: a row, and which of its stops. `top`: the first row on screen below the header. `column`: the cell
    that moving up and down keeps to, where it was set out from a stop; -1 for none."""

    row: int = 0
    stop: int = 0
    top: int = 0
    column: int = -1


def stop_at(page: Page, position: CursorPosition) -> Stop | None:
    """The stop under the cursor, or None on a page or row without one."""
    if not 0 <= position.row < len(page.rows):
        return None
    stops = page.rows[position.row].stops()
    return stops[min(position.stop, len(stops) - 1)] if stops else None


def first(page: Page) -> CursorPosition:
    """The first stop of a page, or its top."""
    return _next_stop(page, CursorPosition(row=-1), 1) or CursorPosition()


def opening(page: Page, height: int) -> CursorPosition:
    """Where the cursor is when a page opens: where the page says, with what comes next in view below it."""
    found = find(page, page.start) if page.start else None
    if found is None:
        return first(page)
    return shown(page, found._replace(top=max(found.row - page.header - height // 2, 0)), height)


def last(page: Page) -> CursorPosition:
    """The last stop of a page, or its bottom."""
    return _next_stop(page, CursorPosition(row=len(page.rows)), -1) or CursorPosition(row=max(len(page.rows) - 1, 0))


def find(page: Page, subject: str) -> CursorPosition | None:
    """Where a subject stands on the page, or None."""
    if isinstance(page.rows, LazyRows):
        index = page.rows.place(subject)
    else:
        index = next((number for number, line in enumerate(page.rows) if line.leads_to(subject)), None)
    if index is None:
        return None
    stops = page.rows[index].stops()
    return next((CursorPosition(index, number) for number, stop in enumerate(stops) if stop.subject == subject), None)


def up_or_down(page: Page, position: CursorPosition, step: int, height: int) -> CursorPosition:
    """One stop on in the direction of `step`; where the next one is off screen, one line of scrolling instead."""
    target = _next_stop(page, position, step)
    body = max(height - page.header, 1)
    above, below = position.top + page.header - 1, position.top + page.header + body
    if target and (target.row <= below if step > 0 else target.row >= above or target.row < page.header):
        return shown(page, target._replace(top=position.top), height)
    furthest = max(len(page.rows) - page.header - body, 0)
    return position._replace(top=min(max(position.top + step, 0), furthest))


def sideways(page: Page, position: CursorPosition, step: int) -> CursorPosition:
    """The next stop in the same row."""
    stops = page.rows[position.row].stops() if page.rows else ()
    return position._replace(stop=min(max(position.stop + step, 0), max(len(stops) - 1, 0)), column=-1)


def by_screen(page: Page, position: CursorPosition, step: int, height: int) -> CursorPosition:
    """Half a screen on; the cursor moves with the text."""
    moved = position
    for _ in range(max((height - page.header) // 2, 1)):
        moved = up_or_down(page, moved, step, height)
    return moved


def by_section(page: Page, position: CursorPosition, step: int, height: int) -> CursorPosition:
    """The next or previous heading at the top of the screen, with the cursor on what comes first below it."""
    here = max(position.row, position.top + page.header)
    if step > 0:
        found = next((row for row in range(here + 1, len(page.rows)) if _is_heading(page, row)), None)
    else:
        above = (row for row in range(min(here, len(page.rows) - 1), page.header - 1, -1) if _is_heading(page, row))
        current = next(above, None)
        found = None if current is None else next(above, page.header)
    if found is None:
        return position
    body = max(height - page.header, 1)
    top = min(found - page.header, max(len(page.rows) - page.header - body, 0))
    target = _next_stop(page, position._replace(row=found - 1, column=-1), 1)
    if target and target.row < top + page.header + body:
        return target._replace(top=top)
    return position._replace(top=top)


def _is_heading(page: Page, row: int) -> bool:
    spans = page.rows[row].spans
    return bool(spans) and spans[0].role == "heading"


def shown(page: Page, position: CursorPosition, height: int) -> CursorPosition:
    """The position with `top` moved just as far as keeps the cursor on screen."""
    body = max(height - page.header, 1)
    if position.row < page.header:
        return position
    row = position.row - page.header
    furthest = max(len(page.rows) - page.header - body, 0)
    top = min(max(position.top, row - body + 1), max(row, 0), furthest)
    # A heading just above the first stop belongs on screen with it.
    leading = 0 < top == row and top != position.top and not page.rows[position.row - 1].stops()
    return position._replace(top=top - 1 if leading else top)


def _next_stop(page: Page, position: CursorPosition, step: int) -> CursorPosition | None:
    """The nearest row with a stop, at the stop closest to the present column."""
    here = stop_at(page, position)
    column = position.column if position.column >= 0 else here.start if here else -1
    index = position.row + step
    while 0 <= index < len(page.rows):
        stops = page.rows[index].stops()
        if stops:
            nearest = min(range(len(stops)), key=lambda number: abs(stops[number].start - max(column, 0)))
            return position._replace(row=index, stop=nearest, column=column)
        index += step
    return None


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
    stops = page.rows[row].stops() if row < len(page.rows) else ()
    for number, stop in enumerate(stops):
        if page.rows[row].subject or stop.start <= x < stop.end:
            return position._replace(row=row, stop=number)
    return None
