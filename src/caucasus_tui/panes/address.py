"""Any address as a page: panes, records, matrix cells, statements, paragraphs, sources.

Everything on screen can be named, so moving about, going back, printing and linking are the same thing. Pages are
loaded when first asked for: the first screen shows few kinds of them.
"""

from msgspec.structs import replace

from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Actor, Code, Gap, Place, Question, Record, Tension
from caucasus_tui.page.addresses import BOTTOM_LINE, TODO
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.lever import cell_of, cell_page, levers_between
from caucasus_tui.page.record import record_page
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.statement import cited_rows
from caucasus_tui.panes import PANES, pane, pane_showing


def page_at(dossier: Dossier, address: str, lens: Lens) -> Page:
    """The page at an address. An address that leads nowhere gives a page that says so."""
    found = _page(dossier, address, lens)
    return found or Page(address, [Row((Span(f"Nothing has the address {address}.", "absent"),))])


def _page(dossier: Dossier, address: str, lens: Lens) -> Page | None:
    kind, _, name = address.partition(":")
    if not address:
        return Page("", [])
    if kind == "pane" and name in PANES:
        page = pane(name).page(dossier, lens)
        filled = len(page.rows) > page.header
        return page if filled else page._replace(rows=[_empty(dossier, lens, name)], header=0)
    if address == TODO:
        from caucasus_tui.page.todo import todo_page

        return todo_page(dossier, lens.width)
    if kind == "behind":
        return _behind(dossier, name, lens)
    if kind == "ask":
        from caucasus_tui.page.answer import ask_page

        return ask_page(dossier, name, lens)
    if address == BOTTOM_LINE:
        line = dossier.about.whole_bottom_line
        return Page("Bottom line", cited_rows(dossier, line.text, line.cites, lens.width))
    cell = cell_of(address)
    if cell and all(dossier.record(f"actor:{name}") for name in cell):
        return cell_page(dossier, *cell, lens.width)
    record = dossier.record(address)
    if record:
        return _record_page(dossier, record, lens)
    return _source_page(dossier, address, lens)


def _behind(dossier: Dossier, address: str, lens: Lens) -> Page:
    if dossier.paragraph(address):
        from caucasus_tui.page.source import paragraph_page

        return paragraph_page(dossier, address, lens)
    from caucasus_tui.page.paragraphs_behind import behind_page

    return behind_page(dossier, item_at(dossier, address), title_at(dossier, address), lens)


def _source_page(dossier: Dossier, address: str, lens: Lens) -> Page | None:
    """A statement, a paragraph or a source."""
    from caucasus_tui.page.source import paragraph_page, source_page, statement_page

    statement = dossier.statement(address)
    if statement:
        return statement_page(dossier, address, statement, lens.width)
    if dossier.paragraph(address):
        return paragraph_page(dossier, address, lens)
    kind, _, name = address.partition(":")
    source = dossier.source(name) if kind == "source" else None
    return source_page(dossier, source, lens) if source else None


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
            from caucasus_tui.page.vocabulary import code_page

            return code_page(dossier, record, lens.width)
        case Question():
            from caucasus_tui.page.answer import answer_page

            return answer_page(dossier, record, lens)
        case _:
            return record_page(dossier, record, lens.width)


def exists(dossier: Dossier, address: str, lens: Lens) -> bool:
    """Whether an address leads somewhere."""
    return _page(dossier, address, lens) is not None


def _empty(dossier: Dossier, lens: Lens, name: str) -> Row:
    """Why a pane is empty, and what would fill it."""
    unfiltered = pane(name).page(dossier, replace(lens, facet=None))
    if lens.facet and len(unfiltered.rows) > unfiltered.header:
        return Row((Span(f"Nothing here is of type {lens.facet}. f esc shows everything.", "absent"),))
    return Row((Span(f"Nothing here yet. {pane(name).empty}", "absent"),))


def item_at(dossier: Dossier, address: str) -> object:
    """What rests on statements at an address: a record, a cell's levers, an answer, a citation, the bottom line."""
    cell = cell_of(address)
    if cell:
        return tuple(cite for lever in levers_between(dossier, *cell) for cite in citations(lever))
    if address == BOTTOM_LINE:
        return dossier.about.whole_bottom_line
    if dossier.statement(address):
        return Citation(address)
    question = _question(dossier, address)
    if question:
        from caucasus_tui.dossier.ask.answers import answer

        return answer(dossier, question).statements
    paragraph = dossier.paragraph(address)
    if paragraph:
        source = address.partition(":")[0]
        return tuple(Citation(f"{source}:{statement.id}") for statement in paragraph.statements)
    return dossier.record(address) or dossier.source(address.removeprefix("source:")) or ()


def _question(dossier: Dossier, address: str) -> Question | None:
    from caucasus_tui.page.answer import question_of

    return question_of(dossier, address)


def copy_of(dossier: Dossier, address: str) -> str:
    """What is at an address as text to paste, caveats included."""
    from caucasus_tui.page.copying import copy_text

    return copy_text(dossier, title_at(dossier, address), item_at(dossier, address))


def title_at(dossier: Dossier, address: str) -> str:
    """A short name for what is at an address."""
    record = _question(dossier, address) or dossier.record(address)
    if record:
        return record.title
    cell = cell_of(address)
    return " → ".join(cell) if cell else address


def home_of(dossier: Dossier, address: str) -> str:
    """The pane that lists what is at an address, as an address; the address itself where none does."""
    record = dossier.record(address)
    showing = pane_showing(record.kind) if record else None
    return f"pane:{showing}" if showing else address
