"""The headless twins: stdout is data, stderr narration, and an unknown name gets the nearest one."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses.typed import nearest_addresses
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.answer import answer_page
from caucasus_tui.page.rows.row import plain
from tests.conftest import EDITION
from tests.pages import LENS

AS_OF = "as of 26 Sep – 10 Oct 2023"


class Printed:
    """What a command left behind."""

    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err

    @property
    def data(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*arguments: str) -> Printed:
        status = main(["--today=2026-11-23", f"--dossier={EDITION}", *arguments])
        return Printed(status, *capsys.readouterr())

    return run


def test_ask_prints_what_the_screen_shows(command: Any, edition: Dossier) -> None:
    done = command("ask", "e", "--width", "78")
    question = next(question for question in edition.questions if question.key == "e")
    head, _, rest = done.out.partition("\n")
    assert done.status == 0 and not done.err
    assert AS_OF in head and "3 years old" in head
    assert rest == plain(answer_page(edition, question, LENS).rows)


def test_ask_alone_lists_the_questions(command: Any) -> None:
    done = command("ask")
    assert done.status == 0
    assert [line.split()[0] for line in done.out.splitlines()[1:]] == list("abcdefghijklmn")


def test_ask_by_id(command: Any) -> None:
    assert command("ask", "why-now").out == command("ask", "l").out


def test_ask_with_no_such_letter(command: Any) -> None:
    done = command("ask", "z")
    assert (done.status, done.out) == (1, "")
    assert "no question has the letter 'z'; there are: a b c" in done.err


@pytest.mark.parametrize(
    "asked", ["who can stop Baku", "what can stop azerbaijan?", "ask:a", "a", "question:who-restrains-azerbaijan"]
)
def test_ask_takes_a_question_in_words(command: Any, asked: str) -> None:
    assert command("ask", asked).out == command("ask", *asked.split()).out == command("ask", "a").out != ""


def test_ask_offers_what_comes_near_and_never_guesses(command: Any) -> None:
    done = command("ask", "what would zebras do about leverage over Baku")
    assert (done.status, done.out) == (1, "") and "did you mean a  (Who can restrain Azerbaijan" in done.err
    assert "caucasus-tui search what would zebras" in done.err
    line = command("ask", "who's; zebra > here").err.splitlines()[-1]
    assert shlex.split(line.partition("search ")[2]) == ["who's;", "zebra", ">", "here"]


@pytest.mark.parametrize("other", ["event:a", "lever:a", "pane:a"])
def test_ask_takes_no_other_address_for_a_question(command: Any, other: str) -> None:
    done = command("ask", other)
    assert (done.status, done.out) == (1, "") and f"'{other}' is an address" in done.err
    assert command("ask", "ecfr-2023:e").status == 1


@pytest.mark.parametrize("arguments", [["ask", "a"], ["show", "lever:eu-economic"], ["search", "Lachin"], ["ask"]])
def test_width_is_kept(command: Any, arguments: list[str]) -> None:
    assert max(map(len, command(*arguments, "--width", "50").out.splitlines())) <= 50


def test_too_few_columns(command: Any) -> None:
    with pytest.raises(SystemExit) as ended:
        command("ask", "a", "--width", "3")
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("lever:eu-economic", "Energy and investment funding"),
        ("ecfr-2023:p8.2", "◆ stated as fact"),
        ("p8.2", "ecfr-2023:p8"),
        ("p8", "ecfr-2023:p8"),
        ("source:ap-2023-09-26", "Associated Press"),
        ("cell:eu/azerbaijan", "European Union → Azerbaijan"),
        ("pane:terms", "20 Sep 2023"),
        ("ask:e", "Will Russia stay"),
        ("eu-economic", "lever:eu-economic"),
        ("T13", "tension:t13"),
        ("Ankara", "Turkey"),
    ],
)
def test_show_takes_any_address(command: Any, address: str, says: str) -> None:
    done = command("show", address)
    assert done.status == 0 and not done.err
    assert AS_OF in done.out.splitlines()[0]
    assert says in done.out


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("lever:eu-econ", "lever:eu-economic"),
        ("eu-economics", "lever:eu-economic"),
        ("Energy and investment fund", "lever:eu-economic"),
        ("tension:T133", "tension:t13"),
        ("pane:term", "pane:terms"),
        ("ask:z", "ask:"),
        ("cell:eu/nowhere", ""),
        ("", "list --refs"),
    ],
)
def test_show_offers_the_nearest(command: Any, address: str, offered: str) -> None:
    done = command("show", address)
    assert (done.status, done.out) == (1, "")
    assert f"nothing has the address {address!r}" in done.err
    assert offered in done.err


def test_list_names_the_types_with_counts(command: Any, edition: Dossier) -> None:
    counts = dict(line.split() for line in command("list").out.splitlines())
    assert counts["lever"] == str(len(edition.levers))
    assert counts["statement"] == str(len(edition.statements()))
    records = sum(map(int, counts.values())) - sum(int(counts[kind]) for kind in ("statement", "paragraph", "source"))
    assert records == len(edition.records())


@pytest.mark.parametrize("name", ["lever", "levers", "Levers"])
def test_list_of_a_type(command: Any, edition: Dossier, name: str) -> None:
    lines = command("list", name).out.splitlines()
    assert [line.split()[0] for line in lines] == [lever.ref for lever in edition.levers]
    assert edition.levers[0].cites[0] == "ecfr-2023:p10.6"
    assert lines[0].endswith(f"{edition.levers[0].title} [stated as fact, ecfr-2023:p10.6]")


@pytest.mark.parametrize(("name", "kind"), [("codebook", "code"), ("names", "name-rule"), ("sources", "source")])
def test_list_by_the_name_of_a_file(command: Any, name: str, kind: str) -> None:
    assert command("list", name).out == command("list", kind).out


def test_list_of_no_type(command: Any) -> None:
    done = command("list", "levr")
    assert (done.status, done.out) == (1, "")
    assert "did you mean 'lever'?" in done.err


def test_search_prints_statements_whole(command: Any) -> None:
    done = command("search", "drones")
    assert done.status == 0
    words = " ".join(done.out.split())
    assert "◇ assessment The authors take the rise in air cargo as indicating" in words
    assert "“indicating” (inferred by the source) p8.7" in words
    assert "event:air-cargo-rise" in done.out


def test_search_says_what_it_took_a_word_for(command: Any) -> None:
    done = command("search", "blokade")
    assert done.status == 0
    assert "'blokade' is not in the dossier; taken for 'blockade'" in done.err


@pytest.mark.parametrize("json", [[], ["--json"]])
def test_search_without_a_hit(command: Any, json: list[str]) -> None:
    done = command("search", "qwertzuiop", *json)
    assert done.status == 1
    assert "nothing is found for 'qwertzuiop'" in done.err


def test_search_with_a_wrong_filter(command: Any) -> None:
    done = command("search", "pane:nonsense")
    assert (done.status, done.out) == (2, "")
    assert "nonsense" in done.err


def test_search_finds_a_question_as_it_is_asked(command: Any) -> None:
    assert "question:who-restrains-azerbaijan" in command("search", "who can stop Baku").out


JSON = [
    (["ask"], "questions"),
    (["ask", "g"], "answer"),
    (["show", "agreement:ceasefire-2023"], "record"),
    (["show", "p9.8"], "statement"),
    (["show", "p9"], "paragraph"),
    (["show", "source:ecfr-2023"], "source"),
    (["show", "cell:eu/azerbaijan"], "cell"),
    (["show", "ask:g"], "answer"),
    (["show", "pane:terms"], "page"),
    (["list"], "types"),
    (["list", "gap"], "list"),
    (["search", "drones"], "search"),
]


@pytest.mark.parametrize(
    ("arguments", "kind"), JSON, ids=lambda value: "-".join(value) if isinstance(value, list) else ""
)
def test_json_says_which_format_and_as_of_when(command: Any, arguments: list[str], kind: str) -> None:
    done = command(*arguments, "--json")
    assert done.status == 0 and not done.err
    assert done.data["format"] == 2
    assert done.data["kind"] == kind
    assert done.data["dossier"]["as_of"] == {
        "edtf": "[2023-09-26..2023-10-10]",
        "words": "26 Sep – 10 Oct 2023",
        "derived": True,
    }


def test_json_of_a_statement_has_all_that_makes_it_honest(command: Any) -> None:
    said = command("show", "p9.8", "--json").data["statement"]
    assert said["cite"] == "ecfr-2023:p9.8"
    assert said["type"] == "forecast"
    assert said["hedge"] == {
        "word": "probably",
        "code": "likely",
        "reading": None,
        "words": "“probably” (PHIA: likely, 55–75 %)",
    }
    assert said["tensions"] == ["tension:t13"]


def test_json_of_a_record_has_its_statements_and_terms(command: Any) -> None:
    data = command("show", "agreement:ceasefire-2023", "--json").data
    assert data["record"]["terms"][0]["ref"] == "term:2023-ceasefire"
    assert "ecfr-2023:p9.2" in [said["cite"] for said in data["statements"]]


def test_json_of_an_answer_is_the_answer(command: Any) -> None:
    data = command("ask", "a", "--json").data
    first, second = data["sections"]
    assert first["items"][0]["record"]["ref"] == "lever:eu-economic"
    assert first["items"][0]["lead"]["cite"] == "ecfr-2023:p12.3"
    assert second["items"][0]["statements"][0]["type"] == "recommendation"
    assert {"ref": "tension:t9", "title": "No international pressure, yet Iranian warnings"} in data["tensions"]
    assert {gap["answer"] for gap in data["gaps"]} >= {"not in source"}


@pytest.fixture
def twice(tiny: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tiny dossier, with a second source that has the paragraphs of the first."""
    letter = tiny.source("valley-letter")
    assert letter
    both = replace(tiny, sources=(*tiny.sources, replace(letter, id="other-letter")))
    for module in ("caucasus_tui.cli", "caucasus_tui.commands.show"):
        monkeypatch.setattr(f"{module}.open_dossier", lambda options: both)


