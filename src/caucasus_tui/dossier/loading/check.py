"""The rules that hold between records. Pure: a dossier goes in, breaches come out; `load` knows their places."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from msgspec.structs import replace

from caucasus_tui.dossier.loading.rules import (
    cross_references,
    date_basis,
    identity,
    language,
    layer_rules,
    once,
    questions,
    shape,
    unfinished,
)
from caucasus_tui.dossier.loading.rules.scope import Breach, Scope, Unread
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import PROBLEM_LIMIT

__all__ = ["RULES", "Breach", "Rule", "Unread", "check"]

TODO_LIMIT = 10_000
"""Whoever writes a dossier has many statements before the first record; each of them counts."""


class Rule(NamedTuple):
    """A rule, what its breaches are called where they are grouped, and whether they leave something to do only."""

    breaches: Callable[[Scope], Iterator[Breach]]
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
    Rule(cross_references.citations, "citation that leads nowhere"),
    Rule(cross_references.links, "link that leads nowhere"),
    Rule(cross_references.repeats, "repeat of nothing"),
    Rule(cross_references.frame_words, "word of no list"),
    Rule(shape.rests_on_something, "nothing cited"),
    Rule(shape.tensions, "tension without two sides"),
    Rule(shape.on_the_globe, "place off the globe"),
    Rule(shape.no_circles, "circle"),
    Rule(shape.expectations, "expectation made up"),
    Rule(layer_rules.layers_apart, "layers mixed"),
    Rule(layer_rules.later_sources, "later source"),
    Rule(layer_rules.about_the_text, "later line about nothing"),
    Rule(layer_rules.judgements, "state of a forecast"),
    Rule(layer_rules.not_too_early, "judged too early"),
    Rule(layer_rules.disputes, "dispute without two sides"),
    Rule(questions.letters, "letter of a question"),
    Rule(questions.selectors, "selector"),
    Rule(language.loaded_words, "word that takes a side"),
    Rule(language.no_invented_likelihoods, "likelihood in figures"),
    Rule(cross_references.coverage, "statement not used", todo=True),
    Rule(language.lengths, "text too long", todo=True),
    Rule(layer_rules.lengths, "reason too long", todo=True),
    Rule(identity.short_enough, "name too long", todo=True),
    Rule(identity.labels_alike, "label of two sources", todo=True),
    Rule(language.tag, "language that is no tag", todo=True),
    Rule(language.marking, "marking", todo=True),
    Rule(language.hedges_on_their_band, "hedge of another band", todo=True),
    Rule(language.ranges, "range the wrong way round", todo=True),
    Rule(once.members, "named twice", todo=True),
    Rule(once.sides, "both sides of one thing", todo=True),
    Rule(once.places, "place of two", todo=True),
    Rule(once.at_odds, "what does not go together", todo=True),
    Rule(once.dates_in_order, "dates against the order", todo=True),
    Rule(unfinished.placeholders, "placeholder left", todo=True),
    Rule(unfinished.asks, "ask left open", todo=True),
    Rule(unfinished.levers, "lever of nobody", todo=True),
    Rule(unfinished.scenarios, "scenario left open", todo=True),
    Rule(unfinished.tracks, "track or agreement left open", todo=True),
    Rule(unfinished.attributed, "words of nobody", todo=True),
    Rule(unfinished.dates, "date that is no EDTF", todo=True),
    Rule(date_basis.dates_are_said, "date that nobody says", todo=True),
)
"""Every rule. A new one is a function in `rules/` and a line here."""


def check(dossier: Dossier, unread: Unread | None = None) -> tuple[Breach, ...]:
    """Every broken rule in a dossier, as far as what could be read allows to tell; at most `PROBLEM_LIMIT` errors, and
    `TODO_LIMIT` things to do."""
    scope = Scope(dossier, unread or Unread())
    return (*_found(scope, False, PROBLEM_LIMIT), *_found(scope, True, TODO_LIMIT))


def _found(scope: Scope, todo: bool, limit: int) -> Iterator[Breach]:
    breaches = (
        replace(breach, kind=rule.kind, todo=todo)
        for rule in RULES
        if rule.todo == todo
        for breach in rule.breaches(scope)
        if breach.ref not in scope.unread.refs
    )
    return islice(breaches, limit)
