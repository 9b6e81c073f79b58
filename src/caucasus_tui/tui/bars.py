"""The one-line bars: tabs above, keys or a message below."""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from caucasus_tui.dossier.addresses import TODO, KeyAt, PaneAt
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.pane_names import LATER_PANES, NO_TITLES, SHORT_TITLES, PaneName
from caucasus_tui.dossier.problems import Problem
from caucasus_tui.dossier.text import counted
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import READER
from caucasus_tui.page.rows import Page, Row, Span, cell_width, cut, wrap
from caucasus_tui.page.rows.widths import ELLIPSIS
from caucasus_tui.panes import PANES, key_of, pane_title
from caucasus_tui.tui.here import which_key_row
from caucasus_tui.tui.keys import Key
from caucasus_tui.tui.sizes import TINY

LONGEST = 8
"""Cells of a tab on a narrow screen."""
PROBLEMS_SHOWN = 6


KeyName: TypeAlias = Callable[[str, str], str]
"""What a text calls a key, by its binding id and its usual name: as the reader has it."""


def _usual(id: str, usual: str) -> str:
    return usual


def pane_name(dossier: Dossier, name: str, key: KeyName = _usual) -> str:
    """`5 Why now`: a pane with its key; the collected lines by their name."""
    if name not in PANES:
        return name.capitalize()
    return f"{_pane_key(name, key)} {pane_title(dossier, name)}".strip()


def _pane_key(name: str, key: KeyName) -> str:
    digit = key_of(name)
    return key(f"pane.{digit}", digit) if digit else ""


def _short_title(dossier: Dossier, name: PaneName) -> str:
    """The same for a narrow screen: as the dossier shortens it, else the first word of its title if it tells anything,
    else ours."""
    about = dossier.about
    first = about.pane_titles.get(name, "").partition(" ")[0]
    own = about.short_pane_titles.get(name) or ("" if first.casefold() in NO_TITLES else first)
    return cut(own, LONGEST) if own else SHORT_TITLES.get(name, name.capitalize())


def tabs_page(dossier: Dossier, current: str, lens: Lens) -> Page:
    """The tabs, by the keys that the reader has for them."""
    return Page("", [tab_row(dossier, current, lens.width, later=lens.since, key=lens.key)])


def tab_row(dossier: Dossier, current: str, width: int, *, later: bool = False, key: KeyName = _usual) -> Row:
    """Every pane with its key, those of the later layer while it is on; the current one stands out, and is always in
    view. Where not all titles have room, those farthest from it go first."""
    wider = sum(max(0, cell_width(_pane_key(name, key)) - 1) for name in PANES)
    names = [name for name in PANES if later or name not in LATER_PANES or name == current or getattr(dossier, name)]
    titles = [pane_title(dossier, name) for name in names]
    if sum(cell_width(title) + 4 for title in titles) + wider > width:
        titles = [_short_title(dossier, name) for name in names]
    if later and sum(cell_width(title) + 3 for title in titles) + wider > width:
        return tab_row(dossier, current, width, key=key)  # `:` leads to the others too
    here = names.index(current) if current in names else 0
    for at in sorted(range(len(names)), key=lambda at: (-abs(at - here), at)):
        taken = sum(cell_width(title) + 3 for title in titles) + wider + 1  # the current one has a blank more
        if at != here and taken > width:
            titles[at] = ""
    roomy = sum(cell_width(title) + 4 for title in titles) + wider <= width
    spans: list[Span] = []
    for name, title in zip(names, titles, strict=True):
        is_here = name == current
        label = f"{_pane_key(name, key)} {title}".strip()
        text = f" {label} " if roomy or is_here or not title else f" {label}"
        spans.append(Span(text, "tab-current" if is_here else "tab", str(PaneAt(name))))
    return Row(tuple(spans))


def todo_row(dossier: Dossier) -> Row | None:
    """How much is to do, at the right of the keys; None where nothing is."""
    count = len(dossier.todo)
    return Row((Span(f"{count} to do ", "warn", str(TODO)),)) if count else None


ESC = "esc"
_OPEN = (("enter", "open"),)
SAID = {"facet": "only", "export": "write it as"}
"""What stands before the keys that may follow another."""


