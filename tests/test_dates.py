"""Imprecise dates: what is read, its bounds, its words. A date may be shown coarser than the source, never sharper."""

import calendar
import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caucasus_tui.dossier.model.dates import (
    DateRole,
    Edtf,
    When,
    column_date,
    date_marks,
    day_numbered,
    days_between,
    sentence_date,
    sort_key,
    span_words,
    window_state,
    window_words,
)
from caucasus_tui.dossier.model.dates.ages import age_days, age_words
from caucasus_tui.dossier.model.dates.days import edtf_year
from caucasus_tui.dossier.model.dates.words import COLUMN_WIDTH


def when(edtf: str | None, role: DateRole = "point", stated: str = "not stated", **more: object) -> When:
    return When(edtf=None if edtf is None else Edtf(edtf), role=role, as_stated=stated, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2023-09-12", "2023-09-12", "2023-09-12"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-22", "2023-06-01", "2023-08-31"),
        ("2023-23", "2023-09-01", "2023-11-30"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("[1990..1993]", "1990-01-01", "1993-12-31"),
        ("[2023-09-01..2023-09-10]", "2023-09-01", "2023-09-10"),
        ("2022-12/2023-09-19", "2022-12-01", "2023-09-19"),
        ("2023-06~", "2023-06-01", "2023-06-30"),
        ("[2023..2023-06]?", "2023-01-01", "2023-12-31"),
        # Each end of a span has its own bounds, however fine it is.
        ("2023-09/2023-09-20", "2023-09-01", "2023-09-20"),
        ("2004/2004-06", "2004-01-01", "2004-06-30"),
        ("2023-09-19/2023-09", "2023-09-19", "2023-09-30"),
        ("2023-09-19/2023", "2023-09-19", "2023-12-31"),
        ("2004-02-01/2004", "2004-02-01", "2004-12-31"),
        ("2004-12/2004", "2004-12-01", "2004-12-31"),
        ("2005-01-15/2005-01", "2005-01-15", "2005-01-31"),
        ("1984~/2004~", "1984-01-01", "2004-12-31"),
        ("2021-03-19/2021-04-03~", "2021-03-19", "2021-04-03"),
        ("1984?/2004-06%", "1984-01-01", "2004-06-30"),
        ("2004-06~-11", "2004-06-11", "2004-06-11"),
        ("?2004-06-~11", "2004-06-11", "2004-06-11"),
        # Digits that are not known.
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("1XXX", "1000-01-01", "1999-12-31"),
        ("2004-XX", "2004-01-01", "2004-12-31"),
        ("2004-1X", "2004-10-01", "2004-12-31"),
        ("2004-0X", "2004-01-01", "2004-09-30"),
        ("2023-09-XX", "2023-09-01", "2023-09-30"),
        ("1985-02-XX", "1985-02-01", "1985-02-28"),
        ("2004-02-2X", "2004-02-20", "2004-02-29"),
        ("2003-02-2X", "2003-02-20", "2003-02-28"),
        ("2023-XX-XX", "2023-01-01", "2023-12-31"),
        ("1872-XX-29", "1872-01-29", "1872-12-29"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("15XX-12-XX", "1500-12-01", "1599-12-31"),
        ("199X~", "1990-01-01", "1999-12-31"),
        ("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
        ("2004-06-01/2004-07-XX", "2004-06-01", "2004-07-31"),
        ("2003/2004-XX", "2003-01-01", "2004-12-31"),
        ("0001", "0001-01-01", "0001-12-31"),
        ("9999-12-31", "9999-12-31", "9999-12-31"),
        # Parts of a year: said to be of the north, of the south, quarters, thirds, halves; about, and in a range.
        ("2001-25", "2001-03-01", "2001-05-31"),
        ("2001-29", "2001-09-01", "2001-11-30"),
        ("2001-30", "2001-12-01", "2002-02-28"),
        ("2001-31", "2001-03-01", "2001-05-31"),
        ("2001-33", "2001-01-01", "2001-03-31"),
        ("2001-34", "2001-04-01", "2001-06-30"),
        ("2001-37", "2001-01-01", "2001-04-30"),
        ("2001-39", "2001-09-01", "2001-12-31"),
        ("2001-40", "2001-01-01", "2001-06-30"),
        ("2001-41", "2001-07-01", "2001-12-31"),
        ("1849-21~", "1849-03-01", "1849-05-31"),
        ("1915/1916-23", "1915-01-01", "1916-11-30"),
        ("[2023-21..2023-24]", "2023-03-01", "2024-02-29"),
        # Years that `date` has not: 0000 is 1 BCE, and a leap year.
        ("0000", "0000-01-01", "0000-12-31"),
        ("0000-02", "0000-02-01", "0000-02-29"),
        ("00XX", "0000-01-01", "0099-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("-0003-02", "-0003-02-01", "-0003-02-28"),
        ("-0004-02", "-0004-02-01", "-0004-02-29"),
        ("-0100-02", "-0100-02-01", "-0100-02-28"),
        ("-0400-02-XX", "-0400-02-01", "-0400-02-29"),
        ("-01XX", "-0199-01-01", "-0100-12-31"),
        ("-01XX-02-XX", "-0199-02-01", "-0100-02-28"),
        ("-0043-24", "-0043-12-01", "-0042-02-28"),
        ("[-0044..-0042]", "-0044-01-01", "-0042-12-31"),
        ("-0100?/0050~", "-0100-01-01", "0050-12-31"),
        ("-2005/-1999-02", "-2005-01-01", "-1999-02-28"),
        ("9999-24", "9999-12-01", "Y10000-02-29"),
        ("Y17000", "Y17000-01-01", "Y17000-12-31"),
        ("Y-17E7", "Y-170000000-01-01", "Y-170000000-12-31"),
        ("9999/Y12026", "9999-01-01", "Y12026-12-31"),
    ],
)
def test_bounds(text: str, earliest: str, latest: str) -> None:
    found = Edtf(text)
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)
    assert found == text


def test_days_of_any_year_are_in_one_order() -> None:
    texts = ["Y-17000", "-0044", "-0043-03-15", "0000-12-31", "0001-01-01", "2023-09-19", "9999-12-31", "Y10000"]
    days = [Edtf(text).earliest for text in texts]
    assert sorted(reversed(days)) == days and len(set(days)) == len(days)
    assert all(first < last and last > first and first != last for first, last in itertools.pairwise(days))
    assert days_between(days[3], days[4]) == 1 and days_between(days[6], days[7]) == 1
    assert all(day_numbered(day.toordinal()) == day for day in days)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "write YYYY"),
        ("September 2023", "write YYYY"),
        ("2023-9", "write YYYY"),
        ("23", "write YYYY"),
        ("2023-09-12\n", "write YYYY"),
        ("２０２３", "write YYYY"),
        ("2023-13", "neither a month"),
        ("2023-00", "neither a month"),
        ("2023-20", "neither a month"),
        ("2023-42", "neither a month"),
        ("2023-02-30", "not in the calendar"),
        ("2023-09-00", "not in the calendar"),
        ("-0000", "0000 is 1 BCE"),
        ("-00XX", "0000 is 1 BCE"),
        ("-0043-02-30", "not in the calendar"),
        ("0050/-0001", "ends before it begins"),
        ("-0042/-0044", "ends before it begins"),
        ("-44", "-0043 for 44 BCE"),
        *((text, "put a Y before it") for text in ("12026", "-12026", "[12026..12027]")),
        *((text, "alone; take it out") for text in ("Y1E2", "Y-99E1")),
        ("Y2023", "write YYYY"),
        ("Y17000-12", "write YYYY"),
        *((text, "the first and the last year") for text in ("1950S2", "Y171010000S3", "Y17E70")),
        *((text, "several dates") for text in ("[1667, 1760-12]", "{1960,1961-12}", "{1912-03..1912-05}")),
        ("2023-21-01", "a season has no days"),
        ("2023-21/2023-02", "ends before it begins"),
        ("2023-34-01", "a season has no days"),
        ("[2023..2020]", "ends before it begins"),
        ("2023-09-20/2023-09-12", "ends before it begins"),
        ("2022-12-12/..", "ongoing: true"),
        ("[2022-12..]", "ongoing: true"),
        ("2022-12/", "ongoing: true"),
        ("../2022", "no beginning"),
        ("[..2022]", "no beginning"),
        ("/2022", "no beginning"),
        ("2023-09-19T12:00Z", "time of day"),
        ("199X/2003", "earliest and latest"),
        ("2023-02-3X", "not in the calendar"),
        ("[2023-09-01~..2023-09-10]", "in brackets"),
        ("XXXX", "says no year"),
        ("XXXX-12-25", "says no year"),
        ("2023?~", "write YYYY"),
        ("[2020]", "write YYYY"),
    ],
)
def test_refused(text: str, hint: str) -> None:
    with pytest.raises(ValueError, match=hint) as caught:
        Edtf(text)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(
    ("given_when", "column"),
    [
        (when("[1990..1993]", "onset", "since the early 1990s", ongoing=True), "1990–93 →"),
        (when("2020", "span", "2020"), "2020"),
        (when("2020-11"), "Nov 2020"),
        (when("2022-12", "onset", ongoing=True), "Dec 2022 →"),
        (when("2022-12", "onset"), "Dec 2022 →"),
        (when("2023-21", "onset", ongoing=True), "spring 2023 →"),
        (when("2023-24", "onset"), "winter 2023–24 →"),
        (when("[2023-09-01..2023-09-10]"), "1–10 Sep 2023"),
        (when("2023-09-12"), "12 Sep 2023"),
        (when("[2023-09-12..2023-09-20]"), "12–20 Sep 2023"),
        (when("[2023-10-01..2023-10-10]", "deadline"), "1–10 Oct 2023"),
        (when("[2023-09-12..2023-09-20]", "onset"), "12–20 Sep 2023 →"),
        (when("[2023-09-26..2023-10-10]", "as-of"), "Sep–Oct 2023"),
        (when("[2022-12-26..2023-01-03]"), "2022–23"),
        (when("[2023-09-12..2023-09-20]~"), "c. Sep 2023"),
        (when("1999/2003", "span"), "1999–2003"),
        (when("2004/2006", "span"), "2004–2006"),
        (when("2004-06/2006-08", "span"), "2004–2006"),
        (when("1994/1998", "span"), "1994–98"),
        (when("2021-03-19/2021-04-03~", "span"), "Mar–c. Apr 2021"),
        (when("1984%/2004?", "onset"), "c. 1984?–2004? →"),
        (when("2005-01-15/2005-01", "span"), "Jan 2005"),
        (when("2023-09-XX"), "1–30 Sep 2023"),
        (when("199X"), "1990–99"),
        (when("2004-02-01/2004", "span"), "1 Feb 2004–2004"),
        (when("2022-12/2023-02", "span"), "2022–23"),
        (when("2023-09-12~", "onset"), "c. 12 Sep 2023 →"),
        (when("2020?"), "2020?"),
        (when("0987"), "0987"),
        (when("-0043-03-15", "onset"), "15 Mar 44 BCE →"),
        (when("[-0044..-0042]"), "45–43 BCE"),
        (when("-0100/0050", "onset"), "101 BCE–0050 →"),
        (when("-1199~/-1099?", "onset"), "BCE →"),
        (when("-0043-24", "onset"), "BCE →"),
        (when("Y17000/Y18000", "onset"), "17000–18000 →"),
        (when("Y-17E7"), "170000001 BCE"),
        (when("2023-24/2024-24", "span"), "2023–25"),
        (when("2001-30"), "Dec–Feb 2001–02"),
        (when("2001-34", "onset"), "Apr–Jun 2001 →"),
        (when("1849-21~", "onset"), "c. spring 1849 →"),
        (when(None), "undated"),
        (None, "undated"),
    ],
)
def test_column(given_when: When | None, column: str) -> None:
    assert column_date(given_when) == column


