"""`--minutes`: whole lines, in a declared order, within the words that can be read; never the as-of, hedges or gaps."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caucasus_tui.brief.choices import MOST_MINUTES, SECTIONS
from caucasus_tui.brief.fit import IMPORTANCE, IMPORTANCE_FOR_A_MEETING, IMPORTANCE_FOR_ACTOR, importance
from caucasus_tui.brief.model import WORDS_A_MINUTE, Brief
from caucasus_tui.brief.reading_time import brief_words
from caucasus_tui.brief.screen_pages import reading_pages
from caucasus_tui.brief.wording import line_text
from caucasus_tui.dossier.model.dossier import Dossier
from tests.briefs import brief_of, made, squeezed

MINUTES = st.integers(1, MOST_MINUTES)
ACTORS = st.sampled_from(["", "azerbaijan", "armenia", "russia", "eu", "iran", "putin", "karabakh-armenians"])
PICKS = st.lists(st.sampled_from(SECTIONS), unique=True, max_size=4).map(tuple)
WITH_A_DOSSIER = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def said(brief: Brief) -> list[str]:
    """Every line but the references, which follow from the rest."""
    return [line_text(line) for section in brief.sections if section.key != "references" for line in section.lines]


@WITH_A_DOSSIER
@given(minutes=MINUTES, actor=ACTORS, sections=PICKS)
def test_it_keeps_within_the_words_or_to_what_must_stay(
    real: Dossier, minutes: int, actor: str, sections: tuple[str, ...]
) -> None:
    brief = brief_of(real, minutes=minutes, actor=actor, sections=sections)
    droppable = [line for line in brief.lines() if not line.always]
    assert brief_words(brief) <= minutes * WORDS_A_MINUTE or not droppable


@WITH_A_DOSSIER
@given(minutes=MINUTES, actor=ACTORS, sections=PICKS)
def test_lines_are_kept_whole_and_in_their_order(
    real: Dossier, minutes: int, actor: str, sections: tuple[str, ...]
) -> None:
    whole = iter(said(brief_of(real, actor=actor, sections=sections)))
    assert all(line in whole for line in said(brief_of(real, minutes=minutes, actor=actor, sections=sections)))


@WITH_A_DOSSIER
@given(fewer=MINUTES, more=MINUTES, actor=ACTORS)
def test_more_minutes_never_take_a_line_away(real: Dossier, fewer: int, more: int, actor: str) -> None:
    fewer, more = sorted((fewer, more))
    longer = iter(said(brief_of(real, minutes=more, actor=actor)))
    assert all(line in longer for line in said(brief_of(real, minutes=fewer, actor=actor)))


@WITH_A_DOSSIER
@given(minutes=MINUTES, actor=ACTORS)
def test_the_as_of_the_bottom_line_and_the_gaps_line_are_always_there(real: Dossier, minutes: int, actor: str) -> None:
    text = " ".join(made(brief_of(real, minutes=minutes, actor=actor), "text").split())
    assert "As of 26 Sep – 10 Oct 2023" in text and "3 years old" in text and "Old: more than 90 days" in text
    assert all(line.text in text for line in real.about.bottom_line)
    assert f"{len(real.gaps)} questions have no answer" in text


@WITH_A_DOSSIER
@given(minutes=MINUTES, actor=ACTORS, sections=PICKS)
def test_what_is_left_out_is_said(real: Dossier, minutes: int, actor: str, sections: tuple[str, ...]) -> None:
    brief = brief_of(real, minutes=minutes, actor=actor, sections=sections)
    whole = brief_of(real, actor=actor, sections=sections)
    gone = {section.key: len(section.lines) for section in whole.sections}
    for section in brief.sections:
        gone[section.key] -= len(section.lines)
    closing = ("sources", "references")
    missing = {section.noun for section in whole.sections if gone[section.key] and section.key not in closing}
    assert bool(brief.left_out) is bool(missing or gone.get("references"))
    for noun in missing:
        assert noun in brief.left_out


@pytest.mark.parametrize("minutes", range(1, MOST_MINUTES + 1))
def test_a_line_with_a_hedge_keeps_it(real: Dossier, minutes: int) -> None:
    for line in brief_of(real, minutes=minutes).lines():
        for claim in line.claims:
            for support in claim.support:
                assert support.hedge in line_text(line)


def test_three_minutes_hold_something_of_everything_that_a_meeting_needs(real: Dossier) -> None:
    kept = {section.key for section in brief_of(real, minutes=3).sections}
    assert kept >= {"bottom-line", "situation", "asks", "judgements", "position", "levers", "terms", "gaps"}
    assert kept >= {"tensions", "names", "sources"}


def test_the_order_names_sections_that_there_are_and_places_every_line(real: Dossier) -> None:
    assert {key for key, _ in (*IMPORTANCE, *IMPORTANCE_FOR_ACTOR, *IMPORTANCE_FOR_A_MEETING)} <= set(SECTIONS)
    brief = brief_of(real)
    closing = [section for section in brief.sections if section.key in ("sources", "references")]
    sections = [section for section in brief.sections if section not in closing]
    order = importance(sections, closing, brief)
    assert len(order) == len(set(order))
    assert len(order) == len(closing) + sum(not line.always for section in sections for line in section.lines)


def test_a_brief_that_fits_says_nothing_of_what_is_left_out(tiny: Dossier) -> None:
    assert not brief_of(tiny, minutes=15).left_out
    assert brief_of(tiny, minutes=15).sections == brief_of(tiny).sections


@pytest.mark.parametrize("width", [40, 78])
def test_pages_to_read_hold_the_whole_brief_and_count_its_words(real: Dossier, width: int) -> None:
    brief = brief_of(real, minutes=5)
    pages = reading_pages(brief, width)
    assert [page.key for page in pages] == [section.key for section in brief.sections]
    assert sum(page.words for page in pages) == brief_words(brief)
    assert max(row.width for page in pages for row in page.page.rows) <= width
    shown = squeezed("".join(row.text for page in pages for row in page.page.rows))
    assert all(squeezed(line) in shown for line in said(brief)) and squeezed(brief.left_out) in shown
