"""What the terminal sends, cut into pieces: no terminal needed."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caucasus_tui.tui.terminal.incoming import FLOOD, PASTE_LIMIT, SEQUENCE_LIMIT, Incoming
from caucasus_tui.tui.terminal.sequences import Piece


def pieces(*chunks: bytes, settled: bool = True) -> list[Piece]:
    incoming = Incoming()
    found = [piece for chunk in chunks for piece in incoming.feed(chunk)]
    return found + (list(incoming.settle()) if settled else [])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"j", [Piece("text", "j")]),
        ("é漢".encode(), [Piece("text", "é漢")]),
        (b"\x1b", [Piece("key", "\x1b")]),
        (b"\x1b[A", [Piece("key", "\x1b[A")]),
        (b"\x1bOA", [Piece("key", "\x1bOA")]),
        (b"\x1b[[A", [Piece("key", "\x1b[[A")]),
        (b"\x1b[5~j", [Piece("key", "\x1b[5~"), Piece("text", "j")]),
        (b"\x1b[27u", [Piece("key", "\x1b[27u")]),
        (b"\x1b[1;5R", [Piece("key", "\x1b[1;5R")]),
        (b"\x1bj", [Piece("alt", "j")]),
        (b"\x1b[", [Piece("alt", "[")]),
        (b"\x1b\x1b", [Piece("key", "\x1b"), Piece("key", "\x1b")]),
        (b"\x1b\x1bj", [Piece("key", "\x1b"), Piece("alt", "j")]),
        (b"\x1b\x1b[A", [Piece("key", "\x1b"), Piece("key", "\x1b[A")]),
        *(
            (odd, [Piece("key", "\x1b[1;3D")])
            for odd in (b"\x1b\x1b[D", b"\x1b\x1bOD", b"\x1bO3D", b"\x1bO1;3D", b"\x1b[3D")
        ),
        (b"\x1b[27;3;98~", [Piece("key", "\x1b[98;3u")]),
        (b"\x1b[32;2u", [Piece("text", " ")]),
        (b"\x1b[127;2u", [Piece("text", "\x7f")]),
        (b"\x1b[97;2u\x1b[1072;2:1u", [Piece("text", "A"), Piece("text", "А")]),
        (b"\x1b[47:63;2u\x1b[55:47:55;2u", [Piece("text", "?"), Piece("text", "/")]),
        (b"\x1b[9;2u\x1b[55;2u", [Piece("key", "\x1b[9;2u"), Piece("key", "\x1b[55;2u")]),
        (b"\x1b[27;2;75~", [Piece("text", "K")]),
        # urxvt: with ctrl, shift, both; arrows with shift
        *((key, [Piece("key", key.decode())]) for key in (b"\x1b[3^", b"\x1b[3$", b"\x1b[7$", b"\x1b[3@", b"\x1b[a")),
        (b"\x1b[3$j", [Piece("key", "\x1b[3$"), Piece("text", "j")]),
        (b"\x1b[<0;12;7M", [Piece("mouse", "\x1b[<0;12;7M")]),
        (b"\x1b[?2026;2$y", [Piece("mode", "2026;2")]),
        (b"\x1b[200~two\nlines\x1b[201~j", [Piece("paste", "two\nlines"), Piece("text", "j")]),
    ],
)
def test_what_a_terminal_sends_becomes_whole_pieces(data: bytes, expected: list[Piece]) -> None:
    assert pieces(data) == expected
    # However it is cut in two, nothing changes, as long as no pause falls into it.
    for cut in range(1, len(data)):
        assert _joined(pieces(data[:cut], data[cut:])) == _joined(expected)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff",
        b"\x1b[M\x20\xff\xe0",
        b"\x1b[M\x20\xc3\xa9",
        b"\x1b[32;120;40M",
        b"\x1b[48;99999;99999;1;1t",
        b"\x1b[24;80R",
        b"\x1b[201~",
        b"\x1b[97~",
        b"\x1b[33;2~",
        b"\x1b[113H",
        b"\x1b[113;1S",
        b"\x1b[I",
        b"\x1b[O",
        b"\x1b[1114112u",
        b"\x1b[97;;9999999999u",
        b"\x1b[" + b"9" * 5000 + b"u",
        b"\x1b[<35;12;7M",
        b"\x1b]52;c;cXE=\x07",
        b"\x1b]52;c;" + b"c" * 500 + b"\x1b\\",
        b"\x1bPq\x1b\\",
        b"\x1b[?1;2c",
    ],
)
def test_what_was_not_asked_for_is_dropped_whole(data: bytes) -> None:
    assert pieces(data) == []
    assert pieces(data + b"j") == [Piece("text", "j")]
    for cut in range(1, min(len(data), 100)):
        assert pieces(data[:cut], data[cut:], b"j") == [Piece("text", "j")]


def test_a_paste_without_an_end_is_over_after_a_pause() -> None:
    incoming = Incoming()
    assert list(incoming.feed(b"\x1b[200~abc")) == []
    assert incoming.in_paste and incoming.waits
    assert list(incoming.settle()) == [Piece("paste", "abc")]
    assert not incoming.waits
    assert list(incoming.feed(b"q")) == [Piece("text", "q")]


def test_what_comes_of_a_paste_after_a_long_pause_types_no_keys() -> None:
    incoming = Incoming()
    for rest in ([b"quit", b"q\r\x1b[201~"], [b"q\x1b[201~"]):
        assert list(incoming.feed(b"\x1b[200~abc")) == []
        assert list(incoming.settle()) == [Piece("paste", "abc")]
        found = [piece for data in rest for piece in incoming.feed(data)]
        assert [kind for kind, _ in found] == ["paste"] and not incoming.waits
        assert list(incoming.feed(b"jj")) == [Piece("text", "jj")]


@pytest.mark.parametrize(
    ("first", "rest", "read"),
    [
        (b"to ", b"whom", ["to ", " whom"]),
        (b"to\r\n", b"whom", ["to\r\n", "\r\nwhom"]),
        (b"to", b" whom", ["to", " whom"]),
        (b"wh", b"om", ["wh", "om"]),
        (b"whom\x1b", b"[201~", ["whom"]),
        (b"whom\x1b[20", b"1~", ["whom"]),
        (b"Nagorno-\n", b"Karabakh", ["Nagorno-\n", "\nKarabakh"]),
        (b"cor\xc2\xad", b"\nridor", ["cor\u00ad", "\u00ad\nridor"]),
        (b"cor\xc2\xad\n", b"ridor", ["cor\u00ad\n", "\u00ad\nridor"]),
        (b"M\xc3", b"\xbcller", ["M", "üller"]),
        (b"\xe2\x82", b"\xac 5", ["€ 5"]),
        (b"\xf0\x9f\x8f", b"\xb3 x", ["🏳 x"]),
    ],
)
def test_where_a_paste_paused_no_blank_and_no_letter_is_lost(first: bytes, rest: bytes, read: list[str]) -> None:
    incoming = Incoming()
    found = [*incoming.feed(b"\x1b[200~" + first), *incoming.settle(), *incoming.feed(rest + b"\x1b[201~")]
    assert found == [Piece("paste", text) for text in read]


def test_a_sequence_may_pause_and_a_key_may_not() -> None:
    for begun, may in (
        (b"\x1b", False),
        (b"\x1b[", False),
        (b"\x1bO", False),
        (b"\x1b]0;q", False),
        (b"\x1b[20", True),
        (b"\x1b[200~", True),
    ):
        incoming = Incoming()
        assert not list(incoming.feed(begun))
        assert incoming.waits and incoming.may_pause is may


def test_of_a_long_paste_only_the_head_is_kept() -> None:
    (paste,) = pieces(b"\x1b[200~" + b"x" * 10_000_000 + b"\x1b[201~")
    assert paste == Piece("paste", "x" * PASTE_LIMIT)


def test_a_flood_of_typed_text_is_a_paste() -> None:
    assert [kind for kind, _ in pieces(b"j" * FLOOD)] == ["text"]
    assert [kind for kind, _ in pieces(b"j" * (FLOOD + 1))] == ["paste"]


def test_a_sequence_of_a_megabyte_costs_little() -> None:
    began = time.monotonic()
    incoming = Incoming()
    for _ in range(250):
        assert list(incoming.feed(b"\x1b[" + b"1;" * 2048)) == []
    assert time.monotonic() - began < 1


@given(st.lists(st.binary(max_size=40) | st.sampled_from([b"\x1b[200~", b"\x1b[201~", b"\x1b[", b"\x1b]", b"\x1b[M"])))
def test_any_bytes_become_short_sane_pieces_and_are_over_after_a_pause(chunks: list[bytes]) -> None:
    incoming = Incoming()
    for chunk in chunks:
        _check(list(incoming.feed(chunk)))
    _check(list(incoming.settle()))
    assert not incoming.waits
    assert list(incoming.feed(b"q")) == [Piece("text", "q")]


def _check(found: list[Piece]) -> None:
    for kind, text in found:
        assert text
        assert "\ufffd" not in text
        if kind in ("key", "mouse"):
            assert re.fullmatch(r"\x1b[ -~]*", text) and len(text) <= SEQUENCE_LIMIT


def _joined(found: list[Piece]) -> list[tuple[str, str]]:
    """With neighbouring texts put together."""
    joined: list[tuple[str, str]] = []
    for kind, text in found:
        if joined and kind == "text" and joined[-1][0] == "text":
            joined[-1] = ("text", joined[-1][1] + text)
        else:
            joined.append((kind, text))
    return joined
