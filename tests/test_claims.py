"""No line prints a type, hedge or citation that is not that of the statement which says it: the whole of two dossiers,
the bundled one and one of three sources that share paragraph ids, in every pane, page, answer, hit, copy and brief."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import cycle, takewhile
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import replace

from caucasus_tui.brief.build import build
from caucasus_tui.brief.formats import json as json_format
from caucasus_tui.brief.formats import md, text
from caucasus_tui.brief.model import Request
from caucasus_tui.brief.wording import line_spans
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.addresses.typed import cited_in_short
from caucasus_tui.dossier.ask.answers import answer
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dates import When, column_date, nearest_window
from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Event, Place, Record, Term
from caucasus_tui.dossier.model.sources import Hedge, Statement
from caucasus_tui.dossier.search import SearchIndex
from caucasus_tui.dossier.search.searches import Found
from caucasus_tui.dossier.views.dating import dating_cite
from caucasus_tui.page.answer import answer_page
from caucasus_tui.page.claim.basis import lead_of
from caucasus_tui.page.claim.closing import closed
from caucasus_tui.page.copying import copy_text
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR, TYPE_MARKS
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.wrapping import NBSP
from caucasus_tui.page.search_results import found_page
from caucasus_tui.panes import PANES, pane
from caucasus_tui.panes.router import page_at
from tests.conftest import TODAY

TINY = Path(__file__).parent / "tiny"
WIDTHS = (40, 60, 80, 100, 120, 160)
GLYPHS = "".join(mark.glyph for mark in TYPE_MARKS.values())
BETWEEN = Span("   ", "rule")
"""What stands between two columns of rows."""


def _otherwise(said: Statement, number: int) -> Statement:
    """The same statement as another source has it: of another type, with a hedge where this has none."""
    hedge = None if said.hedge else Hedge(word=f"perhaps {number}", code="possible-unquantified")
    return replace(said, hedge=hedge, type="assessment" if said.type == "fact" else "fact", attributed_to=())


@cache
def three_sources() -> Dossier:
    """The tiny dossier told by three sources with the same ids: each citation in turn by another of them, so that a
    type, a hedge or an id that was borrowed would show."""
    tiny = load(TINY).dossier
    letter = next(source for source in tiny.sources if source.id == "valley-letter")
    others = [source for source in tiny.sources if source is not letter]
    told = tuple(
        replace(part, statements=tuple(_otherwise(said, number) for said in part.statements))
        for number, part in enumerate(letter.paragraphs)
    )
    report = replace(letter, id="mill-report", short="Rep", paragraphs=told, cites=())
    later = replace(letter, id="later-news", short="News", layer="later", cites=())
    names = cycle((letter.id, report.id, later.id))

    def retold(value: Any) -> Any:
        if isinstance(value, Citation):
            return Citation(f"{next(names)}:{value.statement}") if value.source == letter.id else value
        if isinstance(value, tuple):
            return tuple(map(retold, value))
        if isinstance(value, Struct):
            return replace(value, **{name: retold(getattr(value, name)) for name in value.__struct_fields__})
        return value

    fields = {name: retold(getattr(tiny, name)) for name in tiny.__struct_fields__ if name != "sources"}
    return Dossier(sources=(letter, report, later, *others), **fields)


DOSSIERS: dict[str, Callable[[], Dossier]] = {
    "bundled": cache(lambda: load(bundled()).dossier),
    "three sources": three_sources,
}


@pytest.fixture(params=DOSSIERS)
def dossier(request: pytest.FixtureRequest) -> Dossier:
    return DOSSIERS[request.param]()


def lens(width: int, **changes: object) -> Lens:
    return replace(Lens(width=width, today=TODAY), **changes)


def pages(dossier: Dossier, width: int) -> Iterator[tuple[str, Sequence[Row]]]:
    """Every page there is, by a name to find it by."""
    for name in PANES:
        for zoomed in (False, True):
            yield f"pane:{name} zoomed={zoomed}", pane(name).page(dossier, lens(width, zoomed=zoomed)).rows
    actors = [actor.id for actor in dossier.actors]
    for pick in [f"{axis}:{actor}" for axis in ("target", "holder") for actor in actors]:
        yield f"leverage {pick}", pane("leverage").page(dossier, lens(width, pick=pick)).rows
    for zoomed in (False, True):
        for pick in ("back", *(f"around:{condition.id}" for condition in dossier.conditions[:6])):
            yield f"why {pick}", pane("why").page(dossier, lens(width, pick=pick, zoomed=zoomed)).rows
    addresses = [record.ref for record in dossier.records()]
    addresses += [f"source:{source.id}" for source in dossier.sources]
    addresses += [f"{source.id}:{part.id}" for source in dossier.sources for part in source.paragraphs]
    addresses += [cite for cite, _ in dossier.statements()]
    addresses += [f"cell:{one}/{other}" for one in actors for other in actors[:8]]
    for address in (*addresses, "about:bottom-line"):
        yield address, page_at(dossier, address, lens(width)).rows
    for question in dossier.questions:
        yield question.ref, answer_page(dossier, question, lens(width)).rows
    index = SearchIndex(dossier)
    for query in ("guarantee", "bridge", "russia", "2025", "may", "contingent", "toll", "not"):
        yield f"search {query}", found_page(dossier, Found(index.find(query)), width).rows


def columns(where: str, rows: Sequence[Row]) -> list[list[Row]]:
    """The rows; where two agreements stand beside each other, each by itself."""
    if not where.startswith("pane:terms"):
        return [list(rows)]
    one: list[Row] = []
    other: list[Row] = []
    for row in rows:
        at = next((n for n, span in enumerate(row.spans) if span == BETWEEN), len(row.spans))
        one.append(Row(row.spans[:at]))
        other.append(Row(row.spans[at + 1 :]))
    return [one, other]


def whole(hedge: str) -> bool:
    """Whether a hedge has its range behind it."""
    return "(" in hedge and hedge.count("(") == hedge.count(")")


@cache
def cite_form() -> re.Pattern[str]:
    """A citation as it is printed, with any label that a source of the dossiers has."""
    labels = sorted({label for make in DOSSIERS.values() for label in make().labels.values() if label}, key=len)
    named = "|".join(map(re.escape, reversed(labels)))
    return re.compile(rf"(?:[a-z0-9-]+:|(?:{named}) )?\b[a-z]+\d*(?:\.\d+)?(?![\w:-])")


def pieces(rows: Sequence[Row]) -> list[Span]:
    """The spans of rows that mean something: a hedge that was wrapped as one, citations in a row each by itself."""
    found: list[Span] = []
    for row in rows:
        for span in row.spans:
            words = span.text.replace(NBSP, " ").strip()
            if not words or span.role == "rule":
                continue
            last = found[-1] if found else Span("")
            if span.role == "cite":
                found += [span._replace(text=cite[0]) for cite in cite_form().finditer(words)]
            elif span.role == last.role == "hedge" and not whole(last.text):
                found[-1] = Span(f"{last.text} {words}", "hedge")
            else:
                found.append(span._replace(text=words))
    return found


def resolved(dossier: Dossier, label: str) -> str:
    """The one statement that a citation on a page means."""
    if dossier.statement(label):
        return label
    found = cited_in_short(dossier, label)
    assert len(found) == 1, f"{label!r} stands for {found}"
    return str(found[0])


def hedges_of(dossier: Dossier, label: str) -> str:
    if not dossier.statement(label) and not cited_in_short(dossier, label):
        return ""  # the address of a record, or of a paragraph
    said = dossier.statement(resolved(dossier, label))
    return hedge_words(said.hedge) if said and said.hedge else ""


def in_short(hedge: str) -> str:
    """A hedge on a line that has no room for its range."""
    return hedge and re.sub(r"” \(.*\)$", "” (…)", hedge)


def assert_claims(dossier: Dossier, where: str, spans: Sequence[Span]) -> None:
    """Every citation means one statement; every hedge stands beside one whose statement has it."""
    for number, span in enumerate(spans):
        if span.role == "cite" and "." in span.text:
            meant = resolved(dossier, span.text)
            assert span.subject in ("", meant) or not dossier.statement(span.subject), (where, span)
        if span.role == "hedge":
            after = next((one.text for one in spans[number + 1 :] if one.role == "cite"), "")
            before = next((one.text for one in reversed(spans[:number]) if one.role == "cite"), "")
            near = [label for label in (after, before) if label]
            said = [hedges_of(dossier, label) for label in near]
            assert any(span.text in (whole, in_short(whole)) for whole in said), (where, span.text, near)
            assert_apart(dossier, where, spans, number)


def assert_apart(dossier: Dossier, where: str, spans: Sequence[Span], number: int) -> None:
    """A hedge between two citations is parted from the one whose statement does not have it, by more than a glyph."""
    hedge = spans[number].text
    for run in (spans[number + 1 :], spans[number - 1 :: -1] if number else []):
        between = list(takewhile(lambda one: one.role != "cite", run))
        if len(between) == len(run) or "." not in run[len(between)].text:
            continue  # none, or the address of a record
        whose = hedges_of(dossier, run[len(between)].text)
        parted = any(one.text not in GLYPHS and one.role != "tension" for one in between)
        assert parted or hedge in (whose, in_short(whose)), (where, hedge, run[len(between)].text)


BEFORE = 60
"""Spans. Of so many before a citation one says the type: of several statements of one type it stands once."""
NEAR = 12
"""Spans. So near a citation its hedge stands, broken over lines as it may be."""


def asserted(rows: Sequence[Row]) -> Iterator[Span]:
    """What is on rows, but for links to what is listed below them."""
    for row in rows:
        yield from row.spans if any(span.role != "cite" for span in row.spans) else ()


def assert_types(dossier: Dossier, where: str, rows: Sequence[Row]) -> None:
    """Every citation has the type of its statement before it, and near it the hedge that takes something back, be it
    that of what we draw words of our own from."""
    spans = [span for span in asserted(rows) if span.text.strip()]
    for number, span in enumerate(spans):
        words = span.text.replace(NBSP, " ").strip()
        for cite in cite_form().finditer(words) if span.role == "cite" and "." in words else ():
            said = dossier.statement(resolved(dossier, cite[0]))
            before = spans[max(number - BEFORE, 0) : number]
            marks = [TYPE_MARKS[said.type]] if said else []
            assert not marks or any(one.role == marks[0].role and marks[0].glyph in one.text for one in before), (
                where,
                words,
            )
            near = spans[max(number - NEAR, 0) : number + NEAR]
            softened = said and said.hedge and said.hedge.code != "categorical" and said.hedge.word
            hedges = " ".join(one.text.replace(NBSP, " ") for one in near if one.role == "hedge")
            assert not softened or softened.split()[0] in hedges, (where, words)


@pytest.mark.parametrize("width", WIDTHS)
def test_on_every_page_each_hedge_has_its_own_citation(dossier: Dossier, width: int) -> None:
    for where, rows in pages(dossier, width):
        wide = [row.text for row in rows if row.width > width >= 60]
        assert not wide, (where, wide)  # it would be cut
        for column in columns(where, rows):
            assert_claims(dossier, where, pieces(column))
            assert_types(dossier, where, column)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_row_ends_in_a_type_without_its_citation(dossier: Dossier, width: int) -> None:
    for where, rows in pages(dossier, width):
        for row in rows:
            line = row.text.rstrip()
            alone = line.strip() in GLYPHS or line.lstrip(" │├└─╌").rstrip() in GLYPHS
            assert alone or not re.search(rf"\S[^\S\n]+[{GLYPHS}]$", line), (where, line)


LISTS = ("timeline", "terms", "recommendations")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_a_title_takes_back_stands_on_its_line_at_any_width(dossier: Dossier, width: int) -> None:
    """The source's word always; its range too, but where a line cannot go on below."""
    for name in LISTS:
        rows = pane(name).page(dossier, lens(width)).rows
        for number, row in enumerate(rows):
            record = dossier.record(row.subject)
            lead = record and lead_of(dossier, record)
            shown = pieces([row, *(one for one in rows[number + 1 : number + 2] if not one.subject)])
            if not record or not lead or not lead.claims or not lead.claims[0].softened:
                continue
            if any(resolved(dossier, one.text) == lead.claims[0].cite for one in shown if one.role == "cite"):
                hedge = hedges_of(dossier, lead.claims[0].cite)
                assert {hedge, in_short(hedge)} & {one.text for one in shown}, (name, row.text)


