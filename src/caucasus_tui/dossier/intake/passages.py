"""What was read of a text: its title, and its paragraphs as they follow each other."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from caucasus_tui.dossier.text.clean import LENGTH_LIMIT, clean

UNREAD = "\ufffd"
"""Where there is something that cannot be told in letters, such as a formula: without its line a half is 12."""


class IntakeError(ValueError):
    """A file cannot be taken in; the text says what it is, why not and what to do, in one line without its name."""


class Passages(NamedTuple):
    """`title` is empty where the file names none; each of `texts` is one paragraph on one line. `headings`: those of
    them that head a section; `front`: the YAML that stands before them, if any."""

    title: str
    texts: tuple[str, ...]
    headings: frozenset[str] = frozenset()
    front: str = ""


def passages(title: str, texts: Iterable[str], headings: Iterable[str] = ()) -> Passages:
    """Cleaned, each run of white space one blank, without empty ones; a first one that is the title is left to it.

    Raises IntakeError where a paragraph is longer than any text of a dossier may be.
    """
    found = tuple(joined for text in texts if (joined := one_line(text)))
    shown = one_line(title)
    texts = found[1:] if shown and found and found[0].casefold() == shown.casefold() else found
    return Passages(shown, texts, frozenset(map(one_line, headings)))


def one_line(text: str) -> str:
    """The text with each run of white space as one blank. Raises IntakeError where it would have to be cut."""
    joined = " ".join(text.split())
    if len(joined) > LENGTH_LIMIT:
        raise IntakeError(f"a paragraph of more than {LENGTH_LIMIT} characters is in it; part it first")
    return " ".join(clean(joined).split())


def raised(text: str) -> str:
    """What stands above the line: a number is a note, or a power, and no further digit of the number before it."""
    return text.translate(_RAISED) if re.fullmatch(r"[\d\s,;–-]+", text) else text


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
