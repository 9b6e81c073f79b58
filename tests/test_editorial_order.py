"""What comes first is decided once: the panes and the brief tell it in the same order."""

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.views.effects import by_effect, targets_in_order
from caucasus_tui.dossier.views.order import agreements_in_order, asks_in_order
from caucasus_tui.page.lens import Lens
from caucasus_tui.panes.router import page_at
from tests.briefs import brief_of
from tests.conftest import TODAY

LENS = Lens(width=78, today=TODAY)


def test_agreements_stand_in_one_order(real: Dossier) -> None:
    wanted = [agreement.ref for agreement in agreements_in_order(real.agreements) if agreement.terms]
    shown = [row.subject for row in page_at(real, "pane:terms", LENS).rows if row.subject.startswith("agreement:")]
    assert shown == wanted
    concluded = [agreement.status in ("in-force", "lapsed") for agreement in agreements_in_order(real.agreements)]
    assert concluded == sorted(concluded, reverse=True)


def test_asks_stand_in_one_order(real: Dossier) -> None:
    wanted = [item.ref for item in asks_in_order(real.recommendations)]
    rows = page_at(real, "pane:recommendations", LENS).rows
    assert [row.subject for row in rows if row.subject.startswith("recommendation:")] == wanted
    (asks,) = (section for section in brief_of(real, minutes=15).sections if section.key == "asks")
    told = list(dict.fromkeys(line.about for line in asks.lines))
    assert told == [ref for ref in wanted if ref in told]


def test_a_lever_has_one_effect_and_no_lever_is_lost(real: Dossier) -> None:
    groups = by_effect(real, real.levers)
    assert sorted(lever.id for _, group in groups for lever in group) == sorted(lever.id for lever in real.levers)


def test_the_first_column_is_that_of_the_other_side(real: Dossier) -> None:
    first, *_ = targets_in_order(real, real.levers)
    head = page_at(real, "pane:leverage", LENS).rows[0]
    assert next(span.subject for span in head.spans if span.subject) == f"actor:{first}"
