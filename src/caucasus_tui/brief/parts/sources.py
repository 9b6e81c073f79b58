"""Who says so: each source with its standpoint, the most cited first, then the limits of each."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import supports
from caucasus_tui.brief.model import Claim, Line
from caucasus_tui.brief.parts.part import Part
from caucasus_tui.dossier.model.dates import span_words, year_inferred
from caucasus_tui.dossier.model.sources import Source


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    cited = [support.cite.source for line in earlier for claim in line.claims for support in claim.support]
    sources = sorted(angle.dossier.sources, key=lambda source: -cited.count(source.id))
    limits = [
        Line(
            claims=(Claim(text=limit, voices=("curator",)),),
            group=f"Limits of {source.id}",
            about=f"source:{source.id}",
        )
        for source in sources
        for limit in source.limits
    ]
    return [*(_line(angle, source) for source in sources), *limits]


def _line(angle: Angle, source: Source) -> Line:
    derived = ", derived" if year_inferred(source.as_of) else ""
    form = source.form.replace("-", " ")
    return Line(
        head=f"{source.id}, {source.title}",
        facts=f"{source.publisher}; {form}; as of {span_words(source.as_of)}{derived}",
        claims=(Claim(text=source.standpoint, voices=("curator",), support=supports(angle.dossier, source.cites)),),
        about=f"source:{source.id}",
    )


PART = Part(title=lambda angle: "Sources", noun="lines on sources", lines=_lines)
