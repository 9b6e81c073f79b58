"""The rules that hold between records. Pure: a dossier goes in, findings come out; `load` knows their places."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from caucasus_tui.dossier.loading.rules import (
    dating,
    identity,
    language,
    points,
    questions,
    references,
    shape,
    unfinished,
)
from caucasus_tui.dossier.loading.rules.scope import Finding, Scope, Unread
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import PROBLEM_LIMIT

__all__ = ["RULES", "Finding", "Rule", "Unread", "check"]

TODO_LIMIT = 10_000
"""Whoever writes a dossier has many statements before the first record; each of them counts."""


class Rule(NamedTuple):
    """A rule, what its findings are called where they are grouped, and whether they leave something to do only."""

    findings: Callable[[Scope], Iterator[Finding]]
    kind: str
    todo: bool = False


RULES: tuple[Rule, ...] = (
    Rule(identity.well_formed, "id of the wrong form"),
    Rule(identity.used_once, "id used twice"),
    Rule(identity.in_their_paragraph, "statement in a strange paragraph"),
    Rule(identity.names_of_one_place, "name of two places"),
    Rule(identity.short_names, "short name"),
    Rule(identity.source_labels, "label of a source"),
    Rule(identity.no_empty_text, "empty text"),
    Rule(references.citations, "citation that leads nowhere"),
    Rule(references.links, "link that leads nowhere"),
    Rule(references.repeats, "repeat of nothing"),
    Rule(shape.rests_on_something, "nothing cited"),
    Rule(shape.resolutions, "resolution"),
    Rule(shape.tensions, "tension without two sides"),
    Rule(shape.on_the_globe, "place off the globe"),
    Rule(shape.no_circles, "circle"),
    Rule(points.expectations, "expectation made up"),
    Rule(questions.letters, "letter of a question"),
    Rule(questions.selectors, "selector"),
    Rule(language.loaded_words, "word that takes a side"),
    Rule(language.no_invented_likelihoods, "likelihood in figures"),
    Rule(references.coverage, "statement not used", todo=True),
    Rule(language.lengths, "text too long", todo=True),
    Rule(language.tag, "language that is no tag", todo=True),
    Rule(unfinished.placeholders, "placeholder left", todo=True),
    Rule(unfinished.asks, "ask left open", todo=True),
    Rule(unfinished.scenarios, "scenario left open", todo=True),
    Rule(unfinished.tracks, "track left open", todo=True),
    Rule(unfinished.attributed, "words of nobody", todo=True),
    Rule(unfinished.dates, "date that is no EDTF", todo=True),
    Rule(dating.dates_are_said, "date that nobody says", todo=True),
)
"""Every rule. A new one is a function in `rules/` and a line here."""


def check(dossier: Dossier, unread: Unread | None = None) -> tuple[Finding, ...]:
    """Every broken rule in a dossier, as far as what could be read allows to tell; at most `PROBLEM_LIMIT` errors, and
    `TODO_LIMIT` things to do."""
    scope = Scope(dossier, unread or Unread())
    return (*_found(scope, False, PROBLEM_LIMIT), *_found(scope, True, TODO_LIMIT))


def _found(scope: Scope, todo: bool, limit: int) -> Iterator[Finding]:
    findings = (
        replace(finding, kind=rule.kind, todo=todo)
        for rule in RULES
        if rule.todo == todo
        for finding in rule.findings(scope)
        if finding.ref not in scope.unread.refs
    )
    return islice(findings, limit)
