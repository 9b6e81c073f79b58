"""Any text in any dossier, from the file to every format and screen: it loads or its problems are reported, and nothing
raises, hangs or lets a character through that a terminal obeys."""

import asyncio
import io
import json
import re
import shutil
import signal
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from caucasus_tui.brief.choices import FORMATS, Format
from caucasus_tui.brief.formats import render
from caucasus_tui.cli import main
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import DossierError
from caucasus_tui.dossier.search import SearchIndex
from caucasus_tui.dossier.search.searches import Found
from caucasus_tui.page.copying import copy_text
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.rows.row import Page
from caucasus_tui.page.search_results import found_page
from caucasus_tui.panes import PANES
from caucasus_tui.panes.router import page_at
from tests.briefs import brief_of
from tests.conftest import TODAY
from tests.screen import SMALL, reading

TINY = Path(__file__).parent / "tiny"
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
LONGEST = 20
"""Seconds for one example: some hundred times what it takes."""

Files = dict[str, Any]

_SNIPPETS = ["\x1b[31m", "\x1b]52;c;cHduZWQ=\x07", "\x9b2J", "\u202e", "\u200b", "\r\n", "\x00"]
_SNIPPETS += ["[red]", "[/]", "](x)", "<b>", "#panic()", "'", '"', "\\", "---", "漢字", "e\u0301\u0302", "👩‍👩‍👧", "ﷺ"]
_LETTERS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
TEXTS = st.lists(st.sampled_from(_SNIPPETS) | _LETTERS, max_size=5).map("".join)


@cache
def tiny_files() -> Files:
    paths = sorted(TINY.rglob("*.yaml"))
    return {path.relative_to(TINY).as_posix(): _named(yaml.safe_load(path.read_text())) for path in paths}


def _named(value: Any) -> Any:
    """The key `on` is no truth value, as PyYAML has it."""
    if isinstance(value, list):
        return [_named(item) for item in value]
    return (
        {"on" if key is True else key: _named(inner) for key, inner in value.items()}
        if isinstance(value, dict)
        else value
    )


def with_texts(value: Any, texts: dict[str, str], numbers: Iterator[int]) -> Any:
    """The same with another text wherever a key of `texts` holds one; titles have to differ, so each has a number."""
    if isinstance(value, list):
        return [with_texts(item, texts, numbers) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: (f"{texts[key]} {next(numbers)}" if key == "title" else texts[key])
        if key in texts and isinstance(inner, str)
        else with_texts(inner, texts, numbers)
        for key, inner in value.items()
    }


def _as_yaml(content: Any) -> str:
    """JSON is YAML but for characters beyond the first plane, which it escapes in two halves."""
    halves = re.compile(r"\\u(d[89ab]..)\\u(d[c-f]..)")
    return halves.sub(lambda two: _whole(int(two[1], 16), int(two[2], 16)), json.dumps(content))


def _whole(high: int, low: int) -> str:
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00:08x}"


@contextmanager
def folder_of(files: Files) -> Iterator[Path]:
    with TemporaryDirectory() as name:
        root = Path(shutil.copytree(TINY, Path(name) / "tiny"))
        for file, content in files.items():
            (root / file).write_text(_as_yaml(content))
        yield root


