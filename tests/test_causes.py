"""Causes and effects as a graph: told once each, and what falls when a factor is struck out."""

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import Citation, ConditionId
from caucasus_tui.dossier.model.records import Condition
from caucasus_tui.dossier.model.records.outlook import Edge
from caucasus_tui.dossier.views.causes import Causes, far_end, told

BACK = pytest.mark.parametrize("back", [False, True], ids=["to-effects", "to-causes"])


def graph_of(*links: str) -> Causes:
    """From links such as `a>b` (stated) and `a~b` (implied)."""
    names = dict.fromkeys(name for link in links for name in (link[0], link[-1]))
    edges: dict[str, list[Edge]] = {name: [] for name in names}
    for link in links:
        cites = (Citation("letter:p1.1"),)
        to, strength = ConditionId(link[-1]), "stated" if link[1] == ">" else "implied"
        assert strength in ("stated", "implied")
        edge = (
            Edge(to=to, sign="drives", strength="stated", cites=cites)
            if strength == "stated"
            else Edge(to=to, sign="drives", strength="implied", cites=cites)
        )
        edges[link[0]].append(edge)
    return Causes([Condition(id=name, title=name, effects=tuple(edges[name])) for name in names])


@BACK
def test_every_condition_is_told_whole_once_and_every_link_drawn_once(real: Dossier, back: bool) -> None:
    graph = Causes(real.conditions)
    lines = told(graph, graph.ends(back), back=back)
    assert sorted(line.name for line in lines if line.whole) == sorted(graph.conditions)
    assert sorted(line.arrow for line in lines if line.arrow) == sorted(graph.arrows)


def test_a_shared_effect_is_told_where_the_source_states_the_link(tiny: Dossier) -> None:
    graph = Causes(tiny.conditions)
    where = {(line.arrow.cause, line.arrow.effect): line.whole for line in told(graph, graph.ends(False)) if line.arrow}
    assert where["spring-flood", "weak-arches"] and not where["heavy-carts", "weak-arches"]


def test_an_implied_link_tells_an_effect_whole_only_where_no_stated_one_will() -> None:
    graph = graph_of("a~c", "b>c", "c>d", "a~e")
    lines = told(graph, graph.ends(False))
    whole = {line.name: line.arrow.cause if line.arrow else "" for line in lines if line.whole}
    assert whole == {"a": "", "b": "", "c": "b", "d": "c", "e": "a"}


@BACK
def test_a_chain_as_long_as_you_like_stays_within_the_depth_it_is_given(back: bool) -> None:
    names = [f"n{number}" for number in range(2000)]
    cites = (Citation("letter:p1.1"),)
    graph = Causes(
        [
            Condition(
                id=name,
                title=name,
                effects=(Edge(to=ConditionId(after), sign="drives", strength="stated", cites=cites),),
            )
            for name, after in zip(names, [*names[1:], "n0-none"], strict=True)
        ]
    )
    lines = told(graph, graph.ends(back), back=back, deepest=5)
    assert {line.name for line in lines if line.whole} == set(names)
    assert max(len(line.guides) for line in lines) == 6


def test_a_circle_neither_hangs_nor_loses_anything() -> None:
    graph = graph_of("a>b", "b>a", "c>b")
    lines = told(graph, [*graph.ends(False), *graph.conditions])
    assert sorted(line.name for line in lines if line.whole) == ["a", "b", "c"]
    assert graph.without(["c"]) == []


@pytest.mark.parametrize(
    ("links", "struck", "lost"),
    [
        (("a>b",), "a", "b"),
        (("a>b", "b>c"), "a", "bc"),
        (("a>b", "c>b"), "a", ""),
        (("a>b", "c>b"), "ac", "b"),
        (("a>b", "c~b"), "a", "b"),
        (("a~b",), "a", ""),
        (("a~b", "b>c"), "a", ""),
        (("a>b", "a>c", "b>d", "c>d", "e~d"), "a", "bcd"),
        (("a>b", "b>c"), "b", "c"),
    ],
)
def test_what_loses_every_stated_cause(links: tuple[str, ...], struck: str, lost: str) -> None:
    assert "".join(graph_of(*links).without(list(struck))) == lost


def test_a_stated_cause_that_stays_holds_the_favourable_moment_up(edition: Dossier) -> None:
    graph = Causes(edition.conditions)
    assert graph.without(["turkey-support"]) == []
    assert "favourable-moment" not in graph.without(["russia-war-ukraine"])
    assert {"favourable-moment", "offensive"} <= set(graph.without(["russia-war-ukraine", "turkey-support"]))


@BACK
def test_what_the_source_states_comes_first(real: Dossier, back: bool) -> None:
    graph = Causes(real.conditions)
    for name in graph.conditions:
        arrows = graph.onward(name, back)
        assert [arrow.stated for arrow in arrows] == sorted((arrow.stated for arrow in arrows), reverse=True)
        assert all(far_end(arrow, not back) == name for arrow in arrows)
