"""An actor's page: what it wants, what it can do, what can be done to it, what it owes, and what is said of it."""

from collections.abc import Iterable, Sequence
from functools import partial

from caucasus_tui.dossier.model import Actor, Citation, Cited, Dossier, Lever, Record
from caucasus_tui.dossier.views.effects import levers_upon
from caucasus_tui.dossier.views.force import Role, terms_by_force
from caucasus_tui.dossier.views.roles import agreements_of, levers_held, people_of, steps_of, tracks_of
from caucasus_tui.page.absence import silence
from caucasus_tui.page.actor_card import actor_parts
from caucasus_tui.page.card import card_rows, with_legend
from caucasus_tui.page.claim import our_reading
from caucasus_tui.page.fields import labelled_rows, link_span, names_outside, note_rows, rest_rows, title_of
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.lever import lever_rows, short
from caucasus_tui.page.marks import IN_PASSING
from caucasus_tui.page.name_rows import name_rows
from caucasus_tui.page.record import kind_parts, tension_rows
from caucasus_tui.page.related import related_rows
from caucasus_tui.page.rows import Page, Row, Span, flowing
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.section import Section, stacked_parts
from caucasus_tui.page.statement import cited_rows, listed_parts, marked_spans, statements_rows

SHOWN = ("form", "names", "belongs_to", "role", "positions", "warnings", "depends_on", "note")
ROLES: tuple[Role, ...] = ("obligors", "guarantor", "beneficiaries")
LEVERS_OURS = our_reading("statuses and kinds").text
SECTIONED: dict[str, tuple[str, ...]] = {
    "actor": ("belongs_to", "depends_on"),
    "lever": ("holders", "targets", "toward"),
    "agreement": ("parties", "mediator", "terms"),
    "term": ROLES,
    "track": ("lead", "parties", "participants"),
    "step": ("by", "to"),
}
"""Fields of other records that a section of the page is made from. What names the actor in any other is linked to at
its end."""


def actor_page(dossier: Dossier, actor: Actor, lens: Lens) -> Page:
    """Everything the dossier holds about an actor, each line with its type or status, and its citation."""
    held = lens.among(dossier, levers_held(dossier, actor.id))
    upon = lens.among(dossier, levers_upon(dossier, actor.id))
    sections = [
        Section("Positions", _positions(dossier, actor, lens)),
        Section("Warnings", _cited(dossier, actor.warnings, lens)),
        Section("Dependencies", _dependencies(dossier, actor, lens)),
        Section("Levers it holds", _levers(dossier, held, lens, holds=True), f"{len(held)} · {LEVERS_OURS}"),
        Section("Levers upon it", _levers(dossier, upon, lens, holds=False), f"{len(upon)} · {LEVERS_OURS}"),
        Section("Agreements and terms", _terms(dossier, actor, lens)),
        Section("Talks", related_rows(dossier, [*tracks_of(dossier, actor.id), *steps_of(dossier, actor.id)], lens)),
        _said(dossier, "Statements by", dossier.said_by(actor.ref), actor, lens, " · its own account, as reported"),
        _said(dossier, "Statements about", dossier.mentions_of(actor), actor, lens),
        Section("Elsewhere", _elsewhere(dossier, actor, lens.width)),
    ]
    missing = ", ".join(section.title.lower() for section in sections[:7] if not section.rows)
    if missing and not lens.narrows:
        rows = labelled_rows(silence(dossier), [Span(missing, "absent")], lens.width)
        sections.insert(7, Section("Nothing in the dossier", rows))
    head, parts = _head(dossier, actor, lens.width), actor_parts(dossier, actor, lens)
    room = lens.height and max(lens.height - len(head), 2)
    card = with_legend([*head, *card_rows(parts, lens.width, room)], lens.width)
    if room and len(card) > lens.height:
        card = with_legend([*head, *card_rows(parts, lens.width, room - 1)], lens.width)
    in_full = [*_first(dossier, actor, lens.width), *rest_rows(dossier, actor, SHOWN, lens.width)]
    whole = flowing([Span("In full", "heading"), Span("  "), Span(actor.ref, "dim")], lens.width)
    below = stacked_parts(sections, lens.width)
    shown = GrowingRows([*card, Row(), *whole, *in_full, Row(), *below], count_rows=True)
    return Page(actor.title, shown, card=len(card))