@contextmanager
def in_time() -> Iterator[None]:
    """Raises TimeoutError in what takes too long."""

    def late(*_: object) -> None:
        raise TimeoutError(f"not done within {LONGEST} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def keys_of(value: Any) -> set[str]:
    if isinstance(value, list):
        return {key for item in value for key in keys_of(item)}
    if isinstance(value, dict):
        own = {key for key, inner in value.items() if isinstance(key, str) and isinstance(inner, str)}
        return own | {key for inner in value.values() for key in keys_of(inner)}
    return set()


@cache
def free_keys() -> tuple[str, ...]:
    """The keys that take any text: with one in all of its places the dossier still loads."""
    keys = sorted(keys_of(tiny_files()))
    return tuple(key for key in keys if not isinstance(loaded({key: "Any [x]\x1b[1m 'wörds' —"}), list))


def loaded(texts: dict[str, str]) -> Dossier | list[str]:
    """The dossier, or the problems as they are printed."""
    numbers = count(1)
    with folder_of({file: with_texts(content, texts, numbers) for file, content in tiny_files().items()}) as root:
        try:
            return load(root).dossier
        except DossierError as error:
            return [str(problem) for problem in error.problems]


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier | list[str]:
    keys = draw(st.lists(st.sampled_from(free_keys()), min_size=1, max_size=8, unique=True))
    first = draw(st.sampled_from(["A ", ""]))  # most fields do not take an empty text
    return loaded({key: first + draw(TEXTS) for key in keys})


def assert_harmless(page: Page) -> None:
    for row in page.rows:
        for span in row.spans:
            assert not OBEYED.search(span.text) and "\n" not in span.text, span
    assert not OBEYED.search(page.title + page.note)


def everything_drawn(dossier: Dossier, width: int) -> None:
    addresses = [f"pane:{name}" for name in PANES] + [record.ref for record in dossier.records()]
    addresses += [f"{source.id}:{part.id}" for source in dossier.sources for part in source.paragraphs]
    for address in addresses:
        for zoomed in (False, True):
            assert_harmless(page_at(dossier, address, Lens(width=width, today=TODAY, zoomed=zoomed)))
        assert_harmless(page_at(dossier, f"behind:{address}", Lens(width=width, today=TODAY)))
        assert not OBEYED.search(copy_text(dossier, parse(address)))


def test_there_are_texts_to_write() -> None:
    """Else what follows would try nothing."""
    assert {"as_stated", "mechanism", "name", "note", "quote", "text", "title"} <= set(free_keys())


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(), TEXTS, st.sampled_from([38, 78, 116]))
def test_pages_and_search_take_any_text(dossier: Dossier | list[str], query: str, width: int) -> None:
    if isinstance(dossier, list):
        event("problems")
        assert dossier and not any(OBEYED.search(problem) for problem in dossier)
        return
    event("loaded")
    with in_time():
        everything_drawn(dossier, width)
        results = SearchIndex(dossier).find(query)
        assert_harmless(found_page(dossier, Found(results), 78))


TEXT_FORMATS = [form for form in FORMATS if not form.binary]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(), st.sampled_from(TEXT_FORMATS), st.sampled_from([None, 1, 5]), st.sampled_from(["", "miller"]))
def test_briefs_take_any_text(dossier: Dossier | list[str], form: Format, minutes: int | None, actor: str) -> None:
    if isinstance(dossier, Dossier):
        with in_time():
            made = render(brief_of(dossier, minutes=minutes, actor=actor), form).decode()
        assert not OBEYED.search(made)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(), st.sampled_from([form for form in FORMATS if form.binary]))
def test_word_and_pdf_take_any_text(dossier: Dossier | list[str], form: Format) -> None:
    pytest.importorskip({"docx": "docx", "pdf": "typst"}[form.name])
    if isinstance(dossier, Dossier):
        with in_time():
            made = render(brief_of(dossier), form)
        if form.name == "docx":
            parts = zipfile.ZipFile(io.BytesIO(made))
            assert not OBEYED.search(parts.read("word/document.xml").decode())
        else:
            assert made.startswith(b"%PDF")


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers(), st.sampled_from(["milller", "who", "x[/]", "1"]))
def test_screens_take_any_text(dossier: Dossier | list[str], typed: str) -> None:
    async def tour(shown: Dossier) -> None:
        async with reading(shown, SMALL) as reader:
            for key in (
                "2",
                "3",
                "4",
                "5",
                "6",
                "7",
                "8",
                "9",
                "0",
                "z",
                "j",
                "enter",
                "s",
                "y",
                "escape",
                "a",
                "b",
                "escape",
            ):
                assert not OBEYED.search(await reader.press(key))
            await reader.press("slash")
            assert not OBEYED.search(await reader.type(typed))

    if isinstance(dossier, Dossier):
        with in_time():
            asyncio.run(tour(dossier))


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(tiny_files())), _VALUES)
def test_any_mapping_is_checked_searched_and_briefed(
    capsys: pytest.CaptureFixture[str], file: str, value: object
) -> None:
    """By the commands, as a reader would; what is wrong is said by status 1 and a line for each problem."""
    with folder_of({file: value}) as root, in_time():
        for command in (
            ["--dossier", str(root), "check"],
            ["--dossier", str(root), "search", "mill"],
            ["--dossier", str(root), "brief"],
        ):
            status = main(command)
            said = capsys.readouterr()
            assert status in (0, 1)
            assert status == 0 or re.match(r"(data|seeds)/\S+:\d+:\d+: ", said.err) or said.out
            assert not OBEYED.search(said.out + said.err)
