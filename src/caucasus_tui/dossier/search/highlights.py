"""Which characters of a text match, and the part of a long text worth showing."""

from collections.abc import Mapping

from caucasus_tui.dossier.search.results import Spans
from caucasus_tui.dossier.text.fold import may_hold, original_length, tokens

EXCERPT_LENGTH = 160
"""Characters of a snippet, ellipses included."""

LONGEST_WORD = 30
"""Characters. What is longer is no word, and is cut at the end of the room."""
_LEAD_IN = 40
"""Characters of context before the first match."""


def matching_spans(text: str, marked: Mapping[str, int]) -> Spans:
    """Places in the unfolded `text` of words in `marked`, each as far as its folded letters match."""
    if not may_hold(text, marked):
        return ()
    return tuple(
        (start, start + original_length(text[start:end], marked[word]))
        for word, start, end in tokens(text)
        if word in marked
    )


def excerpt(text: str, spans: Spans, length: int = EXCERPT_LENGTH) -> tuple[str, Spans]:
    """`text` itself, or at most `length` characters of it around the first match, in whole words, and the spans that
    are still in sight."""
    if len(text) <= length:
        return text, spans
    start = max(0, min((spans[0][0] if spans else 0) - min(_LEAD_IN, length // 4), len(text) - length + 2))
    if start:
        start = text.find(" ", start, spans[0][0] if spans else None) + 1 or start
    end = min(len(text), start + max(length - 2, 1))
    last = text.rfind(" ", max(end - LONGEST_WORD, spans[0][1] if spans else start + 1), end)
    end = last if last > 0 and end < len(text) else end
    before, after = "…" * (start > 0), "…" * (end < len(text))
    shift = len(before) - start
    kept = tuple((first + shift, last + shift) for first, last in spans if first >= start and last <= end)
    return f"{before}{text[start:end]}{after}", kept
