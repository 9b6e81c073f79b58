"""Folding: one spelling for every script, and a way back to the characters it came from."""

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from caucasus_tui.dossier.text.fold import fold, fold_word, letters_of, may_hold, original_length, pieces, tokens, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Xankəndi", "xankendi"),
        ("Ханкенди", "khankendi"),
        ("Ստեփանակերտ", "stepanakert"),
        ("Նախիջևան", "nakhijevan"),
        ("Naxçıvan", "naxcivan"),
        ("Nax" + "c\u0327" + "ıvan", "naxcivan"),
        ("İlham ƏLİYEV", "ilham eliyev"),
        ("Step'anakert’s", "stepanakerts"),
        ("Nagorno-Karabakh (the region)…", "nagorno karabakh the region"),
        ("ecfr-2023:p8.2", "ecfr 2023 p8 2"),
        ("1990–93", "1990 93"),
        ("snake_case", "snake case"),
        ("U.S. and U.S.A", "us and usa"),
        ("120,000 of 1,5", "120000 of 1 5"),
        ("خامنه\u200cای", "khmnhy"),
        ("खुशी", "khusi"),
        ("Straße", "strasse"),
        ("", ""),
        ("— … 🙂", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert " ".join(words(text)) == folded


@given(st.text())
def test_folding_is_ascii_words_and_folding_twice_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert folded.isascii() and folded == folded.lower()
    assert all(word.isalnum() for word in folded.split())
    assert fold(folded) == folded


@given(st.text())
def test_letters_are_transliterated_one_by_one_as_a_text_is_as_a_whole(text: str) -> None:
    letters = letters_of([text])
    assert "".join(letters.get(letter, letter) for letter in text) == anyascii(text)


@given(st.text())
def test_every_token_stands_where_it_says(text: str) -> None:
    end_before = 0
    for word, start, end in tokens(text):
        assert end_before <= start < end <= len(text)
        assert fold(text[start:end]) == word
        end_before = end


@given(st.text(alphabet="aZz09_'`.,-/ \t\u0301\u00a0\u2019\u0259\U0001f642") | st.text())
def test_a_text_is_folded_in_parts_as_it_is_whole(text: str) -> None:
    folded = tuple(filter(None, map(fold_word, pieces(text))))
    assert words(text) == folded == tuple(word for word, _, _ in tokens(text))
    assert all(may_hold(text, (word,)) for word in folded)


@pytest.mark.parametrize(
    ("text", "length", "part"),
    [
        ("Шуша", 2, "Ш"),
        ("Шуша", 1, "Ш"),
        ("Шуша", 3, "Шу"),
        ("Step'anakert", 4, "Step"),
        ("Step'anakert", 5, "Step'a"),
        ("c\u0327a", 1, "c\u0327"),
        ("Xankəndi", 5, "Xankə"),
        ("abc", 9, "abc"),
    ],
)
def test_folded_letters_lead_back_to_whole_characters(text: str, length: int, part: str) -> None:
    assert text[: original_length(text, length)] == part


@given(st.text(alphabet="aZz09_'`.,-/ \t()\n:B") | st.text())
def test_plain_text_is_folded_as_its_words_one_by_one(text: str) -> None:
    assert words(text) == tuple(filter(None, map(fold_word, pieces(text))))
