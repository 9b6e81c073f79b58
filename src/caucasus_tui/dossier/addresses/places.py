"""What stands at an address: the thing itself, what it is called, what it rests on, which pane lists it."""

from itertools import product
from typing import TypeAlias, assert_never

from caucasus_tui.dossier.addresses import (
    Address,
    AskAt,
    Bare,
    BehindAt,
    BottomLineAt,
    CellAt,
    CollectedAt,
    CompareAt,
    DossierAt,
    KeyAt,
    MeetingAt,
    PaneAt,
    ParagraphAt,
    PlacesAt,
    ReaderAt,
    RecordAt,
    SearchAt,
    SourceAt,
    StatementAt,
    TodoAt,
)
from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.dossier.model.links import NOT_STATED, Citation
from caucasus_tui.dossier.model.pane_names import PANE_KINDS, PANES
from caucasus_tui.dossier.model.records import Actor, Cited, Lever, Question, Record
from caucasus_tui.dossier.model.sources import Paragraph, Source, Statement
from caucasus_tui.dossier.text.clean import on_one_line
from caucasus_tui.dossier.views.effects import TOGETHER, holder_title, levers_between

Thing: TypeAlias = (
    Record
    | Statement
    | Paragraph
    | Source
    | Cited
    | tuple[Lever, ...]
    | tuple[Question, ...]
    | PaneAt
    | TodoAt
    | CompareAt
    | SearchAt
)
"""Also the bottom line, the levers of a cell, the questions; of a pane, a comparison, a search or what is to be done,
its own."""


def thing_at(dossier: Dossier, address: Address) -> Thing | None:
    """What stands at an address; None where nothing does, or where only the screens know. What is behind a thing stands
    where the thing does. A source is perhaps without its paragraphs."""
    match address:
        case RecordAt():
            return dossier.record(str(address))
        case StatementAt():
            return dossier.statement(str(address))
        case ParagraphAt():
            return dossier.paragraph(str(address))
        case SourceAt(name):
            return dossier.relations.descriptors.get(name)
        case PaneAt(name):
            return address if name in PANES else None
        case TodoAt():
            return address
        case SearchAt(query):
            return address if query.strip() else None
        case CompareAt(of):
            return address if all(exists(dossier, place) for place in of) else None
        case CellAt(holder, target):
            named = {*holder.split(TOGETHER), target} - {NOT_STATED}
            known = all(dossier.record(f"{Actor.kind}:{actor}") for actor in named)
            return tuple(levers_between(dossier, holder, target)) if known else None
        case AskAt(""):
            return dossier.questions
        case AskAt(key):
            from caucasus_tui.dossier.ask.answers import question_at  # the first screen asks nothing

            return question_at(dossier, key)
        case BottomLineAt():
            return dossier.about.whole_bottom_line
        case BehindAt(of):
            return thing_at(dossier, of)
        case KeyAt() | DossierAt() | ReaderAt() | MeetingAt() | CollectedAt() | PlacesAt() | Bare():
            return None
        case _:
            assert_never(address)


def exists(dossier: Dossier, address: Address) -> bool:
    """Whether an address leads somewhere."""
    return thing_at(dossier, address) is not None


def moved_to(dossier: Dossier, address: Address) -> tuple[Address, ...]:
    """Where that is to be found which had an address before its id changed; empty where nothing had it."""
    match address:
        case RecordAt():
            return tuple(RecordAt(record.kind, record.id) for record in dossier.renamed.get(str(address), ()))
        case BehindAt(of):
            return tuple(BehindAt(now) for now in moved_to(dossier, of) if not isinstance(now, BehindAt))
        case CellAt(holder, target):
            actors = [_now(dossier, f"{Actor.kind}:{actor}") for actor in (holder, target)]
            return tuple(CellAt(*pair) for pair in product(*actors) if pair != (holder, target))
        case AskAt(key):
            return tuple(map(AskAt, _now(dossier, f"{Question.kind}:{key.casefold()}") if key else ()))
    return ()


def _now(dossier: Dossier, ref: str) -> list[str]:
    """The ids of the records that have an address or had it."""
    record = dossier.record(ref)
    return [found.id for found in ((record,) if record else dossier.renamed.get(ref, ()))]


def title_at(dossier: Dossier, address: Address) -> str:
    """A short name for what is at an address; its text where it has no other."""
    if isinstance(address, CellAt):
        return f"{holder_title(dossier, address.holder)} → {holder_title(dossier, address.target)}"
    if isinstance(address, CompareAt):
        return " = ".join(title_at(dossier, place) for place in address.of)
    if isinstance(address, SearchAt):
        return f"/ {on_one_line(address.name).strip()}"
    if str(address).rpartition(":")[2] == NOT_STATED:
        return "not stated"
    if isinstance(address, SourceAt):  # a large source is not read for its title
        described = dossier.relations.descriptors.get(address.name)
        return described.title if described else str(address)
    thing = thing_at(dossier, address)
    return thing.title if isinstance(thing, Record | Source) else str(address)


def rests_on(dossier: Dossier, address: Address) -> tuple[Citation, ...]:
    """The statements that what is at an address rests on; a question's are those that its answer shows."""
    address = address.of if isinstance(address, BehindAt) else address
    thing = thing_at(dossier, address)
    match thing:
        case Statement():
            return (Citation(str(address)),)
        case Paragraph():
            source = Citation(str(address)).source
            return tuple(Citation(f"{source}:{statement.id}") for statement in thing.statements)
        case Question():
            from caucasus_tui.dossier.ask.answers import answer

            return answer(dossier, thing).statements
        case None | PaneAt() | TodoAt() | SearchAt():
            return ()
        case CompareAt(of):
            return tuple(dict.fromkeys(cite for place in of for cite in rests_on(dossier, place)))
        case tuple():
            return tuple(dict.fromkeys(cite for each in thing for cite in citations(each)))
        case _:
            return citations(thing)


def home_of(dossier: Dossier, address: Address) -> Address:
    """The pane that lists what is at an address; the address itself where none does."""
    if isinstance(address, RecordAt) and exists(dossier, address):
        return next((PaneAt(name) for name, kinds in PANE_KINDS.items() if address.kind in kinds), address)
    return address