@pytest.mark.parametrize("zoomed", [False, True], ids=["", "zoomed"])
@pytest.mark.parametrize("width", WIDTHS)
def test_what_pulls_against_a_line_stands_on_it_at_any_width(dossier: Dossier, width: int, zoomed: bool) -> None:
    """No tension is what gives way, however short of room the line is."""
    seen = 0
    for name in ("timeline", "recommendations"):
        rows = pane(name).page(dossier, lens(width, zoomed=zoomed)).rows
        for number, row in enumerate(rows):
            record = dossier.record(row.subject)
            if record and row.subject != rows[number - 1].subject:
                line = takewhile(lambda one, ref=row.subject: one.subject in ("", ref), rows[number:])  # type: ignore[misc]
                marks = [span.text.strip() for one in line for span in one.spans if span.role == "tension"]
                tensions = lead_of(dossier, record).tensions
                assert [mark.rstrip("+") for mark in marks[:1]] == [f"!{one.id.upper()}" for one in tensions[:1]], (
                    row.text
                )
                seen += bool(tensions)
    assert seen


def test_a_range_is_left_out_only_where_it_has_no_room(dossier: Dossier) -> None:
    for name in LISTS:
        for row in pane(name).page(dossier, lens(120)).rows:
            assert "(…)" not in row.text, (name, row.text)


