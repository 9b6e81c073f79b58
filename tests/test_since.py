"""The later layer: off it is not there; on, it stands below a rule, behind its mark."""

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.build import build
from caucasus_tui.brief.choices import FORMATS
from caucasus_tui.brief.collected_lines import CollectedLine, brief_line
from caucasus_tui.brief.formats import render
from caucasus_tui.brief.model import Request
from caucasus_tui.brief.parts.since_then import since_section
from caucasus_tui.brief.wording import line_text
from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.keeping import cache
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.latin import in_latin
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dates import Edtf, When, span_words
from caucasus_tui.dossier.model.dossier import Dossier, parts
from caucasus_tui.dossier.model.layers import later_alone
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import LedgerRow
from caucasus_tui.dossier.model.records.limits import Bounds
from caucasus_tui.dossier.model.sources import Layer, ReadFrom
from caucasus_tui.dossier.search import SearchIndex
from caucasus_tui.dossier.views.dating import dated_by_curator
from caucasus_tui.page.copying import copy_text
from caucasus_tui.page.heading import bottom_line_rows, title_rows
from caucasus_tui.page.layer_off import off, off_in_short
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page, plain
from caucasus_tui.page.since import caveat, horizon_words
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at
from caucasus_tui.session.history import HitAt, Visit
from caucasus_tui.session.hit_places import hit_words
from caucasus_tui.session.ways import pane_number
from tests.conftest import TODAY
from tests.screen import LARGE, SMALL, reading, session

TINY = Path(__file__).parent / "tiny"
SPEAKS_OF_IT = ("pane:ledger", "pane:disputes", "ask:")
"""Where the program says, with the layer off, that there is one."""


def on(lens: Lens) -> Lens:
    return replace(lens, layers=frozenset({"later"}))


def lenses() -> Iterator[Lens]:
    for width, zoomed in ((40, False), (80, False), (80, True), (118, True)):
        yield Lens(width=width, zoomed=zoomed, today=TODAY)


def seed_addresses(dossier: Dossier) -> list[str]:
    """Everything with an address in the seed layer."""
    own = [*(f"pane:{name}" for name in PANES), "ask:", "todo:", "about:bottom-line"]
    own += [record.ref for record in dossier.records()] + [cite for cite, _ in dossier.statements()]
    own += [f"ask:{question.key}" for question in dossier.questions]
    for source in dossier.sources:
        own += [f"source:{source.id}", *(f"{source.id}:{part.id}" for part in source.paragraphs)]
    return [*own, *(f"behind:{address}" for address in own if not address.startswith(("pane:", "ask:", "todo:")))]


def later_addresses(dossier: Dossier) -> list[str]:
    since = dossier.since
    assert since
    own = [record.ref for record in (*since.later, *since.ledger, *since.disputes)]
    for source in since.sources:
        own.append(f"source:{source.id}")
        own += [f"{source.id}:{part.id}" for part in source.paragraphs]
        own += [f"{source.id}:{said.id}" for part in source.paragraphs for said in part.statements]
    return own


def told(page: Page) -> str:
    return f"{page.title}\n{page.note}\n{page.start}\n{[tuple(row) for row in page.rows]}"


@pytest.fixture(params=["tiny", "real"])
def both(request: pytest.FixtureRequest) -> Dossier:
    return request.getfixturevalue(request.param)  # type: ignore[no-any-return]


def test_off_everything_is_as_if_there_were_no_later_layer(both: Dossier) -> None:
    """Pages, answers, copies, briefs and searches are those of the same dossier without it."""
    without = replace(both, since=None)
    for number, address in enumerate(seed_addresses(both)):
        if address not in SPEAKS_OF_IT:
            for lens in [*lenses()][number % 4 :: 4]:
                assert told(page_at(both, address, lens)) == told(page_at(without, address, lens)), address
            assert copy_text(both, parse(address)) == copy_text(without, parse(address))
    for request in requests(both):
        assert build(both, request) == build(without, request)
    index, other = SearchIndex(both), SearchIndex(without)
    for query in queries(both):
        assert index.find(query) == other.find(query), query


