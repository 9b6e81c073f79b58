"""Every kind of page as it is printed, of the tiny dossier: nothing here changes when real content does."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.loading.outline_file import OutlineFile
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at
from tests.golden import Golden, read
from tests.pages import LENS

WIDE = 116
ADDRESSES = (
    *("actor:lower-mill", "actor:upper-mill", "place:stone-bridge", "event:bridge-closed", "lever:council-fund"),
    *("agreement:bridge-agreement", "term:toll", "track:council-track", "step:grain", "condition:weak-arches"),
    *("scenario:closed-winter", "recommendation:pay-for-mending", "name-rule:bridge-name", "tension:t1"),
    "point:council-pays",
    *("gap:who-closed", "code:statement-type-fact", "valley-letter:p1.3", "valley-letter:p1", "source:valley-letter"),
    *("compare:actor:lower-mill=actor:upper-mill", "compare:tension:t1"),
    *("cell:lower-mill/upper-mill", "behind:lever:council-fund", "behind:ask:c", "ask:", "nowhere"),
)
"""A record of each kind, and what else has an address."""
PICKED = {
    "leverage-toward": ("leverage", "target:upper-mill"),
    "names-map": ("names", "section:m"),
    "sources-gaps": ("sources", "section:u"),
    "why-back": ("why", "back"),
    "why-around": ("why", "around:weak-arches"),
    "why-without": ("why", "without:spring-flood"),
}
"""Panes narrowed by their own letters."""


@cache
def _dossier() -> Dossier:
    return load(Path(__file__).parent / "tiny").dossier


def printed(address: str, **lens: object) -> str:
    """A page at width 78 unless told otherwise; its title and note first."""
    page = page_at(_dossier(), address, replace(LENS, **lens))
    return f"{page.title} | {page.note}\n{plain(page.rows)}"


def _map(width: int, height: int) -> str:
    outline = OutlineFile(Path(__file__).parent / "tiny")
    return printed("pane:names", pick="section:m", width=width, picture=height, outline=outline)


def _file(address: str) -> str:
    return address.strip(":").replace(":", "-").replace("/", "-")


def _answers() -> dict[str, Callable[[], str]]:
    return {f"ask/{question.key}.txt": partial(printed, f"ask:{question.key}") for question in _dossier().questions}


GOLDEN: Golden = {
    **{f"pages/{name}.txt": partial(printed, f"pane:{name}") for name in PANES},
    **{f"pages/{name}-zoomed.txt": partial(printed, f"pane:{name}", zoomed=True, width=WIDE) for name in PANES},
    **{f"pages/{file}.txt": partial(printed, f"pane:{name}", pick=pick) for file, (name, pick) in PICKED.items()},
    **{
        f"pages/{address.strip(':').replace(':', '-').replace('/', '-')}.txt": partial(printed, address)
        for address in ADDRESSES
    },
    "pages/names-card.txt": partial(printed, "pane:names", pick="section:S", zoomed=True, height=20),
    **_answers(),
    **{
        f"pages/names-map-{width}x{height}.txt": partial(_map, width, height) for width, height in ((78, 20), (116, 30))
    },
}


@pytest.mark.parametrize("name", GOLDEN)
def test_it_prints_as_it_did(name: str) -> None:
    assert GOLDEN[name]() == read(name)


def test_a_record_of_every_kind_is_among_them() -> None:
    shown = {address.partition(":")[0] for address in ADDRESSES}
    assert {record.kind for record in _dossier().records()} - {"question"} <= shown
