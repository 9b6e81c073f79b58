"""The two themes of our own, dark and light."""

from dataclasses import replace

from textual.theme import Theme

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
