"""The bundled dossier, whose words change: every page of it is made, at every width, whole and no wider than asked."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at
from tests.pages import LENS

FITS = 60


def addresses(dossier: Dossier) -> Iterator[str]:
    """Everything that has a page."""
    yield from (f"pane:{name}" for name in PANES)
    yield from ("ask:", "about:bottom-line")
    for question in dossier.questions:
        yield from (f"ask:{question.key}", f"behind:ask:{question.key}")
    for record in dossier.records():
        yield from (record.ref, f"behind:{record.ref}")
    for source in dossier.sources:
        yield from (f"source:{source.id}", f"behind:source:{source.id}")
        yield from (f"{source.id}:{paragraph.id}" for paragraph in source.paragraphs)
    yield from (str(cite) for cite, _ in dossier.statements())
    yield from {
        f"cell:{holder}/{target}" for lever in dossier.levers for holder in lever.holders for target in lever.targets
    }


@pytest.mark.parametrize("width", [24, 60, 80, 160])
def test_every_page_is_made_and_no_wider_than_the_screen(real: Dossier, width: int) -> None:
    lens = replace(LENS, width=width)
    for address in addresses(real):
        page = page_at(real, address, lens)
        words = plain(page.rows)
        assert words.strip() and "Nothing has the address" not in words and "Nothing here yet" not in words, address
        # Narrower than this a pane may run out of the screen, which cuts it.
        assert width < FITS or max(line.width for line in page.rows) <= width, address


@pytest.mark.parametrize("width", [60, 80, 160])
@pytest.mark.parametrize("name", PANES)
def test_every_pane_zoomed_lists_what_it_lists(real: Dossier, name: str, width: int) -> None:
    page = page_at(real, f"pane:{name}", replace(LENS, width=width, zoomed=True))
    assert len(page.rows) > page.header
    assert max(line.width for line in page.rows) <= width


def test_where_a_place_is_has_no_type_and_no_hedge_of_what_is_said_about_it(real: Dossier) -> None:
    """ "Nakhichevan, a territory" is not “planned, not in force”; that is the link to it."""
    rows = page_at(real, "pane:names", replace(LENS, width=100, pick="section:p")).rows
    still = {place.ref for place in real.places if not (place.joins or place.status)}
    lines = [row for row in rows if row.subject in still]
    assert {row.subject for row in lines} == still
    assert not {span.role for row in lines for span in row.spans} & {"hedge", "cite"}
