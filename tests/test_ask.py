"""The standard questions: complete, honest, and at most two screens at 80×24."""

import json
import re

import pytest
from msgspec.structs import replace

from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses import AskAt
from caucasus_tui.dossier.addresses.places import title_at
from caucasus_tui.dossier.ask.answers import answer, question_at
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Question, Section, Selector, Tension
from caucasus_tui.page.answer import answer_page, questions_page
from caucasus_tui.page.claim.citations import cite_label
from caucasus_tui.page.copying import copy_text
from caucasus_tui.page.line import record_lines
from caucasus_tui.page.marks import TYPE_MARKS
from caucasus_tui.page.rows.row import Page, plain
from caucasus_tui.page.rows.wrapping import NBSP
from caucasus_tui.panes.router import page_at
from tests.pages import LENS, WIDTHS, running, stops

TWO_SCREENS = 40
"""Rows of a page that 80×24 shows at once and after one scroll; they are 78 cells wide."""


def asked(dossier: Dossier, letter: str) -> Question:
    question = question_at(dossier, letter)
    assert question is not None
    return question


# What an expert who has read the source would miss if it were not there. Statements of ecfr-2023.
COVERED = {
    "a": "p12.3 p12.5 p12.6 p9.9 p7.7 p7.6 p6.8 p6.9 p4.3 p4.4 p11.2 p11.4 p8.9 p7.12",
    "b": "p9.9 p9.2 p9.3 p9.4 p9.5 p9.6 p9.7 p9.15 p9.16 p9.8 p9.1 p1.5",
    "c": "p2.2 p2.4 p2.8 p2.9 p2.10 p2.11 p3.1 p3.2 p3.3 p3.4 p8.2 p9.8 p9.10",
    "d": "p12.1 p12.2 p12.3 p12.4 p12.5 p12.6 p12.7 p1.6 s.3",
    "e": "p9.8 p9.9 p9.10 p9.11 p9.12 p9.13 p9.14 p11.2 p4.3 p4.4 p4.5 p8.5 p8.11 p5.2 p5.3",
    "f": "p6.8 p6.9 p11.3 p1.3 p7.3 p11.1",
    "g": "p8.1 p8.2 p8.3 p8.4 p8.5 p8.6 p8.7 p8.8 p8.9 p8.10 p8.11 p1.2",
    "h": "p7.1 p7.2 p7.3 p7.10 p7.11 p7.12 p8.10 p8.11 p10.1 p10.2 p10.4 p10.5",
    "i": "p7.4 p7.5 p7.6 p7.7 p7.8 p7.9 p9.9 p12.6 p12.7",
    "j": "p12.3 p12.5 p12.6 p12.7 p6.1 p6.2 p6.3 p6.6 p6.7 p7.12",
    "k": "p9.1 p9.5 p9.8 p9.11 p10.1 p10.5 p11.1 p11.2 p11.5 p11.7 p11.8",
    "l": "p1.1 p1.2 p1.3 p4.1 p4.2 p4.3 p4.4 p4.5 p4.8 p5.5 p6.1 p6.4 p6.6 p6.9 p8.1 p8.4 p8.9 p8.11",
    "m": "p4.3 p7.11 p7.12 p9.11 p9.12 p9.13 p9.14 p12.3 p12.4 p2.4 p2.10 p8.5",
    "n": "p9.14 p8.3 p2.3 p2.4 p9.15",
    "o": "p1.1 p1.2 p9.2 p9.3 p9.4 p9.9 p9.14 p9.1 p1.5 p8.2 p8.3",
    "p": "p8.2 p8.3 p9.14 p9.4 p9.7 p9.15 p12.2 p12.4 p10.1 p10.5",
    "r": "p11.1 p11.2 p6.8 p11.3 p11.4 p8.8 p11.5 p11.7 p11.8 p10.7",
    "s": "p1.3 p6.1 p6.2 p6.3 p6.7 p8.4 p8.9 p12.1",
}
LETTERS = "".join(COVERED)
BEARING = {
    "a": "t9 t22",
    "b": "t4 guarantor-2023 signatories-2023",
    "c": "t1 t2 t13 contingent-renewal lachin-open-now",
    "d": "t3 t5 t22 recommendation-costs sanctions",
    "e": "t2 t3 t13 t19 contingent-mandate csto",
    "f": "turkey-support-kind iran-warnings-when",
    "g": "t2 t9 t18 t19 t21 closure-day",
    "h": "t6 t21 t22 guarantees-content recognition-date",
    "i": "t7 talks-start aliyev-attendance",
    "j": "t5 eu-gas-amounts eu-funding-amounts",
    "k": "t4 t13 later-events numeric-probabilities confidence",
    "l": "t7 t9 t20 planned-or-opportunity",
    "m": "t2 t3 t22 guarantor-2023 guarantees-content monitoring-content",
    "n": "t3 number-displaced casualties population contingent-size resettlement-numbers",
    "o": "t18 offensive-start casualties",
    "p": "t3 t18 number-displaced karabakh-armenians-wishes food-fuel-medicine",
    "r": "t9 syunik-target",
    "s": "t5 t20 eu-reaction",
}


