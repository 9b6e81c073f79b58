"""What the status of an agreement means for how it and its terms are told: one table, whatever its date."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from caucasus_tui.dossier.model import ActorId, Agreement, AgreementStatus, Cited, Dossier, Term

Role = Literal["obligors", "guarantor", "beneficiaries"]
"""A field of a term that names actors."""


class Force(NamedTuple):
    """`binds`: whether its terms are owed today; `agreement`: whether it is listed among what was agreed, else among
    what was proposed. The words are those before or after an actor: what it does, and what is done by it."""

    binds: bool
    agreement: bool
    owes: str
    guarantees: str
    benefits: str
    owed_by: str
    heading: str

    def of(self, role: Role) -> str:
        """What an actor in this role does."""
        return {"obligors": self.owes, "guarantor": self.guarantees, "beneficiaries": self.benefits}[role]


_IN_FORCE = Force(True, True, "owes", "guarantees", "benefits from", "owed by", "")
_AGREED = Force(
    False,
    True,
    "is to owe, once in force",
    "is to guarantee, once in force",
    "is to benefit from, once in force",
    "once in force, owed by",
    "Once in force",
)
_ENDED = Force(False, True, "owed", "guaranteed", "benefited from", "was owed by", "Not in force any more")
_SUPERSEDED = Force(
    False, True, "was to owe", "was to guarantee", "was to benefit from", "was to be owed by", "Superseded"
)
"""Of a draft as of a treaty: whether it was ever in force, the status does not say."""
_PROPOSED = Force(
    False, False, "would owe", "would guarantee", "would benefit from", "would be owed by", "Proposed or offered"
)
_REJECTED = Force(
    False,
    False,
    "would have owed",
    "would have guaranteed",
    "would have benefited from",
    "would have been owed by",
    "Rejected",
)
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
