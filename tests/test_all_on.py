"""The screen at 80×24 with all on that a header can have: marking, age, later layer, type, what is held. Nothing of it
is cut, and nothing else gives way but blanks."""

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.heading import title_rows
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import plain
from tests.conftest import TODAY
from tests.golden import Golden, read
from tests.screen import SMALL, reading

MARKING = "TLP:AMBER+STRICT · Ministry desk only, not for the press"
LATER = frozenset({"later"})


def marked(dossier: Dossier) -> Dossier:
    return replace(dossier, about=replace(dossier.about, marking=MARKING))


def screen(*keys: str) -> str:
    """What is on the screen of the marked tiny dossier, with its later layer on, after these keys."""

    async def pressed() -> str:
        dossier = load(Path(__file__).parent / "tiny").dossier
        async with reading(marked(dossier), SMALL) as reader:
            return await reader.press("L", *keys)

    return asyncio.run(pressed()) + "\n"


GOLDEN: Golden = {
    "screens/all-on-actor.txt": lambda: screen("f", "w"),
    "screens/all-on-source.txt": lambda: screen("f", "s"),
    "screens/all-on-card.txt": lambda: screen("8", "enter"),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_the_screen_is_as_it_was_and_nothing_on_it_is_cut(name: str) -> None:
    found = GOLDEN[name]()
    assert found == read(name)
    assert "…" not in found and len(found.splitlines()) <= 24
    assert MARKING in found and "ahead" in found and "» Since then" in found and "? keys" in found


@pytest.mark.parametrize("width", [60, 80, 100, 120])
@pytest.mark.parametrize("facet", [None, "recommendation"])
def test_whatever_is_on_stands_whole_in_the_header(real: Dossier, width: int, facet: str | None) -> None:
    actors = (actor.ref for actor in real.actors)
    for held in ("", *actors, *(f"source:{source.id}" for source in real.sources)):
        lens = Lens(width=width, today=TODAY, layers=LATER, held=held, facet=facet)  # type: ignore[arg-type]
        rows = title_rows(marked(real), lens)
        said = " ".join(plain(rows).split())
        named = real.record(held)
        source = real.source(held.partition(":")[2])
        assert all(row.width <= width for row in rows)
        assert not [row.text for row in rows if "…" in row.text and (width > 60 or "26 Sep" not in row.text)]
        assert MARKING in said and "3 years old" in said and "at least" in said
        assert (named.title if named else source.title if source else "") in said
        assert facet is None or "only recommendation" in said
