"""What an actor has to do with everything else: levers, terms, talks, and what is said by it and of it."""

from caucasus_tui.dossier.model import Actor, Agreement, Dossier, Lever, Step, Track


def people_of(dossier: Dossier, actor: str) -> list[Actor]:
    """The actors that belong to another one: people to their state, groups to whoever they are part of."""
    return [other for other in dossier.actors if other.belongs_to == actor]


def circle_of(dossier: Dossier, actor: str) -> frozenset[str]:
    """The ids of an actor and of those who belong to it."""
    return frozenset({actor, *(member.id for member in people_of(dossier, actor))})


def levers_held(dossier: Dossier, actor: str) -> list[Lever]:
    """The levers that an actor holds, alone or with others."""
    linked = dossier.linked_from(f"actor:{actor}")
    return [lever for lever in linked if isinstance(lever, Lever) and actor in lever.holders]


def agreements_of(dossier: Dossier, actor: str) -> list[tuple[str, Agreement]]:
    """Agreements with the part an actor has in them."""
    found = [("mediator", agreement) for agreement in dossier.agreements if actor in agreement.mediator]
    return found + [("party", agreement) for agreement in dossier.agreements if actor in agreement.parties]


def tracks_of(dossier: Dossier, actor: str) -> list[tuple[str, Track]]:
    """Negotiation tracks with the part an actor has in them."""
    found = [("leads", track) for track in dossier.tracks if track.lead == actor]
    found += [("party", track) for track in dossier.tracks if actor in track.parties]
    seats = ((seat, track) for track in dossier.tracks for seat in track.participants if seat.actor == actor)
    return found + [(f"takes part, {seat.since}" if seat.since else "takes part", track) for seat, track in seats]


def steps_of(dossier: Dossier, actor: str) -> list[tuple[str, Step]]:
    """Steps of the bargaining that an actor took or that were put to it."""
    found = [("by it", step) for step in dossier.steps if step.by == actor]
    return found + [("to it", step) for step in dossier.steps if actor in step.to]
