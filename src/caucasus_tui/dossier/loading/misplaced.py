"""Statements that perhaps stand under a paragraph which does not say them: a fingerprint tells that a paragraph is
there, not that what is written below it comes from it. Pure."""

from collections import Counter
from collections.abc import Iterator

from caucasus_tui.dossier.loading.originals import Original
from caucasus_tui.dossier.loading.rules.scope import Breach
from caucasus_tui.dossier.model.sources import Source, Statement
from caucasus_tui.dossier.text.fold import words
from caucasus_tui.dossier.text.placeholders import PLACEHOLDERS

RARE = 2
"""Paragraphs that a word may stand in and still tell where a statement comes from."""
FEWEST = 4
"""Paragraphs; in a shorter text every word is rare."""
STEM = 6
"""Letters that inflected words have in common; shorter words but for numbers are too common to tell anything."""


def misplaced(source: Source, original: Original) -> Iterator[Breach]:
    """A doubt for each statement that shares no rare word or number with its paragraph, and some with the one before or
    after it."""
    found = {paragraph.id: _stems(original.passages.get(paragraph.id, "")) for paragraph in source.paragraphs}
    counted = Counter(stem for stems in found.values() for stem in stems)
    rare = {name: {stem for stem in stems if counted[stem] <= RARE} for name, stems in found.items()}
    order = [paragraph.id for paragraph in source.paragraphs if original.passages.get(paragraph.id)]
    for paragraph in source.paragraphs if len(order) >= FEWEST else ():
        if paragraph.id not in order:
            continue
        place = order.index(paragraph.id)
        for statement in (said for said in paragraph.statements if said.text not in PLACEHOLDERS):
            said = _said(statement)
            beside = {name: said & rare[name] for name in order[max(place - 1, 0) : place + 2]}
            if not beside.pop(paragraph.id) and any(beside.values()):
                nearest = max(beside, key=lambda name: len(beside[name]))
                message = f"{statement.id} shares no rare word with {paragraph.id}, and some with {nearest}; move it?"
                yield Breach(f"statement:{source.id}:{statement.id}", message)


def _said(statement: Statement) -> set[str]:
    hedge = statement.hedge.word if statement.hedge else ""
    dated = statement.when.as_stated if statement.when else ""
    return _stems(" ".join((statement.text, statement.quote or "", hedge, dated, *statement.loaded)))


def _stems(text: str) -> set[str]:
    return {word[:STEM] for word in words(text) if len(word) >= STEM or word.isdigit()}
