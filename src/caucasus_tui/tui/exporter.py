"""Writes what is on the screen as a file while the screen goes on."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from caucasus_tui.brief.choices import Format
from caucasus_tui.session.background import Background
from caucasus_tui.streams import complain
from caucasus_tui.tui.clipboard import written

if TYPE_CHECKING:
    from caucasus_tui.brief.model import Brief

SOON = 0.3
"""Seconds that leaving may wait for a file without a word."""


class Exporter:
    """One file at a time: Word and PDF take a second, in which keys go on working. Leaving the program waits for it, so
    that no file is lost. `say` tells the reader something, in a role, unless they are `gone`."""

    def __init__(
        self, background: Background, say: Callable[[str, str], None], gone: Callable[[], bool] = lambda: False
    ) -> None:
        self._background, self._say, self._gone = background, say, gone
        self.writing = ""
        """The name of the format being written; empty while nothing is."""
        self._untold = "", ""

    def export(self, brief: "Brief", form: Format, name: str) -> None:
        """Write a brief after a name, under one that nothing has yet; what came of it is told."""
        if self.writing:
            self._say(f"{self.writing} is still being written; then it can be asked for again.", "warn")
            return
        self.writing = form.name
        self._say(f"Writing {form.name} …", "dim")
        self._background.start(partial(self._export, brief, form, name), self._end, waited_for=True)

    def _export(self, brief: "Brief", form: Format, name: str) -> tuple[str, str]:
        self._untold = exported(brief, form, name)
        return self._untold

    def _end(self, told: tuple[str, str]) -> None:
        self.writing = ""
        if not self._gone():
            self._untold = "", ""
            self._say(*told)

    def finish(self) -> str:
        """Wait for what is being written; why it was not, where the reader has left before that could be told."""
        if not self._background.finish(SOON):
            if sys.stderr.isatty():  # which is not so where the terminal is gone
                complain(f"caucasus-tui: {self.writing} is still being written; ctrl+c leaves without it")
            self._background.finish()
        said, role = self._untold
        return said if role == "warn" else ""


def exported(brief: "Brief", form: Format, name: str) -> tuple[str, str]:
    """Write a brief after a name, under one that nothing has yet; what to say of it, and the role of that line."""
    # What writes is loaded then: the first screen does not need it.
    from caucasus_tui.brief.formats import FormatError, render

    told: list[str] = []
    try:
        return written(name, form.extensions[0], lambda: render(brief, form, tell=told.append), told)
    except FormatError as error:
        return str(error), "warn"
