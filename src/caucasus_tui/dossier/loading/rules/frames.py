"""Words that order a dossier are known, to the program or to data/dossier.yaml."""

from collections.abc import Iterator

from caucasus_tui.dossier.loading.rules.scope import Breach, Scope
from caucasus_tui.dossier.model.frame_words import FrameWord
from caucasus_tui.dossier.problems import did_you_mean, short


def words(scope: Scope) -> Iterator[Breach]:
    """A lane, a form of source, a state of a route is one of those that there are; a slip of the pen is none."""
    for item in scope.items:
        for word in (part for part in item.texts if isinstance(part, FrameWord)):
            key = word.added_by
            known = (*getattr(scope.dossier.about, key), *word.known)
            if word not in known:
                hint = did_you_mean(word, known) or f"; there are {', '.join(known)}."
                hint += " Or" if hint.endswith("?") else " Else"
                message = f"{short(word)} is no word of {key}{hint} add it to {key} in data/dossier.yaml"
                yield Breach(item.ref, message, word)
