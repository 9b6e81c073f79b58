"""The window of an ask or a lever: the source's words, and whether it has passed."""

from datetime import date

from caucasus_tui.dossier.model.dates import NOT_STATED, When, window_state
from caucasus_tui.page.rows.row import Span


def window_span(when: When | None, today: date) -> Span:
    """`early October · passed`, `in the coming days`, `no date`; empty where there is no window."""
    if when is None:
        return Span("")
    if when.as_stated == NOT_STATED:
        return Span("no date", "dim")
    state = window_state(when, today)
    return Span(f"{when.as_stated} · {state}" if state else when.as_stated, "warn" if state == "passed" else "date")
