"""Pages made before they are shown, beside the screen, which goes on as it was until they are there."""

from msgspec.structs import replace

from caucasus_tui import gc_timing
from caucasus_tui.dossier.addresses import PaneAt, parse
from caucasus_tui.dossier.addresses.places import exists
from caucasus_tui.dossier.model import Layer
from caucasus_tui.page.lens import Lens
from caucasus_tui.panes import HOME
from caucasus_tui.session.library import Opened
from caucasus_tui.session.session import Session


def make_ready(session: Session, opened: Opened, layers: frozenset[Layer] | None = None) -> Opened:
    """Make what is in sight as it will be in a dossier that has been read, or with other layers; returns that dossier.
    In any thread."""
    held = session.held if session.held and exists(opened.dossier, parse(session.held)) else ""
    on = session.layers if layers is None else layers

    def look(lens: Lens) -> Lens:
        return replace(lens, held=held, originals=opened.originals, outline=opened.outline, layers=on)

    addresses = [*(str(PaneAt(name)) for name in HOME), session.visit.address]
    with gc_timing.held_off():
        session.pages.make_ready(addresses, opened.dossier, look)
    return opened
