"""Where a word after `:` may lead: to what a key does, to a pane, to whatever is called so; else to what comes near."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from os.path import commonprefix

from caucasus_tui.dossier.addresses import (
    COLLECTED,
    QUESTIONS,
    TODO,
    Address,
    AskAt,
    KeyAt,
    PaneAt,
    ParagraphAt,
    SearchAt,
    SourceAt,
    StatementAt,
)
from caucasus_tui.dossier.addresses.called import begun_so, names_of
from caucasus_tui.dossier.addresses.places import exists, title_at
from caucasus_tui.dossier.addresses.typed import meant, said_of_moved
from caucasus_tui.dossier.model import Actor, Dossier, Place, Record
from caucasus_tui.dossier.text import counted
from caucasus_tui.dossier.text.fold import fold
from caucasus_tui.page.rows import Page, Row, Span, cut, hanging
from caucasus_tui.panes import PANES, pane_title
from caucasus_tui.tui.keys import Key

ALIASES = {"asks": "recommendations", "map": "names", "who": "actors"}
"""Beside what the panes are called: by us, and in the titles that the dossier gives them."""
_CALLED = {
    "quit": "q quit exit",
    "keys": "keys help",
    "theme": "theme",
    "brief": "brief",
    "export": "export",
    "copy": "copy",
    "reload": "reload",
    "dossiers": "dossiers open",
    "search": "search",
    "place.list": "places history",
}
WORDS = {word: key for key, words in _CALLED.items() for word in words.split()}
"""Words that people type there, each with the id of the key that does it."""
MOST, NEAREST = 20, 5
"""Things of a name, and things that come near one, that are listed."""
MOST_LOOKED_THROUGH = 2000
"""Records whose names are held against a word that nothing is called."""
Places = dict[str, str]
"""Addresses, each with what it leads to; the best first."""


def go_to_page(dossier: Dossier, keys: Sequence[Key], text: str, width: int = 80) -> Page:
    """What the word leads to; where it leads nowhere, what comes near."""
    word = text.strip().casefold()
    places = found(dossier, keys, word)
    rows = _rows(places, width)
    if moved := said_of_moved(dossier, word):
        rows.append(Row((Span(moved, "warn"),)))
    if rows or not word:
        return Page("Go to", rows, counted(len(places), "place"))
    near = _near(dossier, keys, word)
    hint = "Nearest:" if near else "Try a pane, a name, T9, p8, ask e, export docx."
    said = f"Nothing is called “{cut(text.strip(), 36)}”."
    lines = (Row((Span(line, "absent"),)) for line in (said, hint))
    return Page("Go to", [*lines, *_rows(near, width)], "no place of this name")


def _rows(places: Places, width: int) -> list[Row]:
    return [
        row
        for address, name in places.items()
        for row in hanging((Span(address, "cite"),), [Span(name)], width, 35, subject=address)
    ]


def found(dossier: Dossier, keys: Sequence[Key], word: str) -> Places:
    """What a word leads to: what it names exactly first."""
    places: Places = {str(address): named(dossier, address) for address in meant(dossier, word)}
    places |= _doings(dossier, keys, word)
    if word and "todo".startswith(typed := word.replace(" ", "")) and (dossier.todo or typed == "todo"):
        places[str(TODO)] = f"{len(dossier.todo)} to do"
    for name in PANES:
        title = pane_title(dossier, name)
        said = (name, title.casefold(), *title.casefold().split())
        if name == ALIASES.get(word) or any(part.startswith(word) for part in said):
            places[str(PaneAt(name))] = title
    return places | dict(_called(dossier, word))


def _doings(dossier: Dossier, keys: Sequence[Key], word: str) -> Places:
    """What a word has done: `q`, `ask e`, `export docx`."""
    first, _, rest = word.partition(" ")
    by_id = {key.id: key for key in keys}
    doings: Places = {}
    if first == "ask":
        place: Address = AskAt(rest) if rest else QUESTIONS
        if exists(dossier, place):
            doings[str(place)] = title_at(dossier, place) if rest else "the standard questions"
    if first == "search" and rest:
        doings[str(SearchAt(rest))] = "what is found"
    if first == "export" and rest:
        ids = [f"export.{rest}", *(key.id for key in keys if key.after == "export" and key.shown == rest)]
    else:
        ids = [WORDS[word]] if word in WORDS else []
    doings |= {str(KeyAt(id)): by_id[id].does for id in ids if id in by_id}
    return doings | ({str(COLLECTED): "what was collected"} if len(word) > 3 and "collected".startswith(word) else {})


def _called(dossier: Dossier, word: str) -> Iterator[tuple[str, str]]:
    """Actors and places by id or name, anything by its address, whole or begun; `who NAME`: actors, wherever it is in a
    name."""
    who, _, name = word.partition(" ")
    if who == "who":
        for actor in dossier.actors:
            if any(name in called.casefold() for called in names_of(actor)):
                yield actor.ref, actor.title
        return
    yield from ((thing.ref, thing.title) for thing in islice(begun_so(dossier, word), MOST))
    some = islice(dossier.records(), MOST_LOOKED_THROUGH) if ":" in word else ()
    yield from islice(((record.ref, record.title) for record in some if record.ref.startswith(word)), MOST)


def _near(dossier: Dossier, keys: Sequence[Key], word: str) -> Places:
    """What comes near a word that leads nowhere: words of ours and panes, then things by name or id; behind a kind,
    records of that kind. No source is read for it, and of a very large dossier no more than so many names are looked
    through. Nobody quits by a slip of the pen: `:edit`."""
    kind, _, name = word.removeprefix("who ").rpartition(":")
    panes = {title: name for name in PANES for title in (name, pane_title(dossier, name).casefold())}
    places: Places = {}
    for close in get_close_matches(name, [*WORDS, *panes], 3, cutoff=0.7) if kind in ("", PaneAt.word) else ():
        places |= found(dossier, [key for key in keys if key.id != "quit"], close)
    every = [*islice(dossier.records(), MOST_LOOKED_THROUGH)]
    records = [record for record in every if record.kind == kind]
    spelt: dict[str, Record] = {}
    for record in records or every:
        others = names_of(record) if isinstance(record, Actor | Place) else ()
        spelt |= {fold(called): record for called in (record.id, *others) if fold(called) not in spelt}
    near = get_close_matches(fold(name)[:100], spelt, 9, cutoff=0.6)
    return dict([*places.items(), *((spelt[one].ref, spelt[one].title) for one in near)][:NEAREST])


def named(dossier: Dossier, address: Address) -> str:
    """What an address leads to; a passage is named after its source."""
    if isinstance(address, StatementAt | ParagraphAt):
        address = SourceAt(address.source)
    return title_at(dossier, address)


def completed(dossier: Dossier, keys: Sequence[Key], text: str) -> str:
    """The text with its last word finished, as far as what it leads to agrees; the same text where nothing does."""
    word = text.casefold()
    known = [*WORDS, *(pane for pane in PANES), *(f"who {actor.id}" for actor in dossier.actors), "ask ", "todo"]
    known += ["compare ", "collected", *(address for address, _ in _called(dossier, word) if ":" in word)]
    known += [f"{word.rpartition(' ')[0]} {actor.id}" for actor in dossier.actors if word.startswith("compare ")]
    known += [f"export {key.footer}" for key in keys if key.after == "export"]
    known += [actor.id for actor in dossier.actors]
    begun = [one for one in known if one.startswith(word)]
    return commonprefix(begun) or text  # noqa: RUF071 (letter by letter: these are no paths)
