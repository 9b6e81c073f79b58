"""Text as such: cleaned, folded, how many of a thing there are."""


def counted(count: int, what: str) -> str:
    """`1 line`, `3 lines`: the one place where a plural is made; `what` is the word for one."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
