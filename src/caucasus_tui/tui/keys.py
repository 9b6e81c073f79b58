"""The one key table: bindings, bottom row, help, `caucasus-tui keys` and the documentation come from it.

Nothing of the screens, so that listing keys does not load them. A letter means one thing on a screen; what acts
everywhere is used by no pane.
"""

from collections.abc import Mapping
from typing import NamedTuple

from caucasus_tui.brief.choices import FORMATS
from caucasus_tui.dossier.model.pane_names import PaneName
from caucasus_tui.page.marks import TYPE_MARKS
from caucasus_tui.panes import DIGITS, PANES


class Key(NamedTuple):
    """`keys`: as Textual names them, comma-separated. `shown`: as a reader reads them. `footer`: its word in the bottom
    row. `pane`: the only one that knows it; `after`: the id of the key that it must follow."""

    id: str
    keys: str
    shown: str
    action: str
    does: str
    group: str
    footer: str = ""
    priority: bool = False
    pane: str = ""
    after: str = ""

    @property
    def letter(self) -> str:
        """Of a pane's own key, what the pane calls it, whatever it is remapped to; else empty."""
        return self.action[8:-2] if self.pane and self.action.startswith("letter(") else ""

    @property
    def comes_after(self) -> str:
        """Where it comes before the keys of everywhere: behind another key, by its id; on collected lines; in reading
        mode."""
        return self.after or (COLLECTED if self.pane == COLLECTED else READING if self.group == READING else "")


COLLECTED = "collected"
"""Where keys are for the lines that a reader has collected: no pane, but named like one here."""


_SIGNS = {"+": "plus", "-": "minus"}


def _letter(id: str, letter: str, pane: PaneName, footer: str, does: str) -> Key:
    keys = f"{_SIGNS[letter]},{letter}" if letter in _SIGNS else letter
    return Key(id, keys, letter, f"letter('{letter}')", does, f"In {pane}", footer, pane=pane)


MOVE, LOOK, AFTER, FIND, TAKE, PROGRAM = "Move", "Look", "After f", "Find", "Take away", "Program"
AFTER_EXPORT, IN_COLLECTED, READING = "After e", "In the collected", "Reading mode"

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
    Key("open", "enter", "enter", "open", "open, follow the link", MOVE, "open"),
    Key("back", "escape,backspace", "esc", "step_back", "back, exactly one step", MOVE, "back"),
    Key("place.older", "less_than_sign,ctrl+o,alt+left", "<", "older", "the place before (ctrl+o, alt+left)", MOVE),
    Key("place.newer", "greater_than_sign,ctrl+i,alt+right", ">", "newer", "the one after it (alt+right)", MOVE),
    Key("place.list", "H", "H", "places", "all places that you have been to", MOVE),
    Key("zoom", "z", "z", "zoom", "this pane on the whole screen, in words; again: back", LOOK, "zoom"),
    Key(
        "facet", "f", "f", "facet", "show only one type of statement, source or actor: then its letter", LOOK, "only …"
    ),
    *(
        Key(
            f"facet.{kind}", mark.letter, mark.letter, f"narrow('{kind}')", mark.word, AFTER, mark.column, after="facet"
        )
        for kind, mark in TYPE_MARKS.items()
    ),
    Key("facet.curator", "u", "u", "narrow('curator')", "what is ours: rows with □", AFTER, "□ ours", after="facet"),
    Key("hold.actor", "w", "w", "hold('actor')", "only about this actor; again: next", AFTER, "who", after="facet"),
    Key("hold.source", "s", "s", "hold('source')", "only of this source; again: next", AFTER, "source", after="facet"),
    Key("hold.free", "backspace", "⌫", "hold", "about everybody again, of every source", AFTER, "free", after="facet"),
    Key("facet.all", "escape", "esc", "narrow", "everything", AFTER, "all", after="facet"),
    Key("source", "s", "s", "source", "the paragraphs behind this", LOOK, "source"),
    Key(
        "compare", "equals_sign", "=", "compare", "side by side: this and the next thing, or its sides", LOOK, "compare"
    ),
    Key("later", "L", "L", "later", "what later sources tell of it, below a rule; again: off", LOOK, "since then"),
    Key("theme", "t", "t", "theme", "next colour theme", LOOK),
    Key("detail.down", "J", "J", "scroll_detail(1)", "scroll the detail down", LOOK),
    Key("detail.up", "K", "K", "scroll_detail(-1)", "scroll the detail up", LOOK),
    Key("search", "slash", "/", "prompt('/')", "search everything; ↑ there: earlier searches", FIND, "search"),
    Key("hit.next", "n", "n", "hit(1)", "the next hit of the last search, where it stands", FIND, "next hit"),
    Key("hit.previous", "N", "N", "hit(-1)", "the hit before", FIND),
    Key("ask", "a", "a", "ask", "ask a standard meeting question", FIND, "ask"),
    Key("palette", "colon", ":", "prompt(':')", "go by name: :lev  :terms  :who NAME  :p8", FIND, "go"),
    Key("brief", "b", "b", "brief", "read the brief, section by section; export it", TAKE, "brief"),
    Key("copy", "y", "y", "copy", "copy (clipboard) with type, hedge, citation, as-of", TAKE, "copy"),
    Key("write", "Y", "Y", "write", "copy into a file in the folder you started from", TAKE),
    Key("collect", "asterisk", "*", "collect", "collect this line; again: take it out", TAKE, "collect"),
    Key("collected", "C", "C", "collected", "what was collected, in your order; export it", TAKE),
    Key("export", "e", "e", "export", "export what is on the screen: then a letter", TAKE, "export"),
    *(
        Key(
            f"export.{form.name}",
            form.letter,
            form.letter,
            f"write_as('{form.name}')",
            f"as {form.name}",
            AFTER_EXPORT,
            form.name,
            after="export",
        )
        for form in FORMATS
    ),
    Key("collected.up", "less_than_sign", "<", "shift(-1)", "move the line up", IN_COLLECTED, "up", pane=COLLECTED),
    Key("collected.down", "greater_than_sign", ">", "shift(1)", "move it down", IN_COLLECTED, "down", pane=COLLECTED),
    Key("collected.note", "A", "A", "note", "a note of your own to the line", IN_COLLECTED, "note", pane=COLLECTED),
    Key("collected.undo", "U", "U", "undo", "take back the last change", IN_COLLECTED, "undo", pane=COLLECTED),
    Key("reload", "R", "R", "reload", "read an edited dossier anew", PROGRAM),
    Key("dossiers", "D", "D", "prompt('D')", "open another dossier that the configuration names", PROGRAM),
    Key(
        "keys", "question_mark", "?", "prompt('?')", "the keys of this screen, and what its marks mean", PROGRAM, "keys"
    ),
    Key("quit", "q,ctrl+q", "q", "quit", "quit (ctrl+c twice too)", PROGRAM, "quit"),
    Key("suspend", "ctrl+z", "ctrl+z", "suspend_process", "back to the shell; fg comes back", PROGRAM, priority=True),
    Key("redraw", "ctrl+l", "ctrl+l", "redraw", "draw the screen anew", PROGRAM, priority=True),
    Key("interrupt", "ctrl+c", "ctrl+c", "interrupt", "twice: quit", PROGRAM, priority=True),
    _letter("pick.column", "c", "leverage", "upon whom", "only this column: levers upon the target"),
    _letter("pick.row", "r", "leverage", "held by whom", "only this row: levers of the holder"),
    _letter("why.turn", "w", "why", "turn round", "turn round: what led to this"),
    _letter("why.one", "o", "why", "only this", "only this one, its causes and effects"),
    _letter("why.strike", "x", "why", "strike out", "strike out, and what falls without it"),
    _letter("names.map", "m", "names", "map", "only the map"),
    _letter("names.places", "p", "names", "places", "only routes and places"),
    _letter("names.rules", "S", "names", "say aloud", "only the card of names: what to say aloud, what not"),
    _letter("names.others", "O", "names", "other names", "only the other names"),
    _letter("names.closer", "+", "names", "in", "the map larger, round what the cursor is on"),
    _letter("names.farther", "-", "names", "out", "the map smaller again"),
    _letter("sources.documents", "d", "sources", "documents", "only the documents and their paragraphs"),
    _letter("sources.tensions", "v", "sources", "tensions", "only the tensions: this versus that"),
    _letter("sources.numbers", "F", "sources", "numbers", "only the numbers given, by what they count"),
    _letter("sources.gaps", "u", "sources", "gaps", "only the gaps: what is unknown"),
    _letter("sources.codebook", "i", "sources", "codebook", "only the codebook: our words"),
)

