"""Several sources: listed, held over every pane, set beside each other; so are actors, agreements and sides."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses import CompareAt, RecordAt, parse
from caucasus_tui.dossier.addresses.places import exists, rests_on, title_at
from caucasus_tui.dossier.addresses.typed import meant
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.page.figures import figure_list
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.growing import GrowingRows
from caucasus_tui.page.rows.row import Page, plain
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at
from caucasus_tui.session.history import Visit
from tests.briefs import brief_of
from tests.conftest import TODAY
from tests.screen import reading, session

WIDE, NARROW = 120, 80


@pytest.fixture(scope="module")
def strait() -> Dossier:
    return load(Path(__file__).parent / "dossiers" / "strait").dossier


def page(dossier: Dossier, address: str, width: int = NARROW, **lens: object) -> Page:
    return page_at(dossier, address, Lens(width=width, today=TODAY, **lens))  # type: ignore[arg-type]


def text(dossier: Dossier, address: str, width: int = NARROW, **lens: object) -> str:
    return plain(page(dossier, address, width, **lens).rows)


# The list


def test_a_source_is_called_in_a_brief_what_its_citations_call_it(strait: Dossier) -> None:
    short = {"harbour-wire": "Wire", "qalat-review": "pilots", "pilots-letter": None}
    alike = replace(strait, sources=tuple(replace(one, short=short[one.id]) for one in strait.sources))
    for dossier, names in (
        (strait, {"Wire", "Review", "Pilots"}),
        (alike, {"Wire", "qalat-review", "pilots-letter"}),
    ):
        sections = brief_of(dossier).sections
        claims = [claim for section in sections for line in section.lines for claim in line.claims]
        cited = {re.split("[ :]", support.label)[0] for claim in claims for support in claim.support}
        heads = [line.head for section in sections if section.key == "sources" for line in section.lines]
        assert cited == names == {head.split(",")[0] for head in heads if head}
        compared = text(dossier, "compare:source:qalat-review=source:pilots-letter")
        assert all(name in compared for name in names - {"Wire"})


def test_the_last_pane_begins_with_a_line_for_each_source_that_opens_it(strait: Dossier) -> None:
    rows = page(strait, "pane:sources").rows
    first = [row for row in rows if row.subject][:3]
    assert [row.subject for row in first] == ["source:harbour-wire", "source:pilots-letter", "source:qalat-review"]
    assert re.fullmatch(r"Wire +agency +A wire service.* 2 Jul 2041 +4", first[0].text)
    assert all(exists(strait, parse(row.subject)) for row in first)


def test_a_tension_says_whether_its_sides_are_one_source_or_several(strait: Dossier, edition: Dossier) -> None:
    assert "between Wire, Review" in text(strait, "pane:sources") and "between Wire, Review" in text(
        strait, "tension:t1"
    )
    for tension in edition.tensions:
        alone = len({cite.source for cite in citations(tension.sides)}) == 1
        assert ("against itself" in text(edition, tension.ref)) == alone


# Beside each other


@pytest.mark.parametrize("width", [NARROW, 99, 100, WIDE, 240])
def test_things_stand_beside_each_other_where_there_is_room(strait: Dossier, width: int) -> None:
    shown = text(strait, "compare:actor:sarn=actor:qalat", width)
    beside = any("Wait for the floods" in line and "Name a referee" in line for line in shown.splitlines())
    assert beside == (width >= 100)
    assert all(len(line) <= width for line in shown.splitlines())


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_silence_is_shown_as_silence(strait: Dossier, width: int) -> None:
    shown = text(strait, "compare:actor:sarn=actor:qalat", width)
    assert "not noted" in shown and "not stated" not in shown  # somebody is still at it
    assert re.search(r"of none +wants, does, warns", shown)
    assert "would have benefited from: ◆ Gates in a dry year Review p1.2" in re.sub(r"\s+", " ", shown) or width == WIDE


@pytest.mark.parametrize("width", [80, 120])
def test_a_thing_is_not_said_to_be_silent_on_what_no_thing_of_its_kind_has(edition: Dossier, width: int) -> None:
    shown = text(edition, "compare:actor:azerbaijan=agreement:ceasefire-2023", width)
    assert "mediator" in shown and "wants, does" in shown and "not stated" not in shown
    alike = text(edition, "compare:actor:azerbaijan=actor:turkey", width)
    assert "owes" in alike and "not stated" in alike


@pytest.mark.parametrize("facet", ["forecast", "fact", "recommendation"])
def test_a_type_narrows_every_row_of_a_comparison(strait: Dossier, facet: str) -> None:
    for address in (address for address in _kinds(strait) if "=" in address):
        shown = [span for row in page(strait, address, facet=facet).rows for span in row.spans]
        for cite in (span.subject for span in shown if span.role == "cite"):
            said = strait.statement(cite)
            assert said and said.type == facet


def test_a_source_that_is_held_narrows_every_row_of_a_comparison(strait: Dossier) -> None:
    for address in ("compare:actor:sarn=actor:qalat", "compare:tension:t1"):
        assert "Wire p1.1" in text(strait, "compare:tension:t1") and "Pilots p1.1" in text(strait, "actor:sarn")
        said = re.sub(r"\s+", " ", text(strait, address, held="source:qalat-review"))
        assert "Pilots" not in said and "Wire p1.1" not in said and "Review p1.2" in said


def test_what_is_left_out_is_not_taken_for_silence(strait: Dossier) -> None:
    shown = text(strait, "compare:actor:sarn=actor:qalat", facet="forecast")
    whole = text(strait, "compare:actor:sarn=actor:qalat")
    assert "not noted" not in shown and re.search(r"left out +.*can do to the other", shown)
    assert "left out" not in whole


def test_every_statement_of_a_comparison_has_its_hedge_and_citation(strait: Dossier) -> None:
    for width in (NARROW, WIDE):
        shown = re.sub(r"\s+", " ", text(strait, "compare:tension:t1", width))
        assert "Wire p1.1" in shown and "Review p1.1" in shown and "side 3 of 3" in shown
    assert "“is said to” (reported to the source)" in re.sub(r"\s+", " ", text(strait, "compare:tension:t1"))


def test_figures_of_one_thing_stand_beside_each_other(strait: Dossier) -> None:
    shown = text(strait, "compare:source:harbour-wire=source:qalat-review=source:pilots-letter", WIDE)
    line = next(line for line in shown.splitlines() if "about 40 gates" in line)
    assert "at least 25 gates" in line and "not noted" in line


def test_of_a_record_each_source_has_a_column(strait: Dossier) -> None:
    ref = next(r.ref for r in strait.records() if len({cite.source for cite in citations(r)}) > 1 and r.kind == "point")
    titles = [row for row in text(strait, f"compare:{ref}", WIDE).splitlines()[:3] if row.strip()]
    assert "Review" in " ".join(titles) and "Wire" in " ".join(titles)


def _kinds(dossier: Dossier) -> Iterator[str]:
    seen: dict[str, list[str]] = {}
    for record in dossier.records():
        seen.setdefault(record.kind, []).append(record.ref)
    yield from (f"compare:{refs[0]}={refs[-1]}" for refs in seen.values())
    yield from (f"compare:{refs[0]}" for refs in seen.values())
    sources = [f"source:{source.id}" for source in dossier.sources]
    yield "compare:" + "=".join(sources)
    yield f"compare:{dossier.statements()[0][0]}={dossier.statements()[-1][0]}"


def test_anything_can_be_compared_with_anything(edition: Dossier, strait: Dossier, tiny: Dossier) -> None:
    for dossier in (edition, strait, tiny):
        for address in _kinds(dossier):
            for width in (20, NARROW, WIDE):
                assert exists(dossier, parse(address)) and len(page(dossier, address, width).rows)


def test_a_comparison_is_an_address_like_others(strait: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    address = parse("compare:actor:sarn=actor:qalat")
    assert address == CompareAt((RecordAt("actor", "sarn"), RecordAt("actor", "qalat")))
    assert str(address) == "compare:actor:sarn=actor:qalat" and title_at(strait, address) == "Sarn = Qalat"
    assert meant(strait, "compare sarn Qalat") == (address,)
    assert meant(strait, "compare sarn nobody") == () and not exists(strait, parse("compare:actor:sarn=actor:no"))
    assert rests_on(strait, parse("compare:tension:t1")) == rests_on(strait, parse("tension:t1"))
    folder = str(Path(__file__).parent / "dossiers" / "strait")
    assert main(["--dossier", folder, "compare", "june-draft", "canal-treaty", "--width", "120"]) == 0
    assert "The draft of June · rejected" in capsys.readouterr().out
    assert main(["--dossier", folder, "compare", "june-draft", "nothing"]) == 1


def test_the_second_thing_chosen_stands_beside_the_first(strait: Dossier) -> None:
    reader = session(strait)
    assert "Sarn stands beside it" in str(reader.compare("actor:sarn"))
    assert reader.compare("actor:qalat") == Visit("compare:actor:sarn=actor:qalat")
    assert reader.compare("tension:t1") == Visit("compare:tension:t1")
    assert isinstance(reader.compare("pane:terms"), str) and isinstance(reader.compare("actor:sarn"), str)


def test_numbers_stand_by_what_they_count_with_their_sources(strait: Dossier, real: Dossier) -> None:
    lines = text(strait, "pane:sources").splitlines()
    at = lines.index("gates left to Qalat in a dry year")
    assert re.fullmatch(r"  about 40 gates +◆ “is said to” \(reported to the source\) Wire p1.2", lines[at + 1])
    assert re.fullmatch(r"  at least 25 gates +◆ Review p1.2", lines[at + 2])
    assert "65" not in "".join(lines[at : at + 4])  # never added up
    given = sum(len(said.figures) for _, said in real.statements())
    shown = plain(GrowingRows(figure_list(real, Lens(width=120, today=TODAY))))
    assert all(cite.statement in shown for cite, said in real.statements() if said.figures)
    assert (given > 0) == bool(shown)
    assert not figure_list(strait, Lens(held="source:pilots-letter", today=TODAY))


# Held


def _subjects(dossier: Dossier, name: str, **lens: object) -> set[str]:
    rows = page(dossier, f"pane:{name}", NARROW, **lens).rows
    return {subject for row in rows for subject in (row.subject, *(span.subject for span in row.spans)) if subject}


@pytest.mark.parametrize("name", PANES)
def test_a_held_source_is_alone_in_every_pane(edition: Dossier, name: str) -> None:
    whole, held = (_subjects(edition, name, held=source) for source in ("", "source:ap-2023-09-26"))
    assert held < whole or not whole
    for ref in held:
        record = edition.record(ref)
        if record and record.kind not in ("actor", "place", "name-rule"):
            assert any(cite.source == "ap-2023-09-26" for cite in citations(record)), ref


def test_a_held_actor_is_in_every_line(edition: Dossier) -> None:
    for ref in _subjects(edition, "timeline", held="actor:turkey"):
        record = edition.record(ref)
        assert record and "actor:turkey" in str([f"actor:{part.actor}" for part in getattr(record, "actors", ())])


def test_what_is_held_is_chosen_by_the_line_and_freed_again(strait: Dossier) -> None:
    reader = session(strait)
    assert reader.hold("source", "tension:t1") and reader.held == "source:harbour-wire"
    assert reader.lens().held == "source:harbour-wire"
    assert reader.hold("source", "tension:t1") and reader.held == "source:qalat-review"
    assert reader.hold("source", "tension:t1") and reader.held == ""
    assert reader.hold("actor", "lever:closing") and reader.held == "actor:pilots"
    assert reader.hold("actor", "actor:sarn") and reader.held == "actor:sarn"
    assert not reader.hold("actor", "pane:terms") and reader.held == "actor:sarn"
    assert reader.hold("actor", "actor:sarn") and not reader.held


def test_an_empty_pane_says_what_is_held(strait: Dossier) -> None:
    assert "Nothing here is of A letter from the pilots." in text(strait, "pane:terms", held="source:pilots-letter")


# By keys


async def test_keys_hold_a_source_and_free_it(strait: Dossier) -> None:
    async with reading(strait, (80, 24)) as reader:
        assert "only" not in (await reader.press("0")).splitlines()[1]
        screen = await reader.press("f", "s")
        assert screen.splitlines()[1].startswith(" only Wire, Canal treaty agreed, officials say")
        assert "A letter from the pilots" not in await reader.press("d")
        assert "every screen" in await reader.press("1") and "every screen" not in await reader.press("f", "backspace")


async def test_keys_set_two_things_beside_each_other_and_esc_leads_back(strait: Dossier) -> None:
    async with reading(strait, (120, 36)) as reader:
        await reader.press("8")
        assert "stands beside it" in await reader.press("equals_sign")
        assert "Sarn = Qalat" in await reader.press("j", "equals_sign")
        assert "Sarn = Qalat" not in await reader.press("escape")


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (40, 12), (20, 6)])
async def test_a_marking_stands_on_every_screen(strait: Dossier, size: tuple[int, int]) -> None:
    marked = replace(strait, about=replace(strait.about, marking="TLP:AMBER+STRICT · desk only"))
    async with reading(marked, size) as reader:
        for keys in (("1",), ("0", "d"), ("enter",), ("a",), ("b",), ("m",), ("w",)):
            screen = await reader.press(*keys)
            assert "TLP:AMBER+STRICT·deskonly" in "".join(screen.split()), keys
