"""Filters in a query: `actor:iran place:lachin source:ecfr kind:forecast type:lever pane:terms after:2023-09`."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import get_args

from caucasus_tui.dossier.addresses.called import names_of
from caucasus_tui.dossier.model import PANE_KINDS, Actor, Day, Dossier, Edtf, Place, Source, StatementType
from caucasus_tui.dossier.problems import did_you_mean, short
from caucasus_tui.dossier.search.catalogue import OURS, Filter
from caucasus_tui.dossier.search.results import KIND_ORDER
from caucasus_tui.dossier.text.fold import fold

_TYPES = (*get_args(StatementType), OURS)


def make_filter(name: str, value: str, dossier: Dossier) -> Filter | str:
    """The filter called `name`, one of FILTERS, or what is wrong with its value in one line. The beginning of a value
    will do: `kind:fore`."""
    return FILTERS[name](value, dossier)


def no_filter(name: str) -> str:
    """That something before a colon is no filter, in one line."""
    known = ", ".join(f"{other}:" for other in FILTERS)
    return f"no filter is called {short(name)} (there are {known}){did_you_mean(name, FILTERS)}"


def between(first: str, last: str) -> Filter | None:
    """What may have been in a span of time, from an EDTF date to another; None where the calendar lacks one."""
    try:
        return Filter(after=Edtf(first).earliest.toordinal(), before=Edtf(last).latest.toordinal() + 1)
    except ValueError:
        return None


def _by_source(value: str, dossier: Dossier) -> Filter | str:
    """What a source says, and the records that rest on it."""
    wanted, folded = value.casefold(), fold(value)
    ids = [source.id for source in dossier.sources]
    found = [name for name in ids if name == wanted] or [name for name in ids if wanted and name.startswith(wanted)]
    if not found and folded:
        named = ((source.id, fold(f"{source.title} {source.publisher}")) for source in dossier.sources)
        found = [name for name, text in named if f" {folded}" in f" {text}"]
    if not found:
        return f"source: knows no {short(value)}{did_you_mean(value, ids) or '; write an id or a title'}"
    return Filter(subjects=frozenset(f"{Source.kind}:{name}" for name in found))


def _by_link(kind: str, value: str, dossier: Dossier, records: Iterable[Actor | Place]) -> Filter | str:
    named = {record.ref: {*map(fold, names_of(record))} for record in records}
    wanted = fold(value)
    refs = {ref for ref, names in named.items() if wanted in names}
    if not refs and wanted:
        refs = {ref for ref, names in named.items() if any(f" {wanted}" in f" {name}" for name in names)}
    refs = refs or {record.ref for record in dossier.renamed.get(f"{kind}:{value.casefold()}", ())}
    if not refs:
        ids = [ref.partition(":")[2] for ref in named]
        return f"{kind}: knows no {short(value)}{did_you_mean(value, ids) or '; write an id or a name'}"
    return Filter(subjects=frozenset(refs))


def _by_type_or_kind(name: str, value: str, dossier: Dossier) -> Filter | str:
    """By the type of a statement or by a kind of record: both words are used for both. What may be either is for
    `kind:` a type, for `type:` a kind."""
    types, kinds = _choose(value, _TYPES), _choose(value, KIND_ORDER)
    if types and not (kinds and name == "type"):
        return Filter(types=types)
    return Filter(kinds=kinds) if kinds else _unknown(name, value, _TYPES if name == "kind" else KIND_ORDER)


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
    "actor": lambda value, dossier: _by_link("actor", value, dossier, dossier.actors),
    "place": lambda value, dossier: _by_link("place", value, dossier, dossier.places),
    "source": _by_source,
    "kind": partial(_by_type_or_kind, "kind"),
    "type": partial(_by_type_or_kind, "type"),
    "pane": _by_pane,
    "after": _after,
    "before": _before,
}


def _first_day(name: str, value: str) -> Day | str:
    try:
        return Edtf(value).earliest
    except ValueError:
        return f"{name}: takes a date such as 2023, 2023-09 or 2023-09-12, not {short(value)}"


def _choose(value: str, options: Iterable[str]) -> tuple[str, ...]:
    """The option meant, or those that begin with `value`, be it singular or plural."""
    wanted, known = value.casefold(), tuple(options)
    if wanted in known:
        return (wanted,)
    wanted = wanted if any(option.startswith(wanted) for option in known) else wanted.removesuffix("s")
    return tuple(option for option in known if wanted and option.startswith(wanted))


def _unknown(name: str, value: str, options: Iterable[str]) -> str:
    return f"{name}: knows no {short(value)}; write one of {', '.join(options)}"