def test_the_questions_are_listed_in_the_order_of_their_letters(real: Dossier) -> None:
    assert "".join(question.key for question in real.questions) == LETTERS
    listed = questions_page(real, LENS)
    assert listed is not None
    assert stops(listed) == {*(f"ask:{letter}" for letter in LETTERS), "pane:ledger", "pane:disputes"}


@pytest.mark.parametrize("letter", LETTERS)
def test_an_answer_fits_two_screens(real: Dossier, letter: str) -> None:
    page = answer_page(real, asked(real, letter), LENS)
    assert len(page.rows) <= TWO_SCREENS
    assert max(line.width for line in page.rows) <= LENS.width


@pytest.mark.parametrize("letter", LETTERS)
def test_an_answer_leaves_out_nothing_an_expert_would_miss(real: Dossier, letter: str) -> None:
    found = answer(real, asked(real, letter))
    leads = [entry.record.cites[0] for section in found.sections for entry in section.entries if entry.record]
    wanted = {f"ecfr-2023:{cite}" for cite in COVERED[letter].split()}
    assert not wanted - {*found.statements, *leads}
    ids = {tension.id for tension in found.tensions} | {gap.id for gap in found.gaps}
    assert not set(BEARING.get(letter, "").split()) - ids


def test_what_may_happen_holds_every_forecast(real: Dossier) -> None:
    forecasts = {cite for cite, statement in real.statements() if statement.type == "forecast"}
    assert forecasts <= set(answer(real, asked(real, "k")).statements)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("letter", LETTERS)
def test_every_statement_keeps_type_hedge_and_citation(real: Dossier, letter: str, width: int) -> None:
    question = asked(real, letter)
    page = answer_page(real, question, replace(LENS, width=width))
    words = running(page)
    for cite in answer(real, question).statements:
        statement = real.statement(cite)
        assert statement is not None
        mark = TYPE_MARKS[statement.type]
        hedge = f" {hedge_words(statement.hedge)}" if statement.hedge else ""
        said = f"{mark.glyph} {mark.word} {statement.sentence}{hedge} "
        assert f"{said}{cite_label(real, cite)}" in words
        assert cite in stops(page)


@pytest.mark.parametrize("letter", LETTERS)
def test_a_line_without_its_statement_says_who_says_so(real: Dossier, letter: str) -> None:
    question = asked(real, letter)
    found = answer(real, question)
    words = running(answer_page(real, question, LENS))
    for entry in (entry for section in found.sections for entry in section.entries if entry.line and entry.record):
        assert entry.record is not None
        lead = real.lead(entry.record)
        assert lead is not None
        if entry.record.cites[0] not in found.statements:
            mark = TYPE_MARKS[lead.type]
            hedge = f" {hedge_words(lead.hedge)}" if lead.hedge else ""
            label = cite_label(real, entry.record.cites[0])
            whole = f"{mark.glyph} {mark.word}{hedge} {label}"
            assert whole in words or (not hedge and f"{mark.glyph} {label}" in words)


@pytest.mark.parametrize("letter", LETTERS)
def test_nothing_is_said_that_no_statement_says(real: Dossier, letter: str) -> None:
    said = [statement.sentence for _, statement in real.statements()]
    for line in answer_page(real, asked(real, letter), LENS).rows:
        for span in (span for span in line.spans if span.role == "text"):
            words = span.text.replace(NBSP, " ").strip().strip("()")
            assert words in ("", "from") or any(words in text for text in said), words


