"""Whatever comes in on the keyboard's side, the program lives and the next key works."""

import itertools
import random
import time

import pytest

from tests.terminal.conftest import Start, slow
from tests.terminal.figures import Figure
from tests.terminal.harness import QUIT, Session, patience

ODD: dict[str, bytes] = {
    "each high byte": bytes(range(0x80, 0x100)),
    "X10 click past column 95": b"\x1b[M\x20\xff\xe0",
    "X10 click as two characters": b"\x1b[M\x20\xc3\xa9",
    "urxvt click": b"\x1b[32;120;40M",
    "half a character": b"\xe2\x82",
    "code point past the last": b"\x1b[1114112u",
    "text past the last": b"\x1b[97;;9999999999u",
    "number of 5000 digits": b"\x1b[" + b"9" * 5000 + b"u",
    "surrogate": b"\x1b[55296u",
    "operating system command": b"\x1b]52;c;cXFxcXFx\x07",
    "command without an end": b"\x1b]0;qqqqqqqqqqqq",
    "device string": b"\x1bPqqqq\x1b\\",
    "cursor report": b"\x1b[24;80R",
    "focus": b"\x1b[O\x1b[I",
    "lone ESC": b"\x1b",
}


def _answers(session: Session, longest: float = 2.0) -> float:
    """Seconds until a key shows on the screen."""
    session.settle(0.05)
    sent = len(session.log)
    end = time.monotonic() + longest * patience()
    while time.monotonic() < end:
        for key in ("2", "1"):  # one of the two panes is another one
            began = time.monotonic()
            session.send(key)
            if session.read(0.3, lambda: len(session.log) > sent):
                return time.monotonic() - began
    raise AssertionError(f"no key is answered any more; status {session.status}:\n{session.screen()}")


def test_odd_bytes_leave_it_alive(start: Start, figure: Figure) -> None:
    session = start().ready()
    for name, data in ODD.items():
        session.send(data)
        time.sleep(0.12)
        figure(f"{name}: next key after", _answers(session), "s", most=patience())


@pytest.mark.parametrize(
    ("keys", "stands"), [("m\x7fn", "lachin"), ("nx y\x17\x7f\x7f", "lachin"), ("i\x1b[Dn", "lachni")]
)
def test_keys_in_one_piece_act_in_their_order(start: Start, keys: str, stands: str) -> None:
    session = start().ready()
    session.send(f"/lachi{keys}" if keys[0] != "i" else f"/lach{keys}")
    assert session.shows(f"/ {stands}\n") or session.shows(f"/ {stands} ", 1), session.screen()


@pytest.mark.slow
def test_odd_bytes_leave_the_prompt_alive(start: Start) -> None:
    session = start().ready()
    session.send("/")
    for name, data in ODD.items():
        session.send(data)
        time.sleep(0.15)
        assert session.status is None, name
    session.send(QUIT)
    assert session.ends(3) is not None
    assert session.status == 0
    assert session.disorder() == []


def test_a_sequence_of_100_kilobytes(start: Start, figure: Figure) -> None:
    session = start().ready()
    began = time.monotonic()
    session.send(b"\x1b[" + b"1;" * 50_000 + b"u")
    _answers(session, 10)
    figure("sequence of 100 KB: key after", time.monotonic() - began, "s", most=3 * patience())


def test_a_paste_of_a_megabyte(start: Start, figure: Figure) -> None:
    session = start().ready()
    session.press("/")
    began = time.monotonic()
    session.send(b"\x1b[200~" + b"lachin " * 150_000 + b"\x1b[201~")
    assert session.shows("lachin lachin")
    session.settle(0.3)
    figure("paste of 1 MB: over after", time.monotonic() - began - 0.3, "s", most=2 * patience())
    figure("paste of 1 MB: memory", session.memory, "MB", most=100)
    session.press("\x1b")
    _answers(session)


def test_a_paste_without_an_end(start: Start, figure: Figure) -> None:
    session = start().ready()
    session.send(b"\x1b[200~" + b"q" * 100)
    time.sleep(3)
    began = time.monotonic()
    session.send(QUIT)
    assert session.ends(5) is not None
    figure("paste without an end: ctrl+q after", time.monotonic() - began, "s", most=patience())
    assert session.status == 0


