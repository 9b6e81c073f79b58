"""Why a term is weak, which a reader asks before what it says."""

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Term
from caucasus_tui.page.fields import labelled_rows
from caucasus_tui.page.marks import NOTHING
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.statement import cited_rows, marked_spans

TOLD = ("status_word", "contention")
"""The fields of a term that are told so."""


def weakness_rows(dossier: Dossier, term: Term, width: int) -> list[Row]:
    """The sources' words for how it stands and how disputed it is; what stands in its way, a line or more each."""
    obstacles = term.contention.obstacles if term.contention else ()
    words = (term.status_word, term.contention.word if term.contention else None)
    rows: list[Row] = []
    for word in dict.fromkeys(word for word in words if word):
        rows += labelled_rows("" if rows else "how it stands", marked_spans(dossier, word.text, word.cites), width)
    if not obstacles:
        return [*rows, *labelled_rows("why weak", [Span(NOTHING, "absent")], width)]
    rows += [Row((Span("why weak", "dim"),))]
    return rows + [line for said in obstacles for line in cited_rows(dossier, said.text, said.cites, width)]
