"""Commands that print load no screen: proved in a fresh interpreter, where import-linter can only read."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import caucasus_tui

HEAVY = ("textual", "rich")
NOT_AT_FIRST = (
    *("brief.formats", "brief.model", "dossier.addresses.typed", "dossier.ask.answers", "dossier.loading.load"),
    *("dossier.model.layers", "dossier.search", "page.copying", "page.later_page", "page.lever_sheet", "page.since"),
    *("session.last_time", "tui.prompt.asking"),
)
"""What only keys ask for, and the first picture would wait for."""
START = f"""
import asyncio, sys
from datetime import date
from caucasus_tui.session.library import Library
from caucasus_tui.session.session import Session
from caucasus_tui.tui.app import Dashboard
dossier = Library().read({str(Path(__file__).with_name("tiny"))!r}).dossier
async def start():
    async with Dashboard(Session(dossier, clock=lambda: date(2026, 1, 1))).run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert pilot.app.views.view("detail").page.rows and dossier.since is not None
        print([name for name in {NOT_AT_FIRST!r} if f"caucasus_tui.{{name}}" in sys.modules])
asyncio.run(start())
"""
SHARED = {
    *("__init__", "actors", "levers", "names", "outlook", "points", "questions", "sources", "terms"),
    *("check", "config", "keys"),
}
"""File names that may stand in several packages: what every layer deals with, and commands beside what they drive."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief"],
        ["ask", "a"],
        ["show", "pane:terms"],
        ["search", "Lachin"],
        ["--theme", "nord", "p8.2"],
        ["list", "lever"],
        ["check"],
        ["keys"],
        ["--version"],
        ["--help"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_that_prints_loads_neither_textual_nor_rich(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from caucasus_tui.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"
    assert done.stdout


COMPILING = """
import builtins, sys
compile, asked = builtins.compile, []
def noting(source, filename, *how, **more):
    if filename == "<string>":
        asked.append(source)
    return compile(source, filename, *how, **more)
builtins.compile = noting
from caucasus_tui.cli import main
for arguments in (["brief"], ["ask", "a"], ["show", "pane:terms"], ["search", "Lachin"]):
    main(arguments)
print(asked, file=sys.stderr)
"""


def test_a_command_that_prints_has_python_make_no_syntax_trees() -> None:
    for _ in range(2):  # the first time the dossier is read from its files, and kept
        done = subprocess.run([sys.executable, "-c", COMPILING], capture_output=True, text=True, check=True)
    assert done.stderr.splitlines()[-1] == "[]"


def test_a_search_loads_neither_pages_that_grow_nor_another_layer() -> None:
    program = "import sys\nfrom caucasus_tui.cli import main\nmain(['search', 'Lachin'])\nprint(*sys.modules)"
    for _ in range(2):  # the first time the dossier is read from its files, and kept
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()[-1].split()
    assert "caucasus_tui.page.statement" in loaded
    for name in ("dossier.model.layers", "dossier.search.postings", "page.rows.growing"):
        assert f"caucasus_tui.{name}" not in loaded


def test_the_first_screen_loads_nothing_that_only_keys_ask_for() -> None:
    for _ in range(2):  # the first time it is read from its files, and kept
        done = subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


LEAN = """
import sys
exec(compile(open({path!r}).read().replace({without!r}, ""), "lean", "exec"))
print([name for name in ("textual.app", "textual.command", "textual.widgets._input", "ssl") if name in sys.modules])
from textual.app import App
from textual.command import CommandPalette
import ssl
print(CommandPalette.__module__, ssl.__name__, App.__module__)
"""


@pytest.mark.parametrize(
    ("without", "loaded"), [("", "['textual.app']"), ('"Hits", ', "[]")], ids=["this Textual", "one that takes more"]
)
def test_textual_is_loaded_without_its_palette_and_both_are_whole_for_who_asks_later(without: str, loaded: str) -> None:
    path = str(Path(caucasus_tui.__file__).with_name("tui") / "lean_textual.py")
    program = LEAN.format(path=path, without=without)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    said = done.stdout.splitlines()
    assert said[0] == loaded
    assert said[1] == "textual.command ssl textual.app"


def test_what_is_kept_from_last_time_is_compared_without_openssl() -> None:
    program = "import sys, caucasus_tui.session.last_time; print('_hashlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_file_name_says_one_thing() -> None:
    names = Counter(path.stem for path in Path(caucasus_tui.__file__).parent.rglob("*.py"))
    assert {name for name, count in names.items() if count > 1} <= SHARED, "call the new one after what it holds"
