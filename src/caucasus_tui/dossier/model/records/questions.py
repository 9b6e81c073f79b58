"""What is asked before a meeting, and which records and statements to show for it."""

from msgspec import field

from caucasus_tui.dossier.model.links import Citation, Ref
from caucasus_tui.dossier.model.records.base import Derived, Part, Record


class Selector(Part, frozen=True, kw_only=True):
    """Which things to show: by kind and the values of fields, or by name; read by `dossier/ask/selectors.py`."""

    every: str | None = None
    """A kind of record, or `statement`."""
    of: Ref | None = None
    """Only what stands inside this record, such as the terms of an agreement."""
    where: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """From a field to the values that will do; no value: the field is empty. Of several fields every one must hold."""
    order: str | None = None
    """The field to sort by, in the order of its values in `where` if they stand there; else the order of the files."""
    refs: tuple[Ref, ...] = ()
    """Records by name."""
    statements: tuple[Citation, ...] = ()
    """Statements by citation."""
    line: bool = True
    """Whether each record has a line of its own, or only its statements are shown."""
    say: int = 1
    """How many of its statements each record shows; the first one leads."""
    fields: tuple[str, ...] = ()
    """Further fields to show of each record, such as the indicators of a scenario."""


class Section(Part, frozen=True, kw_only=True):
    """Part of an answer. The heading is a label, never a claim; the first part may do without."""

    heading: str | None = None
    select: tuple[Selector, ...]


class Question(Record, frozen=True, kw_only=True):
    """A standard meeting question. What its selectors find is the answer, so that it cannot drift from the data."""

    kind = "question"

    key: str
    """The letter that asks it."""
    answer: Derived | None = None
    """The answer in a sentence or two, the curator's, where no single statement gives it."""
    sections: tuple[Section, ...]
    """The parts of the answer, each with what it shows."""
    bearing: tuple[Ref, ...] = ()
    """Gaps that bear on it, instead of all that are about a record shown; tensions besides those that touch what is
    shown."""
    also_asked: tuple[str, ...] = ()
    """Other words in which it may be asked."""
