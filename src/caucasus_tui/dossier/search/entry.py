"""An entry: one thing that can be found, by what texts, and what filters and ranking ask of it."""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from msgspec import Struct

from caucasus_tui.dossier.model.dates import Day, When
from caucasus_tui.dossier.model.sources import StatementType
from caucasus_tui.dossier.search.dates import dated
from caucasus_tui.dossier.search.record_texts import Passage


class Names(Struct, frozen=True, eq=False):
    """All that an actor or a place is called. Of each there is one, so that many may have it."""

    passages: tuple[Passage, ...]


class Entry(Struct, frozen=True, kw_only=True):
    """One thing that can be found, as a hit shows it."""

    ref: str
    kind: str
    title: str
    passages: tuple[Passage, ...]
    context: Passage | None = None
    """What to show of it where only the title matches."""
    type: StatementType | None = None

    @property
    def texts(self) -> Iterable[Passage]:
        """All that it is found by."""
        return self.passages


class IndexedEntry(Entry, frozen=True, kw_only=True):
    """The same with what filters and ranking ask of it."""

    names: tuple[Names, ...] = ()
    """Of the actors and places that it links to: it is found by any of them too."""
    links: frozenset[str] = frozenset()
    whens: tuple[When, ...] = ()
    """Its own dates."""
    lead: When | None = None
    """Where it has none, that of the statement that leads it, as one that it speaks of."""
    labels: str = ""
    """What kind of thing it is, in words that one may search for. Never shown."""
    ours: bool = False
    """Whether it is the curator's, or has a text of the curator's."""

    @property
    def texts(self) -> Iterable[Passage]:
        return chain(self.passages, chain.from_iterable(names.passages for names in self.names))

    @property
    def days(self) -> tuple[tuple[Day, Day], ...]:
        """The first and last day of each date it has, without end where it goes on."""
        if not (self.whens or self.lead):  # most
            return ()
        edtfs = ((when, when.edtf) for when in self.whens or (self.lead,) if when and when.edtf)
        return tuple(
            (edtf.earliest, max(edtf.latest, date.max) if when.ongoing else edtf.latest) for when, edtf in edtfs
        )

    @property
    def dates(self) -> tuple[str, ...]:
        """Its own dates as words of the index, where they are as short as a day or a month."""
        return _words(self.whens) if self.whens else ()

    @property
    def lead_dates(self) -> tuple[str, ...]:
        """Where it has none, those of the statement that leads it."""
        return () if self.whens or self.lead is None else _words((self.lead,))


def _words(whens: Iterable[When | None]) -> tuple[str, ...]:
    edtfs = [when.edtf for when in whens if when and when.edtf]
    return tuple({word: None for edtf in edtfs for word in dated(edtf.earliest, edtf.latest)})