EVERY_SCREEN = ("suspend", "redraw", "interrupt", "quit")
"""Ids of what means the same over another screen too, unless that has the key for something of its own."""

READING_KEYS: tuple[Key, ...] = (
    Key("read.on", "space,j,down,pagedown", "space", "on", "on by a screen, then to the next section", READING, "on"),
    Key("read.back", "k,up,pageup", "k", "back", "back", READING, "back"),
    *(Key(f"read.{n}", str(n), str(n), f"section({n})", f"section {n}", READING) for n in range(1, 10)),
    Key("read.first", "g,home", "g", "end(0)", "the first section", READING),
    Key("read.last", "G,end", "G", "end(-1)", "the last section", READING),
    Key(
        "read.minutes", "m", "m", "minutes", "how long it may take: 5, 3, 2, 1, all, 15, 10 minutes", READING, "minutes"
    ),
    Key("read.whom", "w", "w", "whom", "whom it is for; with whom a meeting is", READING, "whom"),
    Key("read.choose", "enter", "enter", "choose", "take the one under the cursor", READING),
    Key("read.export", "e", "e", "export", "export what is on the screen", READING, "export"),
    Key("read.copy", "y", "y", "copy", "copy the section", READING, "copy"),
    Key("read.theme", "t", "t", "theme", "next colour theme", READING),
    Key("read.keys", "question_mark", "?", "help", "these keys", READING, "keys"),
    Key("read.leave", "escape,b,q", "esc", "leave", "back to where one was", READING, "leave"),
)


def remapped(keymap: Mapping[str, str], table: tuple[Key, ...] = KEYS) -> tuple[Key, ...]:
    """A table with the reader's own keys, by binding id."""
    if not keymap:
        return table
    from caucasus_tui.config.keymap import shown_keys

    return tuple(
        key._replace(keys=keymap[key.id], shown=shown_keys(keymap[key.id])) if key.id in keymap else key
        for key in table
    )


def first_stroke(key: Key) -> str:
    """What is pressed before a key, with a blank; mostly nothing."""
    return f"{next(first.shown for first in KEYS if first.id == key.after)} " if key.after else ""
