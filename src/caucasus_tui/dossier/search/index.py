"""The index over a dossier: finds, ranks, and says what matched."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from caucasus_tui.dossier.model import Code, Dossier, Gap, NameRule, Question, Statement
from caucasus_tui.dossier.search.catalogue import type_number
from caucasus_tui.dossier.search.dates import SIGN, spoken
from caucasus_tui.dossier.search.engine import Engine, Match
from caucasus_tui.dossier.search.english import OURSELVES
from caucasus_tui.dossier.search.entry import Entry
from caucasus_tui.dossier.search.hits import hit_of
from caucasus_tui.dossier.search.index_tables import tables_of
from caucasus_tui.dossier.search.nearest import NAMED, asked_about, holding_most, named_by, nearest_asked, parted
from caucasus_tui.dossier.search.query import Phrase, Query, SearchTerm, parse
from caucasus_tui.dossier.search.rank import Looked, foremost, holding_all, is_called_so, score
from caucasus_tui.dossier.search.record_texts import LINKED
from caucasus_tui.dossier.search.results import Results, kind_rank
from caucasus_tui.dossier.text.clean import clean
from caucasus_tui.dossier.text.fold import words

LIMIT = 100
RANKED = 5 * LIMIT
"""How many entries are ranked with care, where more hold what is looked for."""
SHORTEST_RELAXED = 4
"""Words that a query must have before hits need not hold all of them: a shorter one is meant as it stands."""
_QUESTION, _GAP, _STATEMENT, _CODE, _NAME_RULE = (
    kind_rank(kind.kind) for kind in (Question, Gap, Statement, Code, NameRule)
)

_ATTRIBUTED = type_number("attributed")


class SearchIndex:
    """Built once for a dossier, from all of it."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._catalogue, postings, names = tables_of(dossier)
        self._engine = Engine(postings, names)

    def find(self, query: str, limit: int = LIMIT) -> Results:
        """What holds all words of `query` and passes its filters, the best first, at most `limit` hits. A blank at the
        end says that the last word is whole.

        Never raises, whatever the text. An empty query finds nothing.
        """
        ended, query = query.endswith(" "), clean(query)
        asked = self._joined(parse(f"{query} " if ended else query, self._dossier, self._catalogue.addresses))
        filters = asked.filters or asked.not_filters
        if asked.problem or not (asked.terms or asked.addresses or filters or asked.without or asked.without_phrases):
            return Results(query=query, problem=asked.problem, remarks=asked.remarks)
        return self._found(query, asked, limit)

    def _found(self, query: str, asked: Query, limit: int) -> Results:
        remarks = list(asked.remarks)
        matches = [(term, self._engine.lookup(term)) for term in asked.terms]
        known = [match for term, match in matches if not term.optional or self._engine.knows(term.word)]
        required = [match for term, match in matches if not term.optional]
        needed = known if not required or (known and holding_all(known)) else required
        looked = Looked(asked, needed, [self._engine.lookup(term) for term in asked.framing])
        first = [number for address in asked.addresses for number in self._catalogue.addresses[address]]
        if looked.matches:
            holding = self._together(holding_all(looked.matches), asked.phrases)
        elif matches or first:
            holding = ()
        else:
            holding = range(len(self._catalogue))
        numbers: Collection[int] = self._passing(holding, asked)
        relaxed = False
        if not numbers and not first and looked.matches:
            (first, numbers), relaxed = self._nearly(looked, remarks), True
        elif asked.asks and looked.matches and not first:
            first = self._nearer(numbers, looked)
        passed_first = dict.fromkeys(self._passing(first, asked))
        ranked = [number for number in self._ranked(numbers, looked) if number[1] not in passed_first]
        ranked = [(float(2 * 10_000 - place), number) for place, number in enumerate(passed_first)] + ranked
        unwanted = {form for term in asked.without for form in self._engine.forms(term.word)}
        marked: dict[str, int] = {}
        for match in (*looked.matches, *looked.framing):
            marked |= {word: letters for word, (_, letters) in match.taken.items()}

        def called(number: int, points: float) -> bool:
            has_names = self._catalogue.columns.kinds[number] in NAMED
            return is_called_so(number, points, looked.matches, has_names=has_names)

        return Results(
            query=query,
            hits=tuple(
                hit_of(
                    self._catalogue.entry(number),
                    points,
                    looked.matches,
                    marked,
                    unwanted,
                    called=called(number, points),
                )
                for points, number in ranked[:limit]
            ),
            total=len(ranked) if len(numbers) <= RANKED else len({*numbers, *passed_first}),
            nearest=None if ranked else self._nearest_word(looked.matches),
            relaxed=relaxed and bool(ranked),
            words=marked,
            by_words=not (asked.asks or relaxed),
            repaired=tuple((match.word, match.repaired_as) for match in looked.matches if match.repaired_as and ranked),
            remarks=tuple(remarks),
        )

    def _joined(self, asked: Query) -> Query:
        """The query with two words as one where the dossier has only that: `cease fire`, a name with a blank in it."""
        terms: list[SearchTerm] = []
        for term in asked.terms:
            before = terms[-1] if terms else None
            both = before.word + term.word if before and asked.typed and _adjacent(before, term, asked.typed) else ""
            if (
                both
                and self._engine.knows(both)
                and not (
                    self._engine.knows(before.word) and self._engine.knows(term.word)  # type: ignore[union-attr]
                )
            ):
                terms[-1] = SearchTerm(both, term.whole)
            else:
                terms.append(term)
        return asked._replace(terms=tuple(terms))

    def _nearly(self, looked: Looked, remarks: list[str]) -> tuple[list[int], list[int]]:
        """Where nothing holds all words: of a question first the nearest question and gap and whom it names;
        then, if there were enough words to choose among, what holds the most of them. `remarks` get the reason."""
        asked, matches = looked.asked, looked.matches
        undated = [match.word for match in matches if match.word.startswith(SIGN) and not match.found]
        remarks += [f"nothing is dated {spoken(word)}" for word in undated]
        all_optional = all(term.optional for term in asked.terms)
        near = () if all_optional else self._passing(nearest_asked(self._catalogue, matches, asks=asked.asks), asked)
        if asked.phrases and (loose := self._passing(holding_all(matches), asked)):
            remarks.append("no text has these words together; these have them apart")
            return [], list(dict.fromkeys([*loose]))
        most: list[int] = []
        if len(asked.typed) >= SHORTEST_RELAXED and not undated:
            holding_one = {number for match in matches for number in match.found}
            most = holding_most(self._passing(holding_one, asked), matches)
        named = self._passing(named_by(self._catalogue, matches), asked)
        about = asked_about(self._catalogue, near, named, matches)
        first = list(dict.fromkeys([*about, *named, *near])) if asked.asks else []
        found = list(dict.fromkeys([*near, *most]))
        remarks += ["nothing holds all words; these come nearest"] * bool(first or found)
        return first, found

    def _nearer(self, numbers: Collection[int], looked: Looked) -> list[int]:
        """Where a question's words are held, but by nothing that says them itself, what is asked in nearly these words,
        and whom it names: words found here and there in what an entry cites are no answer."""
        catalogue, matches = self._catalogue, looked.matches
        named = named_by(catalogue, matches)
        _, others = parted(matches, named)
        kinds = catalogue.columns.kinds
        for number in numbers:
            said = kinds[number] == _STATEMENT
            if all(number in match.in_head or (said and match.found[number] > LINKED) for match in others or matches):
                return []
        near = nearest_asked(catalogue, matches, asks=True)
        near = [one for one in near if 2 * sum(one in match.in_head for match in others) >= len(others)]
        return [*asked_about(catalogue, near, named, matches), *named]

    def _passing(self, numbers: Collection[int], asked: Query) -> Collection[int]:
        """Those that every filter admits, and that hold nothing which is to be left out."""
        catalogue = self._catalogue
        tests = [test for one in asked.filters for test in one.tests(catalogue)]
        left_out = {number for term in asked.without for number in self._engine.saying(term.word)}
        barred = [one.tests(catalogue) for one in asked.not_filters]
        found = [number for number in numbers if number not in left_out] if left_out else numbers
        for test in tests:
            found = [*filter(test, found)]
        if barred:
            found = [number for number in found if not any(all(test(number) for test in one) for one in barred)]
        if not asked.without_phrases:
            return found
        holding = (self._saying_all(phrase.words) for phrase in asked.without_phrases)
        gone = {
            number
            for held, phrase in zip(holding, asked.without_phrases, strict=True)
            for number in held
            if _has(self._catalogue.entry(number), phrase)
        }
        return [number for number in found if number not in gone]

    def _saying_all(self, held: Sequence[str]) -> frozenset[int]:
        return frozenset.intersection(*map(self._engine.saying, held))

    def _together(self, numbers: Collection[int], phrases: Sequence[Phrase]) -> Collection[int]:
        """Those that have the words of each phrase together in one text."""
        if not phrases:
            return numbers
        entry = self._catalogue.entry
        return [number for number in sorted(numbers) if all(_has(entry(number), phrase) for phrase in phrases)]

    def _ranked(self, numbers: Collection[int], looked: Looked) -> list[tuple[float, int]]:
        """Points and number, the best first."""
        catalogue = self._catalogue
        columns = catalogue.columns
        kinds = columns.kinds
        subjects = {
            number
            for one in looked.asked.filters
            for ref in one.subjects
            for number in catalogue.addresses.get(ref, ())
        }
        ranked = []
        for number in sorted(foremost(numbers, looked.matches, kinds, RANKED)):
            points = score(
                number,
                catalogue.heads,
                looked,
                is_question=kinds[number] in (_QUESTION, _GAP),
                is_statement=kinds[number] == _STATEMENT,
                is_said=self._is_said(number, ours=not OURSELVES.isdisjoint(looked.asked.typed)),
            )
            # What a word of our own vocabulary means is asked last.
            ranked.append((points + 10_000 * (number in subjects) - 2_500 * (kinds[number] == _CODE), number))
        # A stable sort: entries that are equal in both stay in the order of the files.
        return sorted(ranked, key=lambda pair: (-pair[0], kinds[pair[1]]))

    def _is_said(self, number: int, *, ours: bool) -> bool:
        """Whether it is what somebody said; where we ask about ourselves, what we should say."""
        columns = self._catalogue.columns
        kind = columns.kinds[number]
        return kind == _NAME_RULE if ours else kind == _STATEMENT and columns.types[number] == _ATTRIBUTED

    def _nearest_word(self, matches: Sequence[Match]) -> str | None:
        unknown = [match.word for match in matches if not match.found]
        return next((near for word in unknown if (near := self._engine.nearest(word))), None)


def _adjacent(one: SearchTerm, other: SearchTerm, typed: Sequence[str]) -> bool:
    return (one.word, other.word) in pairwise(typed)


def _has(entry: Entry, phrase: Phrase) -> bool:
    wanted, length = phrase.words, len(phrase.words)
    for passage in entry.texts:
        held = words(passage.text)
        for start in range(len(held) - length + 1):
            here = held[start : start + length]
            if here == wanted or (phrase.open and here[:-1] == wanted[:-1] and here[-1].startswith(wanted[-1])):
                return True
    return False