def dated(dossier: Dossier, record: Record, when: When) -> str:
    """How a page must say whose a date is."""
    cite = dating_cite(dossier.statement, when, citations(record))
    return str(cite) if cite else CURATOR.glyph


def window_of(record: Record | None) -> When | None:
    """The window or the deadline of a record that a list shows."""
    when = getattr(record, "deadline", None)
    return when or nearest_window(getattr(record, "window", ()), TODAY)


def on_its_rows(dossier: Dossier, rows: Sequence[Row], number: int) -> set[str]:
    """The statements that a line cites, and whether it has the curator's mark; with the line below, if that is part."""
    found: set[str] = set()
    more = list(takewhile(lambda row: row.subject == rows[number].subject, rows[number + 1 :]))
    below = rows[number + 1 + len(more) :][:1]
    for row in (rows[number], *more, *(row for row in below if not row.subject)):
        found |= {resolved(dossier, span.text) for span in pieces([row]) if span.role == "cite" and "." in span.text}
        found |= {CURATOR.glyph for span in row.spans if CURATOR.glyph in span.text and span.role == "curator"}
    return found


@pytest.mark.parametrize("width", WIDTHS)
def test_every_date_and_standing_in_a_list_has_what_says_it(dossier: Dossier, width: int) -> None:
    seen = 0
    for where, rows in pages(dossier, width):
        for number, row in enumerate(rows):
            record = dossier.record(row.subject)
            shown = {span.text.strip().rstrip(" ~?") for span in row.spans if span.role == "date"}
            if isinstance(record, Event) and record.when.edtf and column_date(record.when) in shown:
                assert dated(dossier, record, record.when) in on_its_rows(dossier, rows, number), (where, row.text)
                seen += 1
            window = window_of(record)
            if record and window and window.edtf and re.search(r"· (passed|open|ahead)\b", row.text):
                assert dated(dossier, record, window) in on_its_rows(dossier, rows, number), (where, row.text)
                seen += 1
            words = []
            if isinstance(record, Term):
                words = [record.status_word, record.contention.word if record.contention else None]
            if isinstance(record, Place):
                words = [replace(state, text=state.shown) for state in record.status]
            for span in row.spans if record else ():
                for word in (word for word in words if word and span.role == "status" and word.text == span.text):
                    said = {str(cite) for one in words if one and one.text == word.text for cite in one.cites}
                    assert said & on_its_rows(dossier, rows, number), (where, row.text)
                    seen += 1
    assert seen > 5


