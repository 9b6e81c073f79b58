"""A copy says what the screen says of a thing, and whose each sentence is: it is read where there is no screen."""

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.collected_lines import CollectedLine, collected_brief
from caucasus_tui.brief.wording import line_text
from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation, SourceId
from caucasus_tui.dossier.model.records import Cited
from caucasus_tui.dossier.text.placeholders import PLACEHOLDERS
from caucasus_tui.page.copying import copy_text
from tests.conftest import TODAY


def copied(dossier: Dossier, address: str) -> list[str]:
    return copy_text(dossier, parse(address)).splitlines()


def test_a_gap_says_that_there_is_no_answer_before_what_comes_nearest(tiny: Dossier) -> None:
    for gap in tiny.gaps:
        title, answer, *rest = copied(tiny, gap.ref)
        assert title == gap.title and answer.casefold() == f"{gap.answer}.".casefold()
        if gap.known:
            assert rest[0] == "What comes nearest:" and rest[1].startswith("- [")


def test_a_sentence_of_the_curators_says_so(tiny: Dossier) -> None:
    for point in tiny.points:
        lines = copied(tiny, point.ref)
        for text in (point.text, *(f"In answer: {reply.text}" for reply in point.answer)):
            assert f"{text} [curator]" in lines
        for gap in filter(None, map(tiny.record, point.rests_on)):
            assert f"- not in the sources: {gap.title}" in lines
    bottom, *rest = copied(tiny, "about:bottom-line")
    assert bottom == f"{tiny.about.whole_bottom_line.text} [curator]" and rest[0].startswith("- [stated as fact] ")
    asked = [question for question in tiny.questions if question.answer]
    for question in asked:
        assert question.answer and f"{question.answer.text} [curator]" in copied(tiny, question.ref)


def test_a_name_rule_says_what_to_say_and_what_not(tiny: Dossier) -> None:
    rule = tiny.names[0]
    text = "\n".join(copied(tiny, rule.ref))
    assert rule.title in text and all(f"“{word}”" in text for word in rule.avoid)


def test_a_source_says_who_and_when_and_what_took_its_place(tiny: Dossier) -> None:
    letter = next(source for source in tiny.sources if source.id == "valley-letter")
    newer = replace(letter, id="valley-letter-mended", supersedes=SourceId(letter.id), cites=())
    lines = copied(replace(tiny, sources=(*tiny.sources, newer)), "source:valley-letter")
    assert lines[0] == letter.title and letter.publisher in lines[1] and "as of " in lines[1]
    assert lines[2] == "superseded by valley-letter-mended"


def test_what_is_still_to_be_written_is_copied_as_nobodys_words(tiny: Dossier) -> None:
    letter, *others = tiny.sources
    said = letter.paragraphs[0].statements[0]
    empty = replace(letter.paragraphs[0], statements=(replace(said, text=min(PLACEHOLDERS)),))
    dossier = replace(tiny, sources=(replace(letter, paragraphs=(empty, *letter.paragraphs[1:])), *others))
    assert not [line for line in copied(dossier, f"{letter.id}:{said.id}") if line.startswith("- [")]


@pytest.mark.parametrize("kind", ["place", "actor"])
def test_what_is_collected_of_who_or_where_says_how_it_stands(tiny: Dossier, kind: str) -> None:
    said = Cited(text="It stands in the rain", cites=(Citation("valley-letter:p3.1"),))
    miller = replace(tiny.actors[0], role=said, cites=())
    route = next(place for place in tiny.places if place.status)
    state = replace(route.status[0], text=said.text, cites=said.cites)
    there = replace(route, status=(state,), cites=())
    changed = replace(tiny, actors=(miller, *tiny.actors[1:]), places=(there,))
    of = there.ref if kind == "place" else miller.ref
    line = collected_brief(changed, [CollectedLine(of)], TODAY).sections[0].lines[0]
    assert "It stands in the rain." in line_text(line) and "[forecast: p3.1]" in line_text(line), line_text(line)


def test_a_quotation_goes_with_its_statement_wherever_that_is_taken_or_listed(
    real: Dossier, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the wording is the fact, the statement without it is half of it."""
    quoted = [(cite, said) for cite, said in real.statements() if said.sentence != said.text]
    assert quoted
    assert main(["--dossier", "bundled", "list", "statement"]) == 0
    listed = capsys.readouterr().out
    for cite, said in quoted:
        assert said.quote and f"“{said.quote}”" in listed
        for address in (str(cite), *(one.ref for one in real.cited_by(cite) if one.kind in ("event", "condition"))):
            assert f"“{said.quote}”" in copy_text(real, parse(address)), address
