"""A dossier that rests on the shelf answers everything as one in memory does; a shelf that is not whole is ignored."""

import gc
import os
import shutil
import sys
from pathlib import Path

import pytest
from msgspec import Struct

from bench.make_dossier import make
from caucasus_tui.dossier.keeping import cache
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.latin import in_latin
from caucasus_tui.dossier.keeping.shelf.shelved_dossier import shelf_of
from caucasus_tui.dossier.keeping.shelf.tables import Shelf
from caucasus_tui.dossier.keeping.shelf.writing import write
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Actor, Place
from caucasus_tui.dossier.search import SearchIndex
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at

MADE_UP = "made up"
QUERIES = (
    *("c", "co", "corridor", "a", "border talks", "when did the offensive start?", "who can stop baku", "Xankəndi"),
    *("Ханкенди", "peacekeprs", "qqqqq", "actor:azerbaijan", "actor:iran corridor", "kind:forecast", "after:2023-09"),
    *("before:2000", "pane:terms russia", "place:lachin", "p8", "p8.2", "t13", "ecfr-2023:p8.2", "the", "foo:bar"),
    *("agreement corridor border talks summit", "actor-3", "source-1:p3.2", "actor:actor-3 border", ""),
)


@pytest.fixture(scope="module", params=["bundled", MADE_UP])
def pair(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, Dossier]:
    """The same dossier in memory and on the shelf."""
    root = bundled()
    if request.param == MADE_UP:
        root = tmp_path_factory.mktemp("made-up") / "dossier"
        make(root, 600)
    store = Store(str(tmp_path_factory.mktemp("cache")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "LARGE", 1)
        open_cached(root, store=store)
    return load(root).dossier, open_cached(root, store=store)


def test_nothing_of_what_was_read_stays_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # While a dossier is read nobody looks for garbage, so what goes round in a circle would stay.
    make(tmp_path / "dossier", 100)
    monkeypatch.setattr(cache, "LARGE", 1)
    gc.collect()
    gc.disable()
    try:
        shelved = open_cached(tmp_path / "dossier", store=Store(str(tmp_path / "cache")))
        gc.set_debug(gc.DEBUG_SAVEALL)
        gc.collect()
        left = {type(thing).__name__ for thing in gc.garbage if isinstance(thing, Struct)}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
        gc.enable()
    assert shelf_of(shelved)
    assert not left


def test_it_is_on_the_shelf(pair: tuple[Dossier, Dossier]) -> None:
    memory, shelved = pair
    assert shelf_of(memory) is None
    assert shelf_of(shelved) is not None


def test_every_walk_leads_to_the_same(pair: tuple[Dossier, Dossier]) -> None:
    memory, shelved = pair
    assert tuple(shelved.sources) == tuple(memory.sources)
    assert len(shelved.sources) == len(memory.sources)
    assert tuple(shelved.sources[:1]) == tuple(memory.sources[:1])
    assert shelved.records() == memory.records()
    assert shelved.statements() == memory.statements()
    for source in memory.sources:
        assert shelved.source(source.id) == source
        for paragraph in source.paragraphs:
            address = f"{source.id}:{paragraph.id}"
            assert shelved.paragraph(address) == memory.paragraph(address) == paragraph
    for cite, statement in memory.statements():
        assert shelved.statement(cite) == statement
        assert shelved.cited_by(cite) == memory.cited_by(cite)
    for record, other in zip(memory.records(), shelved.records(), strict=True):
        assert shelved.linked_from(record.ref) == memory.linked_from(record.ref)
        assert shelved.lead(other) == memory.lead(record)
        assert shelved.tensions_of(other) == memory.tensions_of(record)
    named: tuple[Actor | Place, ...] = (*memory.actors, *memory.places)
    for item in named:
        assert shelved.mentions_of(item) == memory.mentions_of(item)
        assert shelved.said_by(item.ref) == memory.said_by(item.ref)


@pytest.mark.parametrize("address", ["nowhere", "a:b.c", "source:x", "x:p1", "ecfr-2023:p8.99", ""])
def test_what_is_not_there_is_not_there(pair: tuple[Dossier, Dossier], address: str) -> None:
    _, shelved = pair
    assert shelved.statement(address) is None
    assert shelved.paragraph(address) is None
    assert shelved.record(address) is None
    assert shelved.cited_by(address) == shelved.linked_from(address) == ()
    assert shelved.source(address) is None


@pytest.mark.parametrize("query", QUERIES)
def test_every_search_finds_the_same(pair: tuple[Dossier, Dossier], query: str) -> None:
    memory, shelved = pair
    assert SearchIndex(shelved).find(query) == SearchIndex(memory).find(query)


@pytest.mark.parametrize("name", PANES)
def test_every_pane_shows_the_same(pair: tuple[Dossier, Dossier], lens: Lens, name: str) -> None:
    memory, shelved = pair
    assert plain(page_at(shelved, f"pane:{name}", lens).rows) == plain(page_at(memory, f"pane:{name}", lens).rows)


def test_pages_show_the_same_in_latin_letters(pair: tuple[Dossier, Dossier], lens: Lens) -> None:
    memory, shelved = map(in_latin, pair)
    addresses = [f"{source.id}:{part.id}" for source in memory.sources for part in source.paragraphs]
    for address in (*addresses, *(record.ref for record in memory.records()[:100])):
        shown = plain(page_at(shelved, address, lens).rows)
        assert shown == plain(page_at(memory, address, lens).rows)


class Kept:
    """A dossier on the shelf, and its two files."""

    def __init__(self, folder: Path) -> None:
        self.root = Path(__file__).parent / "tiny"
        self.store = Store(str(folder))
        self.first = self.open()
        (self.shelf,) = folder.glob("shelf-*")
        (self.head,) = folder.glob("dossier-*")

    def open(self) -> Dossier:
        return open_cached(self.root, store=self.store)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    monkeypatch.setattr(cache, "LARGE", 1)
    return Kept(tmp_path / "cache")


def test_where_the_folder_is_gone_writing_and_opening_say_so_and_no_more(
    tiny: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", said.append)
    with pytest.raises(OSError, match="unable to open"):
        write(str(tmp_path / "gone" / "shelf"), tiny, lambda share: None)
    with pytest.raises(OSError, match="unable to open"):
        Shelf(str(tmp_path / "gone" / "shelf"))
    gc.collect()
    assert not said


def test_a_shelf_that_was_cut_off_is_written_anew(kept: Kept, tiny: Dossier) -> None:
    size = kept.shelf.stat().st_size
    os.truncate(kept.shelf, size // 2)
    assert kept.open().statements() == tiny.statements()
    assert kept.shelf.stat().st_size == size


def test_a_shelf_with_other_content_is_written_anew(kept: Kept, tiny: Dossier) -> None:
    content = kept.shelf.read_bytes()
    times = kept.shelf.stat()
    kept.shelf.write_bytes(content[::-1])
    os.utime(kept.shelf, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert kept.open().statements() == tiny.statements()
    assert kept.shelf.read_bytes()[:16] == content[:16]


def test_a_sound_shelf_of_another_dossier_in_its_place_is_not_taken(kept: Kept, tiny: Dossier, tmp_path: Path) -> None:
    root = tmp_path / "other"
    shutil.copytree(kept.root, root)
    said = tiny.statements()[0][1].text
    for path in root.glob("seeds/*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace(said, said.swapcase()), encoding="utf-8")
    open_cached(root, store=Store(str(tmp_path / "others")))
    (other,) = (tmp_path / "others").glob("shelf-*")
    shutil.copyfile(other, kept.shelf)
    assert kept.open().statements() == tiny.statements()


def test_a_shelf_that_is_gone_is_written_anew(kept: Kept, tiny: Dossier) -> None:
    kept.shelf.unlink()
    assert kept.open().statements() == tiny.statements()
    assert kept.shelf.exists()


def test_a_head_without_its_shelf_is_no_dossier(kept: Kept) -> None:
    kept.shelf.unlink()
    key = kept.head.name.partition("-")[2]
    assert cache.recall(kept.store, key) is None


def test_ctrl_c_leaves_no_half_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGE", 1)

    def interrupted(stage: str, share: float) -> None:
        if stage == "keeping" and share > 0.4:
            raise KeyboardInterrupt

    folder = tmp_path / "cache"
    with pytest.raises(KeyboardInterrupt):
        open_cached(Path(__file__).parent / "tiny", store=Store(str(folder)), progress=interrupted)
    assert not [path for path in folder.iterdir() if not path.name.startswith("known-")]


def test_a_python_without_sqlite_keeps_all_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tiny: Dossier
) -> None:
    monkeypatch.setattr(cache, "LARGE", 1)
    for name in ("sqlite3", "caucasus_tui.dossier.keeping.shelf.writing", "caucasus_tui.dossier.keeping.shelf.tables"):
        monkeypatch.setitem(sys.modules, name, None)
    store = Store(str(tmp_path))
    for _ in range(2):
        found = open_cached(Path(__file__).parent / "tiny", store=store)
        assert found == tiny
        assert shelf_of(found) is None
    assert {name.partition("-")[0] for name in os.listdir(tmp_path)} - {"known"} == {"dossier"}
