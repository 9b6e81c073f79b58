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
from caucasus_tui.tui.prompt.asking import Asking

LONGEST = 200
"""Characters. Nobody types more; a paste may bring it."""

BEFORE_TYPING = 0.03
"""Seconds until the prompt is drawn and no hand is back on the keys."""


class Prompt(Input):
    """An input of its own accord quiet: no blinking, nothing longer than a reader types."""

    BINDINGS = [  # noqa: RUF012 (Textual's own way to declare them)
        Binding("escape", "give_up", show=False),
        Binding("up", "app.move(-1)", show=False),
        Binding("down", "app.move(1)", show=False),
        Binding("pagedown,ctrl+d", "app.screenful(1)", show=False),
        Binding("pageup", "app.screenful(-1)", show=False),
        Binding("alt+b,alt+left", "cursor_left_word", show=False),
        Binding("alt+f,alt+right", "cursor_right_word", show=False),
        Binding("alt+d,alt+delete,ctrl+delete", "delete_right_word", show=False),
        Binding("alt+backspace,ctrl+backspace", "delete_left_word", show=False),
    ]

    class Typed(Message):
        """The text is another one."""

    class Ended(Message):
        def __init__(self, accepted: bool) -> None:
            super().__init__()
            self.accepted = accepted

    def __init__(self, asking: Asking, pause: float) -> None:
        super().__init__(placeholder=asking.hint, id="prompt", max_length=LONGEST, select_on_focus=False, compact=True)
        self.cursor_blink = False
        self.asking = asking
        self.value = ""
        self._pause = pause
        self._waiting: Timer | None = None
        self._ended = False

    def on_mount(self) -> None:
        if self.asking.prepare is not None:
            self.set_timer(BEFORE_TYPING, self.asking.prepare)

    async def _on_key(self, event: events.Key) -> None:
        """Textual sends a key that deletes round by the app: where keys come fast, those after it came before it."""
        if not (bound := self._bindings.key_to_bindings.get(event.key)):
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        await self.app.run_action(bound[0].action, self)

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
        if self.asking.text != self.value:
            self.asking.text = self.value
            self.post_message(self.Typed())

    def on_blur(self) -> None:
        """As long as the prompt stands, keys are for it, whatever was clicked."""
        if self.is_attached and not self._ended:
            self.focus()

    def on_paste(self, event: events.Paste) -> None:
        """As much as there is room for. Textual's own takes all or nothing, and one line of it."""
        event.stop()
        event.prevent_default()
        self.insert_text_at_cursor(on_one_line(event.text)[: LONGEST - len(self.value)])

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self._tell()
        self._end(True)

    def complete(self) -> None:
        """Finish the word, where what is asked knows words."""
        if self.asking.complete:
            self.value = self.asking.complete(self.value)
            self.cursor_position = len(self.value)

    def action_give_up(self) -> None:
        self._end(False)

    def _end(self, accepted: bool) -> None:
        self._ended = True
        self.post_message(self.Ended(accepted))


class PromptLine(Horizontal):
    """The prompt's line: its sign, and what is typed. `pause`: seconds without a key before that is answered."""

    def __init__(self, asking: Asking, pause: float) -> None:
        super().__init__(id="asked")
        self._sign = asking.sign
        self._prompt = Prompt(asking, pause)

    def compose(self) -> ComposeResult:
        yield Static(Content(self._sign), id="sign")
        yield self._prompt

    def begin(self, text: str, keys: list[events.Key]) -> None:
        """From now on keys are the prompt's, after these, typed already. `text`: what stands there to begin with."""
        self.screen.set_focus(self._prompt)
        self._prompt.value = text
        self._prompt.cursor_position = len(text)
        for key in keys:
            self._prompt.post_message(key)

    def complete(self) -> None:
        """As `tab` does."""
        self._prompt.complete()

    async def submit(self) -> None:
        """As `enter` does."""
        await self._prompt.action_submit()
