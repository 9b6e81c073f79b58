"""`caucasus-tui check`: every problem of a dossier as `file:line:col: message`, errors apart from what is to be done.

With an original at hand it also compares fingerprints, and looks for wording that is not ours.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from caucasus_tui.commands.opening import OK, PROBLEMS, USAGE, read_loaded
from caucasus_tui.streams import complain

if TYPE_CHECKING:
    from caucasus_tui.dossier.loading.load import Loaded
    from caucasus_tui.dossier.problems import Problem

HELP = "report every problem of a dossier as file:line:col: message"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The dossier, and the originals to compare with."""
    parser.add_argument("folder", nargs="?", metavar="DIR", help="the dossier to check, as with --dossier DIR")
    parser.add_argument(
        "--original",
        metavar="SOURCE=FILE",
        type=_pair,
        action="append",
        default=[],
        help="also compare with the original text of a source: same paragraphs, no shared run of 8 words (repeatable)",
    )

    parser.add_argument("--strict", action="store_true", help="fail, with status 1, also where something is to be done")
    parser.add_argument("--json", action="store_true", help="print JSON, as docs/json-output.md describes it")


def _pair(text: str) -> tuple[str, Path]:
    source, sign, file = text.partition("=")
    if not (source and sign and file):
        raise argparse.ArgumentTypeError(f"{text!r} is not SOURCE=FILE, such as ecfr-2023=article.txt")
    return source, Path(file)


def run(options: argparse.Namespace) -> int:
    """0 where the dossier has no error, 1 where it has (with `--strict`, also where something is to be done), 2 where
    an original cannot be read. Errors go to stderr, what is to be done and the total to stdout."""
    from caucasus_tui.dossier.problems import DossierError, Problem, in_order

    options.dossier = options.folder or options.dossier
    told: list[str] = []
    errors: list[Problem] = []
    counts = ""
    try:
        loaded = read_loaded(options)
    except DossierError as error:
        errors += error.problems
        todo = error.todo
        if options.original:
            told.append("not compared with originals: first the errors")
    else:
        todo = loaded.dossier.todo
        whole = loaded.dossier.whole
        counts = f"{len(whole.records())} records, {len(whole.statements())} statements: "
        for source, file in options.original:
            refusal, said, found = _compare(loaded, source, file)
            if refusal:
                complain(refusal)
                return USAGE
            told.append(said)
            errors += found
    _tell(in_order(errors), todo, counts, told, as_json=options.json)
    return PROBLEMS if errors or (options.strict and todo) else OK


def _tell(
    errors: "tuple[Problem, ...]", todo: "tuple[Problem, ...]", counts: str, told: list[str], *, as_json: bool
) -> None:
    from caucasus_tui.commands.check_report import plain, report, total

    if as_json:
        from caucasus_tui.commands.json_values import FORMAT
        from caucasus_tui.commands.printing import print_json

        findings = [plain(problem) for problem in (*errors, *todo)]
        print_json({"format": FORMAT, "kind": "check", "errors": len(errors), "to_do": len(todo), "findings": findings})
        return
    for line in report(errors):
        complain(line)
    print("\n".join((*report(todo), *told, f"{counts}{total(len(errors), len(todo))}")))


def _compare(loaded: "Loaded", source_id: str, file: Path) -> "tuple[str, str, tuple[Problem, ...]]":
    """Why it cannot be done, in one line, or empty; what came of it, in one line; what is wrong."""
    from caucasus_tui.dossier.loading.original_paragraphs import OriginalError, match, read_original
    from caucasus_tui.dossier.problems import did_you_mean
    from caucasus_tui.dossier.text.clean import clean

    source, shown = loaded.dossier.source(source_id), clean(str(file))
    if source is None:
        known = [source.id for source in loaded.dossier.sources]
        return f"no source is called {clean(source_id)!r}{did_you_mean(source_id, known)}", "", ()
    try:
        text = read_original(file.resolve(), shown)  # a link that the reader typed is the reader's own
    except OriginalError as error:
        return str(error), "", ()
    except OSError as error:
        return f"{shown}: {(error.strerror or 'cannot be read').lower()}", "", ()
    original = match(source, text, shown)
    shared = tuple(_shared(loaded, text))
    count = sum(1 for paragraph in source.paragraphs if paragraph.sha256)
    said = f"{source_id}: {count - len(original.differing)} of {count} paragraphs with a fingerprint are in {shown}"
    said += "" if shared else "; the dossier shares no run of 8 words with it"
    return "", said, (*_differing(loaded, source_id, original.differing, shown), *shared)


def _differing(loaded: "Loaded", source_id: str, differing: tuple[str, ...], shown: str) -> "Iterator[Problem]":
    for name in differing:
        message = f"no text in {shown} has the fingerprint of paragraph {name}"
        yield _placed(loaded, "not the original", f"paragraph:{source_id}:{name}", message)


def _shared(loaded: "Loaded", text: str) -> "Iterator[Problem]":
    from caucasus_tui.dossier.loading.overlap import shared_runs

    return (
        _placed(loaded, "words of the original", finding.ref, finding.message, finding.value)
        for finding in shared_runs(loaded.dossier, text)
    )


def _placed(loaded: "Loaded", kind: str, ref: str, message: str, value: str | None = None) -> "Problem":
    from caucasus_tui.dossier.problems import Problem

    file, line, column = loaded.positions.find(ref, value) or (ref, None, None)
    return Problem(file=file, line=line, column=column, message=message, kind=kind, about=ref)
