"""Filters in a query: `actor:iran kind:forecast after:2023-09 before:2023-10 pane:terms type:lever place:lachin`."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import get_args

from caucasus_tui.dossier.model.dates import Edtf
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.pane_names import PANE_KINDS
from caucasus_tui.dossier.model.records import Actor, Place
from caucasus_tui.dossier.model.sources import StatementType
from caucasus_tui.dossier.problems import did_you_mean, short
from caucasus_tui.dossier.search.catalogue import Filter
from caucasus_tui.dossier.search.results import KIND_ORDER
from caucasus_tui.dossier.text.fold import fold


def make_filter(name: str, value: str, dossier: Dossier) -> Filter | str:
    """The filter, or what is wrong with it in one line. The beginning of a value will do: `kind:fore`."""
    if name not in FILTERS:
        known = ", ".join(f"{other}:" for other in FILTERS)
        return f"no filter is called {short(name)} (there are {known}){did_you_mean(name, FILTERS)}"
    return FILTERS[name](value, dossier)


def _by_actor(value: str, dossier: Dossier) -> Filter | str:
    return _by_link("actor", value, ((actor, (actor.short,)) for actor in dossier.actors))


def _by_place(value: str, dossier: Dossier) -> Filter | str:
    return _by_link("place", value, ((place, ()) for place in dossier.places))


def _by_link(kind: str, value: str, records: Iterable[tuple[Actor | Place, tuple[str, ...]]]) -> Filter | str:
    named = {
        record.ref: {fold(name) for name in (record.id, record.title, *more, *(other.name for other in record.names))}
        for record, more in records
    }
    wanted = fold(value)
    refs = {ref for ref, names in named.items() if wanted in names}
    if not refs and wanted:
        refs = {ref for ref, names in named.items() if any(f" {wanted}" in f" {name}" for name in names)}
    if not refs:
        ids = [ref.partition(":")[2] for ref in named]
        return f"{kind}: knows no {short(value)}{did_you_mean(value, ids) or '; write an id or a name'}"
    return Filter(subjects=frozenset(refs))


def _by_statement_type(value: str, dossier: Dossier) -> Filter | str:
    types = _choose(value, get_args(StatementType))
    if not types and _choose(value, KIND_ORDER):
        return f"kind: is the type of a statement; for a type of record write type:{_choose(value, KIND_ORDER)[0]}"
    return Filter(types=types) if types else _unknown("kind", value, get_args(StatementType))


def _by_record_kind(value: str, dossier: Dossier) -> Filter | str:
    kinds = _choose(value, KIND_ORDER)
    return Filter(kinds=kinds) if kinds else _unknown("type", value, KIND_ORDER)


def _by_pane(value: str, dossier: Dossier) -> Filter | str:
    """By a pane's name, or by a kind of record that it shows."""
    panes = _choose(value, PANE_KINDS)
    kinds = {kind for name, shown in PANE_KINDS.items() if name in panes for kind in shown}
    kinds = kinds or set(_choose(value, KIND_ORDER))
    return Filter(kinds=tuple(kinds)) if kinds else _unknown("pane", value, PANE_KINDS)


def _after(value: str, dossier: Dossier) -> Filter | str:
    """What may have been on the first day of `value`, or later."""
    start = _first_day("after", value)
    return start if isinstance(start, str) else Filter(after=start.toordinal())


def _before(value: str, dossier: Dossier) -> Filter | str:
    """What may have been before the first day of `value`, so that `after:2023-09 before:2023-10` is September."""
    end = _first_day("before", value)
    return end if isinstance(end, str) else Filter(before=end.toordinal())


FILTERS: Mapping[str, Callable[[str, Dossier], Filter | str]] = {
    "actor": _by_actor,
    "place": _by_place,
    "kind": _by_statement_type,
    "type": _by_record_kind,
    "pane": _by_pane,
    "after": _after,
    "before": _before,
}


def _first_day(name: str, value: str) -> date | str:
    try:
        return Edtf(value).earliest
    except ValueError:
        return f"{name}: takes a date such as 2023, 2023-09 or 2023-09-12, not {short(value)}"


def _choose(value: str, options: Iterable[str]) -> tuple[str, ...]:
    """The option meant, or those that begin with `value`."""
    wanted, known = value.casefold(), tuple(options)
    return (wanted,) if wanted in known else tuple(option for option in known if wanted and option.startswith(wanted))


def _unknown(name: str, value: str, options: Iterable[str]) -> str:
    return f"{name}: knows no {short(value)}; write one of {', '.join(options)}"
