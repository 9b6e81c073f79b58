"""A gap's page: a question that the sources leave open, the bounds of an answer, and what comes nearest."""

from caucasus_tui.dossier.model import Dossier, Gap, sentence_date
from caucasus_tui.page.absence import silence
from caucasus_tui.page.claim import basis_of, cited_end, type_glyphs
from caucasus_tui.page.fields import labelled_rows, link_spans, rest_rows
from caucasus_tui.page.marks import UNNOTED
from caucasus_tui.page.record import tension_rows, title_rows
from caucasus_tui.page.rows import Page, Span, wrapped
from caucasus_tui.page.statement import cited_rows, derived_spans, statements_rows

NOTHING_NEAR = "nothing in the sources comes near it"


def gap_page(dossier: Dossier, gap: Gap, width: int) -> Page:
    """The question, that there is no answer, within which bounds it would lie, and what comes nearest."""
    rows = [*title_rows(gap, width), *labelled_rows("answer", [Span(gap.answer, "absent")], width)]
    if gap.bounded_by:
        when = Span(sentence_date(gap.bounded_by.when), "date")
        bounds = [*type_glyphs(found := basis_of(dossier, gap.bounded_by.cites)), *cited_end(dossier, found.claims)]
        rows += labelled_rows("bounds", [when, Span(" "), *bounds], width)
        if gap.bounded_by.when.basis:
            rows += labelled_rows("", derived_spans(dossier, gap.bounded_by.when.basis, ()), width)
    known = [line for point in gap.known for line in cited_rows(dossier, point.text, point.cites, width)]
    nothing = silence(dossier, NOTHING_NEAR, UNNOTED)
    near = Span("what the sources say nearest to it:" if known else nothing, "dim")
    rows += wrapped([near], width)
    rows += known
    rows += statements_rows(dossier, gap.cites, width)
    rows += labelled_rows("about", link_spans(dossier, [link.ref for link in gap.about]), width) if gap.about else []
    if gap.also_asked:
        rows += labelled_rows("also asked", [Span(" · ".join(gap.also_asked), "dim")], width)
    rows += rest_rows(dossier, gap, ("answer", "bounded_by", "known", "about", "also_asked"), width)
    return Page(gap.title, [*rows, *tension_rows(dossier, gap, width)])
