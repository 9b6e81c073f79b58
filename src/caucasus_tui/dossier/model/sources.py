"""Sources and their statements: the only place where what somebody said is written down."""

from collections import Counter
from collections.abc import Iterable, Set
from typing import ClassVar, Literal

from msgspec import Struct

from caucasus_tui.dossier.model.dates import Edtf, When
from caucasus_tui.dossier.model.frame_words import SourceForm
from caucasus_tui.dossier.model.links import ActorId, Citation, PlaceId, SourceId

StatementType = Literal["fact", "attributed", "assessment", "forecast", "recommendation"]

HedgeCode = Literal[
    "remote-chance",
    "highly-unlikely",
    "unlikely",
    "realistic-possibility",
    "likely",
    "highly-likely",
    "almost-certain",
    "possible-unquantified",
    "conditional",
    "evidential",
    "declared-unknown",
    "categorical",
    "rhetorical",
    "reported",
]

Layer = Literal["seed", "later"]
"""What a dossier is made from, or what was written since, to hold it against."""

LABEL_CELLS = 8
"""Cells that a source's label may take before the id of a statement."""


class Hedge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """How sure a source says it is: its own word, our reading of it, and a remark where the word needs one."""

    word: str
    """As the source has it: `probably`."""
    code: HedgeCode
    """Where it stands on the PHIA yardstick, or that it stands on none."""
    reading: str | None = None
    """How we understand the word here, where it needs that; never in figures."""


class Figure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A number that a statement gives: how many of which unit, of what, as of when. Never reckoned with."""

    value: float
    to: float | None = None
    """The upper end, where a range is given."""
    unit: str | None = None
    qualifier: Literal["about", "over", "under", "at-least", "at-most"] | None = None
    """The source's `about`, `over` …; left out, it gives the number as it is."""
    of: str
    """What it counts or measures; the same words wherever the same thing is counted."""
    when: When | None = None


class Statement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """One claim of a source, in our words, at most 30; `quote`, at most 12, only where the wording is the fact."""

    kind: ClassVar[str] = "statement"

    id: str
    """That of its paragraph, a dot and a number: `p8.2`."""
    type: StatementType
    """How the source says it; every line that rests on it shows the mark."""
    text: str
    """What it claims, as strong as the source makes it and no stronger."""
    hedge: Hedge | None = None
    """Left out where the source has no word for how sure it is."""
    actors: tuple[ActorId, ...] = ()
    """Whom it speaks of, besides those whose words it is."""
    attributed_to: tuple[ActorId, ...] = ()
    """Whose words or view it is."""
    when: When | None = None
    """When what it claims was or will be."""
    places: tuple[PlaceId, ...] = ()
    """Which places and routes it speaks of."""
    figures: tuple[Figure, ...] = ()
    """The numbers that it gives."""
    quote: str | None = None
    """The source's own wording."""
    loaded: tuple[str, ...] = ()
    """Words of the source that take a side; shown as the source's, never in our voice."""
    note: str | None = None
    """The curator's remark on how the sentence was read."""
    duplicate_of: str | None = None
    """The statement of the same source that this one repeats; a repeat may not be cited."""
    unused: str | None = None
    """Why no record uses this statement."""

    @property
    def sentence(self) -> str:
        """All that it says, to be printed: its text, and the quotation where the text does not hold it."""
        shown = f"“{self.quote}”" if self.quote else ""
        return self.text if shown in self.text else f"{self.text} {shown}"


class Paragraph(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A paragraph of a source: its place, what it is about, its statements; the text itself is not ours to ship."""

    kind: ClassVar[str] = "paragraph"

    id: str
    """`p8`; `seeds/README.md` has the letters for headings and captions."""
    about: str
    """A label of ours."""
    sha256: str | None = None
    """Of the original paragraph, UTF-8, each run of white space made one space and the ends trimmed."""
    statements: tuple[Statement, ...] = ()


class Author(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who wrote a source, by role; by name where it gives one."""

    role: str
    """What whoever wrote it is."""
    name: str | None = None
    """Left out where the source gives none."""


class ReadFrom(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where and how a source was read, which need not be where it was published."""

    address: str | None = None
    """Where: a web address, or in words."""
    manner: Literal["original", "repost", "excerpt", "dataset"]
    """`original`: whole, where it was published; `repost`: at somebody who carries it; `excerpt`: a part of it."""
    day: Edtf | None = None
    """On which day."""


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A document and what may be said of it: who, what kind, from which standpoint, as of when, within which limits."""

    kind: ClassVar[str] = "source"

    id: str
    """The name of its file."""
    title: str
    short: str | None = None
    """What its citations are labelled with, in at most eight cells; else the beginning of its id."""
    layer: Layer = "seed"
    """Whether the dossier is made from it, or it tells what came after."""
    publisher: str
    form: SourceForm
    """What kind of source it is: `commentary`, `letter` …"""
    standpoint: str
    """From where it speaks, in a sentence; shown beside what it says."""
    as_of: When
    """The day or days for which it speaks."""
    published: When | None = None
    """When it came out; a later source has to say it."""
    access: str
    """How it was read, and what of it may be passed on."""
    read_from: ReadFrom | None = None
    """Where it was read; a later source needs this or `url`."""
    origin: str | None = None
    """Whose words it carries, where they are not its publisher's own."""
    authors: tuple[Author, ...] = ()
    limits: tuple[str, ...] = ()
    """What it cannot tell, a sentence each."""
    url: str | None = None
    """Its address on the web, where its citations lead."""
    supersedes: SourceId | None = None
    """The source whose place this one takes, such as the version before a correction. Both stay; every citation of the
    other one says `(superseded)`."""
    cites: tuple[Citation, ...] = ()
    """Statements of other sources that it rests on."""
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def size(self) -> int:
        """How many statements it has."""
        return sum(len(paragraph.statements) for paragraph in self.paragraphs)

    @property
    def label(self) -> str:
        """Its `short`, else as many words of its id as fit."""
        if self.short:
            return self.short
        first, *rest = self.id.split("-")
        label = first[:LABEL_CELLS]
        for word in rest:
            if len(label) + 1 + len(word) > LABEL_CELLS:
                break
            label += f"-{word}"
        return label


def labels_of(sources: Iterable[Source], others: Set[str]) -> dict[str, str]:
    """The label of each source by its id: nothing where two would be called the same, or one would have the id of
    another, be it one of `others`."""
    called = {source.id: source.label for source in sources}
    taken = Counter(label.casefold() for label in called.values())
    taken.update(name for name in {*called, *others} if called.get(name, "").casefold() != name)
    return {name: label if taken[label.casefold()] == 1 else "" for name, label in called.items()}
