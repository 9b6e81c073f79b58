"""`caucasus-tui ask`: the standard meeting questions, and the answer to one as the dossier has it."""

from typing import TYPE_CHECKING

from caucasus_tui.commands import json_values as plain
from caucasus_tui.commands.opening import OK, PROBLEMS, Ended, open_dossier
from caucasus_tui.commands.printing import lens_of, output_arguments, print_json, print_rows
from caucasus_tui.dossier.addresses import PaneAt
from caucasus_tui.dossier.ask.answers import answer, question_at
from caucasus_tui.dossier.ask.later_questions import later_question_at, later_questions
from caucasus_tui.page.answer import answer_page, questions_page

if TYPE_CHECKING:
    import argparse


def arguments(parser: "argparse.ArgumentParser") -> None:
    """The letter of a question, and how to print."""
    parser.add_argument("key", nargs="?", metavar="KEY", help="the letter of a question, or its id")
    output_arguments(parser)


def run(options: "argparse.Namespace") -> int:
    """The list, or the answer; 1 where no question has the letter."""
    dossier = open_dossier(options)
    lens = lens_of(options)
    if options.key is None:
        if options.json:
            listed = [(one.key, one.ref, one.title) for one in dossier.questions]
            listed += [(one.key, str(PaneAt(one.pane)), one.title) for one in later_questions(dossier)]
            asked = [{"key": key, "ref": ref, "title": title} for key, ref, title in listed]
            print_json(plain.envelope(dossier, "questions", questions=asked))
        else:
            print_rows(dossier, list(questions_page(dossier, lens).rows), lens)
        return OK
    if later_one := later_question_at(dossier, options.key):
        from caucasus_tui.commands import show

        options.address, options.commands = str(PaneAt(later_one.pane)), ()
        return show.run(options)
    question = question_at(dossier, options.key)
    if question is None:
        keys = " ".join(sorted(one.key for one in dossier.questions))
        raise Ended(PROBLEMS, f"no question has the letter {options.key!r}; there are: {keys or 'none'}")
    if options.json:
        print_json(plain.envelope(dossier, "answer", **plain.answer(dossier, answer(dossier, question))))
    else:
        print_rows(dossier, list(answer_page(dossier, question, lens).rows), lens)
    return OK
