"""What the status of an agreement means for how it and its terms are told: one table, whatever its date."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple, get_args

from caucasus_tui.dossier.model import ActorId, Agreement, AgreementStatus, Cited, Dossier, Term

Role = Literal["obligors", "guarantor", "beneficiaries"]
"""A field of a term that names actors."""


class Force(NamedTuple):
    """`binds`: whether its terms are owed today; `agreement`: whether it is listed among what was agreed, else among
    what was proposed. The words are those before or after an actor: what it does, by its verbs for each role, and what
    is done by it."""

    binds: bool
    agreement: bool
    does: str
    verbs: tuple[str, str, str]
    owed_by: str
    heading: str

    def of(self, role: Role) -> str:
        """What an actor in this role does."""
        return self.does.format(self.verbs[get_args(Role).index(role)])


_OWE = ("owe", "guarantee", "benefit from")
_OWES = ("owes", "guarantees", "benefits from")
_OWED = ("owed", "guaranteed", "benefited from")

_IN_FORCE = Force(True, True, "{}", _OWES, "owed by", "")
_AGREED = Force(False, True, "is to {}, once in force", _OWE, "once in force, owed by", "Once in force")
_ENDED = Force(False, True, "{}", _OWED, "was owed by", "Not in force any more")
_SUPERSEDED = Force(False, True, "was to {}", _OWE, "was to be owed by", "Superseded")
"""Of a draft as of a treaty: whether it was ever in force, the status does not say."""
_PROPOSED = Force(False, False, "would {}", _OWE, "would be owed by", "Proposed or offered")
_REJECTED = Force(False, False, "would have {}", _OWED, "would have been owed by", "Rejected")
FORCES: dict[AgreementStatus, Force] = {
    "in-force": _IN_FORCE,
    "agreed": _AGREED,
    "initialled": _AGREED,
    "signed-in-part": _AGREED,
    "suspended": _ENDED,
    "lapsed": _ENDED,
    "superseded": _SUPERSEDED,
    "proposed": _PROPOSED,
    "drafted": _PROPOSED,
    "offered": _PROPOSED,
    "rejected": _REJECTED,
}


def force_of(agreement: Agreement) -> Force:
    """How an agreement is told."""
    return FORCES[agreement.status]


def status_words(agreement: Agreement) -> str:
    """`in force`, `signed in part`."""
    return agreement.status.replace("-", " ")


def acts(agreement: Agreement, name: Callable[[ActorId], str]) -> list[Cited]:
    """What was done with its text: `initialled by Egypt, refused by Ethiopia`, together where the same says both."""
    return [
        Cited(text=", ".join(f"{act.shown} by {name(act.actor)}" for act in same), cites=cites)
        for cites, same in groupby(agreement.signatures, key=lambda act: act.cites)
    ]


def terms_by_force(dossier: Dossier, actor: str, role: Role) -> Iterator[tuple[Force, Term]]:
    """The terms in which an actor has a role, those in force first, then as the table has them."""
    order = [*dict.fromkeys(FORCES.values())]
    for agreement in sorted(dossier.agreements, key=lambda agreement: order.index(force_of(agreement))):
        yield from ((force_of(agreement), term) for term in agreement.terms if actor in getattr(term, role))
