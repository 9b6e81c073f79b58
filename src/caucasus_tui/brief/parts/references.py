"""References: each paragraph that a line cites, what it is about, and the statements of it that are cited."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.model import Line
from caucasus_tui.brief.parts.part import Part


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    cited = {support.cite for line in earlier for claim in line.claims for support in claim.support}
    return [
        Line(
            head=f"{source.id}:{paragraph.id}",
            facts=f"{paragraph.about} ({', '.join(found)})",
            about=f"{source.id}:{paragraph.id}",
        )
        for source in angle.dossier.sources
        for paragraph in source.paragraphs
        if (found := [one.id for one in paragraph.statements if f"{source.id}:{one.id}" in cited])
    ]


PART = Part(title=lambda angle: "References by paragraph", noun="references", lines=_lines)
