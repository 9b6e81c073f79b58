"""Names keep their letters in every format, in the direction of their language, and what a format cannot hold is fitted
and told."""

import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from random import Random
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.choices import FORMATS, format_named
from caucasus_tui.brief.formats import FormatError, render
from caucasus_tui.brief.model import Brief
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.text.fold import fold
from caucasus_tui.dossier.text.language_tags import fitted, parse, runs
from tests.briefs import brief_of, made, read_html
from tests.documents import program
from tests.hostile_brief import hostile_brief

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PERSIAN = "خامنه\u200cای"


def brief_saying(text: str, language: str = "en") -> Brief:
    return replace(hostile_brief(text, actor="one"), language=language)


def word_file(brief: Brief) -> ZipFile:
    pytest.importorskip("docx")
    return ZipFile(BytesIO(render(brief, format_named("docx"))))


def part(brief: Brief, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(word_file(brief).read(name))  # noqa: S314 (our own file)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ("en", "", "")),
        ("en-GB", ("en", "", "GB")),
        ("pt-br", ("pt", "", "BR")),
        ("de_DE", ("de", "", "DE")),
        ("az-Arab", ("az", "Arab", "")),
        ("zh-Hant-TW", ("zh", "Hant", "TW")),
        ("es-419", ("es", "", "419")),
        ("en_US.UTF-8", ("en", "", "US")),
        ("German", ("und", "", "")),
        ("x" * 300, ("und", "", "")),
        ("", ("und", "", "")),
    ],
)
def test_a_language_is_fitted_to_what_formats_take(tag: str, expected: tuple[str, str, str]) -> None:
    found = fitted(tag)
    assert (found.language, found.script, found.region) == expected


def test_only_whole_tags_are_tags() -> None:
    assert parse("ca-valencia") and parse("de-DE-1996") and parse("en-US-u-ca-buddhist")
    assert not parse("German") and not parse("de_DE") and not parse("en-") and not parse("e")


@pytest.mark.parametrize("tag", ["ar", "fa-IR", "he", "az-Arab", "ckb"])
def test_these_are_written_from_right_to_left(tag: str) -> None:
    assert fitted(tag).is_rtl


@pytest.mark.parametrize("tag", ["en", "az", "az-Latn", "ku", "ar-Latn", "ka", "German"])
def test_these_are_written_from_left_to_right(tag: str) -> None:
    assert not fitted(tag).is_rtl


def test_runs_are_the_whole_text_and_change_direction_at_each_end() -> None:
    assert list(runs("says שלום עולם, p1.2", rtl=False)) == [("says ", False), ("שלום עולם", True), (", p1.2", False)]
    assert list(runs("שלום.", rtl=False)) == [("שלום.", True)]
    assert list(runs("قال NATO هذا", rtl=True)) == [("قال ", False), ("NATO", True), (" هذا", False)]
    random = Random(1)
    for _ in range(2000):
        text = "".join(random.choices("aא ,1\u05b0\u200c", k=random.randrange(9)))
        found = list(runs(text, rtl=random.random() < 0.5))
        assert "".join(piece for piece, _ in found) == text
        assert all(one[1] != other[1] for one, other in pairwise(found))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("language", ["en-GB", "pt-BR", "de_DE", "German", "ar", "x" * 300])
def test_every_format_is_made_whatever_the_language_says(form: str, language: str) -> None:
    pytest.importorskip("typst")
    pytest.importorskip("docx")
    assert render(brief_saying("A sentence.", language), form)  # type: ignore[arg-type]


def test_a_joiner_stays_in_data_and_documents_and_is_found_with_it_and_without() -> None:
    brief = brief_saying(PERSIAN)
    for name in ("text", "md", "html", "json"):
        assert PERSIAN in made(brief, name)
    assert PERSIAN in "".join(part(brief, "word/document.xml").itertext())
    assert fold(PERSIAN) == fold(PERSIAN.replace("\u200c", "")) == "khmnhy"


def test_html_says_which_way_it_runs_and_keeps_names_of_the_other_way_apart() -> None:
    assert read_html(made(brief_saying("plain", "ar"), "html")).tags[0] == ("html", {"lang": "ar", "dir": "rtl"})
    assert read_html(made(brief_saying("plain", "German"), "html")).tags[0] == ("html", {"lang": "und"})
    page = made(brief_saying("He said שלום עולם, twice"), "html")
    assert "He said <bdi>שלום עולם</bdi>, twice" in page
    assert "<bdi>" not in made(brief_saying("Երևան, тбилиси"), "html")


def test_pdf_leaves_type_and_citation_where_they_are_between_words_of_the_other_way() -> None:
    pytest.importorskip("typst")
    pypdf = pytest.importorskip("pypdf")
    made = render(hostile_brief("שלום עולם", sections=("bottom-line",)), format_named("pdf"))
    shown = pypdf.PdfReader(BytesIO(made)).pages[0].extract_text(extraction_mode="layout")
    assert re.findall(r"p1\.\d|stated as fact", shown) == ["p1.1", "stated as fact", "p1.2"]


