"""As much of a brief as can be read in the time given. Lines are kept or left out whole, in a declared order."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from caucasus_tui.brief.model import WORDS_A_MINUTE, Brief, Line, Section
from caucasus_tui.brief.reading_time import brief_words, line_words, minutes_of
from caucasus_tui.dossier.text import counted


def _ranked(said: str) -> tuple[tuple[str, int], ...]:
    """Sections by importance, each with how many of its next lines count for more than what follows."""
    return tuple((key, int(count)) for key, count in map(str.split, said.split(", ")))


IMPORTANCE = _ranked(
    "situation 9, asks 3, judgements 3, position 1, levers 2, terms 1, gaps 3, judgements 9, position 2, "
    "tensions 2, names 99, levers 2, windows 3, asks 9, terms 4, levers 6, gaps 4, tensions 3, terms 6, "
    "sources 1, references 1"
)
"""Which line counts for more: so many of the next lines of a section, then of another; in the end what is left, section
by section. The bottom line, the as-of, the first line of the gaps, the sources of what is kept and what is said of the
rest are always kept."""

IMPORTANCE_FOR_ACTOR = _ranked(
    "situation 2, asks 3, judgements 2, position 2, levers 1, upon 2, terms 1, outlook 1, gaps 2, position 2, "
    "situation 9, judgements 3, levers 2, upon 3, names 99, terms 4, outlook 2, windows 2, position 4, "
    "tensions 2, gaps 4, judgements 9, sources 1, references 1"
)
"""The same for a brief turned round an actor."""

IMPORTANCE_FOR_A_MEETING = _ranked("points 9, questions 9, expect 9, reproach 9, windows 3, gaps 3, names 99")
"""The same for a meeting sheet."""

Closing = Callable[[Sequence[Line]], Sequence[Section]]
"""Sections that follow from the lines kept: sources and references. What of them may be left out goes whole."""

Place = tuple[str, int]
"""The key of a section, and the number of a line in it."""


def importance(sections: Sequence[Section], closing: Sequence[Section], heading: Brief) -> list[Place]:
    """Every line that may be left out, the most important first; of a closing section all of them as one."""
    waiting = {section.key: _in_turn(section) for section in sections}
    waiting |= {section.key: [0] for section in closing if not all(line.always for line in section.lines)}
    order: list[Place] = []
    declared = IMPORTANCE_FOR_ACTOR if heading.actor else IMPORTANCE
    declared = IMPORTANCE_FOR_A_MEETING if heading.counterpart else declared
    rest = ((section.key, len(section.lines)) for section in (*sections, *closing))
    for key, count in (*declared, *rest):
        order += [(key, number) for number in waiting.get(key, [])[:count]]
        waiting[key] = waiting.get(key, [])[count:]
    return order


def _in_turn(section: Section) -> list[int]:
    """The numbers of the lines that may be left out: in their order, but of means one of each group after the other, so
    that a short brief does not tell what is unused and not what is in use."""
    numbers = [number for number, line in enumerate(section.lines) if not line.always]
    if section.key not in ("levers", "upon"):
        return numbers
    before: dict[str, int] = {}
    turns = []
    for number in numbers:
        group = section.lines[number].group
        turns.append((before.get(group, 0), number))
        before[group] = before.get(group, 0) + 1
    return [number for _, number in sorted(turns)]


def fitted(heading: Brief, sections: Sequence[Section], closing: Closing) -> Brief:
    """The brief under its heading, in at most `heading.minutes`; what must not be left out may take longer than that.

    More minutes never leave out a line that fewer kept.
    """
    everything = [line for section in sections for line in section.lines]
    order = importance(sections, closing(everything), heading)
    whole = _assembled(heading, sections, closing, order)
    if heading.minutes is None:
        return whole
    room = heading.minutes * WORDS_A_MINUTE
    kept = len(order)
    if brief_words(whole) > room:
        # What a line takes does not depend on the others, so nothing is put together to be counted.
        spoken = {(section.key, n): line_words(line) for section in sections for n, line in enumerate(section.lines)}
        spoken |= {(section.key, n): 0 for section in sections if section.listed for n in range(len(section.lines))}
        used = brief_words(_assembled(heading, sections, closing, ()))
        kept = 0
        while kept < len(order) and used + spoken.get(order[kept], 0) <= room:
            used += spoken.get(order[kept], 0)
            kept += 1
    if kept == len(order):
        return whole
    # Only the whole has the references, which nobody reads aloud.
    own = {section.key for section in sections}
    return _shortened(heading, sections, closing, [place for place in order[:kept] if place[0] in own], whole)


def _assembled(heading: Brief, sections: Sequence[Section], closing: Closing, kept: Sequence[Place]) -> Brief:
    """The lines at these places, and those that are always kept; a section without lines is not there."""
    chosen = set(kept)
    found = []
    for section in sections:
        lines = (line for n, line in enumerate(section.lines) if line.always or (section.key, n) in chosen)
        found.append(replace(section, lines=tuple(lines)))
    for last in closing([line for section in found for line in section.lines]):
        whole = (last.key, 0) in chosen
        found.append(replace(last, lines=tuple(line for line in last.lines if whole or line.always)))
    return replace(heading, sections=tuple(section for section in found if section.lines))


def _shortened(
    heading: Brief, sections: Sequence[Section], closing: Closing, kept: Sequence[Place], whole: Brief
) -> Brief:
    """The same, and what was left out: how many of which lines."""
    brief = _assembled(heading, sections, closing, kept)
    left = {section.key: len(section.lines) for section in brief.sections}
    missing = [
        f"all {section.noun}" if not left.get(section.key) else f"{gone} of {len(section.lines)} {section.noun}"
        for section in whole.sections
        if (gone := len(section.lines) - left.get(section.key, 0)) and section.key not in ("references", "sources")
    ]
    if "references" not in left and any(section.key == "references" for section in whole.sections):
        missing.append("the references")
    minutes = heading.minutes or 0
    total = minutes_of(brief_words(whole))
    said = (
        f"Left out to keep within {counted(minutes, 'minute')}: {', '.join(missing)}. "
        f"The whole takes {counted(total, 'minute')}."
    )
    return replace(brief, left_out=said)
