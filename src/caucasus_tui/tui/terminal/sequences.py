"""What a whole sequence from the terminal means to us: a key, a click, an answer, or nothing."""

import re
from typing import Literal, NamedTuple

HIGHEST = 0x10FFFF
"""The last character that there is."""

PieceKind = Literal["text", "alt", "key", "mouse", "paste", "mode", "ground"]


class Piece(NamedTuple):
    """`text`: typed; `alt`: one character, typed with alt; `key`, `mouse`: a whole sequence; `mode`: the numbers of a
    terminal's answer about a mode, `mode;state`; `ground`: its answer about the colour of its ground."""

    kind: PieceKind
    text: str


_KEY = re.compile(
    r"\x1b\[(?:[0-9;:]*u|(?:1?(?:[;:][0-9;:]*)?)[A-FHP-SZ]|[12]?[0-9](?:[;:][0-9;:]*)?~)|\x1b\[\[[A-E]|\x1bO[ -~]"
    r"|\x1b\[(?:[0-9]{1,2}[$^@]|[a-d])"  # urxvt: with shift, ctrl, both; arrows with shift
)
"""Other numbers before other letters name no key, but Textual would type the character of that number."""
_MOUSE = re.compile(r"\x1b\[<([0-9]{1,3});[0-9]{1,4};[0-9]{1,4}[Mm]")
_MODE = re.compile(r"\x1b\[\?([0-9]{1,5};[0-9])\$y")
_GROUND = re.compile(r"\x1b\]11;([ -~]{4,40})(?:\x07|\x1b\\)")
_OTHER_KEY = re.compile(r"\x1b\[27;([0-9]{1,3});([0-9]{1,7})~")
"""As xterm's modifyOtherKeys has it: modifiers, then the character."""
_SHIFTED = re.compile(r"\x1b\[([0-9]{1,7})(?::([0-9]{0,7})(?::[0-9]*)?)?;2(?::[12])?u")
"""Shift alone, as tmux and kitty have it: the key, and where it is told what shift makes of it."""
_OLD_ARROW = re.compile(r"\x1b(?:O(?:1;)?|\[)([2-9]|1[0-6])([A-DFH])")
_MOTION = 32


def meaning(text: str) -> Piece | None:
    """What a whole sequence means to us; None for all that was never asked for, such as sizes and cursor reports."""
    if mouse := _MOUSE.fullmatch(text):
        return None if int(mouse[1]) & _MOTION else Piece("mouse", text)
    if mode := _MODE.fullmatch(text):
        return Piece("mode", mode[1])
    if ground := _GROUND.fullmatch(text):
        return Piece("ground", ground[1])
    if text == "\x1b":
        return Piece("key", text)
    if text[:2] == "\x1b\x1b":
        return Piece("key", f"\x1b[1;3{text[-1]}")
    if arrow := _OLD_ARROW.fullmatch(text):
        return Piece("key", f"\x1b[1;{arrow[1]}{arrow[2]}")
    if (other := _OTHER_KEY.fullmatch(text)) and int(other[2]) <= HIGHEST:
        return Piece("text", chr(int(other[2]))) if other[1] == "2" else Piece("key", f"\x1b[{other[2]};{other[1]}u")
    if (key := _SHIFTED.fullmatch(text)) and (typed := _with_shift(int(key[1]), int(key[2] or 0))):
        return Piece("text", typed)
    if len(text) == 2:
        return Piece("alt", text[1])
    if _KEY.fullmatch(text) and all(int(number) <= HIGHEST for number in re.findall("[0-9]+", text)):
        return Piece("key", text)
    return None


def _with_shift(key: int, shifted: int) -> str:
    """What is typed by a key with shift: a letter, a blank, or backspace; nothing where it cannot be told."""
    typed = chr(min(shifted or key, HIGHEST))
    if shifted:
        return typed if typed.isprintable() else ""
    return typed.upper() if typed.isalpha() or typed in " \x7f" else ""
