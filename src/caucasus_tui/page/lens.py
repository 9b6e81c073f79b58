"""How a page is looked at: nothing that belongs to the dossier, everything a reader can change."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from itertools import compress
from typing import Literal, TypeVar, get_args

from msgspec import Struct

from caucasus_tui.dossier.loading.originals import NO_ORIGINALS, Originals
from caucasus_tui.dossier.loading.outline_file import NO_OUTLINE, OutlineFile
from caucasus_tui.dossier.model import Dossier, Layer, Record, StatementType
from caucasus_tui.dossier.model.relations import Relations
from caucasus_tui.dossier.model.shown_alone import part_of
from caucasus_tui.dossier.text import counted

T = TypeVar("T", bound=Record | str)

Facet = StatementType | Literal["curator"]
"""What may be shown alone: a type of statement, or what carries the curator's mark."""
FACETS: tuple[Facet, ...] = (*get_args(StatementType), "curator")


def laid_over(later: object) -> frozenset[Layer]:
    """The layers over the text: the later one, or none."""
    return frozenset({"later"} if later else ())


MANY = 500
"""Records of one kind. Of more it is not asked of each by its address whether it is shown: that has to be put
together."""


class Lens(Struct, frozen=True, kw_only=True):
    """`width` in cells; `height` in rows, for what is to fit into them, 0 without bound;
    `zoomed`: the pane has the whole screen; `facet`: only this statement type, or what
    carries the curator's mark; `held`: only
    what is of this source or about this actor, an address; `pick`: a pane's
    own narrowing, as an address (`target:azerbaijan`); `today`: for ages and passed windows, the only clock;
    `originals`: the texts that the reader has put beside the dossier; `layers`: which are laid over the seed layer;
    `outline`: coasts and borders beside it; `picture`: rows of the screen that one may take, 0 where none is
    drawn; `straight`: to be read straight on, so lists and one column instead of pictures and tables."""

    width: int = 80
    height: int = 0
    zoomed: bool = False
    facet: Facet | None = None
    held: str = ""
    pick: str = ""
    today: date
    originals: Originals = NO_ORIGINALS
    outline: OutlineFile = NO_OUTLINE
    picture: int = 0
    layers: frozenset[Layer] = frozenset()
    straight: bool = False
    own_keys: tuple[tuple[str, str], ...] = ()
    """The reader's own keys, as shown, by binding id."""

    @property
    def since(self) -> bool:
        """Whether the later layer is on."""
        return "later" in self.layers

    def seen(self, dossier: Dossier) -> Dossier:
        """What can be gone to: the seed layer, or both."""
        return dossier.whole if self.since else dossier

    @property
    def narrows(self) -> bool:
        """Whether something is left out."""
        return bool(self.facet or self.held)

    def key(self, id: str, usual: str) -> str:
        """What a text calls a key: as the reader has it, else as usual."""
        return dict(self.own_keys).get(id, usual)

    @property
    def keys(self) -> tuple[str, ...]:
        """The rows of `bits`, and the beginnings of those of `alone`, in each of which is what is shown."""
        return tuple(key for key in (self.facet if self.facet != "curator" else None, self.held) if key)

    def among(self, dossier: Dossier, items: Iterable[T]) -> list[T]:
        """Of records those that are let through: by the type of their leading statement, by what they rest on or are
        about; of citations, by the type of the statement, its source, whom it is about or by."""
        shown = list(items)
        for key in self.keys:
            if len(shown) > MANY and len({*map(type, shown)}) == 1 and isinstance(one := shown[0], Record):
                part = dossier.relations.alone.get(part_of(key, one.ref), frozenset())
                there = {*map(id, map(dossier.record, part))}
                shown = [*compress(shown, map(there.__contains__, map(id, shown)))]
            else:
                alone = is_alone(dossier.relations, key)
                shown = [item for item in shown if alone(item if isinstance(item, str) else item.ref)]
        return shown

    def admits(self, dossier: Dossier, item: Record | str) -> bool:
        """Whether a record or a citation is among those."""
        return not self.narrows or bool(self.among(dossier, (item,)))


def is_alone(relations: Relations, key: str) -> Callable[[str], bool]:
    """Whether an address is among what is shown where a key alone is; each part is looked up once."""
    parts = cache(lambda address: relations.alone.get(part_of(key, address), frozenset()))
    return lambda address: address in parts(address.partition(":")[0])


def shown_of(shown: int, total: int, what: str) -> str:
    """`9 of 14 events`, or `14 events` where nothing is hidden; `what` is the word for one."""
    named = counted(total, what)
    return named if shown == total else f"{shown} of {named}"
