"""As much of a brief as can be read in the time given. Lines are kept or left out whole, in a declared order."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from caucasus_tui.brief.model import WORDS_A_MINUTE, Brief, Line, Section
from caucasus_tui.brief.wording import brief_words, minutes_of

IMPORTANCE: tuple[tuple[str, int], ...] = (
    ("judgements", 2),
    ("sources", 1),
    ("asks", 3),
    ("levers", 2),
    ("judgements", 1),
    ("terms", 1),
    ("windows", 2),
    ("levers", 1),
    ("judgements", 5),
    ("levers", 4),
    ("gaps", 2),
    ("tensions", 1),
    ("terms", 4),
    ("levers", 6),
    ("sources", 1),
    ("gaps", 4),
    ("tensions", 2),
    ("references", 1),
    ("terms", 2),
    ("asks", 9),
)
"""Which line counts for more: so many of the next lines of a section, then of another; in the end what is left, section
by section. The bottom line, the as-of, the first line of the gaps and what is said about the rest are always kept."""

IMPORTANCE_FOR_ACTOR: tuple[tuple[str, int], ...] = (
    ("levers", 1),
    ("upon", 1),
    ("sources", 1),
    ("judgements", 1),
    ("terms", 1),
    ("asks", 1),
    ("outlook", 1),
    ("position", 2),
    ("levers", 1),
    ("upon", 2),
    ("windows", 1),
    ("judgements", 2),
    ("asks", 2),
    ("outlook", 1),
    ("position", 2),
    ("gaps", 2),
    ("terms", 5),
    ("levers", 3),
    ("upon", 5),
    ("tensions", 2),
    ("outlook", 2),
    ("judgements", 5),
    ("windows", 2),
    ("gaps", 2),
    ("references", 1),
)
"""The same for a brief turned round an actor."""

Referenced = Callable[[Sequence[Line]], Section]
"""The references of the lines that are kept; all of them, or none."""
REFERENCES = ("references", 0)

Place = tuple[str, int]
"""The key of a section, and the number of a line in it."""


def importance(sections: Sequence[Section], *, referenced: bool = True, actor: bool = False) -> list[Place]:
    """Every line that may be left out, the most important first; the references as one."""
    waiting = {section.key: _in_turn(section) for section in sections}
    waiting["references"] = [0] if referenced else []
    order: list[Place] = []
    declared = IMPORTANCE_FOR_ACTOR if actor else IMPORTANCE
    for key, count in (*declared, *((section.key, len(section.lines)) for section in sections)):
        order += [(key, number) for number in waiting.get(key, [])[:count]]
        waiting[key] = waiting.get(key, [])[count:]
    return order


def _in_turn(section: Section) -> list[int]:
    """The numbers of the lines that may be left out: in their order, but of the levers upon an actor one of each group
    after the other, so that a short brief does not tell who can hold an actor back and not who can force it."""
    numbers = [number for number, line in enumerate(section.lines) if not line.always]
    if section.key != "upon":
        return numbers
    before: dict[str, int] = {}
    turns = []
    for number in numbers:
        group = section.lines[number].group
        turns.append((before.get(group, 0), number))
        before[group] = before.get(group, 0) + 1
    return [number for _, number in sorted(turns)]


def fitted(heading: Brief, sections: Sequence[Section], referenced: Referenced | None) -> Brief:
    """The brief under its heading, in at most `heading.minutes`; what must not be left out may take longer than that.

    More minutes never leave out a line that fewer kept.
    """
    order = importance(sections, referenced=referenced is not None, actor=bool(heading.actor))
    whole = _assembled(heading, sections, referenced, order)
    if heading.minutes is None or brief_words(whole) <= heading.minutes * WORDS_A_MINUTE:
        return whole
    fewest, most = 0, len(order)
    while most - fewest > 1:
        middle = (fewest + most) // 2
        shorter = _shortened(heading, sections, referenced, order[:middle], whole)
        if brief_words(shorter) <= heading.minutes * WORDS_A_MINUTE:
            fewest = middle
        else:
            most = middle
    return _shortened(heading, sections, referenced, order[:fewest], whole)


def _assembled(
    heading: Brief, sections: Sequence[Section], referenced: Referenced | None, kept: Sequence[Place]
) -> Brief:
    """The lines at these places, and those that are always kept; a section without lines is not there."""
    chosen = set(kept)
    found = []
    for section in sections:
        lines = (line for n, line in enumerate(section.lines) if line.always or (section.key, n) in chosen)
        found.append(replace(section, lines=tuple(lines)))
    if referenced and REFERENCES in chosen:
        found.append(referenced([line for section in found for line in section.lines]))
    return replace(heading, sections=tuple(section for section in found if section.lines))


def _shortened(
    heading: Brief, sections: Sequence[Section], referenced: Referenced | None, kept: Sequence[Place], whole: Brief
) -> Brief:
    """The same, and what was left out: how many of which lines."""
    brief = _assembled(heading, sections, referenced, kept)
    left = {section.key: len(section.lines) for section in brief.sections}
    missing = [
        f"all {section.noun}" if not left.get(section.key) else f"{gone} of {len(section.lines)} {section.noun}"
        for section in whole.sections
        if (gone := len(section.lines) - left.get(section.key, 0)) and section.key != "references"
    ]
    if "references" not in left and any(section.key == "references" for section in whole.sections):
        missing.append("the references")
    minutes = heading.minutes or 0
    total = minutes_of(brief_words(whole))
    said = (
        f"Left out to keep within {minutes} minute{'s' * (minutes != 1)}: {', '.join(missing)}. "
        f"The whole brief takes {total} minutes."
    )
    return replace(brief, left_out=said)
