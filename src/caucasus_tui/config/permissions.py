"""What a reader may do: everything, or in a kiosk nothing that leaves the screen. It is decided here alone."""

from collections.abc import Mapping

from msgspec import Struct


class Permissions(Struct, frozen=True):
    """`refusals`: from what is refused, mostly an action of the key table, to why, in one line; `is_kiosk`: whether
    home and environment are not the reader's own, so that nothing of them counts."""

    refusals: Mapping[str, str] = {}
    is_kiosk: bool = False

    def refusal(self, action: str) -> str:
        """Why an action, with or without its parameters, may not be done; empty where it may."""
        return self.refusals.get(action.partition("(")[0].rpartition(".")[2], "")


EVERYTHING = Permissions()
KIOSK = Permissions(
    {
        "suspend_process": "No shell is behind this screen, so it cannot be stopped. q quits.",
        "write": "No files are written from here. y copies through the terminal.",
        "export": "No files are written from here. esc, then y copies a line through the terminal.",
        "write_as": "No files are written from here. y copies a line through the terminal.",
        "open_other": "Only these can be opened from here: whoever keeps this machine has named them.",
    },
    is_kiosk=True,
)
