"""What shells and the manual know of the program is what the program is, and works in a shell."""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from caucasus_tui.cli import main, parsed, parser
from caucasus_tui.commands import COMMANDS
from caucasus_tui.commands.completion import FILES
from caucasus_tui.panes import PANES
from tools.completions import TARGET, completions
from tools.man_page import TARGET as MAN_PAGE
from tools.man_page import man_page

PROGRAM = Path(sys.executable).parent / "caucasus-tui"
MADE = completions()
TYPED = r"""
source "$1"
COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=()
while IFS= read -r word; do COMP_WORDS+=("$word"); done <<<"$3"
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_caucasus_tui
printf '%s\n' "${COMPREPLY[@]}"
"""


@pytest.mark.parametrize("file", FILES.values())
def test_the_completions_are_those_of_the_command_line(file: str) -> None:
    assert (TARGET / file).read_text("utf-8") == MADE[file], "run: make completions"


def test_the_manual_page_is_that_of_the_command_line() -> None:
    assert MAN_PAGE.read_text("utf-8") == man_page(), "run: make completions"


@pytest.mark.parametrize("shell", FILES)
def test_completion_prints_what_the_shell_can_read(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert all(name in script for name in (*COMMANDS, *PANES))
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    done = subprocess.run([shell, "-n"], input=script, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def in_bash(line: str) -> list[str]:
    """What bash offers at the end of a line. It breaks words at colons, so the words are broken so here."""
    words = [part for word in line.split(" ") for part in re.split("(:)", word) if part or word == ""]
    given = [str(TARGET / FILES["bash"]), line, "\n".join([str(PROGRAM), *words[1:]])]
    done = subprocess.run(["bash", "-c", TYPED, "bash", *given], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None or not PROGRAM.exists(), reason="needs bash and the program installed")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("caucasus-tui lev", ["leverage"]),
        ("caucasus-tui compl", ["completion"]),
        ("caucasus-tui brief --format h", ["html"]),
        ("caucasus-tui brief --for germ", ["germany"]),
        ("caucasus-tui schema ev", ["events"]),
        ("caucasus-tui list lev", ["lever"]),
        ("caucasus-tui show pane:lev", ["leverage"]),
        ("caucasus-tui ask b", ["b"]),
        ("caucasus-tui --dossier tests/tiny ask ", ["c", "p", "r", "s"]),
        ("caucasus-tui search type:lev", ["lever"]),
        ("caucasus-tui search kind:fore", ["forecast"]),
        ("caucasus-tui --dossier bundl", ["bundled"]),
        ("caucasus-tui --dossier tests/ti", ["tests/tiny"]),
        ("caucasus-tui new x --from READ", ["README.md"]),
        ("caucasus-tui lever:eu-e", ["eu-economic"]),
        ("caucasus-tui --dossier tests/tiny event:ta", ["talks"]),
        ("caucasus-tui show lever:eu-e", ["eu-economic"]),
        ("caucasus-tui show ecfr-2023:p8.10", ["p8.10"]),
        ("caucasus-tui --dossier tests/tiny show event:ta", ["talks"]),
        ("caucasus-tui --dossier tests/tiny draft mill", ["mill-almanac"]),
        ("caucasus-tui --dossier tests/tiny draft valley-letter p1 p", ["p1", "p2", "p3", "pq1"]),
        ("caucasus-tui --dossier tests/tiny compare event:ta", ["talks"]),
        ("caucasus-tui --dossier tests/tiny rename event:ta", ["talks"]),
        ("caucasus-tui --dossier tests/tiny draft -o mill", ["mill-almanac"]),
        ("caucasus-tui --cache tests event:ta", []),
        ("caucasus-tui --cache tests lever:eu-e", ["eu-economic"]),
        ("caucasus-tui --dossier = tests/tiny event:ta", ["talks"]),
        ("caucasus-tui brief --format = h", ["html"]),
        ("caucasus-tui brief --format =", ["text", "md", "html", "json", "docx", "pdf"]),
        ("caucasus-tui brief --with germ", ["germany"]),
        ("caucasus-tui changes tests/tiny tests/ti", ["tests/tiny"]),
        ("caucasus-tui --since-then show ledger:r", ["r1", "r2", "r3"]),
    ],
)
def test_bash_completes_commands_values_and_addresses(line: str, offered: list[str]) -> None:
    assert in_bash(line) == offered


