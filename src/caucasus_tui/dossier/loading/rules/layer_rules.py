"""The later layer: what it may cite, who stands behind it, and what may be said to have come of a forecast."""

from collections.abc import Iterable, Iterator

from caucasus_tui.dossier.loading.rules.scope import Breach, Item, Scope
from caucasus_tui.dossier.model import Citation, Derived, Dispute, Edtf, Later, LedgerRow, Source, Statement, When
from caucasus_tui.dossier.model.dossier import citations
from caucasus_tui.dossier.model.hedges import band_of
from caucasus_tui.dossier.views.dating import dates_of

BECAUSE_WORDS = 30
_UNJUDGED = ("open", "cannot-be-judged")
_BORNE = ("borne-out", "partly")


def layers_apart(scope: Scope) -> Iterator[Breach]:
    """What came later rests on later sources alone, everything else on those of the seed layer alone."""
    layers = {source.id: source.layer for source in scope.dossier.sources}
    for item in scope.items:
        if isinstance(item.thing, Dispute):
            for side in item.thing.sides:
                if len({layers.get(cite.source, "seed") for cite in side.cites}) > 1:
                    yield Breach(item.ref, f"the side of {side.by} cites both layers; a side rests on one", side.text)
            continue
        later = isinstance(item.thing, Later | LedgerRow)
        if isinstance(item.thing, Source):
            later = item.thing.layer == "later"
        for cite in _rests_on(item):
            layer = layers.get(cite.source)
            if layer and (layer == "later") != later:
                rests = "is of the later layer; a record of the dossier rests on its seed sources alone"
                rests = "is of the seed layer; what came later rests on later sources alone" if later else rests
                yield Breach(item.ref, f"{cite} {rests}", cite)


def _rests_on(item: Item) -> tuple[Citation, ...]:
    """What a thing says that it rests on. What it is about is something else."""
    match item.thing:
        case Later() as record:
            return citations((record.cites, record.note))
        case LedgerRow() as row:
            return citations((row.cites, row.against, row.because))
    return item.citations


def later_sources(scope: Scope) -> Iterator[Breach]:
    """Whoever reads what came later sees when it was published, where it was read, and with what care to take it."""
    for source in scope.dossier.sources:
        if source.layer != "later":
            continue
        for what, missing in (
            ("'published', the day it came out, written like 'as_of' with role: point", source.published is None),
            ("'url', or 'read_from': {address: …, manner: original}", not (source.url or source.read_from)),
            ("'standpoint' or 'limits'", not (source.standpoint or source.limits)),
        ):
            if missing:
                yield Breach(f"source:{source.id}", f"a later source needs {what}", source.id)


def about_the_text(scope: Scope) -> Iterator[Breach]:
    """What came later bears on the seed layer, not on itself; windows alone pass."""
    layers = {source.id: source.layer for source in scope.dossier.sources}
    for item in scope.items:
        match item.thing:
            case Later() as record if not (record.touches and record.cites):
                missing = "cites" if record.touches else "touches"
                yield Breach(item.ref, f"{missing} nothing; a later line says who says it, and what it bears on")
            case LedgerRow() as row if row.state == "passed" and row.form != "window":
                yield Breach(
                    item.ref, "'passed' is said of windows alone; a forecast or an ask has another state", "passed"
                )
        for about in _about(item.thing):
            if isinstance(about, Citation) and layers.get(about.source) == "later":
                yield Breach(item.ref, f"{about} came later itself; name what it bears on", about)


def _about(thing: object) -> tuple[str, ...]:
    match thing:
        case Later() | Dispute():
            return thing.touches
        case LedgerRow():
            return (thing.about, *(thing.made.cites if thing.made else ()))
    return ()


def judgements(scope: Scope) -> Iterator[Breach]:
    """A state is judged from later sources; "may" without a date never fails, and an "if" waits for its condition."""
    rows = {row.id: row for row in scope.dossier.ledger}
    for row in scope.dossier.ledger:
        if row.state not in _UNJUDGED:
            for name in ("cites", "because", "judged", "looked_to"):
                if not getattr(row, name):
                    yield Breach(
                        row.ref, f"the state {row.state!r} needs {name!r}; without it leave it open", row.state
                    )
        lead = _lead(scope, row)
        code = band_of(lead.hedge) if lead and lead.hedge else None
        if row.state == "not-borne-out" and code == "possible-unquantified" and not _ends(row):
            said = "may come about on any day to come: without a 'horizon' it is never 'not-borne-out'"
            yield Breach(row.ref, said, row.state)
        if code == "conditional" and row.state not in _UNJUDGED:
            condition = rows.get(row.condition or "")
            lost = row.condition is not None and scope.unread.may_hold(row.condition.ref)
            if not lost and (condition is None or condition.state not in _BORNE):
                said = "hangs on an 'if' that no row shows to have come about; it cannot be judged"
                yield Breach(row.ref, f"{said}: 'condition' names the row, the state is 'cannot-be-judged'", row.state)


