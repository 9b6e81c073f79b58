"""What a role looks like: the only place where meaning becomes colour.

Colours come from the running theme. A theme may name a role's colour itself (`role-fact`); else the role borrows one of
the theme's own. Weight and glyphs carry the meaning where there is no colour.
"""

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.marks import TYPE_MARKS
from caucasus_tui.tui.contrast import of_256, readable
from caucasus_tui.tui.terminal.capabilities import Colours, Ground, Terminal
from caucasus_tui.tui.terminal.hyperlinks import target


class Look(NamedTuple):
    """`borrows`: the theme colour to use where the theme names none for the role; `fade`: how far to the background."""

    borrows: str = "foreground"
    fade: float = 0.0
    bold: bool = False
    italic: bool = False
    underline: bool = False
    filled: bool = False


LOOKS: dict[str, Look] = {
    "text": Look(),
    "strong": Look(bold=True),
    "title": Look(bold=True),
    "heading": Look("accent", bold=True),
    "number": Look("accent", bold=True),
    "dim": Look(fade=0.38),
    "rule": Look(fade=0.65),
    "absent": Look("warning", italic=True),
    "cite": Look("secondary", fade=0.2),
    "link": Look("primary", underline=True),
    "date": Look("warning"),
    "status": Look("foreground"),
    "sign": Look(italic=True),
    "hedge": Look("warning", italic=True),
    "tension": Look("error", bold=True),
    "warn": Look("error"),
    "banner": Look("warning", bold=True, filled=True),
    "match": Look("warning", bold=True, underline=True),
    "key": Look("accent", bold=True),
    "tab": Look(fade=0.38),
    "tab-current": Look("accent", bold=True, filled=True),
    # Bold where it has no colour of its own.
    **{mark.role: Look(mark.colour, bold=mark.colour == "foreground") for mark in TYPE_MARKS.values()},
    "later": Look("secondary", italic=True),
    "curator": Look(fade=0.25, italic=True),
    "exercised": Look("error"),
    "latent": Look("success"),
    "eroded": Look("warning"),
    "denied": Look(fade=0.3),
    "signalled": Look("secondary"),
    "spent": Look(fade=0.5),
}

DECORATION = ("rule",)
"""Roles of which nothing has to be read."""

_ALL_COLOURS = Terminal(colours="truecolor")
_EDGES = dict.fromkeys(("edge", "edge-focus", "title-focus", "subtitle"), "ansi_default")


def _as_it_is(colour: Color) -> Color:
    return colour


def edges(theme: Theme, colours: Colours = "truecolor") -> dict[str, str]:
    """The colours of lines and titles, for themes that name none."""
    if theme.name.startswith("ansi") or not (theme.accent and theme.background and theme.foreground):
        return _EDGES
    shown = of_256 if colours == "256" else _as_it_is
    panel = theme.panel or theme.to_color_system().generate()["panel"]
    grounds = [Color.parse(theme.background), Color.parse(panel)]
    faded = Color.parse(theme.foreground).blend(grounds[0], 0.28)
    return {
        **_EDGES,
        "title-focus": readable(Color.parse(theme.accent), grounds, shown).hex,
        "subtitle": readable(faded, grounds[:1], shown).hex,
    }


class Palette(NamedTuple):
    """Styles by role, and what the line under the cursor adds to them; in sixteen colours `glyphs`, colours by role of
    which only marks are made; `links`: by the id of a source, what leads to it in a terminal that takes links."""

    styles: dict[str, Style]
    cursor: Style
    glyphs: dict[str, Style] = {}  # noqa: RUF012 (never changed)
    links: Mapping[str, Style] = {}

    def style(self, role: str) -> Style:
        return self.styles.get(role, self.styles["text"])


def palette(
    theme: Theme, variables: dict[str, str], terminal: Terminal = _ALL_COLOURS, dossier: Dossier | None = None
) -> Palette:
    """The styles of a theme. `variables`: the theme's colours with Textual's additions; `dossier`: the one whose
    sources are linked, where the terminal takes that."""
    linked = links(dossier) if dossier and terminal.links else {}
    if theme.name.startswith("ansi"):
        return _sixteen_colours(terminal.ground)._replace(links=linked)
    shown = of_256 if terminal.colours == "256" else _as_it_is
    background = Color.parse(variables["background"])
    cursor = Color.parse(variables.get("cursor") or variables["panel"])
    grounds = (background, Color.parse(variables["panel"]), cursor)
    styles = {}
    for role, look in LOOKS.items():
        colour = Color.parse(variables.get(f"role-{role}") or variables[look.borrows])
        if look.fade:
            colour = colour.blend(background, look.fade)
        if role not in DECORATION:
            colour = readable(colour, grounds[:1] if look.filled else grounds, shown)
        front, back = (background, colour) if look.filled else (colour, None)
        styles[role] = Style(
            color=front.rich_color,
            bgcolor=back.rich_color if back else None,
            bold=look.bold,
            italic=look.italic,
            underline=look.underline,
        )
    return Palette(styles, Style(bgcolor=cursor.rich_color, bold=True), links=linked)


def links(dossier: Dossier) -> dict[str, Style]:
    """What leads to each source that has an address on the web, else to where it was read."""
    descriptors = dossier.relations.descriptors.values()
    found = ((one.id, target(one.url or (one.read_from and one.read_from.address) or "")) for one in descriptors)
    return {id: Style(link=address) for id, address in found if address}


SIXTEEN: dict[Ground, dict[str, str]] = {
    "light": {"primary": "blue", "secondary": "blue", "accent": "magenta", "warning": "magenta", "error": "red"},
    "dark": {"primary": "cyan", "secondary": "cyan", "accent": "yellow", "warning": "yellow", "success": "green"},
    "": {},
}
"""What can be read on white, and on black, as xterm, GNOME, macOS and Windows draw it; where neither is known, nothing
is coloured. A theme's other colours are not among these sixteen."""


def _sixteen_colours(ground: Ground) -> Palette:
    """The terminal's own sixteen colours: texts are in that of its letters, marks may have another; filling becomes
    reverse, and what is not a plain text bold or underlined."""
    styles = {
        role: Style(
            color="default",
            dim=role in DECORATION,
            bold=look.bold or look.borrows in ("warning", "error"),
            underline=look.underline or role == "cite",
            reverse=look.filled,
        )
        for role, look in LOOKS.items()
    }
    named = SIXTEEN[ground]
    glyphs = {role: Style(color=named[look.borrows]) for role, look in LOOKS.items() if look.borrows in named}
    return Palette(styles, Style(color="default", bgcolor="default", dim=False, reverse=True), glyphs)
