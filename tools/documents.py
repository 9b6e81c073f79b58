"""What the documentation takes from the code: `python -m tools.documents`, or `make docs`.

`docs/keys.md` and the dozen of the README come from the key table, the README's figures from the bundled dossier and
from `docs/speed.md`, the table of `docs/configuration.md` from the settings, that of `docs/dates.md` from what is read,
and `docs/data-model.md` from the structs.
"""

import re
from pathlib import Path

from caucasus_tui.config.config import SETTINGS
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dates.edtf import NOT_STATED, Edtf, When
from caucasus_tui.dossier.model.dates.words import span_words
from tools.data_model import data_model
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
    kept, first, memory = row["the picture of the last start"], row["four panes on screen"], row["memory (PSS)"]
    return (
        f"Four panes on screen after {kept[2]} where the picture of the last start still holds ({kept[4]} times an"
        f" empty\nTextual program), else after {first[2]} ({first[4]} times), in {memory[2]}. A key takes"
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


DATES = {
    "2023-09-12": "a day",
    "2023-09": "a month",
    "2023": "a year",
    "202X": "digits that are not known",
    "2023-09~": "about then",
    "2023-09?": "not sure",
    "2023-21": "spring; 21 to 24 are the seasons, 25 to 32 those of north and south",
    "2023-34": "the second quarter; 33 to 36, thirds are 37 to 39",
    "2023-40": "the first half; 40 and 41",
    "[2023-09-01..2023-09-10]": "some time between the two",
    "2022-12/2023-09-19": "from the one to the other",
    "1984?/2004-06~": "each end by itself",
    "-0043-03-15": "before the year 1; `0000` is 1 BCE",
    "Y17000": "years of more than four digits",
}
"""Examples of what may stand in `edtf`."""


def dates() -> str:
    """The page about dates, with what each example is taken for."""
    lines = ["| Written | Means | Shown | First day | Last day |", "|---|---|---|---|---|"]
    for text, means in DATES.items():
        when = When(edtf=Edtf(text), role="point", as_stated=NOT_STATED, year="stated")
        lines.append(f"| `{text}` | {means} | {span_words(when)} | {Edtf(text).earliest} | {Edtf(text).latest} |")
    page = (ROOT / "docs" / "dates.md").read_text(encoding="utf-8")
    return with_section(page, "dates", "\n".join(lines) + "\n")


def main() -> None:
    """Write all of it."""
    (ROOT / "README.md").write_text(readme(), encoding="utf-8")
    (ROOT / "docs" / "keys.md").write_text(keys(), encoding="utf-8")
    (ROOT / "docs" / "configuration.md").write_text(configuration(), encoding="utf-8")
    (ROOT / "docs" / "dates.md").write_text(dates(), encoding="utf-8")
    (ROOT / "docs" / "data-model.md").write_text(data_model(), encoding="utf-8")


if __name__ == "__main__":
    main()
