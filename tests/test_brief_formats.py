"""One brief, many formats: they say the same, word for word, and each is good of its kind."""

import json
import re
from collections.abc import Callable
from functools import partial
from html import escape
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.choices import FORMATS, SECTIONS, format_named, format_of
from caucasus_tui.brief.formats import render
from caucasus_tui.brief.model import Brief, Claim, Line
from caucasus_tui.brief.reading_time import brief_words
from caucasus_tui.brief.wording import line_text
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.rows.widths import cell_width
from tests import golden
from tests.briefs import brief_of, expected, made, read_html, read_json, said_in_markdown, squeezed

READ: dict[str, Callable[[str, Brief], str]] = {
    "text": lambda text, brief: squeezed(text),
    "md": said_in_markdown,
    "html": lambda text, brief: squeezed(read_html(text).text),
    "json": lambda text, brief: read_json(text),
}
ASKED: dict[str, dict[str, Any]] = {
    "whole": {},
    "three-minutes": {"minutes": 3},
    "eight-minutes": {"minutes": 8},
    "an-actor": {"actor": "azerbaijan"},
    "an-actor-in-two-minutes": {"actor": "iran", "minutes": 2},
    "two-sections": {"sections": ("asks", "gaps")},
    "a-meeting": {"counterpart": "azerbaijan"},
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
@pytest.mark.parametrize("name", READ)
def test_every_format_says_what_the_brief_says_and_nothing_else(
    real: Dossier, asked: dict[str, Any], name: str
) -> None:
    brief = brief_of(real, **asked)
    assert READ[name](made(brief, name), brief) == expected(brief)


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_the_words_counted_are_those_read_aloud(real: Dossier, asked: dict[str, Any]) -> None:
    """Without heads, lists and what stands in brackets, nothing is left but what was counted."""
    brief = brief_of(real, **asked)
    read = [
        re.sub(r"\[[^]]*\]", "", line_text(replace(line, head="", facts="", claims=tuple(_nameless(line)))))
        for section in brief.sections
        if not section.listed
        for line in section.lines
        if line.claims
    ]
    assert sum(len(text.split()) for text in read) == brief_words(brief)


def _nameless(line: Line) -> list[Claim]:
    return [replace(claim, name="") for claim in line.claims]


@pytest.mark.parametrize("width", [20, 33, 60, 80, 200])
def test_text_keeps_to_its_width_and_hedges_with_their_range_to_one_line(edition: Dossier, width: int) -> None:
    lines = made(brief_of(edition), "text", width).splitlines()
    assert max(map(cell_width, lines)) <= width
    if width >= 60:
        assert sum("“probably” (PHIA: likely, 55–75 %)" in line for line in lines) >= 2


def test_text_is_plain(real: Dossier) -> None:
    text = made(brief_of(real), "text")
    assert not any(character < " " and character != "\n" for character in text)
    assert "\u00a0" not in text and text.endswith("\n")


def test_markdown_has_a_footnote_for_every_paragraph_cited_and_none_more(edition: Dossier) -> None:
    text = made(brief_of(edition), "md")
    defined = {line.partition("]:")[0] for line in text.splitlines() if line.startswith("[^")}
    used = {f"[^{part.partition(']')[0]}" for part in text.replace("\n[^", "\n").split("[^")[1:]}
    assert used and used <= defined
    assert ": p9.1[^p9]; tension T4]" in text


def test_markdown_has_no_footnote_that_leads_nowhere(real: Dossier) -> None:
    assert "[^" not in made(brief_of(real, minutes=3), "md")


def test_html_asks_for_nothing_from_outside_and_runs_nothing(real: Dossier) -> None:
    page = made(brief_of(real), "html")
    reader = read_html(page)
    assert not {tag for tag, _ in reader.tags} & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert "http:" not in page and "https:" not in page and "url(" not in page and "@import" not in page
    assert not [name for _, attributes in reader.tags for name in attributes if name.startswith("on")]
    assert "default-src 'none'" in page


def test_html_is_a_document_with_a_language_headings_in_order_and_links_that_lead_somewhere(real: Dossier) -> None:
    reader = read_html(made(brief_of(real), "html"))
    assert reader.tags[0] == ("html", {"lang": "en"})
    levels = [int(tag[1]) for tag, _ in reader.tags if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for _, attributes in reader.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = {str(attributes["href"]) for tag, attributes in reader.tags if tag == "a"}
    assert links and links <= {f"#{name}" for name in ids}


def test_html_without_references_leads_to_its_sources(real: Dossier) -> None:
    reader = read_html(made(brief_of(real, minutes=3), "html"))
    ids = {attributes.get("id") for _, attributes in reader.tags}
    links = {str(attributes["href"]) for tag, attributes in reader.tags if tag == "a"}
    assert links == {"#ref-source-ecfr-2023", "#ref-source-ap-2023-09-26"} and {link[1:] for link in links} <= ids


WEB = {
    "https://example.org/a?b=c&d=(e)#f": True,
    "https://example.org/100%25": True,
    "javascript:alert(1)": False,
    "https://example.org/100%": False,
    "https://example.org/a b": False,
    'https://example.org/"><script>': False,
    "https://[broken": False,
    "https://": False,
    "www.example.org": False,
}


@pytest.mark.parametrize("address", WEB)
def test_a_source_links_to_its_page_and_to_nothing_else(real: Dossier, address: str) -> None:
    first, *others = real.sources
    brief = brief_of(replace(real, sources=(replace(first, url=address), *others)), minutes=1)
    reader = read_html(made(brief, "html"))
    pages = [attributes["href"] for tag, attributes in reader.tags if tag == "a" and "class" not in attributes]
    assert pages == ([address] if WEB[address] else [])
    assert address in " ".join(made(brief, "text", 400).split())
    word = ZipFile(BytesIO(render(brief, format_named("docx"), 80))).read("word/_rels/document.xml.rels").decode()
    assert re.findall(r'Target="([^"]+)" TargetMode="External"', word) == [escape(page) for page in pages if page]


def test_json_carries_type_hedge_and_citation_of_every_claim(real: Dossier) -> None:
    found = json.loads(made(brief_of(real), "json"))
    assert (found["format"], found["version"]) == ("caucasus-tui brief", 2)
    judgements = next(section for section in found["sections"] if section["key"] == "judgements")
    assert judgements["lines"][2]["claims"][0]["citations"] == [
        {
            "cite": "ecfr-2023:p11.1",
            "type": "forecast",
            "hedge": {"word": "may", "code": "possible-unquantified", "shown": "“may” (likelihood not given)"},
            "superseded_by": None,
        }
    ]


def test_the_description_of_json_names_every_key_of_it(real: Dossier) -> None:
    described = (Path(__file__).parents[1] / "docs" / "brief-format.md").read_text(encoding="utf-8")

    def keys(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value) | {key for item in value.values() for key in keys(item)}
        return {key for item in value for key in keys(item)} if isinstance(value, list) else set()

    missing = [key for key in sorted(keys(json.loads(made(brief_of(real), "json")))) if f"`{key}`" not in described]
    assert not missing
    assert all(f"`{key}`" in described for key in SECTIONS)
    brief = json.loads(made(brief_of(real), "json"))
    line = brief["sections"][0]["lines"][0]
    for first, told in (("format", brief), ("text", line), ("name", line["claims"][0])):
        table = described[described.index(f"| `{first}` |") :].split("\n\n")[0]
        cells = (row.split(" | ")[0] for row in table.splitlines())
        assert re.findall(r"`(\w+)`", "".join(cells)) == list(told), "keys stand in this order"


def test_formats_are_known_by_their_extension() -> None:
    assert [format_of(f"Brief{form.extensions[0].upper()}") for form in FORMATS] == list(FORMATS)
    assert format_of("brief") is None and format_of("brief.odt") is None


def test_the_same_request_gives_the_same_bytes(real: Dossier) -> None:
    for name in READ:
        assert made(brief_of(real, minutes=8), name) == made(brief_of(real, minutes=8), name)


def _tiny(**asked: Any) -> Brief:
    return brief_of(load(Path(__file__).parent / "tiny").dossier, **asked)


def _written(name: str, **asked: Any) -> str:
    return made(_tiny(**asked), name)


GOLDEN: golden.Golden = {
    "brief.txt": partial(_written, "text"),
    "brief.md": partial(_written, "md"),
    "brief.html": partial(_written, "html"),
    "brief.json": partial(_written, "json"),
    "brief.lower-mill.txt": partial(_written, "text", actor="lower-mill"),
    "brief.one-minute.txt": partial(_written, "text", minutes=1),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_bytes_are_the_contract(name: str) -> None:
    assert GOLDEN[name]() == golden.read(name)
