"""A query in parts: words to look for, filters to pass, what to leave out, and whether it is a question."""

import re
from collections.abc import Container
from typing import NamedTuple

from caucasus_tui.dossier.addresses.address import BehindAt
from caucasus_tui.dossier.addresses.address import parse as address_of
from caucasus_tui.dossier.addresses.places import moved_to
from caucasus_tui.dossier.addresses.typed import said_of_moved
from caucasus_tui.dossier.model import Actor, Dossier
from caucasus_tui.dossier.search.catalogue import Filter
from caucasus_tui.dossier.search.dates import spoken, written
from caucasus_tui.dossier.search.english import DEGREES, FRAME_WORDS, QUESTION_WORDS, STATE_WORDS, STOP_WORDS
from caucasus_tui.dossier.search.filters import FILTERS, between, make_filter, no_filter
from caucasus_tui.dossier.text.fold import words

LENGTH_LIMIT = 500
"""Characters of a query that are read."""

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | {"\u2212": "-"})
_PIECE = re.compile(
    r'(?P<minus>-(?=[^\s-]))?(?:(?P<name>[^\W\d_]+):(?!//))?(?:"(?P<quoted>[^"]*)(?P<end>"?)|(?P<plain>\S+))'
)
_SPAN = r"(?P<first>[0-9]{4}(?:-[0-9]{2}){1,2})(?:/|\.\.)(?P<last>[0-9]{4}(?:-[0-9]{2}){1,2})"
_AROUND = "?!,;:.…()[]{}<>\"'`´‘’‚‹›|*+·•–—~="
"""What stands around a word or an address in a sentence, a list, or a citation as printed."""
_TOLD = r"(?i)\b(?:yesterday|tomorrow|(?:last|next|this) (?:week|month|year))\b"
_OURSELVES = r"\b(over|on|for|to|from|with|against|upon|about) us\b|\bour\b"
"""Ourselves, where it is written small, and not the United States."""
_ASIDE = (
    r"\b(?:(?i:so far|one day|at all|of course|in fact|any more|right now|at the moment|for now"
    r"|may (?=(?:i|we|you|one)\b))|(?<=\b(?i:tell|give|help) )us)\b"
)
"""What is said besides, and tells nothing: `may I` is no hedge. Of `tell us` only what is written small: not the US."""
_IN_TOLD = ("day", "morrow", "week", "month", "year")
"""One of them is in all that `_TOLD` finds; like `_SPAN` it is a text, made a pattern where it may find something."""
_BETWEEN = re.compile(r"[,;/|]+")


class SearchTerm(NamedTuple):
    """What a hit must hold: a folded word, or a date of the index. `whole`: typed to its end, so that a longer word
    which begins with it is another. `optional`: needed only if the dossier has it."""

    word: str
    whole: bool = True
    optional: bool = False


class Phrase(NamedTuple):
    """Words that stand together in one text. `open`: the last may be a beginning, as its quotation mark is to come."""

    words: tuple[str, ...]
    open: bool = False


class Query(NamedTuple):
    """What was typed, taken apart."""

    terms: tuple[SearchTerm, ...] = ()
    framing: tuple[SearchTerm, ...] = ()
    """Words of the question itself: welcome, and not needed."""
    addresses: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    """Of each word in them there is a term too."""
    without: tuple[SearchTerm, ...] = ()
    without_phrases: tuple[Phrase, ...] = ()
    filters: tuple[Filter, ...] = ()
    not_filters: tuple[Filter, ...] = ()
    asks: bool = False
    """Whether it is put as a question, so that a gap may be its answer."""
    typed: tuple[str, ...] = ()
    """All words as typed, folded."""
    remarks: tuple[str, ...] = ()
    problem: str | None = None


