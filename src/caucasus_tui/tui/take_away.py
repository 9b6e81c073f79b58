"""What a reader takes along: a line on the clipboard, lines collected, what is on the screen as a file."""

from caucasus_tui.brief.choices import format_named
from caucasus_tui.dossier.addresses import COLLECTED, parse
from caucasus_tui.dossier.text import counted
from caucasus_tui.session.session import Session
from caucasus_tui.session.taking import brief_of_screen, can_be_collected
from caucasus_tui.tui.clipboard import clipboard_message, written
from caucasus_tui.tui.exporter import Exporter
from caucasus_tui.tui.strokes import Strokes
from caucasus_tui.tui.views import Views


class TakeAway:
    """Does what the keys under that heading do, with what is under the cursor or on the screen."""

    def __init__(self, session: Session, views: Views, exporter: Exporter) -> None:
        self._session, self._views, self._exporter = session, views, exporter

    def copied(self) -> str:
        """The text for the clipboard; what was sent is told."""
        text = self._text()
        self._views.bottom.say(clipboard_message(text, file=not self._session.permissions.refusal("write")))
        return text

    def write(self) -> None:
        """The same into a file."""
        self._views.bottom.say(*written(self._text(), self._copied_at))

    def _text(self) -> str:
        # What copies is loaded when first asked for: the first screen does not need it.
        from caucasus_tui.page.copying import copy_text

        session = self._session
        return copy_text(session.seen, parse(self._copied_at), session.lens())

    @property
    def _copied_at(self) -> str:
        """The address under the cursor; on a card that of the page, as a card is copied whole."""
        main = self._views.main
        return self._session.visit.address if main.position.row < main.page.card else self._views.at

    def collect(self) -> None:
        """Take the line under the cursor, or put it out again."""
        session, address, key = self._session, self._views.at, self._session.lens().key
        collected = session.own.collected
        if not collected.has(address) and not can_be_collected(session, address):
            self._views.bottom.say("There is no line of the dossier under the cursor to collect.", "dim")
            return
        had, taken = collected.has(address), collected.toggle(address)
        self._show_anew()
        if had:
            self._tell(f"Put out again: {self._count()} left. {key('collected.undo', 'U')} takes it back.")
        elif taken:
            self._tell(f"Collected: {self._count()}. {key('collected', 'C')} shows them.")
        else:
            there = f"{key('collected', 'C')}, and {key('collect', '*')} there puts one out"
            self._tell(f"{self._count()} are the most: {there}.")

    def shift(self, step: int) -> None:
        """Move a collected line up or down by one."""
        if self.is_on_line():
            address = self._views.at
            done = self._session.own.collected.shift(address, step)
            self._show_anew(address)
            self._tell("" if done else "It cannot go further.")

    def undo(self) -> None:
        """Take back the last change of what was collected."""
        done = self._session.own.collected.undo()
        self._show_anew()
        self._tell(f"As before: {self._count()}." if done else "There is nothing to take back.")

    def is_on_line(self) -> bool:
        """Whether the cursor is on a collected line, where they are listed; where it is not, the reader is told."""
        there = parse(self._session.visit.address) == COLLECTED and self._session.own.collected.has(self._views.at)
        if not there:
            shows = self._session.lens().key("collected", "C")
            self._views.bottom.say(f"That works on a collected line: {shows} shows them.", "dim")
        return there

    def write_as(self, name: str) -> None:
        """What is on the screen as a brief, in a format, into a new file."""
        brief, file_name = brief_of_screen(self._session, self._views.main.page)
        if brief is None:
            self._views.bottom.say("There is nothing on this screen to export.", "dim")
        else:
            self._exporter.export(brief, format_named(name), file_name)

    def _count(self) -> str:
        return counted(len(self._session.own.collected.lines), "line")

    def _show_anew(self, address: str = "") -> None:
        """Where the lines are on the screen, as they are now, with the cursor on that of `address`."""
        if parse(self._session.visit.address) == COLLECTED:
            self._session.remember(address or self._views.at)
            self._views.present()

    def _tell(self, said: str) -> None:
        fault = self._session.own.collected.fault
        if said or fault:
            self._views.bottom.say(" ".join(filter(None, (fault, said))), "warn" if fault else "strong")


class TakeAwayActions:
    """Those of the dashboard that need nothing else of it."""

    take_away: TakeAway
    strokes: Strokes

    def action_export(self) -> None:
        self.strokes.await_after("export")

    def action_write(self) -> None:
        self.take_away.write()

    def action_collect(self) -> None:
        self.take_away.collect()

    def action_shift(self, step: int) -> None:
        self.take_away.shift(step)

    def action_undo(self) -> None:
        self.take_away.undo()

    def action_write_as(self, name: str) -> None:
        self.take_away.write_as(name)
