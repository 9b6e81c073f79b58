"""Questions: a letter each, and selectors that find something by the names the data has."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import inspect

from caucasus_tui.dossier.ask.later_questions import LEAVING
from caucasus_tui.dossier.ask.selectors import ANY, ANY_OF, STATEMENT, as_text, everything, select, values
from caucasus_tui.dossier.loading.forms import along
from caucasus_tui.dossier.loading.rules.scope import Breach, Scope
from caucasus_tui.dossier.model import FrameWord, Question, Record, Selector, Statement, is_citation
from caucasus_tui.dossier.problems import did_you_mean

FORMS: dict[str, type[Record] | type[Statement]] = {
    STATEMENT: Statement,
    **{form.kind: form for form in Record.__subclasses__() if form is not Question},
}
"""What a selector may ask for, by kind."""


def letters(scope: Scope) -> Iterator[Breach]:
    """Every question has a letter, no two share one, and none has that of leaving."""
    seen: defaultdict[str, list[str]] = defaultdict(list)
    for question in scope.dossier.questions:
        if not (len(question.key) == 1 and "a" <= question.key <= "z"):
            yield Breach(question.ref, f"key {question.key!r}: one letter from a to z asks a question", question.key)
        elif question.key == LEAVING:
            yield Breach(question.ref, f"the letter {LEAVING!r} leaves the program; take another", question.key)
        elif seen[question.key]:
            message = f"the letter {question.key!r} already asks {seen[question.key][0]!r}; take another"
            yield Breach(question.ref, message, question.key)
        seen[question.key].append(question.id)


def selectors(scope: Scope) -> Iterator[Breach]:
    """Selectors ask for kinds, fields and values that there are, and find something."""
    for question in scope.dossier.questions:
        for selector in (selector for section in question.sections for selector in section.select):
            found = list(_names(question, selector)) or list(_values(scope, question, selector))
            # One through all of a kind asks what a dossier may not hold yet; one that names a record means that one.
            named = selector.of or not selector.every
            if not found and named and not _half_read(scope, selector) and not select(scope.dossier, selector):
                value = next(iter((selector.every, *selector.refs, *selector.statements)), None)
                found = [Breach(question.ref, "selects nothing; mend the selector, or take it out", value)]
            yield from found


def _names(question: Question, selector: Selector) -> Iterator[Breach]:
    kind = selector.every
    if kind is None:
        if selector.where or selector.of or selector.order:
            yield Breach(question.ref, "'where', 'of' and 'order' need 'every', the kind of record to look through")
        elif not (selector.refs or selector.statements):
            yield Breach(question.ref, "a selector needs 'every', 'refs' or 'statements'")
    elif kind not in FORMS:
        yield Breach(question.ref, f"no record is of the kind {kind!r}{did_you_mean(kind, FORMS)}", kind)
    else:
        paths = [path for key in selector.where for path in key.split(ANY_OF)]
        paths += [*selector.fields, *([selector.order] if selector.order else [])]
        for path in dict.fromkeys(paths):
            if message := _unknown_field(kind, path):
                yield Breach(question.ref, message, path)


def _unknown_field(kind: str, path: str) -> str:
    """What is wrong with a dotted path through the fields of a kind, or nothing."""
    for _, fields, name in along(FORMS[kind], path):
        if name not in fields:
            return f"a {kind} has no field {path!r}{did_you_mean(name, fields)}"
    return ""


def _values(scope: Scope, question: Question, selector: Selector) -> Iterator[Breach]:
    """A value that nothing has is a slip of the pen, unless it is a word of the field's own vocabulary."""
    if selector.every is None or _half_read(scope, selector):
        return
    for key, wanted in selector.where.items():
        paths = key.split(ANY_OF)
        known = {ANY, *(word for path in paths for word in _vocabulary(selector.every, path))}
        if known.issuperset(wanted):  # else what there is tells, which takes a look at all of it
            continue
        looked_through = list(everything(scope.dossier, selector))
        known.update(as_text(found) for path in paths for _, thing in looked_through for found in values(thing, path))
        for value in wanted:
            if value not in known:
                message = f"no {selector.every} has {value!r} as {key!r}{did_you_mean(value, sorted(known - {ANY}))}"
                yield Breach(question.ref, message, value)


def _vocabulary(kind: str, path: str) -> tuple[str, ...]:
    *_, (_, fields, name) = along(FORMS[kind], path)
    form = fields[name]
    if isinstance(form, inspect.CustomType) and issubclass(form.cls, FrameWord):
        return form.cls.known
    return tuple(map(str, form.values)) if isinstance(form, inspect.LiteralType) else ()


def _half_read(scope: Scope, selector: Selector) -> bool:
    """Whether some of what a selector looks through could not be read, so that nothing can be said of what it finds."""
    named = [*(ref.partition(":")[0] for ref in selector.refs), *([STATEMENT] if selector.statements else [])]
    kinds = {selector.every, *named, *([selector.of.partition(":")[0]] if selector.of else [])}
    if STATEMENT in kinds and not all(map(is_citation, scope.statements)):
        return True
    return any(ref.partition(":")[0] in kinds for ref in scope.unread.refs)
