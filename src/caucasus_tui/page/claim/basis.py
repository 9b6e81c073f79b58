"""What a line or a cell rests on: the statements that say it, each with its type and hedge, or that it is ours."""

from collections.abc import Iterable
from typing import NamedTuple

from caucasus_tui.dossier.model import Citation, Dossier, Hedge, Record, StatementType, Tension, When, citations
from caucasus_tui.dossier.model.records import Agreement
from caucasus_tui.dossier.views.dating import dating_cite, has_date
from caucasus_tui.dossier.views.naming import Part, naming_cite
from caucasus_tui.page.marks import CURATOR, TYPE_MARKS, Mark, is_unwritten


class Claim(NamedTuple):
    """A statement, as a line uses it."""

    cite: Citation
    type: StatementType
    hedge: Hedge | None

    @property
    def mark(self) -> Mark:
        return TYPE_MARKS[self.type]

    @property
    def softened(self) -> bool:
        """Whether its hedge takes something back: a plain "will" is what a line without a hedge says."""
        return self.hedge is not None and self.hedge.code != "categorical"


class Basis(NamedTuple):
    """`claims` in the order of the citations; `tensions` that touch what it rests on; `ours`: no statement says it, the
    curator does."""

    claims: tuple[Claim, ...] = ()
    tensions: tuple[Tension, ...] = ()
    ours: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Its types, each once, in order."""
        return (CURATOR,) if self.ours else tuple(dict.fromkeys(claim.mark for claim in self.claims))


def claims_of(dossier: Dossier, cites: Iterable[str]) -> tuple[Claim, ...]:
    """The statements cited; a citation that leads nowhere, or to what is still to be written, is left out."""
    found = ((cite, dossier.statement(cite)) for cite in cites)
    return tuple(
        Claim(Citation(cite), said.type, said.hedge) for cite, said in found if said and not is_unwritten(said.text)
    )


def basis_of(dossier: Dossier, cites: Iterable[Citation]) -> Basis:
    """What a sentence rests on that cites these statements."""
    cites = tuple(cites)
    return Basis(claims_of(dossier, cites), dossier.tensions_of(cites))


def lead_of(dossier: Dossier, record: Record) -> Basis:
    """What a record's title rests on: its leading statement, and the tensions that touch any that it cites."""
    cites = record.cites if record.cites and dossier.statement(record.cites[0]) else citations(record)
    return Basis(claims_of(dossier, cites[:1]), dossier.tensions_of(record))


def dating(dossier: Dossier, when: When, item: object) -> Basis:
    """What says a date of a record: a statement it cites, or we do. No date rests on nothing."""
    if not has_date(when):
        return Basis()
    cite = dating_cite(dossier.statement, when, citations(item))
    return Basis(claims_of(dossier, (cite,))) if cite else Basis(ours=True)


def naming(dossier: Dossier, agreement: Agreement, part: Part) -> Basis:
    """What says who took part in it so: a statement it cites, or we do; of nobody nothing."""
    cite = naming_cite(dossier, agreement, part) if getattr(agreement, part) else None
    return Basis(claims_of(dossier, (cite,))) if cite else Basis(ours=bool(getattr(agreement, part)))
