"""The one key table: bindings, footer, help, `caucasus-tui keys` and the README come from it.

Nothing of the screens, so that listing keys does not load them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from caucasus_tui.page.marks import TYPE_MARKS
from caucasus_tui.panes import DIGITS, PANES


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

    @property
    def is_fixed(self) -> bool:
        """Whether it is a letter of a pane, whose screen names it as text: it cannot be remapped."""
        return self.action.startswith("letter(")


FACETS = {mark.letter: kind for kind, mark in TYPE_MARKS.items()}
"""From the letters after `f` to the type of statement that is then shown alone."""

MOVE, LOOK, FIND, TAKE, PROGRAM = "Move", "Look", "Find", "Take away", "Program"

KEYS: tuple[Key, ...] = (
    *(
        Key(f"pane.{n % 10}", str(n % 10), str(n % 10), f"pane({n})", name, MOVE)
        for n, name in enumerate(PANES[:DIGITS], start=1)
    ),
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
    Key("section.next", "right_square_bracket", "]", "section(1)", "next heading", MOVE),
    Key("section.previous", "left_square_bracket", "[", "section(-1)", "previous heading", MOVE),
    Key("open", "enter", "enter", "open", "open, follow the link", MOVE),
    Key("back", "escape,backspace", "esc", "step_back", "back, exactly one step", MOVE),
    Key("zoom", "z", "z", "zoom", "this pane on the whole screen, in words", LOOK),
    Key("facet", "f", f"f + {' '.join(FACETS)}", "facet", "only facts, attributed, assessments …, one type", LOOK),
    Key("source", "s", "s", "source", "the paragraphs behind this", LOOK),
    Key("pick.column", "c", "c", "letter('c')", "leverage: only this column (upon whom)", LOOK),
    Key("pick.row", "r", "r", "letter('r')", "leverage: only this row (held by whom)", LOOK),
    Key("why.turn", "w", "w", "letter('w')", "why now: turn round (what led to this)", LOOK),
    Key("why.one", "o", "o", "letter('o')", "why now: only this one, its causes and effects", LOOK),
    Key("why.strike", "x", "x", "letter('x')", "why now: strike out, and what falls without it", LOOK),
    Key("names.map", "m", "m", "letter('m')", "names and map: only the map", LOOK),
    Key("names.places", "p", "p", "letter('p')", "names and map: only routes and places", LOOK),
    Key("names.rules", "n", "n", "letter('n')", "names and map: only what to say aloud", LOOK),
    Key("names.others", "e", "e", "letter('e')", "names and map: only the other names", LOOK),
    Key("sources.documents", "d", "d", "letter('d')", "sources: only the documents and their paragraphs", LOOK),
    Key("sources.tensions", "v", "v", "letter('v')", "sources: only the tensions, this versus that", LOOK),
    Key("sources.gaps", "u", "u", "letter('u')", "sources: only the gaps, what is unknown", LOOK),
    Key("sources.codebook", "i", "i", "letter('i')", "sources: only the codebook, our words", LOOK),
    Key("theme", "t", "t", "theme", "next colour theme", LOOK),
    Key("search", "slash", "/", "prompt('/')", "search everything", FIND, "search"),
    Key("ask", "a", "a", "ask", "ask a standard meeting question", FIND, "ask"),
    Key("palette", "colon", ":", "prompt(':')", "go by name: :lev  :terms  :who NAME  :p8", FIND),
    Key("brief", "b", "b", "brief", "read the brief, section by section; export it", TAKE, "brief"),
    Key("copy", "y", "y", "copy", "copy (clipboard) with type, hedge, citation, as-of", TAKE),
    Key("write", "Y", "Y", "write", "copy into a file, where the program was started", TAKE),
    Key("reload", "R", "R", "reload", "read an edited dossier anew", PROGRAM),
    Key("dossiers", "D", "D", "prompt('D')", "open another dossier that the configuration names", PROGRAM),
    Key("keys", "question_mark", "?", "prompt('?')", "these keys, and what the marks mean", PROGRAM, "help"),
    Key("quit", "q,ctrl+q", "q", "quit", "quit (ctrl+c twice too)", PROGRAM, "quit"),
    Key("suspend", "ctrl+z", "ctrl+z", "suspend_process", "back to the shell; fg comes back", PROGRAM, priority=True),
    Key("redraw", "ctrl+l", "ctrl+l", "redraw", "draw the screen anew", PROGRAM, priority=True),
    Key("interrupt", "ctrl+c", "ctrl+c", "interrupt", "twice: quit", PROGRAM, priority=True),
)

READING = "Reading mode"

READING_KEYS: tuple[Key, ...] = (
    Key("read.on", "space,j,down,pagedown", "space", "on", "on: a screen, then the next section", READING),
    Key("read.back", "k,up,pageup", "k", "back", "back", READING),
    *(Key(f"read.{n}", str(n), str(n), f"section({n})", f"section {n}", READING) for n in range(1, 10)),
    Key("read.minutes", "m", "m", "minutes", "how long it may take: 5, 3, 2, 1, all, 15, 10 minutes", READING),
    Key("read.whom", "w", "w", "whom", "whom it is for; with whom a meeting is", READING),
    Key("read.choose", "enter", "enter", "choose", "take the one under the cursor", READING),
    Key("read.export", "e", "e", "export", "export what is on the screen", READING),
    Key("read.leave", "escape,b,q", "esc", "leave", "back to where one was", READING),
)


def remapped(keymap: Mapping[str, str]) -> tuple[Key, ...]:
    """The table with the reader's own keys, by binding id."""
    if not keymap:
        return KEYS
    from caucasus_tui.config.keymap import shown_keys

    return tuple(
        key._replace(keys=keymap[key.id], shown=shown_keys(keymap[key.id])) if key.id in keymap else key for key in KEYS
    )


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
            named = f"{'' if key.is_fixed else key.id:<16} " if ids else ""
            lines.append(f"  {key.shown:<14} {named}{key.does}")
    return "\n".join(lines) + "\n"


def as_markdown() -> str:
    """The table for the README. Digits that open one thing each share a row."""
    rows = ["| Key | Does |", "|---|---|"]
    for keys in grouped((*KEYS, *READING_KEYS)).values():
        digits = [key for key in keys if key.shown.isdigit()]
        if digits:
            what = ", ".join(key.does for key in digits) if digits[0].group == MOVE else "the sections"
            rows.append(f"| `{digits[0].shown}`–`{digits[-1].shown}` | {what} |")
        rows += [f"| `{key.shown}` | {key.does} |" for key in keys if key not in digits]
    return "\n".join(rows) + "\n"
