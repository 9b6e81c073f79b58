"""A kiosk: what its file says counts and nothing else, nothing is written, and each refusal says why in one line."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest

from caucasus_tui import crash
from caucasus_tui.cli import _key_table, _module, main, nothing_given
from caucasus_tui.commands import COMMANDS
from caucasus_tui.commands.opening import originals_of
from caucasus_tui.config.config import ConfigError
from caucasus_tui.config.permissions import EVERYTHING, KIOSK
from caucasus_tui.config.settings import Settings, settle
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.kiosk import enter
from caucasus_tui.session.library import Library
from caucasus_tui.session.session import Session
from caucasus_tui.tui.app import Dashboard
from caucasus_tui.tui.keys import KEYS, READING_KEYS
from caucasus_tui.tui.terminal.capabilities import terminal
from tests.conftest import TODAY
from tests.screen import Reader

TINY = Path(__file__).parent / "tiny"

LEAVES_THE_SCREEN = {"write", "write_as", "export", "suspend_process"}
STAYS_ON_IT = {
    *("pane", "step_pane", "move", "sideways", "screenful", "section", "edge", "open", "step_back", "zoom", "facet"),
    *("narrow", "end", "help", "hold", "compare", "scroll_detail", "later", "hit"),
    *("source", "letter", "theme", "prompt", "ask", "brief", "copy", "reload", "quit", "redraw", "interrupt"),
    *("on", "back", "minutes", "whom", "choose", "leave"),
    *("collect", "collected", "shift", "note", "undo"),  # in a kiosk nothing of them is kept
    *("older", "newer", "places"),  # nor of these
}


@pytest.fixture(autouse=True)
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A kiosk changes the process for good."""
    import signal

    monkeypatch.setattr(os, "environ", dict(os.environ))
    monkeypatch.setattr(sys, "dont_write_bytecode", sys.dont_write_bytecode)
    kept, stop = list(crash._is_kept), signal.getsignal(signal.SIGTSTP)
    yield
    crash._is_kept[:] = kept
    signal.signal(signal.SIGTSTP, stop)


@pytest.fixture
def settings(tmp_path: Path) -> Callable[[str], Settings]:
    """The settings of a kiosk whose file says this."""

    def settled(text: str, **environ: str) -> Settings:
        (tmp_path / "kiosk.toml").write_text(text)
        options = SimpleNamespace(**{**vars(nothing_given()), "kiosk": str(tmp_path / "kiosk.toml")})
        return settle(options, _key_table, environ)  # type: ignore[arg-type]

    return settled


@asynccontextmanager
async def kiosk(dossier: Dossier, settings: Settings) -> AsyncIterator[Reader]:
    session = Session(
        dossier, clock=lambda: TODAY, originals=originals_of(dossier, "", kiosk=True), permissions=settings.permissions
    )
    library = Library(named=settings.dossiers, cache=settings.cache, originals=partial(originals_of, kiosk=True))
    app = Dashboard(session, library=library)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        yield Reader(app, pilot)


def test_every_key_is_known_to_stay_on_the_screen_or_is_refused() -> None:
    actions = {key.action.partition("(")[0] for key in (*KEYS, *READING_KEYS)}
    assert {action for action in actions if KIOSK.refusal(action)} == LEAVES_THE_SCREEN
    assert actions - LEAVES_THE_SCREEN == STAYS_ON_IT, "a new action: does it write, start or stop anything?"
    assert not any(map(EVERYTHING.refusal, actions))
    assert all("\n" not in why and len(why) < 80 for why in KIOSK.refusals.values())


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["Y"], "No files are written from here. y copies through the terminal."),
        (["ctrl+z"], "No shell is behind this screen, so it cannot be stopped. q quits."),
        (["b", "e", "t"], "No files are written from here."),
        (["b", "ctrl+z"], "No shell is behind this screen"),
        (["slash", "a", "ctrl+z"], "No shell is behind this screen"),
    ],
)
async def test_what_leaves_the_screen_is_refused_in_one_line(
    real: Dossier,
    settings: Callable[[str], Settings],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: list[str],
    said: str,
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    async with kiosk(real, settings("")) as reader:
        for key in keys:
            screen = await reader.press(key)
            if said in screen:
                break
        assert sum(said in line for line in screen.splitlines()) == 1
        await reader.press("t")
        assert not list(Path.cwd().iterdir())
        assert reader.app.is_running


async def test_copying_stays_and_offers_no_file(real: Dossier, settings: Callable[[str], Settings]) -> None:
    async with kiosk(real, settings("")) as reader:
        screen = await reader.press("y")
        assert "Sent:" in screen
        assert "a file" not in screen


async def test_help_lists_no_key_that_is_refused_and_cannot_run_one(
    real: Dossier, settings: Callable[[str], Settings]
) -> None:
    async with kiosk(real, settings("")) as reader:
        await reader.press("question_mark")
        assert "No key or mark is called “into a file”" in await reader.type("into a file")
        await reader.press("escape", "question_mark")
        assert "back to the shell" not in await reader.type("ctrl+z")


async def test_only_what_the_file_names_is_offered_and_opened(
    real: Dossier, settings: Callable[[str], Settings], tmp_path: Path
) -> None:
    own = settings(f'dossier = "bundled"\n[dossiers]\nvalley = "{TINY}"\n')
    async with kiosk(real, own) as reader:
        screen = await reader.press("D")
        assert "2 dossiers" in screen
        assert "Only these can be opened from here: whoever keeps this machine has named them." in screen
        await reader.type("/etc")
        assert "nothing to open" in await reader.press("enter")
        await reader.press("colon")
        for typed in ("open:/etc", "valley", str(TINY)):
            assert "Nothing is called" in await reader.type(typed)
            await reader.press("enter", "colon")
        assert reader.app.session.dossier is real
        await reader.press("escape", "D")
        await reader.type("val")
        await reader.press("enter")
        assert reader.app.session.dossier is not real


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["bundled"]),
        ('[dossiers]\nvalley = "valley"\nsound = "/srv/sound"\n', ["valley", "sound"]),
        ('dossier = "sound"\n[dossiers]\nvalley = "valley"\nsound = "/srv/sound"\n', ["sound", "valley"]),
        ('dossier = "bundled"\n[dossiers]\nvalley = "valley"\n', ["bundled", "valley"]),
        ('dossier = "/srv/valley"\n', ["/srv/valley"]),
    ],
)
def test_it_begins_with_what_its_file_names_and_the_bundled_one_is_not_always_there(
    settings: Callable[[str], Settings], tmp_path: Path, text: str, names: list[str]
) -> None:
    own = settings(text)
    assert [dossier.name for dossier in own.dossiers] == names
    assert own.folder == own.dossiers[0].folder
    if names[0] == "valley":
        assert own.folder == str(tmp_path / "valley")


