"""The key table as it is printed: for `caucasus-tui keys`, and for the README."""

from caucasus_tui.tui.keys import COLLECTED, KEYS, MOVE, READING, READING_KEYS, Key, first_stroke


def grouped(table: tuple[Key, ...] = KEYS) -> dict[str, list[Key]]:
    """The table by group, in order."""
    groups: dict[str, list[Key]] = {}
    for key in table:
        groups.setdefault(key.group, []).append(key)
    return groups


def as_text(table: tuple[Key, ...] = KEYS, *, ids: bool = False) -> str:
    """The table as plain text, for `caucasus-tui keys`; with the ids by which the configuration names the keys."""
    lines = []
    for group, keys in grouped(table).items():
        lines.append(group)
        if group == READING:  # its digits are not worth nine lines
            keys = [key._replace(shown="1–9", does="the sections") if key.id == "read.1" else key for key in keys]
            keys = [key for key in keys if not key.shown.isdigit()]
        for key in keys:
            named = f"{key.id:<16} " if ids else ""
            lines.append(f"  {key.shown:<14} {named}{key.does}")
    return "\n".join(lines) + "\n"


def as_markdown() -> str:
    """The table for the README. Digits share a row, as do letters that choose from one list after another key, and
    keys for one thing."""
    rows = ["| Key | Does |", "|---|---|"]
    for group in grouped((*KEYS, *READING_KEYS)).values():
        for keys in _together(group):
            key, does = keys[0], ", ".join(key.does for key in keys)
            if key.shown.isdigit():
                what = does if key.group == MOVE else "the sections"
                rows.append(f"| `{key.shown}`–`{keys[-1].shown}` | {_where(key)}{what} |")
            else:
                rows.append(f"| `{first_stroke(key)}{' '.join(key.shown for key in keys)}` | {_where(key)}{does} |")
    return "\n".join(rows) + "\n"


def _together(group: list[Key]) -> list[list[Key]]:
    """The keys of a group, those together that share a row."""
    rows: dict[str, list[Key]] = {}
    for key in group:
        kind = key.id.partition(".")[0]
        shares = key.after or kind in ("place", COLLECTED)
        rows.setdefault("digits" if key.shown.isdigit() else kind if shares else key.id, []).append(key)
    return list(rows.values())


def _where(key: Key) -> str:
    return f"{key.pane or 'reading'}: " if key.pane or key.group == READING else ""
