"""Imprecise dates: a small profile of EDTF, and the words a source used for them.

Allowed: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-SS` (season, 21–24), `[a..b]` (one unknown date in that range), `a/b` (a
span); `X` for a digit that is not known (`199X`, `2023-09-XX`); but in a season or brackets, `?` (uncertain), `~`
(about) or `%` (both), which hold for the date or the end of a span that they stand in. Open ends are not written: a
date that goes on has `ongoing: true`. Source: Extended Date/Time Format, Library of Congress, in ISO 8601-2:2019.
"""

from caucasus_tui.dossier.model.dates.ages import (
    WindowState,
    age_days,
    age_words,
    nearest_window,
    window_state,
    window_words,
)
from caucasus_tui.dossier.model.dates.edtf import NOT_STATED, DateForm, DateRole, Edtf, When, sort_key
from caucasus_tui.dossier.model.dates.words import (
    COLUMN_WIDTH,
    SHORT_MONTHS,
    UNDATED,
    column_date,
    date_marks,
    day_not_stated,
    sentence_date,
    span_words,
    year_inferred,
)

__all__ = [
    "COLUMN_WIDTH",
    "NOT_STATED",
    "SHORT_MONTHS",
    "UNDATED",
    "DateForm",
    "DateRole",
    "Edtf",
    "When",
    "WindowState",
    "age_days",
    "age_words",
    "column_date",
    "date_marks",
    "day_not_stated",
    "nearest_window",
    "sentence_date",
    "sort_key",
    "span_words",
    "window_state",
    "window_words",
    "year_inferred",
]