@pytest.mark.parametrize(
    ("given_when", "sentence"),
    [
        (
            when("[2023-09-01..2023-09-10]", "onset", "early September", year="inferred"),
            "early September — some day 1–10 Sep 2023, year inferred",
        ),
        (
            when("[2023-09-12..2023-09-20]", year="inferred"),
            "not stated — between 12 and 20 Sep 2023, year inferred",
        ),
        (when("2023-09-12", stated="12 September", year="inferred"), "12 September — 12 Sep 2023, year inferred"),
        (when("[2023-09-26..2023-10-10]", "as-of"), "not stated — between 26 Sep and 10 Oct 2023"),
        (
            when("2022-12", "onset", "since December", ongoing=True, year="inferred"),
            "since December — from Dec 2022, ongoing, year inferred",
        ),
        (
            when("2023-21", "onset", "since spring", ongoing=True, year="inferred"),
            "since spring — from spring 2023 (Mar–May), ongoing, year inferred",
        ),
        (
            when("[1990..1993]", "onset", "since the early 1990s", ongoing=True, year="stated"),
            "since the early 1990s — from some year 1990–93, ongoing",
        ),
        (when("[1990..1993]"), "not stated — between 1990 and 1993"),
        (when("[2023-09-26..2023-10-03]", stated="around then"), "around then — some day 26 Sep – 3 Oct 2023"),
        (when("[2022-12..2023-01-03]", stated="at the turn"), "at the turn — some time Dec 2022 – 3 Jan 2023"),
        (when("2020-11", stated="November 2020", year="stated"), "November 2020"),
        (when("2020-11", stated="Nov 2020"), "Nov 2020"),
        (when("2025", "deadline", "2025"), "2025"),
        (when("2023-09-26", stated="Sept. 26, 2023"), "Sept. 26, 2023 — 26 Sep 2023"),
        (when("2023-09-26~", stated="about then"), "about then — about 26 Sep 2023"),
        (when("2023?", stated="2023, it is said"), "2023, it is said — 2023, uncertain"),
        (when("2022-12-12/2023-09-19", "span", "for months"), "for months — 12 Dec 2022 – 19 Sep 2023"),
        (when("-0043-03-15", stated="the Ides of March"), "the Ides of March — 15 Mar 44 BCE"),
        (when("-0043-03", stated="March 44 BCE"), "March 44 BCE"),
        (when("-0043-03-15/-0042-11", stated="then"), "then — 15 Mar 44 – Nov 43 BCE"),
        (when("-0043-24", stated="that winter"), "that winter — winter 44–43 BCE (Dec–Feb)"),
        (when("2001-30", stated="that summer"), "that summer — southern summer 2001–02 (Dec–Feb)"),
        (when("[2023-21..2023-22]", stated="then"), "then — some time spring–summer 2023"),
        (when(None, "window", "coming days"), "“coming days” — undated"),
        (when(None), "date not stated"),
        (None, "undated"),
    ],
)
def test_sentence(given_when: When | None, sentence: str) -> None:
    assert sentence_date(given_when) == sentence


