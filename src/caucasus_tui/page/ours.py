"""A pane narrowed to what is the curator's: the records that carry its mark, whole, under their headings.

Which do is known of a record before its rows are made, so that of a large pane no more are made than of the whole.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, cached_property
from itertools import compress

from caucasus_tui.dossier.model import Agreement, Dossier, Event, Gap, NameRule, Recommendation, Record, Term, Track
from caucasus_tui.dossier.model.records import Actor, LedgerRow, Place, Scenario, Step, Tension
from caucasus_tui.dossier.views.dating import dated_by_curator
from caucasus_tui.dossier.views.force import force_of
from caucasus_tui.dossier.views.naming import named_by_curator
from caucasus_tui.page.claim.cells import stands_by_us
from caucasus_tui.page.ledger_row import tells_why
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows import Page, Row
from caucasus_tui.page.rows.growing import Block, GrowingRows, Series
from caucasus_tui.page.rows.page_lines import is_below
from caucasus_tui.page.rows.parts import Item


def ours_alone(dossier: Dossier, page: Page, lens: Lens) -> Page:
    """The pane with its records that carry the curator's mark; all of those below what says that their marks are ours,
    the header or a heading."""
    head = page.rows[: page.header]
    if _is_marked(head):
        return page
    rows = page.rows if isinstance(page.rows, GrowingRows) else GrowingRows(page.rows, count_rows=True)
    marked = Marked(dossier, lens)
    kept: list[Item] = [*head]
    headings: list[Item] = []
    """Those of what comes next, of which nothing is kept so far."""
    was_heading = all_ours = False
    for items in _records(rows.parts[page.header :]):
        heads, subject = _heading(items[0])
        if heads and not was_heading:
            headings = []
        ours = items if all_ours and not heads else marked.of(items)
        if heads and not subject:
            all_ours = bool(ours)
        elif all_ours:
            ours = items
        if ours:
            kept += [*headings, *ours]
            headings = []
        elif heads:
            headings += items
        was_heading = heads
    return page._replace(rows=rows.of(kept), note="")


class Marked:
    """What carries the mark, of a pane as a lens shows it."""

    def __init__(self, dossier: Dossier, lens: Lens) -> None:
        self._dossier, self._lens = dossier, lens
        self._dated = cache(lambda kind: {*map(id, dossier.records_at(dated_by_curator(dossier, kind)))})
        """By the kind of a record: those of which a date is the curator's, by identity, as events are many."""

    def of(self, items: Sequence[Item]) -> Sequence[Item]:
        """Of a line with what stands below it all or nothing; so of a block; of a series those things that do."""
        match items:
            case [Series(things, make) as series]:
                if isinstance(first := things[0], Event):  # tens of thousands, all dated or none, so one is looked at
                    ours = self._dated("event") if first.when.edtf else ()
                    things = [*compress(things, map(ours.__contains__, map(id, things)))]
                else:
                    # A paragraph, which is no record, is the source's.
                    told = ((one, isinstance(one, Record) and self.carries(one)) for one in things)
                    things = [one for one, does in told if does or (does is None and _is_marked(make(one)))]
                return [series._replace(things=things)] if things else []
            case [Block() as block]:
                does = self._block(block)
                if does is None:
                    made = block.make()
                    return [block._replace(make=lambda: made)] if _is_marked(made) else []
                return items if does else []
        return items if _is_marked(item for item in items if isinstance(item, Row)) else []

    def _block(self, block: Block) -> bool | None:
        """Whether its rows do; None where that is not known before they are made."""
        if record := self._dossier.record(block.subject) or self._lens.seen(self._dossier).record(block.subject):
            return self.carries(record)
        each = [self.carries(record) for other in block.others if (record := self._dossier.record(other))]
        return True in each if each and None not in each else None

    def carries(self, record: Record) -> bool | None:
        """Whether the rows of a record in the pane that lists its kind do; None where that is not known before they are
        made."""
        zoomed, ours = self._lens.zoomed, id(record) in self._dated(record.kind)
        match record:
            case Agreement():
                return (ours and record.when.edtf is not None) or record.ref in self._named
            case Term():
                stands = record.ref in self._agreed and stands_by_us(record, self._lens.today, ours=ours)
                return stands or (zoomed and ours)
            case Recommendation():
                if any(self._dossier.record(lever.ref) for lever in record.levers):
                    return True
                if zoomed:
                    return ours or bool(record.precondition or record.risk or record.instrument)
                return None if ours and len(record.window) > 1 else ours
            case Scenario():
                return bool(record.indicators)
            case Track():
                return zoomed and record.note is not None
            case LedgerRow():
                return record.because is not None and tells_why(self._lens)
            case NameRule():
                return zoomed
            case Gap():
                return ours
            case Actor() | Place() | Step() | Tension():
                return False
        return None

    @cached_property
    def _named(self) -> Set[str]:
        return named_by_curator(self._dossier)

    @cached_property
    def _agreed(self) -> Set[str]:
        """The terms of what was agreed, not only proposed: of these it is told how they stand."""
        return {term.ref for one in self._dossier.agreements if force_of(one).agreement for term in one.terms}


def _is_marked(rows: Iterable[Row]) -> bool:
    return any(CURATOR.glyph in row.text for row in rows)


def _heading(item: Item) -> tuple[bool, str]:
    """Whether it is a heading, and where that leads."""
    if isinstance(item, Series):
        return False, ""
    return item.is_heading if isinstance(item, Row) else item.heads, item.subject


def _records(parts: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The parts of each record and heading: a block, a series, or rows, those of a line with what stands below it."""
    at = 0
    while at < len(parts):
        first, after = parts[at], at + 1
        while isinstance(first, Row) and after < len(parts) and isinstance(row := parts[after], Row):
            if not (row.goes_on if first.is_heading else is_below(row, first.subject)):
                break
            after += 1
        yield parts[at:after]
        at = after
