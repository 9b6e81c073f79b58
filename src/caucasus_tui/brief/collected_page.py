"""What was collected, on the screen: each line with its number, and what to think of before it is said."""

from collections.abc import Iterator, Sequence
from datetime import date

from caucasus_tui.brief.collected_lines import CollectedLine, brief_line, collected_brief, dated
from caucasus_tui.brief.wording import brief_words, line_spans, minutes_of
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.addresses.places import title_at
from caucasus_tui.dossier.model.dates import sentence_date, window_state
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.wrapping import hanging


def collected_page(dossier: Dossier, lines: Sequence[CollectedLine], today: date, width: int) -> Page:
    """The same on the screen: each line with its number, and what to think of before it is said."""
    if not lines:
        words = "Nothing is collected yet. * takes the line under the cursor, anywhere; here they stand in your order."
        return Page("Collected", [Row(line) for line in _wrapped(words, width)])
    rows: list[Row] = []
    for number, one in enumerate(lines, 1):
        line = brief_line(dossier, one, today)
        gone = [Span("no longer in the dossier: ", "absent"), Span(one.address, "absent")]
        body = [span._replace(subject="") for span in line_spans(line)] if line else gone
        rows += [
            row._replace(subject=one.address) for row in hanging((Span(f"{number:>3} ", "number"),), body, width, 4)
        ]
    count = brief_words(collected_brief(dossier, lines, today))
    rows += [Row(), Row((Span(f"{count} words to say: {minutes_of(count)} min", "dim"),))]
    for said in warnings(dossier, lines, today):
        rows += hanging((Span("  – ", "warn"),), [Span(said)], width, 4)
    return Page("Collected", rows, f"{len(lines)} line{'s' * (len(lines) != 1)}")


def _wrapped(text: str, width: int) -> Iterator[tuple[Span, ...]]:
    yield from (row.spans for row in hanging((), [Span(text, "absent")], width, 0))


def warnings(dossier: Dossier, lines: Sequence[CollectedLine], today: date) -> list[str]:
    """What to think of before it is said: lines that pull against each other, dates that have passed, hedges to say."""
    found = [(number, brief_line(dossier, one, today)) for number, one in enumerate(lines, 1)]
    there = [(number, line) for number, line in found if line]
    touched: dict[str, list[int]] = {}
    for number, line in there:
        for name in dict.fromkeys(name for claim in line.claims for name in claim.tensions):
            touched.setdefault(name, []).append(number)
    said = [
        f"Lines {_numbers(numbers)} are on both sides of {name.upper()}, {title_at(dossier, parse(f'tension:{name}'))}."
        for name, numbers in touched.items()
        if len(numbers) > 1
    ]
    for number, one in enumerate(lines, 1):
        record = dossier.record(one.address)
        when = dated(record, today) if record and record.kind != "event" else None
        if when and window_state(when, today) == "passed":
            said.append(f"Line {number}: its date has passed, {sentence_date(when)}.")
    hedged = [number for number, line in there if any(part.hedge for claim in line.claims for part in claim.support)]
    if hedged:
        said.append(f"Line{'s' * (len(hedged) > 1)} {_numbers(hedged)}: hedged; say the word with it.")
    return said


def _numbers(numbers: Sequence[int]) -> str:
    return " and ".join(filter(None, (", ".join(map(str, numbers[:-1])), str(numbers[-1]))))
