"""What a search finds, and the order in which it is shown."""

from typing import NamedTuple

from msgspec import Struct

from caucasus_tui.dossier.model import PANE_KINDS, Statement, StatementType

KIND_ORDER: tuple[str, ...] = (
    "question",
    "actor",
    "place",
    *(kind for kinds in PANE_KINDS.values() for kind in kinds if kind not in ("actor", "place")),
)
"""Equal hits stand in this order: what is asked, who and where, then the panes' own."""


def kind_rank(kind: str) -> int:
    """The place of a kind in KIND_ORDER; one that no pane shows yet comes last."""
    return KIND_ORDER.index(kind) if kind in KIND_ORDER else len(KIND_ORDER)


def kind_of(rank: int) -> str:
    """The kind of a rank; of one that no pane shows yet nothing."""
    return KIND_ORDER[rank] if rank < len(KIND_ORDER) else ""


Spans = tuple[tuple[int, int], ...]
"""First character and the one after the last, of each stretch that matches."""


class Hit(Struct, frozen=True, kw_only=True):
    """One thing found. A snippet with citations is a source's statement in our words; without, it is the curator's."""

    ref: str
    """`kind:id` of a record or source, `source:p8.2` of a statement, `source:p8` of a paragraph."""
    kind: str
    title: str
    title_spans: Spans = ()
    snippet: str = ""
    snippet_spans: Spans = ()
    snippet_cites: tuple[str, ...] = ()
    type: StatementType | None = None
    """Of the statement, or of the one that leads the record."""
    is_called_so: bool = False
    """Whether its title or a name of it holds all that was looked for, and nothing else that tells; of an actor or a
    place, and of what has the date that was looked for, whatever else it holds."""
    score: float = 0.0
    """For ordering within one search; it has no unit and no meaning outside it."""


class Group(NamedTuple):
    """The hits of one kind."""

    kind: str
    hits: tuple[Hit, ...]


class Results(Struct, frozen=True, kw_only=True):
    """`hits`, the best first, are at most as many as were asked for; `total` counts all there are."""

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    nearest: str | None = None
    """Nothing was found, and this word of the dossier looks most like one that was searched for."""
    problem: str | None = None
    """What is wrong with a filter, in one line; nothing is searched then."""
    remarks: tuple[str, ...] = ()
    """How the query was read where that may surprise, a line each."""
    relaxed: bool = False
    """No item holds all words: these come nearest, and `remarks` say so."""
    repaired: tuple[tuple[str, str], ...] = ()
    """Words that the dossier does not have, each with the word taken for it."""

    words: dict[str, int] = {}
    """The words of the dossier that match, folded, each with how many of its letters do."""
    by_words: bool = False
    """Words were looked for, and no answer to a question."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The hits by kind, each kind where its best hit stands, the best first in each. Where words were looked for,
        the statements that hold them come first; before them only the kind of what is called so, if it is no word of
        our own vocabularies."""
        kinds = dict.fromkeys(hit.kind for hit in self.hits)
        if self.by_words and Statement.kind in kinds:
            called = next((hit.kind for hit in self.hits if hit.is_called_so), Statement.kind)
            before = () if called == "code" else (called,)
            kinds = dict.fromkeys((*before, Statement.kind, *kinds))
        return tuple(Group(kind, tuple(hit for hit in self.hits if hit.kind == kind)) for kind in kinds)
