"""A title or a text that stands alone, as in a list: what it rests on, and that nothing of it is lost."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.build import build
from caucasus_tui.brief.formats import text
from caucasus_tui.brief.model import Request
from caucasus_tui.commands.json_values import stated
from caucasus_tui.commands.search import _rows
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.links import Citation, SourceId
from caucasus_tui.dossier.model.records import Derived
from caucasus_tui.dossier.model.sources import Hedge, HedgeCode
from caucasus_tui.dossier.search import SearchIndex
from caucasus_tui.dossier.text.placeholders import PLACEHOLDERS
from caucasus_tui.page.claim import stated_by, stated_words
from caucasus_tui.page.fields import inline_spans
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.search_results import hit_rows
from caucasus_tui.panes.router import page_at
from tests.conftest import TODAY

STRAIT = Path(__file__).parent / "dossiers" / "strait"


@pytest.fixture(scope="module")
def strait() -> Dossier:
    return load(STRAIT).dossier


def test_a_row_of_the_ledger_has_the_hedge_of_the_text_not_what_later_sources_say(real: Dossier) -> None:
    whole = real.whole
    assert whole.ledger
    for row in whole.ledger:
        claim = stated_by(whole, row.ref)
        assert claim and claim == stated_by(whole, str(row.about))
        assert real.statement(claim.cite), "of the seed layer"


def test_a_point_is_the_curators_and_says_what_it_rests_on(tiny: Dossier) -> None:
    for point in tiny.points:
        claim = stated_by(tiny, point.ref)
        if claim:
            assert str(claim.cite) in map(str, point.rests_on)
            assert stated_words(tiny, point.ref).startswith(" [curator; rests on ")
    assert any(stated_by(tiny, point.ref) for point in tiny.points)


def test_what_makes_no_claim_rests_on_nothing(real: Dossier) -> None:
    whole = real.whole
    for thing in (*whole.names, *whole.gaps, *whole.questions, *whole.tensions, *whole.disputes):
        assert stated_by(whole, thing.ref) is None and stated_words(whole, thing.ref) == ""


def test_one_who_refused_is_named_in_the_brief_of_who_would_owe(strait: Dossier) -> None:
    brief = text.render(build(strait, Request(today=TODAY, actor="sarn")), 200).decode()
    assert "Refused by Qalat." in brief and "Signed by Sarn, initialled by Qalat." in brief


@pytest.mark.parametrize("width", [40, 50, 60, 72, 100])
def test_who_mediated_is_told_at_every_width_below_its_agreement(strait: Dossier, width: int) -> None:
    rows = page_at(strait, "pane:terms", Lens(width=width, today=TODAY)).rows
    assert "· mediator P" in " ".join(" ".join(row.text for row in rows).split())
    for row in rows:
        assert row.subject or row.text.startswith(" ") or not row.text, row.text


def test_no_citation_goes_where_one_beside_it_is_still_to_be_written(tmp_path: Path) -> None:
    root = shutil.copytree(Path(__file__).parent / "tiny", tmp_path / "tiny")
    letter = root / "seeds" / "valley-letter.yaml"
    written = "The flood of spring 2030 weakened the bridge."
    letter.write_text(letter.read_text("utf-8").replace(written, min(PLACEHOLDERS)), "utf-8")
    dossier = load(root).dossier
    cites = (Citation("valley-letter:p1.1"), Citation("valley-letter:p1.2"))
    assert stated_by(dossier, cites[0]) is None, "nobody says it yet"
    assert [span.text for span in inline_spans(dossier, cites) if span.role == "cite"] == ["p1.2", "p1.1"]


def test_a_point_says_all_that_it_rests_on(tiny: Dossier) -> None:
    """The weakest word among several is not the one that is left out."""
    cites = ("valley-letter:p3.5", "valley-letter:p3.1")
    point = replace(tiny.points[0], rests_on=cites)
    dossier = replace(tiny, points=(point, *tiny.points[1:]))
    said = stated_words(dossier, point.ref)
    assert said.index("valley-letter:p3.5") < said.index(f"{hedge_of(dossier, cites[1])}, {cites[1]}")
    assert [one["cite"] for one in stated(dossier, point.ref)] == list(cites)


@pytest.mark.parametrize("width", [40, 80, 160])
def test_a_title_that_is_found_has_what_says_it(tiny: Dossier, width: int) -> None:
    """Where a text below holds the words that has its own; on the screen, and as `search` prints it."""
    scenario = replace(tiny.scenarios[0], title="Zugzwang all winter")
    dossier = replace(tiny, scenarios=(scenario, *tiny.scenarios[1:]))
    hits = SearchIndex(dossier).find("zugzwang")
    assert not hits.hits[0].snippet_spans
    claim = stated_by(dossier, scenario.ref)
    assert claim and claim.hedge
    for rows in (hit_rows(dossier, hits.hits[0], width), _rows(dossier, hits.groups, width)):
        found = " ".join(" ".join(row.text.split()) for row in rows)
        assert claim.mark.glyph in found and claim.cite.statement in found, found
        assert " ".join(hedge_words(claim.hedge).split()) in found.replace("\u00a0", " ")


@pytest.mark.parametrize("width", [40, 80, 160])
def test_a_remark_that_is_found_says_whose_it_is_and_what_it_rests_on(tiny: Dossier, width: int) -> None:
    """However little of it is shown; a remark that rests on nothing says only whose it is."""
    long = f"{'Of the war chest one hears much. ' * 8}Zugzwang is what it comes to."
    for basis, said in (
        ((Citation("valley-letter:p3.1"),), "□ curator (from “may” (likelihood not given) △ p3.1)"),
        ((), "□ curator"),
    ):
        actor = replace(tiny.actors[0], note=Derived(text=long, basis=basis))
        dossier = replace(tiny, actors=(actor, *tiny.actors[1:]))
        hits = SearchIndex(dossier).find("zugzwang")
        assert hits.hits[0].snippet.startswith("…")
        for rows in (hit_rows(dossier, hits.hits[0], width), _rows(dossier, hits.groups, width)):
            assert " ".join(" ".join(row.text for row in rows).replace("\u00a0", " ").split()).endswith(said)


@pytest.mark.parametrize("width", [40, 80, 160])
def test_a_statement_that_is_found_says_that_it_is_superseded(tiny: Dossier, width: int) -> None:
    letter = next(source for source in tiny.sources if source.id == "valley-letter")
    newer = replace(letter, id="valley-letter-mended", supersedes=SourceId(letter.id), paragraphs=(), cites=())
    dossier = replace(tiny, sources=(*tiny.sources, newer))
    hit = SearchIndex(dossier).find("valley-letter:p1.2").hits[0]
    assert hit.ref == "valley-letter:p1.2"
    assert "(superseded)" in " ".join(row.text for row in hit_rows(dossier, hit, width))


def hedge_of(dossier: Dossier, cite: str) -> str:
    said = dossier.statement(cite)
    assert said and said.hedge
    return hedge_words(said.hedge)


@pytest.mark.parametrize(
    ("word", "code", "said"),
    [
        ("may", "likely", "likelihood not given"),
        ("Might", "realistic-possibility", "likelihood not given"),
        ("may well", "likely", "likelihood not given"),
        ("if", "almost-certain", "conditional, likelihood not given"),
        ("unlikely", "likely", "PHIA: unlikely, 25–35 %"),
        ("probably", "almost-certain", "PHIA: likely, 55–75 %"),
        ("likely", "reported", "reported to the source"),
    ],
)
def test_no_may_has_a_range_and_no_word_that_of_another_band(word: str, code: HedgeCode, said: str) -> None:
    """Whatever code somebody gave it: the range would be one that nobody said. `check` says what to write."""
    assert hedge_words(Hedge(word=word, code=code)) == f"“{word}” ({said})"
    assert hedge_words(Hedge(word=word, code=code, reading="about 60 %")) == f"“{word}” ({said})"


@pytest.mark.parametrize(
    ("word", "code", "said"),
    [
        ("probably", "likely", "PHIA: likely, 55–75 %; of the second half only"),
        ("may", "possible-unquantified", "likelihood not given; of the second half only"),
        ("may", "likely", "likelihood not given; of the second half only"),
        ("would", "conditional", "of the second half only"),
    ],
)
def test_a_reading_stands_beside_the_range_never_in_its_place(word: str, code: HedgeCode, said: str) -> None:
    assert hedge_words(Hedge(word=word, code=code, reading="of the second half only")) == f"“{word}” ({said})"


def test_a_reading_that_says_that_no_range_is_given_says_it_once() -> None:
    hedge = Hedge(word="may", code="possible-unquantified", reading="likelihood not given, of the second half only")
    assert hedge_words(hedge) == "“may” (likelihood not given, of the second half only)"
