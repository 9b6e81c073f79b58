"""The index over a dossier: finds, ranks, and says what matched."""

from collections.abc import Collection, Sequence

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Gap
from caucasus_tui.dossier.model.relations import RelationsInMemory
from caucasus_tui.dossier.search.catalogue import Catalogue, InMemory
from caucasus_tui.dossier.search.engine import Engine, Match
from caucasus_tui.dossier.search.entries import entries
from caucasus_tui.dossier.search.hits import hit_of
from caucasus_tui.dossier.search.postings import Postings, WordTable
from caucasus_tui.dossier.search.query import Query, Term, parse
from caucasus_tui.dossier.search.rank import foremost, holding_all, holding_most, score
from caucasus_tui.dossier.search.record_texts import TITLE
from caucasus_tui.dossier.search.results import Results, kind_rank
from caucasus_tui.dossier.text.clean import clean

LIMIT = 100
RANKED = 5 * LIMIT
"""How many entries are ranked with care, where more hold what is looked for."""
SHORTEST_RELAXED = 4
"""Words that a query must have before hits need not hold all of them: a shorter one is meant as it stands."""


class SearchIndex:
    """Built once for a dossier, from all of it."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._catalogue, postings = _made(dossier)
        self._engine = Engine(postings)

    def find(self, query: str, limit: int = LIMIT) -> Results:
        """What holds all words of `query` and passes its filters, the best first, at most `limit` hits.

        Never raises, whatever the text. An empty query finds nothing.
        """
        query = clean(query)
        asked = parse(query, self._dossier, self._catalogue.addresses)
        if asked.problem or not (asked.terms or asked.filters):
            return Results(query=query, problem=asked.problem)
        matches = [self._match(term) for term in asked.terms]
        holding: Collection[int] = holding_all(matches) if matches else range(len(self._catalogue))
        numbers = self._passing(holding, asked)
        relaxed = not numbers and asked.length >= SHORTEST_RELAXED
        if relaxed:
            holding_one = {number for match in matches for number in match.found}
            numbers = holding_most(self._passing(holding_one, asked), matches)
        ranked = self._ranked(numbers, matches, asked)
        marked = {word: letters for match in matches for word, letters in match.marked.items()}
        return Results(
            query=query,
            hits=tuple(
                hit_of(self._catalogue.entry(number), points, matches, marked) for points, number in ranked[:limit]
            ),
            total=len(numbers),
            nearest=None if ranked else self._nearest(asked.terms, matches),
            relaxed=relaxed and bool(ranked),
            repaired=tuple(
                (term.word, match.repaired_as)
                for term, match in zip(asked.terms, matches, strict=True)
                if match.repaired_as and ranked
            ),
        )

    def _match(self, term: Term) -> Match:
        if not term.address:
            return self._engine.lookup(term.word)
        numbers = frozenset(self._catalogue.addresses[term.address])
        return Match(dict.fromkeys(numbers, float(TITLE)), numbers, {})

    def _passing(self, numbers: Collection[int], asked: Query) -> Collection[int]:
        """Those that every filter admits."""
        tests = [test for one in asked.filters for test in one.tests(self._catalogue)]
        return [number for number in numbers if all(test(number) for test in tests)] if tests else numbers

    def _ranked(self, numbers: Collection[int], matches: Sequence[Match], asked: Query) -> list[tuple[float, int]]:
        """Points and number, the best first."""
        catalogue = self._catalogue
        kinds, gap = catalogue.columns.kinds, kind_rank(Gap.kind)
        subjects = {
            number for one in asked.filters for ref in one.subjects for number in catalogue.addresses.get(ref, ())
        }
        ranked = []
        for number in sorted(foremost(numbers, matches, kinds, RANKED)):
            answers = asked.asks and kinds[number] == gap
            points = score(number, catalogue.heads(number), matches, answers=answers)
            ranked.append((points + (number in subjects), number))
        # A stable sort: entries that are equal in both stay in the order of the files.
        return sorted(ranked, key=lambda pair: (-pair[0], kinds[pair[1]]))

    def _nearest(self, terms: Sequence[Term], matches: Sequence[Match]) -> str | None:
        unknown = [term.word for term, match in zip(terms, matches, strict=True) if not match.found]
        return next((near for word in unknown if (near := self._engine.nearest(word))), None)


def _made(dossier: Dossier) -> tuple[Catalogue, Postings]:
    if not isinstance(dossier.relations, RelationsInMemory):
        from caucasus_tui.dossier.keeping.shelf.relations import shelf_of
        from caucasus_tui.dossier.keeping.shelf.search_tables import KeptCatalogue, KeptPostings

        shelf = shelf_of(dossier)
        assert shelf is not None  # there is no third way to hold a dossier
        return KeptCatalogue(dossier, shelf), KeptPostings(shelf)
    found = entries(dossier)
    return InMemory(found), WordTable(found)
