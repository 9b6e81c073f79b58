"""A screen whose picture goes whole to our driver, which finds out what differs from what the terminal shows.

Textual's own way renders what changed, and would then have to be rendered again for the comparison.
"""

from textual.screen import Screen

from caucasus_tui.tui.driver import SafeDriver


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
            compositor._dirty_regions.clear()
            cursor = self.outer_size.clamp_offset(app.cursor_position)
            driver.draw(compositor.render_strips(), self.outer_size, (cursor.x, cursor.y))
        self._dirty_widgets.clear()
