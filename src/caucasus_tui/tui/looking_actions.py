"""Actions that change what is looked at, and how: they move the cursor, lay the later layer over, narrow, hold."""

from typing import TYPE_CHECKING

from caucasus_tui.session.session import Session
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.strokes import Strokes
from caucasus_tui.tui.updates import Updates
from caucasus_tui.tui.views import Views

if TYPE_CHECKING:
    from caucasus_tui.page.lens import Facet


class LookingActions:
    """Those of the dashboard."""

    session: Session
    strokes: Strokes
    updates: Updates
    views: Views

    @property
    def main(self) -> PageView:
        """The view that the keys act on."""
        return self.views.main

    def action_move(self, step: int) -> None:
        self.main.move(step)

    def action_sideways(self, step: int) -> None:
        self.main.sideways(step)

    def action_scroll_detail(self, step: int) -> None:
        detail = self.views.detail
        detail.scroll_rows(step * max(detail.room // 2, 1))

    def action_screenful(self, step: int) -> None:
        self.main.screenful(step)

    def action_section(self, step: int) -> None:
        if not self.main.section(step):
            self.views.bottom.say("There is no further heading that way.", "dim")

    def action_edge(self, step: int) -> None:
        self.main.edge(step)

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
