"""The terms: who owes what is the source's, or marked as read from the term."""

import re

from msgspec.structs import replace

from caucasus_tui.brief.wording import line_text
from caucasus_tui.dossier.model import Edtf, When
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.panes.router import page_at
from tests.briefs import brief_of
from tests.pages import LENS, page_of, running


def test_who_owes_a_point_by_our_reading_is_marked_so(real: Dossier) -> None:
    words = running(page_of(real, "terms", width=116, zoomed=True))
    assert "owed by Azerbaijan, Local representatives (implied)" in words
    assert "owed by Karabakh Armenian forces · guarantor" in words
    told = " ".join(map(line_text, brief_of(real, sections=("terms",)).lines()))
    assert "owed by Azerbaijan, Local representatives (implied); no guarantor" in told


def changed(dossier: Dossier, **values: object) -> Dossier:
    """A dossier in which the first term of its first agreement has other values."""
    agreement, *others = dossier.agreements
    term = replace(agreement.terms[0], **values)
    return replace(dossier, agreements=(replace(agreement, terms=(term, *agreement.terms[1:])), *others))


def test_what_became_of_a_point_is_told_although_its_date_has_passed_and_is_ours(tiny: Dossier) -> None:
    due = When(edtf=Edtf("2024-04-02"), role="deadline", as_stated="within a month")
    broken = changed(tiny, status="breached", status_word=None, contention=None, deadline=due)
    assert re.search(r"mended breached □ +◆", running(page_of(broken, "terms", width=78)))
    told = " ".join(map(line_text, brief_of(broken, sections=("terms",)).lines()))
    assert "breached (our reading); owed by" in told
    agreed = changed(tiny, status="agreed", status_word=None, contention=None, deadline=due)
    assert "within a month · passed" in running(page_of(agreed, "terms", width=78))


def test_a_record_and_a_statement_say_that_their_date_has_passed(tiny: Dossier) -> None:
    due = When(edtf=Edtf("2024-04-02"), role="deadline", as_stated="within a month")
    term = changed(tiny, deadline=due).agreements[0].terms[0]
    assert "2 Apr 2024, passed 2 years ago" in running(page_at(changed(tiny, deadline=due), term.ref, LENS))