def test_word_puts_no_bullet_before_a_number(real: Dossier) -> None:
    pytest.importorskip("docx")
    from docx import Document

    found = Document(BytesIO(render(brief_of(real, sections=("asks",)), format_named("docx")))).paragraphs
    numbered = [one for one in found if one.text[:1].isdigit() and one.text[1:3] == ". "]
    assert numbered and not [one.text for one in numbered if one.style and one.style.name == "List Bullet"]


def test_word_says_which_way_it_and_each_name_runs() -> None:
    brief = brief_saying("He said שלום עולם, twice")
    rtl = [run for run in part(brief, "word/document.xml").iter(f"{WORD}r") if run.find(f".//{WORD}rtl") is not None]
    assert rtl and {"".join(run.itertext()) for run in rtl} == {"שלום עולם"}
    assert part(brief, "word/document.xml").find(f".//{WORD}sectPr/{WORD}bidi") is None
    arabic = replace(brief, language="ar")
    assert part(arabic, "word/document.xml").find(f".//{WORD}sectPr/{WORD}bidi") is not None
    normal = part(arabic, "word/styles.xml").find(f"./{WORD}style[@{WORD}styleId='Normal']/{WORD}pPr")
    assert normal is not None and [child.tag for child in normal].index(f"{WORD}bidi") < [
        child.tag for child in normal
    ].index(f"{WORD}spacing")


def test_a_word_file_has_nothing_left_of_the_template() -> None:
    brief = brief_saying("A sentence.", "en-GB")
    names = word_file(brief).namelist()
    assert not [name for name in names if "Effects" in name or "thumbnail" in name or "customXml" in name]
    settings = part(brief, "word/settings.xml")
    assert settings.find(f".//{WORD}themeFontLang") is None
    mode = settings.find(f".//{WORD}compatSetting[@{WORD}name='compatibilityMode']")
    assert mode is not None and mode.get(f"{WORD}val") == "15"
    language = part(brief, "word/styles.xml").find(f"./{WORD}docDefaults//{WORD}lang")
    assert language is not None and dict(language.attrib) == {f"{WORD}val": "en-GB"}


def test_a_word_file_numbers_its_pages() -> None:
    fields = [
        field.get(f"{WORD}instr") for field in part(brief_saying("x"), "word/footer1.xml").iter(f"{WORD}fldSimple")
    ]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_title_longer_than_a_property_may_be_is_fitted() -> None:
    pytest.importorskip("docx")
    from docx import Document

    brief = replace(brief_saying("x"), title="long " * 200)
    document = Document(BytesIO(render(brief, format_named("docx"))))
    assert len(document.core_properties.title) == 255 and document.core_properties.title.endswith("…")
    assert document.paragraphs[0].text == brief.title


def pdf_text(brief: Brief, folder: Path, tell: Callable[[str], None] = lambda said: None) -> str:
    pytest.importorskip("typst")
    target = folder / "brief.pdf"
    target.write_bytes(render(brief, format_named("pdf"), tell=tell))
    command = [program("pdftotext"), "-raw", str(target), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_a_pdf_replaces_only_the_letters_that_no_font_has_and_says_so(tmp_path: Path) -> None:
    told: list[str] = []
    shown = pdf_text(brief_saying("Նիկոլ café \U0001fae8\u20bf საქართველო \ufdfb\U0001f6dc"), tmp_path, told.append)
    assert "Նիկոլ café" in shown and "საქართველო" in shown
    if "\U0001f6dc" not in shown:
        assert "U+1F6DC" in shown and len(told) == 1 and "\U0001f6dc as " in told[0]


def test_a_pdf_with_all_its_letters_says_nothing(tmp_path: Path) -> None:
    told: list[str] = []
    shown = pdf_text(brief_saying("Նիկոլ Փաշինյան, საქართველო"), tmp_path, told.append)
    assert told == [] and "U+" not in shown


def test_what_stands_in_for_a_letter_may_be_missing_too(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("typst")
    from caucasus_tui.brief.formats import pdf

    tried: list[str] = []

    def lacking(content: dict[str, object], *, machine: bool) -> tuple[bytes | None, list[str]]:
        tried.append(str(content["title"]))
        missing = sorted({letter for letter in str(content["title"]) if not letter.isascii()})
        return (None, missing) if missing else (b"made", [])

    monkeypatch.setattr(pdf, "_compiled", lacking)
    told: list[str] = []
    assert pdf.render(replace(brief_saying("x"), title="ᲡA"), 80, told.append) == b"made"
    assert tried[-1] == "SA" and "Ს as S" in told[0]
    monkeypatch.setattr(pdf, "_compiled", lambda content, *, machine: (None, ["A"]))
    with pytest.raises(FormatError, match="no font has A"):
        render(brief_saying("x"), format_named("pdf"))


def test_a_very_long_word_stays_on_the_page(tmp_path: Path) -> None:
    pdf_text(brief_saying("Donaudampfschifffahrtsgesellschaft" * 4), tmp_path)
    command = [program("pdftotext"), "-bbox", str(tmp_path / "brief.pdf"), "-"]
    boxes = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rights = [float(line.split('xMax="')[1].split('"')[0]) for line in boxes.splitlines() if "<word" in line]
    assert rights and max(rights) <= 595 - 45
