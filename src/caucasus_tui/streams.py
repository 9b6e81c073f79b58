"""The edge where text leaves the program: streams that are closed or full, and encodings that cannot hold what is
printed."""

import codecs
import io
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from caucasus_tui.dossier.text import whole_number
from caucasus_tui.dossier.text.clean import clean
from caucasus_tui.first_picture import give_back

if TYPE_CHECKING:
    from typing_extensions import Buffer

LIKENESS = "ascii-likeness"


class _Outlet(io.FileIO):
    """A standard stream that keeps what went wrong: some callers, such as argparse, pass over it."""

    fault: OSError | None = None

    def write(self, data: "Buffer", /) -> int:
        give_back()  # over a picture that waits for the program nothing would be read
        try:
            return super().write(data)
        except OSError as error:
            self.fault = self.fault or error
            raise


_outlets: dict[str, _Outlet] = {}


def keep_what_fails() -> None:
    """From now on `lost` knows of each write to stdout or stderr that failed. Where something else stands in for them,
    or the system has consoles that are no files, they stay as they are."""
    _outlets.clear()
    for name in ("stdout", "stderr") if os.name == "posix" else ():
        stream = getattr(sys, name)
        if isinstance(stream, io.TextIOWrapper) and stream is getattr(sys, f"__{name}__"):
            stream.flush()
            outlet = _outlets[name] = _Outlet(stream.fileno(), "wb", closefd=False)
            by_line = name == "stderr" or stream.line_buffering
            buffer = io.BufferedWriter(outlet)
            made = io.TextIOWrapper(buffer, stream.encoding, stream.errors, line_buffering=by_line)
            setattr(sys, name, made)


def lost() -> tuple[str, OSError] | None:
    """The standard stream that took no more, and why; None where all that was printed went out. Flushes both."""
    for name in _outlets:
        with suppress(OSError):
            getattr(sys, name).flush()
    return next(((name, outlet.fault) for name, outlet in _outlets.items() if outlet.fault), None)


def silence() -> None:
    """What is still to be printed must not fail once more when Python ends."""
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for outlet in _outlets.values():
            if outlet.fault:
                os.dup2(nowhere, outlet.fileno())
        os.close(nowhere)


def occupy_standard_streams() -> None:
    """Put /dev/null where stdin, stdout or stderr is closed: else the next file opened takes the number, and what is
    printed goes into it."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: SIM115 (open as long as the program runs)


def print_in_ascii() -> None:
    """From now on print ASCII only: letters become Latin ones, marks keep apart, nothing becomes a question mark."""
    codecs.register_error(LIKENESS, _likeness)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="ascii", errors=LIKENESS)


def _likeness(error: UnicodeError) -> tuple[str, int]:
    # Imported when something is not ASCII after all: most output is.
    from caucasus_tui.dossier.text.signs import with_signs_spelt
    from caucasus_tui.page.rows.ascii import spelt_out

    assert isinstance(error, UnicodeEncodeError)
    before = error.object[: error.start][-1:]  # a sign may be spelt by what it follows
    text = with_signs_spelt(before + error.object[error.start : error.end])[len(before) :]
    return "".join(map(spelt_out, text)), error.end


def json_for_stdout(text: str) -> str:
    """JSON with all else but ASCII escaped where stdout holds no more: a likeness of a quotation mark would end a
    string, and what machines read must keep every letter."""
    if sys.stdout.encoding != "ascii":
        return text
    import json

    return "".join(character if character.isascii() else json.dumps(character)[1:-1] for character in text)


def standard_encoding() -> str:
    """What stdout is encoded in, by the locale or PYTHONIOENCODING."""
    return getattr(sys.__stdout__, "encoding", None) or "ascii"


def complain(message: object) -> None:
    """Say on stderr what is wrong. It may quote a path or a word that somebody else wrote, so it is cleaned."""
    print(clean(str(message), lines=True), file=sys.stderr)


def terminal_columns() -> int:
    """What COLUMNS says, without a terminal too; else what the terminal has, else 80. As `shutil` has it, which would
    load every compression of the standard library with it."""
    if said := whole_number(os.environ.get("COLUMNS", "")):
        return said
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns or 80
    except (OSError, ValueError):  # no terminal, or closed
        return 80
