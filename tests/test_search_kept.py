"""The index kept beside a small dossier: the same answers as one made anew, without making it, and never another's."""

import subprocess
import sys
from collections.abc import Callable
from math import log
from pathlib import Path
from random import Random
from shutil import copytree

import pytest

from caucasus_tui.dossier.keeping import cache
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.search import SearchIndex, index_tables
from caucasus_tui.dossier.search import entries as makers
from caucasus_tui.dossier.search.engine import Match
from caucasus_tui.dossier.search.entries import EntryMaker, entries
from caucasus_tui.dossier.search.entry import Entry
from caucasus_tui.dossier.search.later_index import LaterIndex
from caucasus_tui.dossier.search.packed import PackedCatalogue, pack, unpack
from caucasus_tui.dossier.search.postings import WordTable
from caucasus_tui.dossier.search.rank import foremost, holding_all

QUERIES = ("c", "ca", "bridge", "who closed the bridge?", "closure", "actor:upper-mill", "source:valley", "kind:fact",
    "t1", '"needless wall"', "mill -bridge", "brigde", "after:1900", "Obermühle", "zzz", "the", "unknowns")  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(Path(__file__).parent / "tiny", tmp_path / "tiny")


@pytest.fixture
def opened(folder: Path, tmp_path: Path) -> Callable[[], Dossier]:
    store = Store(str(tmp_path / "cache"))
    open_cached(folder, store=store)
    return lambda: open_cached(folder, store=store)


def kept(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "cache").glob("search-*"))


def is_kept(found: SearchIndex) -> bool:
    return isinstance(found._catalogue, PackedCatalogue)


def test_a_kept_index_finds_the_same(opened: Callable[[], Dossier], folder: Path) -> None:
    anew = SearchIndex(load(folder).dossier)
    first, second = SearchIndex(opened()), SearchIndex(opened())
    assert not is_kept(first) and is_kept(second)
    for query in QUERIES:
        assert anew.find(query) == first.find(query) == second.find(query), query


def test_with_a_kept_index_only_what_is_shown_is_looked_at(
    opened: Callable[[], Dossier], monkeypatch: pytest.MonkeyPatch
) -> None:
    SearchIndex(opened())
    made: list[str] = []
    unpacked = PackedCatalogue._entry

    def noting(self: PackedCatalogue, number: int) -> Entry:
        found = unpacked(self, number)
        made.append(found.ref)
        return found

    monkeypatch.setattr(makers, "entries", None)  # to make all of them would raise
    monkeypatch.setattr(EntryMaker, "at", None)  # so would one
    monkeypatch.setattr(PackedCatalogue, "_entry", noting)
    found = SearchIndex(opened())
    assert made == []
    results = found.find("the", limit=3)
    assert results.total > 3 and made == [hit.ref for hit in results.hits]


def test_a_kept_entry_is_as_it_was_made(opened: Callable[[], Dossier]) -> None:
    dossier = opened().whole
    made = tuple(entries(dossier))
    kept = PackedCatalogue(unpack(pack(made, WordTable(dossier.relations.descriptors, made), {})))
    for number, entry in enumerate(made):
        again = kept.entry(number)
        for field in {*Entry.__struct_fields__} - {"passages"}:
            assert getattr(again, field) == getattr(entry, field), (entry.ref, field)
        assert [*again.texts] == [*entry.texts], entry.ref
        cites = [cite for passage in again.texts for cite in passage.cites]
        assert all(isinstance(cite, Citation) for cite in cites)


def test_with_a_kept_index_no_table_of_letters_is_loaded(
    opened: Callable[[], Dossier], folder: Path, tmp_path: Path
) -> None:
    SearchIndex(opened())
    code = f"""
import sys
from pathlib import Path
from caucasus_tui.dossier.keeping import cache
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.search import SearchIndex

index = SearchIndex(open_cached(Path({str(folder)!r}), store=Store({str(tmp_path / "cache")!r})))
print(*(hit.snippet for hit in index.find("obermuhle").hits), "anyascii" in sys.modules)
print(index.find("Мilл").total, "anyascii" in sys.modules)
"""
    said = subprocess.run([sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8", check=True)
    found, asked_in_another_script = said.stdout.splitlines()
    assert not found.isascii() and found.endswith("False")
    assert asked_in_another_script.endswith("True")


def test_an_edit_makes_another_index(opened: Callable[[], Dossier], folder: Path) -> None:
    SearchIndex(opened())
    gaps = folder / "data" / "gaps.yaml"
    gaps.write_text(gaps.read_text("utf-8").replace("How high was the flood?", "How deep was the xylophone?"), "utf-8")
    opened()
    for _ in range(2):
        assert SearchIndex(opened()).find("xylophone").hits[0].ref == "gap:how-high"


def test_a_spoilt_index_is_made_anew(opened: Callable[[], Dossier], tmp_path: Path) -> None:
    SearchIndex(opened())
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    for spoilt in (b"", whole[:-1], whole[: len(whole) // 2] + b"x" + whole[len(whole) // 2 + 1 :]):
        file.write_bytes(spoilt)
        found = SearchIndex(opened())
        assert not is_kept(found) and found.find("bridge").total
        assert is_kept(SearchIndex(opened()))


def test_what_did_not_come_from_the_cache_keeps_nothing(folder: Path, tmp_path: Path) -> None:
    SearchIndex(load(folder).dossier)
    assert kept(tmp_path) == []


def test_the_index_of_the_later_layer_is_kept_too(opened: Callable[[], Dossier], tmp_path: Path, folder: Path) -> None:
    anew = LaterIndex(load(folder).dossier)
    LaterIndex(opened()).find("lanterns", 100)
    assert len([*(tmp_path / "cache").glob("later-*")]) == 1 and not kept(tmp_path)
    again = opened()
    assert is_kept(SearchIndex(index_tables.later_layer(again)))
    for query in (*QUERIES, "lanterns"):
        assert LaterIndex(again).find(query, 100) == anew.find(query, 100), query


def test_that_of_a_large_dossier_is_kept_when_it_is_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LARGE", 1)
    store = Store(str(tmp_path / "cache"))
    open_cached(folder, store=store)
    alone = index_tables.later_layer(open_cached(folder, store=store))
    monkeypatch.setattr(makers, "entries", lambda dossier: pytest.fail("made anew"))
    assert is_kept(SearchIndex(alone))


def test_of_many_that_match_the_best_are_found_as_by_a_look_at_each() -> None:
    random = Random(7)
    kinds = bytes(random.choices(range(6), k=500))
    for most in (1, 30, 400, 600):
        matches = []
        for word in ("a", "b"):
            held = {number: random.choice((0.8, 1.6, 8.0)) for number in random.sample(range(500), 420)}
            matches.append(Match(word, held, {number: 1.0 for number in held if number % 3}, {}))
        for looked in (matches[:1], matches):
            numbers = holding_all(looked)

            def place(number: int, looked: list[Match] = looked) -> tuple[bool, float, int, int]:
                points = sum(match.found[number] / log(2 + len(match.found)) for match in looked)
                return any(number not in match.in_head for match in looked), -points, kinds[number], number

            assert sorted(foremost(numbers, looked, kinds, most)) == sorted(sorted(numbers, key=place)[:most])
