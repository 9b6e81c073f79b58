"""What a parser makes of a command and plain words: to load argparse and ask it takes a tenth of a search."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import argparse
    from types import ModuleType

WORDED = ("brief", "ask", "show", "search")
"""Commands with at most one kind of word, which may be any."""


class _Asked:
    """Stands in for a parser, and takes down what each argument is if nothing is said of it."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.named: list[tuple[str, str | None]] = []

    def add_argument(self, *names: str, dest: str = "", nargs: str | None = None, **how: Any) -> None:
        if not names[0].startswith("-"):
            self.named.append((names[0], nargs))
            return
        name = dest or next(name for name in names if name.startswith("--"))[2:].replace("-", "_")
        self.values[name] = how.get("default", False if how.get("action") == "store_true" else None)

    def set_defaults(self, **values: Any) -> None:
        self.values |= values


def plain_words(module: "ModuleType", words: Sequence[str]) -> "argparse.Namespace | None":
    """The own options of a command where only words were given; None where a parser has to say what they are, or what
    is wrong with them."""
    asked: Any = _Asked()
    module.arguments(asked)
    fits = {"+": bool(words), "*": True, None: len(words) == 1}[asked.named[0][1]] if asked.named else not words
    if any(word.startswith("-") for word in words) or not fits:
        return None
    for name, nargs in asked.named:
        asked.values[name] = list(words) if nargs else words[0]
    return SimpleNamespace(**asked.values)  # type: ignore[return-value]