def test_no_cache_is_kept_but_the_one_that_the_file_names(
    settings: Callable[..., Settings], tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert settings("").cache == ""
    assert settings('cache = "/var/cache/kiosk"').cache == "/var/cache/kiosk"
    beside = settings('cache = "kept"').cache
    assert beside == str(tmp_path / "kept")
    before = sorted(tmp_path.rglob("*"))
    Library(cache="").read(str(TINY))
    assert sorted(tmp_path.rglob("*")) == before
    Library(cache=beside).read(str(TINY))
    assert list((tmp_path / "kept").iterdir())


def test_without_its_file_it_does_not_open(tmp_path: Path, settings: Callable[[str], Settings]) -> None:
    settings("")
    (tmp_path / "kiosk.toml").unlink()
    options = SimpleNamespace(**{**vars(nothing_given()), "kiosk": str(tmp_path / "kiosk.toml")})
    with pytest.raises(ConfigError, match="no such file, and a kiosk opens only what its file names"):
        settle(options, _key_table, {})  # type: ignore[arg-type]


def test_only_what_describes_the_terminal_is_taken_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("CAUCASUS_DOSSIER", "HOME", "XDG_CACHE_HOME", "PYTHONINSPECT", "TEXTUAL_LOG", "EDITOR", "COLUMNS"):
        os.environ[name] = "1"
    os.environ |= {"TERM": "xterm", "COLORTERM": "truecolor", "STY": "1.pts-0.host", "COLORFGBG": "0;15"}
    os.environ.pop("TMUX", None)
    monkeypatch.setattr(sys.__stdin__, "isatty", lambda: True, raising=False)
    enter(nothing_given())
    assert os.environ["TERM"] == "xterm"
    assert set(os.environ) <= {
        *("TERM", "COLORTERM", "COLORFGBG", "NO_COLOR", "TERM_PROGRAM", "TMUX", "STY"),
        *("LANG", "LC_ALL", "LC_CTYPE", "SSH_CONNECTION"),
    }
    found = terminal(os.environ, "utf-8")
    assert found.in_screen and found.colours == "standard" and found.ground == "light"


def _needed(command: str) -> list[str]:
    """The arguments without which a command is not understood at all."""
    own = ArgumentParser()
    _module(command).arguments(own)
    needed = (action for action in own._actions if action.required and not action.option_strings)
    return [str(next(iter(action.choices))) if action.choices else "x" for action in needed]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--kiosk=F", "--dossier", "/etc"], "a kiosk takes its settings from its file alone, not from --dossier"),
        (["--dossier=/etc", "--kiosk=F"], "a kiosk takes its settings from its file alone, not from --dossier"),
        (["--kiosk=F", "--no-ascii", "--cache=x"], "not from --ascii, --cache"),
        (["--kiosk=F", "--reset-terminal"], "a kiosk is the dashboard alone, without --reset-terminal"),
        (["--kiosk=F", "leverage"], "a kiosk is the dashboard alone, without leverage"),
        (["--kiosk=F"], "a kiosk needs a terminal, and takes no commands; connect with ssh -t, or without a command"),
        *(
            (["--kiosk=F", command, *_needed(command)], f"a kiosk is the dashboard alone, without {command}")
            for command in COMMANDS
        ),
    ],
)
def test_arguments_that_would_open_a_way_out_are_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(arguments) == 2
    out, error = capsys.readouterr()
    assert (out, error.count("\n")) == ("", 1)
    assert said in error
    assert not list(tmp_path.iterdir())


def test_a_fault_goes_to_stderr_and_nowhere_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    enter(nothing_given())

    def fails() -> int:
        raise KeyError("a secret")

    assert crash.guarded(fails) == crash.INTERNAL
    crash.remark("something else")
    said = capsys.readouterr().err
    assert said.startswith("caucasus-tui: internal error, KeyError in test_kiosk.py:")
    assert "No trace could be written (a kiosk keeps no log)" in said
    assert "in fails" in said
    assert "secret" not in said.replace('raise KeyError("a secret")', "")
    assert not list(tmp_path.iterdir())


async def test_nobody_is_told_to_put_a_file_anywhere(real: Dossier) -> None:
    assert originals_of(real, "", kiosk=True).places == ("",)
    assert originals_of(real, str(TINY), kiosk=True).places == ("",)
