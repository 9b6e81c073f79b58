"""What is there once stands once: a member of a list, a number among its like, a record on one side of another. And
what is said of one thing goes together, its dates with its order too."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import get_origin

import msgspec

from caucasus_tui.dossier.loading.rules.scope import Breach, Scope
from caucasus_tui.dossier.loading.rules.shape import order_of_events
from caucasus_tui.dossier.model import Agreement, Lever, NameRule, Place, Point, Recommendation, Scenario, Step, Track
from caucasus_tui.dossier.model.dates import Edtf, When
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.hedges import PHIA
from caucasus_tui.dossier.model.links import NOT_STATED
from caucasus_tui.dossier.model.records.actors import Joins
from caucasus_tui.dossier.model.sources import Author, Hedge, Source, Statement
from caucasus_tui.dossier.model.walks import hints_of, parts
from caucasus_tui.dossier.problems import short

_APART: dict[type, tuple[str, ...]] = {
    Joins: ("start", "end", "through"),
    Point: ("speaker", "counterpart"),
    Step: ("by", "to"),
    Track: ("parties", "participants"),
    Lever: ("targets", "toward"),
    NameRule: ("title", "avoid"),
}
"""Fields of which no two may name the same."""


def members(scope: Scope) -> Iterator[Breach]:
    """Nothing stands in a list a second time: each is a set, and what is counted or drawn by it would be wrong."""
    for item in scope.items:
        for part in item.structs:
            for name in _lists(type(part)):
                value = getattr(part, name)
                if len(value) > 1 and (text := _second(value)):
                    yield Breach(item.ref, f"{name!r} has {short(text)} twice; take one out", text, again=True)


@cache
def _lists(form: type[msgspec.Struct]) -> tuple[str, ...]:
    """The fields of a struct that hold a list."""
    return tuple(name for name, hint in hints_of(form) if get_origin(hint) is tuple)


def _second(value: tuple[object, ...]) -> str:
    """What stands in a list a second time, by its first text. On what has an id there is another rule; and two authors
    of one role whom nobody names are two."""
    if "id" in getattr(value[0], "__struct_fields__", ()):
        return ""
    seen: set[object] = set()
    for one in value:
        key = one if isinstance(one, str) else msgspec.json.encode(one, enc_hook=str)
        if key in seen:
            return next(_texts(one), "")
        if not isinstance(one, Author) or one.name:
            seen.add(key)
    return ""


def _texts(value: object) -> Iterator[str]:
    """The texts in a field, what it names first."""
    return (part for part in parts(value) if isinstance(part, str))


def sides(scope: Scope) -> Iterator[Breach]:
    """A route leads elsewhere, a move is made towards others, and nothing points to itself."""
    for item in scope.items:
        for link in item.links:
            # By its end first: an address is made anew each time that a link is asked for it.
            if item.ref.endswith(link) and link.ref == item.ref and not scope.unread.may_hold(item.ref):
                yield Breach(item.ref, f"points to itself in {str(link)!r}; name another, or take it out", link)
        for part in item.structs:
            if not (names := _APART.get(type(part))):  # most
                continue
            seen: dict[str, str] = {NOT_STATED: ""}
            for name in names:
                for text in _texts(getattr(part, name)):
                    if (other := seen.setdefault(text.casefold(), name)) not in ("", name):
                        message = f"{short(text)} is {other!r} and {name!r}; name another as one of them"
                        yield Breach(item.ref, message, text)


def places(scope: Scope) -> Iterator[Breach]:
    """A number in an order, or the place of an older source, is taken once; else the file decides, and nobody knows."""
    owners: dict[tuple[str, str], str] = {}
    for ref, among, what, text in _taken(scope.dossier):
        if (owner := owners.setdefault((among, text), ref)) != ref:
            yield Breach(ref, f"{owner} {what} {text!r} already; give this one another, or that one", text)


def _taken(dossier: Dossier) -> Iterator[tuple[str, str, str, str]]:
    """Who takes a place, among whom, how that is said, and which."""
    ordered: list[Track | Step | Scenario | Recommendation] = [*dossier.tracks, *dossier.steps]
    for record in (*ordered, *dossier.scenarios, *dossier.recommendations):
        yield record.ref, record.kind, "has the order", str(record.order)
    for agreement in dossier.agreements:
        yield from ((term.ref, agreement.ref, "has the order", str(term.order)) for term in agreement.terms)
    for source in dossier.sources:
        if source.supersedes:
            yield f"source:{source.id}", "source", "supersedes", source.supersedes


def at_odds(scope: Scope) -> Iterator[Breach]:
    """Two things that are said of one go together."""
    layers = {source.id: source.layer for source in scope.dossier.sources}
    for item in scope.items:
        for text, message in _odds(item.thing, layers):
            yield Breach(item.ref, message, text)


def _odds(thing: object, layers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    match thing:
        case Source(supersedes=str(old), layer=layer) if layers.get(old, layer) != layer:
            yield old, f"{old!r} is of the other layer; a source takes the place of one of its own"
        case Source(as_of=When(edtf=Edtf() as day), published=When(edtf=Edtf() as out)) if out.latest < day.earliest:
            yield out, f"was published before {day}, as of which it speaks; mend 'published' or 'as_of'"
        case Agreement(status="in-force", superseded_by=str(new)):
            remedy = "write status: superseded, or leave out 'superseded_by'"
            yield new, f"is in force, and {new!r} took its place; {remedy}"
        case Statement(type="fact", hedge=Hedge(word=word, code=code)) if code in (*PHIA, "possible-unquantified"):
            yield word, f"is a fact, and {word!r}; a fact is told flatly: write assessment or forecast, or no hedge"
        case Statement(type="fact", attributed_to=(who, *_)):
            yield who, "is a fact, and somebody's words; write type: attributed, or leave out 'attributed_to'"
        case Place(form=form) if form != "route" and (thing.joins or (thing.status and form != "border")):
            fields = "'joins'" if form == "border" else "'joins' and 'status'"
            yield form, f"is a {form}, and has what a route has; write form: route, or leave out {fields}"
        case Lever(holders=(who,), jointly=True):
            yield who, "is held jointly by one; name the others, or leave out 'jointly'"


def dates_in_order(scope: Scope) -> Iterator[Breach]:
    """What comes before something else is not dated after it. A deadline does not say from when on something is, nor a
    day on which it is so."""
    dates = {event.ref: event.when.edtf for event in scope.dossier.events}
    begun_before = {event.ref for event in scope.dossier.events if event.when.role in ("deadline", "as-of")}
    for earlier, later in order_of_events(scope.dossier):
        first, then = dates.get(earlier), dates.get(later)
        if first and then and earlier not in begun_before and first.earliest > then.latest:
            name = later.partition(":")[2]
            message = f"comes before {name!r}, which has the earlier date ({then}); mend a date, or the order"
            yield Breach(earlier, message, first)
