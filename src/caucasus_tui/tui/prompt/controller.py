"""The prompt as the dashboard has it: what is being asked, and the line that it is typed into."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from caucasus_tui.session.background import Background, takes_long
from caucasus_tui.session.session import Session
from caucasus_tui.tui.keys import Key
from caucasus_tui.tui.prompt.typed_before import with_line

if TYPE_CHECKING:
    from textual import events
    from textual.screen import Screen

    from caucasus_tui.config.dossiers import NamedDossier
    from caucasus_tui.tui.here import Here
    from caucasus_tui.tui.prompt.asking import Asking
    from caucasus_tui.tui.prompt.suggestions import Answers
    from caucasus_tui.tui.prompt.widget import PromptLine


class PromptController:
    """Puts up the prompt and takes it down. `keys`: the key table with the reader's own keys, without those that the
    session refuses; `named`: the dossiers to choose from; `asking`: what is being asked, or None."""

    def __init__(
        self, session: Session, keys: tuple[Key, ...], named: "Sequence[NamedDossier]", background: Background
    ) -> None:
        self.keys = tuple(key for key in keys if not session.permissions.refusal(key.action))
        self.asking: Asking | None = None
        self._line: PromptLine | None = None
        self._here: Here
        self._show: Callable[[], None]
        self._before: dict[str, list[str]] = {"/": [], ":": []}
        self.finding = False
        """Whether an answer is being looked for beside the screen."""
        self._session = session
        self._named = named
        self._background = background

    @cached_property
    def _answers(self) -> "Answers":
        # Search is loaded when first asked for: the first screen does not need it.
        from caucasus_tui.tui.prompt.suggestions import Answers

        return Answers(self._session, self.keys, self._named)

    async def open(
        self, mode: str, here: "Here", screen: "Screen[Any]", pause: float, show: Callable[[], None]
    ) -> None:
        """Put up the line that is typed into, and `show` the answer to nothing typed. Keys wait meanwhile.

        `mode`: `/` searches, `:` goes by name, `D` names dossiers, `?` lists the keys of `here`; `pause`: seconds
        without a key before what is typed is answered.
        """
        from caucasus_tui.tui.prompt.widget import PromptLine

        self._here, self._show = here, show
        self.asking = self._answers.asking(mode, here)
        if self.asking.prepare and takes_long(self._session.dossier):
            self.asking.prepare = partial(self._background.start, self.asking.prepare, lambda prepared: None)
        self.asking.before = self._before.get(mode, ())
        self._line = PromptLine(self.asking, pause)
        await screen.mount(self._line, before="#footer")
        self._line.begin(self.asking.text)
        show()

    def answer(self, ahead: Callable[[str], object]) -> None:
        """Show the answer to what is typed; in a large dossier once that has been looked for beside the screen, one
        after the other, the last of it. `ahead`: what is done there with the address of what the answer puts first."""
        asking = self.asking
        if asking is None or not asking.due:
            return
        if asking.find is None or not takes_long(self._session.dossier):
            self._show_due(asking)
        elif not self.finding:
            self.finding, text, find = True, asking.text, asking.find
            self._background.start(lambda: ahead(find(text)), lambda _: self._answer_found(asking, text, ahead))

    def _answer_found(self, asking: "Asking", text: str, ahead: Callable[[str], object]) -> None:
        self.finding = False
        if asking is self.asking and asking.due and asking.text == text:
            self._show_due(asking)
        else:  # another text, or the prompt has been opened again meanwhile
            self.answer(ahead)

    def _show_due(self, asking: "Asking") -> None:
        asking.due = False
        self._show()

    async def press(self, event: "events.Key") -> bool:
        """Type a key; False where the line has no use for it."""
        if self._line is None:
            return False
        prompt = self._line.prompt
        if prompt.acts_on_answer(event.key) and (prompt.bring_up_to_date() or prompt.asking.due):
            self._show_due(prompt.asking)
        return await prompt.press(event)

    def paste(self, text: str) -> None:
        """Type a text that came in one piece."""
        if self._line:
            self._line.prompt.paste(text)

    @property
    def accepted(self) -> bool | None:
        """Whether what was typed has been accepted or given up; None while it is still being typed."""
        return self._line.prompt.accepted if self._line else None

    def complete(self) -> bool:
        """As `tab` does; False where nothing is asked."""
        if self._line:
            self._line.prompt.complete()
        return self._line is not None

    async def close(self, *, accepted: bool = False) -> bool:
        """Take the line down; nothing is asked any more. Whether what was typed is to lead somewhere."""
        asked, self.asking = self.asking, None
        if asked and asked.take and accepted:
            asked.take(asked.text)
        if self._line:
            if asked and asked.sign in self._before:
                self._before[asked.sign] = with_line(self._before[asked.sign], self._line.prompt.value)
            await self._line.remove()
            self._line = None
        return accepted and not (asked and asked.take)

    def renew(self) -> None:
        """From now on answer from the dossier that the session has now; what is being asked goes on. What was seen
        of the other one is not told as what is."""
        self.__dict__.pop("_answers", None)
        if self.asking:
            self.asking.answer = self._answers.asking(self.asking.sign, self._here._replace(seen="")).answer
