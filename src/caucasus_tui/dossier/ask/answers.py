"""A question and what its selectors find: the answer, before any page or format. Pure."""

from typing import NamedTuple

from caucasus_tui.dossier.ask.selections import name_of
from caucasus_tui.dossier.ask.selectors import Found, select
from caucasus_tui.dossier.model import Citation, Dossier, Gap, Question, Record, Selector, Tension, citations


class AnswerEntry(NamedTuple):
    """One thing an answer shows. `record` is None for a statement by itself; `line`: whether the record is named."""

    record: Record | None
    line: bool
    statements: tuple[Citation, ...]
    fields: tuple[str, ...]


class AnswerSection(NamedTuple):
    """A part of an answer; without a heading where the answer has one part."""

    heading: str | None
    entries: tuple[AnswerEntry, ...]


class Answer(NamedTuple):
    """What to show for a question, and what bears on it: where the sources contradict themselves or say nothing."""

    question: Question
    sections: tuple[AnswerSection, ...]
    tensions: tuple[Tension, ...]
    gaps: tuple[Gap, ...]

    @property
    def statements(self) -> tuple[Citation, ...]:
        """Every statement shown in full, once, in order."""
        return tuple(cite for section in self.sections for entry in section.entries for cite in entry.statements)


def answer(dossier: Dossier, question: Question) -> Answer:
    """The answer to a question. No statement is shown twice; one already shown is not said again for another record."""
    shown: set[str] = set()
    found = tuple(
        AnswerSection(section.heading, _entries(dossier, question, number, shown))
        for number, section in enumerate(question.sections)
    )
    named = {entry.record.ref for section in found for entry in section.entries if entry.record}
    declared = question.bearing
    # Much is not in the sources: where the curator named the gaps that matter, those about some record shown are noise.
    told = [gap for gap in dossier.gaps if gap.ref in declared]
    return Answer(
        question,
        found,
        tuple(
            tension for tension in dossier.tensions if tension.ref in declared or shown & set(citations(tension.sides))
        ),
        tuple(told or (gap for gap in dossier.gaps if named & {ref.ref for ref in gap.about})),
    )


def question_at(dossier: Dossier, key: str) -> Question | None:
    """The question asked by a letter, or by its id."""
    wanted = key.casefold()
    return next((question for question in dossier.questions if wanted in (question.key, question.id)), None)


def _entries(dossier: Dossier, question: Question, number: int, shown: set[str]) -> tuple[AnswerEntry, ...]:
    entries: list[AnswerEntry] = []
    for at, selector in enumerate(question.sections[number].select):
        for pair in select(dossier, selector, dossier.relations.selected.get(name_of(question.id, number, at))):
            entry = _entry(selector, pair, shown)
            if entry.statements or entry.line or entry.fields:
                entries.append(entry)
                shown.update(entry.statements)
    return tuple(entries)


def _entry(selector: Selector, pair: Found, shown: set[str]) -> AnswerEntry:
    address, thing = pair
    if thing is None:
        return AnswerEntry(None, False, () if address in shown else (Citation(address),), ())
    said = tuple(cite for cite in thing.cites[: selector.say] if cite not in shown)
    return AnswerEntry(thing, selector.line, said, tuple(name for name in selector.fields if getattr(thing, name, ())))
