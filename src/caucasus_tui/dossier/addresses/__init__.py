"""Addresses: one way to name anything that can be shown, what stands there, and what somebody meant who typed one.

No page is made to answer any of that, and nobody outside takes the text of an address apart.
"""

from caucasus_tui.dossier.addresses.address import (
    BOTTOM_LINE,
    QUESTIONS,
    TODO,
    WORDS,
    Address,
    AskAt,
    Bare,
    BehindAt,
    BottomLineAt,
    CellAt,
    DossierAt,
    KeyAt,
    MeetingAt,
    PaneAt,
    ParagraphAt,
    ReaderAt,
    RecordAt,
    SourceAt,
    StatementAt,
    TodoAt,
    behind,
    parse,
)

__all__ = [
    "BOTTOM_LINE",
    "QUESTIONS",
    "TODO",
    "WORDS",
    "Address",
    "AskAt",
    "Bare",
    "BehindAt",
    "BottomLineAt",
    "CellAt",
    "DossierAt",
    "KeyAt",
    "MeetingAt",
    "PaneAt",
    "ParagraphAt",
    "ReaderAt",
    "RecordAt",
    "SourceAt",
    "StatementAt",
    "TodoAt",
    "behind",
    "parse",
]
