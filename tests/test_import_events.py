"""A table of events becomes events, each line told of, all or none; `list event --csv` writes the same table back."""

from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.intake.event_table import COLUMNS, SAID, as_csv, event_lines, table_in
from caucasus_tui.dossier.intake.new_events import appended
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.loading.reader import parse
from caucasus_tui.dossier.model.dossier import Dossier

HEAD = "date,end,title,lane,actors,place,citation\n"
LINES = """\
2021-04-01,2021-04-03,"A walk, over the pier",domestic,west-holm (host); sound-lines,west-holm-pier,sound-gazette:p1.1
2021-03-03,,"Said to be the ""last"" talk",diplomatic,,,sound-gazette:p2.1; sound-gazette:p1.1
,,'=Undated thing,economic,,,sound-gazette:p1.2
[2021-04-05..2021-04-09],,Ένα γεγονός,economic,,,sound-gazette:p1.2
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    assert main(["new", str(tmp_path / "own")]) == 0
    return tmp_path / "own"


def imported(own: Path, content: str | bytes, *options: str) -> int:
    (own.parent / "table.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
    return main(["--dossier", str(own), "import", "events", str(own.parent / "table.csv"), *options])


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_what_is_taken_is_written_back_the_same(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    main(["--dossier", str(own), "list", "event", "--csv"])
    before = capsys.readouterr().out
    assert before.startswith(f"{HEAD.strip()},{','.join(SAID)}\n")
    assert imported(own, HEAD + LINES) == 0
    assert capsys.readouterr().out.splitlines() == [
        "line 2: event:a-walk-over-the-pier",
        "line 3: event:said-to-be-the-last-talk",
        "line 4: event:undated-thing",
        "line 5: event:ena-gegonos",
        "4 events added to data/events.yaml",
    ]
    main(["--dossier", str(own), "list", "event", "--csv"])
    after = capsys.readouterr().out
    assert after.startswith(before)
    added = after.removeprefix(before).splitlines()
    assert [line.rsplit(",", len(SAID))[0] for line in added] == LINES.splitlines()
    assert all(line.rsplit(",", len(SAID))[1] and line.split(",")[-2].startswith("sound-gazette:p") for line in added)
    assert main(["check", str(own)]) == 0
    assert "no problem found" in capsys.readouterr().out


def test_a_dossier_with_errors_takes_nothing_and_says_so(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "data" / "gaps.yaml").write_text(
        "- {id: a, title: What?, answer: no, about: lever:none}\n", encoding="utf-8"
    )
    before = files(own)
    assert imported(own, HEAD + LINES) == 1 and files(own) == before
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("data/gaps.yaml:1:") and said[-1].endswith("the dossier has errors. Nothing was changed.")


def test_a_dossier_without_events_has_the_names_of_the_columns(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "text.txt"
    text.write_text("A ferry was late.", "utf-8")
    assert main(["new", str(tmp_path / "own"), "--from", str(text)]) == 0
    said = ",".join(SAID)
    for kind, columns in (("event", f"{','.join(COLUMNS)},{said}"), ("lever", f"address,title,{said}")):
        capsys.readouterr()
        assert main(["--dossier", str(tmp_path / "own"), "list", kind, "--csv"]) == 0
        assert capsys.readouterr().out.splitlines() == [columns]


def test_every_event_reads_as_it_is_written(real: Dossier) -> None:
    written = list(event_lines(real.events))
    table = table_in(as_csv(COLUMNS, written).encode())
    assert [[line.cells[name] for name in COLUMNS] for line in table.lines] == written
    assert written and not table.unread and not any(line.formulas for line in table.lines)


def test_comments_and_order_stay_and_only_the_end_is_new(own: Path) -> None:
    events = own / "data/events.yaml"
    before = events.read_bytes()
    assert imported(own, HEAD + LINES) == 0
    assert events.read_bytes().startswith(before)
    made = load(own).dossier.events[-4]
    assert (made.id, made.when.role, [part.role for part in made.actors]) == (
        "a-walk-over-the-pier",
        "span",
        ["host", None],
    )


def test_a_date_that_a_cited_statement_has_is_told_in_its_words(own: Path) -> None:
    assert imported(own, HEAD + "2021-03-03,,A talk,diplomatic,,,sound-gazette:p2.1\n") == 0
    when = load(own).dossier.events[-1].when
    assert (when.as_stated, when.basis) == ("on 3 March 2021", None) or when.as_stated != "not stated"
    assert imported(own, HEAD + "2021-09-09,,Another,diplomatic,,,sound-gazette:p2.1\n") == 0
    assert load(own).dossier.events[-1].when.basis == "as table.csv has it"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("parting", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_as_spreadsheets_save_them(own: Path, end: str, parting: str, encoding: str) -> None:
    cells = (
        ["Date", "Title", "Lane", "Citation", "Actor"],
        ["2021", "Fähre", "economic", "sound-gazette:p1.1", "West Holm"],
    )
    lines = ["sep=;"] * (parting == ";") + [parting.join(line) for line in cells]
    assert imported(own, (end.join(lines) + end).encode(encoding)) == 0
    made = load(own).dossier.events[-1]
    assert (made.title, made.id, made.actors[0].actor) == ("Fähre", "fahre", "west-holm")


def test_a_dry_run_writes_nothing(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(own)
    assert imported(own, HEAD + LINES, "--dry-run") == 0
    assert '+  title: "A walk, over the pier"' in capsys.readouterr().out
    assert files(own) == before


FAULTS = {
    "2021-13-01,,x,economic,,,sound-gazette:p1.1": "month 13",
    "02/04/2031,,x,economic,,,sound-gazette:p1.1": "has its year last; write 2031-04-02 or 2031-02-04, as is meant",
    "25.12.2031,,x,economic,,,sound-gazette:p1.1": "write 2031-12-25",
    "2031/4/2,,x,economic,,,sound-gazette:p1.1": "write 2031-04-02",
    "2021,2020,x,economic,,,sound-gazette:p1.1": "ends before it begins",
    "2021,,x,sport,,,sound-gazette:p1.1": "'sport' is no word of lanes",
    "2021,,x,economic,west-holme,,sound-gazette:p1.1": "there is no actor 'west-holme'; did you mean 'west-holm'?",
    "2021,,x,economic,,nowhere,sound-gazette:p1.1": "there is no place 'nowhere'",
    "2021,,x,economic,,,sound-gazette:p9.9": "there is no statement 'sound-gazette:p9.9'",
    "2021,,x,economic,,,p1.1": "'p1.1' is not a citation",
    "2021,,x,economic,,,": "citation says nothing",
    "2021,,=1+1,economic,,,sound-gazette:p1.1": "title is a formula",
    "2021,,\x1b[31m,economic,,,sound-gazette:p1.1\n2021,,[31m,economic,,,sound-gazette:p1.1": "it is there already",
}


@pytest.mark.parametrize("line", FAULTS)
def test_one_wrong_line_and_nothing_is_written(own: Path, line: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(own)
    assert imported(own, HEAD + LINES + line + "\n") == 1
    out, err = capsys.readouterr()
    assert FAULTS[line] in err and "cannot be taken. Nothing was changed." in err
    assert "line 2: event:a-walk-over-the-pier" in out and "\x1b" not in out + err
    assert files(own) == before


def test_the_same_table_twice_adds_nothing(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(own, HEAD + LINES) == 0
    before = files(own)
    assert imported(own, HEAD + LINES) == 1
    assert "line 2: it is there already, as event:a-walk-over-the-pier" in capsys.readouterr().err
    assert files(own) == before


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "there is nothing in it"),
        (b"date,end\n2021,\n", "no column is called title or lane or citation"),
        ("title,title,lane,citation\n", "two columns are called title"),
        (HEAD + "a\0b\n", "NUL bytes"),
        (b"PK\x03\x04rest", "no CSV but a broken archive"),
        (b"\x89PNG\r\n", "no CSV but a picture"),
        (b"%PDF-1.7\n", "no CSV but PDF"),
        (b"<html><table>", "no CSV but HTML"),
        (b'[{"id": "x"}]', "no CSV but JSON"),
        (HEAD.encode() + b"2021,,caf\xe9,economic,,,x\n", "line 2 is not UTF-8"),
        (HEAD + '2021,,"never closed,economic\n', "cannot be read as CSV"),
        (HEAD + "1,2,3,4,5,6,7,8\n", "line 2 has more cells"),
        (HEAD + "2021,,x,economic,,,a\n" * 5_001, "more than 5000 lines"),
        (HEAD + "x" * 200_000, "cannot be read as CSV"),
        (b"x" * 2_000_001, "larger than 2 MB"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "bytes",
)
def test_what_is_no_table_is_one_line(
    own: Path, content: str | bytes, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(own)
    assert imported(own, content) == 2
    err = capsys.readouterr().err
    assert said in err and err.count("\n") == 1 and files(own) == before


def test_columns_that_are_not_read_are_named(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(own, "title,lane,citation,fatalities\nx,economic,sound-gazette:p1.1,3\n") == 0
    assert "column 'fatalities' is not read" in capsys.readouterr().out


@pytest.mark.parametrize("written", ["[]\n", "# mine\n[]  # none yet\n", "--- []\n", "", "# none\n"])
def test_a_file_that_says_there_are_none_is_begun(written: str) -> None:
    content = written.encode()
    text = appended(content, parse(content, "data/events.yaml"), [{"id": "talk"}]).decode()
    assert text.endswith("\n- id: talk\n") and ("# none yet" in text) == ("# none yet" in written)


def test_records_in_brackets_are_left_alone(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = own / "data/events.yaml"
    event = "{id: ID, title: A, when: {role: point, as_stated: x}, lane: economic, actors: [], cites: ['CITE']}"
    named = [event.replace("ID", id) for id in ("storm", "last-night-sailing", "meeting", "fee-offer")]
    events.write_text(f"[{', '.join(named)}]".replace("CITE", "sound-gazette:p1.1"))
    before = files(own)
    capsys.readouterr()
    assert imported(own, HEAD + LINES) == 1
    assert "its records are in brackets; write each in lines" in capsys.readouterr().err
    assert files(own) == before


def test_what_a_spreadsheet_would_reckon_is_written_as_text(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    events = own / "data/events.yaml"
    events.write_text(events.read_text().replace("title: Storm damages the pier", 'title: "=HYPERLINK(1)"'))
    capsys.readouterr()
    main(["--dossier", str(own), "list", "event", "--csv"])
    assert "2021-01,,'=HYPERLINK(1),economic" in capsys.readouterr().out
    main(["--dossier", str(own), "list", "gap", "--csv"])
    assert capsys.readouterr().out.startswith(f"address,title,{','.join(SAID)}\ngap:")


def test_the_bundled_dossier_is_never_touched(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from caucasus_tui.dossier.loading.folder import bundled

    (own.parent / "table.csv").write_text(HEAD + LINES)
    for where in ([], ["--dossier", "bundled"], ["--dossier", str(bundled())]):
        assert main([*where, "import", "events", str(own.parent / "table.csv")]) == 2
        assert "bundled dossier" in capsys.readouterr().err


def test_what_began_and_goes_on_stays_open(own: Path) -> None:
    assert imported(own, HEAD + "2021-02,,No ship at night,economic,,,sound-gazette:p1.2\n") == 0
    (event,) = (event for event in load(own).dossier.events if event.id == "no-ship-at-night")
    assert (event.when.role, event.when.ongoing, event.when.as_stated) == ("onset", True, "since February")
    assert "ongoing: true" in (own / "data/events.yaml").read_text("utf-8").rpartition("no-ship")[2]
