"""Actions that move the cursor."""

from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.views import Views


class CursorActions:
    """Those of the dashboard."""

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
