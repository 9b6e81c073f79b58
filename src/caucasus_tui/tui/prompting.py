"""The prompt: for searching, going by name, other dossiers and keys, and where `enter` leads from it."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.addresses import QUESTIONS
from caucasus_tui.panes.address import home_of
from caucasus_tui.tui import bars
from caucasus_tui.tui.history import Visit
from caucasus_tui.tui.keys import KEYS, remapped
from caucasus_tui.tui.reloading import Library, Reloading
from caucasus_tui.tui.typing_ahead import TypingAhead

if TYPE_CHECKING:
    from caucasus_tui.tui.finding import Finder
    from caucasus_tui.tui.prompt import Prompt


class Prompting(Reloading, inherit_bindings=False):
    """`keymap`: the reader's own keys, by binding id. What is typed before the prompt has opened is kept for it."""

    def __init__(
        self, dossier: Dossier, *, today: date, start: str, theme: str, library: Library, keymap: Mapping[str, str]
    ) -> None:
        super().__init__(dossier, today=today, start=start, theme=theme, library=library)
        self.key_table = remapped(keymap)
        opening = (key.keys.split(",") for key in self.key_table if key.action.startswith("prompt("))
        self.typing_ahead = TypingAhead(name for names in opening for name in names)

    def forget(self) -> None:
        self.__dict__.pop("_finder", None)

    @cached_property
    def _finder(self) -> "Finder":
        # Search is loaded when first asked for: the first screen does not need it.
        from caucasus_tui.tui.finding import Finder

        return Finder(self.dossier, self.key_table, self.library.named)

    def action_ask(self) -> None:
        """The standard questions; there a letter asks one."""
        self.go(Visit(QUESTIONS))

    async def action_prompt(self, mode: str) -> None:
        """Open the prompt: `/` finds, `:` goes by name, `?` lists keys."""
        if self.asking:
            return
        from caucasus_tui.tui.prompt import Asked, Prompt

        self.remember()
        self.asking = self._finder.asking(mode, self.lens)
        # Waited for: what is typed after it, perhaps already under way, belongs into it.
        await self.mount(Asked(self.asking, self.typing_pause), before=self.view("footer"))
        prompt = self.base.query_one(Prompt)
        self.base.set_focus(prompt)
        prompt.value, sent = self.typing_ahead.take()
        prompt.cursor_position = len(prompt.value)
        self.asking.text = prompt.value
        self.present()
        if sent:
            await prompt.action_submit()

    def on_prompt_typed(self, message: "Prompt.Typed") -> None:
        self.present()

    async def on_prompt_ended(self, message: "Prompt.Ended") -> None:
        subject = self.view("stage").subject if message.accepted else ""
        self.asking = None
        await self.query("#asked").remove()
        self.present()
        if subject.startswith("key:"):
            await self.run_action(next(key.action for key in KEYS if key.id == subject.removeprefix("key:")))
        elif subject.startswith("open:"):
            self.switch_to(subject.removeprefix("open:"))
        elif message.accepted and not subject:
            self.say(bars.message_row("There is nothing to open there.", "warn"))
        elif subject:
            home = home_of(self.dossier, subject)
            self.go(Visit(home, subject) if home != subject else Visit(subject))
