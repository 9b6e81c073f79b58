"""The brief on the whole screen, section by section: where one is, whom it is for, how long it still takes."""

from collections.abc import Sequence

from msgspec.structs import replace

from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.brief.reading_time import minutes_of
from caucasus_tui.brief.screen_pages import ReadingPage, reading_pages
from caucasus_tui.dossier.addresses import MeetingAt, ReaderAt, parse
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.heading import age_spans, marking_rows
from caucasus_tui.page.rows import Page, Row, Span, cell_width, spread, wrapped
from caucasus_tui.page.rows.columns import GAP, in_columns
from caucasus_tui.session.session import Session

MINUTES: tuple[int | None, ...] = (None, 15, 10, 5, 3, 2, 1)
"""What `m` goes through; None: all of it."""

MEASURE = 78
"""Cells in a line, for reading on."""
TWO_COLUMNS = 154
"""Cells from which on there are two columns: a screen of 160."""
STARTS_WITH = 5
"""Minutes: what there mostly is before a meeting."""


def _unlinked(line: Row) -> Row:
    """Here one reads on; there is no cursor to follow links with."""
    return Row(tuple(span._replace(subject="") for span in line.spans))


def first_request(session: Session) -> Request:
    """What reading mode begins with."""
    return Request(today=session.today, minutes=STARTS_WITH, since_then="later" in session.layers)


class Reading:
    """A reader in a brief. Holds the place; draws nothing."""

    def __init__(self, session: Session, brief: Brief) -> None:
        """`brief`: that of the first request."""
        self._session = session
        self.request, self.brief = first_request(session), brief
        self.at = 0
        self.shown = 1
        """Sections on the screen, from `at` on."""
        self._pages: dict[int, tuple[ReadingPage, ...]] = {}

    @property
    def dossier(self) -> Dossier:
        return self._session.dossier

    def renewed(self) -> Request:
        """The same as of today, in the dossier that the session has now."""
        known = {actor.id for actor in self.dossier.actors}
        asked = self.request
        return replace(
            asked,
            today=self._session.today,
            actor=asked.actor if asked.actor in known else "",
            counterpart=asked.counterpart if asked.counterpart in known else "",
        )

    def pages(self, width: int) -> tuple[ReadingPage, ...]:
        """The sections as pages; made once for each width that is on the screen at a time."""
        if width not in self._pages:
            self._pages = dict([*self._pages.items()][-1:]) | {width: reading_pages(self.brief, width)}
        return self._pages[width]

    def go(self, number: int) -> bool:
        """To the section `number`, from 0; False where there is none."""
        if not 0 <= number < len(self.brief.sections):
            return False
        self.at = number
        return True

    def next_minutes(self) -> Request:
        """The next length."""
        after = (MINUTES.index(self.request.minutes) + 1) % len(MINUTES)
        return replace(self.request, minutes=MINUTES[after])

    def turned_round(self, whom: str) -> Request:
        """To `for:ACTOR`, a brief round it; to `with:ACTOR`, the sheet for a meeting with it; to `for:`, a brief
        for nobody in particular."""
        match parse(whom):
            case MeetingAt(counterpart):
                return replace(self.request, actor="", counterpart=counterpart)
            case ReaderAt(actor):
                return replace(self.request, actor=actor, counterpart="")
        return self.request

    @property
    def whom(self) -> str:
        """Whom it is turned to, as `turned_round` takes it."""
        request = self.request
        return str(MeetingAt(request.counterpart) if request.counterpart else ReaderAt(request.actor))

    @property
    def file_name(self) -> str:
        """What a file of it is called, without its ending: `meeting-azerbaijan-5min`."""
        request = self.request
        kind = "meeting" if request.counterpart else "brief"
        length = f"{request.minutes}min" if request.minutes else ""
        return "-".join(filter(None, (kind, request.counterpart or request.actor, length)))

    def take(self, request: Request, brief: Brief) -> None:
        """Read on in another brief, that of `request`, at the same section or the nearest that it has."""
        key = self.brief.sections[self.at].key
        self.request, self.brief = request, brief
        self._pages = {}
        keys = [section.key for section in self.brief.sections]
        self.at = keys.index(key) if key in keys else min(self.at, len(keys) - 1)

    def title_rows(self, width: int) -> list[Row]:
        """Who may have it; what it is, for or with whom, and how long; the age never gives way."""
        brief = self.brief
        length = f"{brief.minutes} min" if brief.minutes else "all of it"
        left = (Span(f" {brief.title}", "title"), Span(f"  {length}", "dim"))
        first = Row(spread(left, age_spans(self.dossier, self.request.today), width))
        return [*marking_rows(self.dossier, width), first]

    def section_page(self, width: int, height: int = 0) -> Page:
        """The section being read: its number and title, its note, its lines; and what follows it, as far as a screen of
        this height goes, in two columns where it is broad. What is not whole there is read from its beginning on the
        next."""
        broad = height > 0 and width >= TWO_COLUMNS
        width = min((width - len(GAP)) // 2, MEASURE) if broad else width
        pages = self.pages(width)
        rows = self._section(pages, self.at, width)
        shown = in_columns(rows, width, height) if broad else rows
        self.shown = 1
        for number in range(self.at + 1, len(pages)):
            rows = [*rows, Row(), *self._section(pages, number, width)]
            more = in_columns(rows, width, height) if broad else rows
            if len(more) > height:
                shown = more[:height] if len(shown) <= height else shown
                break
            shown = more
            self.shown += 1
        return Page(pages[self.at].page.title, shown)

    def _section(self, pages: Sequence[ReadingPage], number: int, width: int) -> list[Row]:
        page = pages[number].page
        as_of = [*wrapped([Span(self.brief.as_of, "date")], width), Row()] if number == 0 else []
        head = [Row((Span(f"{number + 1}  ", "number"), Span(page.title, "title")))]
        note = [Row((Span(page.note, "dim"),))] if page.note else []
        return [*as_of, *head, *note, Row(), *map(_unlinked, page.rows)]

    def progress_row(self, width: int) -> Row:
        """A bar of how far one is, the sections on the screen, and the minutes left."""
        pages = self.pages(max(width, 20))
        left = sum(page.words for page in pages[self.at :])
        total = max(sum(page.words for page in pages), 1)
        until = min(self.at + self.shown, len(pages))
        last = until == len(pages)
        rest = "the end" if last else f"about {minutes_of(left)} min left"
        number = f"{self.at + 1}" if until == self.at + 1 else f"{self.at + 1}–{until}"
        words = f"{number} of {len(pages)} · {rest}"
        room = max(width - cell_width(words) - 4, 0)
        done = room if last else room * (total - left) // total
        bar = (Span(" "), Span("━" * done, "key"), Span("─" * (room - done), "rule"))
        return Row((*bar, Span(f"  {words}", "dim")))

    def whom_page(self) -> Page:
        """Whom the brief can be for, and with whom a meeting sheet can be: whoever the dossier has points for."""
        rows = [Row((Span("Whom is it for?", "title"),)), Row((Span("Nobody in particular"),), str(ReaderAt("")))]
        met = {point.counterpart for point in self.dossier.points}
        if met:
            rows.append(Row((Span("A sheet for a meeting", "heading"),)))
            rows += [Row((Span(f"with {a.title}"),), str(MeetingAt(a.id))) for a in self.dossier.actors if a.id in met]
            rows.append(Row((Span("A brief", "heading"),)))
        rows += [Row((Span(f"for {actor.title}"),), str(ReaderAt(actor.id))) for actor in self.dossier.actors]
        return Page("Whom for", rows)
