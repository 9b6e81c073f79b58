"""`brief --map`: the map as a picture in HTML and PDF, and in every format how its routes stand."""

import re
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.brief.build import build
from caucasus_tui.brief.choices import FORMATS, format_named
from caucasus_tui.brief.formats import render
from caucasus_tui.brief.model import Brief, Request
from caucasus_tui.cli import main
from caucasus_tui.dossier.loading.outline_file import OutlineFile
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.outline import Outline
from tests.conftest import TODAY

TINY = Path(__file__).parent / "tiny"


def mapped(dossier: Dossier, **more: object) -> Brief:
    outline = OutlineFile(TINY).found
    assert isinstance(outline, Outline)
    return build(dossier, replace(Request(today=TODAY, outline=outline), **more))


def html(brief: Brief) -> str:
    return render(brief, format_named("html"), 80).decode()


@pytest.mark.parametrize("name", [form.name for form in FORMATS if not form.binary])
def test_every_format_says_how_the_routes_stand_and_who_says_so(tiny: Dossier, name: str) -> None:
    made = " ".join(render(mapped(tiny), format_named(name), 80).decode().split())
    assert "Routes and borders" in made and "Carts may not cross." in made and "n1.1" in made


def test_without_being_asked_for_there_is_none(tiny: Dossier) -> None:
    assert "<svg" not in html(build(tiny, Request(today=TODAY)))
    assert all(section.key != "map" for section in build(tiny, Request(today=TODAY)).sections)


def test_the_map_is_outside_the_minutes_and_before_the_sources(tiny: Dossier) -> None:
    keys = [section.key for section in mapped(tiny, minutes=1).sections]
    assert "map" in keys and keys.index("map") < keys.index("sources")


def test_the_picture_has_the_lines_of_the_outline_and_no_course_of_a_route(tiny: Dossier) -> None:
    outline = OutlineFile(TINY).found
    assert isinstance(outline, Outline)
    made = html(mapped(tiny))
    assert made.count("<polyline") == len(outline.lines) + 1  # and the bar of the scale
    empty = html(build(tiny, Request(today=TODAY, outline=Outline())))
    assert empty.count("<polyline") == 1 and "× to The valley: closed to carts" in empty


def test_the_picture_is_told_in_words_and_says_whose_it_is(tiny: Dossier) -> None:
    made = html(mapped(tiny))
    said = re.search(r'<svg [^>]*role="img" aria-label="([^"]+)"', made)
    assert said and "Upper village" in said[1] and "to The valley: closed to carts" in said[1]
    assert "drawn for the tests, public domain; not a position on any border" in made
    assert "Elbonia" not in made


def test_nothing_in_a_name_is_markup(tiny: Dossier) -> None:
    names = '<script>"x"</script>', "</svg><b>&amp;"
    places = tuple(replace(place, title=name) for place, name in zip(tiny.places, names, strict=False))
    made = html(mapped(replace(tiny, places=(*places, *tiny.places[2:]))))
    assert "<script" not in made and made.count("</svg>") == 1 and "&lt;script&gt;" in made


def test_the_command_draws_it_and_says_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shutil.copytree(TINY, tmp_path / "tiny")
    target = tmp_path / "brief.html"
    assert main(["--dossier", str(folder), "brief", "--map", "-o", str(target)]) == 0
    assert "<svg" in target.read_text("utf-8")
    (folder / "data" / "outline.geojson").write_text("{", "utf-8")
    assert main(["--dossier", str(folder), "brief", "--map"]) == 1
    assert "data/outline.geojson:1:2: is no JSON" in capsys.readouterr().err
    (folder / "data" / "outline.geojson").unlink()
    assert main(["--dossier", str(folder), "brief", "--map"]) == 1
    assert "docs/map.md says where to get one" in capsys.readouterr().err


def test_a_pdf_has_it_too(tiny: Dossier) -> None:
    pytest.importorskip("typst")
    assert render(mapped(tiny), format_named("pdf"), 80).startswith(b"%PDF")
