"""Actions that ask: the prompt, what was typed into it, and where that leads."""

from typing import TYPE_CHECKING

from caucasus_tui.dossier.addresses import Address, parse
from caucasus_tui.tui.prompt.controller import PromptController
from caucasus_tui.tui.strokes import Strokes
from caucasus_tui.tui.take_away import TakeAway
from caucasus_tui.tui.views import Views

if TYPE_CHECKING:
    from caucasus_tui.tui.prompt.widget import Prompt


class AskingActions:
    """Those of the dashboard."""

    prompt: PromptController
    strokes: Strokes
    take_away: TakeAway
    views: Views
    typing_pause: float

    async def action_prompt(self, mode: str) -> None:
        """Open the prompt: `/` finds, `:` goes by name, `D` opens a dossier, `?` lists keys."""
        if self.prompt.asking:
            self.prompt.stays_closed()
        else:
            self.strokes.awaiting = ""
            self.views.remember()
            await self.prompt.open(mode, self.views.here, self.views.screen, self.typing_pause, self.views.present)

    async def action_note(self) -> None:
        if self.take_away.is_on_line():
            await self.action_prompt("✎")
        else:
            self.prompt.stays_closed()

    def on_prompt_typed(self, message: "Prompt.Typed") -> None:
        self.views.present()

    async def on_prompt_ended(self, message: "Prompt.Ended") -> None:
        subject = self.views.main.subject if message.accepted else ""
        leads = await self.prompt.close(accepted=message.accepted)
        self.views.present()
        if leads and subject:
            await self.follow(parse(subject))
        elif leads:
            self.views.say("There is nothing to open there.", "warn")

    async def follow(self, address: Address) -> None:
        """Do what a key of a list or of the bottom row does; else go to where the address is to be seen."""
        raise NotImplementedError
