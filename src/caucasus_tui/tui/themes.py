"""The themes: two of our own, dark and light, and those of Textual; which one is worn."""

from dataclasses import replace

from textual.app import App
from textual.theme import BUILTIN_THEMES, Theme

from caucasus_tui.tui.terminal.capabilities import Colours

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
_GROUNDS_256 = {
    HOUSE_DARK.name: {"background": "#121212", "surface": "#121212", "panel": "#262626", "cursor": "#00005f"},
    HOUSE_LIGHT.name: {"background": "#ffffff", "surface": "#ffffff", "panel": "#f0f0f0", "cursor": "#d7d7ff"},
}


def in_256(theme: Theme) -> Theme:
    """One of ours with grounds that are among the 256 colours, so that no bar turns pink and no cursor teal."""
    grounds = dict(_GROUNDS_256[theme.name])
    return replace(theme, variables={**theme.variables, "cursor": grounds.pop("cursor")}, **grounds)  # type: ignore[arg-type]


def dress(app: App[None], theme: str, colours: Colours = "truecolor") -> None:
    """Give the app our themes, and one of them, or of Textual's, to begin with; ours where `theme` is empty."""
    for house in HOUSE:
        app.register_theme(in_256(house) if colours == "256" else house)
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
