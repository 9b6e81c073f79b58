"""References: each paragraph that a line cites, what it is about, and the statements of it that are cited."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import cited_in
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.page.claim import whole_cite


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    cited = cited_in(earlier)
    there = {f"{cite.source}:{cite.paragraph}" for cite in cited}
    relations = angle.dossier.relations
    lines = []
    for source, outline in relations.outlines.items():
        for address in (address for name in outline.paragraphs if (address := f"{source}:{name}") in there):
            part = relations.paragraphs[address]
            names = ", ".join(said.id for said in part.statements if f"{source}:{said.id}" in cited)
            if names:
                head = whole_cite(angle.dossier, address)
                lines.append(Line(head=head, facts=f"{part.about} ({names})", about=address))
    return lines


PART = Part(title=lambda angle: "References by paragraph", noun="references", lines=_lines)
