"""The key table as `caucasus-tui keys` prints it."""

from caucasus_tui.tui.keys import KEYS, READING, Key


def grouped(table: tuple[Key, ...] = KEYS) -> dict[str, list[Key]]:
    """The table by group, in order."""
    return {group: [key for key in table if key.group == group] for group in dict.fromkeys(key.group for key in table)}


def as_text(table: tuple[Key, ...] = KEYS, *, ids: bool = False) -> str:
    """The table as plain text, for `caucasus-tui keys`; with the ids by which the configuration names the keys."""
    lines = []
    for group, keys in grouped(table).items():
        lines.append(group)
        if group == READING and not ids:  # its digits are not worth nine lines
            keys = [key._replace(shown="1–9", does="the sections") if key.id == "read.1" else key for key in keys]
            keys = [key for key in keys if not key.shown.isdigit()]
        for key in keys:
            named = f"{key.id:<16} " if ids else ""
            lines.append(f"  {key.shown:<14} {named}{key.does}")
    return "\n".join(lines) + "\n"
