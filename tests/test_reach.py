"""Everything in the dossier is within a digit, a move and `enter`: nothing is left where no key leads."""

from datetime import date

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.pane_names import LATER_PANES, PANE_KINDS
from caucasus_tui.dossier.model.sources import Layer
from caucasus_tui.page.lens import Lens
from caucasus_tui.panes.router import page_at

WIDTH = 78


def subjects(dossier: Dossier, name: str) -> set[str]:
    """Every address that the cursor can rest on in a pane, plain and zoomed."""
    layers: frozenset[Layer] = frozenset({"later"} if name in (*LATER_PANES, "timeline") else ())
    lenses = (Lens(width=WIDTH, today=date(2026, 11, 23), zoomed=zoomed, layers=layers) for zoomed in (False, True))
    pages = [page_at(dossier, f"pane:{name}", lens) for lens in lenses]
    return {stop.subject for page in pages for line in page.rows for stop in line.stops()}


@pytest.mark.parametrize(("name", "kinds"), PANE_KINDS.items())
def test_every_record_stands_in_its_pane(real: Dossier, name: str, kinds: tuple[str, ...]) -> None:
    expected = {record.ref for record in real.whole.records() if record.kind in kinds}
    assert expected
    assert expected - subjects(real, name) == set()


def test_every_paragraph_stands_in_the_sources_pane(real: Dossier) -> None:
    expected = {f"{source.id}:{paragraph.id}" for source in real.sources for paragraph in source.paragraphs}
    assert expected - subjects(real, "sources") == set()


def test_every_kind_of_record_has_a_pane_or_a_question_list(real: Dossier) -> None:
    shown = {kind for kinds in PANE_KINDS.values() for kind in kinds}
    # Questions are what `a` lists, points what a meeting sheet is made of.
    assert {record.kind for record in real.whole.records()} - shown == {"question", "point"}
