"""The prompt as the dashboard has it: what is being asked, and what was typed before it had opened."""

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from caucasus_tui.session.session import Session
from caucasus_tui.tui.keys import Key
from caucasus_tui.tui.prompt.typeahead import TypeAhead

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

    def __init__(self, session: Session, keys: tuple[Key, ...], named: "Sequence[NamedDossier]") -> None:
        self.keys = tuple(key for key in keys if not session.permissions.refusal(key.action))
        self.asking: Asking | None = None
        opening = (key.keys.split(",") for key in keys if key.action.startswith(("prompt(", "note")))
        self._line: PromptLine | None = None
        self._here: Here
        first = (key.keys.split(",") for key in keys if key.priority)
        self._typeahead = TypeAhead(chain.from_iterable(opening), chain.from_iterable(first))
        self._session = session
        self._named = named

    @cached_property
    def _answers(self) -> "Answers":
        # Search is loaded when first asked for: the first screen does not need it.
        from caucasus_tui.tui.prompt.suggestions import Answers

        return Answers(self._session, self.keys, self._named)

    def keeps(self, event: "events.Key", *, free: bool) -> bool:
        """Whether a key waits for a prompt that is about to open. `free`: nothing but a prompt is in its way."""
        return self._typeahead.keeps(event, free=free and not self.asking and self._line is None)

    def stays_closed(self) -> None:
        """What was to open it did not: keys are no longer kept for it."""
        self._typeahead.take()

    @property
    def is_opening(self) -> bool:
        """Whether it is about to open: what is typed now is for it."""
        return self._typeahead.waits

    async def open(
        self, mode: str, here: "Here", screen: "Screen[Any]", pause: float, show: Callable[[], None]
    ) -> None:
        """Put up the line that is typed into, with what was typed for it already, and `show` the answer.

        `mode`: `/` searches, `:` goes by name, `D` names dossiers, `?` lists the keys of `here`; `pause`: seconds
        without a key before what is typed is answered.
        """
        from caucasus_tui.tui.prompt.widget import PromptLine

        self._here = here
        self.asking = self._answers.asking(mode, here)
        self._line = PromptLine(self.asking, pause)
        # Waited for: what is typed meanwhile, perhaps already under way, belongs into it.
        await screen.mount(self._line, before="#footer")
        self._line.begin(self.asking.text, self._typeahead.take())
        show()

    def complete(self) -> bool:
        """As `tab` does; False where nothing is asked."""
        if self._line:
            self._line.complete()
        return self._line is not None

    async def submit(self) -> None:
        """As `enter` does."""
        if self._line:
            await self._line.submit()

    async def close(self, *, accepted: bool = False) -> bool:
        """Take the line down; nothing is asked any more. Whether what was typed is to lead somewhere."""
        asked, self.asking = self.asking, None
        if asked and asked.take and accepted:
            asked.take(asked.text)
        if self._line:
            await self._line.remove()
            self._line = None
        return accepted and not (asked and asked.take)

    def renew(self) -> None:
        """From now on answer from the dossier that the session has now; what is being asked goes on."""
        self.__dict__.pop("_answers", None)
        if self.asking:
            self.asking.go_on(self._answers.asking(self.asking.sign, self._here))
