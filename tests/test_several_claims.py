"""A line or a cell that rests on several statements says each type and each hedge, and which is whose."""

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.model.dates import Edtf, When
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Cited
from caucasus_tui.page.claim import Basis, basis_of, cited_end
from caucasus_tui.page.claim.basis_spans import cited_by_type
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.line import record_lines
from caucasus_tui.page.marks import TYPE_MARKS
from caucasus_tui.page.rows import Row, Span, flowing
from caucasus_tui.panes.router import page_at
from tests.conftest import TODAY

FACT, MAY = Citation("valley-letter:p1.2"), Citation("valley-letter:p3.1")
"""A fact without a hedge, and a forecast with one."""
WIDTHS = [40, 60, 80, 120]


def shown(dossier: Dossier, address: str, width: int, **changes: object) -> str:
    rows = page_at(dossier, address, replace(Lens(width=width, today=TODAY), **changes)).rows
    return plain(rows)


def plain(rows: object) -> str:
    return " ".join(" ".join(row.text for row in rows).replace("\u00a0", " ").split())  # type: ignore[attr-defined]


def standing(tiny: Dossier) -> Dossier:
    """A word for how a term stands that two statements say."""
    first, *others = tiny.agreements
    word = Cited(text="shaken", cites=(FACT, MAY))
    term = replace(first.terms[0], status_word=word, contention=None, deadline=None)
    return replace(tiny, agreements=(replace(first, terms=(term, *first.terms[1:])), *others))


@pytest.mark.parametrize("width", WIDTHS)
def test_a_word_that_several_statements_say_has_them_all(tiny: Dossier, width: int) -> None:
    dossier = standing(tiny)
    said = dossier.statement(MAY)
    assert said and said.hedge
    pages = [shown(dossier, "pane:terms", width, zoomed=zoomed) for zoomed in (False, True)]
    term = dossier.agreements[0].terms[0]
    pages.append(plain(record_lines(dossier, term, Lens(width=width, today=TODAY), lead_said="nowhere")))
    for page in pages:
        after = page.partition("shaken")[2]
        assert "◆ p1.2 · △ p3.1" in after[:40] and f"p3.1 “{said.hedge.word}”" in after[:80], after[:120]


def test_each_citation_has_its_type_where_they_differ_and_none_twice(tiny: Dossier) -> None:
    fact, forecast = basis_of(tiny, (FACT, MAY)).claims
    unhedged = forecast._replace(hedge=None)
    mixed = cited_end(tiny, (unhedged, fact, fact, unhedged))
    assert plain([Row(tuple(mixed))]) == "△ p3.1 · ◆ p1.2 p1.2 · △ p3.1"
    assert plain([Row(tuple(cited_end(tiny, (fact, fact))))]) == "p1.2 p1.2"
    assert plain([Row(tuple(cited_end(tiny, (fact, fact), typed=True)))]) == "◆ p1.2 p1.2"


@pytest.mark.parametrize("width", WIDTHS)
def test_when_a_means_can_be_used_is_not_cut(tiny: Dossier, width: int) -> None:
    """However long the source's words for it are, what says so stands behind them."""
    long = "as soon as the masons of the lower valley have come back from the fair"
    window = When(edtf=Edtf("2031-06"), role="window", as_stated=long, year="inferred")
    levers = tuple(replace(lever, window=(window,)) for lever in tiny.levers)
    page = shown(replace(tiny, levers=levers), "pane:leverage", width, zoomed=True)
    assert page.count("from the fair") == len(levers) and "…" not in page, page


def test_a_hedge_stands_apart_from_the_citation_that_has_none(tiny: Dossier) -> None:
    """Of two forecasts, one with a hedge: a dot tells whose it is."""
    forecast = basis_of(tiny, (MAY,)).claims[0]
    spans = cited_by_type(tiny, Basis((forecast, forecast._replace(cite=FACT, hedge=None))))
    words = "".join(span.text for span in spans).replace("\u00a0", " ")
    assert words.endswith(") · p1.2") and words.count("△") == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_a_date_of_one_statement_stands_apart_from_the_hedge_of_another(tiny: Dossier, width: int) -> None:
    event = next(event for event in tiny.events if event.when.edtf)
    fact = tiny.statement(FACT)
    assert fact and fact.when
    dated = replace(event, cites=(MAY, FACT), when=fact.when)
    page = shown(replace(tiny, events=(dated,)), "pane:timeline", width)
    assert "p1.2 · " in page and "p3.1" in page.partition("p1.2 · ")[2], page


@pytest.mark.parametrize("width", range(30, 60))
def test_no_line_of_the_bottom_line_ends_in_a_type(tiny: Dossier, width: int) -> None:
    """A type and what it is the type of stay together."""
    spans = [Span("Lower Mill keeps the bridge closed. "), *cited_by_type(tiny, basis_of(tiny, (FACT, MAY)))]
    ends = tuple(mark.word for mark in TYPE_MARKS.values())
    for row in flowing(spans, width):
        assert not row.text.replace("\u00a0", " ").rstrip().endswith(ends), row.text
