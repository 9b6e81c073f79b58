"""Any field of any record as rows. Types decide how a field looks, so a new field needs no line here."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.addresses.places import title_at
from caucasus_tui.dossier.model.dates import When, sentence_date
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.frame_words import FrameWord
from caucasus_tui.dossier.model.links import Citation, Link
from caucasus_tui.dossier.model.records import Cited, Derived, Part, Record
from caucasus_tui.dossier.model.records.outlook import Indicator
from caucasus_tui.dossier.model.walks import links, pointing_fields
from caucasus_tui.page.claim import drawn_on
from caucasus_tui.page.marks import LABEL_WIDTH, STATUS_MARKS
from caucasus_tui.page.rows import Row, Span, hanging, parted
from caucasus_tui.page.statement import derived_spans, marked_spans, our_words

QUOTED = ("name", "used_by", "who", "term", "avoid", "also_asked", "word", "since")
"""Fields whose words are those that somebody uses, and not the curator's for what is so."""
OWN = ("id", "title", "cites", "was", "order", "short")
"""Fields that the page shows in its own way."""


_LABELS = {"lane": "field", "depth": "as a", "status_word": "source's word", "parties_basis": "parties"}


def label_of(field: str) -> str:
    """A field's name as a reader reads it."""
    return _LABELS.get(field) or field.replace("_", " ")


def title_of(dossier: Dossier, ref: str) -> str:
    """What to call the thing at an address."""
    return title_at(dossier, parse(ref))


def link_span(dossier: Dossier, ref: str) -> Span:
    """The title of a thing as a link to it."""

    title = title_of(dossier, ref)
    return Span(title, "absent") if title == "not stated" else Span(title, "link", ref)


def names_of(dossier: Dossier, links: Iterable[Link]) -> str:
    """What to call the things linked, with commas between; empty where there is none."""
    return ", ".join(title_of(dossier, link.ref) for link in links)


def link_spans(dossier: Dossier, refs: Sequence[str]) -> list[Span]:
    """Links in a row; where two things share a title, with the kind of each."""
    titles = [title_of(dossier, ref) for ref in refs]
    return parted(
        [link_span(dossier, ref), *([Span(f" ({ref.partition(':')[0]})", "dim")] if titles.count(title) > 1 else [])]
        for ref, title in zip(refs, titles, strict=True)
    )


def field_names(record: Record) -> list[str]:
    """The fields that a record fills, in the order they were declared; whence one is known only with that one."""
    values = {name: getattr(record, name) for name in record.__struct_fields__ if name not in OWN}
    filled = [name for name, value in values.items() if value not in (None, (), "") and value is not False]
    return [name for name in filled if not name.endswith("_basis") or name.removesuffix("_basis") in filled]


def names_outside(record: Record, ref: str, told: Mapping[str, Collection[str]]) -> bool:
    """Whether a record that names what is at an address does so in any field but those that are `told` of its kind."""
    if record.kind not in told:
        return True
    left = (name for name in pointing_fields(type(record)) if name not in told.get(record.kind, ()))
    return any(ref in links(value) for name in left if (value := getattr(record, name)))


def is_word(value: object) -> bool:
    """Whether a value is a word, for the line of key facts."""
    if isinstance(value, str):
        return isinstance(value, FrameWord) or not (isinstance(value, Link) or " " in value)
    return isinstance(value, int | float | When)


def word_span(value: object) -> Span:
    """A word of our vocabularies, with its glyph where it has one."""
    if isinstance(value, When):
        return Span(sentence_date(value), "date")
    text = "yes" if value is True else str(value)
    mark = next((mark for status, mark in STATUS_MARKS.items() if status == text), None)
    return Span(f"{mark.glyph} {mark.word}", mark.role) if mark else Span(text.replace("-", " "), "strong")


def inline_spans(dossier: Dossier, value: object, name: str = "") -> list[Span]:
    """The value of a field as spans in one run of text. Words that no statement is named for are ours."""
    match value:
        case Citation():
            return drawn_on(dossier, (value,))
        case Link():
            return [link_span(dossier, value.ref)]
        case When():
            return [Span(sentence_date(value), "date")]
        case Cited():
            return marked_spans(dossier, value.sentence, value.cites)
        case Derived():
            return derived_spans(dossier, value.text, value.basis)
        case Indicator():
            return derived_spans(dossier, value.text, value.derived_from)
        case Record():
            return [link_span(dossier, value.ref)]
        case Part():
            return _part(dossier, value)
        case tuple() if value and all(isinstance(item, Citation) for item in value):
            return drawn_on(dossier, value)
        case tuple():
            return parted((inline_spans(dossier, item, name) for item in value), "; ")
        case str() if " " in value and name not in QUOTED:
            return our_words(value)
        case _:
            return [Span(str(value))]


def _part(dossier: Dossier, value: Part) -> list[Span]:
    """A piece of a record: its own text first, then the rest, named where the name tells something."""
    pieces = []
    for name in value.__struct_fields__:
        item = getattr(value, name)
        if item in (None, (), ""):
            continue
        named = isinstance(item, str) and not isinstance(item, Link) and name not in ("text", "name", "term", "word")
        label = [Span(f"{label_of(name)}: ", "dim")] if named else []
        pieces.append([*label, *inline_spans(dossier, item, name)])
    return parted(pieces)


def labelled_rows(label: str, body: Sequence[Span], width: int) -> list[Row]:
    """Anything, its name in the label column."""
    return hanging((Span(label, "dim"),), body, width, LABEL_WIDTH)


def note_rows(dossier: Dossier, note: Derived | None, width: int) -> list[Row]:
    """The curator's remark, marked as that."""
    return labelled_rows("note", derived_spans(dossier, note.text, note.basis), width) if note else []


def rest_rows(dossier: Dossier, record: Record, shown: Collection[str], width: int) -> list[Row]:
    """The fields that a page made for one kind of record does not show in its own way."""
    rest = (name for name in field_names(record) if name not in shown)
    return [line for name in rest for line in field_rows(dossier, name, getattr(record, name), width)]


def field_rows(dossier: Dossier, name: str, value: object, width: int) -> list[Row]:
    """One field, its name in the label column. A tuple of texts takes a row each; a tuple of links shares one."""
    label = label_of(name)
    if not isinstance(value, tuple):
        return labelled_rows(label, inline_spans(dossier, value, name), width)
    if not all(isinstance(item, str) for item in value):
        bodies = [inline_spans(dossier, item, name) for item in value]
        return [row for at, body in enumerate(bodies) for row in labelled_rows(" " if at else label, body, width)]
    if all(isinstance(item, Link) for item in value):
        return labelled_rows(label, link_spans(dossier, [link.ref for link in value]), width)
    return labelled_rows(label, parted(inline_spans(dossier, item, name) for item in value), width)
