"""Files of `data/` that are not read: why not, and what they were probably meant to be."""

from collections.abc import Iterable
from importlib.resources.abc import Traversable
from pathlib import Path

from caucasus_tui.dossier.problems import nearest


def not_read(name: str, entry: Traversable, kinds: Iterable[str]) -> tuple[str, str]:
    """What to say of a file that has none of the names that are read, and the kind that it was probably meant to be of,
    or nothing where it is just something that lies about there."""
    kinds = tuple(kinds)
    if name in kinds and isinstance(entry, Path) and entry.is_symlink():
        return "this is a link, and links are not followed; put the folder itself here", name
    stem, _, suffix = name.rpartition(".")
    near = nearest(stem or suffix, kinds)
    if near and _is_slip(entry.name, near):
        return f"no file of this name is read; did you mean {near}.yaml?", near
    return f"no file of this name is read; known are {', '.join(kinds)}, each with .yaml", ""


def _is_slip(name: str, meant: str) -> bool:
    """Whether a file was probably meant to be `meant`.yaml."""
    stem, _, suffix = name.partition(".")
    return suffix in ("", "yaml", "yml") and stem.isalpha() and abs(len(stem) - len(meant)) <= 2
