"""An actor's card: what it wants, holds, is held by, owes and said, and what no source says of it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from caucasus_tui.dossier.model import Actor, Citation, Dossier, Lever, Record, Term, When, column_date
from caucasus_tui.dossier.model.dates.words import date_marks
from caucasus_tui.dossier.views.dating import has_date
from caucasus_tui.dossier.views.effects import TOLD, levers_upon
from caucasus_tui.dossier.views.force import Force, terms_by_force
from caucasus_tui.dossier.views.roles import levers_held
from caucasus_tui.page.aspects import Entry, titled
from caucasus_tui.page.card import Entries, Part
from caucasus_tui.page.claim import Basis, Cell, basis_of, is_ours, said_by, term_status, window
from caucasus_tui.page.comparison import LEFT_OUT, admits
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.lever import short
from caucasus_tui.page.marks import CURATOR, STATUS_MARKS
from caucasus_tui.page.rows import Span, glued
from caucasus_tui.page.statement import marked_spans

SAID_ON = ("point", "span", "as-of")
"""What a date has to be to say when something was said."""


def actor_parts(dossier: Dossier, actor: Actor, lens: Lens | None) -> list[Part]:
    """The parts of its card, with what the reader shows alone; without a lens all of it, and of no window whether it
    has passed."""
    today = lens.today if lens else None
    wants = [item for item in actor.positions if not _is_dated(dossier, item.cites)]
    said = [item for item in actor.positions if item not in wants]
    told = {cite for item in (*actor.positions, *actor.warnings) for cite in item.cites}
    own = [cite for cite in dossier.said_by(actor.ref) if cite not in told]
    spoken = [(item.text, item.cites, verb) for verb, of in (("", said), ("warns, ", actor.warnings)) for item in of]

    def words(number: int) -> Entry:
        if number < len(spoken):
            return _words(dossier, *spoken[number])
        cite = own[number - len(spoken)]
        statement = dossier.statement(cite)
        return _words(dossier, statement.sentence if statement else "", [cite])

    def said_on(number: int) -> Sequence[str]:
        return own[number - len(spoken) :][:1] if number >= len(spoken) else ()

    held, upon = levers_held(dossier, actor.id), levers_upon(dossier, actor.id)
    terms = [(force, term) for force, term in terms_by_force(dossier, actor.id, "obligors") if force.agreement]
    owed = Entries(len(terms), lambda number: _owed(dossier, *terms[number]), lambda number: _owed_on(terms[number][1]))
    gaps = [[Span(gap.title, "absent", gap.ref)] for gap in dossier.gaps if actor.ref in gap.about]
    parts = [
        Part("wants, does", [marked_spans(dossier, item.text, item.cites) for item in wants], "Positions", favour=2),
        Part("holds", _levers(dossier, held, today, holds=True), "Levers it holds", True),
        Part("is held by", _levers(dossier, upon, today, holds=False), "Levers upon it", True),
        Part("owes", owed, "Agreements and terms"),
        Part("said", Entries(len(spoken) + len(own), words, said_on), "Statements by"),
        Part("not stated", gaps, "Elsewhere", True, "No gap is noted."),
    ]
    return [_narrowed(dossier, part, lens) for part in parts] if lens and lens.narrows else parts


def _narrowed(dossier: Dossier, part: Part, lens: Lens) -> Part:
    """A part with what is shown alone; no source is silent for that."""
    entries = part.entries
    rests = entries.rests if isinstance(entries, Entries) else lambda number: ()
    on = [[*rests(number)] for number in range(len(entries))]
    through = {*map(id, lens.among(dossier, (one for each in on for one in each)))}  # asked about all at once
    kept = [number for number in range(len(entries)) if _is_kept(dossier, entries, number, on[number], through, lens)]
    shown = Entries(len(kept), lambda number: entries[kept[number]])
    return part._replace(entries=shown or (entries and [LEFT_OUT]))


def _is_kept(
    dossier: Dossier,
    entries: Sequence[Entry],
    number: int,
    on: Sequence[Record | str],
    through: Collection[int],
    lens: Lens,
) -> bool:
    """Whether an entry is let through: by what it rests `on`, where that is known before it is made; of what is let
    `through` the identity."""
    if on and lens.facet != CURATOR.role:
        return any(id(one) in through for one in on)
    ours = not on or any(isinstance(one, Term) and is_ours(one) for one in on)
    return ours and admits(dossier, entries[number], lens)


def _is_dated(dossier: Dossier, cites: Sequence[Citation]) -> bool:
    """Whether a position is something that was said once, with a date of that; else it holds still."""
    lead = dossier.statement(cites[0]) if cites else None
    return lead is not None and lead.type == "attributed" and lead.when is not None and has_date(lead.when)


def _words(dossier: Dossier, text: str, cites: Sequence[Citation], verb: str = "") -> Entry:
    """What it said, after the date on which it did. A day on which something began, or is due, is no such date."""
    lead = dossier.statement(cites[0])
    when = lead.when if lead and lead.when and lead.when.role in SAID_ON and has_date(lead.when) else None
    date_said = Span(f"{verb}{_date(when)}: " if when else f"{verb}no date: ", "date" if when else "dim")
    return [date_said, *marked_spans(dossier, text, cites)]


def _date(when: When) -> str:
    return f"{column_date(when)}{date_marks(when)}" if when.edtf else f"“{when.as_stated}”"


def _levers(dossier: Dossier, levers: Iterable[Lever], today: date | None, *, holds: bool) -> Entries:
    """By status, each status once, then whose or upon whom, and what closes its line."""
    found = sorted(levers, key=lambda lever: TOLD.index(lever.status))

    def make(number: int) -> Entry:
        lever = found[number]
        mark = STATUS_MARKS[lever.status]
        new = number == 0 or found[number - 1].status != lever.status
        others = [short(dossier, other) for other in (lever.targets if holds else lever.holders)]
        named = ("+" if lever.jointly and not holds else "/").join(others[:2]) + "/…" * (len(others) > 2)
        before = [Span(f"{glued(f'{mark.glyph} {mark.word}:')} ", mark.role)] if new else []
        before.append(Span(f"{glued(f'→ {named}' if holds else f'{named} →')} ", "dim"))
        lead = basis_of(dossier, lever.cites[:1])
        cell = window(dossier, lever, lever.window, today) if today else Cell(Span(""))
        return [*titled(dossier, lever, before), *_cell(dossier, cell, lead)]

    def rests(number: int) -> Sequence[Lever | str]:
        lever = found[number]
        return () if lever.window else (lever, *lever.cites[:1])

    return Entries(len(found), make, rests)


def _owed(dossier: Dossier, force: Force, term: Term) -> Entry:
    """A term of something agreed, with how it stands; of what is not in force, how it is owed."""
    before = [] if force.binds else [Span(f"{force.of('obligors')}: ", "dim")]
    lead = basis_of(dossier, term.cites[:1])
    implied = [Span(term.implied, "dim")] if term.implied else []
    return [*titled(dossier, term, before), *implied, *_cell(dossier, term_status(dossier, term), lead)]


def _owed_on(term: Term) -> Sequence[Record | str]:
    """What such an entry rests on: the term, and the statements that its line cites."""
    word = term.status_word.cites if term.status_word else ()
    return (term, *term.cites[:1], *word) if term.cites else ()


def _cell(dossier: Dossier, cell: Cell, lead: Basis) -> list[Span]:
    """How it stands or by when, and who says that where it is not what the line rests on."""
    if not cell.span.text:
        return []
    other = cell.basis.ours or (cell.basis.claims and cell.basis.claims != lead.claims)
    return [Span(", ", "dim"), cell.span, *([Span(" "), *said_by(dossier, cell.basis, links=True)] if other else [])]
