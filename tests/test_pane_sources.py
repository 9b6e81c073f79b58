"""Sources and gaps: who says so, what pulls both ways, what is unknown, what words mean; and the paragraphs behind."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.loading.originals import Original, Originals
from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.row import plain
from caucasus_tui.page.rows.whereabouts import position_words
from caucasus_tui.panes.router import page_at
from caucasus_tui.tui.app import Dashboard
from tests.pages import LENS, WIDTHS, page_of, running, stops, text_of
from tests.screen import SMALL, reading, session


@pytest.mark.parametrize("zoomed", [False, True], ids=["list", "zoomed"])
@pytest.mark.parametrize("width", WIDTHS)
def test_everything_can_be_reached(real: Dossier, tiny: Dossier, zoomed: bool, width: int) -> None:
    for dossier in (real, tiny):
        page = page_of(dossier, "sources", zoomed=zoomed, width=width)
        expected = {record.ref for record in (*dossier.tensions, *dossier.gaps, *dossier.codebook)}
        for source in dossier.sources:
            expected |= {f"source:{source.id}", *(f"{source.id}:{paragraph.id}" for paragraph in source.paragraphs)}
        assert expected <= stops(page)
        assert max(line.width for line in page.rows) <= width


def test_sources_that_would_have_one_label_stand_by_their_whole_ids(tiny: Dossier) -> None:
    alike = tuple(replace(source, id=f"valley-letter-{n}", short=None) for n, source in enumerate(tiny.sources))
    dossier = replace(tiny, sources=alike)
    for page in (page_of(dossier, "sources"), page_of(dossier, "sources", straight=True)):
        lines = [row.text for row in page.rows if row.text.startswith("valley-letter-")]
        assert sorted(line.split()[0] for line in lines) == [source.id for source in alike]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_list_of_sources_says_what_its_last_column_counts(real: Dossier, width: int) -> None:
    shown = running(page_of(real, "sources", width=width))
    assert "statements" in shown.partition("Documents")[0]


def test_a_source_says_from_where_it_speaks_and_what_it_cannot_tell(real: Dossier) -> None:
    words = running(page_of(real, "sources", pick="section:d"))
    for source in real.sources:
        assert source.standpoint in words
        assert source.access in words
        for limit in source.limits:
            assert limit in words


def test_paragraphs_have_their_statements_and_the_records_on_them_counted(real: Dossier) -> None:
    row = next(line for line in page_of(real, "sources").rows if line.subject == "ecfr-2023:p8")
    users = {record.ref for n in range(1, 12) for record in real.cited_by(f"ecfr-2023:p8.{n}")}
    assert row.text.split()[-2:] == ["11", str(len(users))]


def test_both_sides_of_a_tension_stand_there_with_their_citations(real: Dossier) -> None:
    page = page_of(real, "sources", pick="section:v")
    words = running(page)
    for tension in real.tensions:
        for side in tension.sides:
            assert side.text in words
        assert {str(cite) for side in tension.sides for cite in side.cites} <= stops(page)


def test_each_gap_stands_in_one_group(edition: Dossier) -> None:
    rows = [line.subject for line in page_of(edition, "sources", pick="section:u").rows if line.subject]
    assert sorted(rows) == sorted(gap.ref for gap in edition.gaps)
    words = running(page_of(edition, "sources", pick="section:u"))
    assert "On which day did the offensive begin? 12–20 Sep 2023 □ ◈ p8.10" in words


@pytest.mark.parametrize("name", ["sources", "names"])
def test_whatever_the_cursor_is_on_is_one_of_those_that_are_counted(edition: Dossier, name: str) -> None:
    page = page_of(edition, name)
    things = (*edition.tensions, *edition.gaps, *edition.codebook) if name == "sources" else edition.names
    refs = {thing.ref for thing in things}
    rows = [at for at, row in enumerate(page.rows) if row.subject in refs]
    last = next(at for at in range(len(page.rows) - 1, 0, -1) if page.rows[at].stops())
    told = [position_words(page, CursorPosition(row=row), 20).partition("/") for row in rows]
    numbers = [int(number) for number, _, _ in told]
    assert len(rows) == len(things) and numbers == sorted(set(numbers))
    assert position_words(page, CursorPosition(row=last), 20) == f"{told[0][2]}/{told[0][2]}"


def test_the_history_of_the_dossier_closes_the_pane(real: Dossier) -> None:
    words = running(page_of(real, "sources"))
    for change in real.about.changes:
        assert f"{change.version} {change.date} {change.text}" in words


def test_a_tension_has_its_sides_first_then_what_each_rests_on(real: Dossier) -> None:
    for tension in real.tensions:
        page = page_at(real, tension.ref, LENS)
        words = running(page)
        assert words.index("one side") < words.index("the other side") < words.index("one side rests on")
        assert {str(cite) for cite in citations(tension)} <= stops(page)
        for cite in citations(tension):
            said = real.statement(cite)
            assert said is not None and said.text in words
        assert tension.note is None or tension.note.text in words


def test_a_gap_has_its_bounds_and_what_comes_nearest(edition: Dossier, tiny: Dossier) -> None:
    for dossier in (edition, tiny):
        for gap in dossier.gaps:
            page = page_at(dossier, gap.ref, LENS)
            words = running(page)
            assert gap.answer in words
            assert {str(cite) for cite in citations(gap)} <= stops(page)
            assert {link.ref for link in gap.about} <= stops(page)
            for known in gap.known:
                assert known.text in words
            if not citations(gap):
                assert "nothing in the sources comes near it" in words
    assert "bounds not stated — between 12 and 20 Sep 2023" in running(page_at(edition, "gap:offensive-start", LENS))


def test_our_own_words_are_marked_as_ours(edition: Dossier) -> None:
    assert "□ The lever is in use." in running(page_at(edition, "code:lever-status-exercised", LENS))
    assert "□ curator" in running(page_at(edition, "behind:code:lever-status-exercised", LENS))


def test_behind_every_record_is_a_paragraph_or_the_reason_why_not(real: Dossier, tiny: Dossier) -> None:
    for dossier in (real, tiny):
        for record in (record for record in dossier.records() if record.kind != "question"):
            page = page_at(dossier, f"behind:{record.ref}", LENS)
            paragraphs = {f"{cite.source}:{cite.paragraph}" for cite in citations(record)}
            assert paragraphs <= stops(page)
            if not paragraphs:
                assert "□ curator" in running(page) or "The sources do not answer this" in running(page)


def test_what_an_item_rests_on_stands_out_from_its_context(edition: Dossier) -> None:
    lines = text_of(page_at(edition, "behind:ecfr-2023:p4.6", LENS)).splitlines()
    marked = " ".join(line.lstrip("▌ ") for line in lines[2:] if line.startswith("▌"))
    assert "corridor to Iran runs through Azerbaijan" in marked
    assert "non-use of force" not in marked


def test_behind_a_source_is_all_of_it(real: Dossier) -> None:
    shown = stops(page_at(real, "behind:source:ecfr-2023", LENS))
    source = real.source("ecfr-2023")
    assert source and {f"ecfr-2023:{paragraph.id}" for paragraph in source.paragraphs} <= shown


PASSAGE = "These are words that stand in for a paragraph of the original. [bold]They[/] are long enough to be wrapped."


def at_hand(*differing: str) -> Originals:
    original = Original(file="letter.txt", passages={"p1": PASSAGE}, differing=differing)
    return Originals(found={"valley-letter": original})


def test_without_the_original_the_page_says_where_to_put_it(tiny: Dossier, edition: Dossier) -> None:
    lens = replace(LENS, originals=Originals(places=("here/", "there/")))
    words = running(page_at(edition, "behind:lever:az-force", lens))
    assert "original not at hand; a copy saved as ecfr-2023.txt in here/ or there/ is shown beside" in words
    assert "original" not in running(page_at(tiny, "behind:event:flood", lens))


def test_on_a_narrow_screen_the_original_stands_above_the_statements(tiny: Dossier) -> None:
    page = page_at(tiny, "behind:valley-letter:p1.2", replace(LENS, originals=at_hand()))
    words = running(page)
    assert PASSAGE in words
    assert words.index(PASSAGE) < words.index("The flood of spring 2030")
    assert "letter.txt is the text the dossier was made from" in words


def test_on_a_wide_screen_it_stands_beside_them(tiny: Dossier) -> None:
    page = page_at(tiny, "behind:valley-letter:p1.2", replace(LENS, originals=at_hand(), width=116))
    assert any("The flood of spring 2030" in line.text and "These are words" in line.text for line in page.rows)
    assert max(line.width for line in page.rows) <= 116
    assert "valley-letter:p1.2" in stops(page)


@pytest.mark.parametrize("address", ["valley-letter:p1", "behind:valley-letter:p1", "source:valley-letter"])
def test_a_paragraph_that_differs_is_named(tiny: Dossier, address: str) -> None:
    words = running(page_at(tiny, address, replace(LENS, originals=at_hand("p1"))))
    assert "letter.txt is not quite the text the dossier was made from: p1 differs" in words
    assert ("the original differs" in words) == (address != "source:valley-letter")


def test_an_original_that_could_not_be_read_is_a_line_and_no_more(tiny: Dossier) -> None:
    broken = Originals(found={"valley-letter": Original(file="", problem="letter.txt: not read; it is not UTF-8")})
    words = running(page_at(tiny, "behind:valley-letter:p1.2", replace(LENS, originals=broken)))
    assert "original letter.txt: not read; it is not UTF-8" in words
    assert "The flood of spring 2030" in words


async def test_the_original_is_one_key_from_any_item(tiny: Dossier) -> None:
    app = Dashboard(session(tiny, originals=at_hand()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("g", "s")
        await pilot.pause()
        assert app.session.visit.address == "behind:event:flood"
        assert "[bold]They[/]" in plain(app.main.page.rows)


async def test_tensions_and_gaps_are_two_keys_away(edition: Dossier) -> None:
    async with reading(edition, SMALL) as reader:
        assert "Documents" in await reader.press("0")
        assert "!T1" in await reader.press("v")
        assert reader.subject == "tension:t1"
        assert "On which day did the offensive begin?" in await reader.press("u")
        assert "u all" in reader.screen
        assert "u all" not in await reader.press("u")


def test_nothing_here_names_a_place_on_this_machine(real: Dossier) -> None:
    text = text_of(page_of(real, "sources"))
    assert str(Path.home()) not in text
