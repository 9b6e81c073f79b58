"""What is in a brief: the parts in their order, each line with who says so."""

import re
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.angle import angle
from caucasus_tui.brief.build import build
from caucasus_tui.brief.choices import BRIEF, SHEET
from caucasus_tui.brief.model import Line, Request
from caucasus_tui.brief.parts.levers import HEADINGS
from caucasus_tui.brief.reading_time import brief_words
from caucasus_tui.brief.wording import line_text
from caucasus_tui.dossier.model import Citation, Cited, Derived
from caucasus_tui.dossier.model.dates import Edtf, When
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.sources import Author
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes.router import page_at
from tests.briefs import brief_of, made
from tests.conftest import TODAY

ASKS = ("r1-support-armenia", "r2-economic-leverage", "r3-summit")
FOR_AN_ACTOR = ("upon", "outlook")


def lines(dossier: Dossier, key: str, **asked: Any) -> list[Line]:
    brief = brief_of(dossier, **asked)
    return [line for section in brief.sections if section.key == key for line in section.lines]


def text(dossier: Dossier, key: str, **asked: Any) -> str:
    return "\n".join(map(line_text, lines(dossier, key, **asked)))


def test_the_sections_stand_in_the_order_of_a_meeting(real: Dossier) -> None:
    shown = [section.key for section in brief_of(real).sections]
    assert shown == [key for key in BRIEF if key not in FOR_AN_ACTOR]


def test_a_meeting_sheet_has_its_own_order(real: Dossier) -> None:
    for counterpart in ("azerbaijan", "armenia", "russia", "turkey", "united-states", "iran"):
        sheet = brief_of(real, counterpart=counterpart)
        assert [section.key for section in sheet.sections if section.key != "windows"] == [
            key for key in SHEET if key != "windows"
        ]
        assert sheet.title.endswith(f"Meeting with {real.record(f'actor:{counterpart}').title}")  # type: ignore[union-attr]


def test_what_they_will_say_stands_beside_what_the_text_gives_in_answer(real: Dossier) -> None:
    said = next(line for line in lines(real, "expect", counterpart="azerbaijan") if "internal" in line_text(line))
    assert [claim.name for claim in said.claims] == ["", "In answer", "In answer"]
    assert line_text(said).count("[curator, from ") == 3


def test_where_the_text_gives_nothing_the_sheet_says_so(real: Dossier) -> None:
    assert text(real, "points", counterpart="iran") == "The sources give nothing."
    assert "The sources give nothing in answer." in text(real, "expect", counterpart="russia")
    assert "The sources give nothing" not in text(real, "expect", counterpart="azerbaijan")


def test_every_section_of_a_sheet_says_something_dates_too(real: Dossier) -> None:
    for whom in {point.counterpart for point in real.points}:
        sections = {section.key: section for section in brief_of(real, counterpart=whom).sections}
        assert set(SHEET) == set(sections) and all(section.lines for section in sections.values()), whom
    assert "Early October" in text(real, "windows", counterpart="azerbaijan")
    assert text(real, "windows", counterpart="iran") == "The sources give nothing."


def test_one_minute_holds_what_happened_what_is_asked_and_by_when(real: Dossier) -> None:
    brief = brief_of(real, minutes=1)
    shown = made(brief, "text", 200)
    for word in ("offensive", "ceasefire", "disarm", "leaving", "blocked", "humanitarian crisis"):
        assert word in shown
    asks = [line for line in lines(real, "asks", minutes=1)]
    assert [line.about for line in asks] == [f"recommendation:{name}" for name in ASKS]
    assert all(line.head for line in asks) and "passed 3 years ago" in asks[2].head
    assert brief_words(brief) <= 200


def test_no_sentence_is_said_twice(real: Dossier) -> None:
    for asked in ({}, {"actor": "eu"}, {"actor": "armenia"}, {"counterpart": "azerbaijan"}):
        brief = brief_of(real, **asked)
        told = ("terms", "outlook", "tensions")  # here a sentence is the side or the lead of a record
        said = [
            claim.text
            for section in brief.sections
            if section.key not in told
            for line in section.lines
            for claim in line.claims
            if claim.text and claim.text != "The sources give nothing."
        ]
        assert len(said) == len(set(said)), [text for text in said if said.count(text) > 1]


