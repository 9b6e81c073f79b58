"""Every pane of a dossier whose texts are all longer than they should be, made to its end."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.lens import Lens
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at
from tests.conftest import TODAY
from tests.terminal.hostile import PAYLOADS, hostile

LONG = "of the Federation of the villages, valleys and bridges on both banks of the river 漢字中文"


def with_long_titles(dossier: Dossier) -> Dossier:
    """Every record called after what it was, and at length."""
    longer = {
        field: tuple(replace(record, title=f"{record.title} {LONG}") for record in getattr(dossier, field))
        for field in ("actors", "places", "events", "levers", "agreements", "conditions", "tracks", "scenarios", "gaps")
    }
    return replace(dossier, **longer)


@pytest.mark.parametrize("width", [38, 58, 78, 98, 118])
def test_no_row_is_wider_than_its_page(real: Dossier, tiny: Dossier, width: int) -> None:
    for dossier in (real, tiny, with_long_titles(tiny)):
        refs = [record.ref for record in dossier.records()][:: 9 if dossier is real else 2]
        places = [*refs, *(f"compare:{one}={other}" for one, other in pairwise(refs)), "lever:none-of-this-name-at-all"]
        for place in (*places, *(f"pane:{name}" for name in PANES)):
            for zoomed in (False, True) if place.startswith("pane:") else (False,):
                page = page_at(dossier, place, Lens(width=width, today=TODAY, zoomed=zoomed))
                wide = [row.text for row in page.rows if row.width > width]
                assert not wide, f"{place}: {wide[0]}"


@pytest.mark.parametrize("kind", PAYLOADS)
def test_every_pane_is_made_to_its_end(kind: str) -> None:
    told = hostile(kind)
    for width in (40, 78, 138):
        for pane in PANES:
            for zoomed in (False, True):
                page = page_at(told, f"pane:{pane}", Lens(width=width, today=TODAY, zoomed=zoomed))
                assert [*page.rows], (pane, width)
