"""What every command that reads a dossier does first."""

import argparse
import sys
from pathlib import Path

from caucasus_tui.dossier.dossier import Dossier

OK, PROBLEMS, USAGE, INTERNAL = 0, 1, 2, 70
"""Exit statuses: fine; problems in the data, or nothing found; wrong use; a fault of ours."""


def open_dossier(options: argparse.Namespace) -> Dossier | None:
    """The dossier meant by `--dossier`, else the bundled one; None, with every problem on stderr, if it is not sound."""
    from caucasus_tui.dossier.load import bundled, load
    from caucasus_tui.dossier.problems import DossierError

    try:
        return load(Path(options.dossier) if options.dossier else bundled()).dossier
    except DossierError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return None
