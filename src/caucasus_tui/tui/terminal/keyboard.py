"""Reads what the terminal sends and tells the app, as Textual's messages. Private to Textual here: its parser, of which
only the names of keys are used; where a piece begins and ends is decided by `Incoming`."""

import os
import re
import select
from collections.abc import Callable, Iterator
from threading import Thread

from textual import events
from textual._xterm_parser import XTermParser
from textual.keys import Keys
from textual.message import Message

from caucasus_tui.tui.terminal.incoming import Incoming
from caucasus_tui.tui.terminal.sequences import Piece

ESCAPE_SECONDS = 0.1
"""After which an ESC with nothing behind it is the key of that name."""
PAUSE_SECONDS = 1.0
"""How long a paste or a sequence may pause before it is taken to be over."""


class Keyboard(Thread):
    """`tell` gets each message, `on_mode` and `on_ground` each answer about those; `on_lost` is called when
    nothing more can come."""

    def __init__(
        self,
        fd: int,
        tell: Callable[[Message], None],
        on_mode: Callable[[str], None],
        on_ground: Callable[[str], None],
        on_lost: Callable[[], None],
    ) -> None:
        super().__init__(name="terminal-input", daemon=True)
        self._fd = fd
        self._tell = tell
        self._on_mode = on_mode
        self._on_ground = on_ground
        self._on_lost = on_lost
        self._parser = XTermParser()
        self._ended, self._end = os.pipe()

    def end(self) -> None:
        """Stop reading, and wait until that has happened."""
        os.close(self._end)
        if self.ident is not None:  # else the system gave no thread
            self.join()

    def run(self) -> None:
        """Sleeps while nothing comes."""
        incoming = Incoming()
        while True:
            pause = (PAUSE_SECONDS if incoming.may_pause else ESCAPE_SECONDS) if incoming.waits else None
            # Not poll, which on macOS knows no terminals.
            ready, _, _ = select.select([self._fd, self._ended], [], [], pause)
            if self._ended in ready:
                os.close(self._ended)
                return
            data = self._read() if ready else b""
            if ready and not data:
                self._on_lost()
                return
            for piece in incoming.feed(data) if ready else incoming.settle():
                for message in self._messages(piece):
                    self._tell(message)

    def _read(self) -> bytes:
        try:
            return os.read(self._fd, 4096)
        except OSError:
            return b""

    def _messages(self, piece: Piece) -> Iterator[Message]:
        kind, text = piece
        if kind == "paste":
            yield events.Paste(text)
        elif kind == "mode":
            self._on_mode(text)
        elif kind == "ground":
            self._on_ground(text)
        elif kind == "mouse":
            message = self._parser.parse_mouse_code(text)
            if message is not None:
                yield message
        elif text == "\x1b":
            yield events.Key("escape", text)
        elif kind == "alt":
            yield from self._with_alt(text)
        else:
            for sequence in (text,) if kind == "key" else text:
                yield from self._keys(sequence)

    def _with_alt(self, text: str) -> Iterator[Message]:
        """Keys for words come so from macOS and others. They act or they do nothing, but type no letter."""
        if text in "\x7f\x08":
            yield events.Key("alt+backspace", None)
        else:
            yield from (events.Key(key.key, None) for key in self._keys(text, alt=True))

    def _keys(self, sequence: str, *, alt: bool = False) -> list[events.Key]:
        try:
            keys = list(self._parser._sequence_to_key_events(_ALTERNATES.sub(_named, sequence), alt))
        except (ValueError, OverflowError):
            return []  # numbers that stand for no key
        return [key for key in keys if key.key != Keys.Ignore]


_ALTERNATES = re.compile(r"(?<=^\x1b\[)([0-9]+):[0-9]*:?([0-9]*)")


def _named(found: re.Match[str]) -> str:
    """The number of a key whose alternates the terminal tells: where it is no Latin one, that of the Latin layout."""
    key, base = found.groups()
    return base if base and int(key) > 127 else key
