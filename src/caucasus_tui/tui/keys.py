"""The one key table: bindings, footer, help, `caucasus-tui keys` and the README come from it.

Standard library only, so that listing keys does not load the screens.
"""

from typing import NamedTuple


class Key(NamedTuple):
    """`keys`: as Textual names them, comma-separated. `shown`: as a reader reads them. `footer`: its word there."""

    id: str
    keys: str
    shown: str
    action: str
    does: str
    group: str
    footer: str = ""
    priority: bool = False


MOVE, LOOK, FIND, TAKE, PROGRAM = "Move", "Look", "Find", "Take away", "Program"

KEYS: tuple[Key, ...] = (
    Key("pane.1", "1", "1", "pane(1)", "timeline", MOVE),
    Key("pane.2", "2", "2", "pane(2)", "leverage", MOVE),
    Key("pane.3", "3", "3", "pane(3)", "ceasefire terms", MOVE),
    Key("pane.4", "4", "4", "pane(4)", "recommendations", MOVE),
    Key("pane.5", "5", "5", "pane(5)", "why now", MOVE),
    Key("pane.6", "6", "6", "pane(6)", "tracks", MOVE),
    Key("pane.7", "7", "7", "pane(7)", "outlook", MOVE),
    Key("pane.next", "tab", "tab", "step_pane(1)", "next pane", MOVE, priority=True),
    Key("pane.previous", "shift+tab", "shift+tab", "step_pane(-1)", "previous pane", MOVE, priority=True),
    Key("cursor.down", "j,down", "j ↓", "move(1)", "down", MOVE),
    Key("cursor.up", "k,up", "k ↑", "move(-1)", "up", MOVE),
    Key("cursor.left", "h,left", "h ←", "sideways(-1)", "left: cell, link", MOVE),
    Key("cursor.right", "l,right", "l →", "sideways(1)", "right: cell, link", MOVE),
    Key("cursor.first", "g,home", "g", "edge(-1)", "first line", MOVE),
    Key("cursor.last", "G,end", "G", "edge(1)", "last line", MOVE),
    Key("screen.down", "ctrl+d,pagedown,space", "ctrl+d", "screenful(1)", "half a screen down", MOVE),
    Key("screen.up", "ctrl+u,pageup", "ctrl+u", "screenful(-1)", "half a screen up", MOVE),
    Key("open", "enter", "enter", "open", "open, follow the link", MOVE, "open"),
    Key("back", "escape,backspace", "esc", "step_back", "back, exactly one step", MOVE, "back"),
    Key("zoom", "z", "z", "zoom", "this pane on the whole screen, in words", LOOK, "zoom"),
    Key(
        "facet", "f", "f + f t a c r", "facet", "only facts, attributed, assessments, forecasts, recommendations", LOOK
    ),
    Key("source", "s", "s", "source", "the paragraphs behind this", LOOK),
    Key("pick.column", "c", "c", "letter('c')", "leverage: only this column (upon whom)", LOOK),
    Key("pick.row", "r", "r", "letter('r')", "leverage: only this row (held by whom)", LOOK),
    Key("why.turn", "w", "w", "letter('w')", "why now: turn round (what led to this)", LOOK),
    Key("why.one", "o", "o", "letter('o')", "why now: only this one, its causes and effects", LOOK),
    Key("why.strike", "x", "x", "letter('x')", "why now: strike out, and what falls without it", LOOK),
    Key("theme", "t", "t", "theme", "next colour theme", LOOK),
    Key("search", "slash", "/", "ask('/')", "search everything", FIND, "search"),
    Key("palette", "colon", ":", "ask(':')", "go by name: :lev  :terms  :who russia  :p8", FIND),
    Key("copy", "y", "y", "copy", "copy with type, hedge, citation and as-of", TAKE, "copy"),
    Key("write", "Y", "Y", "write", "the same into a file, in the folder the program was started in", TAKE),
    Key("reload", "R", "R", "reload", "read an edited dossier anew", PROGRAM),
    Key("keys", "question_mark", "?", "ask('?')", "these keys", PROGRAM, "keys"),
    Key("quit", "q,ctrl+q", "q", "quit", "quit (ctrl+c twice too)", PROGRAM, "quit"),
    Key("interrupt", "ctrl+c", "ctrl+c", "interrupt", "twice: quit", PROGRAM, priority=True),
)

FACETS = {
    "f": "fact",
    "t": "attributed",
    "a": "assessment",
    "c": "forecast",
    "r": "recommendation",
}


def grouped() -> dict[str, list[Key]]:
    """The table by group, in order."""
    groups: dict[str, list[Key]] = {}
    for key in KEYS:
        groups.setdefault(key.group, []).append(key)
    return groups


def as_text() -> str:
    """The table as plain text, for `caucasus-tui keys`."""
    lines = []
    for group, keys in grouped().items():
        lines.append(group)
        lines += [f"  {key.shown:<14} {key.does}" for key in keys]
    return "\n".join(lines) + "\n"


def as_markdown() -> str:
    """The table for the README."""
    rows = [f"| `{key.shown}` | {key.does} |" for keys in grouped().values() for key in keys]
    return "\n".join(["| Key | Does |", "|---|---|", *rows]) + "\n"