def requests(dossier: Dossier) -> Iterator[Request]:
    for minutes in (None, 1, 3):
        yield Request(today=TODAY, minutes=minutes)
    for actor in dossier.actors[:3]:
        yield Request(today=TODAY, actor=actor.id)
        yield Request(today=TODAY, counterpart=actor.id)


def queries(dossier: Dossier) -> Iterator[str]:
    """What somebody would type who knows what came later."""
    since = dossier.since
    assert since
    for source in since.sources[:12]:
        yield source.title
        yield source.id
        for part in source.paragraphs[:1]:
            yield part.statements[0].text
    yield from ("kind:forecast", "ledger", "dispute", "later")


def test_off_only_the_fixed_sentence_says_that_there_is_one(both: Dossier) -> None:
    for lens in lenses():
        for address in (*SPEAKS_OF_IT[:2], *later_addresses(both)):
            assert plain(page_at(both, address, lens).rows).split() == off().split(), address
        listed = plain(page_at(both, "ask:", lens).rows)
        assert listed.count("What came of it?") == listed.count("Where do later sources differ?") == 1
        assert " ".join(listed.split()).count(off_in_short()) == 2


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def texts_of(value: object) -> Iterator[str]:
    return (part for part in parts(value) if isinstance(part, str))


def fours(texts: Iterable[str]) -> set[tuple[str, ...]]:
    found = set()
    for text in texts:
        words = words_of(text)
        found |= {tuple(words[start : start + 4]) for start in range(len(words) - 3)}
    return found


def numbers(texts: Iterable[str]) -> set[str]:
    return {number for text in texts for number in re.findall(r"\d[\d.,]*\d|\d", text)}


def everything_off(dossier: Dossier) -> str:
    """All that can be seen, read, found and taken away with the layer off, in one text of plain words."""
    out: list[str] = []
    for address in (*seed_addresses(dossier), *later_addresses(dossier)):
        page = page_at(dossier, address, Lens(width=118, zoomed=True, today=TODAY))
        # The address that was asked for is no word of ours.
        out.append(" ".join(plain(page.rows).replace(address, "").split()))
    for request in requests(dossier):
        brief = build(dossier, request)
        out += [render(brief, form, 80, lambda said: None).decode() for form in FORMATS if not form.binary]
    index = SearchIndex(dossier)
    out += [f"{hit.title} {hit.snippet} {hit.ref}" for query in queries(dossier) for hit in index.find(query).hits]
    lens = Lens(width=118, today=TODAY)
    return "\n".join((*out, plain(title_rows(dossier, lens)), plain(bottom_line_rows(dossier, lens))))


def test_off_no_title_quotation_label_id_run_of_words_or_number_of_it_is_anywhere(both: Dossier) -> None:
    since, shown = both.since, everything_off(both)
    assert since
    seed = [text for name in both.__struct_fields__ if name != "since" for text in texts_of(getattr(both, name))]
    seed_text = "\n".join(seed)
    statements = [said for source in since.sources for part in source.paragraphs for said in part.statements]
    names = {source.title for source in since.sources} | {source.label for source in since.sources}
    names |= {source.id for source in since.sources} | {said.quote for said in statements if said.quote}
    names |= {record.ref for record in (*since.later, *since.ledger, *since.disputes)}
    names |= {dispute.title for dispute in since.disputes}
    assert not [name for name in names if name not in seed_text and name in shown]
    told_later = [said.text for said in statements] + [row.test for row in since.ledger]
    told_later += [row.because.text for row in since.ledger if row.because]
    assert not (fours(told_later) - fours(seed)) & fours(shown.splitlines())
    own = {number for number in numbers(told_later) - numbers(seed) if len(number) > 1}
    without = numbers([everything_off(both_without(both))])
    assert own and not own & (numbers([shown]) - without)


def both_without(dossier: Dossier) -> Dossier:
    """The same with an empty later layer, which has nothing that could be told."""
    assert dossier.since
    return replace(dossier, since=type(dossier.since)())


