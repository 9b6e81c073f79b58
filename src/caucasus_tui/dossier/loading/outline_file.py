"""`data/outline.geojson`, an optional file: coasts and borders for the map. Opened when a map is drawn, or by `check`;
what reads it is loaded then."""

import os
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from caucasus_tui.dossier.loading.files import SIZE_LIMIT, UnsafeFileError, read_bytes
from caucasus_tui.dossier.loading.folder import DATA, OUTLINE
from caucasus_tui.dossier.problems import Problem
from caucasus_tui.dossier.text import unreadable

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from caucasus_tui.dossier.model.outline import Outline

FILE = f"{DATA}/{OUTLINE}"
_KIND = "outline of the map"


class OutlineFile:
    """The outline beside a dossier, for whoever draws it: nothing is opened before `found` is asked for, and then
    once."""

    def __init__(self, root: "Traversable | str | None" = None, limit: int = SIZE_LIMIT) -> None:
        self._root = root
        self._limit = limit

    @cached_property
    def found(self) -> "Outline | Problem | None":
        """What is to be drawn, or why it cannot be; None where there is no such file."""
        if self._root is None:
            return None
        try:
            path = os.path.join(self._root, FILE) if isinstance(self._root, str) else self._root / DATA / OUTLINE
            content = read_bytes(path, self._limit, "GeoJSON")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except UnsafeFileError as error:
            return Problem(file=FILE, message=str(error), kind=_KIND)
        except OSError as error:
            return Problem(file=FILE, message=unreadable(error), kind=_KIND)
        from caucasus_tui.dossier.loading.geojson import GeoJsonError, outline_of

        try:
            return outline_of(content)
        except GeoJsonError as error:
            return Problem(file=FILE, line=error.line, column=error.column, message=str(error), kind=_KIND)

    def problems(self) -> Iterator[Problem]:
        """What `check` says of it."""
        if isinstance(self.found, Problem):
            yield self.found
        elif self.found and not self.found.attribution:
            said = 'does not say whose it is; write "attribution": "…, under what licence" before its features'
            yield Problem(file=FILE, message=said, kind=_KIND, todo=True)


NO_OUTLINE = OutlineFile()
