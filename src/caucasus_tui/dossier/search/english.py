"""What the search knows of English grammar. A dossier in another language is searched all the same, with less
forgiveness."""


def words(text: str) -> frozenset[str]:
    """The words of a plain list."""
    return frozenset(text.split())


QUESTION_WORDS = words("when who whom whose what which where why how did does do is are was were has have")

STOP_WORDS = QUESTION_WORDS | words(
    "a an the and or of to in on at by for from with as be been being it its this that these those there they them "
    "their he she his her we our you i me my had not will would can could should shall any many much some about "
    "into than then so if but please tell show give after before since until during whats whos wheres hows isnt "
    "exactly really ever just also only very still yet now today currently anyone anybody anything someone "
    "something everyone everything go goes going gone done doing happening get gets know another thing things "
    "over out all supposed look looks like come comes coming make makes actually already again enough even perhaps "
    "maybe quite rather such own itself himself herself themselves ourselves yourself myself against behind"
)
"""Dropped from a query where other words remain; `may` stays, as a source's hedge."""

FRAME_WORDS = words(
    "position positions stance stand stands standpoint view views attitude want wants wanted wish wishes aim aims "
    "goal goals objective objectives interest interests intention intentions intend intends think thinks believe "
    "believes opinion opinions say says said see sees exist exists existing role roles status state situation news "
    "deadline deadlines quote quotes quoted quotation quotations cite cites cited citation citations "
    "source sources statement statements record records text dossier mention mentions mentioned contain contains "
    "information info detail details explain summary overview list name names word words question questions "
    "avoid use used call called refer meaning kind happened happens"
)
"""What a question says of itself, and the program of what it shows. Beside other words these are not needed for a hit,
and count a little where they are there."""

SAYING = words("position positions stance view views say says said opinion opinions attitude")
"""Frame words of one who asks for somebody's own words."""
OUR_WORDS = SAYING | words("call called name names refer use avoid")
"""Frame words of one who asks what we ourselves should say."""
OURSELVES = words("we i")
LISTING = words("quote quotes quoted quotation quotations deadline deadlines")
"""Frame words of one who asks for a certain kind of thing."""

STATE_WORDS = words("open closed shut blocked passable free safe")
"""How something may stand: whoever asks whether it is one wants to know which."""

DEGREES = words("long soon often far bad big good great old well")
"""What is asked for after `how`."""

ENDINGS = words(
    "s es ed d e r er ers ing ings ion ions ation ations ment ments al ly n an ns ans ian ians i is ish ence ency ity"
)
"""What may follow a stem for two words to be forms of one: `start`, `started`; `recommend`, `recommendation`."""

SHORT_ENDINGS = words("s es ed d n er ers ing ings ian ians i is ish")
"""The same after a stem of four letters: `miss` and `mission` are not one word."""

PLAIN_ENDINGS = words("e s es ed d ing ings") | {""}
"""One of two forms has one of these: `position` and `positive` are two words."""

APART = words("statement statements department departments apartment apartments")
"""What is no form of the word that it begins with."""
