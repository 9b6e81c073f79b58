"""The terminal line itself: how keys and bytes pass through it, and what is queued there. Standard library only, and
little of it: this is loaded before anything else."""

import errno
import os
import termios
import time

ATTEMPTS = 30


def raw(before: list[object]) -> list[object]:
    """Terminal attributes for reading key by key and writing byte by byte, from those before: no echo, lines, signals,
    flow control, nor any change between CR and LF."""
    after = [*before]
    after[0] = flags(before[0]) & ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    after[1] = flags(before[1]) & ~termios.OPOST
    after[3] = flags(before[3]) & ~(termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG)
    control = before[6]
    assert isinstance(control, list)
    after[6] = [*control]
    after[6][termios.VMIN], after[6][termios.VTIME] = 1, 0  # type: ignore[index]
    return after


def flags(value: object) -> int:
    """One of the first four attributes."""
    assert isinstance(value, int)
    return value


def set_attributes(fd: int, attributes: list[object]) -> None:
    """As far as the terminal takes them: one that is gone takes none."""
    while True:
        try:
            termios.tcsetattr(fd, termios.TCSANOW, attributes)  # type: ignore[arg-type]
        except InterruptedError:
            continue
        except termios.error as error:
            if error.args[0] == errno.EINTR:  # stopped in the background, and continued
                continue
        return


def flush(fd: int, queue: int) -> None:
    """Drop what is queued for (`termios.TCOFLUSH`) or from (`TCIFLUSH`) a terminal."""
    try:
        termios.tcflush(fd, queue)
    except termios.error:
        pass


def unblocked(fd: int) -> int | None:
    """The same terminal opened once more, so that writing never blocks; what others have open stays as it is. None
    where that cannot be done, as after `su`."""
    try:
        return os.open(os.ttyname(fd), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return None


def write_at_once(fd: int, data: bytes) -> None:
    """Write without waiting, dropping whatever is queued: the last resort when nobody reads the terminal."""
    if (own := unblocked(fd)) is None:
        return
    try:
        for _ in range(ATTEMPTS):
            # Another thread may be in the middle of writing, and fill what this frees.
            flush(fd, termios.TCOFLUSH)
            try:
                if os.write(own, data) == len(data):
                    return
            except BlockingIOError:
                pass
            time.sleep(0.01)
    except OSError:
        pass
    finally:
        os.close(own)
