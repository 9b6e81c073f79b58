"""Coasts and borders in GeoJSON (RFC 7946), bounded and cleaned: what stands in `data/outline.geojson`."""

import math
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from caucasus_tui.dossier.model.outline import Outline, Spot, Town
from caucasus_tui.dossier.problems import short
from caucasus_tui.dossier.text.clean import clean

MOST_POINTS, MOST_TOWNS, LONGEST = 50_000, 60, 80
"""Of a whole outline, and letters of a name or an attribution. A map of 200 columns shows some thousand points."""
_Positions = list[list[float]]


class _Point(Struct, tag_field="type", tag="Point"):
    coordinates: list[float]


class _MultiPoint(Struct, tag_field="type", tag="MultiPoint"):
    coordinates: _Positions


class _LineString(Struct, tag_field="type", tag="LineString"):
    coordinates: _Positions


class _MultiLineString(Struct, tag_field="type", tag="MultiLineString"):
    coordinates: list[_Positions]


class _Polygon(Struct, tag_field="type", tag="Polygon"):
    coordinates: list[_Positions]


class _MultiPolygon(Struct, tag_field="type", tag="MultiPolygon"):
    coordinates: list[list[_Positions]]


class _Feature(Struct, tag_field="type", tag="Feature"):
    geometry: _Point | _MultiPoint | _LineString | _MultiLineString | _Polygon | _MultiPolygon | None = None
    properties: Any = None


class _Collection(Struct, tag_field="type", tag="FeatureCollection"):
    features: list[_Feature]
    attribution: str = ""


class GeoJsonError(ValueError):
    """The text cannot be drawn. Says where in it and what to do; `line`, `column`: from 1, where they are known."""

    line: int | None = None
    column: int | None = None


def outline_of(content: bytes) -> Outline:
    """The outline in GeoJSON (RFC 7946): lines, and areas by their edges; of points only towns, `{"kind": "town",
    "name": …}`. All other properties are passed over. Raises GeoJsonError."""
    lines: list[tuple[Spot, ...]] = []
    towns: list[Town] = []
    points = 0
    collection = _decoded(content)
    for number, feature in enumerate(collection.features, 1):
        for line in _lines(feature):
            points += len(line)
            if points > MOST_POINTS:
                raise GeoJsonError(f"more than {MOST_POINTS:,} points; simplify it, or cut it to the region")
            lines.append(tuple(_spot(point, f"feature {number}, point {at}") for at, point in enumerate(line, 1)))
        if name := _town_name(feature):
            assert isinstance(feature.geometry, _Point)
            towns.append(
                Town(_short(name, f"feature {number}"), _spot(feature.geometry.coordinates, f"feature {number}"))
            )
    if len(towns) > MOST_TOWNS:
        raise GeoJsonError(f"{len(towns)} towns are more than the {MOST_TOWNS} that give orientation; take some out")
    return Outline(
        lines=tuple(line for line in lines if len(line) > 1),
        towns=tuple(towns),
        attribution=_short(collection.attribution, "attribution"),
    )


def _decoded(content: bytes) -> _Collection:
    try:
        return msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=_Collection)
    except msgspec.ValidationError as error:
        raise GeoJsonError(_in_words(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        at = re.search(r"\(byte (\d+)\)", str(error))
        fault = GeoJsonError("is no JSON from here on; GeoJSON has numbers in digits and texts in double quotes")
        before = content[: int(at[1]) if at else len(content)]
        fault.line = before.count(b"\n") + 1
        fault.column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise fault from error
    except RecursionError as error:
        raise GeoJsonError("nested too deeply for GeoJSON; a feature holds one line or area") from error


def _in_words(message: str) -> str:
    """A message of msgspec with the place as people count: `$.features[2].geometry` is in feature 3."""
    said, _, path = message.partition(" - at `$")
    said = clean(re.sub(r"`", "", said))
    where = re.match(r"\.features\[(\d+)\]", path)
    point = re.search(r"\.coordinates((?:\[(?:\d+|\.\.\.)\])+)", path)
    counted = re.findall(r"\d+", point[1]) if point else []
    place = f"feature {int(where[1]) + 1}" + (f", point {int(counted[0]) + 1}" if counted else "") if where else ""
    remedy = "it takes a FeatureCollection of lines or areas, longitude first"
    return f"{place}: {said[:1].lower()}{said[1:]}; {remedy}" if place else f"{said[:1].lower()}{said[1:]}; {remedy}"


def _lines(feature: _Feature) -> Iterator[_Positions]:
    match feature.geometry:
        case _LineString(line):
            yield line
        case _MultiLineString(lines) | _Polygon(lines):
            yield from lines
        case _MultiPolygon(areas):
            for area in areas:
                yield from area


def _town_name(feature: _Feature) -> str:
    own = feature.properties
    if not isinstance(feature.geometry, _Point) or not isinstance(own, dict) or own.get("kind") != "town":
        return ""
    name = own.get("name")
    return clean(name) if isinstance(name, str) else ""


def _spot(point: list[float], where: str) -> Spot:
    if len(point) < 2:
        raise GeoJsonError(f"{where}: a point is a longitude and a latitude")
    lon, lat = point[:2]
    if not (math.isfinite(lon) and math.isfinite(lat) and -180 <= lon <= 180 and -90 <= lat <= 90):
        raise GeoJsonError(f"{where}: not on the globe; longitude first, -180 to 180 degrees, then latitude, -90 to 90")
    return Spot(lon, lat)


def _short(text: str, where: str) -> str:
    text = clean(text)
    if len(text) > LONGEST:
        raise GeoJsonError(f"{where}: {short(text)} is longer than {LONGEST} letters")
    return text
