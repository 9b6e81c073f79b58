"""What the cursor chooses: the sources and actors to hold over every screen, the things to set beside each other."""

from caucasus_tui.dossier.addresses import CompareAt, PaneAt, SearchAt, SourceAt, TodoAt, parse
from caucasus_tui.dossier.addresses.places import exists, rests_on, thing_at, title_at
from caucasus_tui.dossier.model import Actor, Agreement, Cited, Dossier, Paragraph, Source, Statement, Tension
from caucasus_tui.dossier.model.dossier import links
from caucasus_tui.session.history import Visit

NO_THING = "Only things can be compared: actors, agreements, sources, the sides of a tension, records."


def sources_of(dossier: Dossier, subject: str) -> list[str]:
    """The sources that what is at an address is of or rests on, as addresses, the leading one first."""
    place = parse(subject)
    names = [place.name] if isinstance(place, SourceAt) else [cite.source for cite in rests_on(dossier, place)]
    return [f"{Source.kind}:{name}" for name in dict.fromkeys(names)]


def actors_of(dossier: Dossier, subject: str) -> list[str]:
    """The actors that what is at an address is about: an actor itself, those it names, those its statements name."""
    place = parse(subject)
    thing = dossier.source(place.name) if isinstance(place, SourceAt) else thing_at(dossier, place)
    if isinstance(thing, Actor):
        return [thing.ref]
    linked = [ref for ref in links(thing) if ref.startswith(f"{Actor.kind}:")]
    for statement in map(dossier.statement, rests_on(dossier, place)):
        named = (*statement.attributed_to, *statement.actors) if statement else ()
        linked += [actor.ref for actor in named if actor.is_stated]
    return list(dict.fromkeys(linked))


def compared(dossier: Dossier, before: str, subject: str) -> Visit | str:
    """Where `subject` stands beside what was chosen `before` it, or its own sides or sources beside each other; else
    what to do now. A tension has sides; actors, agreements, sources and statements are chosen one after the other, and
    one chosen twice is looked at by its sources."""
    thing = thing_at(dossier, parse(subject))
    if thing is None or isinstance(thing, PaneAt | TodoAt | SearchAt | CompareAt | tuple | Cited):
        return NO_THING
    in_pairs = isinstance(thing, Actor | Agreement | Source | Statement | Paragraph) and subject != before
    if isinstance(thing, Tension) or (not in_pairs and len(sources_of(dossier, subject)) > 1):
        return Visit(f"{CompareAt.word}:{subject}")
    if before and before != subject and exists(dossier, parse(before)):
        return Visit(f"{CompareAt.word}:{before}{CompareAt.between}{subject}")
    return f"= on another thing, and {title_at(dossier, parse(subject))} stands beside it."