class _QueryReader:
    """What has been read of a query so far."""

    def __init__(self, dossier: Dossier, addresses: Container[str]) -> None:
        self.dossier = dossier
        self.known = addresses
        self.found: list[SearchTerm] = []
        self.addresses: list[str] = []
        self.phrases: list[Phrase] = []
        self.without: list[SearchTerm] = []
        self.without_phrases: list[Phrase] = []
        self.filters: list[Filter] = []
        self.not_filters: list[Filter] = []
        self.remarks: dict[str, None] = {}
        self.typed: list[str] = []
        self.problem: str | None = None
        self._run: list[str] = []

    def read(self, text: str) -> None:
        pieces = list(_PIECE.finditer(text))
        shouted = text.isupper()
        negated = False
        for index, piece in enumerate(pieces):
            if piece[0] == "NOT" and not shouted and index + 1 < len(pieces):
                negated = True
                continue
            if piece[0] in ("AND", "OR") and not shouted and 0 < index < len(pieces) - 1:
                self.remarks[_JOINING[piece[0]]] = None
                continue
            self._piece(piece, without=bool(piece["minus"]) or negated)
            negated = False
        self._end_run()
        lower = text.lower()
        if any(part in lower for part in _IN_TOLD) and (told := re.search(_TOLD, text)):
            self.remarks[f"{told[0]!r} is not read as a date; write 2023-09-12, 12 September or September 2023"] = None

    def _piece(self, piece: re.Match[str], *, without: bool) -> None:
        name, value = (piece["name"] or "").lower(), piece["quoted"] if piece["plain"] is None else piece["plain"]
        raw = piece[0].removeprefix("-") if piece["minus"] else piece[0]
        if found := [] if without or name in FILTERS else self._addresses_in(raw):
            self.addresses += found
        elif (bare := raw.strip(_AROUND))[:1].isdigit() and (span := re.fullmatch(_SPAN, bare)):
            days = between(span["first"], span["last"])
            self.filters += [days] if days else []
        elif name in FILTERS:
            value = value.strip(_AROUND.replace("-", ""))
            made = make_filter(name, value, self.dossier)
            self._moved(f"{name}:{value}".casefold())
            if isinstance(made, str):
                self.problem = self.problem or made
            else:
                (self.not_filters if without else self.filters).append(made)
        elif without:
            self._leave_out(words(f"{name} {value}"), bool(piece["end"]))
        elif piece["plain"] is None and len(held := words(value)) > 1 and not name:
            self._end_run()
            self.phrases.append(Phrase(held, open=not piece["end"]))
            self.found += [SearchTerm(word, whole=bool(piece["end"]) or word is not held[-1]) for word in held]
            self.typed += held
        elif name or "://" in raw:
            self._end_run()
            if name:
                self.remarks[no_filter(name)] = None
            self.typed += words(raw)
            self.found += [SearchTerm(word, optional=True) for word in words(name if name else raw)]
            self.found += [SearchTerm(word) for word in words(value)] if name else []
        else:
            if "*" in raw.strip("*")[-1:] + raw[-1:] and len(raw) > 1:
                self.remarks["* is not needed: the last word is taken for a beginning"] = None
            self._run.append(value if piece["plain"] is None else raw)

    def _addresses_in(self, raw: str) -> list[str]:
        whole = raw.strip(_AROUND).lower().removeprefix(f"{BehindAt.word}:")
        if whole in self.known:
            return [whole]
        if now := [ref for ref in self._moved(whole) if ref in self.known]:
            return now
        parts = [part.strip(_AROUND) for part in _BETWEEN.split(whole)]
        return parts if len(parts) > 1 and all(part in self.known for part in parts) else []

    def _moved(self, address: str) -> list[str]:
        """The addresses of what had one before its id changed, and a remark that says so."""
        now = list(map(str, moved_to(self.dossier, address_of(address))))
        if now:
            self.remarks[said_of_moved(self.dossier, address)] = None
        return now

    @property
    def _us(self) -> str:
        """What we are called: we are the dossier's addressee."""
        addressee = self.dossier.about.addressee
        actor = self.dossier.record(addressee.ref) if addressee else None
        return actor.short if isinstance(actor, Actor) else ""

    def _leave_out(self, held: tuple[str, ...], quoted: bool) -> None:
        if len(held) > 1 and quoted:
            self.without_phrases.append(Phrase(held))
        else:
            self.without += [SearchTerm(word) for word in held]

    def _end_run(self) -> None:
        """Read the plain words since the last phrase or filter together: a date may have blanks in it."""
        text, self._run = " ".join(self._run), []
        at = 0
        for day in written(text):
            self._words(text[at : day.start], done=True)
            self.found.append(SearchTerm(day.word))
            self.typed += words(text[day.start : day.end])
            if day.ambiguous:
                self.remarks[f"{text[day.start : day.end]} is read as {spoken(day.word)}"] = None
            at = day.end
        self._words(text[at:], done=False)

    def _words(self, text: str, *, done: bool) -> None:
        if " " in text and (meant := re.sub(_ASIDE, "", text)).strip():
            text = meant
        if " us" in text or "our" in text:
            text = re.sub(_OURSELVES, lambda found: f"{found[1] or ''} {self._us}", text)
        held = words(text)
        self.typed += held
        self.found += [SearchTerm(word, whole=done or place < len(held) - 1) for place, word in enumerate(held)]


_JOINING = {
    "AND": "AND is not needed: all words are looked for",
    "OR": "OR is not read: all words are looked for, so search for each by itself",
}


def parse(text: str, dossier: Dossier, addresses: Container[str]) -> Query:
    """Never raises: a filter that cannot be used is said in `problem`. A blank at the end of `text` ends its last
    word."""
    text = text[:LENGTH_LIMIT].translate(_QUOTES)
    reading = _QueryReader(dossier, addresses)
    reading.read(text)
    if reading.problem:
        return Query(problem=reading.problem)
    ended = text.endswith(" ")
    found = [term._replace(whole=True) if ended else term for term in reading.found]
    frame = FRAME_WORDS | STATE_WORDS if reading.typed[:1] in (["is"], ["are"], ["was"], ["were"]) else FRAME_WORDS
    if reading.typed[:1] == ["how"]:
        frame |= DEGREES.intersection(reading.typed[1:2])
    quoted = {word for phrase in reading.phrases for word in phrase.words}
    telling = [term for term in _once(found) if term.word not in STOP_WORDS or term.word in quoted]
    terms = [term for term in telling if term.word not in frame or term.word in quoted] or telling or _once(found)
    framing = tuple(term for term in telling if term not in terms)
    return Query(
        terms=tuple(terms),
        framing=framing,
        addresses=tuple(dict.fromkeys(reading.addresses)),
        phrases=tuple(reading.phrases),
        without=tuple(reading.without),
        without_phrases=tuple(reading.without_phrases),
        filters=tuple(reading.filters),
        not_filters=tuple(reading.not_filters),
        asks=bool(framing) or "?" in text or (bool(reading.typed) and reading.typed[0] in ASKING),
        typed=tuple(reading.typed),
        remarks=tuple(reading.remarks),
    )


ASKING = QUESTION_WORDS | {"will", "would", "can", "could", "should", "whats", "whos", "wheres"}
"""What a question begins with."""


def _once(terms: list[SearchTerm]) -> list[SearchTerm]:
    """Each word once, as it stands last: there it may be unfinished."""
    return list({term.word: term for term in terms}.values())
