"""Selectors: what they find, in which order."""

from typing import Any

import pytest
from msgspec import convert

from caucasus_tui.dossier.ask.selectors import matching, select, values
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Selector

FOUND: dict[str, tuple[dict[str, Any], list[str]]] = {
    "a kind": ({"every": "track"}, ["track:council-track", "track:mill-track"]),
    "a word": ({"every": "lever", "where": {"status": ["latent"]}}, ["lever:council-fund"]),
    "one of several words, in the order of the file": (
        {"every": "lever", "where": {"status": ["denied", "exercised"]}},
        ["lever:lower-closure", "lever:miller-grain"],
    ),
    "sorted as the words are listed": (
        {"every": "lever", "where": {"status": ["denied", "latent", "exercised"]}, "order": "status"},
        ["lever:miller-grain", "lever:council-fund", "lever:lower-closure"],
    ),
    "a link among several": ({"every": "lever", "where": {"holders": ["upper-mill"]}}, ["lever:miller-grain"]),
    "every key must hold": ({"every": "lever", "where": {"holders": ["upper-mill"], "status": ["latent"]}}, []),
    "either field": (
        {"every": "actor", "where": {"belongs_to or id": ["upper-mill"]}},
        ["actor:upper-mill", "actor:miller"],
    ),
    "a field inside a field": ({"every": "term", "where": {"contention.level": ["stated"]}}, ["term:toll"]),
    "inside a tuple": ({"every": "event", "where": {"actors.actor": ["miller"]}}, ["event:grain-offer"]),
    "two keys of one part": (
        {"every": "event", "where": {"actors.actor": ["lower-mill"], "actors.role": ["closes it"]}},
        ["event:bridge-closed"],
    ),
    "two keys of two parts are not one": (
        {"every": "event", "where": {"actors.actor": ["upper-mill"], "actors.role": ["closes it"]}},
        [],
    ),
    "an empty field": ({"every": "lever", "where": {"window": []}}, ["lever:lower-closure", "lever:miller-grain"]),
    "yes and no": ({"every": "event", "where": {"when.ongoing": ["true"]}}, ["event:bridge-closed"]),
    "inside a record": ({"every": "term", "of": "agreement:grain-deal"}, []),
    "inside another": (
        {"every": "term", "of": "agreement:bridge-agreement", "order": "status"},
        ["term:mend-arches", "term:toll"],
    ),
    "by date, the undated last": (
        {"every": "event", "order": "when"},
        ["event:flood", "event:bridge-closed", "event:talks", "event:grain-offer"],
    ),
    "by number": ({"every": "step", "order": "order"}, ["step:grain", "step:arches-first"]),
    "a statement by its hedge": ({"every": "statement", "where": {"hedge.code": ["likely"]}}, ["valley-letter:p1.4"]),
    "named, in that order": (
        {"refs": ["lever:miller-grain", "actor:miller"], "statements": ["valley-letter:p1.4"]},
        ["lever:miller-grain", "actor:miller", "valley-letter:p1.4"],
    ),
    "each once": (
        {"every": "track", "where": {"lead": ["miller"]}, "refs": ["track:mill-track", "track:council-track"]},
        ["track:mill-track", "track:council-track"],
    ),
    "nothing that is not there": ({"refs": ["lever:lost"], "statements": ["valley-letter:p9.9"]}, []),
}


@pytest.mark.parametrize("case", FOUND)
def test_selector_finds(case: str, tiny: Dossier) -> None:
    asked, found = FOUND[case]
    selector = convert(asked, Selector, dec_hook=lambda form, text: form(text))
    assert [address for address, _ in select(tiny, selector)] == found


def test_no_condition_holds_of_everything(tiny: Dossier) -> None:
    assert all(matching({})(record) for record in tiny.records())


def test_values_at_a_path_that_is_not_there(tiny: Dossier) -> None:
    assert list(values(tiny.levers[0], "window.edtf")) == []
    assert list(values(tiny.levers[0], "nonsense.deeper")) == []
