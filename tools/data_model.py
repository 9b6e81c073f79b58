"""The page about the data model, `docs/data-model.md`, from the structs."""

import re
from collections.abc import Iterator
from typing import Any, get_type_hints

from msgspec.structs import fields

from caucasus_tui.dossier.loading.json_schema import field_docs
from caucasus_tui.dossier.model.about import Change
from caucasus_tui.dossier.model.dates.edtf import When
from caucasus_tui.dossier.model.dossier import About, Dossier
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.model.records.base import Part
from caucasus_tui.dossier.model.sources import Author, Figure, Hedge, Paragraph, ReadFrom, Source, Statement


def data_model() -> str:
    """Every struct of a dossier: what it is, its fields, which of them are needed."""
    lines = [
        "# The data model",
        "",
        "Written by `make docs` from the code. A dossier is `data/`, a file for each kind of record or a folder of",
        "files (`data/events.yaml`, `data/events/2031.yaml`), and `seeds/`, one per source. Fields in **bold** are",
        "needed; every record has those of `Record` too. Where a list is held, one value may stand without brackets.",
        "The [glossary](glossary.md) says what the words mean, [your own dossier](your-own-dossier.md) shows them in",
        "use.",
        "",
        "| What a field holds | Is written as |",
        "|---|---|",
        "| `…Id` | the id of another record; where no source says which, `not-stated` is an answer |",
        "| `Ref` | `kind:id`, such as `lever:stone` |",
        "| `Citation` | `source:statement`, such as `alder-post:p8.2` |",
        "| `CitationOrGap`, `Touched` | a citation or `gap:id`; a citation or any `kind:id` |",
        "| `Edtf` | a [date](dates.md), such as `2025-05-04` or `2025-05~` |",
        "| `Lane`, `SourceForm`, `RouteWord` | a word of the program, or one that `data/dossier.yaml` adds |",
        "",
        "Each of these is checked, and a wrong one is told with its place.",
    ]
    for heading, structs in (
        ("Sources (`seeds/<id>.yaml`)", (Source, ReadFrom, Author, Paragraph, Statement, Hedge, Figure, When)),
        ("The dossier (`data/dossier.yaml`)", (About, Change)),
        ("Records (`data/<kind>.yaml`)", (Record, *all_kinds(Record))),
        ("Pieces of records", tuple(all_kinds(Part))),
    ):
        lines += ["", f"## {heading}"]
        for struct in structs:
            lines += ["", *_struct(struct)]
    return "\n".join(lines) + "\n"


def all_kinds(base: type) -> Iterator[Any]:
    """The program's own kinds of record or of pieces, by their base; tests may make up more."""
    subclasses: list[type] = base.__subclasses__()
    for found in (found for found in subclasses if found.__module__.startswith("caucasus_tui.")):
        yield found
        yield from all_kinds(found)


def _struct(struct: type) -> Iterator[str]:
    """A struct; of a kind of record only what is not the same in every record."""
    files = {hint.__args__[0]: name for name, hint in get_type_hints(Dossier).items() if hasattr(hint, "__args__")}
    where = f" — `data/{files[struct]}.yaml`" if struct in files and issubclass(struct, Record) else ""
    yield f"### {struct.__name__}{where}"
    yield ""
    if own := vars(struct).get("__doc__"):  # not inherited: that would be the manual of a library
        yield from (" ".join(own.split()), "")
    yield "| Field | Holds | Means |"
    yield "|---|---|---|"
    of_every = {*_rows(Record)} if issubclass(struct, Record) and struct is not Record else set()
    yield from (row for row in _rows(struct) if row not in of_every)


def _rows(struct: type) -> Iterator[str]:
    hints, docs = get_type_hints(struct), field_docs(struct)
    for field in fields(struct):
        name = f"**`{field.encode_name}`**" if field.required else f"`{field.encode_name}`"
        means = " ".join(docs.get(field.name, "").split()).replace("|", "\\|")
        yield f"| {name} | {_type(hints[field.name])} | {means} |"


def _type(hint: object) -> str:
    text = (
        str(getattr(hint, "__name__", hint)) if isinstance(hint, type) and not hasattr(hint, "__args__") else str(hint)
    )
    text = re.sub(r"[\w.]+\.(\w+)", r"\1", text)
    text = re.sub(r"Literal\[(.*?)\]", lambda found: found[1].replace("'", "").replace(", ", " · "), text)
    text = re.sub(r"Optional\[(.*)\]", r"\1", text)
    text = re.sub(r"tuple\[([^\[\]]+), \.\.\.\]", r"list of \1", text)
    text = re.sub(r"dict\[str, ([^\[\]]+)\]", r"for each name: \1", text)
    text = re.sub(r"dict\[([^\[\]]+), ([^\[\]]+)\]", r"for any of \1: \2", text)
    return re.sub(r"\bstr\b", "text", text.replace(" | None", "").replace("|", "or"))
