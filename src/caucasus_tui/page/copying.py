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
from caucasus_tui.dossier.model.dates import When, sentence_date, span_words
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.dossier.model.layers import LATER_KINDS
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Actor, Dispute, Later, LedgerRow, Lever, Tension
from caucasus_tui.page.actor_card import actor_parts
from caucasus_tui.page.card import copied
from caucasus_tui.page.claim.basis import dating
from caucasus_tui.page.claim.citations import said_words, whole_cite
from caucasus_tui.page.fields import title_of
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR, LATER, type_mark
from caucasus_tui.page.name_card import name_parts
from caucasus_tui.page.tension import side_name


def copy_text(dossier: Dossier, address: Address, lens: Lens | None = None) -> str:
    """The title, each statement on a line of its own, and as of when the sources stand; of what has a card all of that,
    with what the `lens` shows alone."""
    if isinstance(address, CompareAt) and len(address.of) == 1:
        return copy_text(dossier, address.of[0])
    title, cites = title_at(dossier, address), rests_on(dossier, address)
    later = _is_later(dossier, address)
    match thing_at(dossier, address):
        case Tension() as item:
            lines = [f"!{item.number} {title}", *_sides(dossier, item)]
        case CompareAt(of):
            lines = [title]
            for place in of:
                lines += ["", title_at(dossier, place), *_said(dossier, rests_on(dossier, place))]
            lines.append("")
        case Actor() as item:
            card = copied(dossier, actor_parts(dossier, item, lens))
            lines = [f"{title} ({item.form})", *_in_passing(dossier, item), *card]
        case PaneAt("names"):
            rules = [rule for rule in dossier.names if lens is None or lens.admits(dossier, rule)]
            lines = ["What to say aloud, and what not", *copied(dossier, name_parts(dossier, rules))]
        case Lever() as item:
            lines = [title, _facts(dossier, item), *_said(dossier, cites)]
        case LedgerRow() as item:
            lines = [title, *_ledger(dossier, item)]
        case Dispute() as item:
            lines = [title, *(line for side in item.sides for line in (side.sentence, *_said(dossier, side.cites)))]
        case Later() as item:
            lines = [title, *_said(dossier, item.cites)]
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


def _is_later(dossier: Dossier, address: Address) -> bool:
    """Whether what is at an address came later than the text."""
    match address:
        case BehindAt(of):
            return _is_later(dossier, of)
        case RecordAt(kind):
            return kind in LATER_KINDS
        case SourceAt(name) | StatementAt(name) | ParagraphAt(name):
            described = dossier.relations.descriptors.get(name)
            return described is not None and described.layer == "later"
    return False


def _in_passing(dossier: Dossier, actor: Actor) -> Iterator[str]:
    """What it is: in a sentence that is about something else, whose type is none of this."""
    if actor.role:
        yield f"{actor.role.text} ({', '.join(whole_cite(dossier, cite) for cite in actor.role.cites)})"


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
        if statement := dossier.statement(cite):
            hedge = f" {hedge_words(statement.hedge)}" if statement.hedge else ""
            yield f"- [{type_mark(statement).word}] {statement.text}{hedge} ({whole_cite(dossier, cite)})"


def _sides(dossier: Dossier, tension: Tension) -> Iterator[str]:
    """A contradiction with one side would be a claim."""
    for index, side in enumerate(tension.sides):
        yield f"{side_name(index, len(tension.sides))}: {side.text}"
        yield from _said(dossier, side.cites)
    if tension.note:
        yield f"[{CURATOR.word}] {tension.note.text}"


def _facts(dossier: Dossier, lever: Lever) -> str:
    holders, targets = (
        ", ".join(title_of(dossier, actor.ref) for actor in actors) for actors in (lever.holders, lever.targets)
    )
    windows = "".join(f"; {sentence_date(when)} [{_who(dossier, lever, when)}]" for when in lever.window)
    return f"{holders} → {targets}; {lever.direction}, {lever.status} [{CURATOR.word}]{windows.replace(' []', '')}"


def _who(dossier: Dossier, lever: Lever, when: When) -> str:
    """Who says a date; nobody says that there is none."""
    said = dating(dossier, when, lever)
    return CURATOR.word if said.ours else "; ".join(said_words(dossier, claim) for claim in said.claims)
