"""The dashboard, opened as the options and settings have it: what the command line does without a command."""

import os
from functools import partial
from typing import TYPE_CHECKING

from caucasus_tui.commands import COMMANDS
from caucasus_tui.commands.opening import OK, USAGE, Ended, folder_of, open_in, originals_of, size_limit
from caucasus_tui.first_picture.kept import this_start
from caucasus_tui.streams import standard_encoding
from caucasus_tui.tui.terminal.capabilities import Terminal, settle_environment, terminal
from caucasus_tui.tui.terminal.grounds import Grounds
from caucasus_tui.tui.terminal.modes import enter, leave

if TYPE_CHECKING:
    import argparse

    from caucasus_tui.config.settings import Settings


def open_dashboard(options: "argparse.Namespace") -> int:
    """The dashboard, at an address if there is one; its exit status. Textual is loaded here, not before.
    Raises Ended where the theme is none."""
    settings: Settings = options.settings
    from caucasus_tui.state_files import state_folder

    keeps = settings["memory"] and not settings.permissions.is_kiosk
    grounds = Grounds(state_folder() / "terminals.txt" if keeps else None, os.environ)
    found = terminal(
        os.environ,
        standard_encoding(),
        ascii=options.ascii,
        low_bandwidth=bool(settings["low_bandwidth"]),
        answered=grounds.known(),
    )
    if settings.permissions.is_kiosk:
        found = found._replace(links=False)  # a browser is a way out
    settle_environment(os.environ, found)
    from caucasus_tui.page.lens import laid_over
    from caucasus_tui.session.coming_back import older
    from caucasus_tui.session.library import Library
    from caucasus_tui.session.session import Session
    from caucasus_tui.tui import lean_textual  # noqa: F401 (loaded before all that takes Textual)
    from caucasus_tui.tui.app import Dashboard
    from caucasus_tui.tui.run import run
    from caucasus_tui.tui.themes import HOUSE, theme_fault

    options.ascii = found.ascii
    if fault := theme_fault(settings["theme"]):
        raise Ended(USAGE, settings.blame("theme", fault))
    files = None
    if options.dossier:
        from caucasus_tui.session.watching import Watched

        files = Watched(options.dossier)
    library = Library(
        files,
        watch=settings["watch"],
        named=settings.dossiers,
        limit=size_limit(options),
        latin=found.ascii,
        originals=partial(originals_of, kiosk=settings.permissions.is_kiosk),
        cache=settings.cache,
    )
    if is_plain := _is_plain(options, found):
        this_start[0].root = folder_of(options)
    opened = open_in(library, options)
    start = ""
    if options.command is not None:
        from caucasus_tui.commands.typed_address import place_meant

        start = str(place_meant(opened.dossier, options.command, COMMANDS))
    session = Session(
        opened.dossier,
        clock=options.clock,
        start=start,
        originals=opened.originals,
        outline=opened.outline,
        permissions=settings.permissions,
        keeps=keeps,
        compares=not found.ascii,
        layers=laid_over(settings["since_then"]),
    )
    if settings["resume"] and not start:
        session.own.memory.recall()
        older(session)
    kept = grounds.theme(found.colours)
    app = Dashboard(
        session,
        theme=settings["theme"] or ("" if theme_fault(kept) else kept) or found.theme,
        keymap=settings.config.keymap,
        library=library,
        terminal=found,
    )
    app.take_ground = grounds.take
    own = found.theme or HOUSE[0].name
    app.keep_theme = lambda theme: grounds.choose("" if theme == own else theme, found.colours)
    if is_plain:
        sides = enter(found, settings["mouse"]), leave(found)
        app.keep_picture = lambda size, picture: this_start[0].keep(size, sides[0], picture, sides[1])
    status = run(app, found, mouse=settings["mouse"])
    if status == OK:
        app.keep_first_picture()
    return status


def _is_plain(options: "argparse.Namespace", found: Terminal) -> bool:
    """Whether the first picture is that of any start in the same surroundings, and may be kept for the next."""
    settings: Settings = options.settings
    may = not settings.permissions.is_kiosk and settings.cache is None and options.command is None
    return may and not (found.low_bandwidth or any(settings[name] for name in ("watch", "since_then", "resume")))
