"""Rich's styles as SGR codes, and the shortest way from one to the next.

Codes: ECMA-48, section 8.3.117; 256 and direct colours as in xterm.
"""

from functools import lru_cache
from typing import NamedTuple

from rich.color import Color, ColorSystem
from rich.style import Style

from caucasus_tui.tui.terminal.capabilities import Colours
from caucasus_tui.tui.terminal.hyperlinks import END, begin

_SYSTEMS = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT, "truecolor": ColorSystem.TRUECOLOR}
_WEIGHTS = frozenset({"1", "2"})
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}


ANY = ""
_SEEN_ON_BLANKS = frozenset({"4", "7", "9"})


class Sgr(NamedTuple):
    """Codes of the attributes, of the letters' colour and of the ground's; the address that the text leads to.
    Letters in `ANY` colour are not seen."""

    attributes: frozenset[str] = frozenset()
    letters: str = "39"
    ground: str = "49"
    link: str = ""


PLAIN = Sgr()


class Ink:
    """The colours a terminal has, and whether it `slants` letters."""

    def __init__(self, colours: Colours, *, slants: bool = True) -> None:
        self._system = _SYSTEMS.get(colours)
        self._slants = slants
        self.sgr = lru_cache(maxsize=4096)(self._sgr)

    def _sgr(self, style: Style | None) -> Sgr:
        if style is None:
            return PLAIN
        # PuTTY makes bold brighter, in its own sixteen colours: reversed that is grey on grey.
        bold = style.bold and not (style.reverse and self._system is ColorSystem.STANDARD)
        wanted = {
            "1": bold,
            "2": style.dim,
            "3": style.italic and self._slants,
            "4": style.underline,
            "7": style.reverse,
        }
        attributes = frozenset(code for code, on in {**wanted, "9": style.strike}.items() if on)
        letters, ground = self._code(style.color, True) or "39", self._code(style.bgcolor, False) or "49"
        return Sgr(attributes, letters, ground, style.link or "")

    def _code(self, colour: Color | None, letters: bool) -> str:
        if colour is None or self._system is None:
            return ""
        return ";".join(colour.downgrade(self._system).get_ansi_codes(letters))


@lru_cache(maxsize=4096)
def on_blank(sgr: Sgr) -> Sgr:
    """What can be seen of a style where nothing is written."""
    if sgr.attributes & _SEEN_ON_BLANKS:
        return sgr
    return Sgr(frozenset(), ANY, sgr.ground, sgr.link)


@lru_cache(maxsize=4096)
def between(before: Sgr, after: Sgr) -> tuple[str, Sgr]:
    """What makes a terminal that writes in the style `before` write in `after`, and what it really writes in then."""
    if after.letters == ANY:
        after = Sgr(before.attributes - _SEEN_ON_BLANKS, before.letters, after.ground, after.link)
    gone, come = before.attributes - after.attributes, after.attributes - before.attributes
    if gone & _WEIGHTS:
        come |= after.attributes & _WEIGHTS  # bold and dim end with the same code
    codes = sorted({_OFF[code] for code in gone}) + sorted(come)
    if before.letters != after.letters:
        codes.append(after.letters)
    if before.ground != after.ground:
        codes.append(after.ground)
    if after == PLAIN and len(codes) > 1:
        codes = [""]
    link = "" if before.link == after.link else begin(after.link) if after.link else END
    return link + (f"\x1b[{';'.join(codes)}m" if codes else ""), after
