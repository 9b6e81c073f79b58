"""Markup of any format in a dossier comes out of each format as the letters it is made of."""

import json

import pytest

from caucasus_tui.brief.formats import md
from caucasus_tui.page.rows.row import Span
from tests.briefs import expected, made, read_html, read_json, read_markdown, said_in_markdown, squeezed
from tests.hostile_brief import MARKUP, hostile_brief

ACTORS = ("", "one")
OUR_TAGS = {"html", "head", "meta", "title", "style", "body", "header", "h1", "h2", "h3", "p", "main", "section", "ul"}
OUR_TAGS |= {"li", "strong", "span", "a", "footer"}


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_text_prints_it(text: str, actor: str) -> None:
    brief = hostile_brief(text, actor=actor)
    assert squeezed(made(brief, "text")) == expected(brief)
    assert squeezed(text) in squeezed(made(brief, "text"))


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_markdown_shows_it_and_makes_nothing_of_it(text: str, actor: str) -> None:
    brief = hostile_brief(text, actor=actor)
    shown = made(brief, "md")
    assert said_in_markdown(shown, brief) == expected(brief)
    tags = {tag for tag, _ in read_markdown(shown)[0].tags}
    assert tags <= {"h1", "h2", "h3", "p", "ul", "li", "strong", "em", "sup", "a"}
    links = [attributes.get("href") for tag, attributes in read_markdown(shown)[0].tags if tag == "a"]
    assert all(str(link).startswith("#fn") for link in links)


@pytest.mark.parametrize("role", ["text", "dim", "strong", "hedge", "tension", "fact", "curator", "a role to come"])
def test_markdown_escapes_whatever_the_role(role: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(md, "line_spans", lambda line: [Span("said *a* [b](c) <d>", role)])
    shown = made(hostile_brief("plain"), "md")
    assert r"said \*a\* \[b\](c) \<d\>" in shown
    assert "[b](c)" not in shown


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_html_shows_it_and_makes_nothing_of_it(text: str, actor: str) -> None:
    brief = hostile_brief(text, actor=actor)
    reader = read_html(made(brief, "html"))
    assert squeezed(reader.text) == expected(brief)
    assert {tag for tag, _ in reader.tags} <= OUR_TAGS
    for _, attributes in reader.tags:
        assert not [name for name in attributes if name.startswith("on")]
        assert str(attributes.get("href", "#")).startswith("#")


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_json_holds_it(text: str, actor: str) -> None:
    brief = hostile_brief(text, actor=actor)
    found = json.loads(made(brief, "json"))
    assert read_json(made(brief, "json")) == expected(brief)
    assert found["sections"][0]["lines"][0]["claims"][0]["text"] == text
