"""The key tables of the documentation, from the one key table: all keys for `docs/keys.md`, a dozen for the README."""

from collections.abc import Iterable, Sequence

from caucasus_tui.tui.key_tables import grouped
from caucasus_tui.tui.keys import KEYS, MOVE, READING_KEYS, Key, first_stroke

DOZEN = ("pane.1", "open", "back", "source", "search", "ask", "palette", "later", "brief", "export", "keys", "quit")
"""What one needs, by the ids of the keys; the first stands for all panes that have a digit."""


def dozen() -> str:
    """The table of the README, as Markdown."""
    table = {key.id: key for key in KEYS}
    panes = [key for key in KEYS if key.id.startswith("pane.") and key.shown.isdigit()]
    return _table(_digits(panes) if table[id] in panes else _row(table[id]) for id in DOZEN)


def every_key() -> str:
    """All keys as Markdown: a heading and a table for each group; digits share a row."""
    parts = []
    for group, keys in grouped((*KEYS, *READING_KEYS)).items():
        digits = [key for key in keys if key.shown.isdigit()]
        rows = [_digits(digits)] if digits else []
        parts.append(f"## {group}\n\n{_table([*rows, *(_row(key) for key in keys if key not in digits)])}")
    return "\n".join(parts)


def _table(rows: Iterable[str]) -> str:
    return "\n".join(["| Key | Does |", "|---|---|", *rows]) + "\n"


def _row(key: Key) -> str:
    return f"| `{first_stroke(key)}{key.shown}` | {key.does} |"


def _digits(keys: Sequence[Key]) -> str:
    does = ", ".join(key.does for key in keys) if keys[0].group == MOVE else "the sections"
    return f"| `{keys[0].shown}`–`{keys[-1].shown}` | {does} |"
