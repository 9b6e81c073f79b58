"""How many titles are cut on each pane: `python -m tools.cut_titles [DOSSIER]` prints a table by size, also zoomed."""

import asyncio
import sys
from datetime import date
from pathlib import Path

from caucasus_tui.dossier.loading.load import bundled, load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.widths import ELLIPSIS
from caucasus_tui.panes import HOME, PANES
from caucasus_tui.session.session import Session
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.page_view import PageView

SIZES = ((80, 24), (100, 30), (120, 36), (160, 50), (200, 60))
TODAY = date(2026, 11, 23)


def cut_in(view: PageView) -> int:
    """Lines in view in which something is cut."""
    position, page = view.position, view.page
    rows = page.rows[position.top : position.top + view.size.height]
    return sum(ELLIPSIS in row.text for row in rows)


async def counts(dossier: Dossier, size: tuple[int, int]) -> dict[str, int]:
    """By pane, and by pane zoomed; `home`: what is on the first screen together."""
    app = Dashboard(Session(dossier, clock=lambda: TODAY))
    found: dict[str, int] = {}
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = [app.views.view(name) for name in HOME] if app.views.screen.has_class("-wide") else [app.main]
        found["home"] = sum(map(cut_in, shown))
        for number, name in enumerate(PANES, start=1):
            await pilot.press(str(number % 10))
            await pilot.pause()
            found[name] = cut_in(app.main)
            await pilot.press("z")
            await pilot.pause()
            found[f"{name} zoomed"] = cut_in(app.main)
            await pilot.press("escape")
    return found


def main() -> None:
    """Print the table."""
    dossier = load(Path(sys.argv[1]) if len(sys.argv) > 1 else bundled()).dossier
    columns = [asyncio.run(counts(dossier, size)) for size in SIZES]
    print(f"{'':<24}" + "".join(f"{f'{width}x{height}':>9}" for width, height in SIZES))
    for name in columns[0]:
        print(f"{name:<24}" + "".join(f"{column[name]:>9}" for column in columns))


if __name__ == "__main__":
    main()
