"""Talking points: what is expected of an actor rests on what that actor said, or on what is said of it."""

from collections.abc import Iterator

from caucasus_tui.dossier.loading.rules.scope import Breach, Scope
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.dossier.views.roles import circle_of


def expectations(scope: Scope) -> Iterator[Breach]:
    """What the other side may be expected to say is not made up: every statement below it is by it, or about it."""
    for point in scope.dossier.points:
        if point.form != "expect":
            continue
        circle = circle_of(scope.dossier, point.counterpart)
        for basis in point.rests_on:
            statement = scope.statements.get(basis) if isinstance(basis, Citation) else None
            if isinstance(basis, Citation) and statement is None:
                continue  # another rule says so
            if statement is None or circle.isdisjoint((*statement.actors, *statement.attributed_to)):
                message = f"{basis} is neither by {point.counterpart!r} nor about it; rest what you expect on what is"
                yield Breach(point.ref, message, basis)
