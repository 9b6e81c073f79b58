"""Without a terminal the dashboard's command prints the brief of the very dossier it was given."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from unittest.mock import ANY

import pytest

from caucasus_tui.cli import main

TINY = Path(__file__).parent / "tiny"


def printed(*arguments: str, home: Path) -> str:
    environ = {**os.environ, "XDG_CONFIG_HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    command = [sys.executable, "-m", "caucasus_tui", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environ, cwd=home, timeout=60)
    return done.stdout


def test_a_folder_is_not_taken_for_a_name(tmp_path: Path) -> None:
    shutil.copytree(TINY, tmp_path / "valley")
    (tmp_path / "caucasus-tui").mkdir()
    (tmp_path / "caucasus-tui" / "config.toml").write_text('[dossiers]\nvalley = "/nowhere"\n', encoding="utf-8")
    title = printed("--dossier", "./valley", "show", "about:bottom-line", home=tmp_path)
    brief = printed("--dossier", "./valley", home=tmp_path)
    assert title and "Nagorno-Karabakh" not in brief
    assert "\x1b" not in brief


@pytest.mark.parametrize(
    "given", ["", "brief", "list", "timeline", "p8.2", "keys", "completion bash", "timeline --json"]
)
def test_a_theme_that_there_is_not_is_refused_where_none_is_seen(
    given: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--theme", "nope", *given.split()]) == 2
    assert capsys.readouterr() == ("", ANY)
    assert main(["--theme", "nord", *given.split()]) == 0


def test_a_theme_of_the_file_is_refused_where_the_dashboard_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "caucasus-tui").mkdir()
    (tmp_path / "caucasus-tui" / "config.toml").write_text("theme = 'nope'", encoding="utf-8")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    for given in ([], ["timeline"], ["config"]):
        assert main(given) == 2
        assert "config.toml:1: no theme is called 'nope'" in capsys.readouterr().err
    assert main(["list"]) == 0


@pytest.mark.parametrize(("given", "said"), [
    (["--cache", "FILE", "list"], "is a file; what is kept needs a folder"),
    (["--dossier", "FILE"], "not a dossier, it is a file"),
    (["list", "lever", "--csv", "--json"], "not allowed with"),
    (["list", "--refs", "--csv"], "not allowed with"),
])  # fmt: skip
def test_what_an_option_cannot_mean_is_told(
    given: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.yaml").write_text("a: b", encoding="utf-8")
    try:
        status = main([str(tmp_path / "notes.yaml") if word == "FILE" else word for word in given])
    except SystemExit as ended:  # of the parser
        status = int(str(ended.code))
    printed = capsys.readouterr()
    assert status in (1, 2) and not printed.out and said in printed.err


def test_a_place_named_is_what_show_prints(tmp_path: Path) -> None:
    for typed in ("leverage", "lever:eu-economic", "p8.2", "ask:e"):
        assert printed(typed, home=tmp_path) == printed("show", typed, home=tmp_path)
    assert printed("--today", "2026-01-01", "p8.2", "--json", home=tmp_path).startswith("{")
