"""What a thing is called, and by whom."""

from collections.abc import Iterable

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import NameRule
from caucasus_tui.dossier.model.records.actors import Name
from caucasus_tui.page.marks import LABEL_WIDTH
from caucasus_tui.page.rows.row import Row, Span
from caucasus_tui.page.rows.wrapping import hanging
from caucasus_tui.page.statement import derived_spans


def name_spans(names: Iterable[Name]) -> list[Span]:
    """`Armenian usage: Artsakh, Արցախ · Russian usage: Карабах`: users in the order in which they first occur."""
    users: dict[str, list[Name]] = {}
    for name in names:
        users.setdefault(name.used_by, []).append(name)
    spans: list[Span] = []
    for user, used in users.items():
        spans += [Span(" · ", "dim")] if spans else []
        spans.append(Span(f"{user}: ", "dim"))
        for index, name in enumerate(used):
            spans += [Span(", ", "dim")] if index else []
            spans += [Span(name.name), *([Span(f" ({name.note})", "dim")] if name.note else [])]
    return spans


def rule_rows(dossier: Dossier, rule: NameRule, width: int) -> list[Row]:
    """What to call a thing aloud, what not, and why."""
    avoid = [Span(f" · not {', '.join(rule.avoid)}")] if rule.avoid else []
    why = derived_spans(dossier, rule.rationale.text, rule.rationale.basis)
    spans = [Span(rule.title, "link", rule.ref), *avoid, Span(" "), *why]
    return hanging((Span("say aloud", "dim"),), spans, width, LABEL_WIDTH)


def name_rows(names: Iterable[Name], width: int) -> list[Row]:
    """Other names, with whoever uses them."""
    spans = name_spans(names)
    return hanging((Span("also called", "dim"),), spans, width, LABEL_WIDTH) if spans else []
