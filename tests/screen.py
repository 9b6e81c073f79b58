"""Driving the dashboard by keys and reading what it shows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from caucasus_tui.dossier.loading.originals import NO_ORIGINALS, Originals
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.session.session import Session
from caucasus_tui.tui.app import Dashboard
from tests.conftest import TODAY

SMALL, LARGE = (80, 24), (120, 36)


def session(dossier: Dossier, start: str = "timeline", originals: Originals = NO_ORIGINALS) -> Session:
    """A session at an address or a pane by its name, on a fixed day."""
    start = start if ":" in start else f"pane:{start}"
    return Session(dossier, clock=lambda: TODAY, start=start, originals=originals)


class Reader:
    """Somebody at the keyboard."""

    def __init__(self, app: Dashboard, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> str:
        """Press keys, one after the other, and wait for what is being read or written; returns the screen."""
        await self.pilot.press(*keys)
        return await self.rest()

    async def rest(self) -> str:
        """Wait until nothing is being read or written any more; returns the screen."""
        await self.pilot.pause()
        app = self.app
        while app.reloader.reading or app.reloader.looking or app.exporter.writing or app.prompt.finding:
            await self.pilot.pause(0.01)
        await self.pilot.pause()
        return self.screen

    async def until(self, text: str) -> str:
        """Wait until a text is on the screen, for what is made beside it; returns the screen."""
        while text not in self.screen:
            await self.pilot.pause(0.01)
        return self.screen

    async def type(self, text: str) -> str:
        return await self.press(*("space" if letter == " " else letter for letter in text))

    @property
    def screen(self) -> str:
        """Every character on screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips)

    @property
    def chosen(self) -> list[str]:
        """What stands out as being under the cursor, line by line."""
        ground = self.app.main.palette.cursor.bgcolor if self.app.main.palette else None
        strips = self.app.screen._compositor.render_strips()
        lines = [
            "".join(part.text for part in strip if part.style and part.style.bgcolor == ground) for strip in strips
        ]
        return [line.strip() for line in lines if line.strip()]

    async def click(self, text: str, button: int = 1) -> str:
        """Click on the first line that has a text; returns the screen."""
        row = next(number for number, line in enumerate(self.screen.splitlines()) if text in line)
        await self.pilot.click(offset=(self.screen.splitlines()[row].index(text), row), button=button)
        await self.pilot.pause()
        return self.screen

    @property
    def address(self) -> str:
        """Where the reader is."""
        return self.app.session.visit.address

    @property
    def place(self) -> tuple[int, int, int]:
        """The row and stop that the cursor is on, and the row on top of the screen."""
        return self.app.main.position[:3]

    @property
    def subject(self) -> str:
        """What the cursor is on."""
        return self.app.main.subject


@asynccontextmanager
async def reading(dossier: Dossier, size: tuple[int, int] = SMALL, start: str = "timeline") -> AsyncIterator[Reader]:
    """The dashboard on a dossier, on a screen of the given columns and rows; `start`: as for a session."""
    app = Dashboard(session(dossier, start))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Reader(app, pilot)
