"""A tension's page: its sides next to each other, what each rests on, what the tension touches."""

from caucasus_tui.dossier.model import Dossier, Tension, citations
from caucasus_tui.page.claim.citations import source_name
from caucasus_tui.page.fields import labelled_rows, note_rows, rest_rows
from caucasus_tui.page.record import kind_rows, tension_rows, title_rows
from caucasus_tui.page.rows.row import Page, Row, Span
from caucasus_tui.page.statement import marked_spans, statements_rows


def side_name(index: int, count: int) -> str:
    """What to call a side of a tension."""
    return ("one side", "the other side")[index] if count == 2 else f"side {index + 1} of {count}"


def whose_tension(dossier: Dossier, tension: Tension) -> str:
    """Whether sources contradict each other, or one itself: `Wire against Review`, `ECFR against itself`."""
    sources = dict.fromkeys(cite.source for cite in citations(tension.sides))
    named = [source_name(dossier, source) for source in sources]
    return f"{named[0] if named else 'nobody'} against itself" if len(named) < 2 else f"between {', '.join(named)}"


def tension_page(dossier: Dossier, tension: Tension, width: int) -> Page:
    """The sides next to each other, then the statements that each rests on, then the rows that the tension touches."""
    rows = title_rows(tension, width, Span("  "), Span(f"!{tension.number}", "tension"))
    rows += labelled_rows("sources", [Span(whose_tension(dossier, tension))], width)
    for index, side in enumerate(tension.sides):
        rows += labelled_rows(side_name(index, len(tension.sides)), marked_spans(dossier, side.text, side.cites), width)
    rows += note_rows(dossier, tension.note, width)
    rows += rest_rows(dossier, tension, ("sides", "note"), width)
    groups = [(side_name(index, len(tension.sides)), side.cites) for index, side in enumerate(tension.sides)]
    told = {cite for _, cites in groups for cite in cites}
    for name, cites in (*groups, ("the note", tuple(cite for cite in citations(tension) if cite not in told))):
        rows += [Row((Span(f"{name} rests on", "dim"),))] if cites else []
        rows += statements_rows(dossier, cites, width)
    touched = [
        record for cite in citations(tension.sides) for record in dossier.cited_by(cite) if record is not tension
    ]
    shown = [record for record in dict.fromkeys(touched) if record.kind != "tension"]
    rows += kind_rows("touches", dossier, shown, width)
    return Page(tension.title, [*rows, *tension_rows(dossier, tension, width)])