def test_the_dates_alone() -> None:
    assert span_words(when("[2023-09-26..2023-10-10]", "as-of")) == "26 Sep – 10 Oct 2023"
    assert span_words(when("2022-12~")) == "c. Dec 2022"
    assert span_words(None) == "undated"


@pytest.mark.parametrize(
    ("given_when", "marks"),
    [
        (when("2023-09-12", stated="12 September", year="inferred"), "~"),
        (when("[2023-09-12..2023-09-20]", year="inferred"), "~?"),
        (when("2023-09-12"), "?"),
        (when("[1990..1993]", stated="early 1990s"), "?"),
        (when("2020", stated="2020", year="stated"), ""),
        (when("2022-12/2023-09", "span", "for months"), ""),
        (when(None), ""),
        (None, ""),
    ],
)
def test_marks(given_when: When | None, marks: str) -> None:
    assert date_marks(given_when) == marks


def test_sort_puts_the_earlier_then_the_shorter_first_and_the_undated_last() -> None:
    order = ["[1990..1993]", "2020", "2023-09-01", "[2023-09-01..2023-09-10]", "2023-09", None]
    shuffled = [when(text) for text in (order[5], order[4], order[1], order[2], order[3], order[0])]
    assert [found.edtf for found in sorted(shuffled, key=sort_key)] == order
    assert sort_key(None) == sort_key(when(None))


