"""What the terminal sends, cut into whole pieces before anything acts on it. Pure: bytes in, pieces out.

A terminal, or whoever can write to it, may send half a character, a sequence without an end, a paste without an end, or
numbers no computer holds. Here each becomes a short whole piece or nothing; the rest of the program sees only those.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Generator, Iterator

from caucasus_tui.tui.terminal.sequences import Piece, meaning

SEQUENCE_LIMIT = 64
"""Bytes. The longest that a key or click makes is 24."""
PASTE_LIMIT = 4096
"""Bytes kept of a paste; the prompt takes 200 characters."""
FLOOD = 256
"""Characters without a pause that nobody types: a paste by a terminal that does not say so."""

_PASTE_START, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_BLANKS = b" \t\r\n"
_AT_THE_CUT = re.compile(rb"(?:\xc2\xad)?[ \t\r\n]*\Z")
"""A soft hyphen, which nobody sees, and blanks."""
_HALF_A_LETTER = re.compile(rb"[\xc2-\xdf]\Z|[\xe0-\xef][\x80-\xbf]?\Z|[\xf0-\xf4][\x80-\xbf]{0,2}\Z")
_WHOLE = re.compile(
    rb"\x1b\[M[\s\S]{3}"  # a click in the oldest form, any three bytes: never asked for, so never meant
    rb"|\x1b\[\[[A-E]"  # F1–F5 of the Linux console
    rb"|\x1b\[[0-9]{1,2}\$"  # a key with shift, as urxvt has it
    rb"|\x1b\[(?!M|\[)[0-?]*[ -/]*[@-~]"
    rb"|\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)"  # a message from the terminal
    rb"|\x1bO[0-9;]*[ -/:<-~]"
    rb"|\x1b\x1b[\[O][CD]"
    rb"|\x1b[^\x1b\[\]O_^PX\x80-\xff]"
    rb"|\x1b(?=\x1b(?![\[O]?\Z|[\[O][CD]))"
    rb"|[^\x1b]+"
)
_BEGUN = re.compile(
    rb"\x1b\[M[\s\S]{0,2}$|\x1b\[(?:\[?|[0-?]*[ -/]*)$|\x1b[\]P_^X][^\x07\x1b]*\x1b?$"
    rb"|\x1b(?:O[0-9;]*)?$|\x1b\x1b[\[O]?$"
)
_REST_OF_SEQUENCE = re.compile(rb"[ -?]*([@-~])?")
_REST_OF_MESSAGE = re.compile(rb"[^\x07\x1b]*(\x07|\x1b\\)?")


class Incoming:
    """Collects bytes. A piece that is only begun waits for its end, until `settle` says that nothing more came."""

    def __init__(self) -> None:
        self._held = b""
        self._paste: bytearray | None = None
        self._cut_paste: bytes | None = None
        """Of a paste that paused for too long, what is told with the rest: blanks or a soft hyphen at the cut,
        half a letter, half its end."""
        self._dropping: re.Pattern[bytes] | None = None
        self._decoder = getincrementaldecoder("utf-8")("replace")

    @property
    def waits(self) -> bool:
        """Whether something is only begun."""
        return bool(self._held) or self.in_paste or self._dropping is not None

    @property
    def in_paste(self) -> bool:
        return self._paste is not None

    @property
    def may_pause(self) -> bool:
        """Whether what is begun is no key that is typed: on a bad line its end may be long in coming. Not a message,
        which any key would prolong: one without an end would take all that is typed."""
        return self.in_paste or (len(self._held) > 2 and self._held[:2] == b"\x1b[")

    def feed(self, data: bytes) -> Iterator[Piece]:
        """The pieces that `data` completes."""
        cut = self._cut_paste
        if cut is not None and (_PASTE_END in cut + data or (len(data) > 1 and data[:1] != b"\x1b")):
            self._paste = bytearray()  # nobody types so: it is the rest, after a long pause
            data = cut + data
        data, self._held, self._cut_paste = self._held + data, b"", None
        while data:
            if self._dropping:
                data = self._drop(data)
            elif self._paste is not None:
                data = yield from self._collect(data)
            else:
                data = yield from self._next(data)

    def settle(self) -> Iterator[Piece]:
        """For a while nothing came: what was begun is all there is. A lone ESC is the key of that name."""
        held, self._held, self._dropping = self._held, b"", None
        self._decoder.reset()
        if self._paste is not None:
            tail = _HALF_A_LETTER.search(self._paste.rstrip(_BLANKS)) or _AT_THE_CUT.search(self._paste)
            self._cut_paste = (tail[0] if tail else b"") + held
            yield from self._pasted()
            return
        if held[:2] == b"\x1b\x1b":
            yield Piece("key", "\x1b")
            held = held[1:]
        if held == b"\x1b":
            yield Piece("key", "\x1b")
        elif len(held) == 2:
            yield Piece("alt", held[1:].decode("ascii"))

    def _next(self, data: bytes) -> Generator[Piece, None, bytes]:
        """Yields the piece that `data` begins with; returns the rest."""
        found = _WHOLE.match(data)
        if found:
            yield from self._piece(found[0])
            return data[found.end() :]
        if _BEGUN.match(data):
            if len(data) > SEQUENCE_LIMIT:
                self._dropping = _REST_OF_SEQUENCE if data[1:2] == b"[" else _REST_OF_MESSAGE
            else:
                self._held = data
            return b""
        # A sequence that something else breaks into. What broke in is read again.
        broken = re.match(rb"\x1b(?:\[[ -?]*|[\]P_^X][^\x1b]*|O?)", data)
        return data[broken.end() if broken else 1 :]

    def _piece(self, data: bytes) -> Iterator[Piece]:
        if data == _PASTE_START:
            self._paste = bytearray()
        elif data[:1] != b"\x1b":
            # U+FFFD is what the decoder makes of bytes that are no character; nobody types it.
            text = self._decoder.decode(data).replace("\ufffd", "")
            if text:
                yield Piece("paste" if len(text) > FLOOD else "text", text)
        elif len(data) <= SEQUENCE_LIMIT:
            piece = meaning(data.decode("ascii", "replace"))
            if piece:
                yield piece

    def _collect(self, data: bytes) -> Generator[Piece, None, bytes]:
        assert self._paste is not None
        text, end, rest = data.partition(_PASTE_END)
        if not end:
            # The end mark may be cut in two.
            cut = next((n for n in range(5, 0, -1) if data.endswith(_PASTE_END[:n])), 0)
            text, self._held = data[: len(data) - cut], data[len(data) - cut :]
        self._paste += text[: PASTE_LIMIT - len(self._paste)]
        if end:
            yield from self._pasted()
        return rest

    def _pasted(self) -> Iterator[Piece]:
        text, self._paste = bytes(self._paste or b"").decode("utf-8", "replace"), None
        if text := text.replace("\ufffd", "").replace("\x00", ""):
            yield Piece("paste", text)

    def _drop(self, data: bytes) -> bytes:
        assert self._dropping is not None
        found = self._dropping.match(data)
        assert found is not None
        if found[1] or found.end() < len(data):
            self._dropping = None
        return data[found.end() :]