@pytest.mark.parametrize("letter", LETTERS)
def test_tensions_stand_beside_what_they_touch_and_in_the_list(real: Dossier, letter: str) -> None:
    question = asked(real, letter)
    found = answer(real, question)
    text = plain(answer_page(real, question, LENS).rows)
    beside, _, listed = text.partition("Tensions:")
    marks = {mark.lower() for mark in re.findall(r"!(T\d+)", beside)}
    declared = {ref.partition(":")[2] for ref in question.bearing if ref.startswith(Tension.kind)}
    assert {tension.id for tension in found.tensions} == marks | declared
    for tension in found.tensions:
        title = f" {tension.title}" if tension.id in declared else ""
        assert f"!{tension.id.upper()}{title}" in " ".join(listed.replace(NBSP, " ").split())


@pytest.mark.parametrize("letter", LETTERS)
def test_no_statement_is_said_twice(real: Dossier, letter: str) -> None:
    said = answer(real, asked(real, letter)).statements
    assert len(said) == len(set(said))


def test_inference_of_the_curator_is_marked(edition: Dossier) -> None:
    words = running(answer_page(edition, asked(edition, "g"), LENS))
    assert words.count("□ curator:") == len(edition.scenarios[0].indicators) == 4
    assert "□ curator: Iran stops warning about Armenia proper. (from ◆ p6.8)" in words


def test_a_facet_shows_only_statements_of_its_type(edition: Dossier) -> None:
    page = answer_page(edition, asked(edition, "g"), replace(LENS, facet="fact"))
    text = plain(page.rows)
    assert "◆" in text and "◇" not in text and "◈" not in text and "□" not in text
    assert page.note == "3 of 11 statements"


def test_no_source_is_named_where_no_other_has_the_id(edition: Dossier) -> None:
    cites = tuple(map(Citation, ("ecfr-2023:p9.14", "ap-2023-09-26:c1.2", "ap-2023-09-26:c1.1", "ecfr-2023:p9.1")))
    sections = (Section(heading="Two sources", select=(Selector(statements=cites),)),)
    words = running(answer_page(edition, replace(asked(edition, "e"), sections=sections), LENS))
    assert re.findall(r"[a-z0-9-]*:?[cp]\d+\.\d+", words) == ["p9.14", "c1.2", "c1.1", "p9.1"]


def test_an_answer_is_an_address_like_any_other(edition: Dossier) -> None:
    letter, address = (page_at(edition, ask, LENS) for ask in ("ask:e", "question:russia-stay-act"))
    assert (letter.title, list(letter.rows)) == (address.title, list(address.rows))
    assert title_at(edition, AskAt("e")) == "Will Russia stay, and would it act?"
    assert "- [forecast] Russia is unlikely to step in" in copy_text(edition, AskAt("e"))
    assert "Nothing has the address ask:0." in plain(page_at(edition, "ask:0", LENS).rows)
    assert "Russia is unlikely to step in" in running(page_at(edition, "behind:ask:e", LENS))


def test_a_question_rests_on_nothing_and_nothing_points_back_to_it(edition: Dossier) -> None:
    assert all(user.kind != Question.kind for user in edition.cited_by("ecfr-2023:p11.2"))
    assert all(user.kind != Question.kind for user in edition.linked_from("scenario:s3-russia-stays"))
    assert edition.lead(asked(edition, "e")) is None


def test_a_dossier_without_questions_says_where_they_go(tiny: Dossier) -> None:
    page = questions_page(replace(tiny, questions=()), LENS)
    assert page is not None
    assert "data/questions.yaml" in plain(page.rows)


@pytest.mark.parametrize("width", [24, 40, 78])
def test_every_kind_of_record_has_a_line(real: Dossier, tiny: Dossier, width: int) -> None:
    for dossier in (real, tiny):
        for record in dossier.records():
            lines = record_lines(dossier, record, replace(LENS, width=width), lead_said="nowhere")
            assert max(line.width for line in lines) <= width
            lead = dossier.lead(record)
            if record.cites and lead and lead.hedge:
                assert hedge_words(lead.hedge) in running(Page("", lines))


def test_json_begins_with_what_answers_a_question_too(capsys: pytest.CaptureFixture[str], real: Dossier) -> None:
    for question in real.questions:
        assert main(["--dossier", "bundled", "ask", question.key, "--json"]) == 0
        said = json.loads(capsys.readouterr().out)["answer"]
        assert (said and said["text"]) == (question.answer and question.answer.text), question.key
        cites = [str(cite) for cite in question.answer.basis] if question.answer else []
        assert [one["cite"] for one in said["basis"]] == cites if said else not cites
        assert all(one["type"] for one in said["basis"]) if said else True
