"""The later layer of a dossier from the cache: it is off at the start, so it is read when first asked for."""

from functools import cached_property
from typing import Any

import msgspec

from caucasus_tui.dossier.keeping.trusted import trusted
from caucasus_tui.dossier.model.dossier import Since


class KeptSince:
    """Looks like the layer, which is vouched for as the rest of the file is."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    @cached_property
    def read(self) -> Since:
        """The layer itself."""
        return msgspec.json.decode(self._content, type=Since, dec_hook=trusted)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.read, name)

    def __eq__(self, other: object) -> bool:
        return self.read == (other.read if isinstance(other, KeptSince) else other)

    def __hash__(self) -> int:
        return hash(self._content)
