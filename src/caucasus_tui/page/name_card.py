"""The card of names: what to say, what not, and why not, a line each; copied whole."""

from collections.abc import Iterable, Sequence
from itertools import repeat, takewhile

from caucasus_tui.dossier.model import Dossier, NameRule
from caucasus_tui.page.card import Part, with_legend
from caucasus_tui.page.claim import cited_end, closed, closing, lead_of
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows import Page, Row, Span, cell_width, pad, wrap

TITLE = "· say · do not say"
WIDEST = 34
"""Cells of the column of what to say; a longer term goes on beyond it."""
NO_WORD = "no word to avoid"


def name_card(dossier: Dossier, rules: Sequence[NameRule], lens: Lens) -> Page:
    """A line for each rule, under the reason that it shares with others: our term, the words to avoid, who uses one.
    Rules without such words come last, where all fits on one screen; else the note says how many they are."""
    column = min(max((cell_width(rule.title) for rule in rules if rule.avoid), default=0), WIDEST) + 2
    rows: list[Row] = []
    for reason, members in _by_reason(rules):
        why = [Span("why not: ", "heading"), Span(f"{CURATOR.glyph} {reason}", CURATOR.role)]
        rows += [Row(line) for line in wrap(why, lens.width)]
        for rule in members:
            rows += _line(dossier, rule, ", ".join(shortest(rule.avoid)), column, lens)
    free = [rule for rule in rules if not rule.avoid]
    more = [Row((Span(NO_WORD, "heading"),))] if free else []
    if not lens.height or len(rows) + len(more) + len(free) <= lens.height:  # else they have no room, whatever they say
        more += [line for rule in free for line in _line(dossier, rule, "", column, lens)]
    if lens.height and len(rows) + max(len(more), len(free) + bool(free)) > lens.height:
        others = f"+{len(free)} with {NO_WORD}: z"
        return Page(TITLE, rows, others, card=len(rows))
    whole = [*rows, *more]
    told = with_legend(whole, lens.width)
    shown = whole if lens.height and len(told) > lens.height else told
    return Page(TITLE, shown, card=len(shown))


def _by_reason(rules: Iterable[NameRule]) -> list[tuple[str, list[NameRule]]]:
    """The rules with words to avoid under why they are, in the order of the first."""
    groups: dict[str, list[NameRule]] = {}
    for rule in rules:
        if rule.avoid:
            groups.setdefault(rule.reason or rule.rationale.text, []).append(rule)
    return list(groups.items())


def _line(dossier: Dossier, rule: NameRule, avoid: str, column: int, lens: Lens) -> list[Row]:
    title = pad(rule.title, column) if cell_width(rule.title) < column else f"{rule.title}  "
    left = (Span(title, "strong"), Span(avoid, "warn"))
    whole = closing(dossier, rule)
    rows = closed(left, whole, lens.width, rule.ref)
    untense = [span for span in whole if span.role != "tension"]
    ways = (untense, closing(dossier, rule, short=True)) if len(rows) > 1 else ()
    return min((rows, *(closed(left, right, lens.width, rule.ref) for right in ways)), key=len)


def shortest(avoid: Sequence[str]) -> list[str]:
    """The words to avoid without those that say an earlier one again: of `Azeri, Azeris` the first, of `the high wall,
    walls` the first. The rule's own page has all."""
    kept: list[str] = []
    for phrase in avoid:
        if not any(all(any(map(_alike, repeat(word), other.split())) for word in phrase.split()) for other in kept):
            kept.append(phrase)
    return kept


def _alike(word: str, other: str) -> bool:
    """Whether two words are forms of one: `turned`, `turning`."""
    pairs = zip(word.casefold(), other.casefold(), strict=False)
    common = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return word == other or common >= max(min(len(word), len(other)) - 2, 4)


def name_parts(dossier: Dossier, rules: Sequence[NameRule]) -> list[Part]:
    """The card to be copied, with every word."""
    parts = [
        Part(f"Say, and not, since it {reason} [{CURATOR.word}]", [_entry(dossier, rule) for rule in members], "")
        for reason, members in _by_reason(rules)
    ]
    free = [_entry(dossier, rule) for rule in rules if not rule.avoid]
    return [*parts, *([Part(f"Say, with {NO_WORD} [{CURATOR.word}]", free, "")] if free else [])]


def _entry(dossier: Dossier, rule: NameRule) -> list[Span]:
    avoid = f", not {', '.join(f'“{word}”' for word in rule.avoid)}" if rule.avoid else ""
    claims = lead_of(dossier, rule).claims
    # What to say is ours; the statement is where the matter stands.
    return [Span(f"{rule.title}{avoid}{'; as to ' if claims else ''}"), *cited_end(dossier, claims)]
