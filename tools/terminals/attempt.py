"""`python -m tools.terminals.attempt TERMINAL DOSSIER FOLDER`: one terminal tried once, step by step and told."""

import sys
from pathlib import Path

from tools.terminals import between, trial
from tools.terminals.attempts import tell
from tools.terminals.display import Display
from tools.terminals.scenes import SIZE

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


def main(name: str, dossier: str, folder: Path) -> None:
    """Each scene told, with what is different in it; pictures are left in `folder`."""
    tell("start", step="an unseen screen")
    if name in BETWEEN:
        for scene, why in between.differences(name, folder):
            tell(scene, why=why)
        return
    display = Display()
    try:
        for scene, why in trial.differences(display, TERMINALS[name], folder, dossier):
            tell(scene, why=why)
    finally:
        display.end()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
