"""The outline of the map: an optional file, bounded and cleaned, whose faults `check` names with their place."""

import json
import os
import shutil
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.keeping.fingerprint import fingerprint
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.geojson import MOST_POINTS, MOST_TOWNS, outline_of
from caucasus_tui.dossier.loading.outline_file import FILE, OutlineFile
from caucasus_tui.dossier.model.outline import Outline, Spot
from caucasus_tui.dossier.problems import Problem

TINY = Path(__file__).parent / "tiny"
LINE = {"type": "LineString", "coordinates": [[1.0, 2.0], [3.0, 4.0]]}


def collection(*features: object, **more: object) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": list(features), **more}).encode()


def feature(geometry: object, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def beside(tmp_path: Path, content: bytes) -> OutlineFile:
    (tmp_path / "data").mkdir(exist_ok=True)
    (tmp_path / FILE).write_bytes(content)
    return OutlineFile(tmp_path)


def test_lines_and_the_edges_of_areas_are_read_and_names_of_countries_are_not() -> None:
    ring = [[0, 0], [1, 0], [1, 1], [0, 0]]
    found = outline_of(
        collection(
            feature(LINE, between=["Elbonia"], kind="border"),
            feature({"type": "MultiLineString", "coordinates": [[[5, 6, 100], [7, 8, 100]]]}),
            feature({"type": "Polygon", "coordinates": [ring]}, name="Elbonia", ADMIN="Elbonia"),
            feature({"type": "MultiPolygon", "coordinates": [[ring], [ring]]}),
            feature({"type": "Point", "coordinates": [1, 1]}, name="Elbonia"),
            feature(None),
            attribution="Nobody, \x1b[31mpublic domain",
        )
    )
    assert len(found.lines) == 5
    assert found.lines[:2] == ((Spot(1, 2), Spot(3, 4)), (Spot(5, 6), Spot(7, 8)))
    assert found.attribution == "Nobody, [31mpublic domain"
    assert not found.towns and "Elbonia" not in repr(found)


def test_a_point_that_says_it_is_a_town_is_one() -> None:
    town = feature({"type": "Point", "coordinates": [44.5, 40.2]}, kind="town", name="Ye\u202erevan")
    (found,) = outline_of(collection(town)).towns
    assert found.name == "Yerevan" and found.spot == Spot(44.5, 40.2)


DEEP = b'{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":'
FAULTS = {
    "no JSON": (b'{"type": "FeatureCollection",\n "features": nothing}', f"{FILE}:2:18: is no JSON from here on"),
    "empty": (b"", f"{FILE}:1:1: is no JSON from here on"),
    "half": (collection(feature(LINE))[:60], f"{FILE}:1:61: is no JSON from here on"),
    "no number": (b'{"type": "FeatureCollection", "features": [NaN]}', f"{FILE}:1:44: is no JSON from here on"),
    "Latin-1": (b'{"type": "FeatureCollection", "attribution": "\xe9", "features": []}', f"{FILE}:1:"),
    "topology": (b'{"type": "Topology"}', "invalid value 'Topology'"),
    "list": (b"[]", "expected object"),
    "of another kind": (collection(feature({"type": "Globe"})), "feature 1: invalid value 'Globe'"),
    "text": (
        collection(feature(LINE), feature({"type": "LineString", "coordinates": [[1, 2], [3, "4"]]})),
        "feature 2, point 2: expected float, got str",
    ),
    "short": (collection(feature({"type": "LineString", "coordinates": [[1], [2, 3]]})), "feature 1, point 1: a point"),
    "metres": (
        collection(feature({"type": "LineString", "coordinates": [[1, 2], [5e6, 3]]})),
        "feature 1, point 2: not on the globe; longitude first",
    ),
    "too large a number": (
        collection(feature(LINE)).replace(b"4.0", b"1e999"),
        "feature 1",
    ),
    "many points": (
        collection(feature({"type": "LineString", "coordinates": [[1, 2]] * (MOST_POINTS + 1)})),
        "more than 50,000 points",
    ),
    "many towns": (
        collection(*[feature({"type": "Point", "coordinates": [1, 1]}, kind="town", name="T")] * (MOST_TOWNS + 1)),
        "61 towns are more than the 60",
    ),
    "long name": (
        collection(feature({"type": "Point", "coordinates": [1, 1]}, kind="town", name="T" * 100)),
        "feature 1: ",
    ),
    "deep": (DEEP + b"[" * 100_000, FILE),
    "deep elsewhere": (
        b'{"type":"FeatureCollection","features":[],"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        FILE,
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_in_a_line_with_its_place(name: str, tmp_path: Path) -> None:
    content, said = FAULTS[name]
    outline = beside(tmp_path, content)
    assert isinstance(outline.found, Problem)
    assert said in str(outline.found)
    assert str(outline.found).startswith(FILE) and "\n" not in str(outline.found) and "`" not in str(outline.found)
    assert list(outline.problems()) == [outline.found]


def test_what_is_no_plain_file_or_too_large_is_not_read(tmp_path: Path) -> None:
    beside(tmp_path, collection(feature(LINE), attribution="Ours"))
    assert isinstance(OutlineFile(tmp_path).found, Outline)
    assert "larger than 5e-05 MB" in str(OutlineFile(tmp_path, 50).found)
    (tmp_path / FILE).rename(tmp_path / "elsewhere")
    (tmp_path / FILE).symlink_to(tmp_path / "elsewhere")
    assert "links are not followed" in str(OutlineFile(tmp_path).found)
    (tmp_path / FILE).unlink()
    assert OutlineFile(tmp_path).found is None
    os.mkfifo(tmp_path / FILE)
    assert "put a plain GeoJSON file here" in str(OutlineFile(tmp_path).found)


def test_check_knows_the_file_and_tells_its_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = shutil.copytree(TINY, tmp_path / "tiny")
    assert main(["check", "--strict", str(folder)]) == 0
    beside(folder, collection(feature(LINE)))
    capsys.readouterr()
    assert main(["check", "--strict", str(folder)]) == 1
    assert f"{FILE}: does not say whose it is" in capsys.readouterr().out
    beside(folder, b"{")
    assert main(["check", str(folder)]) == 1
    assert f"{FILE}:1:2: is no JSON from here on" in capsys.readouterr().err
    # It is for the map alone: all else opens.
    assert main(["--dossier", str(folder), "show", "pane:names"]) == 0


def test_a_file_that_is_no_dossier_has_no_outline_either(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "notes.yaml").touch()
    assert main(["check", "--dossier", str(tmp_path / "notes.yaml")]) == 1
    assert "outline" not in "".join(capsys.readouterr())


def test_what_is_kept_of_a_dossier_does_not_depend_on_it(tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "tiny")
    store = Store(None)
    before = fingerprint(str(folder), store)
    beside(folder, b"x")
    (folder / FILE).chmod(0)
    assert before and fingerprint(str(folder), store) == before
    (folder / "data" / "gaps.yaml").write_text("[]\n", encoding="utf-8")
    assert fingerprint(str(folder), store) != before


def test_the_bundled_outline_names_no_country_and_says_whose_it_is() -> None:
    content = (bundled() / FILE).read_bytes()
    assert len(content) < 20_000
    found = OutlineFile(bundled()).found
    assert isinstance(found, Outline)
    assert found.attribution == "Natural Earth, public domain"
    assert b"ne_110m_populated_places 2.0.0" in content  # where these are from, to 0.001 degrees
    assert {town.name: tuple(town.spot) for town in found.towns} == {
        "Yerevan": (44.512, 40.183),
        "Baku": (49.86, 40.397),
        "Tbilisi": (44.789, 41.727),
    }
    for country in (b"Armenia", b"Azerbaijan", b"Georgia", b"Iran", b"Turkey", b"Russia", b"Iraq", b"Syria", b"Kaz"):
        assert country not in content
