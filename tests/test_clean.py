"""The door for outside text: what comes through is visible, and cannot command a terminal."""

import re
import sys
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from caucasus_tui.dossier.text.clean import (
    _DROPPED,
    _JOINERS,
    _SPACES,
    LENGTH_LIMIT,
    UNSEEN,
    clean,
    drawable,
    on_one_line,
)

_ANY_TEXT = st.text(st.characters(), max_size=200)  # surrogates included


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("plain", "plain"),
        ("  trimmed\t", "trimmed"),
        ("a\tb", "a b"),
        ("a\nb", "a b"),
        ("a\r\nb", "a b"),
        ("a\u2028b\u2029c", "a b c"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]52;c;aGk=\x07copy", "]52;c;aGk=copy"),
        ("nul\x00 so\x0e del\x7f", "nul so del"),
        ("c1\x9b31m", "c131m"),
        ("bidi\u202etxet\u2066\u200f\u061c", "biditxet"),
        ("zero\u200bwidth\u200d\ufeff\u2060\u00ad", "zerowidth"),
        ("emoji\ufe0f", "emoji"),
        ("a\u2800blank of braille\u2800", "a blank of braille"),
        ("\u2800", ""),
        ("خامنه\u200cای", "خامنه\u200cای"),
        ("نامه\u200c\u200cای و\u200c \u200cبه", "نامه\u200cای و به"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("ന\u0d4d\u200d", "ന\u0d4d\u200d"),
        ("pay\u200cpal\u200d", "paypal"),
        ("👩\u200d👩\u200d👧 ⚖\ufe0f 1\ufe0f\u20e3 ◆\ufe0e", "👩\u200d👩\u200d👧 ⚖\ufe0f 1\ufe0f\u20e3 ◆\ufe0e"),
        ("🏴\u200d☠\ufe0f 👍🏽", "🏴\u200d☠\ufe0f 👍🏽"),
        ("👩\u200d\u200d\ufe0f👩 👍\u200d x\ufe0fy", "👩\ufe0f👩 👍 xy"),
        ("葛\U000e0100\U000e0101飾", "葛\U000e0100飾"),
        ("e\u200c\u0301", "é"),
        ("tag\U000e0041\U000e007f", "tag"),
        ("half\ud800", "half"),
        ("Stra\udcdfe.md", "Stra\ufffde.md"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("Xankəndi · Ստեփանակերտ · Ханкенди", "Xankəndi · Ստեփանակերտ · Ханкенди"),
        ("[s04] [/] [@click=app.quit]x[/]", "[s04] [/] [@click=app.quit]x[/]"),
        ("x" * (LENGTH_LIMIT + 1), "x" * LENGTH_LIMIT),
    ],
)
def test_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_line_feeds_are_kept_where_asked_for() -> None:
    assert clean("one\r\ntwo\rthree\u2028four\n", lines=True) == "one\ntwo\nthree\nfour"


@settings(deadline=None)
@given(_ANY_TEXT, st.booleans())
def test_what_comes_through(text: str, lines: bool) -> None:
    cleaned = clean(text, lines=lines)
    categories = {unicodedata.category(character) for character in cleaned if character != "\n"}
    assert not categories & {"Cc", "Cs", "Zl", "Zp"}
    assert lines or "\n" not in cleaned
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    cleaned.encode()


@settings(deadline=None)
@given(_ANY_TEXT, st.booleans())
def test_cleaning_twice_changes_nothing(text: str, lines: bool) -> None:
    cleaned = clean(text, lines=lines)
    assert clean(cleaned, lines=lines) == cleaned


@settings(deadline=None)
@example("\u0301\ufe0f\u094d\u200c")
@given(st.text("aeKآن\u094dक\u0301\u212a👩♂\u200c\u200d\ufe0f\U000e0100 1", max_size=12))
def test_joiners_are_cleaned_once_and_for_all(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert not set(drawable(clean(text))) & set("\u200c\u200d\ufe0f\U000e0100")


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [
        ("Lachin\ncorridor", "Lachin corridor"),
        ("\n  Lachin corridor  \r\n", "Lachin corridor"),
        ("Nagorno-\nKarabakh", "Nagorno-Karabakh"),
        ("Nagorno- \r\n  Karabakh", "Nagorno-Karabakh"),
        ("Nagorno-\u2028Karabakh", "Nagorno-Karabakh"),
        ("Nagorno\u2010\nKarabakh", "Nagorno\u2010Karabakh"),
        ("cor\u00ad\n  ridor", "corridor"),
        ("a\u2029b\x85c\x0bd", "a b c d"),
        ("a\t\tb\tc", "a b c"),
        ("one -\ntwo", "one - two"),
        ("\x1b[31mred\u202e", "red"),
        ("\x1b]8;;https://ecfr.eu\x1b\\Lach\x1b[0;1min\x1b[m\x1b]0;title\x07", "Lachin"),
        ("Lachin\x1b[200~ corridor", "Lachin corridor"),
        ("Lachin \x1b]0;a title\ncorridor", "Lachin ]0;a title corridor"),
        ("\n\n", ""),
    ],
)
def test_what_is_pasted_is_as_if_typed(pasted: str, typed: str) -> None:
    assert on_one_line(pasted) == typed


@pytest.mark.parametrize(
    ("after", "pasted", "typed"),
    [
        *(("to", " whom", " whom"), ("to ", "\nwhom", "whom"), ("", " to", "to")),
        *(("Nagorno-", "\n Karabakh", "Karabakh"), ("Nagorno\u2010", " \r\nKarabakh", "Karabakh")),
        *(("Nagorno-", " Karabakh", " Karabakh"), ("one -", "\ntwo", " two"), ("Nagorno-", "\n- a", " - a")),
        ("cor", "\u00ad\n  ridor", "ridor"),
    ],
)
def test_a_paste_begins_apart_from_what_stands_before_it(after: str, pasted: str, typed: str) -> None:
    assert on_one_line(pasted, after) == typed


def test_nothing_that_is_dropped_joins_or_parts_passes_for_printable() -> None:
    unseen = f"{_DROPPED[:-1]}{_JOINERS[1:-2]}{_SPACES[1:]}"
    printable = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert re.findall(unseen, printable) == re.findall(UNSEEN, printable)
