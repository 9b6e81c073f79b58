"""Contrast as terminals show it, reckoned cell by cell from what is sent: in sixteen colours on the palettes of four
terminals, light and dark; in 256 after rounding."""

from collections import Counter

import pytest
from rich._palettes import EIGHT_BIT_PALETTE
from textual.color import Color

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.contrast import READABLE, contrast
from caucasus_tui.tui.terminal.capabilities import Ground, Terminal
from caucasus_tui.tui.terminal.ink import Ink
from caucasus_tui.tui.terminal.screen_cells import ScreenCell, cells
from tests.screen import LARGE, session

PALETTES = {
    "xterm": "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
    " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff",
    "GNOME": "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc"
    " 5e5c64 f66151 33da7a e9ad0c 2a7bde c061cb 33c7de ffffff",
    "macOS": "000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf"
    " 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5",
    "Campbell": "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc"
    " 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2",
}
"""The sixteen colours in their order: xterm's and macOS's own, GNOME Terminal's, those of Windows' console."""
KEYS = (("2", "right"), ("z",), ("1", "down", "down"), ("9",), ("slash", *"lachin"), ("escape", "question_mark"))


async def drawn(dossier: Dossier, terminal: Terminal, theme: str = "") -> list[ScreenCell]:
    """Every cell with something to read, of seven screens and of reading mode."""
    app = Dashboard(session(dossier), theme=theme or terminal.theme, terminal=terminal)
    ink, found = Ink(terminal.colours), []
    async with app.run_test(size=LARGE) as pilot:
        for keys in ((), *KEYS, ("escape", "escape", "b")):
            await pilot.press(*keys)
            await pilot.pause()
            for strip in app.screen._compositor.render_strips():
                found += [cell for cell in cells(strip, ink, ascii=False) if _is_read(cell)]
    return found


def _is_read(cell: ScreenCell) -> bool:
    return bool(cell.text.strip(" ·")) and ord(cell.text[0]) not in range(0x2500, 0x25A0)


def colour(code: str, sixteen: list[str], default: str) -> Color:
    """What a code of SGR stands for, in a terminal's sixteen colours or the 256 of all."""
    if code in ("39", "49", ""):
        return Color.parse(f"#{default}")
    if ";" in code:
        return Color(*EIGHT_BIT_PALETTE[int(code.rpartition(";")[2])])
    number = int(code)
    return Color.parse(f"#{sixteen[number % 10 + (8 if number >= 90 else 0)]}")


def unreadable(found: list[ScreenCell], sixteen: list[str], letters: str, ground: str) -> Counter[str]:
    """Cells below 4.5 to 1, counted by their codes."""
    bad: Counter[str] = Counter()
    for cell in found:
        front, back = colour(cell.sgr.letters, sixteen, letters), colour(cell.sgr.ground, sixteen, ground)
        if "2" in cell.sgr.attributes or contrast(front, back) < READABLE - 0.05:
            bad[f"{cell.text} {cell.sgr}"] += 1
    return bad


@pytest.mark.parametrize("ground", ["", "light", "dark"])
async def test_in_sixteen_colours_everything_can_be_read(edition: Dossier, ground: Ground) -> None:
    found = await drawn(edition, Terminal(colours="standard", ground=ground))
    for name, palette in PALETTES.items():
        sixteen = palette.split()
        if ground != "dark":
            assert not unreadable(found, sixteen, "000000", "ffffff"), name
        if ground != "light":
            assert not unreadable(found, sixteen, sixteen[7], "000000"), name
    coloured = {cell.text for cell in found if cell.sgr.letters != "39"}
    assert bool(coloured) == bool(ground) and not any(text.isalnum() for text in coloured)


@pytest.mark.parametrize("theme", ["caucasus-dark", "caucasus-light", "textual-dark", "textual-light", "nord"])
async def test_in_256_colours_everything_can_be_read_after_rounding(edition: Dossier, theme: str) -> None:
    found = await drawn(edition, Terminal(colours="256"), theme)
    assert not unreadable(found, PALETTES["xterm"].split(), "ffffff", "000000")


@pytest.mark.parametrize(("theme", "bar", "cursor"), [("caucasus-dark", 235, 17), ("caucasus-light", 255, 189)])
async def test_in_256_colours_bars_are_grey_and_the_cursor_is_blue(
    edition: Dossier, theme: str, bar: int, cursor: int
) -> None:
    found = await drawn(edition, Terminal(colours="256"), theme)
    grounds = {cell.sgr.ground for cell in found if not cell.sgr.attributes & {"7"}}
    assert {f"48;5;{bar}", f"48;5;{cursor}"} <= grounds