@pytest.mark.usefixtures("twice")
@pytest.mark.parametrize("arguments", [["show", "p1.2"], ["p1.2"]])
def test_a_bare_id_that_two_sources_have_is_not_guessed(command: Any, arguments: list[str]) -> None:
    done = command(*arguments)
    assert (done.status, done.out) == (1, "")
    first, *offered = done.err.splitlines()
    assert first == "p1.2 leads to 2 places"
    assert [line.split()[3] for line in offered] == ["valley-letter:p1.2", "other-letter:p1.2"]


def test_an_old_id_leads_to_the_record_and_its_new_one_is_said_once(
    command: Any, tiny: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    fund = replace(tiny.levers[0], was=("old-fund",))
    renamed = replace(tiny, levers=(fund, *tiny.levers[1:]))
    for module in ("caucasus_tui.cli", "caucasus_tui.commands.show"):
        monkeypatch.setattr(f"{module}.open_dossier", lambda options: renamed)
    new = command("show", fund.ref)
    assert (new.status, new.err) == (0, "") and "old-fund" not in new.out
    for arguments in (["show", "lever:old-fund"], ["lever:old-fund"]):
        done = command(*arguments)
        assert (done.status, done.out, done.err) == (0, new.out, f"lever:old-fund is now {fund.ref}\n")
    done = command("show", "lever:old-fund", "--json")
    assert json.loads(done.out)["address"] == fund.ref


@pytest.mark.parametrize(
    ("arguments", "offered"),
    [
        (["serach", "names"], "search"),
        (["serach"], "search"),
        (["leverge"], "pane:leverage"),
        (["lever:eu-econ"], "lever:eu-economic"),
        (["--today", "2026-01-01", "timelin"], "pane:timeline"),
    ],
)
def test_a_word_that_is_nothing_brings_what_was_perhaps_meant(command: Any, arguments: list[str], offered: str) -> None:
    done = command(*arguments)
    assert (done.status, done.out) == (1 if ":" in offered and ":" in arguments[0] else 2, "")
    assert "is neither a command nor an address" in done.err
    assert f"did you mean {offered}  (" in done.err.splitlines()[1]


def test_a_word_like_nothing_else_is_told_where_to_look(command: Any) -> None:
    assert "'caucasus-tui --help' lists the commands" in command("qqqqqqqq").err


def test_nothing_may_follow_an_address(command: Any) -> None:
    done = command("p8.2", "p8.3")
    assert (done.status, done.out) == (2, "")
    assert "nothing may follow p8.2, but there is: p8.3" in done.err


def test_the_value_of_an_option_is_not_taken_for_the_command(command: Any, tmp_path: Path) -> None:
    assert command("--theme", "nord", "p8.2").out == command("p8.2").out
    wrong = command("--theme", "brief", "p8.2")
    assert (wrong.status, wrong.out) == (2, "") and "no theme is called 'brief'" in wrong.err
    with pytest.raises(SystemExit) as ended:
        command("--today", "p8.2")
    assert ended.value.code == 2


def test_nearest_addresses_come_best_first(tiny: Dossier) -> None:
    assert nearest_addresses(tiny, "lever:council-funds")[0] == (
        "lever:council-fund",
        "The council's money for bridges",
    )
    assert nearest_addresses(tiny, "xxxxxxxx") == ()
    assert nearest_addresses(tiny, "y" * 10_000) == ()


@pytest.mark.parametrize(
    ("arguments", "kind"), JSON, ids=lambda value: "-".join(value) if isinstance(value, list) else ""
)
def test_every_key_of_the_output_is_explained(command: Any, arguments: list[str], kind: str) -> None:
    explained = (Path(__file__).parent.parent / "docs" / "json-output.md").read_text(encoding="utf-8")
    for key in _keys(command(*arguments, "--json").data):
        assert f"`{key}`" in explained or f".{key}`" in explained or f'"{key}"' in explained, key


def _keys(data: Any) -> set[str]:
    """The keys of an output; those of records and sources are the data's own."""
    if isinstance(data, list):
        return {key for item in data for key in _keys(item)}
    if not isinstance(data, dict):
        return set()
    inside = (_keys(value) for key, value in data.items() if key not in ("record", "source"))
    return set(data).union(*inside)


def test_check_takes_the_folder_either_way(command: Any) -> None:
    tiny = str(Path(__file__).parent / "tiny")
    assert command("check", tiny).out == command("--dossier", tiny, "check").out
    assert command("check", "nowhere").status == 1
