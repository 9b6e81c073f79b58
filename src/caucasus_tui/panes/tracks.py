"""Tracks: the rooms where it is talked about, and the bargaining as a chain of steps."""

from collections.abc import Sequence
from functools import partial

from caucasus_tui.dossier.model import ActorId, Cited, Dossier, Link, Step, Track
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import cited_end, lead_of, tension_marks, type_words
from caucasus_tui.page.fields import labelled_rows, link_span, title_of
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.lever import short
from caucasus_tui.page.marks import LABEL_WIDTH
from caucasus_tui.page.record import tension_rows
from caucasus_tui.page.rows import Page, Row, Span, fitted, flush, glued, hanging, spread, wrapped
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.rows.wrapping import set_in
from caucasus_tui.page.statement import derived_spans, statement_rows, statements_rows, worded_spans
from caucasus_tui.panes import Pane

Facts = dict[str, list[Span]]
"""What is said of a track, by label; empty where nothing is."""
FIELDS = {
    "lead": "lead",
    "between": "parties",
    "taking part": "participants",
    "coordinated with": "coordinated_with",
    "activity": "activity",
    "state": "state",
    "last signal": "last_signal",
}
"""The field of a track behind each label."""
ROOMY = 96
"""From this width on, a step names its actors in full."""


def tracks(dossier: Dossier, lens: Lens) -> Page:
    """The tracks, then what they have in common; then the bargaining."""
    shown = sorted(lens.among(dossier, dossier.tracks), key=lambda track: track.order)
    steps = sorted(lens.among(dossier, dossier.steps), key=lambda step: step.order)
    rows = [*_tracks(dossier, shown, lens), *_chain(dossier, steps, lens)]
    counts = shown_of(len(shown), len(dossier.tracks), "track"), shown_of(len(steps), len(dossier.steps), "step")
    return Page("", GrowingRows(rows), " · ".join(counts))


def _tracks(dossier: Dossier, shown: Sequence[Track], lens: Lens) -> list[Row | Block]:
    common = {
        name
        for name, field in FIELDS.items()
        if len(shown) > 1 and all(getattr(track, field) == getattr(shown[0], field) for track in shown)
    }
    rows: list[Row | Block] = [Block(track.ref, partial(_track, dossier, track, common, lens)) for track in shown]
    if common:
        same = {name: said for name, said in _facts(dossier, shown[0], lens.zoomed).items() if name in common}
        those = "both" if len(shown) == 2 else f"all {len(shown)}"
        rows += [Row((Span(f"the same on {those} tracks", "heading"),)), *_labelled(dossier, same, lens)]
    return rows


def _track(dossier: Dossier, track: Track, common: set[str], lens: Lens) -> list[Row]:
    """A track, but for what all have in common."""
    left = (Span(f"{track.order} ", "number"), Span(track.title, "title"))
    lead = lead_of(dossier, track)
    marks = (*type_words(lead), Span(" "), *cited_end(dossier, lead.claims, links=False))
    first, *rest = flush(left, (*marks, *tension_marks(dossier, track)), lens.width, hang=2)
    rows = [Row(first, track.ref), *set_in(rest)]
    for cite in track.cites if lens.zoomed else ():
        rows += statement_rows(dossier, cite, lens.width)
    own = _facts(dossier, track, lens.zoomed)
    rows += _labelled(dossier, {name: said for name, said in own.items() if name not in common}, lens)
    if lens.zoomed:
        note = derived_spans(dossier, track.note.text, track.note.basis) if track.note else []
        rows += labelled_rows("note", note, lens.width) if note else []
        rows += [*tension_rows(dossier, track, lens.width), Row()]
    return rows


def _facts(dossier: Dossier, track: Track, links: bool) -> Facts:
    """Who leads, who is there, how it goes. `links`: names can be followed."""
    taking_part = []
    for guest in track.participants:
        name = _names(dossier, (guest.actor,), links)
        taking_part.append([*name, Span(glued(f" ({guest.since})") if guest.since else "", "date")])
    return {
        "lead": _names(dossier, (track.lead,) if track.lead else (), links),
        "between": _names(dossier, track.parties, links),
        "taking part": _listed(taking_part),
        "coordinated with": _names(dossier, track.coordinated_with, links),
        "activity": _said(dossier, track.activity),
        "state": _said(dossier, track.state),
        "last signal": _said(dossier, track.last_signal),
    }


def _said(dossier: Dossier, cited: Cited | None) -> list[Span]:
    return worded_spans(dossier, cited.text, cited.cites) if cited else []


def _names(dossier: Dossier, refs: Sequence[Link], links: bool) -> list[Span]:
    spans = [[link_span(dossier, found.ref) if links else Span(title_of(dossier, found.ref))] for found in refs]
    return _listed(spans)


def _listed(items: Sequence[list[Span]]) -> list[Span]:
    """The items with commas between."""
    return [part for index, item in enumerate(items) for part in ([Span(", ")] if index else []) + item]


def _labelled(dossier: Dossier, facts: Facts, lens: Lens) -> list[Row]:
    """Each fact beside its label; what the source leaves out together on one line, for absence is an answer too."""
    rows = [line for name, value in facts.items() for line in (labelled_rows(name, value, lens.width) if value else ())]
    absent = ", ".join(name for name, value in facts.items() if not value)
    if absent:
        rows += labelled_rows(silence(dossier), [Span(absent, "absent")], lens.width)
    return rows


def _chain(dossier: Dossier, steps: Sequence[Step], lens: Lens) -> list[Row | Block]:
    """The steps down the page, an arrow from each to the next."""
    if not steps:
        return []

    def make(step: Step) -> list[Row]:
        rows: list[Row] = []
        block = _step(dossier, step, lens.width - 2)
        for number, line in enumerate(block):
            last = number + 1 == len(block)
            sign = f"{step.order} " if number == 0 else "  " if step is steps[-1] else "▼ " if last else "│ "
            gutter = Span(sign, "number" if number == 0 else "rule")
            rows.append(line.behind(gutter)._replace(subject=step.ref if number == 0 else ""))
        return rows

    heading = Span("bargaining, step by step in the sources' order", "heading")
    return [*wrapped([heading], lens.width), *(Block(step.ref, partial(make, step)) for step in steps)]


def _step(dossier: Dossier, step: Step, width: int) -> list[Row]:
    """Form, title, who to whom; then the statements."""

    def name(actor: ActorId) -> str:
        return title_of(dossier, actor.ref) if width >= ROOMY else short(dossier, actor)

    whom = ", ".join(map(name, step.to))
    right = [Span(glued(f"{name(step.by)} → {whom}" if whom else name(step.by)), "dim"), *tension_marks(dossier, step)]
    title = Span(step.title, "title")
    rows = hanging((Span(step.form, "strong"),), [title, Span(" "), *right], width, LABEL_WIDTH)
    if len(rows) == 1:
        form = fitted((Span(step.form, "strong"),), LABEL_WIDTH)
        rows = [Row((*form, *spread((title,), tuple(right), width - LABEL_WIDTH)))]
    return rows + statements_rows(dossier, step.cites, width)


PANE = Pane(
    page=tracks, empty="Negotiation tracks go into data/tracks.yaml, the steps of the bargaining into data/steps.yaml."
)
