"""Pages, rows and spans: what a reader sees, before any terminal colours it.

A page is rows; a row is spans of text, each with a role (what it means, not how it looks). What can be selected carries
the address of the thing it stands for. Screens colour the roles, the command line prints the text alone.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from caucasus_tui.page.rows.widths import cell_width


class Span(NamedTuple):
    """Text with one meaning. `subject`: the address it leads to, if any; `source`: the id of the one that it cites."""

    text: str
    role: str = "text"
    subject: str = ""
    source: str = ""


def cells_of(spans: Iterable[Span]) -> int:
    """How many cells a run of spans takes."""
    return sum(cell_width(span.text) for span in spans)


class Stop(NamedTuple):
    """Where the cursor can rest in a row, in cells from its start, and the address it stands for."""

    start: int
    end: int
    subject: str


class Row(NamedTuple):
    """One line. `subject`: the address the whole line stands for; else its spans' own addresses count. `goes_on`: with
    the line before, which was too long for the screen."""

    spans: tuple[Span, ...] = ()
    subject: str = ""
    goes_on: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)

    @property
    def width(self) -> int:
        return cells_of(self.spans)

    @property
    def is_heading(self) -> bool:
        return bool(self.spans) and self.spans[0].role == "heading" and not self.goes_on

    def behind(self, *spans: Span) -> "Row":
        """The row with something before it."""
        return self._replace(spans=(*spans, *self.spans))

    def leads_to(self, subject: str) -> bool:
        """Whether the row, or anything in it, stands for an address."""
        return subject in (self.subject, *(span.subject for span in self.spans))

    def stops(self) -> tuple[Stop, ...]:
        """The places the cursor can rest at, left to right."""
        if self.subject:
            return (Stop(0, self.width, self.subject),)
        found: list[Stop] = []
        at = 0
        for span in self.spans:
            end = at + cell_width(span.text)
            if span.subject:
                if found and found[-1].subject == span.subject and found[-1].end == at:
                    found[-1] = Stop(found[-1].start, end, span.subject)
                else:
                    found.append(Stop(at, end, span.subject))
            at = end
        return tuple(found)


class Page(NamedTuple):
    """Rows with a title. `note` says how much is shown; the first `header` rows and `frozen` cells do not scroll; the
    cursor starts on `start`, an address, else on the first stop. The first `card` rows are copied as one, for the
    address of the page. `to_height`: it is drawn for the rows there are. The first `plane` rows are a
    picture, over which the cursor goes to the nearest stop that way. `idle`: letters of the pane that would change
    nothing here."""

    title: str
    rows: Sequence[Row]
    note: str = ""
    header: int = 0
    frozen: int = 0
    start: str = ""
    card: int = 0
    to_height: bool = False
    plane: int = 0
    idle: str = ""


def parted(pieces: Iterable[Sequence[Span]], sign: str = " · ") -> list[Span]:
    """Pieces of a line one behind the other, with a sign between them."""
    return [part for piece in pieces for part in (Span(sign, "dim"), *piece)][1:]


def plain(rows: Sequence[Row]) -> str:
    """The rows as text, without trailing blanks."""
    return "".join(line.text.rstrip() + "\n" for line in rows)
