"""What somebody may have meant who typed an address that leads nowhere."""

from difflib import get_close_matches

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.text.fold import fold
from caucasus_tui.page.addresses import answer_address
from caucasus_tui.panes import PANES


def whole_address(dossier: Dossier, typed: str) -> str:
    """`p8.2` or `p8` as the address of the one source that has it; anything else as it was typed."""
    if ":" in typed:
        return typed
    found = [address for source in dossier.sources if _is_there(dossier, address := f"{source.id}:{typed}")]
    return found[0] if len(found) == 1 else typed


def _is_there(dossier: Dossier, address: str) -> bool:
    return dossier.statement(address) is not None or dossier.paragraph(address) is not None


def nearest_addresses(dossier: Dossier, typed: str, limit: int = 3) -> tuple[tuple[str, str], ...]:
    """Addresses, each with what it leads to, that look most like `typed`, by address, bare id or title; best first."""
    titles = _titles(dossier)
    spelt: dict[str, str] = {}
    for address, title in titles.items():
        for spelling in (address, address.partition(":")[2], title):
            spelt.setdefault(fold(spelling), address)
    close = get_close_matches(fold(typed)[:100], list(spelt), limit * 3, cutoff=0.55)
    return tuple((address, titles[address]) for address in dict.fromkeys(spelt[word] for word in close))[:limit]


def _titles(dossier: Dossier) -> dict[str, str]:
    """Everything with an address and a title of its own."""
    titles = {record.ref: record.title for record in dossier.records()}
    titles |= {f"source:{source.id}": source.title for source in dossier.sources}
    titles |= {f"{source.id}:{part.id}": part.about for source in dossier.sources for part in source.paragraphs}
    titles |= {f"pane:{name}": f"the pane {name}" for name in PANES}
    return titles | {answer_address(question.key): question.title for question in dossier.questions}
