"""Draw the pictures of the documentation from the real program: `python -m tools.pictures`, or `make pictures`."""

import asyncio
import re
from datetime import date
from pathlib import Path

from caucasus_tui.dossier.loading.load import bundled, load
from caucasus_tui.session.session import Session
from caucasus_tui.tui.app import Dashboard

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
DAY = date(2026, 11, 23)
"""Pictures differ only where the program does, so their clock stands still."""

PICTURES: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "home": ((120, 36), ()),
    "home-80x24": ((80, 24), ()),
    "restrain": ((100, 24), ("2", "c")),
    "timeline": ((120, 36), ("1", "z")),
    "why": ((100, 30), ("5", "j")),
    "map": ((100, 24), ("9", "j")),
    "ask": ((100, 30), ("a", "a")),
    "search": ((100, 24), ("slash", *"khankendi")),
    "reading": ((100, 24), ("b", "2")),
}


def self_contained(svg: str) -> str:
    """The picture without fonts from elsewhere: the reader's own monospaced one."""
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family:\s*[^;]+;", "font-family: monospace;", svg)


async def draw(name: str) -> str:
    """One picture, as SVG."""
    size, keys = PICTURES[name]
    app = Dashboard(Session(load(bundled()).dossier, clock=lambda: DAY))
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        return self_contained(app.export_screenshot(title="caucasus-tui"))


def main() -> None:
    """Draw each picture anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        (FOLDER / f"{name}.svg").write_text(asyncio.run(draw(name)), encoding="utf-8")


if __name__ == "__main__":
    main()
