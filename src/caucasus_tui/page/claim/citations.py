"""A citation as it is printed; `dossier/addresses/typed.py` knows what somebody means who types one."""

from collections.abc import Sequence

from caucasus_tui.dossier.model import Actor, Citation, Dossier, Gap, NameRule, Place, Tension
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.page.marks import type_mark
from caucasus_tui.page.rows import Span, glued


def cite_label(dossier: Dossier, cite: str) -> str:
    """`p8.2` where no other source of the seed layer has a statement of that id; else, and for every later source,
    `Rep p8.2`; whole where two sources have one label. Never two statements under one label. Of a source that another
    one of its layer supersedes it says so: what was corrected does not look live."""
    return f"{_label(dossier, cite)}{_superseded(dossier, cite)}"


def whole_cite(dossier: Dossier, cite: str) -> str:
    """`ecfr-2023:p8.2`, for what leaves the program: it says the same of a source that is superseded."""
    return f"{cite}{_superseded(dossier, cite)}"


def stated_by(dossier: Dossier, address: str) -> tuple[Citation, ...]:
    """What a title or a text rests on where it stands alone: of a statement itself, of a record what leads it. A name,
    a question or what two sides are at odds on rests on nothing."""
    if dossier.statement(address):
        return (Citation(address),)
    record = dossier.record(address)
    return () if record is None or isinstance(record, Actor | Gap | NameRule | Place | Tension) else record.cites[:1]


def said_words(dossier: Dossier, cite: str) -> str:
    """`forecast “may” (likelihood not given), letter:p3.1`: how a statement is said, and where, as plain text; empty
    where the citation leads nowhere."""
    statement = dossier.statement(cite)
    if statement is None:
        return ""
    hedge = f" {hedge_words(statement.hedge)}" if statement.hedge else ""
    return f"{type_mark(statement).word}{hedge}, {whole_cite(dossier, cite)}"


def stated_words(dossier: Dossier, address: str) -> str:
    """The same of a title or a text, behind it in brackets; of a statement, which stands there, without its address."""
    said = [said_words(dossier, cite) for cite in stated_by(dossier, address)]
    return f" [{said[0].replace(f', {address}', '')}]" if said else ""


def _superseded(dossier: Dossier, cite: str) -> str:
    return " (superseded)" if cite.partition(":")[0] in dossier.superseded else ""


def _label(dossier: Dossier, cite: str) -> str:
    source, _, name = cite.partition(":")
    relations = dossier.relations
    described = relations.descriptors.get(source)
    if described is None:
        return cite
    if described.layer == "seed":
        others = (other for other in relations.sources_with.get(name, ()) if other != source)
        if not any(relations.descriptors[other].layer == "seed" for other in others):
            return name
    label = dossier.labels[source]
    return f"{label} {name}" if label else cite


def cite_spans(dossier: Dossier, cites: Sequence[Citation], *, links: bool = True) -> tuple[Span, ...]:
    """Citations in a row, each as a link unless the line they stand on is one; a label and its id stay together."""
    named = ((glued(cite_label(dossier, cite)), cite) for cite in cites)
    found = (Span(label, "cite", str(cite) if links else "", cite.source) for label, cite in named)
    return tuple(part for span in found for part in (Span(" "), span))[1:]
