"""Something a source says, in a field of a record: its type by glyph and word, then the words, hedge and citation."""

from collections.abc import Sequence

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.model.records import Cited
from caucasus_tui.dossier.model.sources import Statement
from caucasus_tui.page.marks import TYPE_MARKS, Mark
from caucasus_tui.page.rows.row import Span
from caucasus_tui.page.rows.wrapping import glued
from caucasus_tui.page.statement import cited_spans, types_of


def type_span(mark: Mark) -> Span:
    """`◆ stated as fact`, on one line."""
    return Span(glued(f"{mark.glyph} {mark.word}"), mark.role)


def said(dossier: Dossier, cited: Cited) -> list[Span]:
    """What a source says, with the type of its leading statement first."""
    marks = types_of(dossier, cited.cites[:1])
    kind = [type_span(marks[0]), Span(" · ", "dim")] if marks else []
    return [*kind, *cited_spans(dossier, cited.text, cited.cites)]


def type_of(statement: Statement | None) -> tuple[Span, ...]:
    """The type of a statement by glyph and word; nothing for none."""
    return (type_span(TYPE_MARKS[statement.type]),) if statement else ()


def tension_marks(dossier: Dossier, item: object) -> tuple[Span, ...]:
    """`!T3 !T5`: the tensions that touch an item, each leading there, with a blank before each."""
    found = dossier.tensions_of(item)
    return tuple(part for tension in found for part in (Span(" "), Span(f"!{tension.id.upper()}", "tension")))


def short_cites(dossier: Dossier, cites: Sequence[Citation]) -> tuple[Span, ...]:
    """Citations for a list, where room is short: the statement's number alone for the source that says most."""
    main = max(dossier.sources, key=lambda source: sum(len(p.statements) for p in source.paragraphs), default=None)
    name = main.id if main else ""
    shown = " ".join(cite.statement if cite.source == name else cite for cite in cites)
    return (Span(shown, "cite"),) if shown else ()
