"""What later sources tell, wherever it is shown: below a rule, behind a mark of its own, its date and source first.

Nothing here is asked for while the layer is off; what stands above the rule is made without it, and is the same.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from caucasus_tui.dossier.model.dates import Day, Edtf, When, column_date, span_words
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Dispute, Later, LedgerRow
from caucasus_tui.dossier.model.sources import Source
from caucasus_tui.dossier.views.overdue import is_overdue
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR, LATER, type_mark
from caucasus_tui.page.rows import NBSP, Row, Span, flowing, glued, wrap
from caucasus_tui.page.statement import statement_body

_AGAIN = Span(f"{LATER.glyph}   ", LATER.role)
"""What a further line of the same run begins with."""


OVER = "horizon passed"
"""What is said of a row that is open although its time has come."""


def horizon_words(dossier: Dossier) -> str:
    """`looked for to 22 Nov 2026 at least`: the day to which every row was looked for, which is not today; where
    some were not looked for at all, that too. Empty where none was."""
    rows = dossier.since.ledger if dossier.since else ()
    days = [row.looked_to for row in rows if row.looked_to]
    some = "" if len(days) == len(rows) else ", some not at all"
    return f"looked for to {day_words(min(days, key=lambda day: day.latest))} at least{some}" if days else ""


def since_spans(dossier: Dossier) -> list[Span]:
    """What the header says while the layer is on: that it is, and how far it looked."""
    words = horizon_words(dossier)
    how_far = f": outcomes {words}" if words else ""
    return [Span(f"{LATER.glyph} Since then{how_far}", LATER.role)]


def caveat(dossier: Dossier) -> str:
    """What stands with every list of later lines: that they are not the text's, and how they were read."""
    sources = [source for source in dossier.whole.relations.descriptors.values() if source.layer == "later"]
    whole = [bool(source.read_from and source.read_from.manner == "original") for source in sources]
    read = "" if all(whole) else ", some read in excerpts" if any(whole) else ", read in excerpts"
    said = (dossier.about.bottom_line, dossier.recommendations, dossier.scenarios)
    told = {cite.source for part in said for item in part for cite in item.cites}
    form = dossier.relations.descriptors[min(told)].form if len(told) == 1 else ""
    whose = "the commentary's" if form == "commentary" else "the text's"
    return f"Later sources{read}; not {whose if len(told) == 1 else 'those that the dossier is made from'}."


def behind_mark(rows: Iterable[Row]) -> list[Row]:
    """Rows of later lines, two cells wider: each behind the mark, so that none can be read by itself as the text's."""
    return [row._replace(spans=(Span(f"{LATER.glyph} ", LATER.role), *row.spans)) for row in rows]


def rule(dossier: Dossier, width: int) -> list[Row]:
    """What parts later lines from what stands above."""
    said = f"── {LATER.glyph} {caveat(dossier)} "
    return flowing([Span(f"{said}{'─' * (width - len(said))}" if len(said) < width else said, LATER.role)], width)


def day_words(day: Edtf) -> str:
    """`14 Mar 2026`."""
    return span_words(When(edtf=day, role="point", as_stated=""))


def house(source: Source) -> str:
    """Who published it, in a word or two; that it was read at somebody else's."""
    name = re.split(r"[,;(]", source.publisher)[0].strip()
    return f"{name} (repost)" if source.read_from and source.read_from.manner == "repost" else name


def newest(whole: Dossier, cites: Iterable[Citation]) -> Source | None:
    """Of the sources cited the one published last."""
    found = [source for cite in cites if (source := whole.relations.descriptors.get(cite.source))]
    return max(found, key=lambda source: (published(source), source.id), default=None)


def published(source: Source) -> Day:
    """The last day on which it may have been published."""
    when = source.published or source.as_of
    return when.edtf.latest if when.edtf else date.min


def later_rows(whole: Dossier, record: Later, lens: Lens, cites: Iterable[Citation]) -> list[Row]:
    """A later line: mark, date, source, what it does; then each of these of its statements with type, hedge and
    citation."""
    effect = "" if record.effect == "bears-on" else record.effect
    rows = [row for cite in cites for row in cite_rows(whole, cite, lens, record.when, effect, record.ref)]
    if rows and record.note:
        note = [Span(f"{CURATOR.glyph} curator: {record.note.text}", CURATOR.role)]
        rows += [Row((_AGAIN, *line)) for line in wrap(note, lens.width - len(_AGAIN.text))]
    return rows


def cite_rows(
    whole: Dossier, cite: Citation, lens: Lens, when: When | None = None, effect: str = "", subject: str = ""
) -> list[Row]:
    """A statement of a later source: mark, date and source first, then what it says, with type, hedge and citation."""
    statement, source = whole.statement(cite), whole.relations.descriptors.get(cite.source)
    if statement is None or source is None or not lens.admits(whole, cite):
        return []
    mark, day = type_mark(statement), column_date(when or statement.when or source.published)
    head = f"{LATER.glyph} {day} · {house(source)}{f' · {effect}' if effect else ''}: "
    body = [Span(glued(head).replace(f"{NBSP}·", " ·"), LATER.role), Span(f"{mark.glyph}{NBSP}", mark.role)]
    said = statement_body(whole, cite)
    body += [span if span.role != "text" else span._replace(role=LATER.role) for span in said]
    return hung(body, lens.width, subject)


def hung(body: Sequence[Span], width: int, subject: str = "") -> list[Row]:
    """A run of text of the layer, its further lines set in: each line behind the mark, wherever a screen begins."""
    first, *others = wrap(body, width - len(_AGAIN.text))
    again = wrap([span for line in others for span in (*line, Span(" "))], width - len(_AGAIN.text)) if others else []
    return [Row(first, subject), *(Row((_AGAIN, *line)) for line in again)]


def ledger_line(row: LedgerRow, lens: Lens) -> list[Row]:
    """The ledger on a record's own page: the state, whose judgement it is, and why."""
    because = f": {row.because.text}" if row.because else ""
    body = [
        Span(f"{LATER.glyph} {state_words(row)}", LATER.role),
        Span(f" {CURATOR.glyph} curator{because}", CURATOR.role),
        Span(f" ({over_and_how_far(row, lens.today)})", "dim"),
    ]
    return hung(body, lens.width, row.ref)


def state_words(row: LedgerRow) -> str:
    """`not borne out`."""
    return row.state.replace("-", " ")


def how_far(row: LedgerRow) -> str:
    """`looked for to 15 Apr 2025`; `nothing found to …` of what was looked for in vain; `not looked for`."""
    if row.looked_to is None:
        return "not looked for"
    return f"{'looked for' if row.cites else 'nothing found'} to {day_words(row.looked_to)}"


def over_and_how_far(row: LedgerRow, today: date) -> str:
    """The same, behind the words that its time has come where it is open still."""
    return f"{f'{OVER}; ' * is_overdue(row, today)}{how_far(row)}"


def is_later(whole: Dossier, dispute: Dispute) -> bool:
    """Whether a side of a dispute rests on a later source."""
    sources = whole.relations.descriptors
    cited = {cite.source for side in dispute.sides for cite in side.cites}
    return any(sources[name].layer == "later" for name in cited if name in sources)


def sides_in_order(whole: Dossier, dispute: Dispute) -> list[tuple[int, Day]]:
    """The numbers of the sides of a dispute in the order in which their sources were published."""
    sources = whole.relations.descriptors
    days: Iterable[Day] = (
        min((published(sources[cite.source]) for cite in side.cites if cite.source in sources), default=date.min)
        for side in dispute.sides
    )
    return sorted(enumerate(days), key=lambda pair: pair[1])
