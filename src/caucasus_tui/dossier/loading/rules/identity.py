"""Ids: well formed, used once, where they belong. Names: one thing each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar
from unicodedata import east_asian_width

from caucasus_tui.dossier.addresses import WORDS
from caucasus_tui.dossier.loading.rules.scope import ABOUT, Breach, Scope
from caucasus_tui.dossier.model import FORMAT, Actor, Paragraph, Place, Record, Source, Statement
from caucasus_tui.dossier.model.links import NOT_STATED, is_citation, is_record_id
from caucasus_tui.dossier.model.sources import LABEL_CELLS

T = TypeVar("T", Actor, Place, Source)
SHORT_CELLS = 6
_PARAGRAPH_ID = re.compile(r"[a-z]+\d*")


def well_formed(scope: Scope) -> Iterator[Breach]:
    """Ids can be written in a link or a citation, and that of the dossier in the name of a file."""
    about = scope.dossier.about
    if about.format < 1:
        yield Breach(ABOUT, f"no dossier has the format {about.format}; write {FORMAT}", str(about.format))
    if about.id and not is_record_id(about.id):
        yield Breach(ABOUT, "an id is lower-case words joined by hyphens, such as bridge-2031", about.id)
    for item in scope.items:
        thing = item.thing
        if isinstance(thing, Record | Source) and thing.id == NOT_STATED:
            yield Breach(item.ref, f"{NOT_STATED!r} is an answer and no id; give this one an id of its own", thing.id)
        if isinstance(thing, Record | Source) and not is_record_id(thing.id):
            yield Breach(item.ref, "an id is lower-case words joined by hyphens, such as bridge-fund", thing.id)
        if isinstance(thing, Source) and thing.id in WORDS:
            message = f"{thing.id}: begins other addresses; call the source otherwise, such as {thing.id}-1"
            yield Breach(item.ref, message, thing.id)
        if isinstance(thing, Paragraph) and not _PARAGRAPH_ID.fullmatch(thing.id):
            yield Breach(item.ref, "the id of a paragraph is letters and a number, such as p8", thing.id)
        if isinstance(thing, Statement) and not is_citation(f"source:{thing.id}"):
            yield Breach(item.ref, "the id of a statement is its paragraph and a number, such as p8.2", thing.id)


def used_once(scope: Scope) -> Iterator[Breach]:
    """No two things share an address."""
    seen: defaultdict[str, int] = defaultdict(int)
    for item in scope.items:
        if seen[item.ref]:
            kind, _, name = item.ref.partition(":")
            message = f"the {kind} {name!r} stands here a second time; give this one an id of its own"
            yield Breach(item.ref, message, getattr(item.thing, "id", None), seen[item.ref])
        seen[item.ref] += 1


def in_their_paragraph(scope: Scope) -> Iterator[Breach]:
    """A statement's id begins with the id of its paragraph."""
    for source in scope.dossier.sources:
        for paragraph in source.paragraphs:
            for statement in paragraph.statements:
                if statement.id.partition(".")[0] != paragraph.id:
                    said = f"statement {statement.id!r} stands in paragraph {paragraph.id!r}; move it, or mend its id"
                    yield Breach(f"statement:{source.id}:{statement.id}", said, statement.id)


def names_of_one_place(scope: Scope) -> Iterator[Breach]:
    """A name leads to one place: search shows it by any of them."""
    called = ((place, (place.title, *(other.name for other in place.names))) for place in scope.dossier.places)
    for name, place, owner in _taken((name, place) for place, names in called for name in dict.fromkeys(names)):
        yield Breach(place.ref, f"{name!r} is already a name of {owner.id!r}; keep it at one place", name)


def short_names(scope: Scope) -> Iterator[Breach]:
    """The short name of an actor is that actor's alone."""
    for short, actor, owner in _taken((actor.short, actor) for actor in scope.dossier.actors):
        yield Breach(actor.ref, f"{short!r} is already the short name of {owner.id!r}", short)


def source_labels(scope: Scope) -> Iterator[Breach]:
    """The label of a source is that source's alone, and the id of no other."""
    ids = [(source.id, source) for source in scope.dossier.sources]
    labels = [(source.short, source) for source in scope.dossier.sources if source.short]
    for short, source, owner in _taken([*ids, *labels]):
        message = f"{short!r} is already the id or label of {owner.id!r}; take another label"
        yield Breach(f"source:{source.id}", message, short)


def _taken(named: Iterable[tuple[str, T]]) -> Iterator[tuple[str, T, T]]:
    """Each name that something else has already, of what it is, and of what it was."""
    owners: dict[str, T] = {}
    for name, thing in named:
        owner = owners.setdefault(name.casefold(), thing)
        if owner.id != thing.id:
            yield name, thing, owner


def short_enough(scope: Scope) -> Iterator[Breach]:
    """The short name of an actor heads a column, the label of a source stands before its citations; a longer one takes
    the room of what stands beside it."""
    named = [(actor.ref, "short name", actor.short, SHORT_CELLS) for actor in scope.dossier.actors]
    named += [(f"source:{source.id}", "label", source.short or "", LABEL_CELLS) for source in scope.dossier.sources]
    for ref, what, short, most in named:
        if sum(1 + (east_asian_width(letter) in "WF") for letter in short) > most:
            yield Breach(ref, f"{what} {short!r}: {most} cells are there for it; write a shorter one", short)


def labels_alike(scope: Scope) -> Iterator[Breach]:
    """Where two sources would be called the same, citations of them are printed whole, which is long."""
    sources = sorted(scope.dossier.sources, key=lambda source: (source.layer != "seed", source.short is None))
    called: dict[str, Source] = {}
    for source in sources:
        other = called.setdefault(source.label.casefold(), source)
        if other is not source and source.short is None:
            message = f"{source.label!r} would be the label of {other.id!r} too, so neither is used; give it a short"
            own = _own_label(source.id, other.id)
            free = own and not any(own in (one.label.casefold(), one.id) for one in sources)
            yield Breach(f"source:{source.id}", f"{message}, such as {own!r}" if free else message)


def _own_label(id: str, other: str) -> str:
    """The words of an id that another lacks, as many as a label has room for whole; a number after a letter."""
    words = [word for word in id.split("-") if word not in other.split("-")]
    labels = ("-".join(words[:length]) for length in range(len(words), 0, -1))
    labels = (f"{id[0]}-{label}" if label.isdigit() else label for label in labels)
    return next((label for label in labels if len(label) <= LABEL_CELLS), "")


def no_empty_text(scope: Scope) -> Iterator[Breach]:
    """A text that is there says something."""
    for item in scope.items:
        if "" in item.texts:
            yield Breach(item.ref, "an empty text; write it, or leave the key out", "")
