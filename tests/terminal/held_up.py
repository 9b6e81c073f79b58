"""The program, held up where it would load Textual: `python -m tests.terminal.held_up FILE` waits there until FILE is
there, and fails if that says so. Before, it makes FILE.reached, which lists the variables that it has asked for."""

import sys
import time
from importlib.abc import MetaPathFinder
from pathlib import Path

GATE = Path(sys.argv.pop(1))
SECRET = "Ashgrove-4711"


class Gate(MetaPathFinder):
    """Open once the file is there."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name != "textual":
            return
        GATE.with_suffix(".reached").write_text("")
        while not GATE.exists():
            time.sleep(0.002)
        if GATE.read_text() == "fail":
            raise ValueError(f"cannot read {SECRET}")


sys.meta_path.insert(0, Gate())

from caucasus_tui.start import main  # noqa: E402 (past the gate)

raise SystemExit(main())
