"""What the prompt answers: search results, places to go by name. Loaded when first asked for."""

from collections.abc import Sequence
from functools import partial

from caucasus_tui.config.dossiers import NamedDossier
from caucasus_tui.dossier.addresses import DossierAt
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.text import counted
from caucasus_tui.page.rows import Page, Row, Span, hanging, wrapped
from caucasus_tui.page.search_results import found_page
from caucasus_tui.panes import DIGITS, PANES, pane_title
from caucasus_tui.session.session import Session
from caucasus_tui.tui.here import Here
from caucasus_tui.tui.keys import Key
from caucasus_tui.tui.prompt.asking import Asking
from caucasus_tui.tui.prompt.go_to import completed, go_to_page
from caucasus_tui.tui.prompt.keys_page import keys_page


class Answers:
    """Answers what is typed."""

    def __init__(self, session: Session, keys: tuple[Key, ...], named: Sequence[NamedDossier] = ()) -> None:
        self._session = session
        self._dossier = dossier = session.dossier
        self._named = named
        self._keys = tuple(_titled(dossier, key) for key in keys)

    def asking(self, mode: str, here: Here) -> Asking:
        """The prompt for `/`, `:`, `D` or `?`; that tells what there is to know `here`."""
        if mode == "/":
            prepare = partial(self._session.search, "a")
            return Asking("/", "search everything", self._found, prepare=prepare, find=self._first)
        if mode == ":":
            someone = self._dossier.actors[0].id if self._dossier.actors else "NAME"
            hint = f"lev  terms  who {someone}  p8 …"
            return Asking(
                ":",
                hint,
                lambda text, width: go_to_page(self._session.seen, self._keys, text, width),
                complete=lambda text: completed(self._session.seen, self._keys, text),
            )
        if mode == "D":
            named, hint = self._named, self._session.permissions.refusal("open_other")
            return Asking("D", "a dossier by name", partial(dossiers_page, named, hint), in_full=True)
        if mode == "✎":
            visit, collected = self._session.visit, self._session.own.collected
            page = partial(self._session.page, visit)
            note = Asking(
                "✎",
                "your note to this line, marked as yours",
                lambda text, width: page(width),
                take=partial(collected.annotate, visit.subject),
            )
            note.text = collected.note_of(visit.subject)
            return note
        hint = "type a key or a mark as it is printed: ~?  !T9  KF  PHIA"
        page = partial(keys_page, self._dossier, self._keys, here)
        return Asking("?", hint, page, in_full=True)

    def _first(self, text: str) -> str:
        return next((hit.ref for hit in self._session.search(text).hits), "")

    def _found(self, text: str, width: int) -> Page:
        return found_page(self._dossier, self._session.search(text), width)


def dossiers_page(named: Sequence[NamedDossier], hint: str, text: str, width: int) -> Page:
    """The dossiers that have a name, the one that is called just so first, and a `hint` on others."""
    word = text.strip().casefold()
    rows: list[Row] = []
    for found in sorted(named, key=lambda found: found.name.casefold() != word):
        if word in found.name.casefold():
            folder = [Span(found.folder or "comes with the program", "dim")]
            address = str(DossierAt(found.name))
            rows += hanging((Span(found.name, "strong"),), folder, width, 25, subject=address)
    hint = hint or "Name more under [dossiers] in the configuration: caucasus-tui config tells where it is."
    rows = rows or wrapped([Span(f"No dossier is called “{text.strip()}”.", "absent")], width)
    count = counted(len(named), "dossier") if any(row.subject for row in rows) else "none of this name"
    return Page("Dossiers", [*rows, Row(), *wrapped([Span(hint, "dim")], width)], count)


def _titled(dossier: Dossier, key: Key) -> Key:
    """A key that opens a pane, with the title that the dossier gives the pane."""
    kind, _, digit = key.id.partition(".")
    if kind != "pane" or not digit.isdigit():
        return key
    return key._replace(does=pane_title(dossier, PANES[(int(digit) - 1) % DIGITS]))
