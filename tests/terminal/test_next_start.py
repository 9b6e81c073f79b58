"""What the next start knows of the last one, and that it knows nothing where nothing is to be kept."""

from pathlib import Path

from tests.terminal.conftest import Start
from tests.terminal.harness import ROOT, Session

TINY = ("--dossier", str(ROOT / "tests" / "tiny"))


def _quit(session: Session) -> None:
    session.send("q")
    session.ends(5)
    assert session.status == 0


def test_it_offers_the_last_place_and_has_the_theme(start: Start, tmp_path: Path) -> None:
    state = tmp_path / ".local" / "state" / "caucasus-tui"
    session = start(*TINY).ready()
    session.press("3")
    session.press("t")
    _quit(session)
    assert {path.name for path in state.iterdir()} == {"terminals.txt", "two-villages.places.txt"}
    assert (state / "terminals.txt").read_text().split()[0] == "xterm-256color"
    before = {path: path.read_bytes() for path in state.iterdir()}

    session = start("--no-memory", *TINY).ready()
    session.press("2")
    session.press("t")
    _quit(session)
    assert b"last time" not in session.log
    assert {path: path.read_bytes() for path in state.iterdir()} == before

    session = start(*TINY).ready()
    assert session.shows("< last time: Terms")
    chosen = (state / "terminals.txt").read_text().split()[2]
    session.press("t")
    assert "Theme: " in session.screen() and f"Theme: {chosen}" not in session.screen(), "it was that already"
    _quit(session)

    session = start("--resume", *TINY).ready()
    assert "esc back" in session.screen() and "agreement:bridge-agreement" in session.screen()
    _quit(session)


def test_in_a_kiosk_nothing_is_kept_or_read(start: Start, tmp_path: Path) -> None:
    state = tmp_path / ".local" / "state" / "caucasus-tui"
    state.mkdir(parents=True)
    state.joinpath("two-villages.places.txt").write_text("odd")
    config = tmp_path / "kiosk.toml"
    config.write_text(f'[dossiers]\ntiny = "{TINY[1]}"\n')
    session = start("--kiosk", str(config), TERM="xterm-kitty").ready()
    assert "last time" not in session.screen()
    for key in ("3", "t", "L", "0"):
        session.press(key)
    session.send("q")
    session.ends(5)
    assert [path.name for path in state.iterdir()] == ["two-villages.places.txt"]
    assert b"\x1b]8;" not in session.log.replace(b"\x1b]8;;\x1b\\", b"") and b"\x1b]2;" in session.log
    assert session.disorder() == []
