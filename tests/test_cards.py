"""Cards: an actor, and what to say and what not, on one screen; with types, hedges and citations; copied whole."""

import re

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.addresses import PaneAt, RecordAt, parse
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.page import card
from caucasus_tui.page.actor_card import actor_parts
from caucasus_tui.page.card import Part, card_rows
from caucasus_tui.page.copying import copy_text
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import TYPE_MARKS, UNNOTED
from caucasus_tui.page.name_card import shortest
from caucasus_tui.page.rows.row import Page, Row, Span, plain
from caucasus_tui.page.rows.wrapping import lines_begun
from caucasus_tui.panes.router import page_at
from tests.conftest import TODAY
from tests.screen import LARGE, SMALL, reading

LABELS = ("wants, does", "holds", "is held by", "owes", "said", "not stated")
ROOM = 20
"""Rows of a page at 80×24."""


def card_of(dossier: Dossier, actor: str, height: int = 0, width: int = 78, **lens: object) -> list[Row]:
    page = page_at(dossier, f"actor:{actor}", replace(Lens(width=width, height=height, today=TODAY), **lens))
    return list(page.rows[: page.card])


def running(rows: list[Row]) -> str:
    return " ".join(plain(rows).split())


def test_each_actor_has_a_card_of_one_screen(real: Dossier) -> None:
    for actor in real.actors:
        rows = card_of(real, actor.id, ROOM)
        assert len(rows) <= ROOM and all(row.width <= 78 for row in rows)
        assert [label for label in LABELS if any(row.text.startswith(label) for row in rows)] == list(LABELS)


def test_most_actors_have_all_of_it_there_and_the_rest_say_how_much_more_and_where(real: Dossier) -> None:
    whole = [actor for actor in real.actors if len(card_of(real, actor.id)) <= ROOM]
    assert len(whole) * 5 > len(real.actors) * 4
    for actor in real.actors:
        said = running(card_of(real, actor.id, ROOM))
        page = running([*page_at(real, actor.ref, Lens(width=78, today=TODAY)).rows])
        assert ("below, " in said) == (actor not in whole)
        for heading in re.findall(r"\+\d+ below, ([A-Z][a-z ]*[a-z])(?= |$)", said):
            assert any(heading.startswith(known) and known in page.partition("In full")[2] for known in HEADINGS)


HEADINGS = ("Positions", "Levers it holds", "Levers upon it", "Agreements and terms", "Statements by", "Elsewhere")


def test_what_is_left_out_and_what_is_shown_make_up_the_whole() -> None:
    entries = [[Span(f"entry {number}")] for number in range(9)]
    parts = [Part("one", entries, "There"), Part("other", entries[:2], "Here")]
    assert len(card_rows(parts, 60)) == 11
    rows = [row.text.strip() for row in card_rows(parts, 60, 6)]
    assert rows == ["one         entry 0", "entry 1", "entry 2", "+6 below, There", "other       entry 0", "entry 1"]


def test_a_card_of_thousands_measures_only_what_can_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [[Span(f"entry {number}")] for number in range(20_000)]
    parts = [Part("one", entries, "There", running=True), Part("other", entries, "Here")]
    measured: list[int] = []
    rows_of = card._rows

    def measuring(part: Part, shown: int, width: int) -> list[Row]:
        measured.append(shown)
        return rows_of(part, shown, width)

    monkeypatch.setattr(card, "_rows", measuring)
    assert 15 <= len(card_rows(parts, 60, 20)) <= 20
    assert sum(measured) < 800


def test_an_entry_is_measured_once_however_many_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    entries = [[Span(f"entry {number} of a card")] for number in range(20_000)]
    parts = [Part("one", entries, "There", running=True), Part("other", entries, "Here")]
    measured: list[str] = []

    def measuring(body: list[Span], width: int, used: int) -> tuple[int, int]:
        measured.extend(span.text for span in body if span.text.startswith("entry"))
        return lines_begun(body, width, used)

    monkeypatch.setattr(card, "lines_begun", measuring)
    assert 15 <= len(card_rows(parts, 60, 20)) <= 20
    assert max(map(measured.count, measured)) <= len(parts) and len(measured) < 100


