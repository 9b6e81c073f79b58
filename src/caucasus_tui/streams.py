"""The edge where text leaves the program: closed streams, and encodings that cannot hold what is printed."""

import codecs
import io
import os
import sys

from caucasus_tui.dossier.text.clean import clean

LIKENESS = "ascii-likeness"


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
    from caucasus_tui.page.rows.ascii import spelt_out

    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(spelt_out, error.object[error.start : error.end])), error.end


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