def test_on_what_stands_above_the_rule_is_what_stood_there(both: Dossier) -> None:
    for number, address in enumerate(seed_addresses(both)):
        for lens in [*lenses()][number % 4 :: 4]:
            if address in SPEAKS_OF_IT:
                continue
            before, after = page_at(both, address, lens), page_at(both, address, on(lens))
            above = list(after.rows)[: len(before.rows)]
            assert [tuple(row) for row in above] == [tuple(row) for row in before.rows], address
            assert after._replace(rows=()) == before._replace(rows=())


def test_on_every_later_line_is_below_the_rule_and_behind_the_mark(both: Dossier) -> None:
    shown = 0
    for address in seed_addresses(both):
        lens = Lens(width=80, zoomed=True, today=TODAY)
        before, after = page_at(both, address, lens), page_at(both, address, on(lens))
        if address in SPEAKS_OF_IT:
            continue
        below = list(after.rows)[len(before.rows) :]
        shown += len(below)
        assert not below or below[0].text.startswith("── » Later sources"), address
        for row in below[1:]:
            assert row.text.startswith(("» ", "»\u00a0", "── » ")), row.text
    assert shown


def test_on_every_statement_of_a_later_source_is_marked_wherever_it_stands(both: Dossier) -> None:
    """Also where a page is all of the later layer."""
    labels = {both.whole.labels[source.id] for source in (both.since.sources if both.since else ())}
    for address in later_addresses(both):
        page = page_at(both, address, on(Lens(width=80, zoomed=True, today=TODAY)))
        above, rule, _ = plain(page.rows).partition("── » Later sources")
        assert rule, address
        # Above it a row of the ledger has the hedge of the text, and no statement of a later source.
        assert not above or (address.startswith(("ledger:", "dispute:")) and not labels & set(above.split())), address


def test_on_no_citation_of_the_seed_changes_its_label(both: Dossier) -> None:
    from caucasus_tui.page.claim.citations import cite_label

    for cite, _ in both.statements():
        assert cite_label(both, cite) == cite_label(both.whole, cite)
    since = both.since
    assert since
    labels = [cite_label(both.whole, f"{source.id}:e9.9") for source in since.sources]
    assert all(" e9.9" in label or ":e9.9" in label for label in labels) and len(set(labels)) == len(labels)


def test_every_later_line_has_its_date_and_its_source_first(tiny: Dossier) -> None:
    page = page_at(tiny, "scenario:closed-winter", on(Lens(width=80, today=TODAY)))
    begun = [row for row in page.rows if row.text.startswith("» ") and not row.text.startswith("»   ")]
    lines = [row.text for row in begun if "ledger" not in row.subject]
    assert lines[0].startswith("» 14 Dec 2031 · The Almanac Press · overtakes: ◆")
    assert lines[1] == "» sources differ: How many waggons rolled over on the opening night?"


def test_the_header_says_how_far_and_is_not_today(tiny: Dossier) -> None:
    lens = Lens(width=80, today=TODAY)
    assert len(title_rows(tiny, lens)) == 1
    first, second = title_rows(tiny, on(lens))
    assert first == title_rows(tiny, lens)[0]
    assert "Since then: outcomes looked for to 10 Feb 2032" in second.text, (
        "the smallest of all days to which a row was looked for"
    )


def test_the_ledger_says_what_was_looked_for_and_counts_no_state(tiny: Dossier) -> None:
    said = plain(page_at(tiny, "pane:ledger", on(Lens(width=80, zoomed=True, today=TODAY))).rows)
    assert re.search(
        r"The bridge stays closed over the winter +» partly\n  △ “may” \(likelihood not given\) p3.1", said
    )
    assert re.search(r"no end date\n {30,}» 10 Feb 2032 · The Almanac Press\n", said)
    assert re.search(r"Pay for the mending +» open\n  ▷ p3.3 · “early June” +not looked for", said)
    assert "the tests were set in hindsight, on 2 Mar 2032" in said
    assert not re.search(r"\b\d+ (partly|open|borne|not borne|overtaken|passed)|\d+ ?%(?!\))|\d of \d", said)
    asked = replace(tiny.whole.ledger[2], looked_to=tiny.whole.ledger[0].looked_to)
    assert tiny.since
    looked = replace(tiny, since=replace(tiny.since, ledger=(asked,)))
    assert "nothing found to 10 Feb 2032" in plain(page_at(looked, "pane:ledger", on(Lens(width=80, today=TODAY))).rows)


