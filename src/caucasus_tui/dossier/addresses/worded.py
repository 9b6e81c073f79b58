"""Addresses that begin with a word of ours: panes, sources, questions, what only screens or a session know."""

from typing import ClassVar, TypeAlias

from msgspec import Struct


class _Worded(Struct, frozen=True):
    """A word that says what is named, a colon, the name."""

    word: ClassVar[str]
    name: str

    def __str__(self) -> str:
        return f"{self.word}:{self.name}"


class _Alone(Struct, frozen=True):
    """A word that says all, and a colon."""

    word: ClassVar[str]

    def __str__(self) -> str:
        return f"{self.word}:"


class PaneAt(_Worded, frozen=True):
    """A pane by its own name, which is the same in every dossier."""

    word: ClassVar[str] = "pane"


class SourceAt(_Worded, frozen=True):
    """A source by id."""

    word: ClassVar[str] = "source"


class AskAt(_Worded, frozen=True):
    """The answer to the question of that letter or id; without a name the list of questions."""

    word: ClassVar[str] = "ask"


class KeyAt(_Worded, frozen=True):
    """What a key of the key table does, by its binding id. Known to the screens alone."""

    word: ClassVar[str] = "key"


class DossierAt(_Worded, frozen=True):
    """Another dossier, by its name in the configuration. Known to the screens alone."""

    word: ClassVar[str] = "open"


class ReaderAt(_Worded, frozen=True):
    """The brief for an actor, by id; without a name for nobody in particular. Known to reading mode alone."""

    word: ClassVar[str] = "for"


class MeetingAt(_Worded, frozen=True):
    """The sheet for a meeting with an actor, by id. Known to reading mode alone."""

    word: ClassVar[str] = "with"


class SearchAt(_Worded, frozen=True):
    """What a query finds, `search:lachin`."""

    word: ClassVar[str] = "search"


class BottomLineAt(Struct, frozen=True):
    """The dossier's bottom line."""

    word: ClassVar[str] = "about"

    def __str__(self) -> str:
        return f"{self.word}:bottom-line"


class TodoAt(_Alone, frozen=True):
    """What is still to be done in the dossier."""

    word: ClassVar[str] = "todo"


class CollectedAt(_Alone, frozen=True):
    """What the reader has collected. Known to a session alone."""

    word: ClassVar[str] = "collected"


class PlacesAt(_Alone, frozen=True):
    """Where the reader has been. Known to a session alone."""

    word: ClassVar[str] = "places"


Named: TypeAlias = PaneAt | SourceAt | AskAt | KeyAt | DossierAt | ReaderAt | MeetingAt | SearchAt
"""Those whose word has a name behind it."""
Alone: TypeAlias = BottomLineAt | TodoAt | CollectedAt | PlacesAt
"""Those that are one place each."""

QUESTIONS = AskAt("")
BOTTOM_LINE = BottomLineAt()
TODO = TodoAt()
COLLECTED = CollectedAt()
PLACES = PlacesAt()
