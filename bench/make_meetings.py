"""The files of a made-up dossier on talks and meetings: tracks, steps, points, name rules, standard questions."""

from collections.abc import Iterator
from string import ascii_lowercase

from bench.maker import DIRECTIONS, STATUSES, Maker


def tracks(make: Maker) -> Iterator[str]:
    """The tracks, a piece of YAML each."""
    for number in range(make.seldom):
        yield f"- id: track-{number}\n  title: {make.words.title(4)}\n  order: {number + 1}\n"
        yield f"  lead: {make.one(make.actors)}\n  parties: {make.some(make.actors, 3)}\n"
        yield f"  state: {{text: {make.words.title(8)}, cites: {make.cited(1)}}}\n"
        yield f"  last_signal: {{text: {make.words.title(8)}, cites: {make.cited(1)}}}\n  cites: {make.cited(3)}\n"


def steps(make: Maker) -> Iterator[str]:
    """The steps of the bargaining, a piece of YAML each."""
    for number in range(make.rare):
        yield f"- id: step-{number}\n  title: {make.words.title(5)}\n  order: {number + 1}\n  form: concession\n"
        by = make.one(make.actors)
        others = [actor for actor in make.actors if actor != by]
        yield f"  by: {by}\n  to: {make.some(others, 2)}\n  cites: {make.cited(2)}\n"


def points(make: Maker) -> Iterator[str]:
    """What to say in meetings, a piece of YAML each."""
    for number in range(make.rare):
        form = make.one(("point", "question", "if-raised"))
        yield f"- id: point-{number}\n  with: {make.one(make.actors)}\n  kind: {form}\n"
        yield f"  text: {make.words.sentence(12)}\n  rests_on: {make.cited(2)}\n"


def names(make: Maker) -> Iterator[str]:
    """The name rules, a piece of YAML each."""
    for number in range(make.seldom):
        yield f"- id: name-{number}\n  title: {make.words.name(number)}\n  about: [place:{make.one(make.places)}]\n"
        yield f"  usage: [{{who: made up, term: {make.words.title(2)}}}]\n  avoid: [{make.words.title(2)}]\n"
        yield f"  reason: is made up\n  rationale: {{text: {make.words.title(9)}, basis: {make.cited(1)}}}\n"


def questions(make: Maker) -> Iterator[str]:
    """A question for each of the first letters, a piece of YAML each: what is found grows with the dossier."""
    asked = make.actors[:6]  # each of them has levers upon it, and owes something
    selectors = (
        lambda: f"every: lever, where: {{targets: [{make.one(asked)}]}}, order: status",
        lambda: f"every: statement, where: {{type: [forecast], actors: [{make.one(asked)}]}}",
        lambda: f"every: event, where: {{actors.actor: [{make.one(asked)}]}}, order: when",
        lambda: f"every: lever, where: {{direction: [{make.one(DIRECTIONS)}], status: [{make.one(STATUSES)}]}}, say: 0",
        lambda: "every: statement, where: {type: [forecast], hedge.code: [likely]}",
        lambda: f"every: term, where: {{obligors: [{make.one(asked)}]}}",
        lambda: "every: scenario",
    )
    for number, letter in enumerate(ascii_lowercase[:12]):
        chosen = selectors[number % len(selectors)]()
        yield f"- id: question-{letter}\n  key: {letter}\n  title: {make.words.title(7)}?\n"
        yield f"  answer: {{text: {make.words.title(16)}, basis: [{make.one(make.cites[:9])}]}}\n"
        yield f"  sections: [{{heading: {make.words.title(3)}, select: [{{{chosen}}}]}}]\n"
