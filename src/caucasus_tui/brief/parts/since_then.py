"""What later sources tell, at the end of a brief and apart from it: words, hedge, what came, who says so."""

from collections.abc import Iterator

from msgspec.structs import replace

from caucasus_tui.brief.claims import behind, derived_claim, statement_claim
from caucasus_tui.brief.model import Claim, Line, Section
from caucasus_tui.dossier.model import Citation, Dossier, LedgerRow, column_date
from caucasus_tui.page.ledger_row import HEADS, in_hindsight, said_in
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.since import caveat, day_words, horizon, house, how_far, state_words

KEY, SOURCES = "since", "Later sources"


def since_section(dossier: Dossier) -> Section | None:
    """The part, or None where there is no later layer."""
    whole = dossier.whole
    if dossier.since is None:
        return None
    rows = [_row(whole, row) for form in HEADS for row in whole.ledger if row.form == form]
    to = horizon(dossier)
    how = f" It was looked for to {day_words(to)} at the least; each line says how far." if to else ""
    days = sorted({row.test_set for row in whole.ledger if row.test_set and in_hindsight(whole, row)})
    tests = f" The tests were set in hindsight, on {', '.join(map(day_words, days))}." if days else ""
    return Section(
        key=KEY,
        title="Since then",
        noun="later lines",
        note=f"{caveat(dossier)}{how}{tests}",
        lines=(*rows, *_disputes(dossier), *_sources(dossier, whole)),
        listed=True,
    )


def _row(whole: Dossier, row: LedgerRow) -> Line:
    """`Title: partly; looked for to …. [forecast: p11.1 “may”] Because … » 13 Feb 2024, RFE/RL: …`."""
    claims = [*behind(whole, said_in(whole, row)), *derived_claim(whole, row.because, "Because")]
    claims += [claim for cite in row.cites if (claim := _told(whole, cite))]
    claims += [
        replace(claim, name=f"Against it, {claim.name}") for cite in row.against if (claim := _told(whole, cite))
    ]
    return Line(
        head=row.title.rstrip("."),
        facts=f"{LATER.glyph} {state_words(row)}; {how_far(row)}",
        claims=tuple(claims),
        group=HEADS[row.form],
        about=row.ref,
    )


def _told(whole: Dossier, cite: Citation) -> Claim | None:
    """A later statement, its date and source first."""
    claim, source, said = (
        statement_claim(whole, cite),
        whole.relations.descriptors.get(cite.source),
        whole.statement(cite),
    )
    if claim is None or source is None or said is None:
        return None
    return replace(claim, name=f"{LATER.glyph} {column_date(said.when or source.published)}, {house(source)}")


def _disputes(dossier: Dossier) -> Iterator[Line]:
    whole = dossier.whole
    for dispute in whole.disputes:
        sides = [
            replace(claim, text=side.text, name=f"{LATER.glyph} {side.by}")
            for side in dispute.sides
            for claim in [statement_claim(whole, side.cites[0])]
            if claim
        ]
        yield Line(head=dispute.title, claims=tuple(sides), group="Where later sources differ", about=dispute.ref)


def _sources(dossier: Dossier, whole: Dossier) -> Iterator[Line]:
    cited = {cite.source for row in whole.ledger for cite in (*row.cites, *row.against)}
    cited |= {side.cites[0].source for dispute in whole.disputes for side in dispute.sides}
    for source in dossier.since.sources if dossier.since else ():
        if source.id not in cited:
            continue
        read = source.read_from
        when = f"published {column_date(source.published)}" if source.published else ""
        facts = (source.publisher, source.form.replace("-", " "), when, f"read as {read.manner}" if read else "")
        yield Line(
            head=f"{LATER.glyph} {whole.labels[source.id] or source.id}, {source.title}",
            facts="; ".join(filter(None, facts)),
            web=source.url or (read.address if read and read.address else ""),
            group=SOURCES,
            about=f"source:{source.id}",
        )