def _head(dossier: Dossier, actor: Actor, width: int) -> list[Row]:
    """Who it is, and what it is where that is said in passing; whose the statuses on its card are."""
    facts: list[Span] = [Span("  "), Span(actor.form, "strong"), Span(" · ", "dim"), Span(actor.short, "strong")]
    if actor.belongs_to:
        facts += [Span(" · of ", "dim"), link_span(dossier, actor.belongs_to.ref)]
    people = people_of(dossier, actor.id)
    for index, person in enumerate(people):
        facts += [Span(" · " if index else " · with ", "dim"), link_span(dossier, person.ref)]
    if levers_held(dossier, actor.id) or levers_upon(dossier, actor.id):
        facts += [Span(" · ", "dim"), our_reading("statuses")]
    rows = flowing([Span(actor.title, "title"), *facts], width)
    if actor.role:
        # The type is that of the sentence that says it in passing: an ask that names a president asks for none.
        rows += labelled_rows(IN_PASSING, marked_spans(dossier, actor.role.text, actor.role.cites), width)
    return rows


def _first(dossier: Dossier, actor: Actor, width: int) -> list[Row]:
    """What the sections do not hold."""
    rows: list[Row] = []
    if not actor.positions and not actor.role:
        rows += statements_rows(dossier, actor.cites[:1], width)
    return rows if actor.positions else [*rows, *note_rows(dossier, actor.note, width)]


def _positions(dossier: Dossier, actor: Actor, lens: Lens) -> list[Row]:
    rows = _cited(dossier, actor.positions, lens)
    return [*rows, *note_rows(dossier, actor.note, lens.width)] if rows else []


def _cited(dossier: Dossier, said: Sequence[Cited], lens: Lens) -> list[Row]:
    shown = (item for item in said if any(lens.admits(dossier, cite) for cite in item.cites))
    return [line for item in shown for line in cited_rows(dossier, item.text, item.cites, lens.width)]


def _dependencies(dossier: Dossier, actor: Actor, lens: Lens) -> list[Row]:
    """What it depends on, and who depends on it."""
    on = [(f"on {title_of(dossier, need.upon.ref)}", need) for need in actor.depends_on]
    by = [
        (f"{title_of(dossier, other.ref)}, on it", need)
        for other in dossier.actors
        for need in other.depends_on
        if need.upon == actor.id
    ]
    rows: list[Row] = []
    for label, need in (*on, *by):
        shown = _cited(dossier, (need.how,), lens)
        rows += [*flowing([Span(label, "dim")], lens.width), *shown] if shown else []
    return rows


def _levers(dossier: Dossier, levers: Iterable[Lever], lens: Lens, *, holds: bool) -> list[Block]:
    named: list[tuple[Lever, str]] = []
    for lever in levers:
        others = [short(dossier, other) for other in (lever.targets if holds else lever.holders)]
        more = f"+{len(others) - 2}" if len(others) > 2 else ""
        name = "/".join(others[:2]) + more
        named.append((lever, f"→ {name}" if holds else f"{name} →"))
    # Names of one length, so that the columns after them stand in line.
    longest = max((len(name) for _, name in named), default=0)
    return [
        Block(lever.ref, partial(lever_rows, dossier, lever, lens, name=name.ljust(longest))) for lever, name in named
    ]


def _terms(dossier: Dossier, actor: Actor, lens: Lens) -> list[Row | Block]:
    parts: list[tuple[str, Record]] = []
    for role in ROLES:
        parts += [(found.of(role), term) for found, term in terms_by_force(dossier, actor.id, role)]
    return related_rows(dossier, [*parts, *agreements_of(dossier, actor.id)], lens)


def _said(
    dossier: Dossier, title: str, cites: Sequence[Citation], actor: Actor, lens: Lens, whose: str = ""
) -> Section:
    """`whose`: what there is to know of whose account they are, behind how many they are."""
    shown = lens.among(dossier, cites) if lens.narrows else cites
    rows = listed_parts(dossier, shown, lens.width, f"actor:{actor.id} type:statement")
    hidden = "" if len(shown) == len(cites) else f"{len(shown)} of "
    return Section(title, rows, f"{hidden}{len(cites)}{' in all' * lens.narrows}{whose}")


def _elsewhere(dossier: Dossier, actor: Actor, width: int) -> list[Row | Block]:
    linked = [one for one in dossier.linked_from(actor.ref) if names_outside(one, actor.ref, SECTIONED)]
    return [*kind_parts(dossier, linked, width), *name_rows(actor.names, width), *tension_rows(dossier, actor, width)]
