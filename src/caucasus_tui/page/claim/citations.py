"""A citation as it is printed; `dossier/addresses/typed.py` knows what somebody means who types one."""

from collections.abc import Sequence

from caucasus_tui.dossier.model import Citation, Dossier
from caucasus_tui.page.rows import Span, glued


def cite_label(dossier: Dossier, cite: str) -> str:
    """`p8.2` where no other source of the seed layer has a statement of that id; else, and for every later source,
    `Rep p8.2`; whole where two sources have one label. Never two statements under one label. Of a source that another
    one of its layer supersedes it says so: what was corrected does not look live."""
    label = _label(dossier, cite)
    return f"{label} (superseded)" if cite.partition(":")[0] in dossier.superseded else label


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
