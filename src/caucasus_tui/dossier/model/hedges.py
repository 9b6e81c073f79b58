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

_MEANT: dict[str, HedgeCode] = {**{word: code for code, (word, _) in PHIA.items()}, "if": "conditional"}
"""What a word alone means, whatever code it was given."""
_POSSIBLE = frozenset(("may", "might", "could", "can", "perhaps", "possibly", "possible"))
"""What gives no likelihood, whatever stands beside it: may well."""


def band_of(hedge: Hedge) -> HedgeCode:
    """Its code; but nobody's "may" has a range, and no word of the yardstick that of another one."""
    if hedge.code not in PHIA:
        return hedge.code
    word = hedge.word.casefold()
    return "possible-unquantified" if _POSSIBLE.intersection(word.split()) else _MEANT.get(word, hedge.code)


def hedge_words(hedge: Hedge) -> str:
    """The source's own word with its range, or the lack of one, beside it: `“probably” (PHIA: likely, 55–75 %)`."""
    if hedge.reading:
        said = hedge.reading
    elif (code := band_of(hedge)) in PHIA:
        # Whose figures they are stands with them: the source gave only the word.
        said = "PHIA: " + ", ".join(PHIA[code])
    else:
        said = OFF_YARDSTICK[code]
    return f"“{hedge.word}” ({said})"