def test_every_line_says_who_stands_behind_it(real: Dossier) -> None:
    for section in brief_of(real).sections:
        for line in section.lines:
            if section.listed or section.key == "references":
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
        assert cite.statement in line_text(shown)
        if statement.hedge:
            assert f" {hedge_words(statement.hedge)} [" in line_text(shown)


def test_what_rests_on_several_statements_keeps_each_hedge_with_its_citation(real: Dossier) -> None:
    shown = text(real, "tensions")
    assert "assessment: p4.4 “impossible” (stated without hedge); forecast: p11.2 “unlikely”" in shown


def test_what_the_curator_infers_carries_no_hedge_of_its_own(real: Dossier) -> None:
    for line in brief_of(real, actor="russia").lines():
        for claim in line.claims:
            if claim.voices == ("curator",) and len(claim.support) == 1 and claim.support[0].hedge:
                assert f"{claim.support[0].label} {claim.support[0].hedge}" in line_text(line)


def test_the_bottom_line_is_at_most_forty_words(real: Dossier) -> None:
    assert sum(len(claim.text.split()) for claim in lines(real, "bottom-line")[0].claims) <= 40


@pytest.mark.parametrize(
    ("today", "state", "old"),
    [
        (date(2023, 9, 28), "in 3 to 12 days", False),
        (date(2023, 10, 5), "open, at most 5 days left", False),
        (date(2026, 11, 23), "passed 3 years ago", True),
    ],
    ids=["ahead", "open", "passed"],
)
def test_windows_and_age_are_reckoned_from_the_day_given(real: Dossier, today: date, state: str, old: bool) -> None:
    brief = build(real, Request(today=today))
    window = next(line for line in brief.lines() if line.about == "recommendation:r3-summit")
    assert window.head.endswith(state)
    assert bool(brief.banner) is old


def test_each_window_is_there_once_and_the_next_one_first(real: Dossier, tiny: Dossier) -> None:
    heads = [line.head for line in lines(real, "windows")]
    assert len(heads) == len(set(heads))
    brief = build(tiny, Request(today=date(2031, 7, 1), sections=("windows",)))
    assert [line.head.rpartition(", ")[2] for line in brief.lines()] == ["in 6 to 18 months", "passed 21 days ago"]
    told = {line.about for line in build(tiny, Request(today=date(2031, 7, 1))).lines() if line.head}
    assert "recommendation:pay-for-mending" in told and "event:mending-talks" not in told


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2023, 9, 28), "in 1 to 2 years"),
        (date(2024, 6, 1), "in 7 to 18 months"),
        (date(2025, 7, 1), "open, 183 days left"),
        (date(2026, 11, 25), "passed 10 to 22 months ago"),
    ],
)
def test_a_date_of_a_year_is_not_reckoned_from_a_day_of_it(real: Dossier, today: date, words: str) -> None:
    dated = build(real, Request(today=today, sections=("windows",))).lines()
    assert next(line.head for line in dated if line.about == "event:contingent-term-ends").endswith(words)


def test_means_are_told_in_sentences_under_how_they_stand_and_those_of_an_ask_not_again(real: Dossier) -> None:
    found = lines(real, "levers")
    assert list(dict.fromkeys(line.group for line in found)) == [heading for heading, _ in HEADINGS]
    assert all(claim.text for line in found for claim in line.claims)
    assert "lever:eu-economic" not in {line.about for line in found}
    assert "lever:eu-economic" in {line.about for line in lines(real, "levers", sections=("levers",))}
    note = next(section.note for section in brief_of(real).sections if section.key == "levers")
    assert "our reading" in note


def test_a_lever_without_a_sentence_is_told_by_title_and_mechanism(tiny: Dossier) -> None:
    told = lines(tiny, "levers")
    assert told and all(line.head and line.facts and line.claims[0].support for line in told)


def test_the_most_contested_term_comes_first_with_its_obstacles(edition: Dossier) -> None:
    found = lines(edition, "terms")
    assert found[0].about == "term:2023-status-talks"
    assert "no guarantor named" in found[0].facts
    word = next(claim for claim in found[0].claims if claim.name == "Standing")
    assert (word.text, word.voices, word.support[0].cite) == ("“highly contentious”", ("forecast",), "ecfr-2023:p9.5")
    assert [line.claims[0].name for line in found[1:5]] == ["Obstacle"] * 4
    assert {line.about for line in found} >= {f"term:{term.id}" for one in edition.agreements for term in one.terms}


