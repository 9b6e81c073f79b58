"""The one place where any exception is caught: a fault of ours ends in one line, a log, and status 70.

The log holds where the fault was, and nothing of the data: neither local variables nor the exception's own words, which
often quote what they choke on.
"""

import errno
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from types import TracebackType
from typing import TYPE_CHECKING

from caucasus_tui import __version__
from caucasus_tui.streams import complain, lost, silence

if TYPE_CHECKING:
    from pathlib import Path

UNPRINTED = 2
INTERNAL = 70
"""EX_SOFTWARE of sysexits.h: a fault of the program, not of its use or its data."""
BROKEN_PIPE = 128 + 13
INTERRUPTED = 128 + 2
LOGS_KEPT = 20


_is_kept = [True]


def keep_no_log() -> None:
    """From now on faults go to stderr alone, with their trace where that is no terminal."""
    _is_kept[:] = [False]


def guarded(run: Callable[[], int]) -> int:
    """The status of `run`; where it fails, one line on stderr and the status for that. Raises SystemExit where `run`
    does and what it printed went out."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # as `start` has it, where nobody would catch what it raises
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        status = run()
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit:
        if (status_of_loss := _unprinted()) is None:
            raise
        return status_of_loss
    except Exception as error:  # noqa: BLE001 (the one place)
        if (status_of_loss := _unprinted()) is not None:
            return status_of_loss
        if isinstance(error, BrokenPipeError):
            return BROKEN_PIPE
        if why := _shortage(error):
            with suppress(OSError):
                complain(f"caucasus-tui: ended, as the system has not what it takes ({why})")
            return UNPRINTED
        report(error)
        return INTERNAL
    status_of_loss = _unprinted()
    return status if status_of_loss is None else status_of_loss


def _shortage(error: Exception) -> str:
    """What the system gives no more of; nothing where the fault is ours."""
    if str(error) == "can't start new thread":
        return "no more threads"
    number = errno.ENOMEM if isinstance(error, MemoryError) else getattr(error, "errno", None)
    return os.strerror(number).lower() if number in (errno.ENOMEM, errno.EMFILE, errno.ENFILE) else ""


def _unprinted() -> int | None:
    """The status where stdout or stderr took no more, after saying so in one line; None where all went out."""
    found = lost()
    if found is None:
        return None
    silence()
    name, fault = found
    if isinstance(fault, BrokenPipeError):  # `| head` has read enough
        return BROKEN_PIPE
    if name == "stdout":
        with suppress(OSError):
            complain(f"caucasus-tui: stdout cannot be written ({(fault.strerror or 'it takes no more').lower()})")
    return UNPRINTED


def report(error: BaseException) -> None:
    """Log where `error` was, and say so in one line."""
    where = _place(error)
    try:
        said = f"The trace, without any of the data: {write_log(error)}"
    except OSError as failure:
        said = f"No trace could be written ({failure.strerror or type(failure).__name__})"
    line = f"caucasus-tui: internal error, {type(error).__name__} in {where}. {said}"
    with suppress(OSError, ValueError):
        print(line, file=sys.stderr or sys.stdout)
        if not _is_kept[0] and sys.stderr and not sys.stderr.isatty():
            print(*trace(error), sep="\n", file=sys.stderr)


def write_log(error: BaseException) -> "Path":
    """Write the trace to a file that only its owner can read; returns its path. Raises OSError."""
    folder = _folder()
    for old in sorted(folder.glob("fault-*.txt"))[: -LOGS_KEPT + 1]:
        with suppress(OSError):
            old.unlink()
    path = folder / f"fault-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}-{time.monotonic_ns() % 10**6:06}.txt"
    _write(path, trace(error), os.O_EXCL)
    return path


@cache
def remark(text: str) -> None:
    """Note something that is no fault, once a run, in place of the remark of the run before."""
    with suppress(OSError):
        _write(_folder() / "remark.txt", (_versions(), text), os.O_TRUNC)


def _folder() -> "Path":
    if not _is_kept[0]:
        raise PermissionError(errno.EPERM, "a kiosk keeps no log")
    from pathlib import Path

    from caucasus_tui.user_folders import user_folder

    folder = Path(user_folder("log"))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _write(path: "Path", lines: Iterable[str], how: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | how, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="replace") as file:
        file.writelines(f"{line}\n" for line in lines)


def _versions() -> str:
    import platform

    return f"caucasus-tui {__version__}, Python {platform.python_version()}, {platform.system()}"


def trace(error: BaseException) -> Iterator[str]:
    """What ran where, innermost last, with the faults that led to this one."""
    yield _versions()
    yield f"TERM={os.environ.get('TERM', '')[:40]!r}, textual loaded: {'textual' in sys.modules}"
    seen: set[int] = set()
    fault: BaseException | None = error
    while fault is not None and id(fault) not in seen:
        seen.add(id(fault))
        yield f"{type(fault).__module__}.{type(fault).__qualname__} ({len(str(fault))} characters of message left out)"
        yield from (f"  {path}:{number} in {name}" for path, number, name in _frames(fault.__traceback__))
        fault = fault.__cause__ or fault.__context__


def _place(error: BaseException) -> str:
    for path, number, _ in reversed(_frames(error.__traceback__)):
        return f"{os.path.basename(path)}:{number}"
    return "an unknown place"


def _frames(trace: TracebackType | None) -> list[tuple[str, int, str]]:
    """File, line and function, innermost last. Without a module that would have to be loaded at a time of faults."""
    frames = []
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append((code.co_filename, trace.tb_lineno, code.co_name))
        trace = trace.tb_next
    return frames
