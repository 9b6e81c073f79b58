"""References: each paragraph that a line cites, what it is about, and the statements of it that are cited."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts import Part


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    cited = {support.cite for line in earlier for claim in line.claims for support in claim.support}
    order = angle.dossier.relations.order
    found: dict[str, list[str]] = {}
    for cite in sorted((cite for cite in cited if cite in order), key=order.__getitem__):
        found.setdefault(f"{cite.source}:{cite.paragraph}", []).append(cite.statement)
    paragraphs = angle.dossier.relations.paragraphs
    return [
        Line(head=address, facts=f"{paragraphs[address].about} ({', '.join(names)})", about=address)
        for address, names in found.items()
    ]


PART = Part(title=lambda angle: "References by paragraph", noun="references", lines=_lines)
