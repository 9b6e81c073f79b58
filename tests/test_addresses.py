"""Addresses: text that stays the same, what stands there, and what somebody means who types one."""

import subprocess
import sys
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from caucasus_tui.brief.whom import find_actor
from caucasus_tui.dossier.addresses import (
    BOTTOM_LINE,
    QUESTIONS,
    TODO,
    Address,
    AskAt,
    Bare,
    BehindAt,
    CellAt,
    DossierAt,
    KeyAt,
    MeetingAt,
    PaneAt,
    ParagraphAt,
    ReaderAt,
    RecordAt,
    SearchAt,
    SourceAt,
    StatementAt,
    behind,
    parse,
)
from caucasus_tui.dossier.addresses.address import Place
from caucasus_tui.dossier.addresses.places import exists, home_of, rests_on, thing_at, title_at
from caucasus_tui.dossier.addresses.typed import meant, nearest_addresses, said_of_moved
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import NOT_STATED, ActorId
from caucasus_tui.dossier.model.pane_names import PANES
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.search import SearchIndex
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes.router import page_at
from caucasus_tui.tui.keys import KEYS
from caucasus_tui.tui.prompt.go_to import go_to_page
from tests.pages import LENS, running, stops

IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
SOURCES = IDS.filter(lambda name: isinstance(parse(f"{name}:p1"), ParagraphAt))
NAMES = st.text()
PIECES = st.lists(st.sampled_from([*"abp1.2:/", "behind:", "pane:", "cell:", "ask:", "about:", "lever:"]))
PLACES = st.one_of(
    *(st.builds(form, NAMES) for form in (PaneAt, SourceAt, AskAt, KeyAt, DossierAt, ReaderAt, MeetingAt, SearchAt)),
    st.builds(RecordAt, st.sampled_from([form.kind for form in Record.__subclasses__()]), NAMES),
    st.builds(ParagraphAt, SOURCES, st.from_regex(r"[a-z]+[0-9]*", fullmatch=True)),
    st.builds(StatementAt, SOURCES, st.from_regex(r"[a-z]+[0-9]*\.[0-9]+", fullmatch=True)),
    st.builds(CellAt, IDS, IDS),
    st.sampled_from([BOTTOM_LINE, TODO]),
    st.builds(Bare, NAMES.filter(lambda text: ":" not in text)),
)


@given(st.one_of(PLACES, st.builds(BehindAt, PLACES)))
def test_an_address_is_read_back_from_its_text(address: Address) -> None:
    assert parse(str(address)) == address


@given(st.one_of(NAMES, PIECES.map("".join)))
def test_any_text_is_an_address_and_stays_the_same_text(text: str) -> None:
    assert str(parse(text)) == text


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("lever:eu-economic", RecordAt("lever", "eu-economic")),
        ("ecfr-2023:p8.2", StatementAt("ecfr-2023", "p8.2")),
        ("ecfr-2023:p8", ParagraphAt("ecfr-2023", "p8")),
        ("actor:eu", RecordAt("actor", "eu")),
        ("source:ecfr-2023", SourceAt("ecfr-2023")),
        ("cell:eu/azerbaijan", CellAt("eu", "azerbaijan")),
        ("pane:terms", PaneAt("terms")),
        ("ask:", QUESTIONS),
        ("ask:e", AskAt("e")),
        ("behind:lever:eu-economic", BehindAt(RecordAt("lever", "eu-economic"))),
        ("about:bottom-line", BOTTOM_LINE),
        ("key:quit", KeyAt("quit")),
        ("open:valley", DossierAt("valley")),
        ("for:", ReaderAt("")),
        ("with:russia", MeetingAt("russia")),
        ("search:type:event lachin", SearchAt("type:event lachin")),
        ("p8.2", Bare("p8.2")),
        ("behind:behind:p8", BehindAt(Bare("behind:p8"))),
        ("nothing:like-it", Bare("nothing:like-it")),
    ],
)
def test_the_texts_that_people_have_written_down_keep_their_meaning(text: str, address: Address) -> None:
    assert parse(text) == address


def test_each_form_of_address_stays_apart_from_the_others() -> None:
    assert (
        len({form("x") for form in (PaneAt, SourceAt, AskAt, KeyAt, DossierAt, ReaderAt, MeetingAt, SearchAt, Bare)})
        == 9
    )
    assert {*get_args(Place), BehindAt} == {*get_args(Address)}


def everywhere(dossier: Dossier) -> list[Address]:
    """Every address of a dossier."""
    texts = [record.ref for record in dossier.records()] + [cite for cite, _ in dossier.statements()]
    texts += [f"{source.id}:{part.id}" for source in dossier.sources for part in source.paragraphs]
    places = [*map(parse, texts), *map(PaneAt, PANES), *(SourceAt(source.id) for source in dossier.sources)]
    places += [AskAt(question.key) for question in dossier.questions]
    places += [CellAt(one.id, other.id) for one in dossier.actors for other in dossier.actors]
    return [*places, BOTTOM_LINE, QUESTIONS, TODO]


