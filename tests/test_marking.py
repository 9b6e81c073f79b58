"""A marking goes wherever the dossier goes, whole: every screen, every export, every copy."""

import csv
import html
import json
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.choices import FORMATS, format_named
from caucasus_tui.brief.formats import render
from caucasus_tui.cli import main
from caucasus_tui.commands import COMMANDS
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.loading.check import check
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.copying import copy_text
from tests.briefs import brief_of, made, read_html, squeezed
from tests.documents import pages, printed
from tests.hostile_brief import MARKUP, hostile_brief

TESTS = Path(__file__).parent
MARKING = "TLP:AMBER+STRICT · Ministry desk only, not for the press"


def marked(dossier: Dossier, marking: str = MARKING) -> Dossier:
    return replace(dossier, about=replace(dossier.about, marking=marking))


@pytest.mark.parametrize("width", [20, 80])
def test_text_begins_and_ends_with_it_whole(tiny: Dossier, width: int) -> None:
    text = squeezed(made(brief_of(marked(tiny)), "text", width))
    assert text.startswith(squeezed(MARKING)) and text.endswith(squeezed(MARKING))


@pytest.mark.parametrize("form", [form for form in FORMATS if not form.binary], ids=lambda form: form.name)
def test_every_format_that_is_text_has_it(tiny: Dossier, form: object) -> None:
    name = form.name  # type: ignore[attr-defined]
    assert MARKING in made(brief_of(marked(tiny)), name).replace("\\", "").replace("\n", " ")
    assert MARKING not in made(brief_of(tiny), name)


def test_json_has_it_as_a_key(tiny: Dossier) -> None:
    assert json.loads(made(brief_of(marked(tiny)), "json"))["marking"] == MARKING
    assert json.loads(made(brief_of(tiny), "json"))["marking"] is None


def test_word_has_it_at_the_head_of_each_page(tiny: Dossier) -> None:
    pytest.importorskip("docx")
    file = ZipFile(BytesIO(render(brief_of(marked(tiny)), format_named("docx"))))
    assert any(MARKING in file.read(name).decode() for name in file.namelist() if "header" in name)


def test_pdf_has_it_on_each_page(tiny: Dossier, tmp_path: Path) -> None:
    pytest.importorskip("typst")
    file = tmp_path / "brief.pdf"
    file.write_bytes(render(brief_of(marked(tiny)), format_named("pdf")))
    found = pages(file)
    assert len(found) > 1 and all(squeezed(MARKING) in squeezed(page) for page in found)


def test_a_printed_page_of_html_has_it(tiny: Dossier, tmp_path: Path) -> None:
    found = pages(printed(made(brief_of(marked(tiny)), "html").encode(), tmp_path))
    assert len(found) > 1 and all(squeezed(MARKING) in squeezed(page) for page in found)


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_what_it_says_is_never_markup(text: str) -> None:
    brief = replace(hostile_brief("plain"), marking=text)
    page = made(brief, "html")
    assert page.count("<style>") == 1 and page.count("</style>") == 1 and "<script" not in page
    assert squeezed(text) in squeezed(read_html(page).text)


def test_a_copy_has_it(tiny: Dossier) -> None:
    for address in ("event:bridge-closed", "valley-letter:p1.3", "tension:t1", "pane:terms"):
        assert copy_text(marked(tiny), parse(address)).splitlines()[-1] == MARKING


