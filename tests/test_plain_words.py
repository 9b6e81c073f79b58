"""A command with words alone is read without a parser, as a parser would read it; msgspec is loaded without what only
schemas need."""

import subprocess
import sys

import pytest

from caucasus_tui import cli
from caucasus_tui.commands.plain_words import WORDED

WORDS = [
    *(["ask"], ["ask", "b"], ["ask", ""], ["ask", "who", "can"], ["show", "p8.2"], ["show", "later one"], ["brief"]),
    *(["search", "lachin"], ["search", "lachin", "kind:forecast", "a b"], ["search", "−corridor"]),
]
FOR_A_PARSER = [
    *(["show"], ["show", "p8.2", "p8.3"], ["brief", "iran"], ["search"]),
    *(["search", "lachin", "-corridor"], ["search", "lachin", "--json"], ["ask", "--", "b"], ["show", "-h"]),
]
SCHEMAS = """
import sys
from caucasus_tui import lean_msgspec
spared = ("uuid", "decimal", "typing_extensions", "msgspec.inspect", "msgspec._json_schema")
print([name for name in spared if name in sys.modules])
import msgspec, msgspec.inspect, decimal, uuid
from caucasus_tui.dossier.loading.json_schema import schema_of
print(schema_of("events") and type(msgspec.inspect.type_info(decimal.Decimal)).__name__, uuid.uuid4().version)
"""


def test_each_command_that_is_read_so_is_tried_here() -> None:
    assert {given[0] for given in WORDS} == {given[0] for given in FOR_A_PARSER} == set(WORDED)


@pytest.mark.parametrize("given", WORDS, ids=" ".join)
def test_words_alone_are_what_a_parser_makes_of_them(given: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked = vars(cli.parser([given[0]]).parse_args(given))
    monkeypatch.setattr(cli, "parser", None)
    assert vars(cli.parsed(given)) == asked


@pytest.mark.parametrize("given", FOR_A_PARSER, ids=" ".join)
def test_all_else_is_left_to_a_parser(given: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "parser", lambda wanted: pytest.fail("asked", pytrace=False))
    assert given[0] in WORDED
    with pytest.raises(pytest.fail.Exception, match="asked"):
        cli.parsed(given)


def test_msgspec_loads_what_only_schemas_need_once_they_are_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", SCHEMAS], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n") == ["[]", "DecimalType 4", ""]
