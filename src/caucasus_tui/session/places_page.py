"""The places that a reader has been to, as a page: each leads there again."""

from collections.abc import Iterable, Sequence

from caucasus_tui.dossier.addresses import COLLECTED, QUESTIONS, TODO, AskAt, BehindAt, PaneAt, StatementAt, parse
from caucasus_tui.dossier.addresses.address import Address
from caucasus_tui.dossier.addresses.places import exists
from caucasus_tui.dossier.addresses.typed import said_at
from caucasus_tui.dossier.model import Citation, Dossier, Edtf
from caucasus_tui.dossier.text import counted
from caucasus_tui.dossier.views.differences import GROUPS, Difference
from caucasus_tui.page.claim import Basis, cite_label, claims_of, hedge_span, type_glyphs
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.rows import Page, Row, Span, cell_width, cells_of, fit, pad, spread, wrap
from caucasus_tui.page.section import Section, stacked
from caucasus_tui.page.since import day_words
from caucasus_tui.panes import pane_title
from caucasus_tui.session.coming_back import is_off
from caucasus_tui.session.history import Visit
from caucasus_tui.session.last_time import Memory

LEAST = 16
"""Cells of a sentence beside what says it."""
MOST = 100
"""Places that are listed."""
_ADDRESS, _HOW = 30, 9
"""Cells."""
HOW = {"added": "new", "changed": "changed", "renamed": "renamed", "removed": "gone"}


def places_page(seed: Dossier, seen: Dossier, places: Iterable[Visit], memory: Memory, width: int) -> Page:
    """The places, in the order given; what the dossier says otherwise than the last time, and where the reader was
    then. `seen`: the `seed` layer, or both; of a layer that is off no place is told."""
    listed = dict.fromkeys(visit.address for visit in places if not is_off(seed, seen, visit.address))
    now = [row for address in [*listed][:MOST] for row in place_rows(seen, address, width)]
    earlier = (visit.address for visit in memory.last.places if visit.address not in listed)
    before = [row for one in earlier if not is_off(seed, seen, one) for row in place_rows(seen, one, width)]
    count = min(len(listed), MOST)
    note = f"{counted(count, 'place')}, the last first"
    changed = change_rows(seed, seen, memory.changes, width)
    if not (before or changed):
        return Page("Places", now, note)
    day = day_words(Edtf(memory.last.day))
    sections = (
        Section(f"Since last time, {day}", changed, change_note(memory.changes)),
        Section("This time", now),
        Section("Last time and before", before, day),
    )
    return Page("Places", stacked(sections, width), note)


def change_note(changes: Sequence[Difference]) -> str:
    """How much came, went and changed, in words; empty where nothing did."""
    counts = ((sum(one.how == how for one in changes), word) for how, word in HOW.items())
    return ", ".join(f"{count} {word}" for count, word in counts if count)


def change_rows(seed: Dossier, seen: Dossier, changes: Sequence[Difference], width: int) -> list[Row]:
    """A line for each, which leads there; of what is gone only its address is known, of a layer that is off only how
    much there is."""
    rows = []
    shown = [
        one for one in changes if one.how == "removed" or one.address in GROUPS or exists(seen, parse(one.address))
    ]
    for one in shown[:MOST]:
        named = one.title if one.title and one.address not in GROUPS else one.address
        gone = one.how == "removed"
        is_later = not gone and one.address not in GROUPS and not exists(seed, parse(one.address))
        mark = (Span(f"{LATER.glyph} ", LATER.role),) if is_later else ()
        word = (Span(pad(HOW[one.how], _HOW), "strong"), *mark)
        address = str(PaneAt("sources")) if one.address in GROUPS else one.address
        rest = f" (was {one.before})" if one.before else ""
        if one.group == "statements" and not gone:
            rows += _said_rows(seen, word, one.address, width)
            continue
        right = (Span(one.address, "cite"),) if named != one.address and 2 * cell_width(one.address) < width else ()
        left = (*word, Span(f"{named}{rest}", "absent" if gone else "text"))
        rows.append(Row(spread(left, right, width), "" if gone else address))
    if len(shown) > MOST:
        rows.append(Row((Span(f"and {len(shown) - MOST} more", "dim"),)))
    if len(shown) < len(changes):
        rows.append(Row((Span(fit(f"{len(changes) - len(shown)} in the later layer: L lays it over", width), "dim"),)))
    return rows


def place_rows(dossier: Dossier, address: str, width: int) -> list[Row]:
    """What a place is called, and its address where there is room."""
    if isinstance(parse(address), StatementAt) and exists(dossier, parse(address)):
        return _said_rows(dossier, (), address, width)
    name = called(dossier, parse(address))
    room = width - _ADDRESS - 2
    if room < _ADDRESS or cell_width(address) > _ADDRESS or name == address:
        return [Row((Span(fit(name, width)),), address)]
    return [Row((Span(pad(fit(name, room), room + 2)), Span(address, "cite")), address)]


def _said_rows(dossier: Dossier, head: Sequence[Span], address: str, width: int) -> list[Row]:
    """A statement with its type, its hedge and its citation, which stand below where there is no room beside it."""
    claims, said = claims_of(dossier, (address,)), dossier.statement(address)
    hedge = [part for claim in claims for span in hedge_span(claim) for part in (span, Span(" "))]
    end = [*hedge, Span(address, "cite", source=Citation(address).source)]
    left = (*head, *type_glyphs(Basis(claims)), Span(said.sentence if said else address))
    if cells_of((*left[:-1], *end)) + LEAST <= width:
        return [Row(spread(left, end, width), address)]
    indent = "  " if width > LEAST else ""
    below = [Row((Span(indent), *line), goes_on=True) for line in wrap(end, width - len(indent))]
    return [Row(spread(left, (), width), address), *below]


def called(dossier: Dossier, address: Address) -> str:
    """A name for a place, of those too that no dossier has."""
    match address:
        case PaneAt(name) if exists(dossier, address):
            return pane_title(dossier, name)
        case StatementAt() if exists(dossier, address):
            return cite_label(dossier, str(address))
        case BehindAt(of):
            return f"behind: {called(dossier, of)}"
        case AskAt(_) if address == QUESTIONS:
            return "the standard questions"
    own: dict[Address, str] = {COLLECTED: "what was collected", TODO: "to do"}
    return own.get(address) or said_at(dossier, address)
