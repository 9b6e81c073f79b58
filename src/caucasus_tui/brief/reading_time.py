"""How long a brief takes to be read aloud: its words, and the minutes for them."""

import math

from caucasus_tui.brief.model import WORDS_A_MINUTE, Brief, Line, Section
from caucasus_tui.brief.wording import spoken_hedge
from caucasus_tui.page.rows.wrapping import NBSP


def words(text: str) -> int:
    """How many words a text has: what stands between blanks, as `wc -w` counts."""
    return len(text.replace(NBSP, " ").split())


def line_words(line: Line) -> int:
    """How many words of a line are read aloud: its sentences with their hedges, not its head, types and citations."""
    return sum(words(claim.text) + words(spoken_hedge(claim)) for claim in line.claims)


def section_words(section: Section) -> int:
    """How many words of a section are read aloud; of a list none."""
    return 0 if section.listed else sum(map(line_words, section.lines))


def brief_words(brief: Brief) -> int:
    """How many words of a brief are read aloud."""
    return sum(map(section_words, brief.sections))


def minutes_of(count: int) -> int:
    """Minutes to read so many words, rounded up."""
    return math.ceil(count / WORDS_A_MINUTE)
