"""The paraphrase rule: no run of eight or more words of a dossier is the original's. Pure: breaches come out."""

import re
from collections.abc import Iterator

from caucasus_tui.dossier.loading.rules.scope import Breach, Scope, Unread
from caucasus_tui.dossier.model import Dossier, Edtf

RUN = 8
"""Words. Shorter runs are names, dates and phrases that nobody can put another way."""

_WORD = re.compile(r"\w+")
_SHOWN = 12


def shared_runs(dossier: Dossier, original: str) -> Iterator[Breach]:
    """Each run of RUN or more words that a text of the dossier shares with an original, punctuation and case aside.

    A reference is not rewritten, and a quotation is marked as one: title, address, authors and quotes may be the
    original's.
    """
    quoted = _references_and_quotes(dossier)
    grams = {
        tuple(words[index : index + RUN]) for words in (_words(original),) for index in range(len(words) - RUN + 1)
    }
    for item in Scope(dossier, Unread()).items:
        for text in item.texts:
            if not isinstance(text, Edtf) and text not in quoted:
                for run in _runs(_words(text), grams):
                    said = " ".join(run[:_SHOWN]) + (" …" if len(run) > _SHOWN else "")
                    yield Breach(item.ref, f"{len(run)} words in a row are the original's: “{said}”; reword", text)


def _references_and_quotes(dossier: Dossier) -> frozenset[str]:
    return frozenset(
        text
        for source in dossier.whole.sources
        for text in (
            source.title,
            source.url,
            source.read_from.address if source.read_from else None,
            source.publisher,
            *(part for author in source.authors for part in (author.name, author.role)),
            *(statement.quote for paragraph in source.paragraphs for statement in paragraph.statements),
        )
        if text
    )


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str], grams: set[tuple[str, ...]]) -> Iterator[list[str]]:
    """The longest runs of `words` of which each RUN in a row are in `grams`."""
    start = 0
    while start <= len(words) - RUN:
        if tuple(words[start : start + RUN]) not in grams:
            start += 1
            continue
        end = start + RUN
        while end < len(words) and tuple(words[end - RUN + 1 : end + 1]) in grams:
            end += 1
        yield words[start:end]
        start = end
