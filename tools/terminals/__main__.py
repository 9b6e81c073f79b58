"""`make test-real-terminals`: what real terminals show of the program, held against what was meant.

In each terminal on an unseen screen the program is used by real keys, and its picture compared, pixel by pixel, with
that of the same cells painted one by one in a second terminal of the kind. mosh and GNU screen run in a pty: what they
make of the cells is compared with the cells. Pictures are left in build/real-terminals, to be looked at.

Each attempt is a process of its own and has so long for each step: one that hangs or dies is a fault of its terminal,
and the next has its turn.
"""

import shutil
import signal
import sys

from tools.terminals import attempts
from tools.terminals.attempt import BETWEEN, TERMINALS
from tools.terminals.scenes import PROGRAMS, SCENES
from tools.terminals.trial import ROOT

FOLDER = ROOT / "build" / "real-terminals"
STEP_SECONDS = 120
"""After which a step is given up, and with it the attempt that it is of."""


def main(chosen: list[str]) -> int:
    """1 where something is not shown as meant or could not be tried. `chosen`: the terminals whose names begin so;
    all, if empty."""
    attempts.adopt()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    faults = 0
    for name, program in {**{name: command[0] for name, command in TERMINALS.items()}, **BETWEEN}.items():
        if chosen and not name.startswith(tuple(chosen)):
            continue
        if not shutil.which(program):
            print(f"{name}: {program} is not installed")
            continue
        shutil.rmtree(FOLDER / name, ignore_errors=True)
        for dossier in PROGRAMS if name in TERMINALS else ("bundled",):
            faults += not as_meant(name, dossier)
    return bool(faults)


def as_meant(name: str, dossier: str) -> bool:
    """Whether each scene was so in one of two attempts: where the first is not well, the machine may have been busy."""
    left = {scene for scene in (*SCENES[dossier], "left") if name in TERMINALS or scene != "resized"}
    total = len(left)
    for which in (dossier, f"{dossier}, again"):
        command = [sys.executable, "-m", "tools.terminals.attempt", name, dossier, str(FOLDER / name / which)]
        found = attempts.outcome(command, STEP_SECONDS)
        well = {scene for scene, why in found.items() if not why}
        left -= well
        print(f"{name}, {which}: {len(well)} of {total} scenes as meant", flush=True)
        for scene, why in found.items():
            if why:
                print(f"  {scene}: {why}", flush=True)
        if not left:
            return True
    print(f"  in neither attempt as meant: {', '.join(sorted(left))}", flush=True)
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
