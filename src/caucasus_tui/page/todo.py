"""What is still to be done in a dossier, kind by kind, each with its place and a way to the thing itself."""

from datetime import date

from caucasus_tui.dossier.model import Dossier, Paragraph, Statement, sentence_date
from caucasus_tui.dossier.problems import Problem, by_kind
from caucasus_tui.dossier.views.overdue import OVERDUE, overdue
from caucasus_tui.page.rows import Page, Row, Span, hanging


def todo_page(dossier: Dossier, width: int, today: date) -> Page:
    """The same as `check` lists; then, as no to-do, what the ledger holds open past its time: by what it is about."""
    groups = [(kind, [_to_do(problem) for problem in members]) for kind, members in by_kind(dossier.todo)]
    late = [(row.title, f"by {sentence_date(row.horizon)}", str(row.about)) for row in overdue(dossier, today)]
    rows: list[Row] = []
    for kind, lines in (*groups, *([(OVERDUE, late)] if late else [])):
        rows.append(Row((Span(kind, "heading"), Span(f"  {len(lines)}", "dim"))))
        for said, end, address in lines:
            rows += hanging((Span(" "),), [Span(said), Span("  "), Span(end, "dim")], width, 2, subject=address)
    rows = rows or [Row((Span("Nothing is left to do.", "absent"),))]
    return Page("To do", rows, f"{len(dossier.todo)} to do")


def _to_do(problem: Problem) -> tuple[str, str, str]:
    """What is to be done, its place in the files, and its address."""
    place = ":".join(str(part) for part in (problem.file, problem.line) if part is not None)
    return problem.message, place, _address(problem.about)


def _address(ref: str) -> str:
    """Where the thing can be looked at: statements and paragraphs stand under their source."""
    kind, _, name = ref.partition(":")
    return name if kind in (Statement.kind, Paragraph.kind) else ref if name else ""
