"""A gap's page: a question that the sources leave open, the bounds of an answer, and what comes nearest."""

from caucasus_tui.dossier.model import Dossier, Gap, sentence_date
from caucasus_tui.dossier.model.records.limits import Bounds
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import cited_end, claims_of
from caucasus_tui.page.fields import labelled_rows, link_spans, rest_rows
from caucasus_tui.page.marks import UNNOTED
from caucasus_tui.page.record import tension_rows, title_rows
from caucasus_tui.page.rows import Page, Row, Span, wrapped
from caucasus_tui.page.statement import cited_rows, derived_spans, statements_rows

NOTHING_NEAR = "nothing in the sources comes near it"


def gap_page(dossier: Dossier, gap: Gap, width: int) -> Page:
    """The question, that there is no answer, within which bounds it would lie, and what comes nearest."""
    rows = [*title_rows(gap, width), *labelled_rows("answer", [Span(gap.answer, "absent")], width)]
    rows += bounds_rows(dossier, "bounds", gap.bounded_by, width)
    known = [line for point in gap.known for line in cited_rows(dossier, point.text, point.cites, width)]
    nothing = silence(dossier, NOTHING_NEAR, UNNOTED)
    near = Span("what the sources say nearest to it:" if known else nothing, "dim")
    rows += wrapped([near], width)
    rows += known
    rows += statements_rows(dossier, gap.cites, width)
    rows += labelled_rows("about", link_spans(dossier, [link.ref for link in gap.about]), width) if gap.about else []
    rows += rest_rows(dossier, gap, ("answer", "bounded_by", "known", "about", "also_asked"), width)
    return Page(gap.title, [*rows, *tension_rows(dossier, gap, width)])


def bounds_rows(dossier: Dossier, label: str, bounds: Bounds | None, width: int) -> list[Row]:
    """Between which days something lies, who says so, and how we arrived at it."""
    if bounds is None:
        return []
    end = cited_end(dossier, claims_of(dossier, bounds.cites), typed=True)
    rows = labelled_rows(label, [Span(sentence_date(bounds.when), "date"), Span(" "), *end], width)
    basis = bounds.when.basis
    return [*rows, *(labelled_rows("", derived_spans(dossier, basis, ()), width) if basis else [])]
