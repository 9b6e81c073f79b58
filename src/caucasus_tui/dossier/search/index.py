"""The index over a dossier: finds, ranks, and says what matched."""

from collections.abc import Callable, Iterable, Sequence

from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.dossier.search.engine import Engine, Found, Match, WordTable
from caucasus_tui.dossier.search.entries import Entry, entries
from caucasus_tui.dossier.search.hits import hit_of
from caucasus_tui.dossier.search.passages import TITLE
from caucasus_tui.dossier.search.query import Query, Term, parse
from caucasus_tui.dossier.search.rank import holding_all, holding_most, score
from caucasus_tui.dossier.search.results import Results, kind_rank

LIMIT = 100
_KNOWN_BY_NUMBER = frozenset({"paragraph", "statement", "source", "tension"})
SHORTEST_RELAXED = 4
"""Words that a query must have before hits need not hold all of them: a shorter one is meant as it stands."""


class SearchIndex:
    """Built once for a dossier. `engine` makes the word lookup from the entries; the default keeps it all in memory."""

    def __init__(self, dossier: Dossier, engine: Callable[[Sequence[Entry]], Engine] = WordTable) -> None:
        self._dossier = dossier
        self._entries = entries(dossier)
        self._engine = engine(self._entries)
        self._addresses: dict[str, set[int]] = {}
        for number, entry in enumerate(self._entries):
            short = entry.ref.partition(":")[2]
            # `p8.2` or `t13` will do; the bare id of another record is too often a word or the beginning of one.
            bare = entry.kind in _KNOWN_BY_NUMBER and any(character.isdigit() for character in short)
            for address in (entry.ref, short) if bare else (entry.ref,):
                self._addresses.setdefault(address, set()).add(number)

    def find(self, query: str, limit: int = LIMIT) -> Results:
        """What holds all words of `query` and passes its filters, the best first, at most `limit` hits.

        Never raises, whatever the text. An empty query finds nothing.
        """
        asked = parse(query, self._dossier, self._addresses.keys())
        if asked.problem or not (asked.terms or asked.filters):
            return Results(query=query, problem=asked.problem)
        matches = [self._match(term) for term in asked.terms]
        holding = holding_all(matches) if matches else range(len(self._entries))
        numbers = self._passing(holding, asked)
        relaxed = not numbers and asked.length >= SHORTEST_RELAXED
        if relaxed:
            holding_one = {number for match in matches for number in match.found}
            numbers = holding_most(self._passing(holding_one, asked), matches)
        ranked = self._ranked(numbers, matches, asked)
        marked = {word: letters for match in matches for word, letters in match.marked.items()}
        return Results(
            query=query,
            hits=tuple(hit_of(entry, points, matches, marked) for points, entry in ranked[:limit]),
            total=len(ranked),
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
        return Match(dict.fromkeys(self._addresses[term.address], Found(TITLE, True)), {})

    def _passing(self, numbers: Iterable[int], asked: Query) -> list[int]:
        """Those that every filter admits, in the order of the entries."""
        return sorted(number for number in numbers if all(one.admits(self._entries[number]) for one in asked.filters))

    def _ranked(self, numbers: Sequence[int], matches: Sequence[Match], asked: Query) -> list[tuple[float, Entry]]:
        subjects = frozenset[str]().union(*(one.subjects for one in asked.filters))
        ranked = [
            (score(number, entry, matches, asks=asked.asks) + (entry.ref in subjects), entry)
            for number, entry in ((number, self._entries[number]) for number in numbers)
        ]
        # A stable sort: entries that are equal in both stay in the order of the files.
        return sorted(ranked, key=lambda pair: (-pair[0], kind_rank(pair[1].kind)))

    def _nearest(self, terms: Sequence[Term], matches: Sequence[Match]) -> str | None:
        unknown = [term.word for term, match in zip(terms, matches, strict=True) if not match.found]
        return next((near for word in unknown if (near := self._engine.nearest(word))), None)
