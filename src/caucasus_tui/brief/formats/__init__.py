"""The formats of a brief: one module each, with `render(brief, width) -> bytes`; one whose fonts may lack letters takes
a third argument, which it tells what it replaced."""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from caucasus_tui.brief.choices import FORMATS, Format
from caucasus_tui.brief.formats.extras import installing
from caucasus_tui.brief.model import Brief
from caucasus_tui.dossier.text.clean import clean

DEFAULT_WIDTH = 80
"""Cells; only text has lines of a given width."""
SAID = 120
"""Characters kept of what a library says of itself."""


class FormatError(Exception):
    """The brief cannot be had in this format; the text is one line that says why."""


class MissingExtraError(FormatError):
    """What a format needs is not installed; the text says how to install it."""


def render(
    brief: Brief, form: Format, width: int = DEFAULT_WIDTH, tell: Callable[[str], None] = lambda said: None
) -> bytes:
    """The brief as a file of that format; what is text is in UTF-8. `tell` gets, in a line, what could not be shown as
    it is. Raises FormatError, whatever a library raises."""
    try:
        module = import_module(f"caucasus_tui.brief.formats.{form.name}")
        return bytes(module.render(brief, width, tell) if form.is_set_in_type else module.render(brief, width))
    except ModuleNotFoundError as error:
        if not form.extra or (error.name or "").startswith("caucasus_tui"):
            raise
        raise MissingExtraError(f"{form.name} needs {error.name}: {installing(form.extra)}") from error
    except BaseException as error:
        # A panic of a library in Rust is no Exception, yet no more than that.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise FormatError(f"{form.name} cannot be made of this brief: {_reason(error)}") from error


def not_installed() -> dict[Format, str]:
    """The formats that need something beside the program which is not there, each with the command that installs it.
    Loads nothing."""
    return {form: installing(form.extra) for form in FORMATS if form.module and find_spec(form.module) is None}


def _reason(error: BaseException) -> str:
    said = clean(str(error).partition("\n")[0])
    what = f"{type(error).__name__}{': ' if said else ''}{said}"
    return what if len(what) <= SAID else f"{what[:SAID]}…"
