"""The line that is typed into: one for searching, going by name and finding a key."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from caucasus_tui.page.row import Page


class Asking:
    """What the prompt is for: its sign, and the page that answers what was typed so far."""

    def __init__(self, sign: str, hint: str, answer: Callable[[str, int], Page]) -> None:
        self.sign = sign
        self.hint = hint
        self.text = ""
        self._answer = answer

    def page(self, width: int) -> Page:
        return self._answer(self.text, width)


class Prompt(Input):
    """An input of its own accord quiet: no blinking, nothing longer than a reader types."""

    BINDINGS = [  # noqa: RUF012 (Textual's own way to declare them)
        Binding("escape", "give_up", show=False),
        Binding("up", "app.move(-1)", show=False),
        Binding("down", "app.move(1)", show=False),
        Binding("pagedown,ctrl+d", "app.screenful(1)", show=False),
        Binding("pageup", "app.screenful(-1)", show=False),
    ]

    class Typed(Message):
        """The text is another one."""

    class Ended(Message):
        def __init__(self, accepted: bool) -> None:
            super().__init__()
            self.accepted = accepted

    def __init__(self, asking: Asking) -> None:
        super().__init__(placeholder=asking.hint, id="prompt", max_length=200, select_on_focus=False, compact=True)
        self.cursor_blink = False
        self.asking = asking
        self.value = ""

    def on_mount(self) -> None:
        self.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        message.stop()
        self.asking.text = message.value
        self.post_message(self.Typed())

    def on_input_submitted(self, message: Input.Submitted) -> None:
        message.stop()
        self.post_message(self.Ended(True))

    def action_give_up(self) -> None:
        self.post_message(self.Ended(False))


class Asked(Horizontal):
    """The prompt's line: its sign, and what is typed."""

    def __init__(self, asking: Asking) -> None:
        super().__init__(id="asked")
        self._asking = asking

    def compose(self) -> ComposeResult:
        yield Static(Content(self._asking.sign), id="sign")
        yield Prompt(self._asking)
