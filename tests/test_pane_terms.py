"""The terms: who owes what is the source's, or marked as read from the term."""

from caucasus_tui.brief.wording import line_text
from caucasus_tui.dossier.model.dossier import Dossier
from tests.briefs import brief_of
from tests.pages import page_of, running


def test_who_owes_a_point_by_our_reading_is_marked_so(real: Dossier) -> None:
    words = running(page_of(real, "terms", width=116, zoomed=True))
    assert "owed by Azerbaijan, Local representatives (implied)" in words
    assert "owed by Karabakh Armenian forces · guarantor" in words
    told = " ".join(map(line_text, brief_of(real, sections=("terms",)).lines()))
    assert "owed by Azerbaijan, Local representatives (implied); no guarantor" in told
