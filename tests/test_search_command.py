"""`caucasus-tui search` and the page of hits: words with a dash, what is said of the query, and the match in sight."""

import re

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.search import SearchIndex
from caucasus_tui.dossier.search.searches import Found
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows.row import plain
from caucasus_tui.page.rows.wrapping import NBSP
from caucasus_tui.page.search_results import found_page, hit_rows


@pytest.mark.parametrize(
    "words",
    [
        ["russia", "-putin"],
        ["-putin", "russia"],
        ["--", "russia", "-putin"],
        ["russia -putin"],
        ["russia", "NOT", "putin"],
    ],
)
def test_a_word_with_a_dash_is_left_out(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dossier", "bundled", "search", *words]) == 0
    out = capsys.readouterr().out
    assert "actor:russia" in out and "Putin" not in out


def test_a_query_of_a_dash_alone_is_a_query(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "-zebra"]) == 0
    with pytest.raises(SystemExit):  # a long option that is none is still a mistake
        main(["search", "lachin", "--zebra"])


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("EU:energy", "no filter is called 'eu'"),
        ("lachin AND corridor", "AND is not needed"),
        ("lachin OR zangezur", "OR is not read"),
        ("lachin*", "* is not needed"),
        ("5/9/2023", "is read as 5 September 2023"),
        ("2 September", "nothing is dated 2 September"),
        ("last week", "is not read as a date"),
        ("peacekeprs", "taken for 'peacekeepers'"),
    ],
)
def test_what_may_surprise_is_said(query: str, said: str, real: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    main(["search", query])
    assert said in capsys.readouterr().err
    if "taken" not in said:
        page = plain(found_page(real, Found(SearchIndex(real).find(query)), 200).rows)
        assert said.lower() in page.lower()


def test_what_holds_the_words_is_printed_whole_with_whose_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dossier", "bundled", "search", "lachin corridor", "type:lever"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "lever:ru-lachin Securing the Lachin corridor The Lachin corridor connects Armenia" in out
    assert "secured by Russian forces. ◆ stated as fact p2.10" in out


@pytest.mark.parametrize("query", ["turkey", "lachin", "united states", "azerbaijan"])
def test_no_bare_name_of_what_it_is_linked_to_is_shown_as_what_was_found(real: Dossier, query: str) -> None:
    names = {name.name for actor in real.actors for name in actor.names}
    names |= {name.name for place in real.places for name in place.names}
    hits = SearchIndex(real).find(query).hits
    assert hits and not [hit.ref for hit in hits if hit.snippet in names and hit.kind not in ("actor", "place")]


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_hit_shows_where_it_matches(real: Dossier, width: int) -> None:
    index = SearchIndex(real)
    for query in ("turkey", "corridor", "repercussions", "investments"):
        results = index.find(query)
        for hit in results.hits:
            rows = hit_rows(real, hit, width)
            shows = any(span.role == "match" for row in rows for span in row.spans)
            assert shows or not (hit.title_spans or hit.snippet_spans), f"{query}: {plain(rows)}"


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_hit_is_without_the_hedge_of_what_it_shows(edition: Dossier, width: int) -> None:
    for hit in SearchIndex(edition).find("probably").hits:
        shown = " ".join(plain(hit_rows(edition, hit, width)).split())
        cites = (hit.ref,) if hit.kind == "statement" else hit.snippet_cites if hit.snippet_spans else ()
        for statement in filter(None, map(edition.statement, cites)):
            assert not statement.hedge or hedge_words(statement.hedge) in shown.replace(NBSP, " ")


@pytest.mark.parametrize("width", [38, 58, 78, 118])
def test_no_title_is_cut_and_no_excerpt_in_a_word(edition: Dossier, width: int) -> None:
    index = SearchIndex(edition)
    for query in ("lachin", "russia", "if attack", "who guarantees", "2020"):
        for hit in index.find(query).hits:
            rows = hit_rows(edition, hit, width)
            assert all(row.width <= width for row in rows)
            if hit.kind != "statement":
                assert hit.title in " ".join(plain(rows).split())
            whole = f" {hit.title} {hit.snippet} ".replace("…", " ")
            for part in re.findall(r"\S+…", plain(rows)):
                assert f"{part[:-1]} " in whole, f"{query}: {part}"


def test_the_page_says_how_many_of_the_hits_it_has(real: Dossier) -> None:
    results = SearchIndex(real).find("russia", limit=5)
    assert f"{results.total} found, the first 5 here" in str(found_page(real, Found(results), 80))


def test_a_wording_to_search_by_is_nobodys_claim_and_on_no_page(
    real: Dossier, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = plain(found_page(real, Found(SearchIndex(real).find("Granada")), 100).rows)
    assert "Granada" in shown and "asked in these words" in shown and CURATOR.glyph not in shown
    assert main(["--dossier", "bundled", "search", "Granada"]) == 0
    assert "Granada asked in these words" in " ".join(capsys.readouterr().out.split())
    assert main(["--dossier", "bundled", "show", "gap:summit-venue-day"]) == 0
    assert "Granada" not in capsys.readouterr().out, "where it was, later sources alone tell"
