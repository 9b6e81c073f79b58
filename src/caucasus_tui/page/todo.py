"""What is still to be done in a dossier, kind by kind, each with its place and a way to the thing itself."""

from datetime import date

from caucasus_tui.dossier.model import Dossier, Paragraph, Statement, sentence_date
from caucasus_tui.dossier.problems import by_kind
from caucasus_tui.dossier.views.overdue import OVERDUE, overdue
from caucasus_tui.page.rows import Page, Row, Span, hanging

_INDENT = 2


def todo_page(dossier: Dossier, width: int, today: date) -> Page:
    """The same as `check` lists; then, as no to-do, what the ledger holds open past its time: by what it is about."""
    rows: list[Row] = []
    for kind, members in by_kind(dossier.todo):
        rows.append(Row((Span(kind, "heading"), Span(f"  {len(members)}", "dim"))))
        for problem in members:
            place = ":".join(str(part) for part in (problem.file, problem.line) if part is not None)
            body = [Span(problem.message), Span("  "), Span(place, "dim")]
            lines = hanging((Span(" "),), body, width, _INDENT)
            rows += [lines[0]._replace(subject=_address(problem.about)), *lines[1:]]
    if found := overdue(dossier, today):
        rows.append(Row((Span(OVERDUE, "heading"), Span(f"  {len(found)}", "dim"))))
    for row in found:
        body = [Span(row.title), Span(f"  by {sentence_date(row.horizon)}", "dim")]
        lines = hanging((Span(" "),), body, width, _INDENT)
        rows += [lines[0]._replace(subject=str(row.about)), *lines[1:]]
    if not rows:
        rows = [Row((Span("Nothing is left to do.", "absent"),))]
    return Page("To do", rows, f"{len(dossier.todo)} to do")


def _address(ref: str) -> str:
    """Where the thing can be looked at: statements and paragraphs stand under their source."""
    kind, _, name = ref.partition(":")
    return name if kind in (Statement.kind, Paragraph.kind) else ref if name else ""
