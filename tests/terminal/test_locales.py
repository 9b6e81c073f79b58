"""Whatever the locale, TERM and colour settings say, what is drawn can be read."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from caucasus_tui.page.marks import STATUS_MARKS, TYPE_MARKS
from tests.terminal.conftest import Start, slow
from tests.terminal.harness import Session

LOCALES: dict[str, dict[str, str | None]] = {
    "unset": {"LANG": None},
    "C": {"LANG": "C"},
    "POSIX": {"LC_ALL": "POSIX"},
    "C.UTF-8": {"LC_ALL": "C.UTF-8"},
    "not installed": {"LC_ALL": "xx_YY.UTF-8"},
    "no UTF-8 mode": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "PYTHONIOENCODING": {"PYTHONIOENCODING": "ascii"},
    "PYTHONIOENCODING cp437": {"PYTHONIOENCODING": "cp437:replace"},
}
QUICK = ("C", "no UTF-8 mode", "PYTHONIOENCODING")
CHROMATIC = re.compile(rb"\x1b\[[0-9;]*(?<![0-9])(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38;[25]|48;[25])[;m]")


def _quits_clean(session: Session) -> None:
    session.send("q")
    assert session.ends(5) is not None
    assert session.status == 0
    assert session.disorder() == []
    assert "Traceback" not in session.log.decode("utf-8", "replace")


@pytest.mark.parametrize("name", [name if name in QUICK else slow(name) for name in LOCALES])
def test_every_locale_draws_glyphs_or_their_likeness(start: Start, name: str) -> None:
    session = start(**LOCALES[name]).ready()
    assert b"\\u" not in session.log and b"\\x" not in session.log
    assert "stated" in session.screen()
    _quits_clean(session)


@pytest.mark.slow
@pytest.mark.parametrize("codeset", ["ISO-8859-1", "KOI8-R"])
def test_a_locale_of_another_codeset_draws_ascii(start: Start, tmp_path: Path, codeset: str) -> None:
    if shutil.which("localedef") is None:
        pytest.skip("localedef is not installed")
    source = {"ISO-8859-1": "en_US", "KOI8-R": "ru_RU"}[codeset]
    built = subprocess.run(["localedef", "-i", source, "-f", codeset, tmp_path / f"{source}.{codeset}"])
    if built.returncode > 1:
        pytest.skip("the sources of locales are not installed (Debian: locales)")
    session = start(LC_ALL=f"{source}.{codeset}", LOCPATH=str(tmp_path), PYTHONCOERCECLOCALE="0").ready()
    assert max(session.log) < 0x80
    _quits_clean(session)


TERMS = [
    "xterm-256color",
    "xterm",
    "screen",
    "screen-256color",
    "tmux-256color",
    "linux",
    "vt100",
    "vt220",
    "ansi",
    "xterm-kitty",
    "alacritty",
    "rxvt",
    "nosuchterm",
    "xterm-direct",
    "foot",
]


@pytest.mark.parametrize("term", ["linux", "vt100"])
def test_it_starts_and_quits_clean(start: Start, term: str) -> None:
    _quits_clean(start(TERM=term).ready())


@pytest.mark.slow
@pytest.mark.parametrize("term", TERMS)
def test_it_starts_and_quits_clean_in_every_terminal(start: Start, term: str) -> None:
    _quits_clean(start(TERM=term).ready())


@pytest.mark.parametrize(
    ("arguments", "variables"),
    [
        slow(["--ascii"], {}),
        slow([], {"CAUCASUS_ASCII": "1"}),
        ([], {"TERM": "linux"}),
        slow([], {"PYTHONIOENCODING": "latin-1"}),
    ],
    ids=["option", "variable", "console", "codeset"],
)
def test_ascii_mode_sends_only_ascii_and_no_question_marks(
    start: Start, arguments: list[str], variables: dict[str, str]
) -> None:
    session = start(*arguments, "names", **variables).ready()
    assert "Khankendi" in session.screen()
    assert "?" not in session.screen().replace("? keys", "")
    for key in "1234567890za":
        session.press(key, quiet=0.1)
    assert max(session.log) < 0x80


@pytest.mark.parametrize("keys", ["2z", slow("2"), slow("/eu")])
def test_no_color_means_none(start: Start, keys: str) -> None:
    session = start(NO_COLOR="1").ready()
    for key in keys:
        session.press(key, quiet=0.15)
    assert not CHROMATIC.search(session.log)
    assert b"\x1b[1" in session.log or b"7m" in session.log  # weight and reverse are left to tell things apart


def test_without_colour_every_mark_still_has_a_glyph_of_its_own(start: Start) -> None:
    session = start("leverage", NO_COLOR="1").ready()
    session.press("z")
    assert sum(mark.glyph in session.screen() for mark in STATUS_MARKS.values()) >= 3
    session.press("1")
    assert sum(mark.glyph in session.screen() for mark in TYPE_MARKS.values()) >= 2


@pytest.mark.parametrize(
    "variables",
    [
        {"TEXTUAL_COLOR_SYSTEM": "bogus"},
        slow({"TEXTUAL_COLOR_SYSTEM": ""}),
        slow({"TEXTUAL_COLOR_SYSTEM": "none"}),
        slow({"TEXTUAL_THEME": "bogus"}),
        {
            "TEXTUAL_DRIVER": "no.such:Driver",
            "TEXTUAL": "debug,devtools",
            "TEXTUAL_FILTERS": "dim",
            "TEXTUAL_PRESS": "q",
        },
    ],
    ids=lambda variables: "-".join(f"{name}={value}" for name, value in variables.items())[:40],
)
def test_variables_of_textual_with_odd_values_do_not_stop_it(start: Start, variables: dict[str, str]) -> None:
    _quits_clean(start(**variables).ready())


def test_sixteen_colours_are_the_terminals_own(start: Start) -> None:
    session = start(TERM="xterm", COLORFGBG="15;0").ready()
    assert not re.search(rb"[34]8;[25]", session.log)
    assert CHROMATIC.search(session.log)
