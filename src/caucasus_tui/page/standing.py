"""How a term stands: the source's word with the type and citation of the statement that has it, else our status."""

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Cited, Term
from caucasus_tui.page.rows.row import Span
from caucasus_tui.page.trailing import trailing


def standing_of(term: Term) -> Cited:
    """The word, and what says so: nothing for a status, which rests on what the term rests on."""
    return term.status_word or Cited(text=term.status.replace("-", " "), cites=())


def standing_spans(dossier: Dossier, term: Term, word: Cited, width: int) -> tuple[Span, ...]:
    """What closes a term's line: its standing, who says so, tensions."""
    return (Span(word.text, "status"), *trailing(dossier, term, width, said=word.cites))
