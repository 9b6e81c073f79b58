"""`caucasus-tui brief`: the cited content to carry into a meeting, as text, Markdown, HTML, JSON, Word or PDF."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from caucasus_tui.brief.build import build
from caucasus_tui.brief.choices import FORMATS, MOST_MINUTES, SECTIONS, Format, format_named, format_of
from caucasus_tui.brief.export import OutputError, require_writable, write_whole
from caucasus_tui.brief.formats import FormatError, render
from caucasus_tui.brief.model import Request
from caucasus_tui.brief.whom import find_actor, nearest_actors
from caucasus_tui.commands.opening import OK, PROBLEMS, ended, open_dossier, outline_beside
from caucasus_tui.commands.printing import columns, lens_of, within
from caucasus_tui.dossier.model.outline import Outline
from caucasus_tui.streams import complain, json_for_stdout

if TYPE_CHECKING:
    import argparse

EXAMPLES = """\
examples:
  caucasus-tui brief --minutes 3 -o brief.html       three minutes, to print and hand over
  caucasus-tui brief --for iran --section levers     what Iran can do
  caucasus-tui brief --with azerbaijan               points, questions and answers for a meeting
"""


def arguments(parser: "argparse.ArgumentParser") -> None:
    """Options of the brief."""
    extensions = ", ".join(form.extensions[0] for form in FORMATS)
    parser.add_argument("--for", dest="actor", default="", metavar="ACTOR", help="write it round an actor, by any name")
    parser.add_argument(
        "--with", dest="counterpart", default="", metavar="ACTOR", help="the sheet for a meeting with an actor instead"
    )
    parser.add_argument(
        "--minutes", type=_minutes, metavar="N", help=f"keep within N minutes of reading, 1–{MOST_MINUTES}"
    )
    parser.add_argument(
        "--section",
        dest="sections",
        action="append",
        default=[],
        choices=SECTIONS,
        metavar="NAME",
        help=f"only this section (repeatable): {', '.join(SECTIONS)}",
    )
    parser.add_argument(
        "--map", action="store_true", help="with the map to scale and how routes stand; HTML and PDF draw it"
    )
    names = [form.name for form in FORMATS]
    parser.add_argument("--format", choices=names, metavar="FORMAT", help=f"{', '.join(names)} (default: text)")
    parser.add_argument("-o", "--output", default="-", metavar="FILE", help=f"write a file ({extensions}); - is stdout")
    parser.add_argument("--force", action="store_true", help="let -o overwrite a file")
    parser.add_argument(
        "--width", type=columns, metavar="N", help="columns to wrap text to (default: the terminal's, or 80)"
    )


def run(options: "argparse.Namespace") -> int:
    """Print or write the brief: 0; 1 where the dossier is not sound or has no such actor; 2 for wrong use."""
    path = None if options.output == "-" else Path(options.output)
    form = _format(options.format, options.output)
    if path:
        return _written(options, form, path)
    if form.binary and sys.stdout.isatty():
        raise ended(f"{form.name} would garble a terminal; write a file with -o brief{form.extensions[0]}")
    return _printed(_content(options, form), form)


def _written(options: "argparse.Namespace", form: Format, path: Path) -> int:
    """The brief in a file. What stands in the way is found before the work, and looked for again after it."""
    try:
        require_writable(path, force=options.force)
        write_whole(path, _content(options, form), force=options.force)
    except OutputError as error:
        raise ended(str(error)) from error
    complain(f"caucasus-tui: wrote {path}")
    return OK


def _content(options: "argparse.Namespace", form: Format) -> bytes:
    """The bytes of the brief. Raises Ended where there are none."""
    dossier = open_dossier(options)
    if options.actor and options.counterpart:
        raise ended("--for turns the brief round an actor, --with makes the sheet of a meeting; take one of them")
    whom = ""
    if name := options.actor or options.counterpart:
        found = find_actor(dossier, name)
        if found is None:
            near = nearest_actors(dossier, name)
            offer = f"; the nearest: {', '.join(near)}" if near else "; 'caucasus-tui list actor' names them all"
            raise ended(f"no actor is called {name!r}{offer}", PROBLEMS)
        whom = found.id
        if name in found.was:
            complain(f"{name} is now {whom}")
    outline = _outline(options) if options.map else None
    request = Request(
        today=options.today,
        minutes=options.minutes,
        actor=whom if options.actor else "",
        counterpart=whom if options.counterpart else "",
        sections=tuple(options.sections),
        outline=outline,
        since_then=bool(options.since_then),
    )
    try:
        return render(
            build(dossier, request), form, lens_of(options).width, lambda said: complain(f"caucasus-tui: {said}")
        )
    except FormatError as error:
        raise ended(str(error)) from error


def _outline(options: "argparse.Namespace") -> Outline:
    """What to draw the map on. Raises Ended where there is nothing, or it cannot be read."""
    found = outline_beside(options).found
    if isinstance(found, Outline):
        return found
    missing = "there is no data/outline.geojson to draw a map on; docs/map.md says where to get one"
    raise ended(str(found or missing), PROBLEMS)


def _format(name: str | None, output: str) -> Format:
    """The format named; else the one that the file's name ends like; text on stdout. Raises Ended where none does."""
    if name or output == "-":
        return format_named(name) if name else FORMATS[0]
    if form := format_of(Path(output).name):
        return form
    known = ", ".join(extension for known in FORMATS for extension in known.extensions)
    raise ended(f"{output}: no format has this extension; known are {known}; or name one with --format")


def _printed(content: bytes, form: Format) -> int:
    """The brief on stdout: bytes as they are, text in what the terminal or `--ascii` asks for."""
    if form.binary:
        sys.stdout.buffer.write(content)
    else:
        text = content.decode()
        sys.stdout.write(json_for_stdout(text) if form.name == "json" else text)
    return OK


def _minutes(text: str) -> int:
    return within(text, 1, MOST_MINUTES)
