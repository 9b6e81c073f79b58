"""Where a key is pressed, and which keys of the table work there: for the bottom row and for `?`."""

from collections.abc import Sequence
from typing import NamedTuple

from caucasus_tui.dossier.addresses import COLLECTED as COLLECTED_AT
from caucasus_tui.dossier.addresses import KeyAt, parse
from caucasus_tui.page.rows import Row, Span, cells_of, fit
from caucasus_tui.panes import PANES, pane
from caucasus_tui.session.coming_back import news, offered
from caucasus_tui.session.history import Visit
from caucasus_tui.session.hit_places import hit_words
from caucasus_tui.session.session import Session
from caucasus_tui.session.ways import question_letters
from caucasus_tui.tui.keys import COLLECTED, READING, Key

SHORTER = "shorter"
"""Where in the order the words of a hit give way, to which one of how many it is."""
SINCE, WHICH = "since", "which"
"""Where those of what a new start offers do: since when, which place it was."""
GIVES_WAY = (
    *("palette", "brief", "quit", "export", "collect", "digits", "compare"),
    *(SINCE, "facet", "copy", SHORTER, "ask", "zoom", WHICH, "source", "search", "open"),
)
"""Keys in the order in which they leave a row that is too narrow, before the letters of the pane."""
LIST_THE_REST = ("keys", "read.keys")
LEAD_OUT = ("back", "read.leave")
"""What never gives way: how to leave, and, while there is room for more than that, what lists the other keys."""
# A key of the table with a word for the row, and no place here, stands before those of everywhere, and gives way first.
EVERYWHERE = ("search", "ask", "brief", "palette", "keys", "quit")
HERE = ("hit.next", "open", "section.next", "back", "source", "compare", "copy", "collect", "export", "zoom", "facet")
"""Behind the letters of the pane: what does to a screen what it is for."""


class Here(NamedTuple):
    """`pane`: its name, empty on another page; `letter_on`: its letter that takes back what it did; `in_grid`: no tabs
    tell the digits of the panes; `letters` of the questions, as `a–n`; `narrowed`: to one type of statement; `seen`:
    the text in view; `hit`: which of how many stands here; `lists_hits`: as results of a search; `reading`: in reading
    mode; `choosing` there; `last`: where one was last time, `news`: how much has changed since, as it begins; `idle`:
    letters of the pane with nothing to do on this page; `on_thing`: the cursor is on something, which `opens` if it has
    another page."""

    pane: str = ""
    letter_on: str = ""
    can_go_back: bool = False
    zoomed: bool = False
    in_grid: bool = False
    letters: str = ""
    narrowed: bool = False
    seen: str = ""
    hit: str = ""
    lists_hits: bool = False
    reading: bool = False
    choosing: bool = False
    last: str = ""
    news: str = ""
    idle: str = ""
    on_thing: bool = True
    opens: bool = True


def place_of(session: Session, *, in_grid: bool = False, idle: str = "", subject: str | None = None) -> Here:
    """Where a session is. `idle`: as the page that is shown says; `subject`: under the cursor, where that is known."""
    visit, last = session.visit, offered(session)
    return Here(
        pane=COLLECTED if visit.address == str(COLLECTED_AT) else visit.pane,
        letter_on=pane(visit.pane).letter_on(visit.pick) if visit.pane else "",
        can_go_back=not session.history.at_start,
        zoomed=visit.zoomed,
        in_grid=in_grid,
        letters=question_letters(session),
        narrowed=bool(session.facet or session.held),
        hit=hit_words(session),
        lists_hits=bool(visit.query),
        last=_called(session, last) if last else "",
        news=news(session),
        idle=idle,
        on_thing=subject != "",
        opens=subject not in ("", visit.address),
    )


def _called(session: Session, visit: Visit) -> str:
    from caucasus_tui.session.places_page import called

    return called(session.seen, parse(visit.address))


