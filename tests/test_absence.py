"""What is said where nothing stands: `not stated` only where somebody has looked, and of what is begun no type."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.build import build
from caucasus_tui.brief.model import Request
from caucasus_tui.brief.wording import line_text
from caucasus_tui.cli import main
from caucasus_tui.dossier.loading.check import RULES
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model import Dossier, Figure, When
from caucasus_tui.dossier.model.dates.edtf import DateRole
from caucasus_tui.dossier.model.links import ActorId, Citation, Ref
from caucasus_tui.dossier.model.records.agreements import Signature
from caucasus_tui.dossier.problems import LEFT_OPEN, Problem
from caucasus_tui.dossier.search import Hit
from caucasus_tui.dossier.text.placeholders import SENTENCE
from caucasus_tui.page.absence import nothing_given, silence
from caucasus_tui.page.claim import cite_label
from caucasus_tui.page.figures import figure_words
from caucasus_tui.page.heading import bottom_line_rows
from caucasus_tui.page.ledger_row import by_when, said_in
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import UNNOTED
from caucasus_tui.page.rows.row import plain
from caucasus_tui.page.search_results import hit_rows
from caucasus_tui.panes.router import page_at
from caucasus_tui.panes.why import AROUND
from tests.pages import running

_TINY = Path(__file__).parent / "tiny"
TODAY = date(2031, 7, 1)


def _when(role: DateRole, words: str) -> When:
    return When(role=role, as_stated=words)


def _changed(tmp_path: Path, *changes: tuple[str, str, str]) -> Dossier:
    """The tiny dossier with texts of its files replaced, or added where there is nothing to replace."""
    root = Path(shutil.copytree(_TINY, tmp_path / "tiny"))
    for name, old, new in changes:
        file = root / name
        text = file.read_text(encoding="utf-8")
        assert old in text, (name, old)
        file.write_text(text.replace(old, new, 1) if old else text + new, encoding="utf-8")
    return load(root).dossier


_OPEN = """
- {id: weir, title: Mend the weir, order: 3, form: ask, addressee: upper-mill, cites: "valley-letter:p3.4"}
"""
_LOOKED = _OPEN.replace("cites", "levers: not-stated, problem: not-stated, cites")


def _zoomed(dossier: Dossier, address: str) -> str:
    return running(page_at(dossier, address, Lens(width=80, today=TODAY, zoomed=True)))


def _brief(dossier: Dossier, **asked: object) -> str:
    made = build(dossier, Request(today=TODAY, **asked))  # type: ignore[arg-type]
    return "\n".join(f"{part.title}\n" + "\n".join(map(line_text, part.lines)) for part in made.sections)


def test_what_is_left_open_is_not_stated_by_no_source(tmp_path: Path) -> None:
    said = _zoomed(_changed(tmp_path, ("data/recommendations.yaml", "", _OPEN)), "pane:recommendations")
    mine = said[said.index("Mend the weir") :].replace("window date not stated", "")
    assert "lever means not noted" in mine and "problem not noted" in mine and "not stated" not in mine


def test_what_somebody_looked_for_in_vain_is_not_stated(tmp_path: Path) -> None:
    said = _zoomed(_changed(tmp_path, ("data/recommendations.yaml", "", _LOOKED)), "pane:recommendations")
    mine = said[said.index("Mend the weir") :]
    assert "lever means not stated" in mine and "problem not stated" in mine and "not noted" not in mine


@pytest.mark.parametrize("address", ["pane:terms", "pane:tracks", "actor:lower-mill", "term:toll"])
def test_an_unfinished_dossier_does_not_speak_for_its_sources(tmp_path: Path, tiny: Dossier, address: str) -> None:
    unfinished = _zoomed(_changed(tmp_path, ("data/recommendations.yaml", "", _OPEN)), address)
    words = {"not stated": "not noted", "none named": "none noted", "no guarantor named": "no guarantor noted"}
    finished = _zoomed(tiny, address)
    assert any(word in finished for word in words)
    assert not any(word in unfinished for word in ("none named", "no guarantor named"))
    assert unfinished.count("not noted") + unfinished.count("none noted") > 0


def test_kinds_of_what_is_left_open_are_kinds_of_rules() -> None:
    assert {rule.kind for rule in RULES} >= LEFT_OPEN


def test_a_bottom_line_that_is_not_written_is_no_fact(tmp_path: Path) -> None:
    old = "Lower Mill keeps the bridge closed; the council has the money to mend it."
    begun = "Replace this last, by what the whole comes to."
    dossier = _changed(tmp_path, ("data/dossier.yaml", old, begun))
    shown = plain(bottom_line_rows(dossier, Lens(width=120, today=TODAY)))
    for text in (shown, _brief(dossier, sections=("bottom-line",))):
        assert "No bottom line is written yet." in text and begun not in text and "stated as fact" not in text


def test_a_statement_that_is_not_written_has_no_type(tmp_path: Path, tiny: Dossier) -> None:
    cite = "valley-letter:p3.4"
    said = tiny.statement(cite)
    assert said
    root = Path(shutil.copytree(_TINY, tmp_path / "begun"))
    seed = root / "seeds" / "valley-letter.yaml"
    seed.write_text(seed.read_text().replace(said.text, "Replace this by what the sentence says."))
    dossier = load(root).dossier
    shown = running(page_at(dossier, cite, Lens(width=80, today=TODAY)))
    assert "… to be written Replace this" in shown and "▷" not in shown
    assert "Replace this" not in _brief(dossier)


def test_no_question_is_counted_and_then_left_out(tmp_path: Path, tiny: Dossier) -> None:
    gap = "\n- {id: toll, title: Who pays the toll?, answer: not in source, about: [actor:miller]}\n"
    dossier = _changed(tmp_path, ("data/gaps.yaml", "", gap))
    listed = _brief(dossier, sections=("gaps",))
    assert "3 questions have no answer" in listed and all(one.title in listed for one in dossier.gaps)
    away = replace(tiny, gaps=(replace(dossier.gaps[2], about=(Ref("place:ford"),)),), points=())
    said = _brief(away, sections=("gaps",), counterpart="miller")
    assert "One question has no answer in the sources; it is not about what stands here." in said
    assert "gives nothing" not in said and "give nothing" not in said


def test_an_ask_of_the_actor_alone_ends_its_number_once(tiny: Dossier) -> None:
    ask = replace(tiny.recommendations[0], window=(), sentence=None)
    said = _brief(replace(tiny, recommendations=(ask,)), sections=("asks",), actor="valley-council")
    assert "1. The council should pay" in said and ". ." not in said


def test_a_sheet_says_whether_one_source_answers_or_several(tiny: Dossier) -> None:
    assert "what the sources give in answer" in _brief(tiny, counterpart="valley-council")
    alone = replace(tiny, sources=tiny.sources[:1])
    assert nothing_given(alone) == "The text gives nothing." and nothing_given(tiny) == "The sources give nothing."


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(value=1234567890123.0, of="debt", unit="rupees"), "1,234,567,890,123 rupees: debt"),
        (Figure(value=12345678901.25, of="debt"), "12,345,678,901.25: debt"),
        (Figure(value=0.00000005, to=0.1, of="lead"), "0.00000005–0.1: lead"),
        (Figure(value=3.0, of="cuts", when=_when("point", "in May")), "3: cuts, “in May” — undated"),
        (Figure(value=3.0, of="cuts", when=_when("as-of", "late May")), "3: cuts, as of “late May” — undated"),
    ],
)
def test_a_figure_is_not_rounded_and_is_of_its_date(figure: Figure, said: str) -> None:
    assert figure_words(figure) == said


def test_of_a_source_that_was_superseded_every_citation_says_so(tiny: Dossier) -> None:
    letter, notice = tiny.sources[1], tiny.sources[0]
    assert (letter.id, notice.id) == ("valley-letter", "bridge-notice")
    corrected = replace(tiny, sources=(replace(notice, supersedes=letter.id), letter, *tiny.sources[2:]))
    assert cite_label(tiny, "valley-letter:p3.1") == "p3.1"
    assert cite_label(corrected, "valley-letter:p3.1") == "p3.1 (superseded)"
    assert cite_label(corrected, "bridge-notice:n1.1") == cite_label(tiny, "bridge-notice:n1.1")
    assert "p1.2 (superseded)" in _brief(corrected, sections=("bottom-line",))
    assert "superseded by" in _zoomed(corrected, "source:valley-letter")


def test_a_later_correction_changes_no_citation_of_the_text(tiny: Dossier) -> None:
    assert tiny.since
    late = replace(tiny.since.sources[0], supersedes="valley-letter")
    over = replace(tiny, since=replace(tiny.since, sources=(late, *tiny.since.sources[1:])))
    assert cite_label(over.whole, "valley-letter:p3.1") == "p3.1"


def _agreement(tiny: Dossier, **fields: object) -> Dossier:
    return replace(tiny, agreements=(replace(tiny.agreements[0], **fields),))


def test_what_was_done_with_a_text_is_told_as_far_as_a_source_tells_it(tiny: Dossier) -> None:
    cites = tiny.agreements[0].cites
    done = (
        Signature(actor=ActorId("lower-mill"), state="ratified", word="ratified with a reservation", cites=cites),
        Signature(actor=ActorId("upper-mill"), state="withdrew", cites=cites),
        Signature(actor=ActorId("miller"), state="refused", cites=cites),
    )
    told = _agreement(tiny, signatures=done)
    words = "ratified with a reservation by LM, left by UM, refused by"
    for width in (48, 80, 120):
        assert words in running(page_at(told, "pane:terms", Lens(width=width, today=TODAY))), width


def test_what_was_superseded_need_not_have_been_in_force(tiny: Dossier) -> None:
    said = _zoomed(_agreement(tiny, status="superseded"), "pane:terms")
    assert "was to be owed by" in said and "was owed by" not in said


def test_an_agreement_without_terms_stands_last_with_who_says_it(tiny: Dossier) -> None:
    bare = replace(tiny.agreements[0], id="draft", title="The first draft", status="rejected", terms=())
    said = running(page_at(replace(tiny, agreements=(bare, *tiny.agreements)), "pane:terms", Lens(today=TODAY)))
    assert said.index("rejected") > said.index("in force") and "rejected ◆" in said


def test_addressees_are_named_whole_and_nobody_is_not_stated(tiny: Dossier) -> None:
    several = replace(
        tiny.recommendations[0], addressee=tuple(map(ActorId, ("valley-council", "upper-mill", "miller")))
    )
    nobody = replace(tiny.recommendations[0], id="none", addressee=(ActorId("not-stated"),))
    asks = replace(tiny, recommendations=(several, nobody))
    said = running(page_at(asks, "pane:recommendations", Lens(width=30, today=TODAY)))
    assert "of Valley council, Upper Mill, The miller" in said and "addressee not stated" in said


def test_a_contradicted_bottom_line_says_so_wherever_it_stands(tiny: Dossier) -> None:
    tensions = tiny.tensions_of(tiny.about.whole_bottom_line.cites)
    assert tensions
    assert f"!{tensions[0].id.upper()}" in plain(bottom_line_rows(tiny, Lens(width=80, today=TODAY)))
    assert f"tension {tensions[0].id.upper()}" in _brief(tiny, sections=("bottom-line",)).replace("\xa0", " ")


def test_a_window_of_the_text_is_no_forecast_without_end(tiny: Dossier) -> None:
    assert tiny.since
    row = replace(tiny.since.ledger[0], horizon=None)
    (cite, *_) = said_in(tiny.whole, row)
    assert by_when(tiny.whole, row, TODAY) == "no end date"
    letter = next(source for source in tiny.sources if source.id == cite.source)
    dated = [
        replace(
            part,
            statements=tuple(
                replace(said, when=_when("window", "over the winter")) if f"{letter.id}:{said.id}" == cite else said
                for said in part.statements
            ),
        )
        for part in letter.paragraphs
    ]
    sources = tuple(replace(letter, paragraphs=tuple(dated)) if one is letter else one for one in tiny.sources)
    assert by_when(replace(tiny, sources=sources), row, TODAY) == "“over the winter”"


def test_a_list_of_statements_has_types_and_hedges(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dossier", str(_TINY), "list", "statement"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.endswith("[forecast “may” (likelihood not given)]") for line in lines)
    assert all(line.endswith("]") for line in lines)
    assert main(["--dossier", str(_TINY), "list", "statement", "--csv"]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == "address,title,type,hedge,leading statement,superseded by"
    assert any(line.endswith("forecast,“may” (likelihood not given),valley-letter:p3.1,") for line in lines)


def test_a_hit_whose_title_is_what_a_statement_says_has_its_citation(tiny: Dossier) -> None:
    cite = Citation("valley-letter:p1.2")
    said = tiny.statement(cite)
    assert said
    hit = Hit(
        ref="later:x", kind="later", title=said.text, snippet=said.text, snippet_spans=((0, 5),), snippet_cites=(cite,)
    )
    shown = plain(hit_rows(tiny, hit, 80))
    assert "◆ p1.2" in shown.replace("\xa0", " ") and shown.count("has kept the bridge") == 1


def test_a_condition_without_causes_says_no_more_than_is_known(tmp_path: Path, tiny: Dossier) -> None:
    first = next(iter(tiny.conditions))
    alone = (replace(first, effects=()),)
    unfinished = _changed(tmp_path, ("data/recommendations.yaml", "", _OPEN))
    lens = Lens(width=80, today=TODAY, zoomed=True, pick=f"{AROUND}:{first.id}")
    given = [running(page_at(replace(one, conditions=alone), "pane:why", lens)) for one in (tiny, unfinished)]
    assert "No cause is given." in given[0] and "No cause is given." not in given[1] and UNNOTED in given[1]


def test_the_list_of_what_is_to_do_is_gone_through_once_however_many_fields_are_empty(tiny: Dossier) -> None:
    class Told(tuple[Problem, ...]):
        times = 0

        def __iter__(self) -> Iterator[Problem]:
            Told.times += 1
            return super().__iter__()

    left = replace(
        tiny, todo=Told((Problem(file="data/tracks.yaml", message="", kind="track or agreement left open", todo=True),))
    )
    assert {silence(left, "none named") for _ in range(9)} == {"none noted"} and Told.times == 1


def test_what_an_actor_says_of_others_is_told_as_its_account(real: Dossier, tiny: Dossier) -> None:
    section = next(one for one in build(real, Request(today=TODAY)).sections if one.key == "position")
    assert section.title == "What Azerbaijan says" and section.note.startswith(
        "As the sources report it: its own account"
    )
    assert "its own account" not in "".join(
        one.note for one in build(real, Request(today=TODAY, actor="azerbaijan")).sections
    )
    shown = _zoomed(tiny, "actor:upper-mill")
    assert re.search(r"Statements by \d+ · its own account, as reported", shown)


def test_what_nobody_says_may_be_left_out_and_is_not_called_stated(tmp_path: Path) -> None:
    """An event with nobody in it, an agreement and a track between nobody: to do, where anything is, and no error."""
    root = shutil.copytree(Path(__file__).parent / "dossiers" / "strait", tmp_path / "strait")
    nowhen = "when: {role: point, as_stated: not stated}"
    (root / "data" / "events.yaml").write_text(
        f"- {{id: wait, title: Ships wait, lane: technical, {nowhen}, cites: harbour-wire:p1.3}}\n"
    )
    (root / "data" / "tracks.yaml").write_text("- {id: table, title: The table, order: 1, cites: harbour-wire:p1.1}\n")
    term = "{id: gates, title: Gates, order: 1, depth: mention, status: agreed, cites: harbour-wire:p1.2}"
    (root / "data" / "agreements.yaml").write_text(
        f"- {{id: treaty, title: The treaty, {nowhen}, status: agreed, cites: harbour-wire:p1.1, terms: [{term}]}}\n"
    )
    dossier = load(root).dossier
    assert {"names no party", "names no lead"} <= {problem.message.partition(";")[0] for problem in dossier.todo}
    for address in ("agreement:treaty", "term:gates", "event:wait", "track:table"):
        shown = plain(page_at(dossier, address, Lens(width=100, today=TODAY)).rows)
        assert "parties stated" not in shown and "obligors basis" not in shown


def test_what_is_begun_and_not_written_yet_is_in_no_brief_and_says_so_in_an_answer(tiny: Dossier) -> None:
    begun = [
        replace(
            source,
            paragraphs=tuple(
                replace(part, statements=tuple(replace(said, text=SENTENCE, hedge=None) for said in part.statements))
                for part in source.paragraphs
            ),
        )
        for source in tiny.sources
    ]
    silent = replace(tiny, sources=tuple(begun))
    brief = build(silent, Request(today=TODAY))
    assert not {"asks", "levers", "terms", "outlook", "windows"} & {section.key for section in brief.sections}
    assert SENTENCE not in " ".join(map(line_text, brief.lines()))
    summed_up, *others = brief.lines()
    assert summed_up.always and all(claim.voices for line in others for claim in line.claims)
    gone = ("no ask", "no lever", "no term")
    assert not [line for line in map(line_text, brief.lines()) if any(word in line for word in gone)], "they are there"
    for question in silent.questions:
        shown = plain(page_at(silent, question.ref, Lens(width=100, today=TODAY)).rows)
        assert shown.count(SENTENCE) == shown.count(f"… to be written  {SENTENCE}"), question.key
    known = next(gap for gap in tiny.gaps if gap.known)
    rows = page_at(silent, known.ref, Lens(width=200, today=TODAY)).rows
    assert f"{known.known[0].text} … to be written" in plain(rows).replace("\xa0", " ")
