"""The detail: what the cursor of the list is on, as far as there is room."""

from caucasus_tui.page.rows.row import Page
from caucasus_tui.page.rows.whereabouts import first_match
from caucasus_tui.session.history import Visit
from caucasus_tui.tui.page_view import Build, PageView


class Detail:
    """What the view of it shows: one thing as long as the cursor is on that."""

    def __init__(self) -> None:
        self._about: Visit | None = None

    def show(self, view: PageView, about: Visit, build: Build) -> None:
        """Show something from its top, or where a search matches; the same anew as far down as it had been scrolled."""

        def untitled(width: int) -> Page:
            return build(width)._replace(title="", note="")

        if view.columns and view.page.rows == build(view.columns).rows:  # it may have been scrolled
            self._about = about
            view.show_again(untitled, now=False)
            return
        down = view.position.top if about == self._about else 0
        self._about = about
        view.show(untitled, anew=True)
        if down:
            view.scroll_rows(down)
        elif about.hit and (row := first_match(view.page)) >= view.room:
            view.scroll_rows(row - view.room // 2)
