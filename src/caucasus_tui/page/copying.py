"""An item as plain text to paste: type, hedge, citation and as-of go with it, so that it stays honest outside."""

from collections.abc import Iterable, Iterator

from caucasus_tui.dossier.addresses import (
    Address,
    BehindAt,
    CompareAt,
    PaneAt,
    ParagraphAt,
    RecordAt,
    SourceAt,
    StatementAt,
)
from caucasus_tui.dossier.addresses.places import rests_on, thing_at, title_at
from caucasus_tui.dossier.model import Cited, Gap, NameRule, Point, Question, Recommendation, Record, Source
from caucasus_tui.dossier.model.dates import When, sentence_date, span_words
from caucasus_tui.dossier.model.dates.words import as_of_words
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.joined import LATER_KINDS
from caucasus_tui.dossier.model.links import Citation, CitationOrGap
from caucasus_tui.dossier.model.records import Actor, Dispute, Later, LedgerRow, Lever, Tension
from caucasus_tui.page.actor_card import actor_parts
from caucasus_tui.page.card import Part, copied
from caucasus_tui.page.claim import dating, said_words, superseded_by, whole_cite
from caucasus_tui.page.fields import title_of
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR, IN_PASSING, LATER, is_unwritten, type_mark
from caucasus_tui.page.name_card import name_parts
from caucasus_tui.page.statement import marked_spans
from caucasus_tui.page.tension import side_name


def copy_text(dossier: Dossier, address: Address, lens: Lens | None = None) -> str:
    """The title, each statement on a line of its own, and as of when the sources stand; of what has a card all of that,
    with what the `lens` shows alone."""
    if isinstance(address, CompareAt) and len(address.of) == 1:
        return copy_text(dossier, address.of[0])
    title, cites = title_at(dossier, address), rests_on(dossier, address)
    later = is_later(dossier, address)
    match thing_at(dossier, address):
        case Tension() as item:
            lines = [f"!{item.number} {title}", *_sides(dossier, item)]
        case CompareAt(of):
            lines = [title]
            for place in of:
                lines += ["", title_at(dossier, place), *_said(dossier, rests_on(dossier, place))]
            lines.append("")
        case Actor() as item:
            role = [Part(IN_PASSING, [marked_spans(dossier, item.role.text, item.role.cites)], "")] if item.role else []
            lines = [f"{title} ({item.form})", *copied(dossier, [*role, *actor_parts(dossier, item, lens)])]
        case PaneAt("names"):
            rules = [rule for rule in dossier.names if lens is None or lens.admits(dossier, rule)]
            lines = ["What to say aloud, and what not", *copied(dossier, name_parts(dossier, rules))]
        case Lever() as item:
            lines = [title, _facts(dossier, item), *_said(dossier, cites)]
        case Recommendation() as item:
            lines = [f"{title}{_windows(dossier, item)}", *_said(dossier, cites)]
        case LedgerRow() as item:
            lines = [title, *_ledger(dossier, item)]
        case Dispute() as item:
            lines = [
                title,
                *(
                    line
                    for side in item.sides
                    for line in (f"{side.whose}: {side.sentence}", *_said(dossier, side.cites))
                ),
            ]
        case Later() as item:
            lines = [title, *_said(dossier, item.cites)]
        case Gap() as item:
            said = list(_said(dossier, cites))
            nearest = ["What comes nearest:", *said] if said else []
            lines = [title, f"{item.answer[:1].upper()}{item.answer[1:].rstrip('.')}.", *nearest]
        case Point() as item:
            lines = [_ours(title), *_resting(dossier, item.rests_on)]
            for reply in item.answer:
                lines += [_ours(f"In answer: {reply.text}"), *_resting(dossier, reply.rests_on)]
        case Question() as item:
            basis = item.answer.basis if item.answer else ()
            ours = [_ours(item.answer.text)] if item.answer else []
            lines = [title, *ours, *_said(dossier, dict.fromkeys((*basis, *cites)))]
        case Cited() as item:
            lines = [_ours(item.text), *_said(dossier, item.cites)]
        case NameRule() as item:
            lines = [*copied(dossier, name_parts(dossier, (item,)))]
        case Source() as item:
            lines = [title, *_described(dossier, item)]
        case _:
            lines = [title, *_said(dossier, cites)]
    if later:
        from caucasus_tui.page.since import caveat

        lines.insert(0, f"{LATER.glyph} {caveat(dossier)}")
    return "\n".join((*lines, *closing_lines(dossier))) + "\n"