def test_gaps_are_counted_and_stand_in_the_order_of_the_dossier(real: Dossier) -> None:
    found = lines(real, "gaps")
    assert line_text(found[0]).startswith(f"{len(real.gaps)} questions have no answer")
    order = [gap.ref for gap in real.gaps]
    places = [order.index(line.about) for line in found[1:]]
    assert places == sorted(places) and found[1].about == "gap:guarantor-2023"
    assert all("ot in source" in line_text(line) for line in found[1:])


def test_a_line_names_the_tensions_that_touch_its_citation(real: Dossier) -> None:
    assert "[forecast: p9.1; tension T4]" in text(real, "judgements")


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
    assert brief.sections[-1].key == "references"
    assert named <= {f"{cite.source}:{cite.paragraph}" for cite in cited}
    own = {one.cite for line in lines(real, "sources") for claim in line.claims for one in claim.support}
    assert named >= {f"{cite.source}:{cite.paragraph}" for cite in cited - own}


def test_for_an_actor_every_lever_held_and_suffered_is_there(real: Dossier) -> None:
    held = {line.about for line in lines(real, "levers", actor="azerbaijan", sections=("levers",))}
    upon = {line.about for line in lines(real, "upon", actor="azerbaijan", sections=("upon",))}
    assert held == {lever.ref for lever in real.levers if "azerbaijan" in lever.holders}
    assert "lever:eu-economic" in upon and "lever:ru-guarantee" in upon and not held & upon


def test_for_an_actor_its_members_count_as_the_actor(edition: Dossier) -> None:
    assert "asks" in {section.key for section in brief_of(edition, actor="armenia").sections}
    assert "event:contingent-term-ends" in {line.about for line in lines(edition, "windows", actor="russia")}


def test_for_an_actor_absence_is_an_answer(real: Dossier) -> None:
    assert "For Iran the dossier has no ask, no dated window, no key judgement" in text(real, "gaps", actor="iran")
    assert text(real, "asks", actor="iran", sections=("asks",)) == "For Iran the dossier has no ask."


def test_what_was_told_further_up_is_not_missed(tiny: Dossier) -> None:
    about = replace(tiny.about, key_judgements=tiny.recommendations[0].cites[:1])
    dossier = replace(tiny, events=(), agreements=(), about=about)
    assert not lines(dossier, "windows") and "early June" in text(dossier, "asks")
    assert not lines(dossier, "judgements")
    assert "dated window" not in text(dossier, "gaps") and "key judgement" not in text(dossier, "gaps")


def test_what_the_curator_infers_from_a_statement_does_not_stand_in_its_place(tiny: Dossier) -> None:
    """A judgement, and what the other side says itself, are not told by a risk that somebody sees in an ask."""
    ask, *others = tiny.recommendations
    judged, refused = Citation("valley-letter:p3.1"), Citation("valley-letter:p2.6")
    remarks = {
        "risk": Derived(text="It may be too little.", basis=(judged,)),
        "precondition": Derived(text="They must want it.", basis=(refused,)),
    }
    dossier = replace(tiny, recommendations=(replace(ask, **remarks), *others))
    assert "It may be too little" in text(dossier, "asks")
    assert str(judged) in {line.about for line in lines(dossier, "judgements")}
    assert str(refused) in {line.about for line in lines(dossier, "position")}


def test_what_a_bottom_line_sums_up_of_several_statements_is_told_below(tiny: Dossier) -> None:
    refused = Citation("valley-letter:p2.6")
    sums_up = Cited(text="Grain was offered and refused.", cites=(Citation("valley-letter:p2.5"), refused))
    dossier = replace(tiny, about=replace(tiny.about, bottom_line=(sums_up,)))
    assert str(refused) in {line.about for line in lines(dossier, "position")}
    alone = replace(tiny, about=replace(tiny.about, bottom_line=(replace(sums_up, cites=(refused,)),)))
    assert not lines(alone, "position")


