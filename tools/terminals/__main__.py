"""`make test-real-terminals`: what real terminals show of the program, held against what was meant.

In each terminal on an unseen screen the program is used by real keys, and its picture compared, pixel by pixel, with
that of the same cells painted one by one in a second terminal of the kind. mosh and GNU screen run in a pty: what they
make of the cells is compared with the cells. Pictures are left in build/real-terminals, to be looked at.
"""

import shutil
import sys

from tools.terminals import between, trial
from tools.terminals.display import Display
from tools.terminals.scenes import PROGRAMS, SCENES, SIZE
from tools.terminals.trial import ROOT

FOLDER = ROOT / "build" / "real-terminals"
FONT = "DejaVu Sans Mono"
_X, _Y = SIZE
_XTERM = ("xterm", "-fa", FONT, "-fs", "10", "-geometry", f"{_X}x{_Y}")

TERMINALS: dict[str, tuple[str, ...]] = {
    "xterm on white": (*_XTERM, "-e"),
    "xterm on black": (*_XTERM, "-bg", "black", "-fg", "white", "-e"),
    "xterm, 256 colours": (*_XTERM, "-tn", "xterm-256color", "-e"),
    "urxvt": ("urxvt", "-fn", f"xft:{FONT}:size=10", "-geometry", f"{_X}x{_Y}", "-e"),
    "st": ("stterm", "-f", f"{FONT}:size=10", "-g", f"{_X}x{_Y}", "-e"),
    "pterm": ("pterm", "-fn", f"client:{FONT} 10", "-geometry", f"{_X}x{_Y}", "-e"),
    "kitty": (
        *("kitty", "-o", f"font_family={FONT}", "-o", "remember_window_size=no", "-o", "cursor_blink_interval=0"),
        *("-o", f"initial_window_width={_X}c", "-o", f"initial_window_height={_Y}c", "-o", "resize_in_steps=yes"),
    ),
    "alacritty": (
        *("alacritty", "-o", f"window.dimensions.columns={_X}", "-o", f"window.dimensions.lines={_Y}"),
        *("-o", f"font.normal.family={FONT}", "-e"),
    ),
}


BETWEEN = {"mosh": "mosh-client", "GNU screen": "screen"}


def main(chosen: list[str]) -> int:
    """1 where something is not shown as meant. `chosen`: the terminals whose names begin so; all, if empty."""
    faults = 0
    for name, program in {**{name: command[0] for name, command in TERMINALS.items()}, **BETWEEN}.items():
        if chosen and not name.startswith(tuple(chosen)):
            continue
        if not shutil.which(program):
            print(f"{name}: {program} is not installed")
            continue
        shutil.rmtree(FOLDER / name, ignore_errors=True)
        for dossier in PROGRAMS if name in TERMINALS else ("bundled",):
            try:
                found = [f"{scene}: {why}" for scene, why in tried(name, dossier) if why]
            except OSError as error:
                found = [str(error)]
            faults += bool(found)
            print(f"{name}, {dossier}: {len(SCENES[dossier]) + 1} scenes, {len(found)} not as meant", flush=True)
            for line in found:
                print(f"  {line}", flush=True)
    return bool(faults)


def tried(name: str, dossier: str) -> list[tuple[str, str]]:
    """Scenes, and what is different in each."""
    if name in BETWEEN:
        return list(between.differences(name, FOLDER / name))
    display = Display()
    try:
        return list(trial.differences(display, TERMINALS[name], FOLDER / name / dossier, dossier))
    finally:
        display.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
