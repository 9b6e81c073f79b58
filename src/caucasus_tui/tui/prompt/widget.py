"""The line that is typed into: one for searching, going by name and finding a key."""

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from caucasus_tui.dossier.text.clean import on_one_line
from caucasus_tui.tui.prompt.asking import LONGEST, Asking
from caucasus_tui.tui.prompt.typed_before import TypedBefore

BEFORE_TYPING = 0.03
"""Seconds until the prompt is drawn and no hand is back on the keys."""


class Prompt(Input):
    """An input of its own accord quiet: no blinking, nothing longer than a reader types. Keys reach it by `press` and
    `paste`, one after the other, not through a queue of its own, in which those behind the last would be lost."""

    BINDINGS = [  # noqa: RUF012 (Textual's own way to declare them)
        Binding("escape", "finish(False)", show=False),
        Binding("enter", "finish(True)", show=False),
        Binding("up", "choose(-1)", show=False),
        Binding("down", "choose(1)", show=False),
        Binding("ctrl+p", "older", show=False),
        Binding("ctrl+n", "newer", show=False),
        Binding("pagedown,ctrl+d", "app.screenful(1)", show=False),
        Binding("pageup", "app.screenful(-1)", show=False),
        Binding("alt+b,alt+left", "cursor_left_word", show=False),
        Binding("alt+f,alt+right", "cursor_right_word", show=False),
        Binding("alt+d,alt+delete,ctrl+delete", "delete_right_word", show=False),
        Binding("alt+backspace,ctrl+backspace", "delete_left_word", show=False),
    ]

    class Typed(Message):
        """The text is another one."""

    def __init__(self, asking: Asking, pause: float) -> None:
        super().__init__(placeholder=asking.hint, id="prompt", max_length=LONGEST, select_on_focus=False, compact=True)
        self.cursor_blink = False
        self.asking = asking
        self.value = ""
        self._pause = pause
        self._waiting: Timer | None = None
        self.accepted: bool | None = None
        """Whether what was typed is to lead somewhere; None until that is known."""
        self._before = TypedBefore(asking.before)
        self._recalled = ""
        self._chooses = False

    def on_mount(self) -> None:
        if self.asking.prepare is not None:
            self.set_timer(BEFORE_TYPING, self.asking.prepare)

    def acts_on_answer(self, key: str) -> bool:
        """Whether a key chooses among what answers the text, which may have to be made first."""
        bound = self._bindings.key_to_bindings.get(key, [])
        return any(binding.action.startswith(("app.", "choose(", "finish(True")) for binding in bound)

    async def press(self, event: events.Key) -> bool:
        """Act on a key at once; False where it is neither text nor one of the prompt's own."""
        if bound := self._bindings.key_to_bindings.get(event.key):
            await self.app.run_action(bound[0].action, self)
        elif event.is_printable and event.character:
            self.replace(event.character, *self.selection)
        else:
            return False
        return True

    def on_input_changed(self, message: Input.Changed) -> None:
        """Answers once for all that came in at once, or in low bandwidth until typing pauses."""
        message.stop()
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        if self._pause:
            self._waiting = self.set_timer(self._pause, self._tell)
        else:
            self.app.call_later(self._tell)

    def _tell(self) -> None:
        if self.bring_up_to_date():
            self.post_message(self.Typed())

    def bring_up_to_date(self) -> bool:
        """Ask for what stands here now; False where that is being asked."""
        behind, self.asking.text = self.asking.text != self.value, self.value
        self.asking.due |= behind
        return behind

    def on_blur(self) -> None:
        """As long as the prompt stands, keys are for it, whatever was clicked."""
        if self.is_attached and self.accepted is None:
            self.focus()

    def paste(self, text: str) -> None:
        """As much as there is room for. Textual's own takes all or nothing, and one line of it."""
        typed = on_one_line(text, self.value[: self.cursor_position])
        self.insert_text_at_cursor(typed[: LONGEST - len(self.value)])

    def complete(self) -> None:
        """Finish the word, where what is asked knows words."""
        if self.asking.complete:
            self.value = self.asking.complete(self.value)
            self.cursor_position = len(self.value)

    async def action_choose(self, step: int) -> None:
        """Another of the answers; up, as long as nothing is typed and none of them is being chosen, what was typed
        before."""
        recalls = step < 0 and not self._chooses and self.value in ("", self._recalled)
        if not recalls or not self.action_older():
            self._chooses = True
            await self.app.run_action(f"move({step})")

    def action_older(self) -> bool:
        """To what was typed before this; False where nothing was."""
        return self._recall(self._before.older(self.value))

    def action_newer(self) -> bool:
        """To what was typed after it."""
        return self._recall(self._before.newer())

    def _recall(self, text: str | None) -> bool:
        if text is not None:
            self.value = self._recalled = text
            self.cursor_position = len(text)
            self._chooses = False
        return text is not None

    def action_finish(self, accepted: bool) -> None:
        self.accepted = accepted


class PromptLine(Horizontal):
    """The prompt's line: its sign, and what is typed. `pause`: seconds without a key before that is answered."""

    def __init__(self, asking: Asking, pause: float) -> None:
        super().__init__(id="asked")
        self._sign = asking.sign
        self.prompt = Prompt(asking, pause)

    def compose(self) -> ComposeResult:
        yield Static(Content(self._sign), id="sign")
        yield self.prompt

    def begin(self, text: str) -> None:
        """Let the cursor be seen here. `text`: what stands there to begin with."""
        self.screen.set_focus(self.prompt)
        self.prompt.value = text
        self.prompt.cursor_position = len(text)
