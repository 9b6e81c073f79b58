"""Which statement says who took part in an agreement: one it cites names them all, or they are the curator's."""

from collections.abc import Set
from typing import Literal

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Agreement
from caucasus_tui.dossier.model.shown_alone import part_of

Part = Literal["parties", "mediator"]
_NAMED = part_of("named", Agreement.kind)
"""The row of `alone` for those whom the curator names, where it was looked for."""


def naming_cite(dossier: Dossier, agreement: Agreement, part: Part) -> Citation | None:
    """The first statement cited that names them all; where none says whom it speaks of, what leads. None where we name
    them, as where parties are only implied."""
    if part == "parties" and agreement.parties_basis == "implied":
        return None
    actors = {*getattr(agreement, part)}
    named = {cite: said.actors for cite in agreement.cites if (said := dossier.statement(cite))}
    return next((cite for cite, those in named.items() if actors <= {*those} or not any(named.values())), None)


def named_by_curator(dossier: Dossier) -> Set[str]:
    """The addresses of the agreements in which somebody took part whom no statement they cite names. In a large dossier
    that was found out when it was kept."""
    kept = dossier.relations.alone.get(_NAMED)
    return all_named_by_curator(dossier)[_NAMED] if kept is None else kept


def all_named_by_curator(dossier: Dossier) -> dict[str, Set[str]]:
    """The same, to be kept in `alone`."""
    parts: tuple[Part, ...] = ("parties", "mediator")
    return {
        _NAMED: {
            agreement.ref
            for agreement in dossier.agreements
            if any(getattr(agreement, part) and naming_cite(dossier, agreement, part) is None for part in parts)
        }
    }
