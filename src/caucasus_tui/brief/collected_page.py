"""What was collected, on the screen: each line with its number, and what to think of before it is said."""

from collections.abc import Sequence
from datetime import date

from caucasus_tui.brief.collected_lines import CollectedLine, brief_line, dated, is_later
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.reading_time import line_words, minutes_of
from caucasus_tui.brief.wording import line_spans
from caucasus_tui.dossier.model import Agreement, Dossier, Event, Tension, sentence_date, window_state
from caucasus_tui.dossier.text import counted
from caucasus_tui.page.layer_off import off_in_short
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.rows import Page, Row, Span, hanging, wrapped

HAPPENED = (Event.kind, Agreement.kind)
"""Kinds whose date says when it happened: that it has passed is no news."""


def collected_page(dossier: Dossier, lines: Sequence[CollectedLine], lens: Lens, fault: str = "") -> Page:
    """The lines in the reader's order; what is no longer in the dossier says so, and of what later sources tell, while
    they are off, nothing but that. `fault`: why those of before are not here."""
    today, width = lens.today, lens.width
    if not lines:
        how = f"{lens.key('collect', '*')} takes the line under the cursor, anywhere; here they stand in your order."
        nothing = Span(fault, "warn") if fault else Span(f"Nothing is collected yet. {how}", "absent")
        return Page("Collected", wrapped([nothing], width))
    rows: list[Row] = []
    off = set() if lens.since else {one for one in lines if is_later(dossier, one, today)}
    said = [None if one in off else brief_line(dossier, one, today) for one in lines]
    for number, (one, line) in enumerate(zip(lines, said, strict=True), 1):
        label = (Span(f"{number:>3} ", "number"),)
        gone = [Span("no longer in the dossier: ", "absent"), Span(one.address, "absent")]
        if one in off:
            gone = [Span(f"{LATER.glyph} ", LATER.role), Span(off_in_short(lens.key("later", "L")), "absent")]
        body = [span._replace(subject="") for span in line_spans(line)] if line else gone
        rows += [row._replace(subject=one.address) for row in hanging(label, body, width, 4)]
    count = sum(line_words(line) for line in said if line)
    rows += [Row(), Row((Span(f"{count} words to say: {minutes_of(count)} min", "dim"),))]
    # In the place of a line that is off stands none, so that the others keep their numbers.
    for warning in warnings(dossier, [CollectedLine("") if one in off else one for one in lines], today):
        rows += hanging((Span("  – ", "warn"),), [Span(warning)], width, 4)
    return Page("Collected", rows, counted(len(lines), "line"))


def warnings(dossier: Dossier, lines: Sequence[CollectedLine], today: date) -> list[str]:
    """What to think of before it is said: lines that pull against each other, dates that have passed, hedges to say."""
    said = {number: line for number, one in enumerate(lines, 1) if (line := brief_line(dossier, one, today))}
    found = [
        f"Lines {_numbers(numbers)} are on both sides of {tension.number}, {tension.title}."
        for tension in dossier.tensions
        if (numbers := _on_both_sides(tension, said))
    ]
    for number, one in enumerate(lines, 1):
        record = dossier.record(one.address)
        when = dated(record, today) if record and record.kind not in HAPPENED else None
        if when and window_state(when, today) == "passed":
            found.append(f"Line {number}: its date has passed, {sentence_date(when)}.")
    hedged = [n for n, line in said.items() if any(part.hedge for claim in line.claims for part in claim.support)]
    if hedged:
        found.append(f"Line{'s' * (len(hedged) > 1)} {_numbers(hedged)}: hedged; say the word with it.")
    return found


def _on_both_sides(tension: Tension, said: dict[int, Line]) -> list[int]:
    """The numbers of the lines that a tension sets against each other; none where all are on one of its sides, or one
    line tells both."""
    cited = {number: {part.cite for claim in line.claims for part in claim.support} for number, line in said.items()}
    sides = [{number for number, cites in cited.items() if cites & {*side.cites}} for side in tension.sides]
    apart = any(one - other and other - one for one in sides for other in sides)
    return sorted(set().union(*sides)) if apart else []


def _numbers(numbers: Sequence[int]) -> str:
    return " and ".join(filter(None, (", ".join(map(str, numbers[:-1])), str(numbers[-1]))))
