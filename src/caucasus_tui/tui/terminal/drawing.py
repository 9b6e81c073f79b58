"""A screen whose changed lines go whole to our driver, which finds out what differs from what the terminal shows.

Textual's own way renders pieces of lines, and the lines would then have to be rendered again for the comparison.
"""

from functools import cached_property
from operator import itemgetter

from textual import events
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from caucasus_tui.crash import remark
from caucasus_tui.tui.terminal.driver import SafeDriver


class DrawnScreen(Screen[None]):
    """Overrides a private method of Textual, pinned by a test. Nothing below it shows through. Where a name that this
    leans on is gone, Textual draws as it always does: more bytes, and no worse picture."""

    def on_mount(self) -> None:
        """Say in the log what is missing, once; a screen that is not drawn from here would never find out."""
        if self.missing:
            remark(f"drawn as Textual draws, since it has no {', '.join(self.missing)}")

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """The first time its views have just been given their styles."""
        event.refresh_styles = event.refresh_styles and self.stack_updates > 0

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The private names of Textual that drawing leans on, and that are not there."""
        compositor = getattr(self, "_compositor", None)
        wanted = (
            (Screen, ("_compositor_refresh", "_refresh_layout")),
            (Widget, ("_check_refresh",)),
            (self, ("_compositor", "_dirty_widgets")),
            (self, ("_layout_required", "_repaint_required")),
            (compositor, ("_dirty_regions", "_render_chops", "update_widgets", "visible_widgets")),
            (self.app, ("_driver", "_batch_count", "_running", "_closed")),
        )
        return tuple(name for owner, names in wanted for name in names if not hasattr(owner, name))

    @property
    def is_drawn(self) -> bool:
        """Whether nothing waits to be drawn."""
        if self.missing:
            return True
        waits = (view._repaint_required or view._layout_required for view in self.walk_children(Widget))
        return not (self._layout_required or self._compositor._dirty_regions or self._dirty_widgets or any(waits))

    def draw_now(self) -> None:
        """Draw what has changed so far, without waiting until the views have told. Not where their places have to be
        found first: that is Textual's, and ends in a picture too."""
        app, compositor = self.app, self._compositor
        if self.missing or self is not app.screen or app._batch_count or self._layout_required:
            return
        changed = [view for view in self.walk_children(Widget) if view._repaint_required or view._layout_required]
        if any(view._layout_required for view in changed):
            return
        for view in changed:
            view._repaint_required = False
        compositor.update_widgets(compositor.visible_widgets.keys() & {*changed, *self._dirty_widgets})
        self._compositor_refresh()

    def lay_out_now(self, size: Size | None = None) -> None:
        """Give the views their places without waiting until they have told, for a key that acts on them at once, or in
        a terminal that has another `size` by now. What is then to be seen is drawn later."""
        if self.missing or self.app._batch_count:
            return
        waiting = [view for view in self.walk_children(Widget) if view._layout_required]
        if waiting or self._layout_required or (size or self.outer_size) != self.outer_size:
            with self.app.batch_update():
                for view in waiting:
                    view._check_refresh()
                self._refresh_layout(size)

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
            lines = self._tiled(rows)
            if lines is None:
                pieces = compositor._render_chops(size.region, rows.__contains__)
                lines = {y: Strip.join(pieces[y].values()) for y in sorted(rows)}
            cursor = size.clamp_offset(app.cursor_position)
            driver.draw(lines, size, (cursor.x, cursor.y))
        self._dirty_widgets.clear()

    def _tiled(self, rows: set[int]) -> dict[int, Strip] | None:
        """The lines of rows that views side by side fill wholly, each asked for those alone; else None. Textual asks
        every view for all of its lines."""
        pieces: dict[int, list[tuple[int, Strip]]] = {y: [] for y in sorted(rows)}
        room = dict.fromkeys(rows, self.outer_size.width)
        for widget, (region, clip) in self._compositor.visible_widgets.items():  # what lies on top comes first
            seen = region.intersection(clip)
            own = [y for y in seen.line_range if room.get(y)]
            if not own:
                continue
            if seen != region:
                return None
            strips = widget.render_lines(Region(0, own[0] - region.y, region.width, own[-1] - own[0] + 1))
            for y in own:
                pieces[y].append((region.x, strips[y - own[0]]))
                room[y] -= region.width
        if any(room.values()):
            return None
        return {y: Strip.join(strip for _, strip in sorted(line, key=itemgetter(0))) for y, line in pieces.items()}
