"""The map to scale, and how the routes and borders on it stand; no part of the minutes."""

from collections.abc import Iterator
from typing import Literal

from caucasus_tui.brief.claims import cited_claim
from caucasus_tui.brief.model import Drawing, Lettering, Line, Section
from caucasus_tui.dossier.model import Dossier, Outline
from caucasus_tui.page.map.lettering import Placed
from caucasus_tui.page.map.picture import Picture, picture
from caucasus_tui.page.map.scaled import signs_of, whose
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows.widths import cell_width

SIZE = (100, 34)
"""Cells, whose names are placed as on a screen."""
CELL = (6.0, 12.0)
"""Units. Letters ten units high are seldom wider than that."""
BASE = 9.0


def section_with_map(dossier: Dossier, outline: Outline) -> list[Section]:
    """The section; none where no place has coordinates."""
    drawn = picture(dossier.places, tuple(dossier.about.route_states.items()), outline, *SIZE)
    if drawn is None:
        return []
    routes = [place for place in dossier.places if place.status]
    told = [f"{number} {label.texts[0]}" for number, label in enumerate(drawn.numbered, 1)]
    told += [f"no room for {label.texts[0]}" for label in drawn.left_out]
    note = [f"{CURATOR.glyph} drawn by us, to scale", whose(outline), *told, signs_of(drawn)]
    return [
        Section(
            key="map",
            title="Routes and borders",
            noun="routes",
            lines=tuple(
                Line(head=route.title, claims=tuple(cited_claim(dossier, s) for s in route.status), about=route.ref)
                for route in routes
            ),
            listed=True,
            drawing=_drawing(drawn, f"{'; '.join(filter(None, note))}."),
        )
    ]


def _drawing(drawn: Picture, note: str) -> Drawing:
    across, down = CELL
    letterings = [one for found in drawn.placed for one in _letterings(found)]
    top = drawn.height * down
    letterings.append(
        Lettering(text=f"{drawn.km} km", x=drawn.bar * across + 4, y=top + BASE, anchor="start", faint=True)
    )
    bar = tuple((x, top + y) for x, y in ((0.0, 3.0), (0.0, 9.0), (0.0, 6.0), (drawn.bar * across, 6.0)))
    bar += ((drawn.bar * across, top + 3), (drawn.bar * across, top + 9))
    names = ", ".join(found.text for found in drawn.placed)
    return Drawing(
        width=drawn.width * across,
        height=top + down,
        lines=(*(tuple((dot.x * across / 2, dot.y * down / 4) for dot in part) for part in drawn.parts), bar),
        letterings=tuple(letterings),
        note=note,
        said=f"Map to scale with coasts and borders. On it: {names}.",
    )


def _letterings(found: Placed) -> Iterator[Lettering]:
    """A label and its mark, which it keeps close to whatever letters it is set in."""
    label, (across, down) = found.label, CELL
    strong, faint = label.role == "strong", label.role == CURATOR.role
    width = cell_width(found.text)
    beside = bool(label.mark) and found.y == label.y
    anchor: Literal["start", "middle", "end"] = "middle" if not beside else "start" if found.x > label.x else "end"
    x = found.x + {"start": 0.0, "middle": width / 2, "end": float(width)}[anchor]
    y = found.y * down + BASE
    yield Lettering(text=found.text, x=x * across, y=y, anchor=anchor, strong=strong, faint=faint)
    if label.mark:
        yield Lettering(text=label.mark, x=(label.x + 0.5) * across, y=label.y * down + BASE, faint=faint)
