"""Names and map: how the places hang together, what to call things aloud, and every other name for them."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from caucasus_tui.dossier.model import Actor, Dossier, NameRule, Place
from caucasus_tui.page.claim.closing import closed, closing
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.map.map_section import LETTER, MAP, NEARER, closer_of, map_section, moved_nearer
from caucasus_tui.page.map.picture import MOST_STEPS
from caucasus_tui.page.name_card import name_card
from caucasus_tui.page.name_rows import name_spans
from caucasus_tui.page.place import place_rows
from caucasus_tui.page.rows import Page, Row, Span, flowing, parted, wrap
from caucasus_tui.page.rows.growing import Block
from caucasus_tui.page.rows.wrapping import set_in
from caucasus_tui.page.section import PICK, Section, pick_section, sectioned
from caucasus_tui.page.statement import derived_spans
from caucasus_tui.panes import Pane

CARD = f"{PICK}S"
"""The pick that shows the name rules alone."""
ALIASES = f"{PICK}O"


def names(dossier: Dossier, lens: Lens) -> Page:
    """The map, the routes and places as a list, the name rules, and who uses which other name."""
    places = lens.among(dossier, dossier.places)
    rules = lens.among(dossier, dossier.names)
    if lens.zoomed and lens.pick == CARD:
        return name_card(dossier, rules, lens)._replace(idle="+-")
    routes = [place for place in places if place.joins or place.status]
    others = [place for place in places if not (place.joins or place.status)]
    drawn, plane = map_section(dossier, lens)
    closer = closer_of(lens.pick)
    lens = replace(lens, pick=MAP) if closer.steps else lens
    sections = [
        drawn,
        Section("Places", [Block(p.ref, partial(place_rows, dossier, p, lens)) for p in routes + others], "", "p"),
        Section("Name rules", [Block(r.ref, partial(_rule, dossier, r, lens)) for r in rules], "our term first", "S"),
        Section("Every other name", [] if lens.narrows else list(_aliases(dossier, lens)), "", "O"),
    ]
    counts = (
        shown_of(len(rules), len(dossier.names), "name rule"),
        shown_of(len(places), len(dossier.places), "place"),
    )
    page = sectioned(
        sections, lens, " · ".join((*counts, *(("map not to scale",) if drawn.rows and not plane else ())))
    )
    shows_map = plane and lens.pick in ("", MAP)
    first = closer.near or next((place.ref for place in dossier.places if place.schematic), "")
    start = first if shows_map else ""
    still = ("-" * (not closer.steps) + "+" * (closer.steps == MOST_STEPS)) if shows_map else "+-"
    idle = f"{page.idle.replace(LETTER, '' if dossier.places else LETTER)}{still}"
    return page._replace(to_height=True, plane=plane + 1 if shows_map else 0, start=start, idle=idle)


def _rule(dossier: Dossier, rule: NameRule, lens: Lens) -> list[Row]:
    """Our term; what to avoid, and who says what; zoomed, why."""
    rows = closed((Span(rule.title, "strong"),), closing(dossier, rule), lens.width, rule.ref)
    avoid = [Span("avoid ", "dim"), Span(", ".join(rule.avoid), "warn")] if rule.avoid else []
    used = parted([Span(f"{use.who}: ", "dim"), Span(use.term)] for use in rule.usage)
    used = [Span("said: ", "dim"), *used] if used else []
    why = derived_spans(dossier, rule.rationale.text, rule.rationale.basis) if lens.zoomed else []
    for spans in (avoid, used, why):
        rows += set_in(wrap(spans, lens.width - 2))
    return rows


def _aliases(dossier: Dossier, lens: Lens) -> Iterator[Row | Block]:
    """Each thing with its other names. A state is a place and an actor: one line for both, leading to each."""
    things: dict[str, list[Place | Actor]] = {}
    every: tuple[Place | Actor, ...] = (*dossier.places, *dossier.actors)
    for thing in every:
        if thing.names:
            things.setdefault(thing.title, []).append(thing)
    for title, same in sorted(things.items()):
        made = partial(_called, title, same, lens.width)
        if lens.pick == ALIASES:  # a text, of which the rows are counted
            yield from made()
        else:
            yield Block("", made, others=[thing.ref for thing in same])


def _called(title: str, same: Sequence[Place | Actor], width: int) -> list[Row]:
    links = (part for thing in same for part in (Span("  "), Span(thing.kind, "link", thing.ref)))
    called = dict.fromkeys(name for thing in same for name in thing.names)
    return [*flowing([Span(title, "strong"), *links], width), *set_in(wrap(name_spans(called), width - 2))]


def _press(key: str, lens: Lens, subject: str) -> Lens:
    """The name rules alone are a card, on the whole screen until the next letter."""
    picked = pick_section(key, lens)
    if key in "+-":
        picked = replace(lens, pick=moved_nearer(lens.pick, 1 if key == "+" else -1, subject))
    elif key == LETTER and lens.pick.startswith(NEARER):
        picked = replace(lens, pick="")
    return replace(picked, zoomed=picked.pick == CARD) if CARD in (picked.pick, lens.pick) else picked


PANE = Pane(
    page=names,
    letters="mpSO+-",
    picture=(MAP, NEARER),
    takes_back={NEARER.rstrip(":"): LETTER},
    press=_press,
    empty="Places go into data/places.yaml, name rules into data/names.yaml.",
)
