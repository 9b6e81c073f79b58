"""The hits of a search where they stand: which one the reader is at, and which one is next."""

from caucasus_tui.dossier.addresses import SearchAt, parse
from caucasus_tui.page.rows.cursor import CursorPosition
from caucasus_tui.page.rows.widths import fit
from caucasus_tui.session.history import HitAt, Visit
from caucasus_tui.session.session import Session
from caucasus_tui.session.ways import found_at

LONGEST = 24
"""Cells of a query, where only its beginning tells which one it is."""


def results_at(query: str, subject: str, position: CursorPosition | None = None) -> Visit:
    """The results of a query, with the cursor on one of them."""
    return Visit(str(SearchAt(query)), subject, left_at=position)


def hit_at(session: Session, hit: HitAt) -> Visit:
    """Where a hit stands: on its line in the pane that lists it, else on a page of its own, on the line that holds what
    matches."""
    found = session.search(hit.query).hits[hit.number - 1]
    there = found_at(session, parse(found.ref))
    matching = "" if found.title_spans or not found.snippet_spans else "".join(found.snippet_cites[:1])
    return there._replace(subject=there.subject or matching, hit=hit)


def hit_of(session: Session, query: str, subject: str) -> HitAt | None:
    """The hit at an address; None where the query finds no such thing."""
    listed = [found.ref for found in session.search(query).hits]
    return HitAt(query, listed.index(subject) + 1) if subject in listed else None


def step_to(session: Session, step: int, subject: str) -> str:
    """Go to the next hit where it stands, or to the one before; in the results counted from the one under the cursor,
    `subject`. From there and from another hit the way back leads to the results. What to say where there is none; else
    empty."""
    query = session.visit.query
    here = session.visit.hit or (hit_of(session, query, subject) if query else None) or session.last_hit
    if here is None:
        return "Nothing was searched for yet: / searches."
    found = session.search(here.query)
    number = min(here.number, len(found.hits)) + step
    if not 0 < number <= len(found.hits):
        return _at_the_end(here.query, len(found.hits), found.total, step)
    hit = HitAt(here.query, number)
    there = hit_at(session, hit)
    while session.visit.hit and session.history.back():
        pass
    if session.visit.query == here.query:
        session.remember(found.hits[number - 1].ref)
    session.go(there)
    return ""


def _at_the_end(query: str, listed: int, total: int, step: int) -> str:
    called = f"“{fit(query.strip(), LONGEST)}”"
    if not listed:
        return f"Nothing is found for {called} any more."
    if step < 0:
        return f"That is the first of {total} for {called}."
    return (
        f"That is the last of {total} for {called}." if listed == total else f"The best {listed} of {total} end here."
    )


def hit_words(session: Session) -> str:
    """`3 of 17 for lachin`; empty where no hit stands, or what was found is of a layer that is off by now."""
    hit = session.visit.hit
    is_there = hit and hit.number <= (total := session.search(hit.query).total)
    return f"{hit.number} of {total} for {fit(hit.query.strip(), LONGEST)}" if hit and is_there else ""
