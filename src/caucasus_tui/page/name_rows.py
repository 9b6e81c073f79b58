"""What a thing is called, and by whom."""

from collections.abc import Iterable

from caucasus_tui.dossier.model import Dossier, Name, NameRule
from caucasus_tui.page.fields import labelled_rows
from caucasus_tui.page.rows.row import Row, Span, parted
from caucasus_tui.page.statement import derived_spans


def name_spans(names: Iterable[Name]) -> list[Span]:
    """`Armenian usage: Artsakh, Արցախ · Russian usage: Карабах`: users in the order in which they first occur."""
    users: dict[str, list[Name]] = {}
    for name in names:
        users.setdefault(name.used_by, []).append(name)
    return parted([Span(f"{user}: ", "dim"), *parted(map(_noted, used), ", ")] for user, used in users.items())


def _noted(name: Name) -> list[Span]:
    return [Span(name.name), *([Span(f" ({name.note})", "dim")] if name.note else [])]


def rule_rows(dossier: Dossier, rule: NameRule, width: int) -> list[Row]:
    """What to call a thing aloud, what not, and why."""
    avoid = [Span(f" · not {', '.join(rule.avoid)}")] if rule.avoid else []
    why = derived_spans(dossier, rule.rationale.text, rule.rationale.basis)
    spans = [Span(rule.title, "link", rule.ref), *avoid, Span(" "), *why]
    return labelled_rows("say aloud", spans, width)


def name_rows(names: Iterable[Name], width: int) -> list[Row]:
    """Other names, with whoever uses them."""
    spans = name_spans(names)
    return labelled_rows("also called", spans, width) if spans else []
