"""Imprecise dates: a small profile of EDTF, and the words a source used for them.

Allowed: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-SS` (season, 21–24; 25–28 of the north, 29–32 of the south; 33–36
quarter, 37–39 third, 40–41 half of a year), `[a..b]` (one unknown date in that range), `a/b` (a span); `X` for a digit
that is not known (`199X`, `2023-09-XX`); but in brackets, `?` (uncertain), `~` (about) or `%` (both), which hold for
the date or the end of a span that they stand in. Years: `0000` is 1 BCE, `-0043` is 44 BCE; of more than four digits
`Y17000`, `Y-17E7`. Open ends are not written: a date that goes on has `ongoing: true`. Source: Extended Date/Time
Format, Library of Congress, in ISO 8601-2:2019.
"""

from caucasus_tui.dossier.model.dates.ages import due_words, nearest_window, window_state, window_words
from caucasus_tui.dossier.model.dates.days import Day, day_numbered, days_between, year_words
from caucasus_tui.dossier.model.dates.edtf import NOT_STATED, DateRole, Edtf, When, sort_key
from caucasus_tui.dossier.model.dates.words import column_date, date_marks, sentence_date, source_words, span_words
