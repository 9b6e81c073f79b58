"""What the documentation takes from the code: `python -m tools.documents`, or `make docs`.

`docs/keys.md` and the dozen of the README come from the key table, the README's figures from the bundled dossier and
from `docs/speed.md`, the table of `docs/configuration.md` from the settings, and `docs/data-model.md` from the structs.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

from msgspec.structs import fields

from caucasus_tui.config.config import SETTINGS
from caucasus_tui.dossier.loading.load import bundled, load
from caucasus_tui.dossier.model.dossier import About, Dossier
from caucasus_tui.dossier.model.records import Record
from caucasus_tui.dossier.model.records.base import Part
from caucasus_tui.dossier.model.sources import Author, Figure, Hedge, Paragraph, Source, Statement
from tools.key_tables import dozen, every_key

ROOT = Path(__file__).parents[1]


def with_section(text: str, name: str, content: str) -> str:
    """`text` with what stands between `<!-- name… -->` and `<!-- /name -->` replaced."""
    pattern = rf"(<!-- {name}[^>]*-->\n).*?(<!-- /{name} -->)"
    return re.sub(pattern, lambda found: f"{found[1]}\n{content}\n{found[2]}", text, flags=re.DOTALL)


def readme() -> str:
    """The README with the dozen keys, the edition and the speed as they are now."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name, content in (("keys", dozen()), ("edition", edition()), ("speed", speed())):
        text = with_section(text, name, content)
    return text


def keys() -> str:
    """The page of all keys."""
    return with_section((ROOT / "docs" / "keys.md").read_text(encoding="utf-8"), "keys", every_key())


def edition() -> str:
    """What the bundled dossier holds, in a sentence."""
    dossier = load(bundled()).dossier
    later = sum(source.layer == "later" for source in dossier.whole.sources)
    return (
        f"Edition {dossier.about.version} of the bundled dossier: {len(dossier.statements())} statements of"
        f" {len(dossier.sources)} sources, {len(dossier.gaps)} gaps,\n{len(dossier.tensions)} tensions,"
        f" {len(dossier.levers)} levers; {later} later sources, {len(dossier.whole.ledger)} rows of the ledger.\n"
    )


def speed() -> str:
    """What `docs/speed.md` says of the dashboard, in a sentence."""
    page = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    row = {cells[1]: cells for line in page.splitlines() if len(cells := [c.strip() for c in line.split("|")]) == 7}
    first, memory = row["four panes on screen"], row["memory (PSS)"]
    return (
        f"Four panes on screen after {first[2]}, {first[4]} times an empty Textual program, in {memory[2]}. A key takes"
        f" {row['key to screen'][2]},\na letter of a search {row['search letter to screen'][2]}.\n"
    )


def configuration() -> str:
    """The page about the configuration with the settings as they are now."""
    lines = ["| Key | Takes | Option | Environment |", "|---|---|---|---|"]
    for row in SETTINGS:
        option = row.name.replace("_", "-")
        options = f"`--{option}`, `--no-{option}`" if isinstance(row.default, bool) else f"`--{option}`"
        also = " (`1`, `ssh`)" if row.over_ssh else ""
        variable = f"`{row.variable}`{also} " if row.variable else ""
        lines.append(f"| `{row.name}` | {row.takes} | {options} | {variable}|")
    lines.append("| `[dossiers]` | names, each with a folder | | |")
    lines.append("| `[keymap]` | ids of keys, each with keys of your own | | |")
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    return with_section(page, "settings", "\n".join(lines) + "\n")


def data_model() -> str:
    """Every struct of a dossier: what it is, its fields, which of them are needed."""
    lines = [
        "# The data model",
        "",
        "Written by `make docs` from the code. A dossier is `data/`, a file for each kind of record or a folder of",
        "files (`data/events.yaml`, `data/events/2031.yaml`), and `seeds/`, one per source. Fields in **bold** are",
        "needed. `…Id` is the id of another record, `Ref` is `kind:id`, `Citation` is `source:statement`, `Basis` a",
        "citation or a gap; each is checked. Where a list is held, one",
        "value may stand without brackets; for an id that no source gives, `not-stated` is an answer.",
    ]
    for heading, structs in (
        ("Sources (`seeds/<id>.yaml`)", (Source, Paragraph, Statement, Hedge, Figure, Author)),
        ("The dossier (`data/dossier.yaml`)", (About,)),
        ("Records (`data/<kind>.yaml`)", tuple(all_kinds(Record))),
        ("Pieces of records", tuple(all_kinds(Part))),
    ):
        lines += ["", f"## {heading}"]
        for struct in structs:
            lines += ["", *_struct(struct)]
    return "\n".join(lines) + "\n"


def all_kinds(base: type) -> Iterator[Any]:
    """The kinds of record or of pieces, by their base."""
    subclasses: list[type] = base.__subclasses__()
    for found in subclasses:
        yield found
        yield from all_kinds(found)


def _struct(struct: type) -> Iterator[str]:
    files = {hint.__args__[0]: name for name, hint in get_type_hints(Dossier).items() if hasattr(hint, "__args__")}
    where = f" — `data/{files[struct]}.yaml`" if struct in files and issubclass(struct, Record) else ""
    yield f"### {struct.__name__}{where}"
    yield ""
    if own := vars(struct).get("__doc__"):  # not inherited: that would be the manual of a library
        yield from (" ".join(own.split()), "")
    yield "| Field | Holds |"
    yield "|---|---|"
    hints = get_type_hints(struct)
    for field in fields(struct):
        name = f"**`{field.encode_name}`**" if field.required else f"`{field.encode_name}`"
        yield f"| {name} | {_type(hints[field.name])} |"


def _type(hint: object) -> str:
    text = (
        str(getattr(hint, "__name__", hint)) if isinstance(hint, type) and not hasattr(hint, "__args__") else str(hint)
    )
    text = re.sub(r"[\w.]+\.(\w+)", r"\1", text)
    text = re.sub(r"tuple\[(\w+), \.\.\.\]", r"list of \1", text)
    text = re.sub(r"Literal\[(.*?)\]", lambda found: found[1].replace("'", "").replace(", ", " · "), text)
    return re.sub(r"\bstr\b", "text", text.replace(" | None", "").replace("|", "or"))


def main() -> None:
    """Write all of it."""
    (ROOT / "README.md").write_text(readme(), encoding="utf-8")
    (ROOT / "docs" / "keys.md").write_text(keys(), encoding="utf-8")
    (ROOT / "docs" / "configuration.md").write_text(configuration(), encoding="utf-8")
    (ROOT / "docs" / "data-model.md").write_text(data_model(), encoding="utf-8")


if __name__ == "__main__":
    main()
