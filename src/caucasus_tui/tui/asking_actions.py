"""Actions that ask: the prompt, what was typed into it, where that leads, from hit to hit."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from caucasus_tui.dossier.addresses import Address, DossierAt, KeyAt, parse
from caucasus_tui.session.coming_back import place
from caucasus_tui.session.hit_places import hit_at, hit_of, results_at, step_to
from caucasus_tui.session.reloader import Reloader
from caucasus_tui.session.session import Session
from caucasus_tui.session.ways import found_at
from caucasus_tui.tui.keys import KEYS
from caucasus_tui.tui.prompt.controller import PromptController
from caucasus_tui.tui.strokes import Strokes
from caucasus_tui.tui.views import Views

if TYPE_CHECKING:
    from caucasus_tui.tui.prompt.widget import Prompt


class AskingActions:
    """Those of the dashboard."""

    prompt: PromptController
    reloader: Reloader
    strokes: Strokes
    session: Session
    views: Views
    typing_pause: float

    async def action_prompt(self, mode: str) -> None:
        """Open the prompt: `/` finds, `:` goes by name, `D` opens a dossier, `?` lists keys."""
        if not self.prompt.asking:
            self.strokes.awaiting = ""
            self.views.remember()
            await self.prompt.open(mode, self.views.here, self.views.screen, self.typing_pause, self.views.present)

    def on_prompt_typed(self, message: "Prompt.Typed") -> None:
        self.prompt.answer(self._ahead())

    def _ahead(self) -> Callable[[str], object]:
        """What makes, beside the screen, the detail of an address that the cursor will be on."""
        session, width = self.session, self.views.view("detail").columns
        dossier, lens = session.dossier, replace(session.lens(width), height=self.views.height)
        return lambda address: width and session.pages.page_beside(dossier, address, lens)

    async def end_prompt(self, accepted: bool) -> None:
        """Take the prompt down, and go where what was typed leads if it was accepted."""
        asked, main = self.prompt.asking, self.views.main
        subject, position = main.subject if accepted else "", main.position
        unknown = next((span.text for row in main.page.rows[:3] for span in row.spans[:1] if span.role == "absent"), "")
        leads = await self.prompt.close(accepted=accepted)
        if leads and subject and asked and asked.sign == "/":
            # Past the results, where `esc` leads back to.
            self.session.go(results_at(asked.text, subject, position))
            self._open_hit(subject)
            return
        self.views.present()
        if leads and subject:
            await self.follow(parse(subject))
            if unknown and not isinstance(parse(subject), KeyAt):
                self.views.bottom.say(f"{unknown} This comes nearest.", "warn")
        elif leads:
            self.views.bottom.say(f"{unknown} There is nothing to open.".strip(), "warn")

    def _open_hit(self, subject: str) -> None:
        """From where hits are listed to where one stands."""
        hit = hit_of(self.session, self.session.visit.query, subject)
        self.session.go(hit_at(self.session, hit) if hit else found_at(self.session, parse(subject)))
        self.views.step()

    def action_open(self) -> None:
        if self.session.visit.query and self.views.main.subject:
            self.views.remember()
            self._open_hit(self.views.main.subject)
        elif self.views.main.subject:
            self.views.go(place(self.session, self.views.main.subject))

    def action_hit(self, step: int) -> None:
        """To the next hit of the last search, or the one before."""
        self.views.settle()
        self.views.remember()
        if said := step_to(self.session, step, self.views.main.subject):
            self.views.bottom.say(said, "dim")
        else:
            self.views.step()

    async def follow(self, address: Address) -> None:
        """Do what a key of a list or of the bottom row does; else go to where the address is to be seen."""
        match address:
            case KeyAt(id):
                await self.strokes.do(next(key for key in KEYS if key.id == id))
            case DossierAt(name):
                self.reloader.open(name)
            case _:
                self.views.go(found_at(self.session, address))
