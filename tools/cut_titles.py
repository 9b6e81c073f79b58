"""How many titles are cut on each pane: `python -m tools.cut_titles [DOSSIER]` prints a table by size, also zoomed."""

import asyncio
import sys
from datetime import date
from pathlib import Path

from caucasus_tui.dossier.addresses import PaneAt
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.widths import ELLIPSIS, cell_width
from caucasus_tui.panes import HOME, PANES
from caucasus_tui.session.history import Visit
from caucasus_tui.session.session import Session
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.page_view import PageView

SIZES = ((80, 24), (100, 30), (120, 36), (160, 50), (200, 60))
TODAY = date(2026, 11, 23)


def cut_in(view: PageView) -> int:
    """Lines in view in which something is cut, or that go on beyond the edge. An ellipsis in a hedge is the source's
    own, but where it stands for the range."""
    position, page = view.position, view.page
    rows = page.rows[position.top : position.top + view.size.height]
    return sum(is_cut(row, view.columns) for row in rows)


def is_cut(row: Row, width: int) -> bool:
    """Whether something is cut in a row, or it is wider than the view."""
    return any(map(_ends_early, row.spans)) or cell_width(row.text.rstrip()) > width


def _ends_early(span: Span) -> bool:
    return ELLIPSIS in span.text and (span.role != "hedge" or f"({ELLIPSIS})" in span.text)


async def counts(dossier: Dossier, size: tuple[int, int]) -> dict[str, int]:
    """By pane, and by pane zoomed; `home`: what is on the first screen together."""
    app = Dashboard(Session(dossier, clock=lambda: TODAY))
    found: dict[str, int] = {}
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        shown = [app.views.view(name) for name in HOME] if app.views.screen.has_class("-wide") else [app.main]
        found["home"] = sum(map(cut_in, shown))
        for name in PANES:
            app.views.go(Visit(str(PaneAt(name))))
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