def test_a_copy_names_each_statement_whole_with_its_own_hedge(dossier: Dossier) -> None:
    for record in dossier.records():
        for line in copy_text(dossier, parse(record.ref)).splitlines():
            if line.startswith("- ["):
                kind, words, cite = re.fullmatch(r"- \[(.*?)\] (.*) \((\S+:\S+)\)", line).groups()  # type: ignore[union-attr]
                said = dossier.statement(cite)
                assert said and TYPE_MARKS[said.type].word == kind
                assert words == said.sentence + (f" {hedge_words(said.hedge)}" if said.hedge else "")


REQUESTS = [Request(today=TODAY, minutes=minutes) for minutes in (None, 1, 3)]


def test_a_brief_has_each_hedge_beside_its_citation_in_every_format(dossier: Dossier) -> None:
    actors = [Request(today=TODAY, actor=actor.id) for actor in dossier.actors]
    for request in (*REQUESTS, *actors):
        brief = build(dossier, request)
        for line in brief.lines():
            assert_claims(dossier, line.about, pieces([Row(tuple(line_spans(line)))]))
            for claim in line.claims:
                types = {support.type for support in claim.support}
                assert "curator" in claim.voices or "gap" in claim.voices or types == set(claim.voices), claim
        plain = " ".join(text.render(brief, 80).decode().split())
        marked = md.render(brief, 80).decode()
        for cite in {support.cite for line in brief.lines() for claim in line.claims for support in claim.support}:
            assert cite.statement in plain and cite.statement in marked
        for line in (
            line for section in json.loads(json_format.render(brief, 80))["sections"] for line in section["lines"]
        ):
            for said in (said for claim in line["claims"] for said in claim["citations"]):
                statement = dossier.statement(said["cite"])
                assert statement and statement.type == said["type"]
                assert (said["hedge"] or {}).get("word") == (statement.hedge.word if statement.hedge else None)


