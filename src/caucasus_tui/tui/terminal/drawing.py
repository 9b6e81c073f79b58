"""A screen whose changed lines go whole to our driver, which finds out what differs from what the terminal shows.

Textual's own way renders pieces of lines, and the lines would then have to be rendered again for the comparison.
"""

from functools import cached_property

from textual.screen import Screen
from textual.strip import Strip

from caucasus_tui.crash import remark
from caucasus_tui.tui.terminal.driver import SafeDriver


class DrawnScreen(Screen[None]):
    """Overrides a private method of Textual, pinned by a test. Nothing below it shows through. Where a name that this
    leans on is gone, Textual draws as it always does: more bytes, and no worse picture."""

    def on_mount(self) -> None:
        """Say in the log what is missing, once; a screen that is not drawn from here would never find out."""
        if self.missing:
            remark(f"drawn as Textual draws, since it has no {', '.join(self.missing)}")

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The private names of Textual that drawing leans on, and that are not there."""
        compositor = getattr(self, "_compositor", None)
        wanted = (
            (Screen, ("_compositor_refresh",)),
            (self, ("_compositor", "_dirty_widgets")),
            (compositor, ("_dirty_regions", "_render_chops")),
            (self.app, ("_driver", "_batch_count", "_running", "_closed")),
        )
        return tuple(name for owner, names in wanted for name in names if not hasattr(owner, name))

    def _compositor_refresh(self) -> None:
        """Called when something may have changed."""
        if self.missing or not isinstance(driver := self.app._driver, SafeDriver):
            super()._compositor_refresh()
            return
        app, compositor = self.app, self._compositor
        if self is not app.screen or app._batch_count or not app._running or app._closed:
            return
        if compositor._dirty_regions:
            size = self.outer_size
            changed = {y for region in compositor._dirty_regions for y in region.line_range if 0 <= y < size.height}
            rows = changed if driver.knows(size) else set(range(size.height))
            compositor._dirty_regions.clear()
            pieces = compositor._render_chops(size.region, rows.__contains__)
            cursor = size.clamp_offset(app.cursor_position)
            driver.draw({y: Strip.join(pieces[y].values()) for y in sorted(rows)}, size, (cursor.x, cursor.y))
        self._dirty_widgets.clear()
