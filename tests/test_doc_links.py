"""The pages of the documentation lead to each other: from the README to every one, and nowhere into nothing."""

import re
from pathlib import Path

from caucasus_tui.dossier.model.records import Record
from tools.data_model import all_kinds
from tools.documents import ROOT

LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|srcset)=\"([^\"]+)\"")


def prose(page: Path) -> str:
    """A page without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def links(page: Path) -> list[tuple[Path, str]]:
    """What a page leads to inside the repository: the file, and the anchor in it, mostly none."""
    found = [first or second for first, second in LINK.findall(prose(page))]
    parted = [link.partition("#") for link in found if not re.match(r"[a-z]+:", link)]
    return [((page.parent / name).resolve() if name else page, anchor) for name, _, anchor in parted]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    titles = re.findall(r"^#+ (.+)$", prose(page), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def reached() -> set[Path]:
    """The README and everything that one gets to from there."""
    seen, ahead = set[Path](), [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page not in seen:
            seen.add(page)
            ahead += [file for file, _ in links(page) if file.is_file()] if page.suffix == ".md" else []
    return seen


def test_every_page_and_picture_is_reached_from_the_readme() -> None:
    left = {file.relative_to(ROOT) for file in (ROOT / "docs").rglob("*") if file.is_file()}
    assert left - {file.relative_to(ROOT) for file in reached()} == set()


def test_no_link_leads_nowhere() -> None:
    pages = [page for page in reached() if page.suffix == ".md"]
    assert len(pages) > 20
    for page in pages:
        for file, anchor in links(page):
            assert file.is_file(), f"{page.relative_to(ROOT)} leads to {file}, which is not there"
            assert not anchor or anchor in anchors(file), (
                f"{page.relative_to(ROOT)}: no heading #{anchor} in {file.name}"
            )


def test_each_row_of_a_table_has_the_cells_of_its_head() -> None:
    for page in (page for page in reached() if page.suffix == ".md"):
        for table in re.findall(r"(?:^\|.*\n)+", prose(page), flags=re.MULTILINE):
            rows = [re.sub(r"\\\|", "", row).count("|") for row in table.splitlines()]
            assert {*rows} == {rows[0]}, f"{page.relative_to(ROOT)}: {table.splitlines()[rows.index(min(rows))]}"


def test_the_glossary_has_every_kind_of_record() -> None:
    rows = re.findall(
        r"^\| \*\*`(.+?)`\*\* \|", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    kinds = [str(kind.kind) for kind in all_kinds(Record)]
    assert sorted(rows) == sorted(kinds)


def test_the_glossary_explains_a_term_once() -> None:
    page = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    terms = [term for row in re.findall(r"^\| ([^|]+) \| [^|]+ \|$", page, re.MULTILINE) for term in row.split(", ")]
    assert len(terms) > 60
    assert not {term for term in terms if terms.count(term) > 1 and term != "Term"}


def test_every_test_that_a_page_names_is_there() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.py"))
    for page in (page for page in reached() if page.suffix == ".md"):
        for name in re.findall(r"`[^`]*?\b(test_\w+_\w+)(?:\.py)?[^`]*`", prose(page)):
            known = f"def {name}(" in source or any((ROOT / "tests").rglob(f"{name}.py"))
            assert known, f"{page.relative_to(ROOT)} names {name}, which is not there"


def test_the_walk_through_the_code_names_what_is_there() -> None:
    page, code = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), ROOT / "src" / "caucasus_tui"
    methods = re.findall(r"`\w+\.(\w+)` \(`([\w/]+\.py)`\)", page)
    assert len(methods) > 3
    for name, file in methods:
        assert f"def {name}(" in (code / file).read_text(encoding="utf-8"), f"{name} is not in {file}"
    rooms = (ROOT, code, code / "dossier", code / "dossier" / "loading")
    for path in re.findall(r"`([\w]+(?:/\w+)+(?:/|\.\w+))`", page):
        assert any((room / path).exists() for room in rooms), f"there is no {path}"
