"""Text that leads to an address, as terminals have it (OSC 8): https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda

Of what a source says nothing goes into such a sequence but its address: one on the web, of few kinds of characters.
"""

import re
from zlib import crc32

LONGEST = 300
"""Characters. A longer address is none: it would be sent with each citation."""
END = "\x1b]8;;\x1b\\"
_TARGET = re.compile(
    r"https://[A-Za-z0-9][A-Za-z0-9.-]{0,252}(?::[0-9]{1,5})?(?:[/?#](?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-F]{2})*)?"
)


def target(address: str) -> str:
    """Where an address leads, with percent signs for what may not stand there; empty for what is none of ours."""
    if not _TARGET.fullmatch(address):
        from urllib.parse import quote

        address = re.sub("%(?![0-9A-F]{2})", "%25", quote(address, safe="%/?#[]@!$&'()*+,;=:~", errors="replace"))
    return address if len(address) <= LONGEST and _TARGET.fullmatch(address) else ""


def begin(address: str) -> str:
    """What makes the text that follows lead there, all of one address together; nothing where the address is none."""
    if len(address) > LONGEST or not _TARGET.fullmatch(address):
        return END
    return f"\x1b]8;id={crc32(address.encode()):x};{address}\x1b\\"
