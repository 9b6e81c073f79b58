"""Where the sources end: a tension with both its sides, a gap with its bounds, a word of our own vocabulary."""

from collections.abc import Sequence

from caucasus_tui.dossier.model.dates import sentence_date
from caucasus_tui.dossier.model.dossier import Dossier, citations
from caucasus_tui.dossier.model.records import Code, Derived, Gap, Tension
from caucasus_tui.page.claim.basis import basis_of
from caucasus_tui.page.claim.printing import cited_end, type_glyphs
from caucasus_tui.page.fields import link_spans, rest_rows
from caucasus_tui.page.marks import CURATOR, LABEL_WIDTH
from caucasus_tui.page.record import backlink_rows, kind_rows, tension_rows, title_rows
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.rows.wrapping import hanging, wrap
from caucasus_tui.page.statement import cited_rows, derived_spans, marked_spans, statement_rows

NOTHING_NEAR = "nothing in the sources comes near it"


def _labelled(label: str, body: Sequence[Span], width: int) -> list[Row]:
    return hanging((Span(label, "dim"),), body, width, LABEL_WIDTH)


def note_rows(dossier: Dossier, note: Derived | None, width: int) -> list[Row]:
    """The curator's remark, marked as that."""
    return _labelled("note", derived_spans(dossier, note.text, note.basis), width) if note else []


def side_name(index: int, count: int) -> str:
    """What to call a side of a tension."""
    return ("one side", "the other side")[index] if count == 2 else f"side {index + 1} of {count}"


def tension_page(dossier: Dossier, tension: Tension, width: int) -> Page:
    """The sides next to each other, then the statements that each rests on, then the rows that the tension touches."""
    rows = title_rows(tension, width, Span("  "), Span(f"!{tension.id.upper()}", "tension"))
    for index, side in enumerate(tension.sides):
        rows += _labelled(side_name(index, len(tension.sides)), marked_spans(dossier, side.text, side.cites), width)
    rows += note_rows(dossier, tension.note, width)
    rows += rest_rows(dossier, tension, ("sides", "note"), width)
    groups = [(side_name(index, len(tension.sides)), side.cites) for index, side in enumerate(tension.sides)]
    told = {cite for _, cites in groups for cite in cites}
    for name, cites in (*groups, ("the note", tuple(cite for cite in citations(tension) if cite not in told))):
        rows += [Row((Span(f"{name} rests on", "dim"),))] if cites else []
        rows += [line for cite in cites for line in statement_rows(dossier, cite, width)]
    touched = [
        record for cite in citations(tension.sides) for record in dossier.cited_by(cite) if record is not tension
    ]
    shown = [record for record in dict.fromkeys(touched) if record.kind != "tension"]
    rows += kind_rows("touches", dossier, shown, width)
    return Page(tension.title, [*rows, *tension_rows(dossier, tension, width)])


def gap_page(dossier: Dossier, gap: Gap, width: int) -> Page:
    """The question, that there is no answer, within which bounds it would lie, and what comes nearest."""
    rows = [*title_rows(gap, width), *_labelled("answer", [Span(gap.answer, "absent")], width)]
    if gap.bounded_by:
        when = Span(sentence_date(gap.bounded_by.when), "date")
        bounds = [*type_glyphs(found := basis_of(dossier, gap.bounded_by.cites)), *cited_end(dossier, found.claims)]
        rows += _labelled("bounds", [when, Span(" "), *bounds], width)
        if gap.bounded_by.when.basis:
            rows += _labelled("", derived_spans(dossier, gap.bounded_by.when.basis, ()), width)
    known = [line for point in gap.known for line in cited_rows(dossier, point.text, point.cites, width)]
    near = Span("what the sources say nearest to it:" if known else NOTHING_NEAR, "dim")
    rows += [Row(line) for line in wrap([near], width)]
    rows += known
    for cite in gap.cites:
        rows += statement_rows(dossier, cite, width)
    rows += _labelled("about", link_spans(dossier, [link.ref for link in gap.about]), width) if gap.about else []
    if gap.also_asked:
        rows += _labelled("also asked", [Span(" · ".join(gap.also_asked), "dim")], width)
    rows += rest_rows(dossier, gap, ("answer", "bounded_by", "known", "about", "also_asked"), width)
    return Page(gap.title, [*rows, *tension_rows(dossier, gap, width)])


def code_page(dossier: Dossier, code: Code, width: int) -> Page:
    """What a word of ours means, and the words it stands among."""
    rows = [*title_rows(code, width), *_labelled("vocabulary", [Span(code.vocabulary)], width)]
    rows += _labelled("meaning", [Span(f"{CURATOR.glyph} {code.meaning}", CURATOR.role)], width)
    others = [other for other in dossier.codebook if other.vocabulary == code.vocabulary and other is not code]
    rows += _labelled("others", link_spans(dossier, [other.ref for other in others]), width) if others else []
    for cite in code.cites:
        rows += statement_rows(dossier, cite, width)
    rows += rest_rows(dossier, code, ("vocabulary", "meaning"), width)
    return Page(code.title, [*rows, *backlink_rows(dossier, code, width)])