def keys_here(table: Sequence[Key], here: Here) -> list[Key]:
    """The keys of this screen, the most particular first, each with the word that fits here."""
    if here.reading:
        choosing = ("read.on", "read.back", "read.choose", "read.leave")
        wanted = [key for key in table if key.group == READING and (not here.choosing or key.id in choosing)]
        return [key._replace(footer=_CHOOSING.get(key.id, key.footer)) if here.choosing else key for key in wanted]
    own = [key for key in table if key.pane and key.pane == here.pane and not (key.letter and key.letter in here.idle)]
    if here.pane == COLLECTED and not here.on_thing:
        own = [key for key in own if key.id == "collected.undo"]
    own.sort(key=lambda key: key.letter != here.letter_on)
    named = {key.id: key for key in table}
    found = [key._replace(footer="all") if key.letter and key.letter == here.letter_on else key for key in own]
    lists = here.pane in PANES
    works = {"back": here.can_go_back, "zoom": lists, "facet": lists, "section.next": here.lists_hits}
    works |= {"hit.next": bool(here.hit) or here.lists_hits, "open": here.opens}
    works |= dict.fromkeys(("compare", "source", "collect"), here.on_thing)
    words = {"zoom": "smaller" * here.zoomed, "facet": "others, all" * here.narrowed, "section.next": "next kind"}
    words["hit.next"] = f"next, here {here.hit}" if here.hit else ""
    wanted = [named[id] for id in HERE if id in named and works.get(id, True)]
    rest = [key._replace(footer=words.get(key.id) or key.footer) for key in wanted]
    first = [key for key in rest if here.hit and key.id in ("hit.next", "back")]
    return [*first, *found, *(key for key in rest if key not in first)]


_CHOOSING = {"read.on": "down", "read.back": "up", "read.choose": "choose", "read.leave": "as it was"}


def key_row(width: int, table: Sequence[Key], here: Here, todo: Row | None = None) -> Row:
    """The bottom row: this screen's keys, a bar, those of everywhere; each can be clicked. What does not fit is left
    out whole, but never how to leave, nor how much is to do."""
    width -= todo.width if todo else 0
    local = {key.id: _item(key) for key in keys_here(table, here) if key.footer and key.id != "read.keys"}
    if here.letters:
        local = {"letters": (Span(f" {here.letters}", "key"), Span(" ask ", "dim")), **local}
    named = {key.id: key for key in table if key.footer}
    placed = {*HERE, *EVERYWHERE, *(key.id for key in table if key.pane or key.after or key.group == READING)}
    more = [id for id in named if id not in placed]
    wanted = ("read.keys",) if here.reading else (*more, *EVERYWHERE)
    local = {**_offers(table, here.last and f"last time: {fit(here.last, width // 5)}", here.news), **local}
    wide = {id: _item(named[id]) for id in wanted if id in named and not (id == "ask" and here.letters)}
    if here.in_grid:
        digits = " 1-9 0" if len(PANES) > 9 else f" 1-{len(PANES)}"
        wide = {"digits": (Span(digits, "key"), Span(" pane ", "dim")), **wide}
    last = ("export", "open") if here.pane == COLLECTED else ()  # what lines are collected for
    gives_way = sorted(GIVES_WAY, key=lambda id: id in last)
    for id in (*more, *gives_way, *reversed(local), *LIST_THE_REST):
        if sum(map(cells_of, (*local.values(), *wide.values()))) + 2 <= width:
            break
        if id == SHORTER and here.hit:
            local["hit.next"] = _item(named["hit.next"]._replace(footer=f"next, here {here.hit.partition(' for ')[0]}"))
        elif id == SINCE and here.news:
            local |= _offers(table, "", here.news.partition(" since")[0])
        elif id == WHICH and here.last:
            local |= _offers(table, "last time", "")
        elif id not in LEAD_OUT:
            local.pop(id, None)
            wide.pop(id, None)
    spans = [part for item in local.values() for part in item]
    spans += [Span(" │", "rule")] if local and wide else []
    spans += [part for item in wide.values() for part in item]
    spans = spans if cells_of(spans) <= width else []
    return Row((*spans, Span(" " * (width - cells_of(spans))), *todo.spans) if todo else tuple(spans))


def _offers(table: Sequence[Key], last: str, news: str) -> dict[str, tuple[Span, ...]]:
    """What a new start has to offer, before all else: where one was last time, what has changed since."""
    words = {"place.older": last, "place.list": news}
    return {key.id: _item(key._replace(footer=words[key.id])) for key in table if words.get(key.id)}


def which_key_row(width: int, said: str, entries: Sequence[tuple[str, str, str]]) -> Row:
    """What may follow a key: each as shown, its word, its address. Where all does not fit, `said` goes first, then of
    each word all but its mark, then what stands before the last: that leads out."""
    last = len(entries) - 1
    whole = ((f" {said} ", False, last), ("", False, last))
    for before, cut, kept in (*whole, *(("", True, count) for count in range(last, -1, -1))):
        spans = [Span(before, "dim")]
        for shown, word, address in (*entries[:kept], *entries[-1:]):
            told = f" {word.split()[0] if cut else word} " if word else ""
            spans += [Span(f" {shown}", "key", address), Span(told, "dim", address)]
        if cells_of(spans) <= width:
            break
    return Row(tuple(spans))


def _item(key: Key) -> tuple[Span, ...]:
    address = str(KeyAt(key.id))
    return Span(f" {key.shown.split()[0]}", "key", address), Span(f" {key.footer} ", "dim", address)
