"""What closes a record's line in any list: the hedge in the source's word, the citation, the tensions. Never cut."""

from caucasus_tui.dossier.dossier import Dossier, citations
from caucasus_tui.dossier.records import Record
from caucasus_tui.page.row import Span

ROOMY = 70
"""From this width on a line has room for its citation; narrower, the detail has it."""


def trailing(dossier: Dossier, record: Record, width: int) -> tuple[Span, ...]:
    """The marks of a record, each with a blank before it."""
    spans: list[Span] = []
    lead = dossier.lead(record)
    if lead and lead.hedge:
        spans.append(Span(f" “{lead.hedge.word}”", "hedge"))
    cites = citations(record)
    if cites and width >= ROOMY:
        spans.append(Span(f" {cites[0].statement}", "cite"))
    tensions = dossier.tensions_of(record)
    if tensions:
        spans.append(Span(f" !{tensions[0].id.upper()}" + "+" * (len(tensions) > 1), "tension"))
    return tuple(spans)
