"""Levers of many actors cost what there is of them, not what every holder could do to every target."""

import sys
from types import FrameType
from typing import Any

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.model import ActorId, Dossier
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.growing import GrowingRows
from caucasus_tui.panes import leverage
from tests.pages import LENS


def with_levers(dossier: Dossier, many: int) -> Dossier:
    """As many actors as levers, each lever held by one of them upon the next."""
    someone, lever = dossier.actors[0], dossier.levers[0]
    names = [ActorId(f"a{number}") for number in range(many)]
    return replace(
        dossier,
        actors=tuple(replace(someone, id=name, short=name) for name in names),
        levers=tuple(
            replace(lever, id=f"l{at}", holders=(name,), targets=(names[at - 1],)) for at, name in enumerate(names)
        ),
    )


def lines_run(dossier: Dossier, lens: Lens) -> int:
    """How many lines of the pane's own module run until its first screen is there."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if frame.f_code.co_filename != leverage.__file__:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        [*leverage.leverage(dossier, lens).rows[:24]]
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("straight", [False, True])
def test_twice_the_actors_cost_about_twice_as_much(tiny: Dossier, lens: Lens, straight: bool) -> None:
    shown = replace(lens, straight=straight)
    few, many = (lines_run(with_levers(tiny, count), shown) for count in (50, 100))
    assert many < 2.5 * few


def test_for_a_place_that_no_line_of_the_matrix_leads_to_none_is_made(tiny: Dossier, lens: Lens) -> None:
    rows = leverage.leverage(with_levers(tiny, 50), lens).rows
    assert isinstance(rows, GrowingRows)
    assert rows.place("event:none") is None and not rows.made.holds(1)
    assert rows.place("cell:a40/a38") is None and not rows.made.holds(1)
    at = rows.place("cell:a40/a39")
    assert at is not None and rows[at].leads_to("actor:a40")


@pytest.mark.parametrize("width", range(20, 120, 3))
def test_the_corner_never_says_that_rows_are_those_acted_upon(edition: Dossier, tiny: Dossier, width: int) -> None:
    for dossier in (edition, tiny, with_levers(tiny, 3)):
        head = leverage.leverage(dossier, replace(LENS, width=width)).rows[0].text
        assert "upon →" not in head or "holds ↓" in head
