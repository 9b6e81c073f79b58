"""Every pane of a dossier whose texts are all longer than they should be, made to its end."""

import pytest

from caucasus_tui.page.lens import Lens
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at
from tests.conftest import TODAY
from tests.terminal.hostile import PAYLOADS, hostile


@pytest.mark.parametrize("kind", PAYLOADS)
def test_every_pane_is_made_to_its_end(kind: str) -> None:
    told = hostile(kind)
    for width in (40, 78, 138):
        for pane in PANES:
            for zoomed in (False, True):
                page = page_at(told, f"pane:{pane}", Lens(width=width, today=TODAY, zoomed=zoomed))
                assert [*page.rows], (pane, width)
