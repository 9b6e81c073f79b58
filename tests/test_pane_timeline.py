"""The timeline: a year is left out only where a line above has said it."""

from msgspec.structs import replace

from caucasus_tui.dossier.model import Dossier, Edtf, When
from caucasus_tui.page.rows.row import plain
from tests.pages import page_of


def test_what_stands_above_the_as_of_keeps_its_year(tiny: Dossier) -> None:
    about = replace(tiny.about, as_of=When(edtf=Edtf("2024-05-02"), role="as-of", as_stated="-"))
    one, other = tiny.events[:2]
    days = (replace(one.when, edtf=Edtf("2024-03-03")), replace(other.when, edtf=Edtf("2024-09-03")))
    events = tuple(replace(event, when=day) for event, day in zip((one, other), days, strict=True))
    made = replace(tiny, about=about, events=events)
    page = plain(page_of(made, "timeline").rows)
    before, after = page.split("ahead of it")
    assert "3 Mar 2024" in before and "3 Sep" in after and "3 Sep 2024" not in after
