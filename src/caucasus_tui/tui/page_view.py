"""The one widget: it draws a page and moves a cursor over its stops. Everything on screen is one of these. Lines drawn
directly, rather than widgets composed, keep first paint and bytes near those of an empty app."""

from collections.abc import Callable

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from caucasus_tui.page.rows import Page, cursor
from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.edges import row_at_edge
from caucasus_tui.page.rows.growing import extent
from caucasus_tui.page.rows.place_kept import Line, line_of, place_again
from caucasus_tui.page.rows.whereabouts import rule_row
from caucasus_tui.tui.colouring import row_strip, segments
from caucasus_tui.tui.palette import Palette
from caucasus_tui.tui.pointing import Pointing

Build = Callable[[int], Page]
"""Width in cells → page."""
EMPTY = Page("", [])


class PageView(Pointing):
    """The widget that shows the page which `build` makes for its width."""

    class Moved(Message):
        """The cursor rests on something else."""

        def __init__(self, view: "PageView") -> None:
            super().__init__()
            self.view = view

        def can_replace(self, message: Message) -> bool:
            """Of several the last tells all."""
            return isinstance(message, PageView.Moved) and message.view is self.view

    def __init__(self, *, id: str, ruled: bool = False, most: int = 0) -> None:
        """`ruled`: a line above has the page's name and where in it one is; `most`: cells of a line, of more."""
        super().__init__(id=id)
        self._ruled = int(ruled)
        self.most = most
        self.label = ""
        self.page: Page = EMPTY
        self.position = CursorPosition()
        self.left = 0
        self.palette: Palette | None = None
        self._build: Build = lambda width: EMPTY
        self._subject = ""
        self._left_at: CursorPosition | None = None
        self._opened_at: CursorPosition | None = None
        self._made_for = (0, 0)
        self._drawing = False
        self._titled = "", False
        self._before: tuple[object, ...] | None = None
        self._base, self._shown, self._lit = Style.null(), Size(), range(0)

    def show(
        self, build: Build, subject: str = "", left_at: CursorPosition | None = None, *, anew: bool = False
    ) -> None:
        """Draw another page, or the same one anew, with the cursor on `subject` where the page has it; just `left_at`
        where that is still it. `anew`: as if never seen, from the top."""
        self._before = self._drawn if self._made_for[0] else None
        self._titled = self.label, self.is_led
        self._build = build
        self._subject = subject
        self._left_at = left_at
        if anew:
            self.page, self.position = EMPTY, CursorPosition()
        self._made_for = (0, 0)
        self.make()

    def show_again(self, build: Build, *, now: bool = True) -> None:
        """Draw the page that is shown for the room that there is `now`, else for what room it will have."""
        self._build = build
        if now:
            self._made_for = (-int(self.is_made), 0)
            self.make()

    @property
    def is_made(self) -> bool:
        """Whether its page is there for the room that it has."""
        return bool(self._made_for[0])

    @property
    def subject(self) -> str:
        """The address under the cursor, or empty."""
        stop = cursor.stop_at(self.page, self.position)
        return stop.subject if stop else ""

    @property
    def room(self) -> int:
        """Rows of the page that are in view."""
        return max(self.size.height - self._ruled, 0)

    @property
    def seen(self) -> str:
        """The text of these rows, of one at least."""
        return "\n".join(row.text for row in self.page.rows[self.position.top : self.position.top + max(self.room, 1)])

    @property
    def columns(self) -> int:
        """Cells in a line of the page."""
        return min(self.size.width, self.most or self.size.width)

    def make(self) -> None:
        """Make the page for the room that there is, if it is not there."""
        if not self.size.width or self._made_for == (self.columns, self.room * self.page.to_height):
            return
        as_opened = self.page.to_height and self.position == self._opened_at
        wanted = self._subject or ("" if as_opened else self.subject)
        if self.is_made:  # the same page, for another room
            self._left_at = self.position
        line = line_of(self.page, self.position) if self.position == self._left_at else Line()
        self.page = self._build(self.columns)
        self._made_for = (self.columns, self.room * self.page.to_height)
        self._subject = ""
        opened = self._left_at is not None and self._left_at == self._opened_at
        again = place_again(self.page, wanted, line, self._left_at, self.room, as_opened=opened)
        self.position = again or self._start(wanted)
        if again:
            self._opened_at = again if opened and again == cursor.opening(self.page, self.room) else None
        self._left_at = None
        self.left = cursor.left_for(self.page, self.position, 0, self.size.width)
        before, self._before = self._before, None
        if not self._drawing and before != self._drawn:  # where nothing changes, nothing is drawn
            self.refresh()
            self.post_message(self.Moved(self))

    @property
    def _drawn(self) -> tuple[object, ...]:
        """All that a line is drawn from, but the colours."""
        return self.page, self.position, self.left, self._titled

    def _start(self, subject: str) -> CursorPosition:
        """Where the cursor is on a page just made: on what was asked for, or where it opens."""
        found = cursor.find(self.page, subject) if subject else None
        self._opened_at = None
        if found is None:
            self._opened_at = cursor.opening(self.page, self.room)
            return self._opened_at
        # What has room on the first screen of another page is shown with that page's head above it.
        top = 0 if found.row != self.position.row and found.row < self.room else self.position.top
        return cursor.shown(self.page, found._replace(top=top), self.room)

    def _place(self, position: CursorPosition, *, scrolled: bool = False) -> None:
        """Put the cursor somewhere and redraw no more than that takes. `scrolled`: the top is where it should be."""
        before = self.position
        if position.row != before.row and not scrolled:
            position = cursor.shown(self.page, position, self.room)
        left = cursor.left_for(self.page, position, self.left, self.size.width)
        self.position = position
        if scrolled or position.top != before.top or left != self.left:
            self.left = left
            self.refresh()
        elif position != before:
            self._redraw_lines(before, position)
        self.post_message(self.Moved(self))

    def move(self, step: int) -> None:
        self._place(cursor.up_or_down(self.page, self._settled(step), step, self.room))

    def sideways(self, step: int) -> None:
        self._place(cursor.sideways(self.page, self.position, step))

    def screenful(self, step: int) -> None:
        self._place(cursor.by_screen(self.page, self._settled(step), step, self.room))

    def _settled(self, step: int) -> CursorPosition:
        self.position = cursor.settled(self.page, self.position, self.room, step)
        return self.position

    def section(self, step: int) -> bool:
        """To the next heading, or the one before; False where there is none."""
        before = self._settled(1)  # a heading is gone to without what is above it
        self._place(cursor.by_section(self.page, before, step, self.room), scrolled=True)
        return self.position != before

    @property
    def at_end(self) -> bool:
        """Whether the last row is on screen."""
        return (below := self.position.top + self.room) >= extent(self.page.rows, below + 1)

    def scroll_page(self, step: int, *, overlap: bool = True) -> None:
        """A screen of text on, whatever the cursor is on; a line stays in view, where screens `overlap`."""
        self.scroll_rows(step * max(self.room - overlap, 1))

    def scroll_rows(self, step: int) -> None:
        to = self._settled(step).top + step
        by_then = cursor.anchor(self.page, self.position)
        top = max(min(to, extent(self.page.rows, to + self.room) - self.room), 0)
        self.position = by_then()._replace(top=top)
        self.refresh()

    def edge(self, step: int) -> None:
        found = (cursor.first if step < 0 else cursor.last)(self.page)
        self._place(cursor.shown(self.page, found, self.room), scrolled=True)

    def on_resize(self, event: events.Resize) -> None:
        self.make()
        if self._opened_at == self.position and self.page.rows:  # what comes next is in view at any height
            self._opened_at = cursor.opening(self.page, self.room)
            self._place(self._opened_at, scrolled=True)
            return
        # A reader who scrolled past the cursor, as on a page of prose, stays where the reading was.
        if self.page.rows and self.position.row - self.page.header >= self.position.top:
            self._place(cursor.shown(self.page, self.position, self.room))
        else:
            self.post_message(self.Moved(self))

    def _redraw_lines(self, *positions: CursorPosition) -> None:
        """What stands out at these positions, and the rule, which says where the cursor is."""
        for position in positions:
            line = cursor.lit(self.page, position)
            y = line[0] if position.row < self.page.header else line[0] - self.position.top
            self.refresh(Region(0, y + self._ruled, self.size.width, len(line)))
        if self._ruled:
            self.refresh(Region(0, 0, self.size.width, 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the page has, for a view whose height is `auto`."""
        return len(self._build(width).rows) + self._ruled

    def render_lines(self, crop: Region) -> list[Strip]:
        """The first picture has the page already: to wait for the message with the size draws empty frames first. That
        message comes after it, and tells what the cursor is on. What holds for all lines is looked up once."""
        self._drawing = True
        self.make()
        self._drawing = False
        self._base, self._shown, self._lit = self.rich_style, self.size, cursor.lit(self.page, self.position)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the page, from what is in view."""
        base, width, y = self._base, self._shown.width, y - self._ruled
        room = max(self._shown.height - self._ruled, 0)
        if y < 0 and self.palette is not None:
            rule = rule_row(self.label, self.page, self.position, room, width, heavy=self.is_led)
            return Strip(segments(rule, self.palette, base, "", width)).adjust_cell_length(width, base)
        index = y if y < self.page.header else y + self.position.top
        if index >= extent(self.page.rows, index + 1) or self.palette is None:
            return Strip.blank(width, base)
        here = self.is_led and index in self._lit
        row = self.page.rows[index] if here else row_at_edge(self.page, index, self.position.top, room, width)
        return row_strip(self.page, row, self.left, self.palette, base, self.subject if here else "", width)