@pytest.mark.parametrize(
    ("today", "days", "words"),
    [
        ("2023-10-10", 0, "today"),
        ("2023-09-28", 0, "today"),
        ("2023-10-11", 1, "1 day old"),
        ("2023-10-22", 12, "12 days old"),
        ("2024-10-08", 364, "364 days old"),
        ("2024-10-10", 366, "1 year old"),
        ("2026-11-23", 1140, "3 years old"),
        ("2023-09-25", -1, "dated 1 day ahead"),
    ],
)
def test_age(today: str, days: int, words: str) -> None:
    as_of = when("[2023-09-26..2023-10-10]", "as-of")
    assert age_days(as_of, date.fromisoformat(today)) == days
    assert age_words(days) == words


def test_an_undated_as_of_has_no_age() -> None:
    assert age_words(age_days(when(None, "as-of"), date(2023, 1, 1))) == "age not known"


@pytest.mark.parametrize(
    ("window", "today", "state", "words"),
    [
        (when("[2023-10-01..2023-10-10]", "deadline"), "2026-11-23", "passed", "passed 3 years ago"),
        (when("-0043-03-15", "deadline"), "2026-11-23", "passed", "passed 2069 years ago"),
        (when("Y12026", "deadline"), "2026-11-23", "ahead", "in 9999 to 10000 years"),
        (when("[2023-10-01..2023-10-10]", "deadline"), "2023-10-11", "passed", "passed 1 day ago"),
        (when("[2023-10-01..2023-10-10]", "deadline"), "2023-10-10", "open", "open, last day"),
        (when("[2023-10-01..2023-10-10]", "deadline"), "2023-10-01", "open", "open, at most 9 days left"),
        (when("[2023-10-01..2023-10-10]", "deadline"), "2023-09-26", "ahead", "in 5 to 14 days"),
        (when("2025", "deadline"), "2023-09-26", "ahead", "in 1 to 2 years"),
        (when("2023-10-01/2023-10-10", "window"), "2023-10-01", "open", "open, 9 days left"),
        (when("2022-12", "onset", ongoing=True), "2026-11-23", "open", "open"),
        (when(None, "window", "coming days"), "2023-09-26", None, "no date"),
        (None, "2023-09-26", None, ""),
    ],
)
def test_window(window: When | None, today: str, state: str | None, words: str) -> None:
    assert window_state(window, date.fromisoformat(today)) == state
    assert window_words(window, date.fromisoformat(today)) == words


