"""What every record is made of.

Three kinds of text never mix: a `title` is a short label, a `Cited` is what a source says (in our words), a `Derived`
is the curator's own inference and carries what it was inferred from.
"""

from typing import ClassVar

from msgspec import Struct

from caucasus_tui.dossier.model.links import Citation


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A piece of a record: no address of its own."""


class Cited(Part, frozen=True, kw_only=True):
    """Something a source says, in our words."""

    text: str
    cites: tuple[Citation, ...]
    """The statements that say so."""

    @property
    def sentence(self) -> str:
        """All that it says, to be printed."""
        return self.text


class Derived(Part, frozen=True, kw_only=True):
    """The curator's inference: never printed as the source's."""

    text: str
    basis: tuple[Citation, ...] = ()
    """What it was inferred from."""


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Anything with a stable address, `kind:id`. The first citation leads: it gives the record its type and hedge."""

    kind: ClassVar[str] = ""

    id: str
    """Lower-case words joined by hyphens; it never changes its meaning."""
    title: str
    """A label of a few words; it claims nothing."""
    cites: tuple[Citation, ...] = ()
    """What it rests on, the leading statement first."""
    was: tuple[str, ...] = ()
    """Ids it had before; whoever has one of them still finds it."""

    @property
    def ref(self) -> str:
        """Its address: `lever:bridge-fund`."""
        return f"{self.kind}:{self.id}"
