"""Coasts and borders that a map is drawn on: lines without names, and towns for orientation."""

from typing import NamedTuple

from msgspec import Struct


class Spot(NamedTuple):
    """A place on the globe, in degrees."""

    lon: float
    lat: float


class Town(NamedTuple):
    """For orientation only: what the curator put there, and no source said."""

    name: str
    spot: Spot


class Outline(Struct, frozen=True, eq=False):
    """`lines`: each of two spots or more; `attribution`: whose they are and under what licence, empty where the file
    does not say. Names of countries are not in it. Compared by identity, as a map is kept by it."""

    lines: tuple[tuple[Spot, ...], ...] = ()
    towns: tuple[Town, ...] = ()
    attribution: str = ""