def test_a_means_is_told_unless_one_sentence_above_says_all_that_it_rests_on(tiny: Dossier) -> None:
    closed, kept = Citation("valley-letter:p1.2"), Citation("valley-letter:p3.5")
    closure, *others = tiny.levers
    both = Cited(text="Lower Mill could keep the bridge closed.", cites=(closed, kept))
    levers = (replace(closure, sentence=both), *others)
    apart = tuple(Cited(text="Something else.", cites=(cite,)) for cite in both.cites)
    told = replace(tiny, levers=levers, about=replace(tiny.about, situation=apart))
    assert closure.ref in {line.about for line in lines(told, "levers")}
    once = replace(tiny, levers=levers, about=replace(tiny.about, situation=(both,)))
    assert closure.ref not in {line.about for line in lines(once, "levers")}


def test_in_a_dossier_that_is_not_dated_yet_no_event_is_denied(tiny: Dossier) -> None:
    not_dated = replace(tiny.about, as_of=When(role="as-of", as_stated="not stated"))
    assert len(lines(replace(tiny, about=not_dated), "situation")) == len(
        [event for event in tiny.events if event.when.edtf or event.when.role != "window"]
    )


@pytest.mark.parametrize(
    ("title", "inside"),
    [("Valley council", "the Valley council"), ("Alder", "Alder"), ("The West", "the West"), ("Skarra's pier", None)],
)
def test_a_name_of_one_word_has_no_article(tiny: Dossier, title: str, inside: str | None) -> None:
    called = tuple(replace(one, title=title) if one.id == "valley-council" else one for one in tiny.actors)
    assert angle(replace(tiny, actors=called), date(2031, 6, 1)).the("valley-council") == (inside or title)


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


def test_a_sheet_that_nobody_has_written_yet_does_not_speak_for_the_sources(tiny: Dossier) -> None:
    bare = replace(tiny, points=(), gaps=())
    assert "goes into data/points.yaml, as kind: point." in text(bare, "points", counterpart="lower-mill")
    assert "goes into data/points.yaml, as kind: if-raised." in text(bare, "reproach", counterpart="lower-mill")
    said = bare.said_by("actor:lower-mill")
    assert said and all(str(cite).partition(":")[2] in text(bare, "expect", counterpart="lower-mill") for cite in said)
    assert "which does not mean that there is none" in text(bare, "gaps", counterpart="lower-mill")


def test_a_source_is_listed_under_the_name_that_its_citations_have(tiny: Dossier) -> None:
    """Where two sources have statements of one id, each citation has a label, which may be the beginning of an id."""
    letter = next(source for source in tiny.sources if source.id == "valley-letter")
    both = replace(tiny, sources=(*tiny.sources, replace(letter, id="mill-report", cites=())))
    assert "[stated as fact: valley p1.2" in text(both, "bottom-line")
    assert {line.head.partition(",")[0] for line in lines(both, "sources")} >= {"valley"}
    assert {line.head.partition(",")[0] for line in lines(tiny, "sources")} >= {"valley", "bridge"}


def test_a_source_that_publishes_itself_is_named_once(tiny: Dossier) -> None:
    letter = next(source for source in tiny.sources if source.id == "valley-letter")
    itself = replace(letter, authors=(*letter.authors, Author(role="Author", name=letter.publisher)))
    changed = replace(tiny, sources=tuple(itself if one is letter else one for one in tiny.sources))
    said = next(line.facts for line in lines(changed, "sources") if line.about == f"source:{letter.id}")
    assert said.startswith(f"Walker; {letter.publisher}; ") and said.count(letter.publisher) == 1


def test_what_comes_after_the_as_of_is_among_the_dates_whatever_its_role(tiny: Dossier) -> None:
    """A brief that leaves out what a source says of the days ahead tells less than the timeline."""
    flood = next(event for event in tiny.events if event.when.edtf)
    ahead = When(edtf=Edtf("2031-07-01"), role="point", as_stated="on 1 July", year="stated")
    added = replace(flood, id="vote", title="The villages vote", when=ahead)
    changed = replace(tiny, events=(*tiny.events, added))
    assert "The villages vote" in text(changed, "windows") and "1 July" in text(changed, "windows")
    assert "The villages vote" not in text(changed, "situation")


