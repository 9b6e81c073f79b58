"""An item as plain text to paste: type, hedge, citation and as-of go with it, so that it stays honest outside."""

from caucasus_tui.dossier.dates import span_words
from caucasus_tui.dossier.dossier import Dossier
from caucasus_tui.dossier.links import Citation
from caucasus_tui.dossier.yardstick import hedge_words
from caucasus_tui.page.marks import TYPE_MARKS


def copy_text(dossier: Dossier, title: str, cites: tuple[Citation, ...]) -> str:
    """The title, each statement on a line of its own, and as of when the sources stand."""
    lines = [title]
    for cite in cites:
        statement = dossier.statement(cite)
        if statement:
            hedge = f" {hedge_words(statement.hedge)}" if statement.hedge else ""
            lines.append(f"- [{TYPE_MARKS[statement.type].word}] {statement.text}{hedge} ({cite})")
    about = dossier.about
    derived = ", derived" if about.as_of.year == "inferred" else ""
    lines.append(f"As of {span_words(about.as_of)}{derived}. {about.title}, dossier {about.version}.")
    return "\n".join(lines) + "\n"
