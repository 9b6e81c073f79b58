"""What the search knows of English. A dossier in another language is searched all the same, with less forgiveness."""

from caucasus_tui.dossier.text.fold import words

QUESTION_WORDS = frozenset(words("when who whom whose what which where why how did does do is are was were has have"))

STOP_WORDS = QUESTION_WORDS | frozenset(
    words(
        "a an the and or of to in on at by for from with as be been being it its this that these those there they them "
        "their he she his her we our you your i me my had not will would can could should any many much some about "
        "into than then so if but please tell show give after before since until during"
    )
)
"""Dropped from a query where other words remain; `may` stays, as a source's hedge."""

ENDINGS = frozenset(
    words("s es ed d r er ers ing ings ion ions ation ations ment ments al ly n an ns ans ian ians i is ish ive y ies")
)
"""What may follow a stem for two words to be forms of one: `start`, `started`; `recommend`, `recommendation`."""

_FAMILIES = (
    "begin begins began begun beginning",
    "break breaks broke broken breach",
    "build builds built building",
    "buy buys bought buying",
    "die dies died dying dead death deaths",
    "fall falls fell fallen",
    "fight fights fought fighting",
    "flee flees fled fleeing flight",
    "give gives gave given",
    "hold holds held holding",
    "leave leaves left leaving",
    "lose loses lost losing loss losses",
    "meet meets met meeting meetings",
    "say says said saying",
    "see sees saw seen",
    "seek seeks sought seeking",
    "sell sells sold selling sale sales",
    "speak speaks spoke spoken speech",
    "take takes took taken taking",
    "withdraw withdraws withdrew withdrawn withdrawal",
    "write writes wrote written writing",
)

_SYNONYMS = (
    "threat threats threaten threatened menace warning warnings warned",
    "premeditated planned prepared plotted",
    "contradiction contradictions inconsistency inconsistencies discrepancy tension tensions",
    "refugee refugees displaced exodus evacuees departure",
    "truce armistice ceasefire",
    "deal accord treaty pact agreement memorandum",
    "soldiers troops army forces contingent",
    "assault attack offensive operation aggression",
    "sanction sanctions penalties pressure leverage",
    "assurance assurances guarantee guarantees safeguard safeguards",
    "deadline deadlines timetable window",
    "dialogue negotiations negotiation talks",
    "broker brokered mediator mediate mediated arbiter",
    "weapons weaponry arms arsenal",
    "energy gas oil",
    "siege blockade closure closed",
    "risk risks danger dangers",
    "prediction predictions outlook forecast forecasts expectation",
    "advice demand demands ask asks recommendation recommendations",
    "unknown unknowns gap gaps missing",
    "ally allies supporter supporters backer backers support",
    "border frontier boundary delimitation",
    "motive motives cause causes reason reasons",
)

SYNONYMS: dict[str, tuple[str, ...]] = {word: tuple(words(group)) for group in _SYNONYMS for word in words(group)}
"""For each word, those that stand for it where a dossier does not have it."""

FAMILIES: dict[str, frozenset[str]] = {word: frozenset(words(family)) for family in _FAMILIES for word in words(family)}
"""For each word, its forms that no ending makes."""
