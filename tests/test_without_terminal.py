"""Without a terminal the dashboard's command prints the brief of the very dossier it was given."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

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


def test_a_place_named_is_what_show_prints(tmp_path: Path) -> None:
    for typed in ("leverage", "lever:eu-economic", "p8.2", "ask:e"):
        assert printed(typed, home=tmp_path) == printed("show", typed, home=tmp_path)
    assert printed("--today", "2026-01-01", "p8.2", "--json", home=tmp_path).startswith("{")
