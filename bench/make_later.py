"""The later layer of a made-up dossier: sources of its own, a line for each statement, the ledger, disputes."""

from collections.abc import Iterator
from pathlib import Path

from bench.maker import Maker

A_SOURCE = 10
"""Statements of a later source."""
JUDGED = '"2026-01-31"'
STATES = ("open", "partly", "borne-out", "overtaken")
EDTF = '"20{:02}-{:02}-{:02}"'


def _day(make: Maker) -> str:
    """After what the seed layer tells of."""
    random = make.random
    return EDTF.format(random.randint(24, 25), random.randint(1, 12), random.randint(1, 28))


def _when(day: str, role: str = "point") -> str:
    return f"{{edtf: {day}, role: {role}, as_stated: {day}, year: stated}}"


def _guessed(make: Maker) -> str:
    return f"{_when(_day(make))[:-1]}, basis: made up}}"


def _cites(make: Maker) -> list[str]:
    return [f"later-{number // A_SOURCE}:e{number % A_SOURCE + 1}.1" for number in range(make.later)]


def _source(make: Maker, name: str, cites: list[str]) -> Iterator[str]:
    day = _when(_day(make), "as-of")
    yield f"id: {name}\ntitle: {make.words.title(5)}\nlayer: later\nform: agency\n"
    yield f"publisher: {make.words.name(len(cites))} of {name}\n"
    yield f"standpoint: {make.words.title(8)}\nas_of: {day}\npublished: {day}\naccess: made up\n"
    yield 'read_from: {address: "https://example.org", manner: original, day: "2026-11-25"}\norigin: made up\n'
    yield f"limits: [{make.words.title(6)}]\nparagraphs:\n"
    for cite in cites:
        said = cite.partition(":")[2]
        yield f"  - id: {said.partition('.')[0]}\n    about: {make.words.title(3)}\n    statements:\n"
        yield f"      - id: {said}\n        type: fact\n        text: {make.words.sentence(16)}\n"
        yield f"        actors: {make.some(make.actors, 2)}\n        when: {_when(_day(make))}\n"


def _later(make: Maker, cites: list[str]) -> Iterator[str]:
    for number, cite in enumerate(cites):
        touched = make.one((f"event:{make.one(make.events)}", f"gap:gap-{number % make.rare}"))
        yield f"- id: later-{number}\n  title: {make.words.title(5)}\n  when: {_guessed(make)}\n"
        yield f'  touches: ["{touched}"]\n  cites: ["{cite}"]\n'


def _ledger(make: Maker, cites: list[str]) -> Iterator[str]:
    for form, about in (("forecast", "scenario:scenario"), ("ask", "recommendation:ask")):
        for number in range(make.rare):
            state = make.one(STATES)
            yield f'- id: {form}-{number}\n  form: {form}\n  about: "{about}-{number}"\n  test: {make.words.title(9)}\n'
            yield f"  state: {state}\n  looked_to: {JUDGED}\n"
            if state != "open":
                yield f'  judged: {JUDGED}\n  cites: ["{make.one(cites)}"]\n'
                yield f"  because: {{text: {make.words.title(9)}}}\n"


def _disputes(make: Maker, cites: list[str]) -> Iterator[str]:
    for number in range(make.seldom):
        sides = ", ".join(
            f'{{by: {make.words.title(2)}, text: {make.words.sentence(7)}, when: {_guessed(make)}, cites: ["{cite}"]}}'
            for cite in (cites[number % A_SOURCE], cites[-1 - number % A_SOURCE])
        )
        yield f'- id: dispute-{number}\n  title: {make.words.title(6)}?\n  touches: ["gap:gap-{number}"]\n'
        yield f"  sides: [{sides}]\n"


def write(root: Path, make: Maker) -> None:
    """The files of the later layer, beside those of the other."""
    cites = _cites(make)
    for name, pieces in (("later", _later), ("ledger", _ledger), ("disputes", _disputes)):
        (root / "data" / f"{name}.yaml").write_text("".join(pieces(make, cites)), encoding="utf-8")
    for start in range(0, len(cites), A_SOURCE):
        own = cites[start : start + A_SOURCE]
        name = own[0].partition(":")[0]
        (root / "seeds" / f"{name}.yaml").write_text("".join(_source(make, name, own)), encoding="utf-8")
