"""Words that stand for one another, a group a line of a file beside this one: in `families.txt` forms that no ending
makes, in `synonyms.txt` the synonyms of the trade."""

from pkgutil import get_data  # importlib.resources takes longer to load than a search


def _groups(name: str) -> str:
    text = (get_data(__package__, name) or b"").decode().replace("-", "")
    return "".join(f" {line} \n" for line in text.splitlines())


_FAMILY_GROUPS, _SYNONYM_GROUPS = _groups("families.txt"), _groups("synonyms.txt")


def family(word: str) -> tuple[str, ...]:
    """The forms of a word that no ending makes."""
    return _beside(word, _FAMILY_GROUPS)


def synonyms(word: str) -> tuple[str, ...]:
    """The words that mean much the same as another where states deal with each other."""
    return _beside(word, _SYNONYM_GROUPS)


def _beside(word: str, groups: str) -> tuple[str, ...]:
    """What stands in a group with a word. A table of them all would take longer to make than most searches do."""
    sought = f" {word} "
    found = [group.split() for group in groups.splitlines() if sought in group] if sought in groups else []
    return tuple(dict.fromkeys(other for group in found for other in group if other != word))