@pytest.mark.parametrize("chunk", [50, slow(1), slow(5000)])
def test_twenty_thousand_typed_characters(start: Start, figure: Figure, chunk: int) -> None:
    session = start().ready()
    session.press("/")
    began, used = time.monotonic(), session.processor
    typed = b"the lachin corridor " * (1000 if chunk > 1 else 100)
    for at in range(0, len(typed), chunk):
        session.send(typed[at : at + chunk])
    session.settle(0.5)
    name = f"{len(typed):,} characters typed, {chunk} at a time"
    figure(f"{name}: busy for", session.processor - used, "s", most=5 * patience())
    figure(f"{name}: memory", session.memory, "MB", most=120)
    began = time.monotonic()
    session.send(QUIT)
    assert session.ends(5) is not None
    figure(f"{name}: ctrl+q after", time.monotonic() - began, "s", most=2 * patience())


def test_twenty_thousand_mouse_moves(start: Start, figure: Figure) -> None:
    session = start().ready()
    assert b"1003h" not in session.log and b"1002h" not in session.log  # it never asks for them
    session.send(b"".join(b"\x1b[<35;%d;%dM" % (n % 80 + 1, n % 24 + 1) for n in range(20_000)))
    began = time.monotonic()
    session.send(QUIT)
    assert session.ends(10) is not None
    figure("20,000 mouse moves: ctrl+q after", time.monotonic() - began, "s", most=3 * patience())


def _fuzz(session: Session, seed: int, seconds: float) -> None:
    """Random bytes and sequences, without what quits or stops: й, too, is q, where the keyboard is Russian."""
    chance = random.Random(seed)
    keys = [b"j", b"k", b"g", b"G", b"z", b"f", b"s", b"t", b"c", b"r", b"/", b":", b"?", b"a", b"\r", b"\t", b"\x7f"]
    keys += [b"\x1b", b"\x1b[A", b"\x1b[B", b"\x1b[5~", b"\x1b[6~", b"\x1b[Z", b"\x1b[97;5u", b"1", b"5", b"9", b"0"]
    keys += [b"\x1b[<0;%d;%dM", b"\x1b[<0;%d;%dm", b"\x1b[<64;%d;%dM", b"\x1b[<65;%d;%dM"]
    end = time.monotonic() + seconds
    for number in itertools.count(1):
        if time.monotonic() > end:
            break
        if number % 100 == 0:  # some two seconds of it at a time are worked off before more comes
            session.settle(0.2, 30)
        if chance.random() < 0.3:
            data = bytes(byte for byte in chance.randbytes(chance.randint(1, 40)) if byte not in b"qQ\x11\x1a\x03Y\xb9")
        else:
            data = b"".join(chance.choices(keys, k=chance.randint(1, 12)))
            while b"%d" in data:
                data = data.replace(b"%d", b"%d" % chance.randint(1, 90), 1)
        session.send(data)
        session.read(0.02)
        assert session.status is None, f"seed {seed}: ended with {session.status}: {session.screen()[-600:]}"


@pytest.mark.parametrize("seed", [1, slow(2), slow(3)])
def test_random_input_for_a_few_seconds(start: Start, seed: int) -> None:
    session = start().ready()
    _fuzz(session, seed, 3)
    session.signal(15)
    assert session.ends(5) is not None
    assert session.status == 143
    assert session.disorder() == []


@pytest.mark.slow
@pytest.mark.timeout(180)
def test_random_input_for_a_minute(start: Start, figure: Figure) -> None:
    session = start().ready()
    _fuzz(session, 45, 60)
    figure("random input for 60 s: memory", session.memory, "MB", most=150)
    session.send(b"\x1b[201~")
    time.sleep(1.5)
    session.send(b"\x1b" + QUIT.encode())
    time.sleep(0.3)
    session.send(QUIT)
    ended = session.ends(30)  # what was typed last is worked off first, a file that it had written among it
    assert ended is not None, session.screen()
    assert session.disorder() == []
