"""Colours that can be read: contrast as WCAG 2.2 reckons it, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from rich.color import ColorSystem
from textual.color import Color

READABLE = 4.5
"""Level AA for text."""
_STEPS = 12


def contrast(one: Color, other: Color) -> float:
    """From 1, the same, to 21, black on white."""
    dark, light = sorted((_luminance(one.rgb), _luminance(other.rgb)))
    return (light + 0.05) / (dark + 0.05)


def of_256(colour: Color) -> Color:
    """What a terminal with 256 colours shows of one: the drawing rounds as Rich does."""
    return Color.from_rich_color(colour.rich_color.downgrade(ColorSystem.EIGHT_BIT))


def readable(colour: Color, grounds: Iterable[Color], shown: Callable[[Color], Color] = lambda colour: colour) -> Color:
    """The colour as it is, or as much darker or lighter as reading it on each of the grounds takes. `shown`: what a
    terminal makes of a colour; the grounds too are as it shows them."""
    grounds = tuple(map(shown, grounds))
    end = max((Color(0, 0, 0), Color(255, 255, 255)), key=lambda end: min(contrast(end, ground) for ground in grounds))
    for step in range(_STEPS):
        found = colour.blend(end, step / _STEPS)
        if all(contrast(shown(found), ground) >= READABLE for ground in grounds):
            return found
    return end


@lru_cache(maxsize=1024)
def _luminance(rgb: tuple[int, int, int]) -> float:
    shares = (part / 255 for part in rgb)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
