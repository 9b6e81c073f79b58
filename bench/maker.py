"""What a made-up dossier is made of: ids, citations, dates and words, all from one seed."""

from collections.abc import Iterable, Iterator
from random import Random

from bench.vocabulary import Words

STATEMENTS_A_SOURCE, STATEMENTS_A_PARAGRAPH = 500, 5
SOURCES = 40
"""There are no more; from 20,000 statements on the sources grow instead."""
ACTORS = 60

TYPES = ("fact", "attributed", "assessment", "forecast", "recommendation")
LANES = ("military", "diplomatic", "agreement", "humanitarian", "economic")
DIRECTIONS = ("coerce", "deter", "guarantee", "induce", "convene", "enable", "legitimise", "veto", "support", "bargain")
STATUSES = ("exercised", "latent", "eroded", "denied", "signalled", "spent")
HEDGES = (("probably", "likely"), ("may", "possible-unquantified"), ("apparently", "evidential"))


class Maker:
    """As many ids of each kind as a dossier of so many statements has."""

    def __init__(self, statements: int) -> None:
        self.random = Random(statements)
        self.words = Words(self.random, 1_000 + statements // 10)
        self.a_source = max(STATEMENTS_A_SOURCE, statements // SOURCES)
        self.cites = list(_citations(statements, self.a_source))
        self.actors = [f"actor-{number}" for number in range(min(ACTORS, 6 + statements // 100))]
        self.places = [f"place-{number}" for number in range(min(500, 10 + statements // 100))]
        self.events = [f"event-{number}" for number in range(statements // 5)]
        self.levers = [f"lever-{number}" for number in range(max(statements // 50, 10))]
        self.conditions = [f"condition-{number}" for number in range(max(statements // 100, 5))]
        self.agreements = max(statements // 500, 2)
        self.recommendations = max(statements // 200, 5)
        self.rare = max(statements // 200, 5)
        """How many scenarios, tensions, gaps, steps and points there are, each."""
        self.seldom = max(statements // 1000, 3)
        """How many tracks, name rules and disputes."""
        self.later = max(statements // 50, 20)
        """How many statements of later sources."""
        self.used: set[str] = set()
        self.dates: dict[str, str] = {}
        """By citation, the dates that statements say because a record has them."""
        self._waiting = iter(self.cites)

    def cited(self, most: int) -> str:
        """A flow list of citations: of statements that nothing cites yet while there are any, and one of any."""
        chosen = [self.random.choice(self.cites)]
        chosen += (cite for _ in range(most - 1) if (cite := next(self._waiting, None)))
        self.used.update(chosen)
        return f"[{', '.join(dict.fromkeys(chosen))}]"

    def some(self, ids: list[str], most: int) -> str:
        """A flow list of up to so many ids."""
        return f"[{', '.join(dict.fromkeys(self.random.choices(ids, k=self.random.randint(1, most))))}]"

    def one(self, choices: Iterable[str]) -> str:
        return self.random.choice(tuple(choices))

    def when(self, role: str = "point", years: tuple[int, int] = (1990, 2023)) -> str:
        """A date, to the day or to the month."""
        day = f"{self.random.randint(*years)}-{self.random.randint(1, 12):02}"
        if self.random.random() < 0.7:
            day += f"-{self.random.randint(1, 28):02}"
        return f'{{edtf: "{day}", role: {role}, as_stated: "{day}", year: stated}}'

    def said(self, cites: str, role: str = "point") -> str:
        """A date that the first of some citations says; every third time the curator's."""
        first = cites.strip("[]").partition(",")[0]
        when = self.when(role)
        if self.random.random() < 0.33:
            return f"{when[:-1]}, basis: made up}}"
        return self.dates.setdefault(first, when)


def _citations(statements: int, a_source: int) -> Iterator[str]:
    for number in range(statements):
        source, rest = divmod(number, a_source)
        paragraph, place = divmod(rest, STATEMENTS_A_PARAGRAPH)
        yield f"source-{source}:p{paragraph + 1}.{place + 1}"
