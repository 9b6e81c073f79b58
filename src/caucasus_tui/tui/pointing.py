"""What the mouse does to a view: a click moves its cursor or opens what it is on, the wheel moves it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual import events
from textual.message import Message
from textual.widget import Widget

from caucasus_tui.page.rows import Page, cursor
from caucasus_tui.page.rows.cursor import CursorPosition

if TYPE_CHECKING:
    from caucasus_tui.tui.page_view import PageView


class Pointing(Widget):
    """Part of a page's view."""

    class Clicked(Message, namespace="page_view"):
        """Something was clicked; `again`: it was under the cursor already."""

        def __init__(self, view: "PageView", again: bool) -> None:
            super().__init__()
            self.view, self.again = view, again

    page: Page
    position: CursorPosition
    left: int
    _is_led = False
    _ruled: int
    _place: Callable[[CursorPosition], None]
    move: Callable[[int], None]
    scroll_rows: Callable[[int], None]

    @property
    def is_led(self) -> bool:
        """Whether keys move the cursor here, so that it shows."""
        return self._is_led

    @is_led.setter
    def is_led(self, led: bool) -> None:
        if led != self._is_led:
            self._is_led = led
            self.refresh()  # of a view that is about to go, too: it may be drawn once more, and come back as it was

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor where it is; on what the cursor was on already, it opens it. Of other buttons, with
        which terminals paste, nothing comes."""
        offset = event.get_content_offset(self) if event.button == 1 else None
        if offset is None:
            return
        if offset.y < self._ruled:
            self.post_message(self.Clicked(cast("PageView", self), False))
            return
        found = cursor.at_cell(self.page, self.position, offset.x, offset.y - self._ruled, self.left)
        if found:
            again = self.is_led and found[:2] == self.position[:2]
            self._place(found)
            self.post_message(self.Clicked(cast("PageView", self), again))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -1)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        """Moves what it is over: the cursor, or where keys go elsewhere the page."""
        event.stop()
        if self.is_led:
            self.move(step)
        else:
            self.scroll_rows(step)
