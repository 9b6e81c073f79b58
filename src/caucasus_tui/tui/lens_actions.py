"""Actions that change how the dossier is looked at."""

from typing import TYPE_CHECKING

from caucasus_tui.session.session import Session
from caucasus_tui.tui.strokes import Strokes
from caucasus_tui.tui.updates import Updates
from caucasus_tui.tui.views import Views

if TYPE_CHECKING:
    from caucasus_tui.page.lens import Facet


class LensActions:
    """Those of the dashboard."""

    session: Session
    strokes: Strokes
    updates: Updates
    views: Views

    def action_later(self) -> None:
        self.updates.toggle_later()

    def action_facet(self) -> None:
        self.strokes.await_after("facet")

    def action_narrow(self, kind: "Facet | None" = None) -> None:
        self.session.narrow(kind)
        self.views.remember()
        self.views.present()

    def action_hold(self, kind: str = "") -> None:
        """Hold a source or an actor of this line over every screen; without a kind, neither."""
        if self.session.hold(kind, self.views.at):
            self.views.remember()
            self.views.present()
        else:
            self.views.bottom.say(f"No {kind} belongs to this line.", "dim")
