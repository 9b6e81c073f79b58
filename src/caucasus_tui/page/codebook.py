"""The page of a word of our own vocabulary, as the codebook explains it."""

from caucasus_tui.dossier.model import Code, Dossier
from caucasus_tui.page.fields import labelled_rows, link_spans, rest_rows
from caucasus_tui.page.record import backlink_rows, title_rows
from caucasus_tui.page.rows.row import Page, Span
from caucasus_tui.page.statement import our_words, statements_rows


def code_page(dossier: Dossier, code: Code, width: int) -> Page:
    """What a word of ours means, and the words it stands among."""
    rows = [*title_rows(code, width), *labelled_rows("vocabulary", [Span(code.vocabulary)], width)]
    rows += labelled_rows("meaning", our_words(code.meaning), width)
    others = [other for other in dossier.codebook if other.vocabulary == code.vocabulary and other is not code]
    rows += labelled_rows("others", link_spans(dossier, [other.ref for other in others]), width) if others else []
    rows += statements_rows(dossier, code.cites, width)
    rows += rest_rows(dossier, code, ("vocabulary", "meaning"), width)
    return Page(code.title, [*rows, *backlink_rows(dossier, code, width)])
