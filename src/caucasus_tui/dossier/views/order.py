"""In which order agreements and asks are told, wherever they are told."""

from collections.abc import Iterable, Sequence

from caucasus_tui.dossier.model.records import Agreement, Recommendation, Term
from caucasus_tui.dossier.views.force import force_of


def agreements_in_order(agreements: Sequence[Agreement]) -> list[Agreement]:
    """What was agreed first, the newest on top; then what was proposed, offered or sought, as it comes."""
    concluded = [one for one in agreements if force_of(one).agreement]
    concluded.sort(key=lambda one: one.when.edtf or "", reverse=True)
    return [*concluded, *(one for one in agreements if not force_of(one).agreement)]


def is_most_contested(term: Term) -> bool:
    """Whether a source says that the term is highly disputed."""
    return term.contention is not None and term.contention.level == "stated-high"


def asks_in_order(recommendations: Iterable[Recommendation]) -> list[Recommendation]:
    """The numbered asks, then the general calls they rest on."""
    return sorted(recommendations, key=lambda item: (item.form != "ask", item.order))
