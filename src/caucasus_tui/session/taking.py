"""What a reader takes along from a dossier: lines collected, and what is on the screen as a brief."""

from datetime import date
from typing import TYPE_CHECKING

from caucasus_tui.dossier.addresses import COLLECTED, parse
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import Page
from caucasus_tui.panes import pane_title
from caucasus_tui.session.history import Visit

if TYPE_CHECKING:
    from caucasus_tui.brief.model import Brief
    from caucasus_tui.session.collected import Collected


class Taking:
    """That of a session."""

    dossier: Dossier
    _keeps: bool
    _collected: "Collected | None" = None

    @property
    def visit(self) -> Visit:
        """Where the reader is."""
        raise NotImplementedError

    @property
    def today(self) -> date:
        """The day that it is."""
        raise NotImplementedError

    @property
    def collected(self) -> "Collected":
        """What was collected from this dossier; read when first asked for."""
        if self._collected is None:
            from caucasus_tui.session.collected import Collected
            from caucasus_tui.state_files import state_file

            self._collected = Collected(state_file(self.dossier.about.id, "collected") if self._keeps else None)
        return self._collected

    def says(self, address: str) -> bool:
        """Whether something stands at an address that can be collected."""
        from caucasus_tui.brief.collected_lines import CollectedLine, brief_line

        return brief_line(self.dossier, CollectedLine(address), self.today) is not None

    def brief_of_screen(self, page: Page) -> "tuple[Brief | None, str]":
        """What a page shows, as a brief, and a name for its file: of the collected lines those, of a thing that thing,
        of a list each thing that has a line in it."""
        from caucasus_tui.brief.collected_lines import CollectedLine, collected_brief

        address = self.visit.address
        if parse(address) == COLLECTED:
            lines, title, name = self.collected.lines, "", "collected"
        else:
            listed = [address] if self.says(address) else _listed(page)
            lines = tuple(map(CollectedLine, listed))
            title = page.title or pane_title(self.dossier, self.visit.pane)
            name = self.visit.pane or address
        brief = collected_brief(self.dossier, lines, self.today, title)
        return brief if brief.sections[0].lines else None, name


def _listed(page: Page) -> dict[str, None]:
    """What has a line on a page, and what is on its picture, where no row is of one thing alone."""
    lines = dict.fromkeys(row.subject for row in page.rows if row.subject)
    return lines | dict.fromkeys(stop.subject for row in page.rows[: page.plane] for stop in row.stops())
