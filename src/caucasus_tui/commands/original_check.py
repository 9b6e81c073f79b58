"""What `check --original` does: fingerprints compared with a text at hand, its wording looked for in the dossier."""

import argparse
from collections.abc import Iterator
from importlib.resources.abc import Traversable

from caucasus_tui.commands.opening import places_of_originals
from caucasus_tui.dossier.loading.load import Loaded
from caucasus_tui.dossier.loading.misplaced import misplaced
from caucasus_tui.dossier.loading.original_paragraphs import OriginalError, match, read_original
from caucasus_tui.dossier.loading.overlap import shared_runs
from caucasus_tui.dossier.model.sources import Source
from caucasus_tui.dossier.problems import Problem, did_you_mean
from caucasus_tui.dossier.text import reason
from caucasus_tui.dossier.text.clean import clean


def originals_to_compare(loaded: Loaded, options: argparse.Namespace) -> Iterator[tuple[Source, Traversable, str]]:
    """Each source to compare, its text, and what that is called. Raises OriginalError where there is none."""
    for source_id, file in filter(None, options.original):
        source = loaded.dossier.whole.source(source_id)
        if source is None:
            known = [source.id for source in loaded.dossier.whole.sources]
            raise OriginalError(f"no source is called {clean(source_id)!r}{did_you_mean(source_id, known)}")
        yield source, file.resolve(), clean(str(file))  # a link that the reader typed is the reader's own
    if None in options.original:
        places = places_of_originals(options.dossier)
        kept = [
            (source, folder / f"{source.id}.txt", f"{shown}{source.id}.txt")
            for source in loaded.dossier.whole.sources
            for shown, folder in places.items()
        ]
        if not (found := [(source, file, shown) for source, file, shown in kept if file.is_file()]):
            raise OriginalError(f"there is no text to compare with; put one into {next(iter(places))}SOURCE.txt")
        yield from found


def compared(loaded: Loaded, source: Source, file: Traversable, shown: str) -> tuple[str, list[Problem]]:
    """What came of it, in one line; what is wrong or doubtful. Raises OriginalError."""
    try:
        text = read_original(file, shown)
    except OSError as error:
        raise OriginalError(f"{shown}: {reason(error, 'cannot be read')}") from error
    original = match(source, text, shown)
    runs = shared_runs(loaded.dossier, text)
    shared = [placed(loaded, "words of the original", run.ref, run.message, run.value) for run in runs]
    count = sum(1 for paragraph in source.paragraphs if paragraph.sha256)
    said = f"{source.id}: {count - len(original.differing)} of {count} paragraphs with a fingerprint are in {shown}"
    said += "" if shared else "; the dossier shares no run of 8 words with it"
    doubts = [
        placed(loaded, "statement of another paragraph", breach.ref, breach.message, todo=True)
        for breach in misplaced(source, original)
    ]
    return said, [*_differing(loaded, source.id, original.differing, shown), *shared, *doubts]


def _differing(loaded: Loaded, source_id: str, differing: tuple[str, ...], shown: str) -> Iterator[Problem]:
    for name in differing:
        message = f"no text in {shown} has the fingerprint of paragraph {name}"
        yield placed(loaded, "not the original", f"paragraph:{source_id}:{name}", message)


def placed(
    loaded: Loaded, kind: str, ref: str, message: str, value: str | None = None, *, todo: bool = False
) -> Problem:
    """A problem of what is at an address, with its file, line and column; `value`: of that value of it."""
    file, line, column = loaded.positions.find(ref, value) or (ref, None, None)
    return Problem(file=file, line=line, column=column, message=message, kind=kind, todo=todo, about=ref)