def test_whatever_exists_has_a_page_and_a_page_behind_it(tiny: Dossier) -> None:
    for address in everywhere(tiny):
        for place in (address, behind(address)):
            assert exists(tiny, place), place
            assert "Nothing has the address" not in running(page_at(tiny, str(place), LENS)), place


def test_whom_no_source_names_has_a_cell_and_a_column_as_others_have(tiny: Dossier) -> None:
    nobody = (ActorId(NOT_STATED),)
    lever, other = replace(tiny.levers[0], targets=nobody), replace(tiny.levers[1], holders=nobody)
    dossier = replace(tiny, levers=(lever, other, *tiny.levers[2:]))
    places = stops(page_at(dossier, "pane:leverage", LENS))
    assert {f"cell:{lever.holders[0]}/not-stated", f"cell:not-stated/{other.targets[0]}"} <= places
    assert all(exists(dossier, parse(place)) for place in places)
    assert lever.title in running(page_at(dossier, f"cell:{lever.holders[0]}/not-stated", LENS))
    assert lever.title in running(page_at(dossier, "pane:leverage", replace(LENS, pick="target:not-stated")))


@pytest.mark.parametrize(
    "text",
    [
        *("pane:none", "lever:none", "cell:none/none", "cell:upper-mill", "ask:?", "source:none", "valley-letter:p99"),
        *("valley-letter:p1.99", "key:quit", "open:valley", "for:upper-mill", "p1.2", "none", "behind:none", "about:x"),
    ],
)
def test_what_does_not_exist_says_so(tiny: Dossier, text: str) -> None:
    assert not exists(tiny, parse(text))
    assert f"Nothing has the address {text}." in running(page_at(tiny, text, LENS))


def test_what_stands_at_an_address_and_what_it_rests_on(tiny: Dossier) -> None:
    lever = tiny.levers[0]
    assert thing_at(tiny, behind(parse(lever.ref))) is lever
    assert title_at(tiny, parse(lever.ref)) == lever.title
    assert rests_on(tiny, parse("valley-letter:p1.2")) == ("valley-letter:p1.2",)
    letter = tiny.paragraph("valley-letter:p1")
    assert letter
    assert rests_on(tiny, parse("valley-letter:p1")) == tuple(f"valley-letter:{said.id}" for said in letter.statements)
    assert rests_on(tiny, BOTTOM_LINE) == tiny.about.whole_bottom_line.cites
    assert rests_on(tiny, QUESTIONS) == rests_on(tiny, PaneAt("terms")) == rests_on(tiny, Bare("x")) == ()


def test_a_record_is_at_home_in_the_pane_that_lists_it(tiny: Dossier) -> None:
    assert home_of(tiny, parse(tiny.levers[0].ref)) == PaneAt("leverage")
    for address in (RecordAt("lever", "none"), StatementAt("valley-letter", "p1.2"), Bare("x"), QUESTIONS):
        assert home_of(tiny, address) == address


