"""The one-line bars: tabs above, keys or a message below."""

import textwrap
from collections.abc import Mapping, Sequence, Set

from caucasus_tui.dossier.addresses import TODO, PaneAt
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.pane_names import SHORT_TITLES
from caucasus_tui.dossier.problems import Problem
from caucasus_tui.page.marks import TYPE_MARKS
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.widths import cell_width
from caucasus_tui.panes import PANES, key_of
from caucasus_tui.tui.keys import KEYS, Key
from caucasus_tui.tui.sizes import TINY


def pane_title(dossier: Dossier, name: str) -> str:
    """What the dossier calls a pane."""
    return next((title for pane, title in dossier.about.pane_titles.items() if pane == name), name.capitalize())


def tab_row(dossier: Dossier, current: str, width: int) -> Row:
    """Every pane with its digit; the current one stands out, and is always in view."""
    titles = [pane_title(dossier, name) for name in PANES]
    if sum(cell_width(title) + 4 for title in titles) > width:
        titles = [SHORT_TITLES.get(name, name.capitalize()) for name in PANES]
    if sum(cell_width(title) + 3 for title in titles) > width:
        titles = [title if name == current else "" for name, title in zip(PANES, titles, strict=True)]
    roomy = sum(cell_width(title) + 4 for title in titles) <= width
    spans: list[Span] = []
    for name, title in zip(PANES, titles, strict=True):
        here = name == current
        label = f"{key_of(name)} {title}".strip()
        text = f" {label} " if roomy or here or not title else f" {label}"
        spans.append(Span(text, "tab-current" if here else "tab", str(PaneAt(name))))
    return Row(tuple(spans))


def key_row(width: int, table: Sequence[Key] = KEYS, todo: int = 0) -> Row:
    """The few keys worth showing always. Keys that do not fit are left out whole; how much is to do never is."""
    left = Span(f"{todo} to do ", "warn", str(TODO)) if todo else Span("")
    width -= cell_width(left.text)
    spans: list[Span] = [Span(" 1-9 0" if len(PANES) > 9 else f" 1-{len(PANES)}", "key"), Span(" pane", "dim")]
    used = sum(cell_width(span.text) for span in spans)
    for key in (key for key in table if key.footer):
        text = f"  {key.shown} {key.footer}"
        if used + cell_width(text) > width:
            break
        used += cell_width(text)
        spans += [Span(f"  {key.shown}", "key"), Span(f" {key.footer}", "dim")]
    return Row((*spans, Span(" " * (width - used)), left)) if todo else Row(tuple(spans))


def facet_row() -> Row:
    """What may follow `f`."""
    spans: list[Span] = [Span(" show only", "dim")]
    for mark in TYPE_MARKS.values():
        spans += [Span(f"  {mark.letter}", "key"), Span(f" {mark.plural}", "dim")]
    return Row((*spans, Span("  esc", "key"), Span(" everything", "dim")))


def asking_row() -> Row:
    """The keys while something is typed."""
    pairs = (("enter", "open"), ("↑ ↓", "choose"), ("esc", "leave as it was"))
    return Row(tuple(span for key, word in pairs for span in (Span(f" {key}", "key"), Span(f" {word} ", "dim"))))


def too_small_rows(width: int) -> list[Row]:
    """What stands alone on a screen that nothing else fits on."""
    text = f"Terminal too small: {TINY[0]} by {TINY[1]} at least. q quits."
    return [Row((Span(line),)) for line in textwrap.wrap(text, max(width, 1))]


def message_row(text: str, role: str = "strong") -> Row:
    """One sentence for the reader."""
    return Row((Span(f" {text}", role),))


def problem_rows(problems: Sequence[Problem], name: str = "", most: int = 6) -> list[Row]:
    """What keeps an edited dossier from being taken over, or another, called `name`, from being opened; each problem
    with its place."""
    count = f"{len(problems)} problem{'s' * (len(problems) != 1)}"
    shown = f" in {name}, which was not opened" if name else "; the screen shows the last sound version"
    return [Row((Span(f"{count}{shown}", "warn"),)), *(Row((Span(str(problem)),)) for problem in problems[:most])]


def reading_row(*, choosing: bool) -> Row:
    """The keys of reading mode."""
    pairs = (
        (("enter", "choose"), ("j k", "down, up"), ("esc", "as it was"))
        if choosing
        else (
            ("space", "on"),
            ("k", "back"),
            ("1-9", "section"),
            ("m", "minutes"),
            ("w", "whom"),
            ("e", "export"),
            ("esc", "leave"),
        )
    )
    return Row(tuple(span for key, word in pairs for span in (Span(f" {key}", "key"), Span(f" {word} ", "dim"))))


def export_row(letters: Mapping[str, str], missing: Set[str] = frozenset()) -> Row:
    """What may follow `e`; the letters `missing` answer with the command that installs what they need."""
    spans: list[Span] = [Span(" write it as", "dim")]
    for letter, name in letters.items():
        spans += [Span(f"  {letter}", "key"), Span(f" {name}", "dim")]
        spans += [Span(" (not installed)", "warn")] if letter in missing else []
    return Row(tuple(spans))
