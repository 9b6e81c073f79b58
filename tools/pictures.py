"""The pictures of the documentation, dark and light, and its tour, from the real program: `python -m tools.pictures`,
or `make pictures`."""

import asyncio
import re
from datetime import date
from pathlib import Path

from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.loading.outline_file import OutlineFile
from caucasus_tui.session.session import Session
from caucasus_tui.tui.app import Dashboard
from tools import tour

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
DAY = date(2026, 11, 23)
"""Pictures differ only where the program does, so their clock stands still."""

THEMES = {"": "caucasus-dark", "-light": "caucasus-light"}
"""What a picture's name ends with, and the theme that it is drawn in."""

PICTURES: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "home": ((120, 36), ()),
    "home-80x24": ((80, 24), ()),
    "restrain": ((100, 24), ("2", "c")),
    "why": ((100, 30), ("5", "j")),
    "map": ((100, 30), ("9", "m")),
    "ask": ((100, 30), ("a", "a")),
    "search": ((100, 24), ("slash", *"khankendi")),
    "compare": ((120, 36), ("colon", *"compare azerbaijan armenia", "enter")),
    "since": ((100, 30), ("L", "colon", *"ledger", "enter")),
    "reading": ((100, 24), ("b", "2")),
    "tour": (tour.SIZE, tuple(step.key for step in tour.STILL if step.key)),
}
"""Columns and rows, and the keys that lead to the screen."""


def self_contained(svg: str) -> str:
    """The picture without fonts from elsewhere: the reader's own monospaced one."""
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family:\s*[^;]+;", "font-family: monospace;", svg)


async def draw(name: str, theme: str) -> str:
    """A picture in a theme, as SVG."""
    size, keys = PICTURES[name]
    session = Session(load(bundled()).dossier, clock=lambda: DAY, outline=OutlineFile(bundled()))
    app = Dashboard(session, theme=theme)
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return self_contained(app.export_screenshot(title="caucasus-tui"))


def main() -> None:
    """Draw each picture anew, and record the tour."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for name in PICTURES:
        for suffix, theme in THEMES.items():
            (FOLDER / f"{name}{suffix}.svg").write_text(asyncio.run(draw(name, theme)), encoding="utf-8")
    tour.CAST.write_text(tour.cast(), encoding="utf-8")


if __name__ == "__main__":
    main()
