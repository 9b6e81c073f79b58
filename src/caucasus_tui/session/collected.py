"""What a reader has collected from a dossier, kept in a file of the state directory that one can read and edit.

A line of the file is an address, and after a tab the reader's note. Nothing of it is in the dossier.
"""

from collections.abc import Sequence
from pathlib import Path

from caucasus_tui.brief.collected_lines import CollectedLine
from caucasus_tui.dossier.text import reason
from caucasus_tui.dossier.text.clean import clean, on_one_line
from caucasus_tui.state_files import keep, read

MOST_LINES = 200
"""That are taken."""
MOST_KEPT = 1_000
"""That a file may have by other ways. One with more is left as it is."""
MOST_BYTES = 1 << 20
HEAD = "# Collected lines, in your order: an address, and after a tab your note. Made by caucasus-tui; yours to edit.\n"


class Collected:
    """The lines, in the reader's order. `file`: where they are kept, or None; `fault`: why they are not, if so."""

    def __init__(self, file: Path | None = None) -> None:
        self.fault = ""
        self._file = file
        self._before = self.lines = self._kept = self._read() or ()

    def has(self, address: str) -> bool:
        return any(line.address == address for line in self.lines)

    @property
    def is_full(self) -> bool:
        return len(self.lines) >= MOST_LINES

    def toggle(self, address: str) -> bool:
        """Take a line, or put it out again; whether it is taken now. Of too many none more is taken."""
        is_had = self.has(address)
        self._look_again()
        if is_had:
            self._change(tuple(line for line in self.lines if line.address != address))
        elif not self.is_full and not self.has(address):
            self._change((*self.lines, CollectedLine(address)))
        return self.has(address)

    def shift(self, address: str, step: int) -> bool:
        """Move a line up or down by one; False where it is at the end."""
        self._look_again()
        at = next((number for number, line in enumerate(self.lines) if line.address == address), -1)
        if at < 0 or not 0 <= at + step < len(self.lines):
            return False
        lines = list(self.lines)
        lines.insert(at + step, lines.pop(at))
        self._change(tuple(lines))
        return True

    def beside(self, address: str) -> str:
        """The address of the line below a line, else of that above it; empty where there is no other."""
        names = [line.address for line in self.lines]
        at = names.index(address) if address in names else len(names)
        return next(iter((*names[at + 1 :], *names[:at][-1:])), "")

    def annotate(self, address: str, note: str) -> None:
        """Put a note to a line; an empty one takes it away."""
        note = _as_note(note)
        self._look_again()
        self._change(tuple(CollectedLine(one.address, note) if one.address == address else one for one in self.lines))

    def undo(self) -> bool:
        """Take back the last change; a second time, take that back."""
        self._look_again()
        if self._before == self.lines:
            return False
        self._change(self._before)
        return True

    def note_of(self, address: str) -> str:
        return next((line.note for line in self.lines if line.address == address), "")

    def _look_again(self) -> None:
        """Go on from what the file has now, where an editor or the program beside this one has changed it."""
        now = self._read()
        if now is not None and now != self._kept:
            self._before = self.lines = self._kept = now

    def _change(self, lines: tuple[CollectedLine, ...]) -> None:
        self._before, self.lines = self.lines, lines
        if self._file is not None:
            why = keep(self._file, as_text(lines))
            self.fault = why and f"Not kept for the next time: {why}."
            self._kept = self._kept if why else lines

    def _read(self) -> tuple[CollectedLine, ...] | None:
        """None where there is no file, or one that is to be left as it is: what is in it cannot be known whole."""
        if self._file is None:
            return None
        try:
            content = read(self._file, MOST_BYTES + 1)
            found = from_text(content.decode())
            if len(content) <= MOST_BYTES and len(found) <= MOST_KEPT:
                return found
            why = f"more than {MOST_KEPT:,} lines are in it"
        except (FileNotFoundError, NotADirectoryError):
            return None
        except UnicodeDecodeError:
            why = "it is not UTF-8"
        except OSError as error:
            why = reason(error)
        self.fault, self._file = f"Not kept: {why}; the file is left as it is: {self._file}.", None
        return None


def as_text(lines: Sequence[CollectedLine]) -> str:
    """The lines as they are kept."""
    return HEAD + "".join(f"{line.address}\t{line.note}".rstrip() + "\n" for line in lines)


def from_text(text: str) -> tuple[CollectedLine, ...]:
    """The lines of a file, each address once; whatever else stands in it is text like any."""
    found: dict[str, CollectedLine] = {}
    for line in text.splitlines():
        address, _, note = line.partition("\t")
        address = clean(address).strip()
        if address and not address.startswith("#") and len(found) <= MOST_KEPT:
            found.setdefault(address, CollectedLine(address, _as_note(note)))
    return tuple(found.values())


def _as_note(text: str) -> str:
    return on_one_line(clean(text)).strip()
