"""What a reader takes along: a line on the clipboard, lines collected, what is on the screen as a file."""

from caucasus_tui.brief.choices import format_named
from caucasus_tui.dossier.addresses import COLLECTED, parse
from caucasus_tui.dossier.text import counted
from caucasus_tui.session.taking import brief_of_screen, can_be_collected
from caucasus_tui.tui.asking_actions import AskingActions
from caucasus_tui.tui.clipboard import clipboard_message, written
from caucasus_tui.tui.exporter import Exporter


class TakeAwayActions(AskingActions):
    """Those of the dashboard under that heading, with what is under the cursor or on the screen."""

    exporter: Exporter

    def copied(self) -> str:
        """The text for the clipboard; what was sent is told."""
        text = self._text()
        self.views.bottom.say(clipboard_message(text, file=not self.session.permissions.refusal("write")))
        return text

    def action_write(self) -> None:
        """The same into a file."""
        self.views.bottom.say(*written(self._copied_at, ".txt", self._text().encode))

    def _text(self) -> str:
        # What copies is loaded when first asked for: the first screen does not need it.
        from caucasus_tui.page.copying import copy_text

        session = self.session
        return copy_text(session.seen, parse(self._copied_at), session.lens())

    @property
    def _copied_at(self) -> str:
        """The address under the cursor; on a card that of the page, as a card is copied whole."""
        main = self.views.main
        return self.session.visit.address if main.position.row < main.page.card else self.views.at

    def action_export(self) -> None:
        self.strokes.await_after("export")

    def action_collect(self) -> None:
        """Take the line under the cursor, or put it out again."""
        session, address, key = self.session, self.views.at, self.session.lens().key
        collected = session.own.collected
        if not collected.has(address) and not can_be_collected(session, address):
            self.views.bottom.say("There is no line of the dossier under the cursor to collect.", "dim")
            return
        beside = collected.beside(address)
        had, taken = collected.has(address), collected.toggle(address)
        self._show_anew(beside if had else "")
        if had:
            self._tell(f"Put out again: {self._count()} left. {key('collected.undo', 'U')} takes it back.")
        elif taken:
            self._tell(f"Collected: {self._count()}. {key('collected', 'C')} shows them.")
        else:
            there = f"{key('collected', 'C')}, and {key('collect', '*')} there puts one out"
            self._tell(f"{self._count()} are the most: {there}.")

    def action_shift(self, step: int) -> None:
        """Move a collected line up or down by one."""
        if self.is_on_line():
            address = self.views.at
            done = self.session.own.collected.shift(address, step)
            self._show_anew(address)
            self._tell("" if done else "It cannot go further.")

    async def action_note(self) -> None:
        if self.is_on_line():
            await self.action_prompt("✎")

    def action_undo(self) -> None:
        """Take back the last change of what was collected."""
        collected = self.session.own.collected
        before = {line.address for line in collected.lines}
        done = collected.undo()
        self._show_anew(next((line.address for line in collected.lines if line.address not in before), ""))
        self._tell(f"As before: {self._count()}." if done else "There is nothing to take back.")

    def is_on_line(self) -> bool:
        """Whether the cursor is on a collected line, where they are listed; where it is not, the reader is told."""
        there = parse(self.session.visit.address) == COLLECTED and self.session.own.collected.has(self.views.at)
        if not there:
            shows = self.session.lens().key("collected", "C")
            self.views.bottom.say(f"That works on a collected line: {shows} shows them.", "dim")
        return there

    def action_write_as(self, name: str) -> None:
        """What is on the screen as a brief, in a format, into a new file."""
        brief, file_name = brief_of_screen(self.session, self.views.main.page)
        if brief is None:
            self.views.bottom.say("There is nothing on this screen to export.", "dim")
        else:
            self.exporter.export(brief, format_named(name), file_name)

    def _count(self) -> str:
        return counted(len(self.session.own.collected.lines), "line")

    def _show_anew(self, address: str = "") -> None:
        """Where the lines are on the screen, as they are now, with the cursor on that of `address`."""
        if parse(self.session.visit.address) == COLLECTED:
            self.session.remember(address or self.views.at)
            self.views.present()

    def _tell(self, said: str) -> None:
        fault = self.session.own.collected.fault
        if said or fault:
            self.views.bottom.say(" ".join(filter(None, (fault, said))), "warn" if fault else "strong")
