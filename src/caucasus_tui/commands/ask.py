"""`caucasus-tui ask`: the standard meeting questions, and the answer to one as the dossier has it."""

from typing import TYPE_CHECKING

from caucasus_tui.commands import json_values as plain
from caucasus_tui.commands.opening import OK, PROBLEMS, Ended, open_dossier
from caucasus_tui.commands.printing import lens_of, output_arguments, print_json, print_rows
from caucasus_tui.dossier.addresses import WORDS, AskAt, PaneAt
from caucasus_tui.dossier.ask.answers import answer, question_at
from caucasus_tui.dossier.ask.later_questions import later_question_at, later_questions
from caucasus_tui.dossier.model import Dossier, Question
from caucasus_tui.page.answer import answer_page, questions_page

if TYPE_CHECKING:
    import argparse

MOST_NEAR = 3
"""Questions that are offered."""


def arguments(parser: "argparse.ArgumentParser") -> None:
    """The letter of a question, and how to print."""
    parser.add_argument("key", nargs="*", metavar="KEY", help="the letter of a question, or words that it is asked in")
    output_arguments(parser)


def run(options: "argparse.Namespace") -> int:
    """The list, or the answer; 1 where no question has the letter and none is asked in such words."""
    dossier = open_dossier(options)
    lens = lens_of(options)
    if not options.key:
        if options.json:
            listed = [(one.key, one.ref, one.title) for one in dossier.questions]
            listed += [(one.key, str(PaneAt(one.pane)), one.title) for one in later_questions(dossier)]
            asked = [{"key": key, "ref": ref, "title": title} for key, ref, title in listed]
            print_json(plain.envelope(dossier, "questions", questions=asked))
        else:
            print_rows(dossier, list(questions_page(dossier, lens).rows), lens)
        return OK
    if later_one := later_question_at(dossier, key := " ".join(options.key)):
        from caucasus_tui.commands import show

        options.address, options.commands = str(PaneAt(later_one.pane)), ()
        return show.run(options)
    word, _, name = key.rpartition(":")
    is_question = word.casefold() in ("", AskAt.word, Question.kind)
    if not is_question and key.partition(":")[0].casefold() in WORDS:
        raise Ended(PROBLEMS, f"{key!r} is an address, and no question; caucasus-tui show leads there")
    question = (is_question and question_at(dossier, name)) or _in_words(dossier, key)
    if options.json:
        print_json(plain.envelope(dossier, "answer", **plain.answer(dossier, answer(dossier, question))))
    else:
        print_rows(dossier, list(answer_page(dossier, question, lens).rows), lens)
    return OK


def _in_words(dossier: Dossier, words: str) -> Question:
    """The question that holds all words that tell. Raises Ended, with those that come nearest."""
    import shlex  # only one who is not understood needs it

    from caucasus_tui.dossier.search import SearchIndex

    found = SearchIndex(dossier).find(f"{words} type:{Question.kind}" if len(words) > 1 else "", MOST_NEAR)
    near = [one for hit in found.hits if (one := question_at(dossier, hit.ref.rpartition(":")[2]))]
    if near and not found.relaxed:
        return near[0]
    keys = " ".join(sorted(one.key for one in dossier.questions))
    offered = [f"  did you mean {one.key}  ({one.title})?" for one in near]
    offered += [f"  to look through everything: caucasus-tui search {shlex.join(words.split())}"] * (len(words) > 1)
    raise Ended(PROBLEMS, f"no question has the letter {words!r}; there are: {keys or 'none'}", *offered)
