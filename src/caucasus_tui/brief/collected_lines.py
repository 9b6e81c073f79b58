"""A brief of a reader's own choosing: what they collected, in their order, with their notes marked as theirs."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from caucasus_tui.brief.angle import angle
from caucasus_tui.brief.build import CLOSING, heading, section_of
from caucasus_tui.brief.claims import (
    besides,
    cited_claim,
    cited_in,
    dated_by,
    derived_claim,
    lead_claims,
    statement_claims,
    statement_line,
)
from caucasus_tui.brief.model import Brief, Claim, Line, Request, Section
from caucasus_tui.brief.parts.gaps import gap_line
from caucasus_tui.brief.parts.sources import source_line
from caucasus_tui.brief.parts.tensions import tension_line
from caucasus_tui.brief.points import point_line
from caucasus_tui.brief.wording import capitalised
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.addresses.places import thing_at, title_at
from caucasus_tui.dossier.ask.answers import answer
from caucasus_tui.dossier.model import Actor, Place
from caucasus_tui.dossier.model.dates import When, nearest_window, sentence_date, window_words
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Cited, Gap, Lever, NameRule, Point, Question, Record, Tension
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement
from caucasus_tui.dossier.text import counted
from caucasus_tui.dossier.views.dating import has_date
from caucasus_tui.page.marks import READER

NOTE = f"Chosen and put in order by the reader; what is marked {READER.word} is theirs."


class CollectedLine(Struct, frozen=True):
    """What stands at an address of the dossier, taken by a reader, with what they say of it."""

    address: str
    note: str = ""


def collected_brief(
    dossier: Dossier, lines: Iterable[CollectedLine], today: date, title: str = "", *, later: bool = True
) -> Brief:
    """The brief of what was collected; of what is no longer in the dossier, or of a later layer that is off, it says
    that it is left out. `title`: after the dossier's, of what was not collected."""
    wanted = tuple(lines)
    told = wanted if later else tuple(one for one in wanted if not is_later(dossier, one, today))
    found = tuple(line for one in told if (line := brief_line(dossier, one, today)))
    gone, off = len(told) - len(found), len(wanted) - len(told)
    note = f"{NOTE} Left out, since no longer in the dossier: {counted(gone, 'line')}." if gone else NOTE
    note += f" Left out, since the later layer is off: {counted(off, 'line')}." if off else ""
    view = angle(dossier, today)
    chosen = Section(key="collected", title=title or "Collected", noun="lines", note="" if title else note, lines=found)
    closing = [section_of(view, key, found) for key in CLOSING]
    if dossier.since:
        from caucasus_tui.brief.parts.since_then import sources_section

        closing.append(sources_section(dossier, {cite.source for cite in cited_in(found)}))
    sections = (chosen, *(one for one in closing if one.lines))
    return replace(heading(view, Request(today=today), title or "collected lines"), sections=sections)


def brief_line(dossier: Dossier, collected: CollectedLine, today: date) -> Line | None:
    """What stands at the address as a brief says it, and the note; None where nothing stands there any more."""
    line = _line(dossier, collected.address, today)
    if line is None and dossier.since:  # loaded only where there is a later layer
        from caucasus_tui.brief.parts.since_then import later_line

        line = later_line(dossier, collected.address, today)
    if line is None or not collected.note:
        return line
    return replace(line, claims=(*line.claims, Claim(text=collected.note, voices=("reader",))))


def is_later(dossier: Dossier, collected: CollectedLine, today: date) -> bool:
    """Whether a line is of the later layer, and so not told while that is off."""
    return not _line(dossier, collected.address, today) and bool(brief_line(dossier, collected, today))


def _line(dossier: Dossier, address: str, today: date) -> Line | None:
    match thing_at(dossier, parse(address)):
        case Statement():
            return statement_line(dossier, Citation(address))
        case Paragraph() as paragraph:
            source = Citation(address).source
            cites = [Citation(f"{source}:{said.id}") for said in paragraph.statements]
            return Line(head=paragraph.about, claims=statement_claims(dossier, cites), about=address)
        case Source() as source:
            return source_line(dossier, source)
        case Cited() as cited:
            return Line(claims=(cited_claim(dossier, cited),), about=address)
        case Gap() as gap:
            return gap_line(dossier, gap)
        case Point() as point:
            return point_line(dossier, point)
        case Tension() as tension:
            return tension_line(dossier, tension)
        case NameRule() as rule:
            avoid = f"; not {', '.join(f'“{word}”' for word in rule.avoid)}" if rule.avoid else ""
            why = derived_claim(dossier, rule.rationale)
            return Line(head=f"Say {rule.title}{avoid}", claims=why, about=address)
        case Question() as question:
            said = derived_claim(dossier, question.answer)
            said = said or statement_claims(dossier, answer(dossier, question).statements[:1])
            return Line(head=question.title, claims=said, about=question.ref)
        case Record() as record:
            return _record_line(dossier, record, today)
        case (Lever(), *_) as levers:
            claims = (claim for lever in levers if isinstance(lever, Lever) for claim in lead_claims(dossier, lever))
            return Line(head=title_at(dossier, parse(address)), claims=tuple(claims), about=address)
    return None


def _record_line(dossier: Dossier, record: Record, today: date) -> Line:
    """Its sentence, else its title with the statement that leads it; and when, with what says so."""
    sentence = getattr(record, "sentence", None)
    said = (cited_claim(dossier, sentence),) if isinstance(sentence, Cited) else lead_claims(dossier, record)
    if isinstance(record, Place | Actor) and not said:
        told = record.status if isinstance(record, Place) else (record.role, *record.positions)
        said = tuple(cited_claim(dossier, one) for one in told if one)
    when = dated(record, today) or next(filter(has_date, getattr(record, "window", ())), None)
    due = window_words(when, today) if when and when.edtf else ""
    facts = ", ".join(filter(None, (capitalised(sentence_date(when)), due))) if when else ""
    claims = (*said, *besides(dated_by(dossier, record, when), said)) if when else said
    return Line(head=record.title, facts=facts, claims=claims, about=record.ref)


def dated(record: Record, today: date) -> When | None:
    """The window, deadline or date of a record, if it has one that is dated."""
    windows = getattr(record, "window", ()) or (getattr(record, "deadline", None), getattr(record, "when", None))
    return nearest_window([when for when in windows if when and when.edtf], today)
