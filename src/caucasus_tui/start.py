"""Where the program starts: with the picture of the last time, if it would be the same again; then everything else is
loaded."""

import sys

try:  # as `signal` is made of it, which loads enumerations first
    import _signal as signal  # type: ignore[import-not-found]
except ImportError:
    import signal

from caucasus_tui.first_picture import give_back


def main() -> int:
    """Run the command line; returns its exit status."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # nobody catches yet what the other would raise
    if not sys.argv[1:] or sys.argv[1].startswith("-"):  # a word is a command or an address
        try:
            from caucasus_tui.first_picture.kept import begin
        except ImportError:  # a system without terminals as Unix knows them
            pass
        else:
            begin(sys.argv[1:])
    from caucasus_tui import gc_timing

    gc_timing.put_off()
    try:
        from caucasus_tui.cli import main as run

        return run()
    finally:
        give_back()