@pytest.mark.parametrize("width", [20, 40, 78, 104])
def test_a_part_is_as_long_as_it_was_measured(real: Dossier, width: int) -> None:
    for actor in real.actors:
        for part in actor_parts(real, actor, Lens(today=TODAY)):
            measured = card._Measured(part, width)
            for number in range(min(len(part.entries), 1), min(len(part.entries), 9) + 1):
                assert measured.taken(number) == len(card._rows(part, number, width))


def test_a_card_may_have_more_to_say_of_what_it_leaves_out_than_that_is_long() -> None:
    short = Part("one", [[Span("a")], [Span("b")]], "Agreements and terms, and more below", running=True)
    long = Part("other", [[Span("entry " * 40)]], "Here")
    assert next(row.text for row in card_rows([short, long], 42, 5)).split() == ["one", "a", "·", "b"]


def test_a_card_lays_no_part_out_twice(real: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    laid: list[tuple[str, int]] = []
    rows = card._rows

    def counting(part: Part, shown: int, width: int) -> list[Row]:
        laid.append((part.label, shown))
        return rows(part, shown, width)

    monkeypatch.setattr(card, "_rows", counting)
    most = max(real.actors, key=lambda actor: len(real.said_by(actor.ref)))
    assert card_rows(actor_parts(real, most, Lens(today=TODAY)), 78, ROOM)
    assert laid and len(laid) == len({*laid})


def test_the_parts_of_a_card(tiny: Dossier) -> None:
    said = running(card_of(tiny, "lower-mill"))
    assert f"wants, does {UNNOTED}" in said and "not stated No gap is noted." in said
    assert "said warns, no date: ◈ The arches come first. p2.6" in said
    assert "holds ● exercised: → UM ◆ Closing the bridge p1.2" in said
    assert "early June · ahead ▷ p3.3" in said and "◆ The arches are mended p2.2, agreed" in said
    assert "statuses: our reading" in said


def test_what_was_said_once_has_its_date_and_no_date_that_is_of_something_else(edition: Dossier) -> None:
    said = running(card_of(edition, "azerbaijan"))
    assert re.search(r"Sep 2023~: ◈ Its government presents the offensive", said)
    assert re.search(r"no date: ◈ It [^.]*hold\b", said)  # the 1990s are when the hold began
    assert "1990" not in said
    assert "12 Sep 2023~: ◈ He said" in running(card_of(edition, "putin"))


def test_every_line_of_a_card_has_the_types_and_hedges_of_what_it_cites(real: Dossier) -> None:
    for actor in real.actors:
        said = running(card_of(real, actor.id, width=1000))
        cites = {span.subject for row in card_of(real, actor.id) for span in row.spans if span.role == "cite"}
        for statement in (found for cite in cites if (found := real.statement(cite))):
            assert TYPE_MARKS[statement.type].glyph in said
            assert not statement.hedge or hedge_words(statement.hedge) in said


def test_each_glyph_of_a_card_has_its_word_on_it(real: Dossier) -> None:
    for actor in real.actors:
        rows = card_of(real, actor.id, ROOM)
        said = plain(rows)
        for mark in TYPE_MARKS.values():
            assert (f"{mark.glyph} " in said) == (mark.column in said), (actor.id, mark.word)


def test_what_is_held_narrows_a_card_without_silencing_a_source(edition: Dossier) -> None:
    said = running(card_of(edition, "azerbaijan", facet="forecast"))
    assert "wants, does left out" in said and UNNOTED not in said


def test_a_card_is_copied_whole_with_whole_citations(edition: Dossier) -> None:
    copied = copy_text(edition, RecordAt("actor", "azerbaijan"), Lens(today=TODAY))
    assert [f"{label[:1].upper()}{label[1:]}:" in copied for label in LABELS] == [True] * len(LABELS)
    assert "- It claims Nagorno-Karabakh. [assessment, ecfr-2023:p4.2]\n" in copied
    assert "early October · passed" in copied and "below, " not in copied and "As of 26 Sep" in copied
    levers = copied.partition("Is held by:\n")[2].partition("Owes:")[0].splitlines()
    assert all(re.match(r"- (latent|exercised|eroded|spent|denied|signalled): ", line) for line in levers)
    aliyev = copy_text(edition, parse("actor:aliyev"))
    assert "Said in passing:\n- He is president of Azerbaijan. [recommendation, ecfr-2023:p12.6]\n" in aliyev
    assert UNNOTED in aliyev


def test_a_card_is_of_the_text_alone_also_where_the_later_layer_is_on(real: Dossier) -> None:
    for actor in real.actors:
        address = RecordAt("actor", actor.id)
        assert copy_text(real.whole, address) == copy_text(real, address)


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_enter_on_an_actor_shows_the_card_and_y_copies_it(real: Dossier, size: tuple[int, int]) -> None:
    async with reading(real, start="actors", size=size) as reader:
        screen = await reader.press("enter")
        assert all(re.search(rf"^ {label}\b", screen, re.MULTILINE) for label in LABELS)
        await reader.press("down", "y")  # on a line of the card, not on its first
        copied = reader.app.clipboard
        assert copied.startswith("Azerbaijan (state)\nWants, does:\n") and "Not stated:\n" in copied
        assert "In full" in await reader.press("space", "space", "space")


# Names


def name_page(dossier: Dossier, height: int = 0, width: int = 78, **lens: object) -> Page:
    looked = replace(Lens(width=width, height=height, today=TODAY, zoomed=True, pick="section:S"), **lens)
    return page_at(dossier, "pane:names", looked)


def test_the_names_are_one_screen_with_a_line_for_each_word_to_avoid(real: Dossier) -> None:
    page = name_page(real, ROOM)
    assert len(page.rows) <= ROOM and page.card == len(page.rows)
    lines = {row.subject: row.text for row in page.rows if row.subject}
    avoided = [rule for rule in real.names if rule.avoid]
    assert set(lines) == {rule.ref for rule in avoided} and len(lines) + 3 <= len(page.rows) <= len(lines) + 5
    for rule in avoided:
        said = real.statement(rule.cites[0])
        assert rule.title in lines[rule.ref] and rule.avoid[0] in lines[rule.ref] and said
        assert lines[rule.ref].index(TYPE_MARKS[said.type].glyph) > lines[rule.ref].index(rule.avoid[0])
        assert not said.hedge or f"“{said.hedge.word}”" in lines[rule.ref]
    assert re.match(r"\+\d+ with no word to avoid: z", page.note)
    assert {row.subject for row in name_page(real, 60).rows if row.subject} == {rule.ref for rule in real.names}


def test_why_not_stands_once_above_those_that_share_it(tiny: Dossier) -> None:
    one, other = tiny.names
    rules = (replace(one, reason="takes a side"), replace(other, avoid=("Mills",), reason="takes a side"))
    text = plain(name_page(replace(tiny, names=rules)).rows)
    assert text.count("why not: □ takes a side\n") == 1 and "Stone bridge" in text.partition("takes a side")[2]
    said = plain(name_page(tiny).rows)  # without a reason in a few words the whole one
    assert (
        said.startswith("why not: □ Neither village objects to it.\nStone bridge") and "no word to avoid\nUpper" in said
    )


def test_forms_of_one_word_are_shown_once_and_copied_all() -> None:
    assert shortest(("Azeri", "Azeris")) == ["Azeri"] and shortest(("the high wall", "walls")) == ["the high wall"]
    assert shortest(("turned a blind eye", "turning a blind eye")) == ["turned a blind eye"]
    assert shortest(("occupied land", "occupation", "land")) == ["occupied land", "occupation"]


def test_the_names_are_copied_whole(real: Dossier) -> None:
    copied = copy_text(real, PaneAt("names"))
    for rule in real.names:
        assert f"- {rule.title}" in copied and all(f"“{word}”" in copied for word in rule.avoid)
        assert not rule.reason or f"since it {rule.reason} [curator]:" in copied
        assert not re.search(re.escape(rule.title) + r"[^;\n]* \[(?!curator)", copied), "no source says our own term"
    assert "As of " in copied


async def test_one_letter_shows_the_names_on_the_whole_screen_and_takes_them_back(real: Dossier) -> None:
    async with reading(real, start="names") as reader:
        await reader.press("S")
        rules = [rule for rule in real.names if rule.avoid]
        assert all(rule.title in reader.screen for rule in rules) and "why not:" in reader.screen
        await reader.press("down", "down", "y")
        assert reader.app.clipboard.strip() == copy_text(real, PaneAt("names")).strip()
        await reader.press("enter")
        assert reader.address.startswith("name-rule:")
        await reader.press("escape", "S")
        assert "why not:" not in reader.screen and not reader.app.session.visit.zoomed
