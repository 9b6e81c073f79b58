"""Sources and gaps: who says so, where the sources pull against themselves, what they leave out, what words mean."""

from collections.abc import Iterator, Sequence
from functools import partial

from caucasus_tui.dossier.ask.selections import FIGURES
from caucasus_tui.dossier.model import Dossier, Gap, Source, Tension, column_date, span_words
from caucasus_tui.dossier.model.dates.words import COLUMN_WIDTH
from caucasus_tui.dossier.model.shown_alone import count
from caucasus_tui.dossier.model.sources import LABEL_CELLS
from caucasus_tui.dossier.text import counted
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import basis_of, closed, dating, said_by
from caucasus_tui.page.figures import figure_list
from caucasus_tui.page.gap import NOTHING_NEAR
from caucasus_tui.page.lens import Lens, shown_of
from caucasus_tui.page.marks import CURATOR, LABEL_WIDTH
from caucasus_tui.page.rows import Page, Row, Span, cell_width, fit, fitted, hanging, pad, spread
from caucasus_tui.page.rows.growing import Block
from caucasus_tui.page.rows.parts import Item
from caucasus_tui.page.section import PICK, Section, pick_section, sectioned
from caucasus_tui.page.source import descriptor_rows, paragraph_list
from caucasus_tui.page.statement import cited_rows, marked_spans
from caucasus_tui.page.tension import side_name, whose_tension
from caucasus_tui.panes import Pane

GAP_GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("on events", ("event",)),
    ("on agreements and talks", ("agreement", "term", "track", "step")),
    ("on levers and recommendations", ("lever", "recommendation")),
    ("on causes and outlook", ("condition", "scenario")),
    ("on actors", ("actor",)),
    ("on places", ("place",)),
    ("on the sources themselves", ("source",)),
)
OTHER_GAPS = "on other things"
MANY = 500
"""Statements that are looked through for numbers whenever the pane is shown."""
WIDEST_FORM, WIDEST_NAME = 24, 20
"""Cells of the kind of a source, and on screens of its name where it has no label of its own."""
FEW = 3
"""Sources that are shown whole below each other; of more there is a list, and a page for each."""


def sources(dossier: Dossier, lens: Lens) -> Page:
    """The documents, the tensions, the gaps, the codebook, and the history of the dossier itself."""
    tensions = lens.among(dossier, dossier.tensions)
    both = [Block(tension.ref, partial(_tension, dossier, tension, lens)) for tension in tensions]
    gaps = lens.among(dossier, dossier.gaps)
    sections = [
        Section(
            "Sources", _listed(dossier, lens), f"{CURATOR.glyph} described by the curator; last: as of, statements"
        ),
        Section("Documents", _documents(dossier, lens), "paragraph by paragraph", "d"),
        Section("Tensions", both, "both sides are the sources'; neither is dropped", "v"),
        Section("Gaps", list(_gaps(dossier, gaps, lens)), "questions that the sources do not answer", "u"),
        Section("Numbers", _numbers(dossier, lens), "by what they count; nothing is added up", "F"),
        Section("Codebook", [] if lens.narrows else list(_codes(dossier, lens)), f"{CURATOR.glyph} our own words", "i"),
        Section("History of this dossier", [] if lens.narrows else _changes(dossier, lens), dossier.about.version),
    ]
    note = [
        shown_of(len(tensions), len(dossier.tensions), "tension"),
        shown_of(len(gaps), len(dossier.gaps), "gap"),
        counted(len(dossier.codebook), "code"),
    ]
    return sectioned(sections, lens, " · ".join(note))


def _in_order(dossier: Dossier) -> list[Source]:
    """The sources as they are described, perhaps without their paragraphs; those with the most statements first."""
    return sorted(dossier.relations.descriptors.values(), key=lambda source: -dossier.relations.sizes[source.id])


def _listed(dossier: Dossier, lens: Lens) -> list[Row]:
    """A line for each source: label, kind, standpoint; layer, date, statements, of which the lens shows so many."""
    several = len({source.layer for source in dossier.relations.descriptors.values()}) > 1
    rows: list[Row] = []
    forms = {source.id: source.form.replace("-", " ") for source in dossier.relations.descriptors.values()}
    parting = 2 if lens.straight else 1
    names = {name: label or name for name, label in dossier.labels.items()}
    widest = max([LABEL_CELLS, *map(cell_width, names.values())])
    first = widest if lens.straight else min(widest, WIDEST_NAME)
    column = min(max([13, *(cell_width(form) + parting for form in forms.values())]), WIDEST_FORM)
    for source in _in_order(dossier):
        at = f"source:{source.id}"
        shown = count(dossier.relations.bits, at, *lens.keys) if lens.keys else dossier.relations.sizes[source.id]
        left = (
            Span(pad(fit(names[source.id], first), first + parting), "cite", source=source.id),
            Span(pad(fit(forms[source.id], column - parting), column), "dim"),
            Span("superseded; " if source.id in dossier.superseded else "", "warn"),
            Span(source.standpoint, CURATOR.role),
        )
        layer = (Span(f"{source.layer} ", "dim"),) if several else ()
        right = (*layer, Span(f"{column_date(source.as_of):>{COLUMN_WIDTH}}", "date"), Span(f"{shown:>5}"))
        fixed = first + parting + column
        rows += (
            closed(left, right, lens.width, at, fixed) if lens.zoomed else [Row(spread(left, right, lens.width), at)]
        )
    return rows