def test_a_brief_says_who_says_a_word_and_a_date(dossier: Dossier) -> None:
    for line in build(dossier, Request(today=TODAY)).lines():
        record = dossier.record(line.about)
        cited = {support.cite for claim in line.claims for support in claim.support}
        curator = any("curator" in claim.voices for claim in line.claims)
        when = window_of(record)
        if record and when and when.edtf and when.as_stated.casefold() in line.facts.casefold():
            mark = dated(dossier, record, when)
            assert curator if mark == CURATOR.glyph else mark in cited, line
        for claim in (claim for claim in line.claims if claim.name == "Standing"):
            assert isinstance(record, Term)
            words = [record.status_word, record.contention.word if record.contention else None]
            for word in (word for word in words if word and f"“{word.text}”" in claim.text):
                assert {support.cite for support in claim.support} & set(word.cites), line


def test_what_is_our_reading_says_so(dossier: Dossier) -> None:
    """Statuses and kinds of levers, and the signs between conditions."""
    ours = re.compile(rf"{CURATOR.glyph} ?(statuses|status|sign words|our|ours|\w+ and kinds?)|our reading")
    for width in WIDTHS:
        for zoomed in (False, True):
            for name in ("leverage", "why"):
                head = " ".join(row.text for row in pane(name).page(dossier, lens(width, zoomed=zoomed)).rows[:4])
                assert ours.search(head), (name, width, head)
        for lever in dossier.levers:
            assert ours.search(" ".join(row.text for row in page_at(dossier, lever.ref, lens(width)).rows)), lever.ref
        for question in dossier.questions:
            entries = [entry for section in answer(dossier, question).sections for entry in section.entries]
            if any(entry.line and entry.record and entry.record.kind == "lever" for entry in entries):
                assert ours.search(" ".join(row.text for row in answer_page(dossier, question, lens(width)).rows))


def test_words_that_no_statement_is_named_for_say_that_they_are_ours(dossier: Dossier) -> None:
    """How a lever works, what it would take, what a source is: in our words, as a search and a comparison say."""
    ours = [(lever.ref, lever.mechanism) for lever in dossier.levers]
    ours += [(ask.ref, ask.instrument) for ask in dossier.recommendations if ask.instrument]
    ours += [(point.ref, point.text) for point in dossier.points]
    ours += [(f"source:{one.id}", text) for one in dossier.sources for text in (one.standpoint, *one.limits)]
    assert len(ours) > 10
    for address, words in ours:
        page = " ".join(row.text for row in page_at(dossier, address, lens(2000)).rows)
        assert f"{CURATOR.glyph} {words}" in page.replace(NBSP, " "), address
    for line in build(dossier, Request(today=TODAY)).lines():
        assert not any(lever.mechanism in line.facts for lever in dossier.levers), line


def test_a_title_begins_below_where_little_room_is_left_beside_what_stands_before_it() -> None:
    left = (Span("● exercised → KA/AM   "), Span("Military superiority"))
    rows = closed(left, (Span("◇ p10.6"),), 36, "lever:army", 22)
    assert [line.text.rstrip() for line in rows] == ["● exercised → KA/AM", "  Military superiority       ◇ p10.6"]
    beside = closed(left, (Span("◇ p10.6"),), 41, "lever:army", 22)
    assert beside[-1].text.split() == ["superiority", "◇", "p10.6"]
