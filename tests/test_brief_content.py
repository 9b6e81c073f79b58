"""What is in a brief: the parts in their order, each line with who says so."""

from datetime import date
from typing import Any

import pytest

from caucasus_tui.brief.build import build
from caucasus_tui.brief.choices import SECTIONS
from caucasus_tui.brief.model import Line, Request
from caucasus_tui.brief.wording import line_text
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from tests.briefs import brief_of, made

FOR_AN_ACTOR = ("position", "upon", "outlook")


def lines(dossier: Dossier, key: str, **asked: Any) -> list[Line]:
    brief = brief_of(dossier, **asked)
    return [line for section in brief.sections if section.key == key for line in section.lines]


def text(dossier: Dossier, key: str, **asked: Any) -> str:
    return "\n".join(map(line_text, lines(dossier, key, **asked)))


def test_the_sections_stand_in_the_order_of_a_meeting(real: Dossier) -> None:
    shown = [section.key for section in brief_of(real).sections]
    assert shown == [key for key in SECTIONS if key not in FOR_AN_ACTOR]


def test_every_line_says_who_stands_behind_it(real: Dossier) -> None:
    for section in brief_of(real).sections:
        for line in section.lines:
            if section.key == "references":
                continue
            assert line.claims, line
            for claim in line.claims:
                spoken = set(claim.voices)
                assert spoken
                assert claim.support or spoken <= {"curator", "gap"}, line


def test_a_statement_is_printed_whole_with_type_hedge_and_citation(real: Dossier) -> None:
    for cite in real.about.key_judgements:
        statement = real.statement(cite)
        assert statement
        shown = next(line for line in lines(real, "judgements") if line.about == cite)
        assert statement.text in line_text(shown)
        assert str(cite) in line_text(shown)
        if statement.hedge:
            assert f" {hedge_words(statement.hedge)} [" in line_text(shown)


def test_what_rests_on_several_statements_keeps_each_hedge_with_its_citation(edition: Dossier) -> None:
    assert "p4.4 “impossible” (stated without hedge), p11.2 “unlikely” (PHIA: unlikely, 25–35 %)]" in text(
        edition, "tensions"
    )


def test_what_the_curator_infers_carries_no_hedge_of_its_own(real: Dossier) -> None:
    for line in brief_of(real, actor="russia").lines():
        for claim in line.claims:
            if claim.voices == ("curator",) and len(claim.support) == 1 and claim.support[0].hedge:
                assert f"{claim.support[0].cite} {claim.support[0].hedge}" in line_text(line)


def test_the_bottom_line_is_at_most_forty_words(real: Dossier) -> None:
    assert len(lines(real, "bottom-line")[0].claims[0].text.split()) <= 40


@pytest.mark.parametrize(
    ("today", "state", "old"),
    [
        (date(2023, 9, 28), "in 3 to 12 days", False),
        (date(2023, 10, 5), "open, at most 5 days left", False),
        (date(2026, 11, 23), "passed 3 years ago", True),
    ],
    ids=["ahead", "open", "passed"],
)
def test_windows_and_age_are_reckoned_from_the_day_given(edition: Dossier, today: date, state: str, old: bool) -> None:
    brief = build(edition, Request(today=today))
    window = next(line for line in brief.lines() if line.about == "event:epc-summit")
    assert window.head.endswith(state)
    assert bool(brief.banner) is old


def test_each_window_is_there_once_and_the_next_one_first(real: Dossier, tiny: Dossier) -> None:
    heads = [line.head for line in lines(real, "windows")]
    assert len(heads) == len(set(heads))
    brief = build(tiny, Request(today=date(2031, 7, 1), sections=("windows",)))
    assert ["in 184 days" in line.head or "passed" in line.head for line in brief.lines()] == [True, True]
    assert "passed" in list(brief.lines())[1].head


def test_levers_that_restrain_come_first_and_usable_ones_before_dead_ones(edition: Dossier) -> None:
    found = lines(edition, "levers")
    assert list(dict.fromkeys(line.group for line in found)) == ["To restrain", "To enable or cover", "Other means"]
    facts = [line.facts for line in found if line.group == "To restrain" and "Azerbaijan" in line.head.split("upon")[1]]
    statuses = [next(word for word in ("latent", "exercised", "eroded", "denied") if word in fact) for fact in facts]
    assert statuses == sorted(statuses, key=("latent", "exercised", "eroded", "denied").index)
    assert len(found) == len(edition.levers)