def _documents(dossier: Dossier, lens: Lens) -> list[Item]:
    """What each source is and its paragraphs; of more than a few only where they alone are looked at."""
    rows: list[Item] = []
    if len(dossier.sources) > FEW and lens.pick != f"{PICK}d":
        shows, opens = lens.key("sources.documents", "d"), lens.key("open", "enter")
        return [Row((Span(f"{shows} shows them; {opens} on a line above opens one", "dim"),))]
    for source in _in_order(dossier):
        listed = paragraph_list(dossier, source, lens)
        if not listed:
            continue
        rows += [Row()] if rows else []
        name = f"source:{source.id}"
        rows += [Block(name, partial(_described, dossier, source, name, lens), counts=False), *listed]
    return rows


def _described(dossier: Dossier, source: Source, name: str, lens: Lens) -> list[Row]:
    title = closed((Span(source.title, "strong"),), (Span(name, "dim"),), lens.width, name)
    return [*title, *descriptor_rows(dossier, source, lens)]


def _numbers(dossier: Dossier, lens: Lens) -> Sequence[Row | Block]:
    """What the sources give in figures; in a large dossier, if it is not known to have none, only where they alone are
    looked at."""
    if sum(dossier.relations.sizes.values()) > MANY and lens.pick != f"{PICK}F":
        kept = dossier.relations.selected.get(FIGURES)  # of one in memory it is not known
        if kept or (kept is None and any(said.figures for _, said in dossier.statements())):
            return [Row((Span("F looks for them", "dim"),))]
    return figure_list(dossier, lens)


def _tension(dossier: Dossier, tension: Tension, lens: Lens) -> list[Row]:
    number = Span(f"!{tension.number:<4}", "tension")
    whose = (Span(whose_tension(dossier, tension), "dim"),)
    rows = closed((number, Span(tension.title, "strong")), whose, lens.width, tension.ref, 5)
    for index, side in enumerate(tension.sides):
        label = (Span(f"  {side_name(index, len(tension.sides))}", "dim"),)
        rows += hanging(label, marked_spans(dossier, side.text, side.cites), lens.width, LABEL_WIDTH)
    return rows


def _gaps(dossier: Dossier, gaps: Sequence[Gap], lens: Lens) -> Iterator[Row | Block]:
    """Gaps by what they are about, as their first link says; zoomed, with what the sources say nearest to them."""
    left = list(gaps)
    for title, kinds in (*GAP_GROUPS, (OTHER_GAPS, ())):
        members = [gap for gap in left if not kinds or (gap.about and gap.about[0].partition(":")[0] in kinds)]
        taken = {gap.id for gap in members}
        left = [gap for gap in left if gap.id not in taken]
        if members:
            yield Row((Span(title, "dim"),))
        yield from (Block(gap.ref, partial(_gap_rows, dossier, gap, lens)) for gap in members)


def _gap_rows(dossier: Dossier, gap: Gap, lens: Lens) -> list[Row]:
    rows = _gap(dossier, gap, lens)
    if lens.zoomed and not gap.known:
        rows.append(Row(fitted((Span(f"  {NOTHING_NEAR}", "dim"),), lens.width)))
    for point in gap.known if lens.zoomed else ():
        said = cited_rows(dossier, point.text, point.cites, lens.width - 2)
        rows += [line.behind(Span("  ")) for line in said]
    return rows


def _gap(dossier: Dossier, gap: Gap, lens: Lens) -> list[Row]:
    """The question; within which dates its answer would lie, or what the sources say nearest to it."""
    when: list[Span] = []
    if gap.bounded_by:
        said = said_by(dossier, dating(dossier, gap.bounded_by.when, gap.bounded_by))
        when = [Span(f"{span_words(gap.bounded_by.when)} ", "date"), *said, Span(" ")]
    near = basis_of(
        dossier, gap.bounded_by.cites[:1] if gap.bounded_by else gap.known[0].cites[:1] if gap.known else ()
    )
    nothing = silence(dossier, "nothing near", "nothing noted")
    end = said_by(dossier, near) if near.claims else [Span(nothing, "dim")]
    if when and end == said:  # what says the day is what comes nearest
        when = when[:1]
    return closed((Span("? ", "absent"), Span(gap.title)), (*when, *end), lens.width, gap.ref, 2)


def _codes(dossier: Dossier, lens: Lens) -> Iterator[Row | Block]:
    for vocabulary in dict.fromkeys(code.vocabulary for code in dossier.codebook):
        yield Row((Span(vocabulary, "dim"),))
        codes = [code for code in dossier.codebook if code.vocabulary == vocabulary]
        indent = min(max(cell_width(code.title) for code in codes) + 4, lens.width // 2)
        for code in codes:
            label = (Span(fit(f"  {code.title}", indent - 1), "strong"),)
            said = [Span(code.meaning)]
            yield Block(code.ref, partial(hanging, label, said, lens.width, indent, subject=code.ref))


def _changes(dossier: Dossier, lens: Lens) -> list[Row]:
    rows: list[Row] = []
    for change in dossier.about.changes:
        rows += hanging((Span(f"{change.version}  {change.date}", "date"),), [Span(change.text)], lens.width, 22)
    return rows or [Row((Span("no change is recorded", "absent"),))]


PANE = Pane(
    page=sources,
    letters="dvFui",
    press=lambda key, lens, subject: pick_section(key, lens),
    empty="Sources go into seeds/, tensions and gaps into data/.",
)
