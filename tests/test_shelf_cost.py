"""A page of a large dossier reads from the shelf what it shows, and does not walk through the rest.

Rows read are counted, not seconds. Each page is made from a shelf that has nothing in memory yet.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from bench.make_dossier import make
from bench.maker import STATEMENTS_A_SOURCE
from caucasus_tui.brief.build import build
from caucasus_tui.brief.model import Request
from caucasus_tui.dossier.addresses import QUESTIONS, TodoAt, parse
from caucasus_tui.dossier.addresses.places import exists, rests_on
from caucasus_tui.dossier.keeping import cache
from caucasus_tui.dossier.keeping.cache import keep, recall
from caucasus_tui.dossier.keeping.shelf.tables import Cites, Shelf
from caucasus_tui.dossier.keeping.shelf.writing import write
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.shown_alone import count
from caucasus_tui.dossier.model.walks import cites_and_links, links
from caucasus_tui.dossier.search.index import SearchIndex
from caucasus_tui.dossier.views.dating import dated_by_curator
from caucasus_tui.dossier.views.force import terms_by_force
from caucasus_tui.dossier.views.naming import named_by_curator
from caucasus_tui.page import actor_card, fields, figures, name_card, record, related
from caucasus_tui.page.lens import Facet, Lens, is_alone
from caucasus_tui.page.name_rows import name_spans
from caucasus_tui.page.rows import cursor
from caucasus_tui.page.rows.growing import GrowingRows
from caucasus_tui.page.rows.parts import MANY, Item, Parts
from caucasus_tui.page.rows.row import Row, plain
from caucasus_tui.page.source import paragraph_list
from caucasus_tui.panes import PANES, names, sources
from caucasus_tui.panes.router import page_at
from caucasus_tui.session.session import Session
from caucasus_tui.tui.here import Here
from caucasus_tui.tui.keys import KEYS
from caucasus_tui.tui.prompt.go_to import go_to_page
from caucasus_tui.tui.prompt.suggestions import Answers

STATEMENTS = 4_000
"""Twenty times what a long article makes."""
A_ROW = 5
"""Rows of the shelf that a row of a page may cost: a paragraph has five statements here."""
A_PAGE = 220
"""Rows that a page may cost however short it is: who names a source reads it whole, and it has a hundred paragraphs."""


class Counted:
    """The dossier, on a shelf without anything in memory yet, and how many rows were read from it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.read = 0

    def open(self) -> Dossier:
        found = recall(self.store, "made-up")
        assert found is not None
        self.read = 0
        return found


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counted]:
    root = tmp_path_factory.mktemp("made-up") / "dossier"
    make(root, STATEMENTS)
    store = Store(str(tmp_path_factory.mktemp("cache")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "LARGE", 1)
        assert keep(store, "made-up", load(root).dossier)
        counted = Counted(store)
        row, rows = Shelf.row, Shelf.rows

        def counting_row(self: Shelf, query: str, *values: object) -> tuple[Any, ...] | None:
            counted.read += 1
            return row(self, query, *values)

        def counting_rows(self: Shelf, query: str, *values: object) -> Iterator[tuple[Any, ...]]:
            for found in rows(self, query, *values):
                counted.read += 1
                yield found

        patch.setattr(Shelf, "row", counting_row)
        patch.setattr(Shelf, "rows", counting_rows)
        yield counted


def noted(calls: list[Any], of: Callable[..., Any], number: int = 1) -> Callable[..., Any]:
    """The same function, which notes one of the things that it is given, if nothing else is said the second."""

    def noting(*given: Any) -> Any:
        calls.append(given[number])
        return of(*given)

    return noting


def first(kind: str) -> Callable[[Dossier], str]:
    """The address of the first record of a kind."""
    return lambda dossier: next(record.ref for record in dossier.records() if record.kind == kind)


KINDS = (
    *("actor", "place", "event", "lever", "agreement", "term"),
    *("condition", "scenario", "recommendation", "tension", "gap"),
)
PAGES: dict[str, Callable[[Dossier], str]] = {
    **{f"pane:{name}": lambda _, name=name: f"pane:{name}" for name in PANES},  # type: ignore[misc]
    "source": lambda _: "source:source-0",
    "largest actor": lambda dossier: max(dossier.actors, key=lambda one: dossier.statement_counts(one)[1]).ref,
    **{kind: first(kind) for kind in KINDS},
    **{f"behind {kind}": lambda dossier, kind=kind: f"behind:{first(kind)(dossier)}" for kind in KINDS},  # type: ignore[misc]
    "questions": lambda _: str(QUESTIONS),
    **{f"answer {key}": lambda _, key=key: f"ask:{key}" for key in "abcdefgh"},  # type: ignore[misc]
    "to do": lambda _: str(TodoAt()),
    "statement": lambda _: "source-0:p8.2",
    "paragraph": lambda _: "source-0:p8",
}


@pytest.mark.parametrize("zoomed", [False, True], ids=["", "zoomed"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_reads_no_more_than_it_shows(kept: Counted, lens: Lens, page: str, zoomed: bool) -> None:
    lens = replace(lens, zoomed=zoomed)
    dossier = kept.open()
    address = PAGES[page](dossier)
    kept.read = 0
    shown = plain(page_at(dossier, address, lens).rows).count("\n") + 1
    assert kept.read <= A_PAGE + A_ROW * shown


@pytest.mark.parametrize("pane", ["timeline", "leverage", "terms", "recommendations", "sources"])
def test_a_pane_of_many_lines_reads_for_those_in_sight(kept: Counted, lens: Lens, pane: str) -> None:
    dossier = kept.open()
    page = page_at(dossier, f"pane:{pane}", lens)
    assert plain(page.rows[:40])
    assert kept.read <= A_PAGE + A_ROW * 40


NARROWED: dict[str, dict[str, Any]] = {
    "facts": {"facet": "fact"},
    "an actor": {"held": "actor:actor-3"},
    "a source": {"held": "source:source-3"},
    "facts of an actor": {"facet": "fact", "held": "actor:actor-3"},
    "later too": {"layers": frozenset({"later"})},
    "what is ours": {"facet": "curator"},
    "what is ours of an actor": {"facet": "curator", "held": "actor:actor-3"},
    "what is ours, zoomed": {"facet": "curator", "zoomed": True},
}


@pytest.mark.parametrize("narrowed", NARROWED)
@pytest.mark.parametrize("page", [*(f"pane:{name}" for name in PANES), "ask:b", "ask:e", "actor:actor-3"])
def test_what_is_shown_alone_is_known_without_reading_the_rest(
    kept: Counted, lens: Lens, page: str, narrowed: str
) -> None:
    found = page_at(kept.open(), page, replace(lens, **NARROWED[narrowed]))
    assert plain(found.rows[:40])
    assert kept.read <= A_PAGE + A_ROW * 40


@pytest.mark.parametrize("zoomed", [False, True], ids=["", "zoomed"])
@pytest.mark.parametrize("page", PANES)
def test_of_what_is_ours_no_more_is_made_than_is_looked_at(
    kept: Counted, lens: Lens, page: str, zoomed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: set[object] = set()

    def counting(item: Any, make: Callable[..., Any], *thing: Any) -> Any:
        made.add(thing[0].ref if thing else item.subject)
        return make(*thing)

    def counted(items: Sequence[Item], **how: bool) -> Parts:
        return Parts(
            [one if isinstance(one, Row) else one._replace(make=partial(counting, one, one.make)) for one in items],
            **how,
        )

    monkeypatch.setattr("caucasus_tui.page.rows.growing.Parts", counted)
    address, lens = f"pane:{page}", replace(lens, zoomed=zoomed, facet="curator", layers=frozenset({"later"}))
    assert plain(page_at(kept.open(), address, lens).rows[:20])
    assert len(made) <= 20 + 1
    alone = page_at(kept.open(), address, lens)
    made.clear()
    assert cursor.last(alone).row >= 0 and len(made) <= MANY + 20


def test_whose_a_date_is_and_who_names_whom_was_found_out_as_by_a_look_at_each(kept: Counted) -> None:
    dossier = kept.open()
    in_memory = replace(dossier)
    for kind in ("event", "agreement", "term", "recommendation", "gap"):
        found = dated_by_curator(dossier, kind)
        assert {*filter(None, found)} == dated_by_curator(in_memory, kind)
        assert found or kind not in ("event", "term")
    assert named_by_curator(dossier) == named_by_curator(in_memory) != set()


def test_what_is_written_to_a_shelf_is_not_held_in_memory_besides(real: Dossier, tmp_path: Path) -> None:
    dossier = replace(real)
    write(str(tmp_path / "shelf"), dossier, lambda share: None)
    assert "statements" in vars(dossier.relations)
    assert not {"alone", "bits", "mentions", "_pointing", "sources_with"} & vars(dossier.relations).keys()


@pytest.mark.parametrize("keys", [("fact",), ("source:source-3",), ("fact", "actor:actor-3")])
def test_how_many_are_shown_alone_is_known_as_by_a_look_at_each(kept: Counted, keys: tuple[str, ...]) -> None:
    dossier = kept.open()
    alone = [is_alone(dossier.relations, key) for key in keys]
    for actor in dossier.actors[:4]:
        of = dossier.said_by(actor.ref), dossier.mentions_of(actor)
        assert dossier.statement_counts(actor, keys) == tuple(
            sum(all(shown(c) for shown in alone) for c in cites) for cites in of
        )
    cites = [cite for cite, _ in dossier.statements() if cite.source == "source-3"]
    every = [cite for cite in cites if all(shown(cite) for shown in alone)]
    assert count(dossier.relations.bits, "source:source-3", *keys) == len(every)


@pytest.mark.parametrize("narrowed", NARROWED)
def test_many_records_are_let_through_as_each_of_them_is(
    kept: Counted, lens: Lens, narrowed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier, lens = kept.open(), replace(lens, **NARROWED[narrowed])
    monkeypatch.setattr("caucasus_tui.page.lens.MANY", 10)
    for records in (dossier.events, dossier.levers, dossier.places, *(one.terms for one in dossier.agreements)):
        assert lens.among(dossier, records) == [one for one in records if lens.admits(dossier, one)]


@pytest.mark.parametrize(("pane", "kinds"), [("actors", {"lever", "term"}), ("timeline", {"event"})])
def test_of_what_is_shown_alone_a_pane_lists_its_own_kinds(
    kept: Counted, lens: Lens, pane: str, kinds: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = kept.open()
    alone: Any = dossier.relations.alone
    make, listed = alone._make, set[str]()

    def listing(body: bytes) -> object:
        listed.update(address.partition(":")[0] for address in body.decode().split(" "))
        return make(body)

    monkeypatch.setattr(alone, "_make", listing)
    assert plain(page_at(dossier, f"pane:{pane}", replace(lens, facet="fact")).rows[:40])
    assert listed == kinds


@pytest.mark.parametrize("facet", [None, "fact"])
def test_how_many_statements_name_an_actor_is_known_without_a_list_of_them(
    kept: Counted, lens: Lens, facet: Facet | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Cites, "_texts", property(lambda cites: pytest.fail("it was listed")))
    assert plain(page_at(kept.open(), "pane:actors", replace(lens, facet=facet)).rows)


def test_of_an_actor_only_what_is_looked_at_is_laid_out(
    kept: Counted, lens: Lens, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def count_calls(room: object, name: str) -> None:
        of = getattr(room, name)

        def counting(*given: object) -> object:
            made.append(name)
            return of(*given)

        monkeypatch.setattr(room, name, counting)

    count_calls(related, "_lines")
    count_calls(actor_card, "_owed")
    dossier = kept.open()
    owing = next(actor for actor in dossier.actors if len([*terms_by_force(dossier, actor.id, "obligors")]) > 5)
    actor_card.actor_parts(dossier, owing, replace(lens, facet="fact"))
    assert not made
    page = page_at(dossier, owing.ref, lens)
    assert plain(page.rows[: page.card]) and "_lines" not in made
    assert plain(page.rows) and "_lines" in made


def test_of_actors_with_levers_or_terms_no_statements_are_counted_to_show_them_alone(
    kept: Counted, lens: Lens, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier, counted = kept.open(), list[object]()
    monkeypatch.setattr(Dossier, "statement_counts", noted(counted, Dossier.statement_counts))
    page = page_at(dossier, "pane:actors", replace(lens, facet="fact"))
    assert plain(page.rows[: page.header + 5])
    assert len(counted) < len(dossier.actors) // 2


def test_what_is_shown_alone_of_an_actor_is_asked_about_all_at_once(
    kept: Counted, lens: Lens, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("caucasus_tui.page.lens.is_alone", noted(asked, is_alone))
    dossier = kept.open()
    owing = max(dossier.actors, key=lambda actor: len([*terms_by_force(dossier, actor.id, "obligors")]))
    page = page_at(dossier, owing.ref, replace(lens, facet="fact"))
    assert plain(page.rows[: page.card])
    assert 0 < len(asked) < 20


def test_what_is_shown_alone_of_the_ledger_is_asked_about_all_at_once_and_walks_through_no_record(
    kept: Counted, lens: Lens, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, walked = list[object](), list[object]()
    monkeypatch.setattr("caucasus_tui.page.lens.is_alone", noted(asked, is_alone))
    monkeypatch.setattr("caucasus_tui.dossier.model.relations.cites_and_links", noted(walked, cites_and_links, 0))
    page = page_at(kept.open(), "pane:ledger", replace(lens, facet="fact", layers=frozenset({"later"})))
    assert plain(page.rows[:40]) and page.rows[1].subject
    assert 0 < len(asked) < 5 and not walked


@pytest.mark.parametrize("minutes", [None, 5])
def test_a_brief_reads_what_it_cites(kept: Counted, lens: Lens, minutes: int | None) -> None:
    whole = build(kept.open(), Request(today=lens.today))
    lines = sum(len(section.lines) for section in whole.sections)  # a shorter one is cut from it
    build(kept.open(), Request(today=lens.today, minutes=minutes))
    assert 0 < kept.read <= A_PAGE + A_ROW * lines


@pytest.mark.parametrize("query", ["a", "with na", "actor:actor-1"])
def test_a_search_reads_what_it_shows(kept: Counted, query: str) -> None:
    index = SearchIndex(kept.open())
    index.find("vocabulary")  # read whole, once
    kept.read = 0
    found = index.find(query)
    assert 0 < kept.read <= A_PAGE + 2 * A_ROW * len(found.hits)


@pytest.mark.parametrize("pane", ["why", "outlook", "sources", "terms", "recommendations", "tracks", "names"])
@pytest.mark.parametrize("zoomed", [False, True], ids=["", "zoomed"])
def test_a_pane_of_many_texts_reads_for_those_in_sight(kept: Counted, lens: Lens, pane: str, zoomed: bool) -> None:
    dossier = kept.open()
    page = page_at(dossier, f"pane:{pane}", replace(lens, zoomed=zoomed))
    assert plain(page.rows[:40])
    assert kept.read <= A_PAGE + A_ROW * 40


@pytest.mark.parametrize("address", ["source:source-0", "behind:source:source-0"])
def test_of_a_source_the_paragraphs_in_sight_are_read(kept: Counted, lens: Lens, address: str) -> None:
    page = page_at(kept.open(), address, lens)
    assert len(page.rows[:10]) == 10
    assert kept.read <= 50


@pytest.mark.parametrize("part", ["d", "F"])
def test_of_documents_and_numbers_those_in_sight_are_laid_out(
    kept: Counted, lens: Lens, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    for room, name in ((sources, "descriptor_rows"), (figures, "hanging")):
        monkeypatch.setattr(room, name, noted(made, getattr(room, name)))
    page = page_at(kept.open(), "pane:sources", replace(lens, pick=f"section:{part}"))
    assert not made and plain(page.rows[:5])
    assert len(made) < 5


def test_paragraphs_are_found_among_documents_although_none_is_a_block_of_its_own(kept: Counted, lens: Lens) -> None:
    dossier = kept.open()
    page = page_at(dossier, "pane:sources", replace(lens, pick="section:d"))
    assert isinstance(page.rows, GrowingRows) and len(page.rows.parts) <= 4 * len(dossier.sources) + 5
    for address in ("source-0:p8", "source-3:p40"):
        at = page.rows.place(address)
        assert at is not None and page.rows[at].subject == address
    assert page.rows.place("source-3:p0") is None and page.rows.place("source-99:p8") is None
    ours = page_at(dossier, "pane:sources", replace(lens, pick="section:d", facet="curator"))
    assert not any(row.subject.startswith("source-") for row in ours.rows)


def test_beside_numbers_no_paragraph_is_listed(kept: Counted, lens: Lens, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[object] = []
    monkeypatch.setattr(sources, "paragraph_list", noted(listed, paragraph_list))
    for part in "Fvui":
        assert plain(page_at(kept.open(), "pane:sources", replace(lens, pick=f"section:{part}")).rows[:5])
    assert not listed


@pytest.mark.parametrize("pick", ["", "section:m", "section:p"])
def test_of_every_other_name_those_in_sight_are_laid_out(
    kept: Counted, lens: Lens, pick: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[object] = []
    monkeypatch.setattr(names, "name_spans", noted(laid, name_spans, 0))
    page = page_at(kept.open(), "pane:names", replace(lens, pick=pick))
    assert plain(page.rows[:10]) and not laid
    assert plain(page.rows) and bool(laid) == (not pick)


def test_of_name_rules_that_have_no_room_none_is_laid_out(
    kept: Counted, lens: Lens, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[object] = []
    monkeypatch.setattr(name_card, "_line", noted(laid, name_card._line))
    dossier = kept.open()
    rules = [*dossier.names, *(replace(rule, id=f"free-{rule.id}", avoid=()) for rule in dossier.names)]
    page = name_card.name_card(dossier, rules, replace(lens, height=len(dossier.names) + 5))
    assert len(laid) == sum(bool(rule.avoid) for rule in rules) and page.note.startswith("+")


def test_of_what_names_an_actor_the_fields_that_may_name_it_are_looked_at(
    kept: Counted, lens: Lens, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier, looked = kept.open(), list[object]()
    actor = max(dossier.actors, key=lambda one: len(dossier.linked_from(one.ref)))
    monkeypatch.setattr(fields, "links", noted(looked, links, 0))
    for one in dossier.linked_from(actor.ref):
        looked.clear()
        fields.names_outside(one, actor.ref, {one.kind: ()})
        assert looked and all(looked) and len(looked) <= 4


def test_of_what_is_linked_to_at_the_end_of_an_actors_page_some_is_laid_out(
    kept: Counted, lens: Lens, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier, laid = kept.open(), list[object]()
    actor = max(dossier.actors, key=lambda one: len(dossier.linked_from(one.ref)))
    monkeypatch.setattr(record, "AT_ONCE", 5)
    monkeypatch.setattr(record, "link_span", noted(laid, fields.link_span))
    page = page_at(dossier, actor.ref, lens)
    assert isinstance(page.rows, GrowingRows) and cursor.last(page).row
    assert 0 < len(laid) < len([row for row in page.rows if row.stops()])
    assert plain(page.rows).count("event: ") > 2


def test_where_a_source_is_named_its_paragraphs_are_not_read(kept: Counted) -> None:
    dossier = kept.open()
    assert exists(dossier, parse("source:source-0")) and not rests_on(dossier, parse("source:source-0"))
    assert kept.read <= 5


@pytest.mark.parametrize("view", ["around", "without"])
def test_of_what_hangs_together_with_a_condition_only_what_is_in_sight_is_made(
    kept: Counted, lens: Lens, view: str
) -> None:
    dossier = kept.open()
    page = page_at(dossier, "pane:why", replace(lens, pick=f"{view}:{dossier.conditions[0].id}"))
    assert plain(page.rows[:40])
    assert kept.read <= A_PAGE + A_ROW * 40


def test_reading_anew_what_is_unchanged_reads_the_outline_of_its_sources(kept: Counted) -> None:
    kept.open()
    kept.read = 0
    assert recall(kept.store, "made-up")
    assert kept.read <= 2 * STATEMENTS // STATEMENTS_A_SOURCE + 10


def test_the_list_of_dossiers_reads_nothing(kept: Counted, lens: Lens) -> None:
    session = Session(kept.open(), clock=lambda: lens.today)
    kept.read = 0
    assert Answers(session, KEYS, ()).asking("D", Here()).page(80)
    assert kept.read == 0


@pytest.mark.parametrize("typed", ["p8.2", "p8", "p8.99", "lever:none"])
def test_what_is_typed_is_found_without_reading_the_sources(kept: Counted, typed: str) -> None:
    dossier = kept.open()
    page = go_to_page(dossier, KEYS, typed)
    offered = [row.subject for row in page.rows if row.subject]
    assert page.note.endswith(("place", "places")) == (typed in ("p8.2", "p8"))
    assert kept.read <= 4 + 2 * len(offered)
