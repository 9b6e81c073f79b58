"""The formats of a brief: one module each, with `render(brief, width) -> bytes`."""

from importlib import import_module

from caucasus_tui.brief.choices import Format
from caucasus_tui.brief.model import Brief

DEFAULT_WIDTH = 80
"""Cells; only text has lines of a given width."""


class MissingExtraError(Exception):
    """What a format needs is not installed; the text says how to install it."""


def render(brief: Brief, form: Format, width: int = DEFAULT_WIDTH) -> bytes:
    """The brief as a file of that format; what is text is in UTF-8. Raises MissingExtraError."""
    try:
        module = import_module(f"caucasus_tui.brief.formats.{form.name}")
    except ModuleNotFoundError as error:
        if not form.extra or (error.name or "").startswith("caucasus_tui"):
            raise
        command = f"pip install 'caucasus-tui[{form.extra}]'"
        raise MissingExtraError(f"{form.name} needs {error.name}, which is not installed: {command}") from error
    return bytes(module.render(brief, width))
