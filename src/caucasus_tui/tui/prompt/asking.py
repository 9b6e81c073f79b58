"""What is being asked while the prompt is open. The widget that is typed into is loaded when first needed."""

from collections.abc import Callable, Sequence

from caucasus_tui.page.rows.row import Page


class Asking:
    """What the prompt is for: its sign, and the page that answers what was typed so far. `in_full`: a line of it says
    all there is to say. `prepare`: what makes the first answer quicker, for the moment in which nobody types yet.
    `find`: what makes the answer to a text quick, beside the screen; returns the address that it puts first, if any.
    `take`: what is done with the text, where it is no way to a place; `complete`: the
    text with its last word finished; `before`: what was typed for the same, the oldest first; `due`: whether the
    answer to the text is still to be shown."""

    def __init__(
        self,
        sign: str,
        hint: str,
        answer: Callable[[str, int], Page],
        *,
        in_full: bool = False,
        prepare: Callable[[], object] | None = None,
        find: Callable[[str], str] | None = None,
        take: Callable[[str], object] | None = None,
        complete: Callable[[str], str] | None = None,
    ) -> None:
        self.sign = sign
        self.hint = hint
        self.in_full = in_full
        self.prepare = prepare
        self.find = find
        self.take = take
        self.complete = complete
        self.text = ""
        self.due = False
        self.before: Sequence[str] = ()
        self._answer = answer

    def page(self, width: int) -> Page:
        return self._answer(self.text, width)

    def go_on(self, other: "Asking") -> None:
        """Answer as another does from now on; what was typed stays."""
        self._answer = other._answer
