"""What is being asked while the prompt is open. The widget that is typed into is loaded when first needed."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from caucasus_tui.page.rows.row import Page

LONGEST = 200
"""Characters. Nobody types more; a paste may bring it."""


class Asking(Struct, eq=False):
    """What the prompt is for: its sign, and the page that answers what was typed so far. `in_full`: a line of it says
    all there is to say. `prepare`: what makes the first answer quicker, for the moment in which nobody types yet.
    `find`: what makes the answer to a text quick, beside the screen; returns the address that it puts first, if any.
    `take`: what is done with the text, where it is no way to a place; `complete`: the
    text with its last word finished; `before`: what was typed for the same, the oldest first; `due`: whether the
    answer to the text is still to be shown."""

    sign: str
    hint: str
    answer: Callable[[str, int], Page]
    in_full: bool = False
    prepare: Callable[[], object] | None = None
    find: Callable[[str], str] | None = None
    take: Callable[[str], object] | None = None
    complete: Callable[[str], str] | None = None
    text: str = ""
    before: Sequence[str] = ()
    due: bool = False

    def page(self, width: int) -> Page:
        return self.answer(self.text, width)

    @property
    def is_full(self) -> bool:
        """Whether nothing more can be typed; of what was pasted the rest is not there."""
        return len(self.text) >= LONGEST
