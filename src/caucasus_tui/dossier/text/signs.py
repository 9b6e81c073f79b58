"""Signs whose likeness in ASCII would say something else: `2½` would become 21/2, `100³` 1003, and `≠` the sign of
equality."""

import re
from unicodedata import normalize

_SIGNS = "[¼½¾⅐-⅞]|[⁰¹²³⁴-⁹⁺⁻]+|[①-⑳]|[‰‱]|[≠≢≮≯≰≱≁≄≇≉∉∌∄⊄⊅⊈⊉]"
_PER = {"‰": " per 1,000", "‱": " per 10,000"}


def with_signs_spelt(text: str) -> str:
    """`text` in which these say in other letters what they say: `2 1/2`, `100^3`, `!=`."""
    return text if text.isascii() else re.sub(_SIGNS, _spelt, text)


def _spelt(found: re.Match[str]) -> str:
    sign, plain = found[0], normalize("NFKD", found[0])
    if sign in _PER:
        return _PER[sign]
    if "\u0338" in plain:
        return f"!{plain[0]}"
    if "\u2044" in plain:
        part = plain.replace("\u2044", "/")
        return f" {part}" if found.string[: found.start()][-1:].isdigit() else part
    return f"({plain})" if "①" <= sign <= "⑳" else f"^{plain}"
