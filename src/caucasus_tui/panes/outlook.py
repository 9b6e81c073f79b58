"""Outlook: what the source says may come, how likely in its own words; zoomed, what it rests on and what to watch."""

from functools import partial

from caucasus_tui.dossier.model import Dossier, Indicator, Scenario, Statement, hedge_words
from caucasus_tui.dossier.text import counted
from caucasus_tui.page.claim import basis_of, cite_spans, lead_of, said_by, tension_marks, type_words
from caucasus_tui.page.claim.basis_spans import hedged
from caucasus_tui.page.fields import field_rows, labelled_rows
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.marks import CURATOR, LABEL_WIDTH
from caucasus_tui.page.record import tension_rows
from caucasus_tui.page.rows import Page, Row, Span, cells_of, flush, glued, hanging, wrap
from caucasus_tui.page.rows.growing import Block, GrowingRows
from caucasus_tui.page.rows.wrapping import set_in
from caucasus_tui.page.statement import derived_spans, statements_rows, worded_spans
from caucasus_tui.panes import Pane

ROOMY = 96
"""From this width on, the second line of a scenario has room for counts."""


def outlook(dossier: Dossier, lens: Lens) -> Page:
    """The scenarios in their order, never by likelihood: the source ranks none."""
    shown = lens.among(dossier, dossier.scenarios)
    told = sorted(shown, key=lambda scenario: scenario.order)
    rows = GrowingRows([Block(scenario.ref, partial(_scenario, dossier, scenario, lens)) for scenario in told])
    return Page("", rows, shown_of(len(shown), len(dossier.scenarios), "scenario"))


def likelihood(lead: Statement | None) -> Span:
    """The source's word with its range, or that it gives none; never cut."""
    if lead is None:
        return Span("no statement", "absent")
    if lead.hedge:
        return hedged(hedge_words(lead.hedge))
    none = "no likelihood: an ask" if lead.type == "recommendation" else "likelihood not stated"
    return Span(glued(none), "absent")


def _scenario(dossier: Dossier, scenario: Scenario, lens: Lens) -> list[Row]:
    """Title and likelihood on one line where both fit, else the likelihood right under the title; then the rest."""
    lead = dossier.lead(scenario)
    title = (Span(f"{scenario.order} ", "number"), Span(scenario.title, "title"))
    chance = likelihood(lead)
    fits = cells_of((*title, chance)) + 1 <= lens.width
    heads = flush(title, (chance,) if fits else (), lens.width, hang=2)
    rows = [Row(heads[0], scenario.ref), *set_in(heads[1:])]
    if not fits:
        rows += set_in(wrap((chance,), lens.width - 2))
    if lens.zoomed:
        return [*rows, *_words(dossier, scenario, lens.width), Row()]
    facts = [*type_words(lead_of(dossier, scenario)), *_facts(scenario, counts=lens.width >= ROOMY)]
    marks = (*cite_spans(dossier, scenario.cites[:1], links=False), *tension_marks(dossier, scenario.cites))
    return [*rows, *set_in(flush(facts, marks, lens.width - 2))]


def _facts(scenario: Scenario, *, counts: bool) -> list[Span]:
    """How much there is to read about it; indicators always, for they are not the source's."""
    spans: list[Span] = []
    for number, one, many in (
        (len(scenario.depends_on), "dependency", "dependencies"),
        (len(scenario.consequences), "consequence", "consequences"),
    ):
        if number and counts:
            spans += [Span(" · ", "dim"), Span(glued(f"{number} {one if number == 1 else many}"), "dim")]
    if scenario.indicators:
        count = len(scenario.indicators)
        words = f"{CURATOR.glyph} {CURATOR.word}: {counted(count, 'indicator')}"
        spans += [Span(" · ", "dim"), Span(glued(words), "curator")]
    return spans


def _words(dossier: Dossier, scenario: Scenario, width: int) -> list[Row]:
    """Everything: statements, what it depends on, what would follow, what to watch."""
    rows = statements_rows(dossier, scenario.cites, width)
    if scenario.actors:
        rows += field_rows(dossier, "actors", scenario.actors, width)
    if scenario.depends_on:
        rows += field_rows(dossier, "depends_on", scenario.depends_on, width)
    for index, consequence in enumerate(scenario.consequences):
        body = worded_spans(dossier, consequence.text, consequence.cites)
        rows += labelled_rows("" if index else "consequences", body, width)
    for index, indicator in enumerate(scenario.indicators):
        rows += labelled_rows("" if index else "indicators", derived_spans(dossier, indicator.text, ()), width)
        rows += hanging((), _precursor(dossier, indicator), width, LABEL_WIDTH)
    return [*rows, *tension_rows(dossier, scenario, width)]


def _precursor(dossier: Dossier, indicator: Indicator) -> list[Span]:
    """What sources report that the curator derived the indicator from: the first statement in words."""
    first, *others = indicator.derived_from
    said = dossier.statement(first)
    spans = worded_spans(dossier, said.text, (first,)) if said else []
    more = [Span(" · ", "dim"), *said_by(dossier, basis_of(dossier, others), links=True)] if others else []
    return [Span("derived from ", "dim"), *spans, *more]


PANE = Pane(page=outlook, empty="What may come goes into data/scenarios.yaml.")