@pytest.mark.parametrize("width", [40, 80, 99, 100, 120, 160])
def test_the_ledger_and_the_disputes_fit_any_width(real: Dossier, width: int) -> None:
    for address in ("pane:ledger", "pane:disputes", *(f"dispute:{one.id}" for one in real.whole.disputes)):
        for zoomed in (False, True):
            page = page_at(real, address, on(Lens(width=width, zoomed=zoomed, today=TODAY)))
            assert not [row.text for row in page.rows if row.width > width], address


def test_the_sides_of_a_dispute_stand_in_the_order_of_publication(tiny: Dossier) -> None:
    page = page_at(tiny, "dispute:how-many-waggons", on(Lens(width=80, today=TODAY)))
    line = next(row.text for row in page.rows if "Ford Printers" in row.text)
    assert line.index("The Ford Printers") < line.index("The Almanac Press"), "the file has them the other way round"


def test_a_facet_holds_for_later_lines_too(tiny: Dossier) -> None:
    lens = on(Lens(width=80, today=TODAY))
    assert "37 waggons" in plain(page_at(tiny, "gap:how-high", lens).rows)
    assert "37 waggons" not in plain(page_at(tiny, "gap:how-high", replace(lens, facet="fact")).rows)


def test_what_is_copied_of_the_later_layer_says_so(tiny: Dossier) -> None:
    for address in (
        "ledger:winter",
        "dispute:how-many-waggons",
        "later:waggons",
        "mill-almanac:e1.1",
        "source:mill-almanac",
    ):
        text = copy_text(tiny.whole, parse(address))
        assert text.startswith("» Later sources, read in excerpts; not the commentary's."), address
    both = copy_text(tiny.whole, parse("ledger:winter"))
    assert (
        "[forecast] The bridge may stay closed over the winter. “may” (likelihood not given) (valley-letter:p3.1)"
        in both
    )
    assert "partly" in both and "against" in both and "(ford-gazette:e1.1)" in both


# A session


def test_a_session_begins_without_it_and_lays_it_over_all(tiny: Dossier) -> None:
    reader = session(tiny, "gap:how-high")
    before = reader.page(reader.visit, 80)
    assert reader.toggle_later() and len(reader.page(reader.visit, 80).rows) > len(before.rows)
    reader.go(Visit("later:waggons"))
    assert reader.toggle_later() and plain(reader.page(reader.visit, 80).rows).split() == off().split()
    assert not session(replace(tiny, since=None)).toggle_later()


def test_tab_goes_past_its_panes_while_it_is_off(tiny: Dossier) -> None:
    reader = session(tiny, "sources")
    assert PANES[pane_number(reader, 1) - 1] == "timeline"
    reader.toggle_later()
    assert PANES[pane_number(reader, 1) - 1] == "ledger"


def test_another_dossier_is_opened_without_it(tiny: Dossier, real: Dossier) -> None:
    reader = session(tiny)
    reader.toggle_later()
    reader.read_on(tiny, reader.originals)
    assert reader.lens().since, "the same, edited"
    reader.open(real, reader.originals)
    assert not reader.lens().since


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_one_key_lays_it_over_and_takes_it_off(tiny: Dossier, size: tuple[int, int]) -> None:
    async with reading(tiny, size) as reader:
        off = reader.screen
        assert "»" not in off and "Almanac" not in off
        await reader.press("L")
        assert "Since then: outcomes looked for to 10 Feb 2032" in reader.screen.splitlines()[1]
        await reader.press("colon", *"ledger", "enter")
        assert "» partly" in reader.screen and "pane:ledger" in reader.address
        await reader.press("L")
        assert "»" not in reader.screen and "That layer is off" in reader.screen