def test_a_deadline_is_among_the_dates_where_no_day_is_known_from_which_to_look(tiny: Dossier) -> None:
    due = When(edtf=Edtf("2031-07-01"), role="deadline", as_stated="by 1 July", year="stated")
    vote = replace(next(iter(tiny.events)), id="vote", title="The villages vote", when=due)
    when = When(role="as-of", as_stated="not stated")
    changed = replace(tiny, events=(*tiny.events, vote), about=replace(tiny.about, as_of=when, situation=()))
    assert "The villages vote" in text(changed, "windows") and "by 1 July" not in text(changed, "situation").lower()


def test_where_events_are_left_out_of_the_situation_it_says_so(tiny: Dossier) -> None:
    told = replace(tiny, about=replace(tiny.about, situation=()))
    flood = next(event for event in told.chronology.past)
    many = replace(told, events=tuple(replace(flood, id=f"flood-{number}") for number in range(9)))
    asked = Request(today=TODAY, sections=("situation",))
    first, second = (build(one, asked).sections[0] for one in (told, many))
    undated = [event for event in told.events if not event.when.edtf and event.when.role != "window"]
    assert len(told.chronology.past) + len(undated) <= 5 and first.note == ""
    assert {event.ref for event in undated} <= {line.about for line in first.lines}, "without a date it happened too"
    assert second.note == "5 of 9 events: the last.", "all have a date"
    whenever = tuple(
        replace(flood, id=f"whenever-{one}", when=When(role="point", as_stated="not stated")) for one in "ab"
    )
    third = build(replace(many, events=(*many.events[:4], *whenever)), asked).sections[0]
    assert (
        third.note == "5 of 6 events: those with a date, then some without."
        and [line.about for line in third.lines][-1] == "event:whenever-a"
    )


def test_a_window_of_a_lever_says_what_comes_due(real: Dossier) -> None:
    sheet = brief_of(real, counterpart="armenia")
    (dates,) = (section for section in sheet.sections if section.key == "windows")
    (line,) = (line for line in dates.lines if line.about.startswith("lever:"))
    said = real.statement("ecfr-2023:p9.10")
    assert said and said.text in line_text(line)


def test_a_name_with_an_article_has_a_small_one_inside_a_sentence(tiny: Dossier) -> None:
    council = next(actor for actor in tiny.actors if actor.id == "valley-council")
    named = tuple(replace(one, title="The council") if one is council else one for one in tiny.actors)
    whole = replace(tiny, actors=named)
    titles = {"actor": ": The council", "counterpart": ": Meeting with the council"}
    briefs = [build(whole, replace(Request(today=TODAY), **{who: council.id})) for who in titles]
    assert all(brief.title.endswith(title) for brief, title in zip(briefs, titles.values(), strict=True))
    everybody = build(whole, Request(today=TODAY))
    assert "The council upon " in made(everybody, "text", 100)
    for brief in (everybody, *briefs):
        said = made(brief, "text", 100)
        assert not re.search(r"(?:by|of|upon|with|,|guarantor) The council", said)


def test_words_that_no_date_can_be_told_from_are_the_sources_own(real: Dossier) -> None:
    """Years later "in the coming days" must not be read aloud as ours."""
    assert "“in the coming days” — undated" in text(real, "asks").casefold()
    for address in (
        "pane:recommendations",
        "ask:d",
        "lever:eu-aid",
        "recommendation:r1-support-armenia",
        "pane:timeline",
    ):
        shown = " ".join(plain(page_at(real, address, Lens(width=110, today=TODAY)).rows).split())
        own = [shown[at.start() - 1] for at in re.finditer("in the coming days", shown)]
        told = shown.count("in the coming days from Nagorno-Karabakh")  # what is asked, as a sentence
        assert own.count("“") == len(own) - told > 0, (address, own)
    ledger = " ".join(
        plain(page_at(real, "pane:ledger", Lens(width=110, today=TODAY, layers=frozenset({"later"}))).rows).split()
    )
    assert "“in the coming days”" in ledger and " · in the coming days" not in ledger


def test_for_an_actor_every_heading_calls_it_by_name(real: Dossier) -> None:
    for actor in real.actors:
        brief = brief_of(real, actor=actor.id)
        heads = [head for one in brief.sections for head in (one.title, *(line.group for line in one.lines))]
        assert not [head for head in heads if "this actor" in head], actor.id
    titles = [one.title for one in brief_of(real, actor="russia").sections]
    assert {"What Russia may face", "Obligations of Russia"} <= {*titles}
