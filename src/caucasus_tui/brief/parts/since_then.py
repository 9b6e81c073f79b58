"""What later sources tell, at the end of a brief and apart from it: words, hedge, what came, who says so."""

from collections.abc import Iterator, Set
from datetime import date

from msgspec.structs import replace

from caucasus_tui.brief.claims import behind, cited_claim, derived_claim, statement_claim
from caucasus_tui.brief.model import Claim, Line, Section
from caucasus_tui.brief.wording import capitalised
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.addresses.places import thing_at
from caucasus_tui.dossier.model import Citation, Cited, Dispute, Dossier, LedgerRow, Paragraph, Source, Statement
from caucasus_tui.dossier.model.dates import column_date
from caucasus_tui.dossier.model.records import Later
from caucasus_tui.page import since
from caucasus_tui.page.claim.citations import source_name
from caucasus_tui.page.ledger_row import HEADS, in_hindsight, said_in
from caucasus_tui.page.marks import LATER

KEY, SOURCES = "since", "Later sources"


def since_section(dossier: Dossier, today: date) -> Section | None:
    """The part, or None where there is no later layer."""
    whole = dossier.whole
    if dossier.since is None:
        return None
    rows = [_row(whole, row, today) for form in HEADS for row in whole.ledger if row.form == form]
    to = since.horizon_words(dossier)
    how = f" {capitalised(to)}; each line says how far." if to else ""
    days = sorted({row.test_set for row in whole.ledger if row.test_set and in_hindsight(whole, row)})
    tests = f" The tests were set in hindsight, on {', '.join(map(since.day_words, days))}." if days else ""
    return Section(
        key=KEY,
        title="Since then",
        noun="later lines",
        note=f"{since.caveat(dossier)}{how}{tests}",
        lines=(*rows, *_disputes(dossier), *sources_section(dossier, _sources_cited(whole)).lines),
        listed=True,
    )


def _row(whole: Dossier, row: LedgerRow, today: date) -> Line:
    """`Title: partly; looked for to …. [forecast: p11.1 “may”] Because … » 13 Feb 2024, RFE/RL: …`."""
    claims = [*behind(whole, said_in(whole, row)), *derived_claim(whole, row.because, "Because")]
    claims += [claim for cite in row.cites if (claim := _told(whole, cite))]
    claims += [
        replace(claim, name=f"Against it, {claim.name}") for cite in row.against if (claim := _told(whole, cite))
    ]
    return Line(
        head=row.title.rstrip("."),
        facts=f"{LATER.glyph} {since.state_words(row)}; {since.over_and_how_far(row, today)}",
        claims=tuple(claims),
        group=HEADS[row.form],
        about=row.ref,
    )


def _told(whole: Dossier, cite: Citation) -> Claim | None:
    """A later statement, its date and source first."""
    claim, source = statement_claim(whole, cite), whole.relations.descriptors.get(cite.source)
    said = whole.statement(cite)
    if claim is None or source is None or said is None:
        return None
    return replace(claim, name=f"{LATER.glyph} {column_date(said.when or source.published)}, {since.house(source)}")


def _disputes(dossier: Dossier) -> Iterator[Line]:
    whole = dossier.whole
    for dispute in (found for found in whole.disputes if since.is_later(whole, found)):
        yield replace(_dispute(whole, dispute), group="Where later sources differ")


def _dispute(whole: Dossier, dispute: Dispute) -> Line:
    sides = []
    for number, _ in since.sides_in_order(whole, dispute):
        side = dispute.sides[number]
        mark = f"{LATER.glyph} " if whole.relations.descriptors[side.cites[0].source].layer == "later" else ""
        sides.append(cited_claim(whole, Cited(text=side.sentence, cites=side.cites), f"{mark}{side.whose}"))
    return Line(head=dispute.title, claims=tuple(sides), about=dispute.ref)


def _sources_cited(whole: Dossier) -> Set[str]:
    """Those that the part cites, by their ids."""
    cited = {cite.source for row in whole.ledger for cite in (*row.cites, *row.against)}
    return cited | {cite.source for dispute in whole.disputes for side in dispute.sides for cite in side.cites}


def sources_section(dossier: Dossier, cited: Set[str]) -> Section:
    """An entry for each of these sources that is of the later layer."""
    later = dossier.since.sources if dossier.since else ()
    lines = tuple(_source(dossier.whole, source) for source in later if source.id in cited)
    return Section(key=KEY, title=SOURCES, noun="later sources", lines=lines, listed=True)


def _source(whole: Dossier, source: Source) -> Line:
    read = source.read_from
    when = f"published {column_date(source.published)}" if source.published else ""
    facts = (source.publisher, source.form.replace("-", " "), when, f"read as {read.manner}" if read else "")
    return Line(
        head=f"{LATER.glyph} {source_name(whole, source.id)}, {source.title}",
        facts="; ".join(filter(None, facts)),
        web=source.url or (read.address if read and read.address else ""),
        group=SOURCES,
        about=f"source:{source.id}",
    )


def later_line(dossier: Dossier, address: str, today: date) -> Line | None:
    """What stands at an address of the later layer as the part says it; None where nothing of that layer does."""
    whole = dossier.whole
    match thing_at(whole, parse(address)) if dossier.since else None:
        case LedgerRow() as row:
            return _row(whole, row, today)
        case Dispute() as dispute:
            return _dispute(whole, dispute)
        case Source() as source:
            return _source(whole, source)
        case Later(cites=told):
            pass
        case Statement():
            told = (Citation(address),)
        case Paragraph(statements=said):
            told = tuple(Citation(f"{Citation(address).source}:{one.id}") for one in said)
        case _:
            return None
    claims = tuple(claim for cite in told if (claim := _told(whole, cite)))
    return Line(claims=claims, about=address) if claims else None