PRINTED: dict[str, list[list[str]]] = {
    "add": [["add", "--dry-run", "TEXT"], ["add", "TEXT"]],
    "ask": [["ask"], ["ask", "c"], ["ask", "c", "--json"], ["ask", "--json"]],
    "brief": [["brief"], ["brief", "--format", "json"], ["brief", "--format", "md"], ["brief", "--format", "html"]],
    "changes": [["changes", "DIR", "TINY"], ["changes", "TINY", "DIR"], ["changes", "DIR", "TINY", "--json"]],
    "check": [["check"], ["check", "--json"]],
    "compare": [["compare", "lower-mill", "upper-mill"]],
    "draft": [["draft", "weir"], ["draft", "weir", "-o", "--dry-run"], ["draft", "weir", "-o"]],
    "import": [["import", "events", "CSV", "--dry-run"], ["import", "events", "CSV"]],
    "list": [["list"], ["list", "lever"], ["list", "lever", "--csv"], ["list", "event", "--csv"],
             ["list", "lever", "--json"], ["list", "--json"]],
    "rename": [["rename", "place:stone-bridge", "span", "--dry-run"], ["rename", "place:stone-bridge", "span"]],
    "search": [["search", "bridge"], ["search", "bridge", "--json"]],
    "show": [["show", "event:bridge-closed"], ["show", "pane:timeline"], ["show", "p1.3", "--json"]],
    "upgrade": [["upgrade", "DIR"]],
    "": [["timeline"], ["event:bridge-closed"], ["timeline", "--json"], []],
}  # fmt: skip
NOTHING_OF_A_DOSSIER = {"new", "schema", "keys", "config", "completion"}


def test_every_command_says_whether_it_prints_of_a_dossier() -> None:
    assert {*PRINTED} - {""} | NOTHING_OF_A_DOSSIER == set(COMMANDS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier with a marking, and with a text to be drafted."""
    made = shutil.copytree(TESTS / "tiny", tmp_path / "tiny")
    about = made / "data" / "dossier.yaml"
    about.write_text(f'marking: "{MARKING}"\n' + about.read_text("utf-8"), "utf-8")
    return made


@pytest.mark.parametrize("command", [one for several in PRINTED.values() for one in several], ids=" ".join)
def test_whatever_is_printed_has_it(command: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if command[:1] == ["draft"]:
        assert main(["--dossier", str(folder), "add", str(TESTS / "texts" / "weir.txt")]) == 0
        capsys.readouterr()
    files = {"TEXT": TESTS / "texts" / "weir.txt", "CSV": TESTS / "texts" / "weir.csv", "TINY": TESTS / "tiny"}
    words = [str({**files, "DIR": folder}.get(word, word)) for word in command]
    alone = command[:1] in (["changes"], ["upgrade"])
    assert main(words if alone else ["--dossier", str(folder), *words]) == 0
    assert squeezed(MARKING) in squeezed(html.unescape(capsys.readouterr().out).replace("\\", ""))


def test_a_table_has_it_on_every_line_and_is_read_all_the_same(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--dossier", str(folder), "list", "event", "--csv"]) == 0
    table = capsys.readouterr().out
    head, *lines = csv.reader(table.splitlines())
    assert head[-1] == "marking" and lines and all(line[-1] == MARKING for line in lines)
    (tmp_path / "events.csv").write_text(table.replace("Bridge", "Gate"), "utf-8")
    main(["--dossier", str(folder), "import", "events", str(tmp_path / "events.csv"), "--dry-run"])
    assert "is not read" not in capsys.readouterr().out


def test_addresses_for_programs_are_addresses_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dossier", str(folder), "list", "event", "--refs"]) == 0
    assert all(line.startswith("event:") for line in capsys.readouterr().out.splitlines())


def test_what_is_wrong_with_a_dossier_has_it_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "data" / "events.yaml").write_text("- [", "utf-8")
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.startswith(MARKING)


@pytest.mark.parametrize(
    ("marking", "said"),
    [("TLP:AMBER", ""), ("TLP:AMBER+STRICT", ""), ("Internal", ""), ("TLP:ORANGE", "no label"),
     ("TLP AMBER", "no label"), ("TLP:RED desk 4", ""), ("x" * 61, "61 characters")],
)  # fmt: skip
def test_a_label_that_there_is_not_is_to_do(tiny: Dossier, marking: str, said: str) -> None:
    found = [breach for breach in check(marked(tiny, marking)) if breach.kind == "marking"]
    assert bool(found) == bool(said) and all(breach.todo and said in breach.message for breach in found)


def test_no_marking_says_nothing(real: Dossier) -> None:
    assert load(Path(__file__).parent / "tiny").dossier.about.marking is None and real.about.marking is None
