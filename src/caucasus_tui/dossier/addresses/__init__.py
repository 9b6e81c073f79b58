"""Addresses: one way to name anything that can be shown, what stands there, and what somebody meant who typed one.

No page is made to answer any of that, and nobody outside takes the text of an address apart.
"""

from caucasus_tui.dossier.addresses.address import (
    WORDS,
    Address,
    Bare,
    BehindAt,
    CellAt,
    CompareAt,
    ParagraphAt,
    RecordAt,
    StatementAt,
    behind,
    parse,
)
from caucasus_tui.dossier.addresses.worded import (
    BOTTOM_LINE,
    COLLECTED,
    PLACES,
    QUESTIONS,
    TODO,
    AskAt,
    BottomLineAt,
    CollectedAt,
    DossierAt,
    KeyAt,
    MeetingAt,
    PaneAt,
    PlacesAt,
    ReaderAt,
    SearchAt,
    SourceAt,
    TodoAt,
)
