"""What somebody may have meant who typed an address that leads nowhere."""

from difflib import get_close_matches

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.text.fold import fold
from caucasus_tui.page.addresses import answer_address
from caucasus_tui.page.claim.citations import meant_by
from caucasus_tui.panes import PANES

MOST_MEANT = 9
"""Sources with a statement of one id that are offered."""


def whole_address(dossier: Dossier, typed: str) -> str:
    """`p8.2`, `p8` or `Rep p8.2` as the address of the one source it may mean; anything else as it was typed."""
    found = meant_by(dossier, typed)
    return found[0] if len(found) == 1 else typed


def nearest_addresses(dossier: Dossier, typed: str, limit: int = 3) -> tuple[tuple[str, str], ...]:
    """Addresses, each with what it leads to, that look most like `typed`, by address, bare id or title; best first.
    Where a citation stands for several statements, these."""
    titles = _titles(dossier)
    if several := meant_by(dossier, typed):
        return tuple((address, _said_at(dossier, address)) for address in several)[: max(limit, MOST_MEANT)]
    spelt: dict[str, str] = {}
    for address, title in titles.items():
        for spelling in (address, address.partition(":")[2], title):
            spelt.setdefault(fold(spelling), address)
    close = get_close_matches(fold(typed)[:100], list(spelt), limit * 3, cutoff=0.55)
    return tuple((address, titles[address]) for address in dict.fromkeys(spelt[word] for word in close))[:limit]


def _said_at(dossier: Dossier, address: str) -> str:
    """What a statement or a paragraph is about."""
    statement, paragraph = dossier.statement(address), dossier.paragraph(address)
    return statement.text if statement else paragraph.about if paragraph else address


def _titles(dossier: Dossier) -> dict[str, str]:
    """Everything with an address and a title of its own."""
    titles = {record.ref: record.title for record in dossier.records()}
    titles |= {f"source:{source.id}": source.title for source in dossier.sources}
    titles |= {f"{source.id}:{part.id}": part.about for source in dossier.sources for part in source.paragraphs}
    titles |= {f"pane:{name}": f"the pane {name}" for name in PANES}
    return titles | {answer_address(question.key): question.title for question in dossier.questions}
