"""The map to scale as rows: the outline in braille, labels over it, below what the signs mean and whose it is."""

from caucasus_tui.dossier.model import Outline, Place
from caucasus_tui.dossier.model.frame_words import RouteLine
from caucasus_tui.page.map.canvas import Canvas
from caucasus_tui.page.map.picture import AS_A_WHOLE, STATES, Closer, Picture, picture
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows import NBSP, Row, Span, cell_width, glued, wrap

LEAST = (58, 11)
"""Cells, width and height, below which the schematic map says more."""
LEAST_FOOT = 3
"""Rows below a map, at least: fewer are left blank."""
NO_POSITION = "not a position on any border"


def scaled_rows(
    places: tuple[Place, ...],
    states: tuple[tuple[str, RouteLine], ...],
    outline: Outline,
    width: int,
    height: int,
    closer: Closer = AS_A_WHOLE,
) -> tuple[Row, ...]:
    """The map with its foot in at most `width` × `height` cells, but at least as high as `LEAST`; empty where nothing
    has coordinates."""
    if width < LEAST[0]:
        return ()
    drawing: list[Row] = []
    foot: list[Row] = []
    below = LEAST_FOOT
    for _ in range(3):  # what the foot has to say depends on what found no room
        drawn = picture(places, states, outline, width, max(height - below, LEAST[1]), closer)
        if drawn is None:
            return ()
        drawing, foot = _drawing(drawn), foot_rows(drawn, outline, width)
        if len(foot) <= below:
            break
        below = len(foot)
    return (*drawing, *foot)


def _drawing(drawn: Picture) -> list[Row]:
    canvas = Canvas(drawn.width, drawn.height)
    cells = set(drawn.ink)
    for found in drawn.placed:
        cells -= {(x, found.y) for x in range(found.x - 1, found.x + cell_width(found.text) + 1)}
    for x, y in cells:
        canvas.write(x, y, Span(drawn.ink[x, y], "dim"))
    for found in drawn.placed:
        label = found.label
        if label.mark:
            canvas.write(label.x, label.y, Span(label.mark, label.role, label.subject))
        canvas.write(found.x, found.y, Span(found.text, label.role, label.subject))
    return canvas.rows()


def foot_rows(drawn: Picture, outline: Outline, width: int) -> list[Row]:
    """Whose the outlines are, the scale, what found no room for its name, and what the signs mean."""
    bar = f"├{'─' * max(drawn.bar - 2, 0)}┤ {drawn.km} km (+ -)"
    spans = [Span(f"{whose(outline)} · {glued(bar)}", "dim")]
    for number, label in enumerate(drawn.numbered, 1):
        spans += [Span(" · "), Span(f"{number}{NBSP}", "strong"), Span(label.texts[0], "text", label.subject)]
    for what, labels in (("no room for", drawn.left_out), ("beyond the edge:", drawn.beyond)):
        for number, label in enumerate(labels):
            text = label.texts[0].lstrip("↑↓←→ ")
            spans += [Span(", " if number else f" · {what} ", "dim"), Span(text, "text", label.subject)]
    signs = signs_of(drawn)
    return [Row(line) for line in (*wrap(spans, width), *(wrap([Span(signs, "dim")], width) if signs else ()))]


def whose(outline: Outline) -> str:
    """Where the outlines are from, and that they take no side."""
    named = f"outlines: {outline.attribution}" if outline.attribution else "outlines of unstated origin"
    return f"{named}; {NO_POSITION}"


def signs_of(drawn: Picture) -> str:
    """What the signs on the map mean, those alone that are there."""
    said = [f"{CURATOR.glyph} beside a name: for orientation, in no source"] if drawn.towns else []
    if drawn.states:
        signs = ", ".join(glued(f"{STATES[line]} {line.replace('-', ' ')}") for line in drawn.states)
        said.append(f"{signs}: a route at its point or its two ends; no course is drawn")
    return " · ".join(said)