def closing_lines(dossier: Dossier) -> list[str]:
    """What goes with every copy: as of when, of which dossier, who may have it."""
    about = dossier.about
    derived = ", derived" if about.as_of.year == "inferred" else ""
    as_of = f"As of {span_words(about.as_of)}{derived}. {about.title}, dossier {about.version}."
    return [as_of, about.marking] if about.marking else [as_of]


def is_later(dossier: Dossier, address: Address) -> bool:
    """Whether what is at an address came later than the text."""
    match address:
        case BehindAt(of):
            return is_later(dossier, of)
        case RecordAt(kind):
            return kind in LATER_KINDS
        case SourceAt(name) | StatementAt(name) | ParagraphAt(name):
            described = dossier.relations.descriptors.get(name)
            return described is not None and described.layer == "later"
    return False


def _ledger(dossier: Dossier, row: LedgerRow) -> Iterator[str]:
    """Both halves: the words of the text, and what came of them."""
    from caucasus_tui.page.ledger_row import said_in

    yield from _said(dossier, said_in(dossier, row))
    because = f": {row.because.text}" if row.because else ""
    yield f"{row.state.replace('-', ' ')} [{CURATOR.word}]{because} Test: {row.test}"
    yield from _said(dossier, row.cites)
    yield from (f"against {line}" for line in _said(dossier, row.against))


def _said(dossier: Dossier, cites: Iterable[Citation]) -> Iterator[str]:
    for cite in cites:
        if (statement := dossier.statement(cite)) and not is_unwritten(statement.text):
            hedge = f" {hedge_words(statement.hedge)}" if statement.hedge else ""
            yield f"- [{type_mark(statement).word}] {statement.sentence}{hedge} ({whole_cite(dossier, cite)})"


def _ours(text: str) -> str:
    """A sentence of the curator's, which nobody is to take for a source's."""
    return f"{text} [{CURATOR.word}]"


def _resting(dossier: Dossier, on: Iterable[CitationOrGap]) -> Iterator[str]:
    """What a point rests on: statements, and questions that have no answer."""
    for one in on:
        gap = dossier.record(one)
        yield from [f"- not in the sources: {gap.title}"] if gap else _said(dossier, (Citation(one),))


def _described(dossier: Dossier, source: Source) -> Iterator[str]:
    """Who says it, when, and whether a newer one has taken its place."""
    new = superseded_by(dossier, source.id)
    whose = (*(author.name or author.role for author in source.authors), source.publisher)
    facts = (*whose, source.form.replace("-", " "), as_of_words(source.as_of), source.url)
    yield "; ".join(filter(None, facts))
    yield from [f"superseded by {new}"] if new else ()


def _sides(dossier: Dossier, tension: Tension) -> Iterator[str]:
    """A contradiction with one side would be a claim."""
    for index, side in enumerate(tension.sides):
        yield f"{side_name(index, len(tension.sides))}: {side.text}"
        yield from _said(dossier, side.cites)
    if tension.note:
        yield from (f"[{CURATOR.word}] {tension.note.text}", *_said(dossier, tension.note.basis))


def _facts(dossier: Dossier, lever: Lever) -> str:
    holders, targets = (
        ", ".join(title_of(dossier, actor.ref) for actor in actors) for actors in (lever.holders, lever.targets)
    )
    return f"{holders} → {targets}; {lever.direction}, {lever.status} [{CURATOR.word}]{_windows(dossier, lever)}"


def _windows(dossier: Dossier, record: Lever | Recommendation) -> str:
    """By when, with who says so."""
    said = "".join(f"; {sentence_date(when)} [{_who(dossier, record, when)}]" for when in record.window)
    return said.replace(" []", "")


def _who(dossier: Dossier, record: Record, when: When) -> str:
    """Who says a date; nobody says that there is none."""
    said = dating(dossier, when, record)
    return CURATOR.word if said.ours else "; ".join(said_words(dossier, claim) for claim in said.claims)
