"""What is missing before a dossier is done. It can be read, shown and printed all the same."""

from collections.abc import Iterator

from caucasus_tui.dossier.loading.rules.scope import Breach, Scope
from caucasus_tui.dossier.model import Edtf, Record
from caucasus_tui.dossier.model.links import NOT_STATED
from caucasus_tui.dossier.text.placeholders import PLACEHOLDERS


def placeholders(scope: Scope) -> Iterator[Breach]:
    """What `new` wrote to be replaced has been replaced."""
    for item in scope.items:
        for text in dict.fromkeys(part for part in item.texts if part in PLACEHOLDERS):
            yield Breach(item.ref, f"still says {text!r}; write what holds here", text)


def asks(scope: Scope) -> Iterator[Breach]:
    """What is asked for names of whom, with which means, and against which problem, or that it is not stated."""
    for record in (one for one in scope.dossier.recommendations if one.form == "ask"):
        yield from _unnamed(
            record,
            addressee="of whom it is asked",
            levers="the means it would use",
            problem="what it is meant to solve",
        )


def levers(scope: Scope) -> Iterator[Breach]:
    """A lever is held by somebody and acts upon somebody; with nobody there it is in no row of the matrix."""
    for record in scope.dossier.levers:
        yield from _unnamed(record, holders="who can use it", targets="upon whom, or for whom")


def _unnamed(record: Record, **needed: str) -> Iterator[Breach]:
    for name, what in needed.items():
        if not getattr(record, name):
            yield Breach(record.ref, f"names no {name.replace('ies', 'y').removesuffix('s')}; {_remedy(name, what)}")


def scenarios(scope: Scope) -> Iterator[Breach]:
    """A scenario depends on a condition, or no source says on which."""
    for record in scope.dossier.scenarios:
        if not any(ref.startswith("condition:") or ref == NOT_STATED for ref in record.depends_on):
            yield Breach(record.ref, f"depends on no condition; {_remedy('depends_on', 'it, such as condition:ID')}")


def tracks(scope: Scope) -> Iterator[Breach]:
    """A track has somebody who leads it. It is between somebody, as an agreement is."""
    for track in scope.dossier.tracks:
        yield from _unnamed(track, lead="who leads it", parties="between whom it is")
    for agreement in scope.dossier.agreements:
        yield from _unnamed(agreement, parties="between whom it is")


def attributed(scope: Scope) -> Iterator[Breach]:
    """Words that are somebody's say whose."""
    for cite, statement in scope.statements.items():
        if statement.type == "attributed" and not (statement.attributed_to or statement.duplicate_of):
            message = f"{statement.id} is attributed to nobody; {_remedy('attributed_to', 'whose words or view it is')}"
            yield Breach(f"statement:{cite}", message)


def dates(scope: Scope) -> Iterator[Breach]:
    """A date is EDTF, so that others read it as it is meant."""
    for item in scope.items:
        for text in dict.fromkeys(part for part in item.texts if isinstance(part, Edtf)):
            if text.endswith(("]?", "]~", "]%")):
                yield Breach(item.ref, f"{text!r} is no EDTF; take out the {text[-1]!r} after the bracket", text)


def _remedy(name: str, what: str) -> str:
    return f"add {name!r} with {what}, or {NOT_STATED} where no source says"
