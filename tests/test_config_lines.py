"""The line of a key in the configuration: the right one, or none."""

import string
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caucasus_tui.config.lines import line_of


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a = 1\n\n[t]\nb.c = 2", "t.b.c", 4),
        ('[t]\n"b.c" = 2', "t.b.c", 2),
        ("t = {b = 2}", "t.b", 1),
        ("# t.b = 1\n[t.b]\nc = 1", "t.b.c", 3),
        ("x = '''\na = 1\n'''\na = 2", "a", None),
        ("a = 1", "b", None),
    ],
)
def test_the_line_of_a_key_is_found_or_left_out(text: str, key: str, line: int | None) -> None:
    assert line_of(text, key) == line


_NAMES = st.text(string.ascii_lowercase + "-_0123456789", min_size=1, max_size=4)


@given(
    st.dictionaries(_NAMES, st.text(max_size=12).map(lambda text: text.replace("'", "")), max_size=5),
    st.lists(st.sampled_from(["", "# a = 1", "   "]), max_size=4),
)
def test_a_line_that_is_named_is_the_right_one(values: dict[str, str], blank: list[str]) -> None:
    lines = [*blank, *(f"{name} = {_quoted(value)}" for name, value in values.items())]
    text = "\n".join(lines)
    assert tomllib.loads(text) == values
    for number, name in enumerate(values, len(blank) + 1):
        assert line_of(text, name) in (number, None)


def _quoted(value: str) -> str:
    return '"' + "".join(char if char.isascii() and char.isalnum() else f"\\U{ord(char):08X}" for char in value) + '"'
