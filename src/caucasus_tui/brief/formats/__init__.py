"""The formats of a brief: one module each, with `render(brief, width) -> bytes`."""

from importlib import import_module

from msgspec import Struct

from caucasus_tui.brief.model import Brief

DEFAULT_WIDTH = 80
"""Cells; only text has lines of a given width."""


class Format(Struct, frozen=True, kw_only=True):
    """`extra`: what must be installed for it beside the program; `binary`: nothing for a terminal."""

    name: str
    extensions: tuple[str, ...]
    extra: str = ""
    binary: bool = False


FORMATS: tuple[Format, ...] = (
    Format(name="text", extensions=(".txt", ".text")),
    Format(name="md", extensions=(".md", ".markdown")),
    Format(name="html", extensions=(".html", ".htm")),
    Format(name="json", extensions=(".json",)),
    Format(name="docx", extensions=(".docx",), extra="docx", binary=True),
    Format(name="pdf", extensions=(".pdf",), extra="pdf", binary=True),
)
"""A format is one module here, named like it, and its line in this table."""


class MissingExtraError(Exception):
    """What a format needs is not installed; the text says how to install it."""


def named(name: str) -> Format:
    """The format of that name. Raises KeyError where there is none."""
    return next((found for found in FORMATS if found.name == name), None) or _unknown(name)


def of_extension(extension: str) -> Format | None:
    """The format of files that end like this, `.md`, in any case; None where there is none."""
    return next((found for found in FORMATS if extension.lower() in found.extensions), None)


def render(brief: Brief, form: Format, width: int = DEFAULT_WIDTH) -> bytes:
    """The brief as a file of that format; text in UTF-8. Raises MissingExtraError."""
    try:
        module = import_module(f"caucasus_tui.brief.formats.{form.name}")
    except ModuleNotFoundError as error:
        if not form.extra or (error.name or "").startswith("caucasus_tui"):
            raise
        command = f"pip install 'caucasus-tui[{form.extra}]'"
        raise MissingExtraError(f"{form.name} needs {error.name}, which is not installed: {command}") from error
    return bytes(module.render(brief, width))


def _unknown(name: str) -> Format:
    raise KeyError(name)
