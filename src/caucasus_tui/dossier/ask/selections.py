"""What questions find among the statements, and which of these have figures: looked for once, as a dossier is kept."""

from msgspec.structs import replace

from caucasus_tui.dossier.ask.selectors import STATEMENT, select
from caucasus_tui.dossier.model import Citation, Dossier

FIGURES = "figures"
"""The name of the statements with figures."""


def name_of(question: str, section: int, selector: int) -> str:
    """The name of what a selector of a question finds among all statements."""
    return f"{question} {section} {selector}"


def selections(dossier: Dossier) -> dict[str, list[Citation]]:
    """Citations by name, in their order."""
    found = {FIGURES: [cite for cite, said in dossier.statements() if said.figures]}
    for question in dossier.questions:
        for number, section in enumerate(question.sections):
            for at, selector in enumerate(section.select):
                if selector.every == STATEMENT:
                    alone = replace(selector, refs=(), statements=())
                    found[name_of(question.id, number, at)] = [Citation(cite) for cite, _ in select(dossier, alone)]
    return found