def test_the_most_contested_term_comes_first_with_its_obstacles(edition: Dossier) -> None:
    found = lines(edition, "terms")
    assert found[0].about == "term:2023-status-talks"
    assert "no guarantor named" in found[0].facts
    word = next(claim for claim in found[0].claims if claim.name == "Standing")
    assert (word.text, word.voices, word.support[0].cite) == ("“highly contentious”", ("forecast",), "ecfr-2023:p9.5")
    assert [line.claims[0].name for line in found[1:5]] == ["Obstacle"] * 4
    assert {line.about for line in found} >= {f"term:{term.id}" for one in edition.agreements for term in one.terms}


def test_gaps_are_counted_and_bounded_ones_come_first(edition: Dossier) -> None:
    found = lines(edition, "gaps")
    assert line_text(found[0]).startswith(f"Gap: {len(edition.gaps)} questions have no answer")
    bounded = ["bounds" in line_text(line) for line in found[1:]]
    assert bounded == sorted(bounded, reverse=True)
    assert any(line.head == "On which day did the offensive begin?" for line in found)


def test_a_line_names_the_tensions_that_touch_its_citation(edition: Dossier) -> None:
    assert "[ecfr-2023:p9.1; tension\u00a0T4]".replace("\u00a0", " ") in text(edition, "judgements")


def test_sources_come_with_standpoint_and_every_limit(real: Dossier) -> None:
    shown = text(real, "sources")
    for source in real.sources:
        assert source.standpoint in shown
        assert all(limit in shown for limit in source.limits)
    assert lines(real, "sources")[0].about == "source:ecfr-2023"


def test_references_name_each_paragraph_cited_and_no_other(real: Dossier) -> None:
    brief = brief_of(real)
    cited = {one.cite for line in brief.lines() for claim in line.claims for one in claim.support}
    named = {line.about for line in brief.sections[-1].lines}
    assert named == {f"{cite.source}:{cite.paragraph}" for cite in cited}


def test_for_an_actor_every_lever_held_and_suffered_is_there(edition: Dossier) -> None:
    held = {line.about for line in lines(edition, "levers", actor="azerbaijan")}
    upon = {line.about for line in lines(edition, "upon", actor="azerbaijan")}
    assert held == {lever.ref for lever in edition.levers if "azerbaijan" in lever.holders}
    assert "lever:eu-economic" in upon and "lever:ru-guarantee" in upon and not held & upon


def test_for_an_actor_its_members_count_as_the_actor(edition: Dossier) -> None:
    assert "asks" in {section.key for section in brief_of(edition, actor="armenia").sections}
    assert "event:contingent-term-ends" in {line.about for line in lines(edition, "windows", actor="russia")}


def test_for_an_actor_absence_is_an_answer(edition: Dossier) -> None:
    assert "For this actor the dossier has no key judgement, no dated window" in text(edition, "gaps", actor="iran")
    assert text(edition, "asks", actor="iran", sections=("asks",)) == "Gap: For this actor the dossier has no ask."


def test_a_person_is_named_with_the_state(edition: Dossier) -> None:
    assert brief_of(edition, actor="putin").title.endswith("Vladimir Putin (Russia)")


def test_an_unknown_actor_is_refused(real: Dossier) -> None:
    with pytest.raises(KeyError):
        brief_of(real, actor="atlantis")


def test_sections_picked_stand_alone_but_keep_the_as_of(real: Dossier) -> None:
    brief = brief_of(real, sections=("gaps", "asks"))
    assert [section.key for section in brief.sections] == ["asks", "gaps"]
    assert "As of 26 Sep – 10 Oct 2023" in made(brief, "text")
    whole = {section.key: section for section in brief_of(real).sections}
    assert brief.sections == (whole["asks"], whole["gaps"])


def test_an_agreement_that_is_not_taken_apart_is_there_too(tiny: Dossier) -> None:
    assert "Grain for an early opening: offered; between Upper Mill, Lower Mill." in text(tiny, "terms")
