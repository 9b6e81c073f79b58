"""A screen whose changed lines go whole to our driver, which finds out what differs from what the terminal shows.

Textual's own way renders pieces of lines, and the lines would then have to be rendered again for the comparison.
"""

from textual.screen import Screen
from textual.strip import Strip

from caucasus_tui.tui.terminal.driver import SafeDriver


class DrawnScreen(Screen[None]):
    """Overrides a private method of Textual 8.2, pinned by a test. Nothing below it shows through."""

    def _compositor_refresh(self) -> None:
        """Called when something may have changed."""
        app, compositor = self.app, self._compositor
        driver = app._driver
        if not isinstance(driver, SafeDriver):
            super()._compositor_refresh()
            return
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
