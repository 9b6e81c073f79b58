"""An unfinished dossier on another dispute: three texts that contradict each other, drafts, several of everything."""

from collections import Counter
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.addresses.places import thing_at
from caucasus_tui.dossier.loading.check import check
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at
from tests.conftest import TODAY

STRAIT = Path(__file__).parent / "dossiers" / "strait"


def test_what_is_to_be_done_is_told_and_nothing_else() -> None:
    assert Counter(problem.kind for problem in load(STRAIT).dossier.todo) == {
        "older format": 1,
        "statement not used": 1,
        "ask left open": 2,
        "scenario left open": 1,
        "date that nobody says": 1,
    }


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("zoomed", [False, True])
def test_every_pane_opens(width: int, zoomed: bool) -> None:
    dossier = load(STRAIT).dossier
    for name in PANES:
        page = page_at(dossier, f"pane:{name}", Lens(width=width, zoomed=zoomed, today=TODAY))
        assert len(page.rows)


def test_the_draft_that_was_refused_binds_nobody() -> None:
    dossier = load(STRAIT).dossier
    text = plain(page_at(dossier, "pane:terms", Lens(width=80, zoomed=True, today=TODAY)).rows)
    assert "Jun 2041 ◆ Review p1.1 · rejected" in text and "refused by Qalat" in text
    assert "would have been owed by Sarn" in text
    assert (
        "Jul 2041 □ · signed in part" in text and "once in force, owed by Sarn · guarantor Pilots' Union, Sarn" in text
    )


def test_the_brief_says_who_disagrees_and_of_whom_is_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dossier", str(STRAIT), "brief"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "Where the sources disagree" in said
    assert "Asked of Sarn, Pilots' Union" in said and "Asked of Qalat" in said
    assert "“is said to” (reported to the source)" in said


def test_what_is_held_together_is_nobody_s_alone(capsys: pytest.CaptureFixture[str]) -> None:
    dossier = load(STRAIT).dossier
    assert "Pilots+Sarn" in plain(page_at(dossier, "pane:leverage", Lens(pick="target:qalat", today=TODAY)).rows)
    assert main(["--dossier", str(STRAIT), "brief", "--section", "levers"]) == 0
    assert "The pilots and Sarn could close the canal." in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("asked", ["قلعة", "Քալաթ", "Qalat"])
def test_a_name_is_found_in_any_script(asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dossier", str(STRAIT), "search", asked]) == 0
    assert "actor:qalat" in capsys.readouterr().out


def test_what_was_found_before_is_no_part_of_what_is_checked() -> None:
    dossier = load(STRAIT).dossier
    assert {breach.message for breach in check(dossier)} < {problem.message for problem in dossier.todo}


def test_a_lever_held_jointly_stands_once_under_all_who_hold_it() -> None:
    dossier = load(STRAIT).dossier
    for zoomed, width in ((False, 80), (True, 120), (True, 30)):
        page = page_at(dossier, "pane:leverage", Lens(width=width, zoomed=zoomed, today=TODAY))
        holders = [row for row in page.rows if "Pilots' Union" in row.text or "Sarn" in row.text]
        assert len(holders) == 1 and "Pilots' Union + Sarn" in holders[0].text
    cell = page_at(dossier, "cell:pilots+sarn/qalat", Lens(width=80, today=TODAY))
    assert cell.title == "Pilots' Union + Sarn → Qalat" and "Pilots+Sarn together" in plain(cell.rows)
    assert thing_at(dossier, parse("cell:pilots+nobody/qalat")) is None
    alone = replace(dossier, levers=tuple(replace(lever, jointly=False) for lever in dossier.levers))
    rows = page_at(alone, "pane:leverage", Lens(width=80, today=TODAY)).rows
    assert len(rows) == 3