def after_row(table: Sequence[Key], first: str, missing: Mapping[str, str], width: int) -> Row:
    """What may follow a key; `missing`: from ids of those that lack something to the command that installs it."""
    after = [key for key in table if key.after == first]
    named = [(key.shown, key.footer, str(KeyAt(key.id)), missing.get(key.id)) for key in after]
    return _with_what_is_missing(SAID[first], named, width)


def _with_what_is_missing(said: str, named: Sequence[tuple[str, str, str, str | None]], width: int) -> Row:
    """Keys as shown, with their words and addresses; one that needs a command first has it where the row stays whole,
    and says at least that it needs one. Where none of them leads out, `esc` does, with its word where there is room."""
    leads_out = named[-1][0] == ESC
    for with_command in (True, False):
        told = ("" if need is None else f" (not installed{f': {need}' * with_command})" for *_, need in named)
        entries = [(shown, f"{name}{needs}", at) for (shown, name, at, _), needs in zip(named, told, strict=True)]
        for leave in ("leave", ""):
            row = which_key_row(width, said, entries if leads_out else [*entries, (ESC, leave, "")])
            if row.spans[0].text:
                return row
    return row


def asking_row(sign: str, width: int, *, before: bool = False, found: bool = True) -> Row:
    """The keys while something is typed: of what is `found` one can be chosen; what was typed `before` can be had
    again. A note is kept."""
    first = {"?": (("type", "to find"), ("enter", "do it")), READER.glyph: (("enter", "keep it"),)}.get(
        sign, _OPEN * found
    )
    for earlier, leave in (("what was typed before", "leave as it was"), ("earlier", "leave"), ("", "")):
        chosen = (("↓", "choose"),) * found if before else (("↑ ↓", "choose"),) * (found and sign != READER.glyph)
        pairs = (*first, *(("↑", earlier),) * before, *chosen, (ESC, leave))
        told = ((Span(f" {key}", "key"), Span(f" {word} " if word else "", "dim")) for key, word in pairs)
        row = Row(tuple(span for item in told for span in item))
        if row.width <= width:
            return row
    return Row((Span(f" {ESC} ", "key"),))


def finding_row(typed: str, width: int) -> Row:
    """The same in reading mode, behind what was typed, as far back as there is room for it."""
    told = "▏  type to find   esc back"
    while typed and cell_width(typed) > width - cell_width(told) - 3:
        typed = typed[1:]
    return Row((Span(" ? ", "key"), Span(typed), Span(told, "dim")))


def too_small_rows(dossier: Dossier, lens: Lens) -> list[Row]:
    """What stands alone on a screen that nothing else fits on."""
    text = f"Terminal too small: {TINY[0]} by {TINY[1]} at least. {lens.key('quit', 'q')} quits."
    return [Row((Span(line),)) for line in textwrap.wrap(text, max(lens.width, 1))]


def message_row(text: str, role: str, width: int) -> Row:
    """One sentence for the reader, as far as there is room for it in whole words."""
    room = width - 1 - (cell_width(text) >= width)  # one cell for what says that there is more
    first, *rest = wrap([Span(text, role)], room) or [()]
    return Row((Span(" "), *first, *[Span(ELLIPSIS, role)] * bool(rest)))


def problem_rows(problems: Sequence[Problem], name: str) -> list[Row]:
    """What keeps an edited dossier from being taken over, or another, called `name`, from being opened: the first
    problems, each with its place."""
    count = counted(len(problems), "problem")
    shown = f" in {name}, which was not opened" if name else "; the screen shows the last sound version"
    return [
        Row((Span(f"{count}{shown}", "warn"),)),
        *(Row((Span(str(problem)),)) for problem in problems[:PROBLEMS_SHOWN]),
    ]


def export_row(letters: Mapping[str, str], missing: Mapping[str, str], width: int) -> Row:
    """What may follow `e` in reading mode; `missing`: from letters to the command that installs what they need."""
    named = [(letter, name, f"export:{letter}", missing.get(letter)) for letter, name in letters.items()]
    return _with_what_is_missing(SAID["export"], named, width)