@pytest.mark.skipif(shutil.which("bash") is None or not PROGRAM.exists(), reason="needs bash and the program installed")
def test_a_name_that_bash_would_run_is_not_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "caucasus-tui").mkdir()
    named = '"holm" = "x"\n"holm$(id)" = "x"\n"holm`id`" = "x"\n"holm$HOME" = "x"\n'
    (tmp_path / "caucasus-tui/config.toml").write_text(f"[dossiers]\n{named}")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert in_bash("caucasus-tui --dossier holm") == ["holm"]


@pytest.mark.skipif(shutil.which("fish") is None or not PROGRAM.exists(), reason="needs fish and the program installed")
@pytest.mark.parametrize(
    ("line", "offered"),
    [("--dossier tests/tiny show event:ta", "event:talks"), ("--dossier tests/tiny event:ta", "event:talks"),
     ("--dossier tests/tiny draft mill", "mill-almanac"), ("--dossier tests/tiny draft valley-letter p1 p2", "p2"),
     ("--dossier tests/tiny draft -o mill", "mill-almanac"), ("--dossier=tests/tiny event:ta", "event:talks"),
     ("brief -o x --with germ", "germany"), ("brief --output=READ", "--output=README.md"),
     ("changes tests/tiny tests/tin", "tests/tiny/")],
)  # fmt: skip
def test_fish_completes_addresses_of_the_dossier_on_the_line(line: str, offered: str) -> None:
    asked = f"source {TARGET / FILES['fish']}; complete -C 'caucasus-tui {line}'"
    path = f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["fish", "-N", "-c", asked], capture_output=True, text=True, check=True, env={**os.environ, "PATH": path}
    )
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [offered]


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="needs mandoc")
def test_mandoc_finds_nothing_in_the_manual_page() -> None:
    done = subprocess.run(["mandoc", "-Tlint", str(MAN_PAGE)], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_manual_page_has_a_day_no_long_lines_and_no_empty_paragraph() -> None:
    page = man_page()
    assert re.search(r'^\.TH CAUCASUS-TUI 1 "[0-9]{4}-[0-9]{2}-[0-9]{2}" ', page, re.M)
    assert not [line for line in page.splitlines() if len(line.encode()) > 80 and line[0] not in " ."]
    assert not re.search(r"^\.S[HS].*\n\.PP|[ \t]$", page, re.M)


def test_only_the_value_of_an_option_is_told_with_a_sign_of_equality() -> None:
    assert "[=" in man_page() and not re.search(r"^\[=", man_page(), re.M)


def test_the_manual_page_has_every_command_and_option() -> None:
    page = man_page().replace("\\-", "-")
    for name in COMMANDS:
        assert f".SS {name}" in page
    for action in parser(())._actions:
        assert all(f"\\fB{option}\\fR" in page for option in action.option_strings if option not in ("-h", "--help"))
    assert not re.search(r"^['.](?!SH|SS|TH|TP|B |PP|br|nf|fi|sp|\\\")", man_page(), re.M)


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_has_examples_that_are_not_run_together(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([*([name] if name else []), "--help"])
    out = capsys.readouterr().out
    assert left.value.code == 0
    if name in ("", "new", "schema", "config", "completion"):
        assert "\n  caucasus-tui " in out


def test_every_example_is_one_that_the_command_line_takes() -> None:
    texts = [parser().epilog or "", *(command.epilog or "" for command in _commands())]
    lines = [line.strip() for text in texts for line in text.splitlines() if line.startswith("  caucasus-tui")]
    assert len(lines) > 10
    for line in lines:
        words = shlex.split(re.split(r"   +| [>|] ", line.removeprefix("caucasus-tui"))[0])
        assert not vars(parsed(words)).get("rest")


def _commands() -> list[argparse.ArgumentParser]:
    found = next(action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return list(found.choices.values())


@pytest.mark.parametrize("refs", [["list", "--refs"], ["list", "--refs", "event"]])
def test_addresses_are_listed_for_shells(refs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*refs, "--dossier", "tests/tiny"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "event:talks" in lines and all(" " not in line for line in lines)
    assert ("valley-letter:p1.1" in lines and "pane:terms" in lines) == (len(refs) == 2)
