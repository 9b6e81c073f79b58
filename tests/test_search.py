"""Search on a small dossier made here: what is found, in which order, and what is marked."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from caucasus_tui.dossier.model.dates import DateRole, Edtf, When
from caucasus_tui.dossier.model.dossier import About, Dossier
from caucasus_tui.dossier.model.frame_words import Lane, SourceForm
from caucasus_tui.dossier.model.links import ActorId, Citation, PlaceId
from caucasus_tui.dossier.model.pane_names import PANE_KINDS
from caucasus_tui.dossier.model.records import (
    Actor,
    Agreement,
    Cited,
    Code,
    Derived,
    Event,
    Gap,
    Lever,
    Place,
    Recommendation,
    Scenario,
    Tension,
    Term,
)
from caucasus_tui.dossier.model.records.actors import Name
from caucasus_tui.dossier.model.records.events import Participant
from caucasus_tui.dossier.model.sources import Hedge, Paragraph, Source, Statement
from caucasus_tui.dossier.search import KIND_ORDER, Hit, Results, SearchIndex, index
from caucasus_tui.dossier.search.engine import Match
from caucasus_tui.dossier.search.entries import entries
from caucasus_tui.dossier.search.highlights import EXCERPT_LENGTH, excerpt, matching_spans
from caucasus_tui.dossier.search.rank import is_called_so
from caucasus_tui.dossier.search.searches import Found, Searches
from caucasus_tui.dossier.text.fold import fold
from caucasus_tui.page.search_results import found_page


def when(edtf: str | None, role: DateRole = "point", stated: str = "not stated", ongoing: bool = False) -> When:
    return When(edtf=Edtf(edtf) if edtf else None, role=role, as_stated=stated, ongoing=ongoing)


def cites(*statements: str) -> tuple[Citation, ...]:
    return tuple(Citation(f"paper:{statement}") for statement in statements)


def ids(*names: str) -> tuple[ActorId, ...]:
    return tuple(ActorId(name) for name in names)


STATEMENTS = (
    Statement(id="p1.1", type="fact", text="Traffic through the corridor has been stopped since December."),
    Statement(
        id="p1.2",
        type="attributed",
        text="Putin said there was nothing to discuss.",
        actors=ids("russia"),
        when=when("2023-09-12", stated="12 September"),
    ),
    Statement(
        id="p1.3",
        type="forecast",
        text="Iran may keep silent.",
        actors=ids("iran"),
        hedge=Hedge(word="may", code="possible-unquantified"),
        quote="a long silence",
    ),
    Statement(id="p1.4", type="fact", text="Iran may keep silent.", duplicate_of="p1.3"),
    Statement(id="p2.1", type="recommendation", text="The union should start to use its funds.", actors=ids("union")),
    Statement(id="p2.2", type="fact", text="Peacekeepers stood by.", actors=ids("russia"), places=(PlaceId("town"),)),
)

DOSSIER = Dossier(
    about=About(
        title="A valley",
        short_title="Valley",
        version="1",
        as_of=when("2023-09", "as-of"),
        bottom_line=(Cited(text="Nothing is settled.", cites=cites("p1.1")),),
    ),
    sources=(
        Source(
            id="paper",
            title="The paper",
            publisher="A house",
            form=SourceForm("commentary"),
            standpoint="that of its authors",
            as_of=when("2023-09", "as-of"),
            access="public",
            paragraphs=(
                Paragraph(id="p1", about="what happened", statements=STATEMENTS[:4]),
                Paragraph(id="p2", about="what to do", statements=STATEMENTS[4:]),
            ),
        ),
    ),
    actors=(
        Actor(id="russia", title="Russia", short="RU", form="state", cites=cites("p1.2")),
        Actor(id="iran", title="Iran", short="IR", form="state", cites=cites("p1.3")),
        Actor(id="union", title="The Union", short="EU", form="body", names=(Name(name="Brussels", used_by="all"),)),
        Actor(
            id="pashinyan",
            title="Nikol Pashinyan",
            short="NP",
            form="person",
            names=(Name(name="Փաշինյան", used_by="Armenian usage"),),
        ),
    ),
    places=(
        Place(
            id="town",
            title="Stepanakert / Khankendi",
            form="city",
            precision="locality",
            names=tuple(
                Name(name=name, used_by="some")
                for name in ("Stepanakert", "Khankendi", "Xankəndi", "Ханкенди", "Ստեփանակերտ")
            ),
            cites=cites("p2.2"),
        ),
        Place(id="exclave", title="Nakhichevan", form="region", precision="region"),
    ),
    events=(
        Event(
            id="corridor-closed",
            title="Corridor closed",
            when=when("2022-12", "onset", "since December", ongoing=True),
            lane=Lane("humanitarian"),
            actors=(Participant(actor=ActorId("russia"), role="bystander"),),
            cites=cites("p1.1"),
        ),
        Event(
            id="offensive",
            title="Start of the offensive",
            when=when("[2023-09-12..2023-09-20]"),
            lane=Lane("military"),
            actors=(),
            cites=cites("p1.2"),
        ),
    ),
    levers=(
        Lever(
            id="funds",
            title="Committed funds",
            holders=ids("union"),
            targets=ids("russia"),
            domain="economic",
            mechanism="Money for energy",
            direction="induce",
            status="latent",
            cites=cites("p2.1"),
        ),
    ),
    agreements=(
        Agreement(
            id="truce",
            title="The truce",
            when=when("2023-09-20", stated="20 September"),
            parties=ids("russia"),
            parties_basis="implied",
            status="in-force",
            terms=(
                Term(
                    id="disarm",
                    title="Forces disarm",
                    order=1,
                    depth="commitment",
                    status="agreed",
                    deadline=when("2025", "deadline", "2025"),
                ),
            ),
        ),
    ),
    scenarios=(
        Scenario(id="silence", title="Silence goes on", order=1, actors=ids("iran"), cites=cites("p1.3")),
        Scenario(id="other", title="Something else", order=2, cites=cites("p2.1")),
    ),
    recommendations=(
        Recommendation(
            id="use-funds",
            title="Use the funds",
            order=1,
            form="ask",
            addressee=ids("union"),
            window=(when(None, "window", "coming days"),),
            risk=Derived(text="The curator sees a risk of delay."),
            cites=cites("p2.1"),
        ),
    ),
    tensions=(
        Tension(id="t3", title="Guards who do not guard", sides=(Cited(text="They stood by.", cites=cites("p2.2")),)),
    ),
    gaps=(
        Gap(
            id="offensive-start",
            title="On which day did the offensive begin?",
            answer="not in source",
            also_asked=("when did the offensive start",),
        ),
        Gap(id="deaths", title="How many people were killed?", answer="not in source", also_asked=("death toll",)),
    ),
    codebook=(Code(id="latent", title="latent", vocabulary="lever status", meaning="there, and not used"),),
)

INDEX = SearchIndex(DOSSIER)


def refs(query: str) -> list[str]:
    return [hit.ref for hit in INDEX.find(query).hits]


def first(query: str) -> str | None:
    return next(iter(refs(query)), None)


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "ref"),
    [
        ("Xankəndi", "place:town"),
        ("ханкенди", "place:town"),
        ("KHANKENDI", "place:town"),
        ("khankan", "place:town"),
        ("Stepanakert", "place:town"),
        ("Step'anakert", "place:town"),
        ("Степанакерт", "place:town"),
        ("Ստեփ", "place:town"),
        ("Փաշինյան", "actor:pashinyan"),
        ("Pashinian", "actor:pashinyan"),
        ("Nakichevan", "place:exclave"),
        ("brussels", "actor:union"),
        ("eu", "actor:union"),
        ("peacekeprs", "paper:p2.2"),
        ("committed funds", "lever:funds"),
        ("funds committed", "lever:funds"),
        ("money energy", "lever:funds"),
        ("disarming", "term:disarm"),
        ("what happened", "paper:p1"),
        ("a long silence", "paper:p1.3"),
        ("latent", "code:latent"),
        ("risk delay", "recommendation:use-funds"),
        ("when did the offensive start", "gap:offensive-start"),
        ("When did the offensive begin?", "gap:offensive-start"),
        ("how many people died", "gap:deaths"),
        ("start of the offensive", "event:offensive"),
        ("when has the offensive suddenly started", "gap:offensive-start"),
        ("paper:p1.2", "paper:p1.2"),
        ("p1.2", "paper:p1.2"),
        ("P2", "paper:p2"),
        ("!T3", "tension:t3"),
        ("paper", "source:paper"),
        ("event:offensive", "event:offensive"),
        ("the", "actor:union"),
    ],
)
def test_what_comes_first(query: str, ref: str) -> None:
    assert first(query) == ref


@pytest.mark.parametrize("query", ["for now", "one day", "so far"])
def test_what_is_said_besides_is_looked_for_where_nothing_else_is(real: Dossier, query: str) -> None:
    assert SearchIndex(real).find(query).hits


def test_every_title_and_name_finds_its_own_record() -> None:
    named: tuple[Actor | Place, ...] = (*DOSSIER.actors, *DOSSIER.places)
    for record in named:
        for name in record.names:
            assert record.ref in refs(name.name), name
    for other in DOSSIER.records():
        assert other.ref in refs(other.title), other.title


@pytest.mark.parametrize("written", ["خامنه\u200cای", "خامنهای"])
@pytest.mark.parametrize("typed", ["خامنه\u200cای", "خامنهای", "خامنه ای"])
def test_a_name_is_found_with_a_joiner_a_blank_and_neither(written: str, typed: str) -> None:
    actor = Actor(id="leader", title="A leader", short="AL", form="person", names=(Name(name=written, used_by="x"),))
    index = SearchIndex(replace(DOSSIER, actors=(*DOSSIER.actors, actor)))
    assert [hit.ref for hit in index.find(typed).hits] == ["actor:leader"]


def test_whose_usage_a_name_is_is_no_text() -> None:
    assert refs("Armenian usage") == [] and refs("usage") == []


def test_a_title_comes_before_a_text_and_what_is_equal_keeps_the_order_of_the_files() -> None:
    assert refs("russia")[0] == "actor:russia"
    assert refs("offensive") == refs("offensive")
    assert refs("silent").index("paper:p1.3") < refs("silent").index("actor:iran")


def test_a_statement_that_repeats_another_is_not_found_twice() -> None:
    assert "paper:p1.4" not in refs("iran silent")


def test_the_text_of_a_term_is_the_term_s() -> None:
    assert refs("disarm") == ["term:disarm"]


def test_hits_say_where_they_match_in_the_text_as_written() -> None:
    hit = INDEX.find("khank").hits[0]
    assert marked(hit.title, hit.title_spans) == ["Khank"]
    hit = INDEX.find("xankə").hits[0]
    assert marked(hit.snippet, hit.snippet_spans) == ["Xankə"]
    hit = next(hit for hit in INDEX.find("putin discuss").hits if hit.ref == "actor:russia")
    assert marked(hit.snippet, hit.snippet_spans) == ["Putin", "discuss"]
    assert hit.snippet_cites == ("paper:p1.2",)


def test_what_is_the_curators_has_no_citation() -> None:
    hit = INDEX.find("risk delay").hits[0]
    assert hit.snippet == "The curator sees a risk of delay." and hit.snippet_cites == ()


def test_a_gap_shows_its_answer_and_a_record_its_first_statement_where_only_the_title_matches() -> None:
    assert INDEX.find("which day did the offensive begin").hits[0].snippet == "not in source"
    event = INDEX.find("corridor closed").hits[0]
    assert event.snippet == STATEMENTS[0].text and event.type == "fact"


def test_nothing_found_offers_the_nearest_word_as_it_is_written() -> None:
    results = INDEX.find("Iraq")
    assert (results.hits, results.total, results.nearest) == ((), 0, "Iran")
    assert INDEX.find("zzzzzzz").nearest is None
    assert INDEX.find("").total == 0 and INDEX.find("  ").nearest is None


def test_a_repaired_word_is_said() -> None:
    assert INDEX.find("peacekeprs").repaired == (("peacekeprs", "Peacekeepers"),)
    assert INDEX.find("peacekeep").repaired == ()


def test_words_are_anded_and_only_a_longer_query_is_relaxed() -> None:
    assert INDEX.find("corridor iran").total == 0
    relaxed = INDEX.find("iran corridor traffic december")
    assert relaxed.relaxed and {hit.ref for hit in relaxed.hits} == {"event:corridor-closed", "paper:p1.1"}
    assert not INDEX.find("corridor traffic december stopped").relaxed


def test_of_a_question_that_nothing_holds_whole_whom_it_names_is_found(tiny: Dossier) -> None:
    asked = INDEX.find("what may iran do where corridor traffic stopped in december")
    assert asked.relaxed and {"actor:iran", "event:corridor-closed"} <= {hit.ref for hit in asked.hits}
    said = "\n".join(row.text for row in found_page(tiny, Found(asked), 40).rows[:2])
    assert "Nothing holds all words" in said  # also where the title of the page has no room for a note
    assert not any("all words" in remark for remark in INDEX.find('"traffic corridor"').remarks)


ASKED = "what may mill 255 do where corridor traffic stopped in december"


def test_whom_a_question_names_is_found_among_many_of_nearly_that_name() -> None:
    mills = tuple(Actor(id=f"mill-{n}", title=f"Mill {n}", short=f"M{n}", form="body") for n in range(100, 260))
    assert SearchIndex(replace(DOSSIER, actors=(*DOSSIER.actors, *mills))).find(ASKED).hits[0].ref == "actor:mill-255"


def test_a_name_without_letters_is_named_by_no_question() -> None:
    house = Actor(
        id="house", title="House of traffic", short="HT", form="body", names=(Name(name="🏁", used_by="all"),)
    )
    found = SearchIndex(replace(DOSSIER, actors=(*DOSSIER.actors, house))).find(ASKED.replace("mill 255", "iran"))
    assert found.relaxed and "actor:house" not in {hit.ref for hit in found.hits}


def test_what_comes_first_counts_once_where_many_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = "how many people were killed when the corridor closed in december"
    found = INDEX.find(asked)
    assert found.relaxed and found.hits[0].kind == "gap"
    monkeypatch.setattr(index, "RANKED", 0)
    assert INDEX.find(asked).total == found.total


def test_what_is_being_looked_for_is_not_looked_for_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def slow(self: SearchIndex, query: str, limit: int) -> Results:
        asked.append(query)
        sleep(0.05)
        return Results(query=query)

    monkeypatch.setattr(SearchIndex, "find", slow)
    searches = Searches(DOSSIER)
    with ThreadPoolExecutor(2) as both:
        assert len({*map(id, both.map(lambda query: searches.found(query, later=False), ("iran", "iran")))}) == 1
    assert asked == ["iran"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("actor:iran kind:forecast", {"actor:iran", "paper:p1.3", "scenario:silence"}),
        ("actor:ir kind:fore", {"actor:iran", "paper:p1.3", "scenario:silence"}),
        ("actor:Brussels type:lever", {"lever:funds"}),
        ("actor:pashin", {"actor:pashinyan"}),
        ('actor:"nikol pashinyan"', {"actor:pashinyan"}),
        ("place:Ханкенди type:tension", {"tension:t3"}),
        ("pane:terms", {"agreement:truce", "term:disarm"}),
        ("pane:term", {"agreement:truce", "term:disarm"}),
        ("pane:lever", {"lever:funds"}),
        ("pane:gap", {"gap:offensive-start", "gap:deaths"}),
        ("type:event", {"event:corridor-closed", "event:offensive"}),
        ("type:event after:2023-09 before:2023-10", {"event:corridor-closed", "event:offensive"}),
        ("type:event after:2023-09-21", {"event:corridor-closed"}),
        ("type:event before:2023", {"event:corridor-closed"}),
        ("type:event before:2022-12", set()),
        ("pane:terms after:2024", {"term:disarm"}),
        ("pane:terms before:2023-09-21", {"agreement:truce"}),
        ("TYPE:Event offensive", {"event:offensive"}),
    ],
)
def test_filters(query: str, found: set[str]) -> None:
    results = INDEX.find(query)
    assert results.problem is None
    assert {hit.ref for hit in results.hits} == found


def test_the_subject_of_a_filter_comes_first() -> None:
    assert first("actor:russia") == "actor:russia"


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("actor:irna", "did you mean 'iran'?"),
        ("actor:zz", "write an id or a name"),
        ("kind:rumour", "write one of fact, attributed"),
        ("type:thing", "write one of question, actor, place"),
        ("pane:nine", "write one of timeline"),
        ("after:yesterday", "takes a date such as"),
        ("before:2023-13 iran", "takes a date such as"),
    ],
)
def test_a_filter_that_cannot_be_used_is_said_in_one_line(query: str, problem: str) -> None:
    results = INDEX.find(query)
    assert results.problem is not None and problem in results.problem and "\n" not in results.problem
    assert results.hits == () and results.total == 0


def test_the_limit_cuts_the_hits_and_not_the_total() -> None:
    whole, cut = INDEX.find("the"), INDEX.find("the", limit=2)
    assert len(cut.hits) == 2 and cut.total == whole.total > 2
    assert cut.hits == whole.hits[:2]


def test_groups_hold_every_hit_once_the_best_first() -> None:
    results = INDEX.find("when did the offensive start")
    assert results.groups[0].kind == "gap"
    results = INDEX.find("russia")
    assert results.groups[0].kind == results.hits[0].kind
    assert [group.kind for group in results.groups] == list(dict.fromkeys(hit.kind for hit in results.hits))
    assert sorted(hit.ref for group in results.groups for hit in group.hits) == sorted(hit.ref for hit in results.hits)


def test_statements_that_hold_the_words_come_first_but_for_what_is_called_so() -> None:
    found = [("term", False), ("place", True), ("actor", True), ("statement", False), ("gap", False)]
    hits = tuple(Hit(ref=f"{kind}:x", kind=kind, title=kind, is_called_so=called) for kind, called in found)
    by_words = Results(query="x", hits=hits, by_words=True)
    assert [group.kind for group in by_words.groups] == ["place", "statement", "term", "actor", "gap"]
    word = (Hit(ref="code:x", kind="code", title="x", is_called_so=True), *hits)
    assert [group.kind for group in replace(by_words, hits=word).groups][:2] == ["statement", "code"], "ours come after"
    unnamed = replace(by_words, hits=tuple(replace(hit, is_called_so=False) for hit in hits))
    assert [group.kind for group in unnamed.groups] == ["statement", "term", "place", "actor", "gap"]
    assert [group.kind for group in replace(by_words, by_words=False).groups] == [kind for kind, _ in found]


def test_what_is_called_so_is_so_by_its_whole_name_an_actor_by_a_part_of_one_and_a_date_by_what_has_it() -> None:
    word, date = (Match(word, {1: 5.0, 2: 3.0}, {1: 0.8}, {word: (0.8, 4)}) for word in ("minister", "@2023-09-20"))
    called = partial(is_called_so, has_names=False)
    assert called(2, 1000.0, [word]) and not called(1, 900.0, [word])
    assert is_called_so(1, 300.0, [word], has_names=True) and not is_called_so(2, 300.0, [word], has_names=True)
    assert called(1, 500.0, [date]) and not called(2, 500.0, [date]) and not called(1, 500.0, [date, word])
    assert not is_called_so(1, 0.0, [], has_names=True), "a filter alone names nothing"


def test_words_are_told_from_names_and_questions() -> None:
    assert INDEX.find("russia").by_words and not INDEX.find("what did russia do").by_words
    assert INDEX.find("russia").groups[0].hits[0].is_called_so


def test_every_kind_of_record_has_a_pane() -> None:
    shown = {kind for kinds in PANE_KINDS.values() for kind in kinds}
    assert set(KIND_ORDER) == {*shown, "question"} and {record.kind for record in DOSSIER.records()} <= shown


@given(st.text() | st.text(':"actorkind beforeafter2023-', max_size=30))
def test_no_query_raises_and_every_span_lies_in_its_text(query: str) -> None:
    results = INDEX.find(query)
    assert results.total >= len(results.hits)
    for hit in results.hits:
        for text, spans in ((hit.title, hit.title_spans), (hit.snippet, hit.snippet_spans)):
            assert all(0 <= start < end <= len(text) for start, end in spans)
            assert list(spans) == sorted(spans)


@given(st.text(max_size=400), st.data())
def test_an_excerpt_keeps_its_length_and_its_marks(text: str, data: st.DataObject) -> None:
    known = sorted(fold(text).split()) or [""]
    word = data.draw(st.sampled_from(known))
    spans = matching_spans(text, {word: len(word)} if word else {})
    cut, kept = excerpt(text, spans)
    assert len(cut) <= EXCERPT_LENGTH
    assert all(fold(cut[start:end]) == word for start, end in kept)
    assert not spans or kept or spans[0][1] - spans[0][0] > EXCERPT_LENGTH // 2


def test_what_is_longer_than_any_word_is_cut_where_the_room_ends() -> None:
    cut, _ = excerpt(f"gate {'x' * 400}", ((0, 4),))
    assert len(cut) > EXCERPT_LENGTH - 5 and cut.endswith("x…")
    cut, _ = excerpt(f"gate {'wall ' * 80}", ((0, 4),))
    assert cut.endswith(" wall…")


def test_days_of_what_goes_on_have_no_end() -> None:
    entry = next(entry for entry in entries(DOSSIER) if entry.ref == "event:corridor-closed")
    assert entry.days == ((date(2022, 12, 1), date.max),)


def test_what_is_said_of_a_query_is_whole_and_ends_once(tiny: Dossier) -> None:
    page = found_page(tiny, Found(INDEX.find("z" * 190)), 60)
    assert "".join(row.text for row in page.rows).count("z") >= 190 and all(row.width <= 60 for row in page.rows)
    said = "\n".join(row.text for row in found_page(tiny, Found(INDEX.find("afte:2023 mill")), 80).rows)
    assert "did you mean 'after'?" in said and "?." not in said
