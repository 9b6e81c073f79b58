"""What can be asked for by name. Imports nothing heavy: the command line shows these names in its help."""

from typing import NamedTuple, get_args

from caucasus_tui.dossier.model.pane_names import SectionName


class Format(NamedTuple):
    """`letter`: for it in reading mode; `extra`, `module`: what must be installed for it beside the program,
    and the module that this is; `binary`: nothing to
    print on a terminal; `is_set_in_type`: a letter that no font has cannot be in it."""

    letter: str
    name: str
    extensions: tuple[str, ...]
    extra: str = ""
    module: str = ""
    binary: bool = False
    is_set_in_type: bool = False


FORMATS: tuple[Format, ...] = (
    Format("t", "text", (".txt", ".text")),
    Format("m", "md", (".md", ".markdown")),
    Format("h", "html", (".html", ".htm")),
    Format("j", "json", (".json",)),
    Format("d", "docx", (".docx",), binary=True),
    Format("p", "pdf", (".pdf",), extra="pdf", module="typst", binary=True, is_set_in_type=True),
)
"""A format is one module in `brief/formats/`, named like it, and its line here."""

SECTIONS: tuple[str, ...] = get_args(SectionName)
"""The keys of all sections, those of a brief in the order of reading."""

_OF_A_MEETING = ("points", "questions", "expect", "reproach")
SHEET: tuple[str, ...] = (*_OF_A_MEETING, "windows", "gaps", "names", "sources", "references")
"""Those of a meeting sheet, in its order."""

BRIEF: tuple[str, ...] = tuple(key for key in SECTIONS if key not in _OF_A_MEETING)
"""Those of a brief. `upon` and `outlook` are there only for an actor."""

MOST_MINUTES = 30


def format_named(name: str) -> Format:
    """The format of that name. Raises KeyError where there is none."""
    return {found.name: found for found in FORMATS}[name]


def format_of(file_name: str) -> Format | None:
    """The format of a file by how its name ends, in any case; None where no format ends like that."""
    return next((found for found in FORMATS if file_name.lower().endswith(found.extensions)), None)
