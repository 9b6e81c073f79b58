"""Search on the bundled dossier: the names, questions and slips of the pen that a reader would type."""

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Actor, Place
from caucasus_tui.dossier.search import SearchIndex


@pytest.fixture(scope="session")
def index(real: Dossier) -> SearchIndex:
    return SearchIndex(real)


def refs(index: SearchIndex, query: str) -> list[str]:
    return [hit.ref for hit in index.find(query).hits]


@pytest.mark.parametrize("name", ["Xankəndi", "Ханкенди", "khankendi", "Stepanakert", "Степанакерт", "Ստեփանակերտ"])
def test_one_place_under_all_its_names(index: SearchIndex, name: str) -> None:
    assert refs(index, name)[0] == "place:stepanakert"


def test_every_name_of_an_actor_or_place_finds_it_near_the_top(index: SearchIndex, real: Dossier) -> None:
    named: tuple[Actor | Place, ...] = (*real.actors, *real.places)
    for record in named:
        for name in (record.title, *(other.name for other in record.names)):
            assert record.ref in refs(index, name)[:5], f"{name!r} does not lead to {record.ref}"


def test_every_gap_is_found_by_its_question_first(index: SearchIndex, real: Dossier) -> None:
    for gap in real.gaps:
        assert refs(index, gap.title)[0] == gap.ref
        for question in gap.also_asked:
            assert gap.ref in refs(index, question), question


def test_every_record_and_statement_is_found_by_its_own_words(index: SearchIndex, real: Dossier) -> None:
    for record in real.records():
        assert record.ref in refs(index, record.title), record.ref
    for cite, said in real.statements():
        if not said.duplicate_of:
            assert cite in refs(index, said.text), cite
            assert refs(index, cite)[0] == cite


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("when did the offensive start", "gap:offensive-start"),
        ("When did the offensive begin?", "gap:offensive-start"),
        ("how many people died", "gap:casualties"),
        ("how many people were killed", "gap:casualties"),
        ("how many casualties", "gap:casualties"),
        ("who wrote the commentary", "gap:authors-names"),
    ],
)
def test_a_question_finds_the_gap_that_answers_it(index: SearchIndex, question: str, ref: str) -> None:
    assert refs(index, question)[0] == ref


@pytest.mark.parametrize(
    ("slip", "word"),
    [("peacekeprs", "peacekeepers"), ("Pashinian", "Pashin"), ("Nakichevan", "Nakhi"), ("Azerbijan", "Azerbaijan")],
)
def test_a_slip_of_the_pen_finds_what_was_meant(index: SearchIndex, slip: str, word: str) -> None:
    hit = index.find(slip).hits[0]
    assert word in f"{hit.title} {hit.snippet}"


def test_no_hit_offers_the_nearest_word(index: SearchIndex) -> None:
    results = index.find("Iraq")
    assert results.total == 0 and results.nearest == "Iran"


def test_only_matched_words_are_marked(index: SearchIndex) -> None:
    for hit in index.find("lachin corridor").hits:
        for text, spans in ((hit.title, hit.title_spans), (hit.snippet, hit.snippet_spans)):
            assert all(text[start].isalpha() and end <= len(text) for start, end in spans)


@pytest.mark.parametrize("query", ["2 September", "1 September", "202", "Lavrov", "Metsola", "Erdogan", "nuclear"])
def test_nothing_far_fetched_is_found_or_offered(index: SearchIndex, query: str) -> None:
    results = index.find(query)
    assert (results.hits, results.nearest, results.repaired) == ((), None, ())


@pytest.mark.parametrize(
    "date",
    [
        "2023-09-20",
        "20.09.2023",
        "20/9/2023",
        "20 September",
        "20th of September 2023",
        "Sept. 20",
        "September 20, 2023",
    ],
)
def test_a_date_finds_what_is_dated_so_in_any_form(index: SearchIndex, date: str) -> None:
    assert refs(index, date)[0] == "agreement:ceasefire-2023"


@pytest.mark.parametrize("typed", ["[{}]", "“{}”", "«{}»", "{}…", "{}:", "({}),", "says so. [attributed: {}]"])
def test_an_address_is_found_however_it_is_wrapped(index: SearchIndex, typed: str) -> None:
    for cite in ("ecfr-2023:p8.2", "p8.2"):
        assert refs(index, typed.format(cite))[0] == "ecfr-2023:p8.2"


def test_words_left_out_and_words_together(index: SearchIndex) -> None:
    together = refs(index, '"lachin corridor"')
    assert together[0] == "place:lachin-corridor" and not index.find('"lachin corridor"').relaxed
    assert index.find('"corridor lachin"').relaxed
    for query in ("russia -putin", "russia NOT putin", "-putin russia"):
        found = index.find(query)
        assert 0 < found.total < index.find("russia").total
        assert not any("putin" in f"{hit.title} {hit.snippet}".lower() for hit in found.hits)


def test_what_only_looks_like_a_filter_is_text_and_said(index: SearchIndex) -> None:
    results = index.find("EU:energy")
    assert results.hits and results.problem is None and "no filter is called" in results.remarks[0]
    assert index.find("https://ecfr.eu/article/x").problem is None


def test_a_source_is_a_filter(index: SearchIndex, real: Dossier) -> None:
    for hit in index.find("source:ap-2023-09-26", limit=500).hits:
        record = real.record(hit.ref)
        assert hit.ref.startswith(("ap-2023-09-26:", "source:ap")) or (record and "ap-2023-09-26" in repr(record))