async def test_the_last_two_questions_lead_to_it(tiny: Dossier) -> None:
    async with reading(tiny, SMALL) as reader:
        listed = await reader.press("a")
        letters = {line.strip()[0] for line in listed.splitlines() if off_in_short() in line}
        assert len(letters) == 2
        await reader.press(min(letters))
        assert reader.address == "pane:ledger" and "That layer is off" in reader.screen


async def test_a_search_finds_it_only_while_it_is_on(tiny: Dossier) -> None:
    async with reading(tiny, SMALL) as reader:
        await reader.press("slash", *"lanterns")
        assert "mill-almanac" not in reader.screen
        await reader.press("escape", "L", "slash", *"lanterns")
        lines = [line for line in reader.screen.splitlines() if "mill-almanac" in line]
        assert lines and all("»" in line for line in lines)


# The command line


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main(["--today=2032-04-01", f"--dossier={TINY}", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_what_is_printed_has_it_by_the_option_alone(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "caucasus-tui").mkdir()
    (tmp_path / "caucasus-tui/config.toml").write_text("since_then = true\n")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for arguments in (["show", "pane:outlook"], ["ask"], ["brief"], ["search", "lanterns"], ["list"]):
        _, off, _ = run(capsys, *arguments)
        _, shown, _ = run(capsys, *arguments, "--since-then")
        assert "lmanac" not in off and "ledger" not in off
        assert shown != off, arguments


def test_each_command_marks_it(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "list", "dispute", "--since-then")
    assert (status, out) == (0, "dispute:how-many-waggons  » How many waggons rolled over on the opening night?\n")
    for kind in ("statement", "source", "paragraph"):
        _, out, _ = run(capsys, "list", kind, "--since-then")
        later = [line for line in out.splitlines() if "mill-almanac" in line]
        assert later and all("  » " in line for line in later)
        assert out.count("»") < len(out.splitlines())
        listed = json.loads(run(capsys, "list", kind, "--since-then", "--json")[1])["records"]
        assert {one["layer"] for one in listed if "mill-almanac" in one["ref"]} == {"later"}
        assert "seed" in {one["layer"] for one in listed}
    assert "» " in run(capsys, "list", "statement", "--since-then", "--csv")[1]
    status, out, err = run(capsys, "list", "dispute")
    assert (status, out) == (1, "") and off() in err
    _, out, _ = run(capsys, "search", "lanterns", "--since-then")
    assert all("»" in line for line in out.splitlines() if "lmanac" in line) and "lmanac" in out
    assert '"later": [' in run(capsys, "search", "lanterns", "--since-then", "--json")[1]
    for address in ("pane:ledger", "pane:disputes", "later:waggons", "mill-almanac:e1.1", "source:mill-almanac"):
        status, out, _ = run(capsys, "show", address, "--json", "--since-then")
        assert status == 0 and '"layer": "later"' in out and "not the commentary's" in out, address
        status, out, _ = run(capsys, "show", address)
        assert status == 0 and " ".join(off().split()) in " ".join(out.split()), address
    assert '"state": "partly"' in run(capsys, "show", "pane:ledger", "--json", "--since-then")[1]


@pytest.mark.parametrize("form", [form.name for form in FORMATS if not form.binary])
def test_a_brief_ends_with_it_and_its_own_sources(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, before, _ = run(capsys, "brief", f"--format={form}")
    _, out, _ = run(capsys, "brief", f"--format={form}", "--since-then")
    assert "lmanac" not in before
    last = out[out.index("Since then") :]
    if form == "html":
        last = re.sub("<[^>]*>", "", last).replace("&#x27;", "'")
    last = " ".join(last.split())
    assert "Later sources, read in excerpts; not the commentary's." in last
    assert "looked for to 10 Feb 2032" in last and "Almanac of the mills for 2032" in last
    assert last.index("partly") < last.index("Almanac of the mills for 2032")
    if form == "text":
        assert out.startswith(before.rstrip()), "nothing before it changes"


def test_a_dossier_without_the_files_of_the_layer_prints_the_same(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    for file in (
        "data/later.yaml",
        "data/ledger.yaml",
        "data/disputes.yaml",
        "seeds/mill-almanac.yaml",
        "seeds/ford-gazette.yaml",
    ):
        (folder / file).unlink()
    for arguments in (
        ["brief"],
        ["list", "--refs"],
        ["list"],
        ["search", "bridge"],
        ["show", "pane:terms", "--json"],
        ["show", "scenario:closed-winter", "--json"],
    ):
        _, shown, _ = run(capsys, *arguments)
        capsys.readouterr()
        main(["--today=2032-04-01", f"--dossier={folder}", *arguments])
        assert capsys.readouterr().out == shown, arguments


def test_structs_that_are_walked_hold_nothing_of_it(tiny: Dossier) -> None:
    """Whoever asks a dossier for its records, statements or links finds the seed layer alone."""
    since = tiny.since
    assert since
    ids = {source.id for source in since.sources}
    assert not [cite for cite, _ in tiny.statements() if cite.partition(":")[0] in ids]
    assert not [record for record in tiny.records() if record.kind in ("later", "ledger", "dispute")]
    assert not [one for record in tiny.records() for one in tiny.linked_from(record.ref) if one.kind == "later"]


DATED = "{edtf: '[2031-06-01..2031-06-10]', role: window, as_stated: early June, year: inferred, basis: the notice}"


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    """The tiny dossier with a day by which an open row of the ledger has to be judged."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    ledger = folder / "data/ledger.yaml"
    ledger.write_text(ledger.read_text("utf-8").replace("{role: window, as_stated: early June}", DATED), "utf-8")
    return folder


def test_what_is_open_past_its_time_is_listed_and_is_no_to_do(dated: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def checked(day: str, *arguments: str) -> tuple[int, str]:
        status = main([f"--today={day}", "check", str(dated), "--strict", *arguments])
        return status, capsys.readouterr().out

    assert checked("2031-06-10") == (0, "47 records, 24 statements: no problem found\n")
    status, out = checked("2031-06-11")
    first, second, total = out.splitlines()
    assert (status, first) == (0, "open, and past its horizon (1)")
    assert second.startswith("data/ledger.yaml:") and "Pay for the mending" in second
    assert total == "47 records, 24 statements: no problem found"
    assert '"overdue": [\n    {' in checked("2031-06-11", "--json")[1]


@pytest.mark.parametrize("layers", [frozenset[Layer](), frozenset[Layer]({"later"})])
def test_the_list_of_what_is_to_do_has_it_by_what_it_is_about(dated: Path, layers: frozenset[Layer]) -> None:
    dossier = load(dated).dossier
    lens = Lens(width=80, today=date(2031, 6, 11), layers=layers)
    page = page_at(dossier, "todo:", lens)
    assert [row.subject for row in page.rows if row.subject] == ["recommendation:pay-for-mending"]
    assert "open, and past its horizon" in plain(page.rows)
    assert "Nothing is left to do." in plain(page_at(dossier, "todo:", replace(lens, today=date(2031, 6, 10))).rows)


def test_a_row_of_the_ledger_has_both_halves_in_the_lines_of_a_detail(tiny: Dossier) -> None:
    rows = page_at(tiny, "ledger:winter", on(Lens(width=78, today=TODAY))).rows
    said = plain(rows[:7])
    assert said.index("“may” (likelihood not given) p3.1") < said.index("» Later sources") < said.index("» partly")
    whole = plain(rows)
    assert "(set in hindsight, 2 Mar 2032)" in whole and "» Against it" in whole
    assert tiny.since
    fair = tiny.since.ledger[1]
    assert "may overlap the text" not in plain(
        page_at(with_rows(tiny, fair), "ledger:fair", on(Lens(today=TODAY))).rows
    )
    lens = on(Lens(today=TODAY))
    when = When(edtf=Edtf("[2031-05-02..2031-06-30]"), role="as-of", as_stated="not stated")
    late = replace(fair, made=Bounds(when=when, cites=()))
    assert "may overlap the text" in plain(page_at(with_rows(tiny, late), "ledger:fair", lens).rows)


def with_rows(dossier: Dossier, *rows: LedgerRow) -> Dossier:
    assert dossier.since
    return replace(dossier, since=replace(dossier.since, ledger=rows))


def test_a_dispute_within_the_text_shows_with_the_layer_off(dated: Path) -> None:
    (dated / "data/disputes.yaml").write_text(
        (dated / "data/disputes.yaml").read_text("utf-8")
        + """\
- id: since-when
  title: Since when is it closed?
  touches: ["event:bridge-closed"]
  sides:
    - {by: The letter, text: since March., cites: ["valley-letter:p1.2"], when: {role: point, as_stated: not stated}}
    - {by: The notice, text: in May., cites: ["bridge-notice:n1.1"], when: {role: point, as_stated: not stated}}
""",
        "utf-8",
    )
    dossier = load(dated).dossier
    off = Lens(width=80, today=TODAY)
    assert "»" not in plain(page_at(dossier, "dispute:since-when", off).rows)
    listed = page_at(dossier, "pane:disputes", off)
    assert [row.subject for row in listed.rows if row.subject] == ["dispute:since-when"] and "off" in plain(listed.rows)
    page = page_at(dossier, "pane:disputes", on(off))
    assert [row.text[0] for row in page.rows if row.subject] == ["S", "»"]
    assert "sources differ" not in plain(page_at(dossier, "event:bridge-closed", on(off)).rows)
    reader = session(dossier, "sources")
    assert PANES[pane_number(reader, 1) - 1] == "disputes"


def test_from_the_cache_and_from_the_shelf_it_is_the_same(
    tiny: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for large, name in ((10**9, "memory"), (1, "shelf")):
        monkeypatch.setattr(cache, "LARGE", large)
        store = Store(str(tmp_path / name))
        open_cached(TINY, store=store)
        kept = open_cached(TINY, store=store)
        assert kept.since == tiny.since
        for address in (*seed_addresses(tiny), *later_addresses(tiny)):
            for lens in (Lens(width=80, zoomed=True, today=TODAY), on(Lens(width=80, today=TODAY))):
                assert told(page_at(kept, address, lens)) == told(page_at(tiny, address, lens)), (name, address)
        latin = in_latin(kept).since
        assert latin and all(text.isascii() for text in texts_of(latin.later + latin.disputes))


def test_the_caveat_is_of_the_sources_that_the_bottom_line_rests_on(real: Dossier, tiny: Dossier) -> None:
    assert caveat(real).endswith("not the commentary's.")
    one, *_ = tiny.about.bottom_line
    cites = tuple(Citation(f"{source.id}:{source.paragraphs[0].statements[0].id}") for source in tiny.sources[:2])
    two = replace(tiny, about=replace(tiny.about, bottom_line=(replace(one, cites=cites),)))
    assert len(cites) > 1 and caveat(two).endswith("not those that the dossier is made from.")


def test_an_open_row_whose_time_has_come_says_so_wherever_it_stands(dated: Path) -> None:
    dossier = load(dated).dossier
    for day, passed in ((date(2031, 6, 10), False), (date(2031, 6, 11), True)):
        lens = on(Lens(width=120, today=day, zoomed=True))
        for address in ("pane:ledger", "ledger:paid", "recommendation:pay-for-mending"):
            below = plain(page_at(dossier, address, lens).rows).split("»", 1)[1]
            assert ("· passed" in below or "horizon passed" in below) == passed, (address, day)
        section = since_section(dossier, day)
        assert section and any("horizon passed; not looked for" in line.facts for line in section.lines) == passed


def test_the_header_says_where_nobody_looked(tiny: Dossier) -> None:
    assert tiny.since and horizon_words(tiny).endswith("at least, some not at all")
    looked = with_rows(tiny, *tiny.since.ledger[:2])
    assert horizon_words(looked) == "looked for to 10 Feb 2032 at least"


def test_a_brief_has_of_a_dispute_every_citation_in_order_and_marks_no_side_of_the_text(dated: Path) -> None:
    file = dated / "data/disputes.yaml"
    seed = "    - {by: The letter, text: many., cites: [LETTER, OTHER], when: {role: point, as_stated: not stated}}\n"
    seed = seed.replace("LETTER", "valley-letter:p3.1").replace("OTHER", "valley-letter:p1.2")
    notice = seed.replace("[valley-letter:p3.1, valley-letter:p1.2]", "['bridge-notice:n1.1']")
    within = f"- id: within\n  title: Within the text?\n  sides:\n{seed}{notice}"
    file.write_text(file.read_text("utf-8") + seed + within, "utf-8")
    section = since_section(load(dated).dossier, TODAY)
    assert section
    (line,) = [line for line in section.lines if line.group == "Where later sources differ"]
    assert [claim.name for claim in line.claims] == [
        "The letter",
        "» Upper Mill, 14 Dec 2031",
        "» The ropemaker, 10 Feb 2032",
    ]
    assert "p3.1 “may” (likelihood not given)" in line_text(line) and "p1.2" in line_text(line)


def test_with_what_came_later_a_date_is_the_curators_as_it_is_without(edition: Dossier, real: Dossier) -> None:
    for kind in ("event", "agreement", "gap"):
        for dossier in (edition, real):
            assert dated_by_curator(dossier.whole, kind) == dated_by_curator(dossier, kind)
    assert dated_by_curator(real, "event") and "of nothing" not in real.whole.relations.alone


def test_with_what_came_later_nothing_hangs_together_twice(tiny: Dossier, edition: Dossier) -> None:
    for whole in (tiny.whole, edition.whole):
        related = [
            *(whole.linked_from(one.ref) for one in whole.records()),
            *(whole.cited_by(cite) for cite, _ in whole.statements()),
        ]
        assert all(len(records) == len({*map(id, records)}) for records in related) and any(related)


def test_with_what_came_later_is_shown_alone_what_is_in_either_layer(tiny: Dossier, edition: Dossier) -> None:
    for dossier in (tiny, edition):
        alone = dossier.whole.relations.alone
        later = later_alone(dossier).relations.alone
        for key in {*dossier.relations.alone, *later}:
            assert alone[key] == dossier.relations.alone.get(key, frozenset()) | later.get(key, frozenset())
        assert {*alone} == {*dossier.relations.alone, *later} and len(alone) == len({*alone})


def test_the_caveat_says_that_some_were_read_whole(tiny: Dossier) -> None:
    manners = [source.read_from.manner for source in tiny.whole.relations.descriptors.values() if source.read_from]
    assert "original" not in manners and ", read in excerpts;" in caveat(tiny)
    assert tiny.since
    first, *others = tiny.since.sources
    whole = replace(first, read_from=ReadFrom(manner="original"))
    some = replace(tiny, since=replace(tiny.since, sources=(whole, *others)))
    assert ", some read in excerpts;" in caveat(some)


def test_a_side_of_a_dispute_is_told_with_what_it_counts_and_when_wherever_it_goes(both: Dossier) -> None:
    """Two numbers that count different things on different days do not differ."""
    since = both.since
    section = since_section(both, TODAY)
    assert since and section
    brief = " ".join(" ".join(map(line_text, section.lines)).split())
    for dispute in since.disputes:
        copied = " ".join(copy_text(both.whole, parse(dispute.ref)).split())
        collected = brief_line(both, CollectedLine(dispute.ref), TODAY)
        assert collected
        for told in (brief, copied, " ".join(line_text(collected).split())):
            for side in dispute.sides:
                assert f"{side.by}{f', {span_words(side.when)}' if side.when.edtf else ''}: " in told, (
                    dispute.ref,
                    side.by,
                )
                assert not side.counted or f"; counted: {side.counted}." in told, (dispute.ref, side.counted)


def test_of_a_hit_in_a_layer_that_is_off_by_now_no_number_is_said(both: Dossier) -> None:
    here = session(both)
    here.go(Visit("lever:council-fund", hit=HitAt("council", 1)))
    assert hit_words(here).startswith("1 of ")
    here.go(Visit("lever:council-fund", hit=HitAt("zzyzx", 1)))
    assert hit_words(here) == "", "and not 1 of 0"
