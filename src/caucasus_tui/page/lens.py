"""How a page is looked at: nothing that belongs to the dossier, everything a reader can change."""

from datetime import date

from msgspec import Struct

from caucasus_tui.dossier.loading.originals import NO_ORIGINALS, Originals
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.model.sources import StatementType


class Lens(Struct, frozen=True, kw_only=True):
    """`width` in cells; `zoomed`: the pane has the whole screen; `facet`: only this statement type; `pick`: a pane's
    own narrowing, as an address (`target:azerbaijan`); `today`: for ages and passed windows, the only clock;
    `originals`: the texts that the reader has put beside the dossier."""

    width: int = 80
    zoomed: bool = False
    facet: StatementType | None = None
    pick: str = ""
    today: date
    originals: Originals = NO_ORIGINALS

    def admits(self, dossier: Dossier, record: Record) -> bool:
        """Whether the facet lets a record through: by the type of its leading statement."""
        if self.facet is None:
            return True
        lead = dossier.lead(record)
        return lead is not None and lead.type == self.facet

    def shows(self, dossier: Dossier, cite: str) -> bool:
        """Whether the facet lets a statement through."""
        if self.facet is None:
            return True
        statement = dossier.statement(cite)
        return statement is not None and statement.type == self.facet


def shown_of(shown: int, total: int, what: str) -> str:
    """`9 of 14 events`, or `14 events` where nothing is hidden."""
    named = what.removesuffix("s") if total == 1 else what
    return f"{total} {named}" if shown == total else f"{shown} of {total} {named}"
