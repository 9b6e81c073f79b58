"""Likelihood in words: the PHIA probability yardstick, and what to say where a source's word is not on it.

Professional Head of Intelligence Assessment (UK): seven bands with deliberate gaps between them. A range is printed
only for a word on the yardstick; "may" is not on it, so its likelihood is not given.
"""

from caucasus_tui.dossier.model.sources import Hedge, HedgeCode

PHIA: dict[HedgeCode, tuple[str, str]] = {
    "remote-chance": ("remote chance", "≤ 5 %"),
    "highly-unlikely": ("highly unlikely", "10–20 %"),
    "unlikely": ("unlikely", "25–35 %"),
    "realistic-possibility": ("realistic possibility", "40–< 50 %"),
    "likely": ("likely", "55–75 %"),
    "highly-likely": ("highly likely", "80–90 %"),
    "almost-certain": ("almost certain", "≥ 95 %"),
}

OFF_YARDSTICK: dict[HedgeCode, str] = {
    "possible-unquantified": "likelihood not given",
    "conditional": "conditional, likelihood not given",
    "evidential": "inferred by the source",
    "declared-unknown": "the source says it cannot be told",
    "categorical": "stated without hedge",
    "rhetorical": "the source's emphasis, no likelihood",
    "reported": "reported to the source",
}

_MEANT: dict[str, HedgeCode] = {
    **{word: code for code, (word, _) in PHIA.items()},
    **{"probable": "likely", "probably": "likely", "if": "conditional"},
}
"""What a word alone means, whatever code it was given."""
_POSSIBLE = frozenset(("may", "might", "could", "can", "perhaps", "possibly", "possible"))
"""What gives no likelihood, whatever stands beside it: may well."""
_BELOW, _ABOVE = tuple(PHIA)[:3], tuple(PHIA)[-3:]
_SIDES = {"unlikely": _BELOW, "remote": _BELOW, "likely": _ABOVE, "probable": _ABOVE, "probably": _ABOVE}
"""Where a word is still that stands beside others: very likely. What says no to it is another matter."""
_OTHERWISE = frozenset(("not", "no", "nor", "less", "hardly", "if", "how", "whether", "than", "as", "equally"))


def band_of(hedge: Hedge) -> HedgeCode:
    """Its code; but nobody's "may" has a range, and a word of the yardstick no other band than its own."""
    if hedge.code not in (*PHIA, "possible-unquantified"):
        return hedge.code
    word = hedge.word.casefold()
    return "possible-unquantified" if _POSSIBLE.intersection(word.split()) else _MEANT.get(word, hedge.code)


def codes_of(hedge: Hedge) -> tuple[HedgeCode, ...]:
    """Those that its words can have: where a word of the yardstick stands among others, the bands on its side."""
    band, words = band_of(hedge), {*hedge.word.casefold().split()}
    sides = [side for word, side in _SIDES.items() if word in words]
    alone = band != hedge.code or hedge.word.casefold() in _MEANT
    if alone or not sides or band not in (*PHIA, "possible-unquantified") or words & (_POSSIBLE | _OTHERWISE):
        return (band,)
    return sides[0]


def hedge_words(hedge: Hedge) -> str:
    """The source's own word with its range, or the lack of one, beside it: `“probably” (PHIA: likely, 55–75 %)`.
    Figures are those of the yardstick, which is named: the source gave only the word, and no reading of ours more. A
    reading never stands in the place of a range, or of the want of one."""
    code = band_of(hedge)
    said = f"PHIA: {', '.join(PHIA[code])}" if code in PHIA else OFF_YARDSTICK[code]
    reading = "" if gives_figures(hedge) else hedge.reading or ""
    both = reading and code in (*PHIA, "possible-unquantified") and said not in reading
    return f"“{hedge.word}” ({f'{said}; {reading}' if both else reading or said})"


def gives_figures(hedge: Hedge) -> bool:
    """Whether our reading of it gives a likelihood in figures, which is nobody's."""
    return "%" in (hedge.reading or "")
