"""How the app goes on from a picture of the last start that is on the terminal already: it draws for itself until its
own first picture is whole. Where that is the same, nothing is sent."""

from caucasus_tui.first_picture.shown import Shown
from caucasus_tui.tui.terminal.frame import Frame, Line

Size = tuple[int, int]


class Takeover:
    """`shown`: what the terminal shows already; None: nothing of ours. `own`: the app's first picture, once that is
    whole, if nothing was typed before, and its size in columns and rows."""

    def __init__(self, frame: Frame, shown: Shown | None) -> None:
        self._frame = frame
        self._shown = shown
        self._size: Size = (0, 0)
        self._is_due = False
        self.own: tuple[Size, list[Line]] | None = None

    def passed(self, change: str, size: Size) -> str:
        """What to send in place of a change to the frame, which has been made of `size`."""
        self._size = size
        if self._shown is None:
            return change
        if size != self._shown.size:
            self.hurry()
        return self._sent() if self._is_due else ""

    def hurry(self) -> None:
        """The reader has done something: what the app draws from now on is no first picture, and does not wait."""
        self._is_due = True

    def forget(self) -> None:
        """Something else may stand on the terminal."""
        self._shown = None

    def handed_over(self) -> tuple[Size, list[Line]] | None:
        """The app's own first picture, to whoever asks first."""
        own, self.own = self.own, None
        return own

    def settle(self) -> str:
        """What the app has drawn is whole. What to send now, if anything."""
        if not self._is_due and self._frame.is_known(self._size):
            self.own = self.own or (self._size, self._frame.lines)
        self._is_due = True
        return self._sent() if self._frame.is_known(self._size) else ""

    def _sent(self) -> str:
        shown, self._shown = self._shown, None
        if shown is None:
            return ""
        whole = self._frame.whole(self._frame.lines, self._size)
        same = shown.picture == whole.encode("utf-8", "replace") and shown.size == self._size
        return self._frame.resume() if same else f"{whole}{self._frame.resume()}"
