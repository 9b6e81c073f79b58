"""What later sources tell of the things on a page, below the rule: the ledger, later lines, disputes."""

from collections.abc import Iterable, Sequence
from functools import partial

from caucasus_tui.dossier.model import Dispute, Dossier, Later, LedgerRow
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import LATER
from caucasus_tui.page.rows import Row, Span, flowing
from caucasus_tui.page.rows.growing import Block
from caucasus_tui.page.since import hung, is_later, later_rows, ledger_line, rule

Told = Later | LedgerRow | Dispute


def _on(whole: Dossier, ref: str, lens: Lens) -> list[Told]:
    """What the layer has on a record or a statement, as far as it is shown."""
    told = whole.told_later.get(ref, ())
    return [
        one
        for one in told
        if isinstance(one, LedgerRow)
        or (isinstance(one, Later) and lens.among(whole, one.cites))
        or (isinstance(one, Dispute) and is_later(whole, one))
    ]


def _about_rows(whole: Dossier, told: Iterable[Told], lens: Lens) -> list[Row]:
    """Rows of the ledger, later lines, disputes."""
    rows: list[Row] = []
    for one in told:
        match one:
            case LedgerRow():
                rows += ledger_line(one, lens)
            case Later():
                rows += later_rows(whole, one, lens, one.cites)
            case Dispute():
                rows += hung([Span(f"{LATER.glyph} sources differ: {one.title}", LATER.role)], lens.width, one.ref)
    return rows


def below(dossier: Dossier, refs: Sequence[str], lens: Lens) -> list[Row | Block]:
    """What stands below the rule on a page about several records: each that has something, with its title."""
    whole, several = dossier.whole, len(refs) > 1

    def make(ref: str, told: Sequence[Told]) -> list[Row]:
        record = dossier.record(ref)
        title = [Span(f"{LATER.glyph} on: {record.title if record else ref}", "heading", ref)]
        return [*(flowing(title, lens.width) if several else ()), *_about_rows(whole, told, lens)]

    found = {ref: told for ref in refs if (told := _on(whole, ref, lens))}
    blocks = [
        Block(
            ref if several else told[0].ref, partial(make, ref, told), heads=several, others=[one.ref for one in told]
        )
        for ref, told in found.items()
    ]
    return [*rule(dossier, lens.width), *blocks] if blocks else []


def chronicle(dossier: Dossier, lens: Lens) -> list[Row | Block]:
    """The later lines below a timeline, in the order of what they tell; what was said is not said again."""
    whole = dossier.whole
    said: set[str] = set()
    blocks: list[Block] = []
    for record in whole.later_in_order:
        cites = lens.among(whole, (cite for cite in record.cites if cite not in said))
        said.update(cites)
        if cites:
            blocks.append(Block(record.ref, partial(later_rows, whole, record, lens, cites)))
    return [*rule(dossier, lens.width), *blocks] if blocks else []