days = st.dates()
points = st.one_of(
    days.map(lambda day: f"{day.year:04}"),
    days.map(lambda day: f"{day.year:04}-{day.month:02}"),
    days.map(date.isoformat),
    st.builds(lambda year, month: f"{edtf_year(year)}-{month:02}", st.integers(-9999, 0), st.integers(1, 12)),
    st.integers(-(10**6), 10**6).map(edtf_year),
    st.builds(lambda year, season: f"{edtf_year(year)}-{season}", st.integers(-9999, 9999), st.integers(21, 41)),
)
seasons = st.builds(lambda year, season: f"{year:04}-{season}", st.integers(1, 9998), st.integers(21, 24))
ordered = st.tuples(points, points).map(lambda pair: sorted(pair, key=lambda point: Edtf(point).earliest))
ranges = st.one_of(ordered.map(lambda pair: "[{}..{}]".format(*pair)), ordered.map("/".join))
valid = st.one_of(seasons, st.builds(str.__add__, st.one_of(points, ranges), st.sampled_from(["", "?", "~"])))
roles = st.sampled_from(["point", "onset", "span", "deadline", "window", "as-of"])
whens = st.builds(
    When,
    edtf=st.none() | valid.map(Edtf),
    role=roles,
    as_stated=st.sampled_from(["not stated", "2020", "early September"]),
    ongoing=st.booleans(),
    year=st.sampled_from([None, "stated", "inferred"]),
)


@given(valid)
def test_whatever_is_valid_round_trips_and_has_ordered_bounds(text: str) -> None:
    found = Edtf(text)
    assert str(found) == text and Edtf(str(found)) == found
    assert found.earliest <= found.latest


@given(st.text() | st.text("0123456789-[]./?~", max_size=24))
def test_garbage_raises_only_value_errors(text: str) -> None:
    try:
        Edtf(text)
    except ValueError as error:
        assert str(error)


@given(whens)
def test_every_date_has_words_and_fits_its_column(given_when: When) -> None:
    assert 0 < len(column_date(given_when)) <= COLUMN_WIDTH
    assert sentence_date(given_when).lstrip("“").startswith(("date not stated", given_when.as_stated))


@given(whens)
def test_a_column_names_no_day_outside_the_range(given_when: When) -> None:
    """Every year and month that a column names lies in the range: a coarser date is still a true one."""
    if given_when.edtf is None:
        return
    low, high = given_when.edtf.earliest, given_when.edtf.latest
    named = {name for name in calendar.month_abbr if name and name in column_date(given_when)}
    step, covered = low, set[str]()
    while step <= high and len(covered) < 12:
        covered.add(calendar.month_abbr[step.month])
        if days_between(step, high) < 28:
            break
        step = day_numbered(step.toordinal() + 28)
    covered.add(calendar.month_abbr[high.month])
    assert named <= covered


@given(whens, st.dates())
def test_a_window_is_in_one_state_only(window: When, today: date) -> None:
    state = window_state(window, today)
    assert (state is None) == (window.edtf is None)
    assert (window_words(window, today) == "no date") == (state is None)
