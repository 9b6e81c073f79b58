"""Texts: as short as they promise to be, in a voice that takes no side, without numbers nobody gave."""

import re
from collections.abc import Iterator

from caucasus_tui.dossier.loading.rules.scope import ABOUT, Breach, Scope
from caucasus_tui.dossier.model import Cited, Code, Derived, Edtf, NameRule, Record, Tension
from caucasus_tui.dossier.model.hedges import codes_of, gives_figures
from caucasus_tui.dossier.text.language_tags import parse

STATEMENT_WORDS = 30
QUOTE_WORDS = 12
BOTTOM_LINE_WORDS = 40
MARKING_LENGTH = 60
TLP = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
"""Version 2.0, FIRST, August 2022."""

_LIKELIHOOD = re.compile(r"\b(?:(?:un)?like(?:ly|lihood)|probab|chances?\b|certain|possib|odds\b|risk)", re.IGNORECASE)
_TLP = re.compile(rf"(?:{'|'.join(map(re.escape, TLP))})(?![\w+])")
_QUOTED = re.compile('“[^”]*”|"[^"]*"')


def lengths(scope: Scope) -> Iterator[Breach]:
    """A statement is a sentence, a quotation a phrase, the bottom line one breath."""
    for cite, statement in scope.statements.items():
        yield from _too_long(f"statement:{cite}", f"statement {statement.id}", statement.text, STATEMENT_WORDS)
        yield from _too_long(f"statement:{cite}", f"the quote of {statement.id}", statement.quote or "", QUOTE_WORDS)
    yield from _too_long(ABOUT, "the bottom line", scope.dossier.about.whole_bottom_line.text, BOTTOM_LINE_WORDS)


def tag(scope: Scope) -> Iterator[Breach]:
    """The language is a tag that documents can carry; what is none is taken for undetermined there."""
    if not parse(text := scope.dossier.about.language):
        yield Breach(ABOUT, f"language {text!r} is no language tag; write en, en-GB, az-Latn or the like", text)


def marking(scope: Scope) -> Iterator[Breach]:
    """A marking is short enough never to be cut, and a label of the Traffic Light Protocol is one of its five."""
    text = scope.dossier.about.marking or ""
    if len(text) > MARKING_LENGTH:
        yield Breach(ABOUT, f"marking of {len(text)} characters; {MARKING_LENGTH} leave room for the rest", text)
    if text.casefold().startswith("tlp") and not _TLP.match(text):
        yield Breach(ABOUT, f"{text!r} is no label of the Traffic Light Protocol; there are {', '.join(TLP)}", text)


def _too_long(ref: str, what: str, text: str, limit: int) -> Iterator[Breach]:
    if (count := len(text.split())) > limit:
        yield Breach(ref, f"{count} words; {what} may have {limit}", text)


def loaded_words(scope: Scope) -> Iterator[Breach]:
    """A word that a source uses to take a side is never ours: it stands in quotation marks, or not at all."""
    users: dict[str, str] = {}
    for cite, statement in scope.statements.items():
        for word in filter(None, statement.loaded):
            users.setdefault(word.casefold(), cite)
    if not users:
        return
    # The longest first, so that a phrase is named rather than a word in it.
    words = "|".join(re.escape(word) for word in sorted(users, key=len, reverse=True))
    loaded = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for item in scope.items:
        if isinstance(item.thing, NameRule | Code | Tension):  # their subject is the wording itself
            continue
        texts = [part.text for part in item.structs if isinstance(part, Cited | Derived)]
        if isinstance(item.thing, Record):
            texts.insert(0, item.thing.title)
        for text in texts:
            for word in dict.fromkeys(found.casefold() for found in loaded.findall(_QUOTED.sub(" ", text))):
                message = f"{word!r} takes a side in {users.get(word, 'a source')}; quote it, or use another word"
                yield Breach(item.ref, message, text)


def no_invented_likelihoods(scope: Scope) -> Iterator[Breach]:
    """A likelihood is the source's word; the program puts the range of the yardstick beside it."""
    for item, record in scope.records:
        for text in () if isinstance(record, Code) else item.texts:  # a code explains the yardstick itself
            if "%" in text and not isinstance(text, Edtf) and _LIKELIHOOD.search(text):
                yield Breach(item.ref, "a likelihood in figures; use the source's own word", text)


def hedges_on_their_band(scope: Scope) -> Iterator[Breach]:
    """The code is that of the word, where the word is on the yardstick, or known to be on none; of several words it is
    on the side of the one that is."""
    for cite, statement in scope.statements.items():
        hedge = statement.hedge
        if hedge and gives_figures(hedge):
            yield Breach(f"statement:{cite}", "a likelihood in figures; use the source's own word", hedge.reading)
        elif hedge and hedge.code not in (fitting := codes_of(hedge)):
            codes = " or ".join(fitting)
            message = f"{hedge.word!r} is not {hedge.code!r}; write code: {codes}, or the source's words in full"
            yield Breach(f"statement:{cite}", message, hedge.word)


def ranges(scope: Scope) -> Iterator[Breach]:
    """What a figure may be at most is no less than what it may be at least."""
    for cite, statement in scope.statements.items():
        for figure in statement.figures:
            if figure.to is not None and figure.to < figure.value:
                message = f"a figure from {figure.value:g} to {figure.to:g}; write the smaller number as 'value'"
                yield Breach(f"statement:{cite}", message, figure.of)
