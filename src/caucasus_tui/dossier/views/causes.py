"""Causes and effects as a graph: the order to tell them in, and what falls when a factor is taken away."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from caucasus_tui.dossier.model import Condition, Edge


class Arrow(NamedTuple):
    """One condition leads to another. `cause` and `effect` are ids."""

    cause: str
    effect: str
    edge: Edge

    @property
    def stated(self) -> bool:
        return self.edge.strength == "stated"


class Branch(NamedTuple):
    """A line of a tree. `arrow`: what it hangs by, None at the top. `guides`: for each level down to its own, whether
    more hangs there below it. `whole`: it is told here, with what hangs from it; else elsewhere. `opens`: something
    hangs from it here."""

    name: str
    arrow: Arrow | None = None
    guides: tuple[bool, ...] = ()
    whole: bool = True
    opens: bool = False


class Causes:
    """Conditions by id, and the arrows between them; an arrow to a condition left out is left out too."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        self.conditions = {condition.id: condition for condition in conditions}
        arrows = [Arrow(cause.id, edge.to, edge) for cause in conditions for edge in cause.effects]
        # What the source states comes before what is read into it.
        self.arrows = sorted((arrow for arrow in arrows if arrow.effect in self.conditions), key=lambda a: not a.stated)
        self._effects: dict[str, list[Arrow]] = {name: [] for name in self.conditions}
        self._causes: dict[str, list[Arrow]] = {name: [] for name in self.conditions}
        for arrow in self.arrows:
            self._effects[arrow.cause].append(arrow)
            self._causes[arrow.effect].append(arrow)

    def causes_of(self, name: str) -> list[Arrow]:
        """What leads to a condition, stated causes first."""
        return self._causes[name]

    def onward(self, name: str, back: bool) -> list[Arrow]:
        """Where to go on from a condition: to its effects, or `back` to its causes."""
        return self._causes[name] if back else self._effects[name]

    def ends(self, back: bool) -> list[str]:
        """The conditions to begin with: those without a cause, or `back` from those without an effect."""
        return [name for name in self.conditions if not self.onward(name, not back)]

    def without(self, struck: Iterable[str]) -> list[str]:
        """The conditions that lose every stated cause they have once `struck` are gone, the first to fall first. An
        implied arrow holds nothing up; a condition that never had a stated cause has none to lose."""
        gone = dict.fromkeys(struck)
        first = len(gone)
        fallen: list[str] = [""]
        while fallen:
            fallen = [name for name in self.conditions if name not in gone and self._unsupported(name, gone)]
            gone.update(dict.fromkeys(fallen))
        return list(gone)[first:]

    def _unsupported(self, name: str, gone: dict[str, None]) -> bool:
        stated = [arrow.cause for arrow in self._causes[name] if arrow.stated]
        return bool(stated) and all(cause in gone for cause in stated)


def far_end(arrow: Arrow, back: bool) -> str:
    """Where an arrow leads when followed forward, or `back`."""
    return arrow.cause if back else arrow.effect


def told(graph: Causes, tops: Sequence[str], *, back: bool = False, deepest: int = 12) -> list[Branch]:
    """The lines of the tree that grows from `tops`, each condition told whole once: at the first stated arrow that
    leads there, at the first implied one if there is no other. From `deepest` levels on it goes on at the top."""
    within = _reached(graph, tops, back)
    stated = {far_end(a, back) for a in graph.arrows if a.stated and a.cause in within and a.effect in within}
    told_by: dict[str, Arrow | None] = {}
    waiting = list(tops)
    lines: list[Branch] = []
    for top in waiting:
        if top in told_by:
            continue
        told_by[top] = None
        stack = [Branch(top)]
        while stack:
            line = stack.pop()
            onward = graph.onward(line.name, back) if line.whole else []
            lines.append(line._replace(opens=True) if onward else line)
            for arrow in onward:
                name = far_end(arrow, back)
                if name in told_by or (not arrow.stated and name in stated):
                    continue
                if len(line.guides) < deepest:
                    told_by[name] = arrow
                else:
                    waiting.append(name)
            for index, arrow in enumerate(reversed(onward)):
                name = far_end(arrow, back)
                stack.append(Branch(name, arrow, (*line.guides, index > 0), told_by.get(name) is arrow))
    return lines


def _reached(graph: Causes, tops: Sequence[str], back: bool) -> set[str]:
    found = set(tops)
    waiting = list(tops)
    while waiting:
        onward = {far_end(arrow, back) for arrow in graph.onward(waiting.pop(), back)} - found
        found |= onward
        waiting += onward
    return found