def not_too_early(scope: Scope) -> Iterator[Breach]:
    """Nothing is judged before it was published, and by nothing that may have come before the words themselves."""
    published = {source.id: source.published for source in scope.dossier.sources}
    for row in scope.dossier.ledger:
        for cite in (*row.cites, *row.against):
            when = published.get(cite.source)
            if row.judged and when and when.edtf and row.judged.latest < when.edtf.earliest:
                yield Breach(row.ref, f"judged before {cite} was published", row.judged)
        if row.state in _UNJUDGED or (made := _made(scope, row)) is None:
            continue
        if _some_unread(scope, row.cites):
            continue
        days = [found for cite in row.cites if (found := _day(scope, cite, published.get(cite.source)))]
        if days and not any(found.earliest > made.latest or _within(scope, row, made, found) for found in days):
            said = f"all that it cites may have come before the words, which were written by {made.latest.isoformat()}"
            yield Breach(row.ref, f"{said}; cite what came after, or leave it open", row.state)


def _lead_cite(scope: Scope, row: LedgerRow) -> Citation | None:
    """Where the words stand that are judged."""
    if isinstance(row.about, Citation):
        return row.about
    record = scope.dossier.record(row.about)
    return record.cites[0] if record and record.cites else None


def _lead(scope: Scope, row: LedgerRow) -> Statement | None:
    """The statement whose words are judged."""
    cite = _lead_cite(scope, row)
    return scope.statements.get(cite) if cite else None


def _ends(row: LedgerRow) -> bool:
    return row.horizon is not None and row.horizon.edtf is not None


def _made(scope: Scope, row: LedgerRow) -> Edtf | None:
    """When the words may have been written."""
    if row.made and row.made.when.edtf:
        return row.made.when.edtf
    cite = _lead_cite(scope, row)
    lead = scope.statements.get(cite) if cite else None
    source = next((one for one in scope.dossier.sources if cite and lead and one.id == cite.source), None)
    when = (source.published or source.as_of) if source else scope.dossier.about.as_of
    return when.edtf


def _day(scope: Scope, cite: Citation, published: When | None) -> Edtf | None:
    """When what a statement tells was; where it gives no date, when it was published."""
    said = scope.statements.get(cite)
    own = said.when.edtf if said and said.when else None
    return own or (published.edtf if published else None)


def _within(scope: Scope, row: LedgerRow, made: Edtf, day: Edtf) -> bool:
    """Whether the words themselves look ahead to that day: it lies in a window of theirs; in one without a date, such
    as "in the coming days", where it is not before they may have been written."""
    record = scope.dossier.record(row.about)
    own = (when for name in ("when", "window") for when in dates_of(getattr(record, name, None)))
    windows = [row.horizon, *own]
    return any(
        when is not None
        and (
            when.edtf.earliest <= day.earliest and day.latest <= when.edtf.latest
            if when.edtf
            else when.role == "window" and day.earliest >= made.earliest
        )
        for when in windows
    )


def disputes(scope: Scope) -> Iterator[Breach]:
    """A dispute is between two who publish, and each side says whose it is."""
    publishers = {source.id: source.publisher for source in scope.dossier.sources}
    for item in scope.items:
        if not isinstance(item.thing, Dispute):
            continue
        if len(item.thing.sides) < 2:
            yield Breach(item.ref, "a dispute has at least two sides; add the other one")
        cited = [cite for side in item.thing.sides for cite in side.cites]
        if _some_unread(scope, cited):
            continue
        known = {publishers[cite.source] for cite in cited if cite.source in publishers}
        if len(known) == 1:
            yield Breach(item.ref, "both sides stand at one publisher; a dispute needs two")


def _some_unread(scope: Scope, cites: Iterable[Citation]) -> bool:
    """Whether something that is cited could not be read."""
    return any(scope.unread.may_hold(f"statement:{cite}") for cite in cites)


def lengths(scope: Scope) -> Iterator[Breach]:
    """A reason is a sentence."""
    for row in scope.dossier.ledger:
        if isinstance(row.because, Derived) and (count := len(row.because.text.split())) > BECAUSE_WORDS:
            yield Breach(row.ref, f"{count} words; a reason may have {BECAUSE_WORDS}", row.because.text)
