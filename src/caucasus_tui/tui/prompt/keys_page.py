"""What `?` answers: the keys of this screen, those of everywhere and of other panes, and the marks, side by side."""

import re
from collections.abc import Iterable, Sequence

from caucasus_tui.dossier.addresses import KeyAt
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.marks import LEGEND, Mark
from caucasus_tui.page.rows import Page, Row, Span, beside, cell_width, hanging
from caucasus_tui.tui.bars import KeyName, pane_name
from caucasus_tui.tui.here import Here, keys_here
from caucasus_tui.tui.keys import MOVE, READING, Key, first_stroke

THREE, TWO = 108, 70
"""From so many cells on there are so many columns."""
INDENT, LEAST = 10, 24
"""Cells for a key, and at least for what it does, which is short: beside it in three columns too."""
Explained = tuple[Mark, str]
"""A mark with what it means, and the address of what it stands for, or nothing."""
_TENSION = re.compile(r"!?(t[0-9]+)\+*")
_CITED = re.compile(r"\[?[a-z]\d*\.\d+[\],;]*")
_STANDS = {
    "p8.2": r"\b[a-z]\d*\.\d+\b",
    "──": r"[├└]── ",
    "╌╌": r"╌╌ \w",
    "!T3": r"!T\d",
    "+": r"!T\d+\+",
    "→": r"(?<!on )→ *(?:[◆◈◇△▷□~?]|$)",
    "?": r"[\d~]\?",
    "×": r"[●○◐◔◌]×|×(?: denied|[●○◐◔◌×]|  |$)",
    "“…”": r"“[^”]+” \(",
}
"""How signs stand that are one of many, or stand for something else too: on the map, behind a question, in `upon →`."""


def keys_page(dossier: Dossier, table: Sequence[Key], here: Here, text: str, width: int) -> Page:
    """Keys and marks that what was typed is found in: a mark as it is printed, a word; where it is a key as it is
    pressed, that key and mark alone."""
    word = sought = "p8.2" if _CITED.fullmatch(text.strip()) else text.strip().casefold()
    own = keys_here(table, here)
    ids = {key.id for key in own}
    rest = [key for key in table if key.id not in ids and here.reading == (key.group == READING)]
    if pressed := {key.id for key in (*own, *rest) if text.strip() in key.shown.split()}:
        own, rest, sought = [key for key in own if key.id in pressed], [key for key in rest if key.id in pressed], ""
    others = [] if here.reading else [key for key in rest if key.pane or key.after]
    here_marks, other_marks = _marks(dossier, here.seen, word, bool(pressed))
    columns = min(1 + (width >= TWO) + (width >= THREE), 3)
    room = (width - 3 * (columns - 1)) // columns
    shown = {key.id: key.shown for key in table}
    this = f"This pane: {pane_name(dossier, here.pane, shown.get)}" if here.pane else "This page"
    title = "Reading mode" if here.reading else this
    keys = _keys(title, own, sought, room)
    common = sorted(
        (key for key in rest if key not in others), key=lambda key: (key.group == MOVE, key.id[:5] == "pane.")
    )
    everywhere = _keys("Everywhere", common, sought, room)
    elsewhere = _elsewhere(dossier, others, shown.get, sought, room)
    marks = [*_explained("Marks on this screen", here_marks, room), *_explained("Other marks", other_marks, room)]
    match columns:
        case 3:
            parts = [[*keys, *elsewhere], everywhere, marks]
        case 2:
            parts = [[*keys, *everywhere, *elsewhere], marks]
        case _:
            parts = [[*keys, *marks, *everywhere, *elsewhere]]
    parts = [part for part in parts if part]
    rows: Sequence[Row] = parts[0] if parts else [Row((Span(f"No key or mark is called “{text}”.", "absent"),))]
    for number, part in enumerate(parts[1:], start=1):
        rows = beside(rows, part, number * (room + 3) - 3)
    return Page("Keys and marks", rows)


def _keys(title: str, keys: Iterable[Key], word: str, width: int) -> list[Row]:
    rows = [
        line
        for key in keys
        if word in f"{key.shown} {key.does} {key.footer} {title}".casefold()
        for line in _key(key, width)
    ]
    return [Row((Span(title, "heading"),)), *rows, Row()] if rows else []


def _key(key: Key, width: int) -> list[Row]:
    shown = f"{first_stroke(key)}{key.shown}"
    lines = hanging((Span(f" {shown}", "key"),), [Span(key.does[:1].upper() + key.does[1:])], width, INDENT, LEAST)
    return [Row(line.spans, str(KeyAt(key.id)) if index == 0 else "") for index, line in enumerate(lines)]


def _elsewhere(dossier: Dossier, keys: Sequence[Key], shown: KeyName, word: str, width: int) -> list[Row]:
    """Letters of other panes, and those that follow another key."""
    rows: list[Row] = []
    for pane, after in dict.fromkeys((key.pane, key.after) for key in keys):
        mine = [key for key in keys if (key.pane, key.after) == (pane, after)]
        rows += _keys(f"In {pane_name(dossier, pane, shown)}" if pane else mine[0].group, mine, word, width)
    return rows


def _marks(dossier: Dossier, seen: str, word: str, alone: bool) -> tuple[list[Explained], list[Explained]]:
    """Marks found, with the address of what they stand for: those on the screen, and others. `alone`: as printed."""
    meanings = {code.title: code for code in dossier.codebook}
    known: list[Explained] = []
    for group, marks in LEGEND.items():
        for mark in marks:
            code = meanings.get(mark.word.removeprefix("stated as "))
            meaning = f"{mark.word}: {code.meaning}" if code else mark.word
            known.append((mark._replace(word=meaning, short=group), code.ref if code else ""))
    known += [(Mark(a.short, a.title, "strong", "codes"), a.ref) for a in dossier.actors if a.short != a.title]
    if found := _TENSION.fullmatch(word):
        known += [
            (Mark(f"!{t.number}", t.title, "tension", "signs"), t.ref) for t in dossier.tensions if t.id == found[1]
        ]
    on: list[Explained] = []
    off: list[Explained] = []
    for mark, ref in known:
        if not word or _is_found(mark, word, alone):
            edge = r"\b" * mark.glyph[0].isalpha()
            stands = _STANDS.get(mark.glyph, f"{edge}{re.escape(mark.glyph)}{edge}")
            (on if re.search(stands, seen, re.MULTILINE) else off).append((mark, ref))
    return on, off


def _is_found(mark: Mark, word: str, alone: bool) -> bool:
    """Whether a mark is printed in what was typed, or, unless `alone`, what was typed in its words."""
    glyph = mark.glyph.casefold()
    printed = (
        glyph.strip("!") == word.strip("!+")
        or (not word.isalnum() and word in glyph)
        or (not glyph[0].isalnum() and all(part in word for part in glyph[:2]))
    )
    return printed or (not alone and word in f"{mark.word} {mark.short} marks".casefold())


def _explained(title: str, marks: Sequence[Explained], width: int) -> list[Row]:
    rows: list[Row] = []
    for mark, ref in marks:
        lines = hanging(
            (Span(f" {mark.glyph}", mark.role),), [Span(mark.word)], width, max(6, cell_width(mark.glyph) + 2), LEAST
        )
        rows += [Row(line.spans, ref if index == 0 else "") for index, line in enumerate(lines)]
    return [Row((Span(title, "heading"),)), *rows, Row()] if rows else []
