"""What came of it: records of the later layer, which cite later sources alone and are never mixed with the others."""

from typing import Literal

from caucasus_tui.dossier.model.dates import Edtf, When, span_words
from caucasus_tui.dossier.model.links import Citation, LedgerId, Touched
from caucasus_tui.dossier.model.records.base import Derived, Part, Record
from caucasus_tui.dossier.model.records.limits import Bounds

LedgerState = Literal["open", "borne-out", "partly", "not-borne-out", "overtaken", "cannot-be-judged", "passed"]
"""How the words of a forecast, an ask or a window stand to what came; `passed` is for windows alone."""


class Later(Record, frozen=True, kw_only=True):
    """What happened, by a later source, and what it bears on."""

    kind = "later"

    title: str = ""
    """Left out, it is what the first statement cited says."""
    when: When
    """When it happened."""
    touches: tuple[Touched, ...]
    """The records and statements that it is about; they do not change by it."""
    effect: Literal["answers", "sharpens", "corrects", "overtakes", "bears-on"] = "bears-on"
    """What it does to them; `bears-on` promises least."""
    note: Derived | None = None
    """The curator's remark."""


class LedgerRow(Record, frozen=True, kw_only=True):
    """What became of a forecast, an ask or a window. Words, hedge and title are those of what it is about."""

    kind = "ledger"

    title: str = ""
    """Left out, and best so: that of what it is about."""
    form: Literal["forecast", "ask", "window"]
    about: Touched
    """A record, or a statement, of the seed layer."""
    made: Bounds | None = None
    """Between which days the words were written; left out, as of when their source stands."""
    test: str
    """The curator's: what would have to be found."""
    test_set: Edtf | None = None
    """When the test was written; after the outcome, it was set in hindsight, and the screen says so."""
    horizon: When | None = None
    """By when it would have to be found; left out where the words give no time."""
    condition: LedgerId | None = None
    """The row that an "if" hangs on."""
    state: LedgerState = "open"
    """What came of it, the curator's reading."""
    because: Derived | None = None
    """Why the state is not another, in 30 words."""
    against: tuple[Citation, ...] = ()
    """Later statements that speak against the state."""
    judged: Edtf | None = None
    """The day on which the state was written."""
    looked_to: Edtf | None = None
    """The newest day that was looked at; left out, nobody has looked."""


class Side(Part, frozen=True, kw_only=True):
    """What one of the sides of a dispute says: in our words, whose it is, what it counts, and when."""

    by: str
    """Who says it: `Armenia's government`."""
    text: str
    cites: tuple[Citation, ...]
    counted: str | None = None
    """What it counts: `inhabitants before the departure`."""
    when: When

    @property
    def whose(self) -> str:
        """Who says it, and when: `Armenia's government, 4 Oct 2023`."""
        return f"{self.by}, {span_words(self.when)}" if self.when.edtf else self.by

    @property
    def sentence(self) -> str:
        """What it says, and what that counts: two numbers of different things do not differ."""
        return f"{self.text.rstrip('.')}; counted: {self.counted}." if self.counted else self.text


class Dispute(Record, frozen=True, kw_only=True):
    """A question that sources answer differently. The title is the question; no side is first by rule, they are shown
    in the order of publication."""

    kind = "dispute"

    sides: tuple[Side, ...]
    touches: tuple[Touched, ...] = ()
    """Records and statements that it bears on."""
    note: Derived | None = None
    """The curator's remark."""
