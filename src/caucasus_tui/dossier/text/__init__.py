"""Text as such: cleaned, folded, numbers, how many of a thing there are, why a file could not be had."""


def counted(count: int, what: str) -> str:
    """`1 line`, `3 lines`: the one place where a number stands before a plural; `what` is the word for one."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def whole_number(text: str) -> int | None:
    """The number that a text from outside writes, in one to nine of our digits; None for any other. `int` takes other
    digits too, and of too many it raises, as it does of what only looks like a digit."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def unreadable(error: OSError) -> str:
    """That a file cannot be read, and why."""
    return f"cannot be read ({reason(error)})"


def reason(error: OSError, otherwise: str = "") -> str:
    """Why a file could not be had: in the system's words, else `otherwise`, else the name of the error."""
    return (error.strerror or otherwise or type(error).__name__).lower()
