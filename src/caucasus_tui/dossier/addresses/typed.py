"""What somebody means who types an address, whole or bare, and what may be meant where it leads nowhere."""

from caucasus_tui.dossier.addresses.address import (
    Address,
    BehindAt,
    CompareAt,
    ParagraphAt,
    Place,
    StatementAt,
    parse,
    passage,
)
from caucasus_tui.dossier.addresses.called import begun_so, called_so
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
    """What `typed` names: an address, a pane by its name alone, a statement or paragraph as it is cited in short, what
    has that id or name, in any case and with the marks that it is printed with; what had that address before its id
    changed; after `compare` several, beside each other. Empty where it leads nowhere."""
    typed = typed.strip()
    word, _, names = typed.partition(" ")
    if word == CompareAt.word and names:
        return _compared(dossier, names.split())
    for text in dict.fromkeys((typed, typed.casefold(), typed.strip(_PRINTED), typed.strip(_PRINTED).casefold())):
        address = PaneAt(text) if text in PANES else parse(text)
        if exists(dossier, address):
            return (address,)
        if found := moved_to(dossier, address) or cited_in_short(dossier, text) or called_so(dossier, text):
            return found
    return ()


_PRINTED = "[](){}!+,;. "
"""What stands around an id where it is printed: `!T9+`, `[p8.2]`."""


def _compared(dossier: Dossier, names: list[str]) -> tuple[Address, ...]:
    """The comparison of things that are each named by address, as cited, or by what they are called: of several records
    of one id that whose kind comes first."""
    of: list[Place] = []
    for name in names:
        found = (called_so(dossier, name) if ":" not in name else ())[:1] or meant(dossier, name)
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
            return statement.sentence
        case Paragraph() as paragraph:
            return paragraph.about
    return title_at(dossier, address)


def nearest_addresses(dossier: Dossier, typed: str) -> tuple[tuple[str, str], ...]:
    """Addresses, each with what it leads to, that look most like `typed`, by address, bare id or title, first what is
    called so in part; best first."""
    titles = _titles(dossier)
    spelt: dict[str, str] = {}
    for address, title in titles.items():
        for spelling in (address, address.partition(":")[2], title):
            spelt.setdefault(fold(spelling), address)
    from difflib import get_close_matches  # only a mistake needs it

    close = get_close_matches(fold(typed)[:100], list(spelt), NEAREST * 3, cutoff=0.55)
    near = (*(thing.ref for thing in begun_so(dossier, typed.rpartition(":")[2])), *(spelt[word] for word in close))
    return tuple((address, titles[address]) for address in dict.fromkeys(near))[:NEAREST]


def _titles(dossier: Dossier) -> dict[str, str]:
    """Everything with an address and a title of its own."""
    titles = {record.ref: record.title for record in dossier.records()}
    titles |= {f"source:{source.id}": source.title for source in dossier.relations.descriptors.values()}
    titles |= {f"{source.id}:{part.id}": part.about for source in dossier.sources for part in source.paragraphs}
    titles |= {str(PaneAt(name)): f"the pane {name}" for name in PANES}
    return titles | {str(AskAt(question.key)): question.title for question in dossier.questions}
