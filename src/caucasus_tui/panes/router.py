"""Any address as a page: panes, records, matrix cells, statements, paragraphs, sources.

Everything on screen can be named, so moving about, going back, printing and linking are the same thing. Pages are
loaded when first asked for: the first screen shows few kinds of them.
"""

from msgspec.structs import replace

from caucasus_tui.dossier.addresses import (
    AskAt,
    Bare,
    BehindAt,
    BottomLineAt,
    CellAt,
    CompareAt,
    PaneAt,
    ParagraphAt,
    SearchAt,
    TodoAt,
    parse,
)
from caucasus_tui.dossier.addresses.places import moved_to, thing_at, title_at
from caucasus_tui.dossier.model import Actor, Cited, Code, Dispute, Gap, LedgerRow, Place, Question, Record, Tension
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement
from caucasus_tui.page.layer_off import off
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.lever import cell_page
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.record import record_page
from caucasus_tui.page.rows import Page, Row, Span, flowing
from caucasus_tui.page.rows.growing import extent
from caucasus_tui.page.statement import cited_rows
from caucasus_tui.panes import pane


def page_at(dossier: Dossier, address: str, lens: Lens) -> Page:
    """The page at an address. An address that leads nowhere gives a page that says so; one of the later layer, while
    that is off, only that there is one. What is of the seed layer is made without the later one, whose lines follow
    below."""
    place = parse(address)
    if isinstance(place, SearchAt) and thing_at(dossier, place):
        from caucasus_tui.dossier.search.searches import Searches
        from caucasus_tui.page.search_results import found_page

        return found_page(dossier, Searches(dossier).found(place.name, later=lens.since), lens.width)
    # The first screen asks for nothing of the later layer, which is read from the cache when it is first asked for.
    in_seed = dossier.since is None or isinstance(place, Bare) or thing_at(dossier, place) is not None
    if in_seed and not (lens.since and dossier.since):
        return _page(dossier, address, lens)
    from caucasus_tui.page import later_page

    if thing_at(dossier, place) is not None:
        return later_page.with_later(dossier, place, _page(dossier, address, lens), lens)
    if thing_at(dossier.whole, place) is None:
        return _page(dossier, address, lens)
    if not lens.since:
        return Page(address, flowing([Span(off(lens.key("later", "L")), "absent")], lens.width))
    match thing_at(dossier.whole, place):
        case LedgerRow() | Dispute() as record:  # which have a rule within them
            return _record_page(dossier, record, lens)
    return later_page.marked(dossier, _page(dossier.whole, address, lens), lens)


def _page(dossier: Dossier, address: str, lens: Lens) -> Page:
    place = parse(address)
    match place, thing_at(dossier, place):
        case Bare(""), _:
            return Page("", [])
        case _, None:
            return _moved_page(dossier, address, lens)
        case BehindAt(ParagraphAt() as paragraph), Paragraph():
            return _page(dossier, str(paragraph), lens)
        case BehindAt(of), _:
            from caucasus_tui.page.paragraphs_behind import behind_page

            return behind_page(dossier, of, lens)
        case PaneAt(name), _:
            return _pane_page(dossier, name, lens)
        case AskAt(""), _:
            from caucasus_tui.page.answer import questions_page

            return questions_page(dossier, lens)
        case TodoAt(), _:
            from caucasus_tui.page.todo import todo_page

            return todo_page(dossier, lens.width, lens.today)
        case BottomLineAt(), Cited() as line:
            return Page("Bottom line", cited_rows(dossier, line.text, line.cites, lens.width))
        case CompareAt(), _:
            from caucasus_tui.page.comparison import comparison_page

            return comparison_page(dossier, place, lens)
        case CellAt(holder, target), _:
            return cell_page(dossier, holder, target, lens.width)
        case _, Record() as record:
            return _record_page(dossier, record, lens)
        case _, Statement() | Paragraph() | Source() as thing:
            return _source_page(dossier, address, thing, lens)
    raise AssertionError(f"no page for {address}")


def _moved_page(dossier: Dossier, address: str, lens: Lens) -> Page:
    """What had the address before its id changed, and that it has; else that nothing has the address."""
    from caucasus_tui.dossier.addresses.typed import said_of_moved

    match moved_to(dossier, parse(address)):
        case (now,):
            page = _page(dossier, str(now), lens)
            return page._replace(rows=[Row((Span(said_of_moved(dossier, address), "warn"),)), *page.rows])
        case ():
            return Page(address, flowing([Span(f"Nothing has the address {address}.", "absent")], lens.width))
        case several:
            said = Row((Span(said_of_moved(dossier, address), "warn"),))
            return Page(address, [said, *(Row((Span(str(now), "cite"),), str(now)) for now in several)])


def _source_page(dossier: Dossier, address: str, thing: Statement | Paragraph | Source, lens: Lens) -> Page:
    from caucasus_tui.page.source import paragraph_page, source_page, statement_page

    match thing:
        case Statement():
            return statement_page(dossier, address, thing, lens.width, lens.today)
        case Paragraph():
            return paragraph_page(dossier, address, lens)
        case Source():
            return source_page(dossier, thing, lens)


def _record_page(dossier: Dossier, record: Record, lens: Lens) -> Page:
    """Kinds that hang together with much else have a page of their own; any other is shown field by field."""
    match record:
        case Actor():
            from caucasus_tui.page.actor import actor_page

            return actor_page(dossier, record, lens)
        case Place():
            from caucasus_tui.page.place import place_page

            return place_page(dossier, record, lens)
        case Tension():
            from caucasus_tui.page.tension import tension_page

            return tension_page(dossier, record, lens.width)
        case Gap():
            from caucasus_tui.page.gap import gap_page

            return gap_page(dossier, record, lens.width)
        case Code():
            from caucasus_tui.page.codebook import code_page

            return code_page(dossier, record, lens.width)
        case Dispute():
            from caucasus_tui.page.dispute import dispute_page

            return dispute_page(dossier, record, lens)
        case LedgerRow():
            from caucasus_tui.page.ledger_row import ledger_page

            return ledger_page(dossier, record, lens)
        case Question():
            from caucasus_tui.page.answer import answer_page

            return answer_page(dossier, record, lens)
        case _:
            return record_page(dossier, record, lens.width, lens.today)


def _pane_page(dossier: Dossier, name: str, lens: Lens) -> Page:
    """A pane; an empty one says why it is, and what would fill it."""
    page = found = pane(name).page(dossier, lens)
    if lens.facet == CURATOR.role:
        from caucasus_tui.page.ours import ours_alone

        page = ours_alone(dossier, page, lens)
    if extent(page.rows, page.header + 1) > page.header:
        return page
    said = f"Nothing here yet. {pane(name).empty}"
    if not extent(found.rows, found.header + 1) > found.header:
        found = pane(name).page(dossier, replace(lens, facet=None, held=""))
    if lens.narrows and extent(found.rows, found.header + 1) > found.header:
        of = f" of {title_at(dossier, parse(lens.held))}" if lens.held else ""
        kind = (
            f" {CURATOR.glyph} ours" if lens.facet == CURATOR.role else f" of type {lens.facet}" if lens.facet else ""
        )
        said = f"Nothing here is{kind}{of}. {lens.key('facet', 'f')} {lens.key('facet.all', 'esc')} shows everything."
    note = "" if lens.facet == CURATOR.role else page.note
    idle = pane(name).letters.replace(pane(name).letter_on(lens.pick), "")
    return page._replace(rows=flowing([Span(said, "absent")], lens.width), note=note, header=0, idle=idle)
