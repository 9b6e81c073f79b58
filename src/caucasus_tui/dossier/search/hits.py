"""From an entry that was found to the hit that shows why."""

from collections.abc import Mapping, Sequence, Set

from caucasus_tui.dossier.search.engine import Match
from caucasus_tui.dossier.search.entry import Entry
from caucasus_tui.dossier.search.highlights import excerpt, matching_spans
from caucasus_tui.dossier.search.record_texts import LINKED, Passage
from caucasus_tui.dossier.search.results import Hit
from caucasus_tui.dossier.text.fold import may_hold, word_set

SENTENCE = 4
"""Words that one has at least; an alias has fewer."""


def hit_of(
    entry: Entry,
    points: float,
    matches: Sequence[Match],
    marked: Mapping[str, int],
    unwanted: Set[str] = frozenset(),
    *,
    called: bool,
) -> Hit:
    """The hit, with the passage that matches and where. `marked` is that of all matches together; a passage with an
    `unwanted` word is not shown."""
    passage = _telling_passage(entry, matches, marked, unwanted)
    snippet, snippet_spans = excerpt(passage.text, matching_spans(passage.text, marked)) if passage else ("", ())
    return Hit(
        ref=entry.ref,
        kind=entry.kind,
        title=entry.title,
        title_spans=matching_spans(entry.title, marked),
        snippet=snippet,
        snippet_spans=snippet_spans,
        snippet_cites=passage.cites if passage else (),
        type=entry.type,
        is_called_so=called,
        score=round(points, 3),
    )


def _telling_passage(
    entry: Entry, matches: Sequence[Match], marked: Mapping[str, int], unwanted: Set[str]
) -> Passage | None:
    """The passage that holds the most words which the title lacks, the weightiest of equals; else the context."""
    title = word_set(entry.title)
    lacking = [forms for match in matches if (forms := match.taken.keys()) and title.isdisjoint(forms)]
    best, most = entry.context, (0, 0, 0)
    for passage in entry.texts if lacking else ():
        if not passage.shown:
            continue
        if unwanted and not unwanted.isdisjoint(word_set(passage.text)):
            continue
        text = passage.text
        held = [common for forms in lacking if may_hold(text, forms) and (common := word_set(text) & forms)]
        # The longer match first: of a short name and a long one, the one that was typed to the end.
        letters = sum(max(marked[word] for word in common) for common in held)
        if held and (len(held), letters, passage.weight) > most:
            best, most = passage, (len(held), letters, passage.weight)
    # A word entered for searching, with nothing said around it, tells less than what the entry is about.
    is_alias = best is not None and not best.cites and best.text.islower() and len(best.text.split()) < SENTENCE
    # So does the bare name of what the entry is linked to.
    is_name = best is not None and best.weight == LINKED and not best.cites
    return entry.context if is_name or (is_alias and entry.context) else best
