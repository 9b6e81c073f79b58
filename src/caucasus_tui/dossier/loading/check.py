"""The rules that hold between records. Pure: a dossier goes in, findings come out; `load` knows their places."""

from collections.abc import Callable, Iterator
from itertools import chain, islice

from caucasus_tui.dossier.loading.rules import identity, language, points, questions, references, shape
from caucasus_tui.dossier.loading.rules.scope import Finding, Scope, Unread
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.problems import PROBLEM_LIMIT

__all__ = ["RULES", "Finding", "Unread", "check"]

RULES: tuple[Callable[[Scope], Iterator[Finding]], ...] = (
    identity.well_formed,
    identity.used_once,
    identity.in_their_paragraph,
    identity.names_of_one_place,
    identity.short_names,
    identity.source_labels,
    identity.no_empty_text,
    references.citations,
    references.links,
    references.repeats,
    references.coverage,
    shape.rests_on_something,
    shape.recommendations,
    shape.scenarios,
    shape.tensions,
    shape.on_the_globe,
    shape.no_circles,
    points.expectations,
    questions.letters,
    questions.selectors,
    language.lengths,
    language.loaded_words,
    language.no_percentages,
)
"""Every rule. A new one is a function in `rules/` and a line here."""


def check(dossier: Dossier, unread: Unread | None = None) -> tuple[Finding, ...]:
    """Every broken rule in a dossier, as far as what could be read allows to tell; at most `PROBLEM_LIMIT`."""
    scope = Scope(dossier, unread or Unread())
    findings = chain.from_iterable(rule(scope) for rule in RULES)
    return tuple(islice((finding for finding in findings if finding.ref not in scope.unread.refs), PROBLEM_LIMIT))
