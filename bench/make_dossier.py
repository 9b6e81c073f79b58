"""A made-up dossier of any size, in the shape of a real one: `python -m bench.make_dossier DIR --statements 10000`.

There is an event for every five statements, 60 actors (fewer in small dossiers), and levers, agreements and the rest
in proportion. `check` finds nothing to complain of. The same size gives the same dossier.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import make_later
from bench.make_meetings import names, points, questions, steps, tracks
from bench.maker import DIRECTIONS, HEDGES, LANES, STATUSES, TYPES, Maker


def seed(make: Maker, cites: list[str]) -> Iterator[str]:
    """A source with its statements."""
    name = cites[0].partition(":")[0]
    yield f"id: {name}\ntitle: {make.words.title(5)}\npublisher: {make.words.name(0)}\nform: commentary\n"
    yield f"standpoint: {make.words.title(8)}\nas_of: {make.when('as-of')}\naccess: made up\nparagraphs:\n"
    paragraph = ""
    for cite in cites:
        statement = cite.partition(":")[2]
        if statement.partition(".")[0] != paragraph:
            paragraph = statement.partition(".")[0]
            yield f"  - id: {paragraph}\n    about: {make.words.title(4)}\n    statements:\n"
        form = make.one(TYPES)
        yield f"      - id: {statement}\n        type: {form}\n"
        if form == "attributed":
            yield f"        attributed_to: {make.some(make.actors, 1)}\n"
        yield f"        text: {make.words.sentence(make.random.randint(10, 26))}\n"
        yield f"        actors: {make.some(make.actors, 3)}\n"
        if form != "fact" and make.random.random() < 0.3:
            word, code = make.random.choice(HEDGES)
            yield f"        hedge: {{word: {word}, code: {code}}}\n"
        if make.random.random() < 0.3:
            yield f"        places: {make.some(make.places, 2)}\n"
        if when := make.dates.get(cite) or (make.when() if make.random.random() < 0.1 else ""):
            yield f"        when: {when}\n"
        if cite not in make.used:
            yield "        unused: nothing rests on it\n"


def events(make: Maker) -> Iterator[str]:
    """The events, a piece of YAML each."""
    for number, name in enumerate(make.events):
        cites = make.cited(4)
        yield f"- id: {name}\n  title: {make.words.title(6)}\n  lane: {make.one(LANES)}\n  when: {make.said(cites)}\n"
        yield f"  actors: [{{actor: {make.one(make.actors)}, role: doer}}, {{actor: {make.one(make.actors)}}}]\n"
        if number % 3 == 0:
            yield f"  places: {make.some(make.places, 2)}\n"
        yield f"  cites: {cites}\n"


def levers(make: Maker) -> Iterator[str]:
    """The levers, a piece of YAML each."""
    for number, name in enumerate(make.levers):
        upon = make.actors[number % len(make.actors)]
        yield f"- id: {name}\n  title: {make.words.title(4)}\n  holders: {make.some(make.actors, 2)}\n"
        others = [actor for actor in make.actors if actor != upon]
        yield f"  targets: [{upon}]\n  toward: {make.some(others, 2)}\n"
        yield f"  domain: economic\n  mechanism: {make.words.title(9)}\n"
        yield f"  direction: {make.one(DIRECTIONS)}\n  status: {make.one(STATUSES)}\n"
        yield f"  used_in: {make.some(make.events, 2)}\n  cites: {make.cited(3)}\n"


def agreements(make: Maker) -> Iterator[str]:
    """The agreements, a piece of YAML each."""
    for number in range(make.agreements):
        cites = make.cited(2)
        yield f"- id: agreement-{number}\n  title: {make.words.title(5)}\n  when: {make.said(cites)}\n"
        yield f"  parties: {make.some(make.actors, 2)}\n  parties_basis: stated\n  status: in-force\n"
        yield f"  cites: {cites}\n  terms:\n"
        for order in range(1, 7):
            yield f"    - id: term-{number}-{order}\n      title: {make.words.title(4)}\n      order: {order}\n"
            yield f"      obligors: [{make.actors[order - 1]}]\n      depth: commitment\n      status: agreed\n"
            yield f"      cites: {make.cited(1)}\n"


def recommendations(make: Maker) -> Iterator[str]:
    """The recommendations, a piece of YAML each."""
    for number in range(make.recommendations):
        cites = make.cited(2)
        yield f"- id: ask-{number}\n  title: {make.words.title(5)}\n  order: {number + 1}\n  form: ask\n"
        yield f"  addressee: {make.one(make.actors)}\n  levers: {make.some(make.levers, 2)}\n"
        yield f"  window: {make.said(cites, 'window')}\n  problem: [condition:{make.one(make.conditions)}]\n"
        yield f"  cites: {cites}\n"


def actors(make: Maker) -> Iterator[str]:
    """The actors, a piece of YAML each."""
    for number, name in enumerate(make.actors):
        yield f"- id: {name}\n  title: {make.words.name(number)}\n  short: A{number}\n  form: state\n"
        yield f"  names:\n    - {{name: {make.words.name(number)}, used_by: nobody}}\n"
        yield f"  positions:\n    - {{text: {make.words.title(12)}, cites: {make.cited(1)}}}\n"


def places(make: Maker) -> Iterator[str]:
    """The places, a piece of YAML each."""
    for number, name in enumerate(make.places):
        yield f"- id: {name}\n  title: {make.words.name(number)}\n  form: city\n  precision: point\n"
        yield f"  names:\n    - {{name: {make.words.name(number)} alias, used_by: nobody}}\n"


def conditions(make: Maker) -> Iterator[str]:
    """The conditions, a piece of YAML each."""
    for number, name in enumerate(make.conditions):
        yield f"- id: {name}\n  title: {make.words.title(5)}\n  actors: {make.some(make.actors, 2)}\n"
        if number + 1 < len(make.conditions):  # effects point onwards, so that they make no circle
            later = make.random.choices(make.conditions[number + 1 :], k=2)
            edges = ", ".join(
                f"{{to: {to}, sign: enables, strength: stated, cites: {make.cited(1)}}}" for to in dict.fromkeys(later)
            )
            yield f"  effects: [{edges}]\n"
        yield f"  cites: {make.cited(1)}\n"


def scenarios(make: Maker) -> Iterator[str]:
    """The scenarios, a piece of YAML each."""
    for number in range(make.rare):
        yield f"- id: scenario-{number}\n  title: {make.words.title(5)}\n  order: {number + 1}\n"
        yield f"  depends_on: [condition:{make.one(make.conditions)}]\n  cites: {make.cited(2)}\n"


def tensions(make: Maker) -> Iterator[str]:
    """The tensions, a piece of YAML each."""
    for number in range(make.rare):
        side = f"{{text: {make.words.title(8)}, cites: {make.cited(1)}}}"
        other = f"{{text: {make.words.title(8)}, cites: {make.cited(1)}}}"
        yield f"- id: t{number + 1}\n  title: {make.words.title(6)}\n  sides: [{side}, {other}]\n"


def gaps(make: Maker) -> Iterator[str]:
    """The gaps, a piece of YAML each."""
    for number in range(make.rare):
        yield f"- id: gap-{number}\n  title: {make.words.title(7)}?\n  answer: not in source\n"
        yield f"  known:\n    - {{text: {make.words.title(9)}, cites: {make.cited(2)}}}\n"


FILES = (
    *(events, levers, agreements, recommendations, actors, places, conditions, scenarios, tensions, gaps),
    *(tracks, steps, points, names, questions),
)


def make(root: Path, statements: int) -> None:
    """Write a dossier of so many statements; raises FileExistsError where the folder is there already."""
    maker = Maker(statements)
    for name in ("data", "seeds"):
        (root / name).mkdir(parents=True)
    for writer in FILES:
        (root / "data" / f"{writer.__name__}.yaml").write_text("".join(writer(maker)), encoding="utf-8")
    as_of = maker.when("as-of", (2023, 2023))
    (root / "data" / "dossier.yaml").write_text(
        f"format: 2\ntitle: Made up, {statements} statements\nshort_title: Made up\nversion: '1'\nas_of: {as_of}\n"
        f"bottom_line: {{text: {maker.words.title(20)}, cites: {maker.cited(1)}}}\nkey_judgements: {maker.cited(5)}\n",
        encoding="utf-8",
    )
    make_later.write(root, maker)
    for start in range(0, statements, maker.a_source):  # last: by now it is known which of them are used
        cites = maker.cites[start : start + maker.a_source]
        name = cites[0].partition(":")[0]
        (root / "seeds" / f"{name}.yaml").write_text("".join(seed(maker, cites)), encoding="utf-8")


def main() -> None:
    """Make a dossier in the folder that is named."""

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--statements", type=int, default=10_000)
    options = parser.parse_args()
    try:
        make(options.folder, options.statements)
    except FileExistsError as error:
        sys.exit(f"{error.filename} is there already; name a new folder")


if __name__ == "__main__":
    main()
