"""Actors: each in the list once with its counts, and a page that holds all the dossier has on it."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Actor, Term
from caucasus_tui.dossier.views.roles import levers_held, people_of
from caucasus_tui.page.marks import STATUS_MARKS, TYPE_MARKS
from caucasus_tui.page.rows import cursor
from caucasus_tui.page.rows.whereabouts import position_words
from caucasus_tui.panes.router import page_at
from tests.pages import LENS, WIDTHS, page_of, running, stops, text_of
from tests.screen import LARGE, SMALL, reading


@pytest.mark.parametrize("zoomed", [False, True], ids=["list", "zoomed"])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_actor_stands_there_once(real: Dossier, tiny: Dossier, zoomed: bool, width: int) -> None:
    for dossier in (real, tiny):
        page = page_of(dossier, "actors", zoomed=zoomed, width=width)
        rows = [line.subject for line in page.rows if line.subject.startswith("actor:")]
        assert sorted(rows) == sorted(actor.ref for actor in dossier.actors)
        assert max(line.width for line in page.rows) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_no_actor_s_name_is_cut_however_long(tiny: Dossier, width: int) -> None:
    title = "Federation of the villages, valleys and bridges on both banks of the long river"
    longer = replace(tiny, actors=tuple(replace(actor, title=f"{title} {actor.id}") for actor in tiny.actors))
    page = page_of(longer, "actors", width=width)
    assert max(line.width for line in page.rows) <= width
    shown = running(page)
    assert "…" not in shown and all(actor.id in shown for actor in tiny.actors)
    assert [line.text for line in page.rows if line.text.endswith(" 7")] or width < 46, "numbers stay on their line"


def test_people_stand_under_whom_they_belong_to(edition: Dossier, tiny: Dossier) -> None:
    lines = text_of(page_of(edition, "actors")).splitlines()
    assert "└ Vladimir Putin" in lines[next(n for n, line in enumerate(lines) if line.startswith("Russia ")) + 1]
    assert "Russian contingent  of Russia" in text_of(page_of(edition, "actors"))
    assert "└ The miller" in text_of(page_of(tiny, "actors"))


def _terms(dossier: Dossier) -> list[Term]:
    return [term for agreement in dossier.agreements for term in agreement.terms]


def test_counts_are_those_of_the_lists(edition: Dossier) -> None:
    line = next(line for line in text_of(page_of(edition, "actors")).splitlines() if line.startswith("Russia "))
    russia = next(actor for actor in edition.actors if actor.id == "russia")
    upon = [lever for lever in edition.levers if "russia" in (*lever.targets, *lever.toward)]
    counts = [
        len(levers_held(edition, "russia")),
        len(upon),
        sum("russia" in term.obligors for term in _terms(edition)),
        len(edition.said_by(russia.ref)),
        len(edition.mentions_of(russia)),
    ]
    assert [int(word) if word != "·" else 0 for word in line.split()[1:]] == counts
    assert counts[0] > 3


def test_a_facet_counts_and_lists_that_type_alone(edition: Dossier) -> None:
    page = page_of(edition, "actors", facet="recommendation")
    assert "of 29 actors" in page.note
    assert "Israel" not in text_of(page)
    assert "European Union" in text_of(page)


@pytest.mark.parametrize("zoomed", [False, True], ids=["list", "zoomed"])
def test_of_many_actors_those_in_sight_are_counted(
    tiny: Dossier, zoomed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []
    counts = Dossier.statement_counts

    def counting(dossier: Dossier, actor: Actor, keys: Sequence[str] = ()) -> tuple[int, int]:
        counted.append(actor.id)
        return counts(dossier, actor, keys)

    monkeypatch.setattr(Dossier, "statement_counts", counting)
    many = tuple(replace(tiny.actors[0], id=f"a{number}", title=f"Actor {number}") for number in range(300))
    page = page_of(replace(tiny, actors=many), "actors", zoomed=zoomed)
    assert "300 actors" in page.note and not counted
    assert len(page.rows[:40]) == 40 and 0 < len(counted) <= 40
    assert position_words(page, cursor.last(page), 40) == "300/300" and len(counted) <= 80
    assert cursor.find(page, "event:none") is None and len(counted) <= 80


def test_the_page_of_each_actor_is_complete(real: Dossier, tiny: Dossier) -> None:
    for dossier in (real, tiny):
        for actor in dossier.actors:
            page = page_at(dossier, actor.ref, LENS)
            shown, words = stops(page), running(page)
            expected = [lever.ref for lever in dossier.levers if actor.id in (*lever.holders, *lever.targets)]
            for role in ("obligors", "beneficiaries", "guarantor"):
                expected += [term.ref for term in _terms(dossier) if actor.id in getattr(term, role)]
            expected += [track.ref for track in dossier.tracks if track.lead == actor.id or actor.id in track.parties]
            expected += [str(cite) for cite in dossier.mentions_of(actor)]
            expected += [str(cite) for cite in dossier.said_by(actor.ref)]
            expected += [other.ref for other in people_of(dossier, actor.id)]
            expected += [actor.belongs_to.ref] if actor.belongs_to else []
            assert not set(expected) - shown
            for said in (*actor.positions, *actor.warnings, *(need.how for need in actor.depends_on)):
                assert said.text in words
                assert set(said.cites) <= shown
            for name in actor.names:
                assert name.name in words


def test_levers_show_status_and_direction_in_words(edition: Dossier) -> None:
    words = running(page_at(edition, "actor:iran", LENS))
    for lever in levers_held(edition, "iran"):
        mark = STATUS_MARKS[lever.status]
        assert f"{mark.glyph} {mark.word}" in words
        assert f"{lever.direction} {lever.title}"[:30] in words


def test_every_sentence_on_the_page_has_its_type(real: Dossier) -> None:
    marks = {f"{mark.glyph} {mark.word}" for mark in TYPE_MARKS.values()}
    page = page_at(real, "actor:russia", LENS)
    for line in page.rows:
        if any(span.role == "cite" and span.text.startswith("ecfr") for span in line.spans) and line.text[0] != " ":
            assert any(line.text.startswith(mark) for mark in marks)


def test_what_the_sources_do_not_say_of_an_actor_is_said(edition: Dossier) -> None:
    assert "not stated warnings" in running(page_at(edition, "actor:russia", LENS))
    assert "Dependencies on Azerbaijan ◇ assessment" in running(page_at(edition, "actor:russia", LENS))


def test_who_depends_on_an_actor_stands_on_its_page_too(edition: Dossier) -> None:
    assert "Armenia, on it ◇ assessment" in running(page_at(edition, "actor:russia", LENS))


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_from_the_list_to_a_leader_and_back(edition: Dossier, size: tuple[int, int]) -> None:
    async with reading(edition, size) as reader:
        assert "States and bodies" in await reader.press("8")
        assert reader.subject == "actor:azerbaijan"
        await reader.press("j")
        assert reader.subject == "actor:aliyev"
        assert "Ilham Aliyev" in await reader.press("enter")
        assert reader.subject == "actor:azerbaijan"
        await reader.press("enter")
        assert reader.address == "actor:azerbaijan"
        await reader.press("escape", "escape")
        assert reader.address == "pane:actors"
        assert reader.subject == "actor:aliyev"