def test_no_page_is_made_to_learn_whether_an_address_exists() -> None:
    looks = """
import sys
from caucasus_tui.brief.whom import find_actor
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.addresses.places import exists, home_of, rests_on, title_at
from caucasus_tui.dossier.addresses.typed import meant
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
dossier = load(bundled()).dossier
for text in sys.argv[1:]:
    assert meant(dossier, text), text
    assert [ask(dossier, parse(text)) is not None for ask in (exists, home_of, rests_on, title_at)]
above = tuple(f"caucasus_tui.{room}" for room in ("page", "panes", "tui"))
print([name for name in sys.modules if name.startswith(above)])
"""
    texts = ["pane:timeline", "terms", "actor:russia", "cell:eu/azerbaijan", "ask:e", "p8.2", "p8", "source:ecfr-2023"]
    done = subprocess.run([sys.executable, "-c", looks, *texts], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def several(tiny: Dossier) -> Dossier:
    """The same dossier with a second source that has the paragraphs of the first."""
    letter = tiny.source("valley-letter")
    assert letter
    return replace(tiny, sources=(*tiny.sources, replace(letter, id="other-letter")))


def test_an_old_id_leads_to_what_has_a_new_one_unless_another_has_it_now(tiny: Dossier) -> None:
    first, second, *rest = tiny.levers
    split = replace(tiny, levers=(replace(first, was=("old", second.id)), replace(second, was=("old", "older")), *rest))
    assert meant(split, "lever:older") == (parse(second.ref),)
    assert meant(split, "behind:lever:older") == (parse(f"behind:{second.ref}"),)
    assert meant(split, "lever:old") == (parse(first.ref), parse(second.ref))
    assert meant(split, second.ref) == (parse(second.ref),) and not said_of_moved(split, second.ref)
    lines = plain(page_at(split, "lever:older", LENS).rows).splitlines()
    assert lines[0] == f"lever:older is now {second.ref}"
    assert lines[1:] == plain(page_at(split, second.ref, LENS).rows).splitlines()
    assert f"lever:older is now {second.ref}" in plain(go_to_page(split, KEYS, "lever:older").rows)


def test_an_old_id_leads_on_inside_other_addresses_and_wherever_an_actor_is_asked_for(tiny: Dossier) -> None:
    one, other, *rest = tiny.actors
    question, *more = tiny.questions
    now = replace(
        tiny,
        actors=(replace(one, was=("old-one",)), other, *rest),
        questions=(replace(question, was=("old-question",)), *more),
    )
    assert meant(now, f"cell:old-one/{other.id}") == (parse(f"cell:{one.id}/{other.id}"),)
    assert meant(now, f"behind:cell:{other.id}/old-one") == (parse(f"behind:cell:{other.id}/{one.id}"),)
    assert meant(now, "ask:old-question") == (parse(f"ask:{question.id}"),)
    assert meant(now, "cell:old-one/nobody") == meant(now, "ask:nothing") == ()
    assert find_actor(now, "old-one") == now.actors[0] and find_actor(now, "old") is None
    index = SearchIndex(now)
    said = (f"actor:old-one is now actor:{one.id}",)
    for query in ("actor:old-one", f"actor:old-one {one.title}", "type:event actor:old-one"):
        found = index.find(query)
        assert found.remarks == said and found.hits == index.find(query.replace("old-one", one.id)).hits != ()
    pasted = index.find(f"lever:{tiny.levers[0].id} question:old-question")
    assert pasted.remarks == (f"question:old-question is now {question.ref}",)


def test_a_bare_id_means_every_source_that_has_it(tiny: Dossier) -> None:
    assert meant(tiny, "p1.2") == (StatementAt("valley-letter", "p1.2"),)
    assert meant(tiny, "n1") == (ParagraphAt("bridge-notice", "n1"),)
    assert meant(tiny, "p99") == meant(tiny, "p99.1") == meant(tiny, "") == meant(tiny, ":") == ()
    assert [*map(str, meant(several(tiny), "p1.2"))] == ["valley-letter:p1.2", "other-letter:p1.2"]


def test_a_pane_may_be_called_by_its_name_alone(tiny: Dossier) -> None:
    assert [meant(tiny, name) for name in PANES] == [(PaneAt(name),) for name in PANES]


@pytest.mark.parametrize(
    ("typed", "ref"),
    [
        *((mark, "tension:t1") for mark in ("t1", "T1", "!T1", "!T1+", "tension:T1", "(T1)")),
        *((mark, "valley-letter:p1.2") for mark in ("P1.2", "[p1.2]", "valley-letter:P1.2", "[valley-letter:p1.2].")),
        *((name, "actor:lower-mill") for name in ("lower-mill", "Lower Mill", "LOWER MILL", "actor:lower mill")),
        ("council-fund", "lever:council-fund"),
        ("Lever:Council-Fund", "lever:council-fund"),
        ("valley-letter", "source:valley-letter"),
        ("TERMS", "pane:terms"),
    ],
)
def test_what_is_printed_and_what_things_are_called_leads_there(tiny: Dossier, typed: str, ref: str) -> None:
    assert [*map(str, meant(tiny, typed))] == [ref]


def test_of_one_name_the_actor_is_meant_and_of_one_id_all_else(tiny: Dossier) -> None:
    mill, lever = tiny.actors[0], tiny.levers[0]
    place = replace(tiny.places[0], id=mill.id, title=mill.title)
    both = replace(tiny, places=(place,), conditions=(replace(tiny.conditions[0], id=lever.id),))
    assert meant(both, mill.title) == meant(both, mill.id) == (parse(mill.ref),)
    assert meant(both, place.ref) == meant(both, f"place:{mill.title}") == (parse(place.ref),)
    assert {*map(str, meant(both, lever.id))} == {lever.ref, f"condition:{lever.id}"}
    letter = replace(tiny.sources[0], short=mill.short)
    cited = replace(tiny, sources=(letter, *tiny.sources[1:]))
    assert meant(cited, mill.short) == (parse(mill.ref), parse(f"source:{letter.id}")), "no reader knows which it is"
    assert meant(cited, mill.id) == (parse(mill.ref),)
    bridge = tiny.places[-1]
    ruled = replace(tiny, names=(replace(tiny.names[0], id=bridge.id),))
    assert meant(ruled, bridge.id) == (parse(bridge.ref),)
    assert not any(meant(tiny, nothing) for nothing in ("", ":", "!", "actor:", "lower", "compare", "xyzzy"))


def test_what_is_called_so_in_part_is_offered_first(tiny: Dossier) -> None:
    assert nearest_addresses(tiny, "bridge")[0][0] == "place:stone-bridge"
    assert {ref for ref, _ in nearest_addresses(tiny, "actor:mill")[:2]} == {"actor:lower-mill", "actor:upper-mill"}
