"""What a dossier says of itself: what it is about, and the words on the screens that belong to it."""

from msgspec import Struct

from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.frame_words import RouteLine
from caucasus_tui.dossier.model.links import ActorId, Citation
from caucasus_tui.dossier.model.pane_names import PaneName, SectionName
from caucasus_tui.dossier.model.records import Cited
from caucasus_tui.dossier.model.records.levers import Direction

FORMAT = 2
"""The format of the files of a dossier that this program writes; it reads every format up to it."""


class Change(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of the dossier's own history: which claims changed, and why."""

    version: str
    """The edition that has it."""
    date: str
    """Of that edition, `2026-11-26`."""
    text: str
    """What is new, in a sentence."""


class About(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`data/dossier.yaml`: what the dossier is about, and the words on the screens that belong to it."""

    format: int = 1
    """The format of the files, 2 today; left out, it is 1, whose words are read as what they became."""
    id: str = ""
    """What the dossier is called where things are kept for it, in lower-case words joined by hyphens; left out, the
    name of its folder."""
    marking: str | None = None
    """Who may have it: `TLP:AMBER`, or what is written on papers where you work. It stands on every screen, in every
    export and with every copy, and is never cut."""
    title: str
    short_title: str
    """For screens that have no room for the title."""
    language: str = "en"
    """A code such as `en`, for screen readers and spelling in exports."""
    version: str
    """That of the edition, which others may quote."""
    as_of: When
    """The day or days for which it speaks, mostly those of its newest source."""
    stale_after_days: int = 90
    """Past this age, in days since the latest date of `as_of`, every screen says so loudly."""
    addressee: ActorId | None = None
    """Whom the recommendations address."""
    bottom_line: tuple[Cited, ...]
    """What a reader with ten seconds must know, a sentence or several, each with its own citations."""
    short_line: Cited | None = None
    """The bottom line in at most 70 characters, for screens of 80 columns."""
    situation: tuple[Cited, ...] = ()
    """What happened and where it stands: a sentence each, to be said aloud."""
    key_judgements: tuple[Citation, ...] = ()
    """The statements that a brief gives as judgements, in this order."""
    pane_titles: dict[PaneName, str] = {}
    """What the panes are called here; left out, their own names."""
    short_pane_titles: dict[PaneName, str] = {}
    """For narrow screens, a word each."""
    section_titles: dict[SectionName, str] = {}
    """What the sections of a brief are called here, where the program's own words do not fit."""
    lanes: tuple[str, ...] = ()
    """Fields of events that come first, in this order, or beside those that the program knows."""
    lever_groups: dict[str, tuple[Direction, ...]] = {}
    """What levers do to whom they act upon, as headings, each with the directions that belong there: `can restrain`;
    left out, they stand in one list."""
    source_forms: tuple[str, ...] = ()
    """Kinds of source beside those that the program knows."""
    route_states: dict[str, RouteLine] = {}
    """How a route may stand, beside what the program knows, each with the line that it is drawn as."""
    changes: tuple[Change, ...] = ()
    """Its history, an entry for each edition."""

    @property
    def whole_bottom_line(self) -> Cited:
        """The sentences of the bottom line as one, with all that they rest on."""
        cites = dict.fromkeys(cite for line in self.bottom_line for cite in line.cites)
        return Cited(text=" ".join(line.text for line in self.bottom_line), cites=tuple(cites))
