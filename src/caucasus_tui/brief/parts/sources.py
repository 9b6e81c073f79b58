"""Who says so: each source that is cited, in a line, with who wrote it, when, and where it can be read."""

from collections.abc import Sequence

from caucasus_tui.brief.angle import Angle
from caucasus_tui.brief.claims import supports
from caucasus_tui.brief.model import Claim, Line
from caucasus_tui.brief.parts import Part
from caucasus_tui.dossier.model import Dossier, Source, as_of_words, span_words, year_inferred
from caucasus_tui.page.claim.citations import source_name
from caucasus_tui.page.marks import is_unwritten


def _lines(angle: Angle, earlier: Sequence[Line]) -> Sequence[Line]:
    cited = [support.cite.source for line in earlier for claim in line.claims for support in claim.support]
    described = angle.dossier.relations.descriptors
    sources = [described[name] for name in described if name in cited]
    names = {source.id: source_name(angle.dossier, source.id) for source in sources}
    sources.sort(key=lambda source: -cited.count(source.id))
    limits = [
        Line(
            claims=(Claim(text=limit, voices=("curator",)),),
            group=f"Limits of {names[source.id]}",
            about=f"source:{source.id}",
        )
        for source in sources
        for limit in source.limits
        if not is_unwritten(limit)
    ]
    standpoints = [
        Line(
            head=names[source.id],
            claims=(Claim(text=source.standpoint, voices=("curator",), support=supports(angle.dossier, source.cites)),),
            group="Standpoints",
            about=f"source:{source.id}",
        )
        for source in sources
        if not is_unwritten(source.standpoint)
    ]
    return [*(source_line(angle.dossier, source) for source in sources), *standpoints, *limits]


def source_line(dossier: Dossier, source: Source) -> Line:
    """`ECFR, The title: authors; publisher; commentary; as of …; address`, under the name that citations give it. Never
    left out."""
    derived = ", derived" if year_inferred(source.as_of) else ""
    authors = ", ".join(who for one in source.authors if (who := one.name or one.role) != source.publisher)
    published = f"published {span_words(source.published)}" if source.published else ""
    dated = published or f"{as_of_words(source.as_of)}{derived}"
    new = dossier.superseded.get(source.id)
    superseded = f"superseded by {source_name(dossier, new.id)}" if new else ""
    facts = (authors, source.publisher, source.form.replace("-", " "), dated, superseded)
    return Line(
        head=f"{source_name(dossier, source.id)}, {source.title}",
        facts="; ".join(filter(None, facts)),
        web=source.url or "",
        about=f"source:{source.id}",
        always=True,
    )


PART = Part(title=lambda angle: "Sources", noun="lines on sources", lines=_lines, listed=True)
