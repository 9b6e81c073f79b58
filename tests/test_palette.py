"""Colours: every text can be read on every ground it stands on, in every theme; in sixteen colours weight helps."""

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from caucasus_tui.config.theme_names import KNOWN
from caucasus_tui.tui.contrast import READABLE, contrast, readable
from caucasus_tui.tui.palette import DECORATION, LOOKS, edges, palette
from caucasus_tui.tui.themes import HOUSE, theme_names

THEMES = [*HOUSE, *(theme for theme in BUILTIN_THEMES.values() if not theme.name.startswith("ansi"))]


def variables_of(theme: Theme) -> dict[str, str]:
    return {**edges(theme), **theme.to_color_system().generate(), **theme.variables}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_has_contrast_aa(theme: Theme) -> None:
    variables = variables_of(theme)
    colours = palette(theme, variables)
    grounds = [Color.parse(variables[name]) for name in ("background", "panel")]
    assert colours.cursor.bgcolor and colours.cursor.bgcolor.triplet
    grounds.append(Color(*colours.cursor.bgcolor.triplet))
    for role in LOOKS.keys() - set(DECORATION):
        style = colours.style(role)
        assert style.color and style.color.triplet
        filled = style.bgcolor.triplet if style.bgcolor else None
        for ground in [Color(*filled)] if filled else grounds:
            assert contrast(Color(*style.color.triplet), ground) >= READABLE - 0.05, (role, ground.hex)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_title_of_the_pane_in_use_has_contrast_aa(theme: Theme) -> None:
    variables = variables_of(theme)
    if not variables["title-focus"].startswith("ansi"):
        assert contrast(Color.parse(variables["title-focus"]), Color.parse(variables["background"])) >= READABLE - 0.05


def test_contrast_is_reckoned_as_by_the_w3c() -> None:
    black, white, grey = Color(0, 0, 0), Color(255, 255, 255), Color(0x76, 0x76, 0x76)
    assert contrast(black, white) == contrast(white, black) == 21
    assert contrast(grey, white) == pytest.approx(4.54, abs=0.005)


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable(Color(200, 0, 0), [Color(255, 255, 255)]) == Color(200, 0, 0)


def test_in_sixteen_colours_the_line_under_the_cursor_is_of_one_colour() -> None:
    theme = BUILTIN_THEMES["ansi-dark"]
    colours = palette(theme, variables_of(theme))
    chosen = {(colours.style(role) + colours.cursor).color for role in LOOKS}
    assert len(chosen) == 1 and all((colours.style(role) + colours.cursor).reverse for role in LOOKS)


def test_the_names_that_are_taken_without_asking_textual_are_those_that_it_has() -> None:
    assert [*KNOWN] == theme_names()
