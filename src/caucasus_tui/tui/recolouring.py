"""Has a screen take over the colours of the theme."""

from typing import Any

from textual.screen import Screen

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.tui.page_view import PageView
from caucasus_tui.tui.palette import palette
from caucasus_tui.tui.terminal.terminal_app import TerminalApp


def recolour(screen: Screen[Any], app: TerminalApp, dossier: Dossier) -> None:
    """Have the views of a screen take over the colours of the theme."""
    colours = palette(app.current_theme, app.theme_variables, app.terminal, dossier)
    for view in screen.query(PageView):
        view.palette = colours
        view.refresh()
