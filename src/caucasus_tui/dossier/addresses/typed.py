"""What somebody means who types an address, whole or bare, and what may be meant where it leads nowhere."""

from caucasus_tui.dossier.addresses.address import (
    Address,
    Bare,
    BehindAt,
    CompareAt,
    ParagraphAt,
    Place,
    StatementAt,
    parse,
    passage,
)
from caucasus_tui.dossier.addresses.places import exists, moved_to, thing_at, title_at
from caucasus_tui.dossier.addresses.worded import AskAt, PaneAt
from caucasus_tui.dossier.model import Dossier, Paragraph, Statement
from caucasus_tui.dossier.model.pane_names import PANES
from caucasus_tui.dossier.text.fold import fold

MOST_MEANT = 9
"""Sources with a statement of one id that are offered."""
NEAREST = 3
"""Addresses that are offered where one leads nowhere."""


def meant(dossier: Dossier, typed: str) -> tuple[Address, ...]:
    """What `typed` names: an address as it stands, a pane by its name alone, a statement or paragraph as it is cited
    in short, or what had that address before its id changed; after `compare` several, beside each other. Empty where it
    leads nowhere."""
    word, _, names = typed.strip().partition(" ")
    if word == CompareAt.word and names:
        return _compared(dossier, names.split())
    address = parse(typed)
    if typed in PANES:
        address = PaneAt(typed)
    if isinstance(address, Bare):
        return cited_in_short(dossier, typed)
    return (address,) if exists(dossier, address) else moved_to(dossier, address)


def _compared(dossier: Dossier, names: list[str]) -> tuple[Address, ...]:
    """The comparison of things that are each named by address, as cited, by id, or by the short name of an actor."""
    short = {actor.short.casefold(): actor.ref for actor in dossier.actors}
    own = {record.id: record.ref for record in reversed(dossier.records())}
    of: list[Place] = []
    for name in names:
        known = own.get(name) or short.get(name.casefold()) or (f"source:{name}" if dossier.source(name) else name)
        found = meant(dossier, known)
        if len(found) != 1 or isinstance(found[0], BehindAt | CompareAt):
            return ()
        of.append(found[0])
    return (CompareAt(tuple(of)),)


def said_of_moved(dossier: Dossier, typed: str) -> str:
    """That the id of what is typed has changed; empty where it has not."""
    now = moved_to(dossier, parse(typed))
    return f"{typed} is now {' and '.join(map(str, now))}" if now and not exists(dossier, parse(typed)) else ""


def cited_in_short(dossier: Dossier, typed: str) -> tuple[StatementAt | ParagraphAt, ...]:
    """The statements or paragraphs that a short citation may mean: `p8.2` those of the seed layer, `Rep p8.2` that of
    the source of this label. Empty for anything else. No source is read for it."""
    label, _, name = typed.strip().casefold().rpartition(" ")
    having = dossier.relations.sources_with.get(name, ())
    if label:
        named = (source for source in having if dossier.labels[source].casefold() == label.strip())
    else:
        named = (source for source in having if dossier.relations.descriptors[source].layer == "seed")
    return tuple(passage(source, name) for source in named)


def said_at(dossier: Dossier, address: Address) -> str:
    """What a statement says, what a paragraph is about; of anything else the title."""
    match thing_at(dossier, address):
        case Statement() as statement:
            return statement.text
        case Paragraph() as paragraph:
            return paragraph.about
    return title_at(dossier, address)


def nearest_addresses(dossier: Dossier, typed: str) -> tuple[tuple[str, str], ...]:
    """Addresses, each with what it leads to, that look most like `typed`, by address, bare id or title; best first."""
    titles = _titles(dossier)
    spelt: dict[str, str] = {}
    for address, title in titles.items():
        for spelling in (address, address.partition(":")[2], title):
            spelt.setdefault(fold(spelling), address)
    from difflib import get_close_matches  # only a mistake needs it

    close = get_close_matches(fold(typed)[:100], list(spelt), NEAREST * 3, cutoff=0.55)
    return tuple((address, titles[address]) for address in dict.fromkeys(spelt[word] for word in close))[:NEAREST]


def _titles(dossier: Dossier) -> dict[str, str]:
    """Everything with an address and a title of its own."""
    titles = {record.ref: record.title for record in dossier.records()}
    titles |= {f"source:{source.id}": source.title for source in dossier.relations.descriptors.values()}
    titles |= {f"{source.id}:{part.id}": part.about for source in dossier.sources for part in source.paragraphs}
    titles |= {str(PaneAt(name)): f"the pane {name}" for name in PANES}
    return titles | {str(AskAt(question.key)): question.title for question in dossier.questions}
