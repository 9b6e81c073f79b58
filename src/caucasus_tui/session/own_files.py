"""What a reader has of a dossier from one time to the next, in files of the state folder."""

from functools import cached_property
from typing import TYPE_CHECKING, Literal

from caucasus_tui.dossier.model.dossier import Dossier

if TYPE_CHECKING:
    from pathlib import Path

    from caucasus_tui.session.collected import Collected
    from caucasus_tui.session.last_time import Memory


class OwnFiles:
    """Each is loaded when first asked for: the first screen needs none. `keeps`: anything of this time is there the
    next time; `compares`: what has changed since the last time can be told."""

    def __init__(self, dossier: Dossier, *, keeps: bool, compares: bool = True) -> None:
        self._dossier, self.keeps, self.compares = dossier, keeps, compares
        self.recalled: Memory | None = None
        """The memory, where it has been asked for."""

    @cached_property
    def collected(self) -> "Collected":
        """What was collected from the dossier."""
        from caucasus_tui.session.collected import Collected

        return Collected(self._file("collected"))

    @property
    def memory(self) -> "Memory":
        """What is known of the last time."""
        if self.recalled is None:
            from caucasus_tui.session.last_time import Memory

            self.recalled = Memory(self._dossier, self._file("places"), compares=self.compares)
        return self.recalled

    def _file(self, kind: Literal["collected", "places"]) -> "Path | None":
        from caucasus_tui.state_files import state_file

        return state_file(self._dossier.about.id, kind) if self.keeps else None
