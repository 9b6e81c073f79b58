"""What a role looks like: the only place where meaning becomes colour.

Colours come from the running theme. A theme may name a role's colour itself (`role-fact`); else the role borrows one of
the theme's own. Weight and glyphs carry the meaning where there is no colour.
"""

from typing import NamedTuple

from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from caucasus_tui.page.marks import TYPE_MARKS
from caucasus_tui.tui.contrast import readable


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

HOUSE_DARK = Theme(
    name="caucasus-dark",
    dark=True,
    primary="#7aa8f0",
    secondary="#5fc6c0",
    accent="#e3ad57",
    warning="#e3ad57",
    error="#f0856a",
    success="#8fc97a",
    foreground="#d4dae3",
    background="#0f1319",
    surface="#0f1319",
    panel="#1a2029",
    variables={
        "role-assessment": "#c9a9f2",
        "role-forecast": "#5fc6c0",
        "role-hedge": "#e8cf7a",
        "role-eroded": "#e3c35a",
        "role-latent": "#5fc6c0",
        "role-signalled": "#c9a9f2",
        "cursor": "#1d3050",
        "edge": "#39424f",
        "edge-focus": "#7aa8f0",
        "title-focus": "#e3ad57",
    },
)
HOUSE_LIGHT = Theme(
    name="caucasus-light",
    dark=False,
    primary="#1d4f9c",
    secondary="#0b6660",
    accent="#8a5300",
    warning="#8a5300",
    error="#a8321a",
    success="#2f6b1c",
    foreground="#1b2129",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#ecebe5",
    variables={
        "role-assessment": "#6a3d9c",
        "role-hedge": "#7a5a00",
        "role-eroded": "#7a5a00",
        "role-latent": "#0b6660",
        "role-signalled": "#6a3d9c",
        "cursor": "#cfdef5",
        "edge": "#b9b6ab",
        "edge-focus": "#1d4f9c",
        "title-focus": "#8a5300",
    },
)
HOUSE = (HOUSE_DARK, HOUSE_LIGHT)

_EDGES = {"edge": "ansi_bright_black", "edge-focus": "ansi_bright_blue", "title-focus": "ansi_yellow"}


def edges(theme: Theme) -> dict[str, str]:
    """The colours of lines and titles, for themes that name none."""
    if theme.name.startswith("ansi") or not (theme.accent and theme.background):
        return _EDGES
    return {**_EDGES, "title-focus": readable(Color.parse(theme.accent), [Color.parse(theme.background)]).hex}


class Palette(NamedTuple):
    """Styles by role, and what the line under the cursor adds to them."""

    styles: dict[str, Style]
    cursor: Style

    def style(self, role: str) -> Style:
        return self.styles.get(role, self.styles["text"])


def palette(theme: Theme, variables: dict[str, str]) -> Palette:
    """The styles of a theme. `variables`: the theme's colours with Textual's additions."""
    if theme.name.startswith("ansi"):
        return _sixteen_colours(variables)
    background = Color.parse(variables["background"])
    cursor = Color.parse(variables.get("cursor") or variables["panel"])
    grounds = (background, Color.parse(variables["panel"]), cursor)
    styles = {}
    for role, look in LOOKS.items():
        colour = Color.parse(variables.get(f"role-{role}") or variables[look.borrows])
        if look.fade:
            colour = colour.blend(background, look.fade)
        if role not in DECORATION:
            colour = readable(colour, grounds[:1] if look.filled else grounds)
        front, back = (background, colour) if look.filled else (colour, None)
        styles[role] = Style(
            color=front.rich_color,
            bgcolor=back.rich_color if back else None,
            bold=look.bold,
            italic=look.italic,
            underline=look.underline,
        )
    return Palette(styles, Style(bgcolor=cursor.rich_color, bold=True))


SIXTEEN = {
    "primary": "blue",
    "secondary": "cyan",
    "accent": "yellow",
    "warning": "yellow",
    "error": "red",
    "success": "green",
    "foreground": "default",
}


def _sixteen_colours(variables: dict[str, str]) -> Palette:
    """The terminal's own sixteen colours: fading becomes dim, filling becomes reverse."""
    styles = {
        role: Style(
            color=SIXTEEN[look.borrows],
            dim=look.fade > 0.3,
            bold=look.bold,
            underline=look.underline,
            reverse=look.filled,
        )
        for role, look in LOOKS.items()
    }
    return Palette(styles, Style(color="default", bgcolor="default", dim=False, reverse=True))


def dress(app: App[None], theme: str) -> None:
    """Give the app our themes, and one of them, or of Textual's, to begin with; ours where `theme` is empty."""
    for house in HOUSE:
        app.register_theme(house)
    if theme:
        app.theme = theme
    else:
        # Without the watcher, which would have all styles made a second time before anything is on screen.
        app.set_reactive(App.theme, HOUSE[0].name)
        app.stylesheet.set_variables(app.get_css_variables())


def next_theme(current: str) -> str:
    """The theme after `current` in the round that `t` makes."""
    names = [theme.name for theme in HOUSE] + ["textual-dark", "textual-light", "ansi-dark"]
    return names[(names.index(current) + 1) % len(names)] if current in names else names[0]


def theme_names() -> list[str]:
    """Every theme that can be named, ours first."""
    return [*(theme.name for theme in HOUSE), *BUILTIN_THEMES]


def theme_fault(name: str) -> str:
    """What is wrong with the name of a theme, or nothing; no name is none."""
    names = theme_names()
    if not name or name in names:
        return ""
    from caucasus_tui.dossier.problems import did_you_mean, short

    return f"no theme is called {short(name)}{did_you_mean(name, names) or '; there are: ' + ', '.join(names)}"
