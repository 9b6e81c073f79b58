"""Without a terminal a pane is read straight on: nothing cut, words for marks, indentation for a tree."""

import re
from datetime import date

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.answer import answer_page
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import TYPE_MARKS
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.page.straight import straight
from caucasus_tui.panes import PANES


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main([*arguments, "--today", "2026-11-23"]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("pane", PANES)
@pytest.mark.parametrize("width", [40, 80])
def test_nothing_is_cut_and_marks_are_words(pane: str, width: int, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "show", f"pane:{pane}", "--width", str(width))
    assert max(map(cell_width, lines)) <= width
    assert not [line for line in lines if re.search(r"\S…", line)]
    assert not re.search("[◆◈◇△▷□●○◐◔◌─-╿█-▟]", "\n".join(lines))


@pytest.mark.parametrize("width", [80, 100])
def test_no_title_is_cut_in_an_answer(real: Dossier, width: int) -> None:
    for question in real.questions:
        rows = answer_page(real, question, Lens(width=width, today=date(2026, 11, 23))).rows
        assert not [row.text for row in rows if re.search(r"\S…", row.text)]


def test_every_title_of_the_timeline_stands_whole(real: Dossier, capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(line.strip() for line in printed(capsys, "timeline"))
    assert all(event.title in text for event in real.events)
    assert any(mark.column.partition(" ")[2] in text for mark in TYPE_MARKS.values())


@pytest.mark.parametrize("said", ["", "0", "-5", "wide", "²", "9" * 5000])
def test_columns_that_are_no_number_are_none(
    said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", said)
    assert 60 < max(map(cell_width, printed(capsys, "show", "pane:why"))) <= 80


def test_columns_and_width_are_heeded(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    assert 40 < max(map(cell_width, printed(capsys, "show", "pane:why"))) <= 50
    assert 100 < max(map(cell_width, printed(capsys, "show", "pane:why", "--width", "120"))) <= 120


def test_a_tree_is_indented_and_what_is_implied_says_so() -> None:
    rows = ["◇ Cause  p1.1", "├── enables ◆ One  p1.2", "│  └╌╌ weakens ◇ Two  p1.3", "── stated  ╌╌ implied  □ ours"]
    assert [line.text for line in straight((Row((Span(text),)) for text in rows), 80)] == [
        "assessment Cause · p1.1",
        "  enables stated as fact One · p1.2",
        "    implied: weakens assessment Two · p1.3",
        "curator ours",
    ]


def test_a_word_that_follows_its_mark_is_said_once() -> None:
    rows = straight([Row((Span("◆ stated     Flood; ●○ ◇ assessment"),))], 80)
    assert [row.text for row in rows] == ["stated · Flood; exercised latent assessment"]


def test_several_types_before_a_sentence_are_a_list() -> None:
    rows = straight([Row((Span("» 3 May · Wire: ◈ ◆ The flood came. p1.1"),)), Row((Span("  ◇ △ It may."),))], 80)
    assert [row.text for row in rows] == [
        "» 3 May · Wire: attributed, stated as fact: The flood came. p1.1",
        "  assessment, forecast: It may.",
    ]


def test_each_line_of_a_later_source_stays_behind_its_mark() -> None:
    row = Row((Span("The flood comes          » overtaken by what came of it, which is a long story"),))
    rows = [line.text for line in straight([row], 40)]
    assert rows == ["The flood comes", "» overtaken by what came of it, which", "» is a long story"]


def test_every_line_of_a_later_side_is_behind_the_mark(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--since-then", "show", "pane:disputes", "--width", "60"]) == 0
    lines = capsys.readouterr().out.splitlines()[3:]
    assert len(lines) > 40
    assert not [line for line in lines if line and line[0] != "»" and line not in ("says", "counted", "limits")]


def test_sides_that_differ_are_read_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--since-then", "show", "pane:disputes"]) == 0
    assert main(["--since-then", "ask", "u"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines.count("says") > 9 and not any("says · " in line or "counted · " in line for line in lines)
