"""A marking goes wherever the dossier goes, whole: every screen, every export, every copy."""

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
from caucasus_tui.dossier.addresses import parse
from caucasus_tui.dossier.loading.check import check
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.copying import copy_text
from tests.briefs import brief_of, made, read_html, squeezed
from tests.documents import pages, printed
from tests.hostile_brief import MARKUP, hostile_brief

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


@pytest.mark.parametrize(
    "command",
    [["show", "event:bridge-closed"], ["search", "bridge"], ["ask", "c"], ["show", "p1.3", "--json"],
     ["list", "event", "--json"], ["brief"], ["compare", "lower-mill", "upper-mill"]],
    ids=" ".join,
)  # fmt: skip
def test_whatever_is_printed_has_it(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(Path(__file__).parent / "tiny", tmp_path / "tiny")
    about = tmp_path / "tiny" / "data" / "dossier.yaml"
    about.write_text(f'marking: "{MARKING}"\n' + about.read_text("utf-8"), "utf-8")
    assert main(["--dossier", str(tmp_path / "tiny"), *command]) == 0
    assert squeezed(MARKING) in squeezed(capsys.readouterr().out)


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
