"""The first picture before the program: what a start showed, kept, and shown at the next one before anything else is
loaded, where all that it depends on is the same. Standard library only."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from caucasus_tui.first_picture.shown import Shown

on_screen: "list[Shown]" = []
"""The picture that is shown, as long as nobody has taken it over."""


def taken() -> "Shown | None":
    """The same, for who goes on with it: from now on the terminal, and signals, are theirs."""
    if not on_screen:
        return None
    shown = on_screen.pop()
    shown.let_go()
    return shown


def give_back() -> None:
    """Give the terminal back as it was before, where a picture is shown that nobody has taken over."""
    for shown in on_screen:  # until it is done, for a signal in between
        shown.give_back()
    on_screen.clear()
