"""The rules between records, one by one: the tiny dossier keeps them all, and each change to it breaks one."""

from typing import Any, TypeVar

import pytest
from msgspec import Struct, convert
from msgspec.structs import fields, replace

from caucasus_tui.dossier.loading.check import RULES, Breach, Unread, check
from caucasus_tui.dossier.loading.rules import (
    cross_references,
    date_basis,
    identity,
    language,
    layer_rules,
    once,
    questions,
    shape,
    unfinished,
)
from caucasus_tui.dossier.loading.rules.scope import Scope
from caucasus_tui.dossier.model.dossier import Dossier

T = TypeVar("T")

_P1_3, _PQ1, _H_1 = (f"statement:valley-letter:{name}" for name in ("p1.3", "pq1", "h.1"))
_SIDE = {"text": "A side.", "cites": ["valley-letter:p1.3"]}
_LOADED = "'needless wall' takes a side in valley-letter:p1.3; quote it, or use another word"

_WAGGONS = {
    "by": "Ann",
    "text": "37.",
    "cites": ["mill-almanac:e1.2"],
    "when": {"role": "point", "as_stated": "not stated"},
}
_NO = "no source says"
_PAYS = "question:who-pays"


def _asking(**selector: Any) -> dict[str, Any]:
    """A question with one section and one selector in it."""
    return {"sections": [{"heading": "The means", "select": [selector]}]}


CASES: dict[str, tuple[Any, str, dict[str, Any], list[Breach]]] = {
    "record id": (
        identity.well_formed,
        "code:likelihood-likely",
        {"id": "Is_Likely"},
        [Breach("code:Is_Likely", "an id is lower-case words joined by hyphens, such as bridge-fund", "Is_Likely")],
    ),
    "source called like a kind": (
        identity.well_formed,
        "source:bridge-notice",
        {"id": "lever"},
        [
            Breach(
                "source:lever",
                "lever: begins other addresses; call the source otherwise, such as lever-1",
                "lever",
            )
        ],
    ),
    "paragraph id": (
        identity.well_formed,
        "paragraph:valley-letter:d1",
        {"id": "d-1"},
        [Breach("paragraph:valley-letter:d-1", "the id of a paragraph is letters and a number, such as p8", "d-1")],
    ),
    "statement id": (
        identity.well_formed,
        _H_1,
        {"id": "h1-1"},
        [
            Breach(
                "statement:valley-letter:h1-1",
                "the id of a statement is its paragraph and a number, such as p8.2",
                "h1-1",
            )
        ],
    ),
    "date that nobody says": (
        date_basis.dates_are_said,
        "event:bridge-closed",
        {"when": {"edtf": "2031-02", "role": "point", "as_stated": "February"}},
        [
            Breach(
                "event:bridge-closed",
                "no statement it cites has the date of 'when'; cite one, or say in 'basis' how you got it",
                "2031-02",
            )
        ],
    ),
    "record twice": (
        identity.used_once,
        "code:likelihood-likely",
        {"id": "statement-type-fact"},
        [
            Breach(
                "code:statement-type-fact",
                "the code 'statement-type-fact' stands here a second time; give this one an id of its own",
                "statement-type-fact",
                1,
            )
        ],
    ),
    "statement twice": (
        identity.used_once,
        _P1_3,
        {"id": "p1.2"},
        [
            Breach(
                "statement:valley-letter:p1.2",
                "the statement 'valley-letter:p1.2' stands here a second time; give this one an id of its own",
                "p1.2",
                1,
            )
        ],
    ),
    "statement in a strange paragraph": (
        identity.in_their_paragraph,
        _P1_3,
        {"id": "p2.9"},
        [
            Breach(
                "statement:valley-letter:p2.9",
                "statement 'p2.9' stands in paragraph 'p1'; move it, or mend its id",
                "p2.9",
            )
        ],
    ),
    "name of two places": (
        identity.names_of_one_place,
        "place:stone-bridge",
        {"names": [{"name": "the valley", "used_by": "all"}]},
        [
            Breach(
                "place:stone-bridge", "'the valley' is already a name of 'valley'; keep it at one place", "the valley"
            )
        ],
    ),
    "short name of two actors": (
        identity.short_names,
        "actor:lower-mill",
        {"short": "um"},
        [Breach("actor:lower-mill", "'um' is already the short name of 'upper-mill'", "um")],
    ),
    "short name too long": (
        identity.short_enough,
        "actor:miller",
        {"short": "The miller"},
        [
            Breach(
                "actor:miller",
                "short name 'The miller': 6 cells are there for it; write a shorter one",
                "The miller",
            )
        ],
    ),
    "short name of wide letters": (
        identity.short_enough,
        "actor:miller",
        {"short": "磨坊主人"},
        [Breach("actor:miller", "short name '磨坊主人': 6 cells are there for it; write a shorter one", "磨坊主人")],
    ),
    "label too long": (
        identity.short_enough,
        "source:bridge-notice",
        {"short": "The notice"},
        [
            Breach(
                "source:bridge-notice",
                "label 'The notice': 8 cells are there for it; write a shorter one",
                "The notice",
            )
        ],
    ),
    "label that is the id of another source": (
        identity.source_labels,
        "source:bridge-notice",
        {"id": "ford"},
        [Breach("source:ford-gazette", "'Ford' is already the id or label of 'ford'; take another label", "Ford")],
    ),
    "may with a range": (
        language.hedges_on_their_band,
        _PQ1,
        {"hedge": {"word": "May", "code": "likely"}},
        [
            Breach(
                _PQ1,
                "'May' is not 'likely'; write code: possible-unquantified, or the source's words in full",
                "May",
            )
        ],
    ),
    "word of the yardstick on another band": (
        language.hedges_on_their_band,
        _PQ1,
        {"hedge": {"word": "unlikely", "code": "likely"}},
        [Breach(_PQ1, "'unlikely' is not 'likely'; write code: unlikely, or the source's words in full", "unlikely")],
    ),
    "word of the yardstick that was given no band": (
        language.hedges_on_their_band,
        _PQ1,
        {"hedge": {"word": "probably", "code": "possible-unquantified"}},
        [
            Breach(
                _PQ1,
                "'probably' is not 'possible-unquantified'; write code: likely, or the source's words in full",
                "probably",
            )
        ],
    ),
    "words on the other side of the yardstick": (
        language.hedges_on_their_band,
        _PQ1,
        {"hedge": {"word": "very unlikely", "code": "likely"}},
        [
            Breach(
                _PQ1,
                "'very unlikely' is not 'likely'; write code: remote-chance or highly-unlikely or unlikely, or the "
                "source's words in full",
                "very unlikely",
            )
        ],
    ),
    "holder twice": (
        once.members,
        "lever:miller-grain",
        {"holders": ["miller", "upper-mill", "miller"]},
        [Breach("lever:miller-grain", "'holders' has 'miller' twice; take one out", "miller", again=True)],
    ),
    "the same name twice": (
        once.members,
        "place:stone-bridge",
        {"names": [{"name": "Old Bridge", "used_by": "Upper Mill"}] * 2},
        [Breach("place:stone-bridge", "'names' has 'Old Bridge' twice; take one out", "Old Bridge", again=True)],
    ),
    "route to itself": (
        once.sides,
        "place:stone-bridge",
        {"joins": {"start": "valley", "end": "valley"}},
        [Breach("place:stone-bridge", "'valley' is 'start' and 'end'; name another as one of them", "valley")],
    ),
    "lever that blocks itself": (
        once.sides,
        "lever:council-fund",
        {"blocked_by": [{"lever": "council-fund", "strength": "implied"}]},
        [
            Breach(
                "lever:council-fund", "points to itself in 'council-fund'; name another, or take it out", "council-fund"
            )
        ],
    ),
    "two terms of one number": (
        once.places,
        "term:toll",
        {"order": 1},
        [Breach("term:toll", "term:mend-arches has the order '1' already; give this one another, or that one", "1")],
    ),
    "source of another layer superseded": (
        once.at_odds,
        "source:ford-gazette",
        {"supersedes": "bridge-notice"},
        [
            Breach(
                "source:ford-gazette",
                "'bridge-notice' is of the other layer; a source takes the place of one of its own",
                "bridge-notice",
            )
        ],
    ),
    "in force and superseded": (
        once.at_odds,
        "agreement:grain-deal",
        {"status": "in-force"},
        [
            Breach(
                "agreement:grain-deal",
                "is in force, and 'bridge-agreement' took its place; write status: superseded, or leave out "
                "'superseded_by'",
                "bridge-agreement",
            )
        ],
    ),
    "published before it speaks": (
        once.at_odds,
        "source:ford-gazette",
        {"published": {"edtf": "2031-01", "role": "point", "as_stated": "in January"}},
        [
            Breach(
                "source:ford-gazette",
                "was published before 2031-12-20, as of which it speaks; mend 'published' or 'as_of'",
                "2031-01",
            )
        ],
    ),
    "fact that is likely": (
        once.at_odds,
        _P1_3,
        {"type": "fact", "hedge": {"word": "likely", "code": "likely"}},
        [
            Breach(
                _P1_3,
                "is a fact, and 'likely'; a fact is told flatly: write assessment or forecast, or no hedge",
                "likely",
            )
        ],
    ),
    "fact that is somebody's words": (
        once.at_odds,
        _P1_3,
        {"type": "fact", "attributed_to": ["upper-mill"]},
        [
            Breach(
                _P1_3,
                "is a fact, and somebody's words; write type: attributed, or leave out 'attributed_to'",
                "upper-mill",
            )
        ],
    ),
    "village that is a route": (
        once.at_odds,
        "place:upper-village",
        {"joins": {"start": "valley", "end": "stone-bridge"}},
        [
            Breach(
                "place:upper-village",
                "is a locality, and has what a route has; write form: route, or leave out 'joins' and 'status'",
                "locality",
            )
        ],
    ),
    "border that joins": (
        once.at_odds,
        "place:stone-bridge",
        {"form": "border"},
        [
            Breach(
                "place:stone-bridge",
                "is a border, and has what a route has; write form: route, or leave out 'joins'",
                "border",
            )
        ],
    ),
    "jointly held by one": (
        once.at_odds,
        "lever:council-fund",
        {"jointly": True},
        [
            Breach(
                "lever:council-fund",
                "is held jointly by one; name the others, or leave out 'jointly'",
                "valley-council",
            )
        ],
    ),
    "dated against the order": (
        once.dates_in_order,
        "event:flood",
        {"after": ["talks"]},
        [
            Breach(
                "event:talks",
                "comes before 'flood', which has the earlier date (2030-21); mend a date, or the order",
                "2031-04-01",
            )
        ],
    ),
    "likelihood in figures as our reading of a hedge": (
        language.hedges_on_their_band,
        _PQ1,
        {"hedge": {"word": "may", "code": "possible-unquantified", "reading": "about 60 %"}},
        [Breach(_PQ1, "a likelihood in figures; use the source's own word", "about 60 %")],
    ),
    "range that ends before it begins": (
        language.ranges,
        _PQ1,
        {"figures": [{"value": 1200, "to": 3, "of": "carts"}]},
        [Breach(_PQ1, "a figure from 1200 to 3; write the smaller number as 'value'", "carts")],
    ),
    "lever of nobody": (
        unfinished.levers,
        "lever:council-fund",
        {"holders": []},
        [
            Breach(
                "lever:council-fund", f"names no holder; add 'holders' with who can use it, or not-stated where {_NO}"
            )
        ],
    ),
    "two sources called the same": (
        identity.labels_alike,
        "source:bridge-notice",
        {"id": "valley-2031"},
        [
            Breach(
                "source:valley-letter",
                "'valley' would be the label of 'valley-2031' too, so neither is used; give it a short, "
                "such as 'letter'",
            )
        ],
    ),
    "what is expected rests on what others said": (
        shape.expectations,
        "point:council-pays",
        {"counterpart": "miller"},
        [
            Breach(
                "point:council-pays",
                "valley-letter:p3.3 is neither by 'miller' nor about it; rest what you expect on what is",
                "valley-letter:p3.3",
            )
        ],
    ),
    "empty text": (
        identity.no_empty_text,
        "gap:how-high",
        {"answer": ""},
        [Breach("gap:how-high", "an empty text; write it, or leave the key out", "")],
    ),
    "citation of nothing": (
        cross_references.citations,
        "step:grain",
        {"cites": ["valley-letter:p9.9"]},
        [
            Breach(
                "step:grain",
                "there is no statement 'valley-letter:p9.9'; add it to seeds/valley-letter.yaml, or cite another",
                "valley-letter:p9.9",
            )
        ],
    ),
    "citation of no source": (
        cross_references.citations,
        "step:grain",
        {"cites": ["letter:p2.5"]},
        [Breach("step:grain", "there is no source 'letter' in seeds/; did you mean 'valley-letter'?", "letter:p2.5")],
    ),
    "citation of a repeat": (
        cross_references.citations,
        "scenario:closed-winter",
        {"cites": ["valley-letter:pq1"]},
        [
            Breach(
                "scenario:closed-winter",
                "valley-letter:pq1 only repeats another statement; cite valley-letter:p3.1",
                "valley-letter:pq1",
            )
        ],
    ),
    "citation of what its paragraph does not say": (
        cross_references.citations,
        "dossier",
        {"key_judgements": ["valley-letter:p1.6"]},
        [
            Breach(
                "dossier",
                "there is no statement 'valley-letter:p1.6'; did you mean 'p1.4'?",
                "valley-letter:p1.6",
            )
        ],
    ),
    "key judgement of nothing": (
        cross_references.citations,
        "dossier",
        {"key_judgements": ["bridge-notice:n7.1"]},
        [
            Breach(
                "dossier",
                "there is no statement 'bridge-notice:n7.1'; did you mean 'n1.1'?",
                "bridge-notice:n7.1",
            )
        ],
    ),
    "link to nothing": (
        cross_references.links,
        "step:grain",
        {"by": "bridge-keeper"},
        [
            Breach(
                "step:grain",
                "there is no actor 'bridge-keeper'; add one with this id to the actors, or name one that is there",
                "bridge-keeper",
            )
        ],
    ),
    "link of a statement": (
        cross_references.links,
        _H_1,
        {"places": ["upper-mill"]},
        [Breach(_H_1, "there is no place 'upper-mill'; did you mean 'upper-village'?", "upper-mill")],
    ),
    "link to no kind": (
        cross_references.links,
        "gap:who-closed",
        {"about": ["evnt:bridge-closed"]},
        [Breach("gap:who-closed", "no record is of the kind 'evnt'; did you mean 'event'?", "evnt:bridge-closed")],
    ),
    "repeat of nothing": (
        cross_references.repeats,
        _PQ1,
        {"duplicate_of": "p3.11"},
        [Breach(_PQ1, "there is no statement 'p3.11' in this source; did you mean 'p3.1'?", "p3.11")],
    ),
    "repeat of itself": (
        cross_references.repeats,
        _PQ1,
        {"duplicate_of": "pq1"},
        [Breach(_PQ1, "'pq1' is a repeat itself; name the statement it repeats", "pq1")],
    ),
    "statement without a use": (
        cross_references.coverage,
        "gap:how-high",
        {"known": []},
        [Breach(_H_1, "no record uses h.1; cite it, or say why not in 'unused'")],
    ),
    "unused statement in use": (
        cross_references.coverage,
        _H_1,
        {"unused": "only a headline"},
        [Breach(_H_1, "h.1 is marked as unused, but gap:how-high cites it; take out 'unused'", "only a headline")],
    ),
    "record that cites nothing": (
        shape.rests_on_something,
        "step:grain",
        {"cites": []},
        [Breach("step:grain", "cites nothing; add 'cites' with the statement it rests on")],
    ),
    "sentence that cites nothing": (
        shape.rests_on_something,
        "actor:lower-mill",
        {"role": {"text": "It holds the bridge.", "cites": []}},
        [
            Breach(
                "actor:lower-mill",
                "a sentence without a citation; name the statement it rests on",
                "It holds the bridge.",
            )
        ],
    ),
    "effect that cites nothing": (
        shape.rests_on_something,
        "condition:weak-arches",
        {"effects": [{"to": "closure", "sign": "produces", "strength": "implied", "cites": []}]},
        [Breach("condition:weak-arches", "a sentence without a citation; name the statement it rests on", "closure")],
    ),
    "headline alone": (
        shape.rests_on_something,
        "step:grain",
        {"cites": ["valley-letter:h.1"]},
        [
            Breach(
                "step:grain",
                "rests on a headline or standfirst alone; cite the paragraph that says it",
                "valley-letter:h.1",
            )
        ],
    ),
    "ask without means": (
        unfinished.asks,
        "recommendation:talk-more",
        {"form": "ask", "addressee": []},
        [
            Breach("recommendation:talk-more", f"names no {name}; add '{key}' with {what}, or not-stated where {_NO}")
            for name, key, what in (
                ("addressee", "addressee", "of whom it is asked"),
                ("lever", "levers", "the means it would use"),
                ("problem", "problem", "what it is meant to solve"),
            )
        ],
    ),
    "scenario without a condition": (
        unfinished.scenarios,
        "scenario:no-fair",
        {"depends_on": ["scenario:closed-winter"]},
        [
            Breach(
                "scenario:no-fair",
                f"depends on no condition; add 'depends_on' with it, such as condition:ID, or not-stated where {_NO}",
            )
        ],
    ),
    "track without a lead": (
        unfinished.tracks,
        "track:mill-track",
        {"lead": None},
        [Breach("track:mill-track", f"names no lead; add 'lead' with who leads it, or not-stated where {_NO}")],
    ),
    "agreement between nobody": (
        unfinished.tracks,
        "agreement:grain-deal",
        {"parties": []},
        [
            Breach(
                "agreement:grain-deal",
                f"names no party; add 'parties' with between whom it is, or not-stated where {_NO}",
            )
        ],
    ),
    "words of nobody": (
        unfinished.attributed,
        _P1_3,
        {"attributed_to": []},
        [
            Breach(
                _P1_3,
                "p1.3 is attributed to nobody; add 'attributed_to' with whose words or view it is, "
                f"or not-stated where {_NO}",
            )
        ],
    ),
    "date that is no EDTF": (
        unfinished.dates,
        "event:bridge-closed",
        {"when": {"edtf": "[2031-03-01..2031-03-05]~", "role": "point", "as_stated": "in March"}},
        [
            Breach(
                "event:bridge-closed",
                "'[2031-03-01..2031-03-05]~' is no EDTF; take out the '~' after the bracket",
                "[2031-03-01..2031-03-05]~",
            )
        ],
    ),
    "placeholder": (
        unfinished.placeholders,
        "source:bridge-notice",
        {"access": "How you came by it."},
        [
            Breach(
                "source:bridge-notice",
                "still says 'How you came by it.'; write what holds here",
                "How you came by it.",
            )
        ],
    ),
    "record of the dossier on a later source": (
        layer_rules.layers_apart,
        "event:grain-offer",
        {"cites": ["mill-almanac:e1.1"]},
        [
            Breach(
                "event:grain-offer",
                "mill-almanac:e1.1 is of the later layer; a record of the dossier rests on its seed sources alone",
                "mill-almanac:e1.1",
            )
        ],
    ),
    "later line on the text itself": (
        layer_rules.layers_apart,
        "later:waggons",
        {"cites": ["valley-letter:p1.1"]},
        [
            Breach(
                "later:waggons",
                "valley-letter:p1.1 is of the seed layer; what came later rests on later sources alone",
                "valley-letter:p1.1",
            )
        ],
    ),
    "what speaks against a row, from the text itself": (
        layer_rules.layers_apart,
        "ledger:winter",
        {"against": ["valley-letter:p1.1"]},
        [
            Breach(
                "ledger:winter",
                "valley-letter:p1.1 is of the seed layer; what came later rests on later sources alone",
                "valley-letter:p1.1",
            )
        ],
    ),
    "side of a dispute on both layers": (
        layer_rules.layers_apart,
        "dispute:how-many-waggons",
        {"sides": [{**_WAGGONS, "cites": ["mill-almanac:e1.2", "valley-letter:p1.1"]}, _WAGGONS]},
        [Breach("dispute:how-many-waggons", "the side of Ann cites both layers; a side rests on one", "37.")],
    ),
    "later source that nobody can look up": (
        layer_rules.later_sources,
        "source:ford-gazette",
        {"url": None, "published": None},
        [
            Breach(
                "source:ford-gazette",
                "a later source needs 'published', the day it came out, written like 'as_of' with role: point",
                "ford-gazette",
            ),
            Breach(
                "source:ford-gazette",
                "a later source needs 'url', or 'read_from': {address: …, manner: original}",
                "ford-gazette",
            ),
        ],
    ),
    "later line about nothing": (
        layer_rules.about_the_text,
        "later:waggons",
        {"touches": []},
        [Breach("later:waggons", "touches nothing; a later line says who says it, and what it bears on")],
    ),
    "row of the ledger about a later line": (
        layer_rules.about_the_text,
        "ledger:paid",
        {"about": "mill-almanac:e1.1"},
        [Breach("ledger:paid", "mill-almanac:e1.1 came later itself; name what it bears on", "mill-almanac:e1.1")],
    ),
    "ask that passed": (
        layer_rules.about_the_text,
        "ledger:winter",
        {"state": "passed"},
        [
            Breach(
                "ledger:winter", "'passed' is said of windows alone; a forecast or an ask has another state", "passed"
            )
        ],
    ),
    "state without what says so": (
        layer_rules.judgements,
        "ledger:fair",
        {"cites": [], "judged": None},
        [
            Breach("ledger:fair", "the state 'not-borne-out' needs 'cites'; without it leave it open", "not-borne-out"),
            Breach(
                "ledger:fair", "the state 'not-borne-out' needs 'judged'; without it leave it open", "not-borne-out"
            ),
        ],
    ),
    "a may without an end that failed": (
        layer_rules.judgements,
        "ledger:winter",
        {"state": "not-borne-out", "horizon": None},
        [
            Breach(
                "ledger:winter",
                "may come about on any day to come: without a 'horizon' it is never 'not-borne-out'",
                "not-borne-out",
            )
        ],
    ),
    "an if whose condition nobody met": (
        layer_rules.judgements,
        "statement:valley-letter:p3.2",
        {"hedge": {"word": "if", "code": "conditional"}},
        [
            Breach(
                "ledger:fair",
                "hangs on an 'if' that no row shows to have come about; it cannot be judged: "
                "'condition' names the row, the state is 'cannot-be-judged'",
                "not-borne-out",
            )
        ],
    ),
    "judged before it was published": (
        layer_rules.not_too_early,
        "ledger:winter",
        {"judged": "2031-12-19"},
        [
            Breach("ledger:winter", "judged before mill-almanac:e1.1 was published", "2031-12-19"),
            Breach("ledger:winter", "judged before ford-gazette:e1.1 was published", "2031-12-19"),
        ],
    ),
    "state by what may have come before the words": (
        layer_rules.not_too_early,
        "statement:mill-almanac:e2.1",
        {"when": {"edtf": "2031-05-03", "role": "point", "as_stated": "3 May 2031"}},
        [
            Breach(
                "ledger:fair",
                "all that it cites may have come before the words, which were written by 2031-05-20; "
                "cite what came after, or leave it open",
                "not-borne-out",
            )
        ],
    ),
    "dispute of one publisher": (
        layer_rules.disputes,
        "dispute:how-many-waggons",
        {"sides": [_WAGGONS]},
        [
            Breach("dispute:how-many-waggons", "a dispute has at least two sides; add the other one"),
            Breach("dispute:how-many-waggons", "both sides stand at one publisher; a dispute needs two"),
        ],
    ),
    "reason too long": (
        layer_rules.lengths,
        "ledger:winter",
        {"because": {"text": "so " * 31}},
        [Breach("ledger:winter", "31 words; a reason may have 30", "so " * 31)],
    ),
    "tension with one side": (
        shape.tensions,
        "tension:t1",
        {"sides": [_SIDE], "cites": ["valley-letter:p1.3"]},
        [
            Breach("tension:t1", "a tension has at least two sides; add the other one"),
            Breach("tension:t1", "a tension is between statements; cite at least two"),
        ],
    ),
    "place off the globe": (
        shape.on_the_globe,
        "place:upper-village",
        {"schematic": {"lat": float("nan"), "lon": 8.1, "origin": "curator"}},
        [Breach("place:upper-village", "not on the globe; 'lat' is -90 to 90 degrees, 'lon' is -180 to 180")],
    ),
    "circle of effects": (
        shape.no_circles,
        "condition:closure",
        {"effects": [{"to": "spring-flood", "sign": "drives", "strength": "implied", "cites": ["valley-letter:p1.2"]}]},
        [
            Breach(
                "condition:weak-arches",
                "the effects go round in a circle: weak-arches → closure → spring-flood → weak-arches;"
                " take one step out",
                "closure",
            )
        ],
    ),
    "circle of events": (
        shape.no_circles,
        "event:flood",
        {"after": ["talks"]},
        [
            Breach(
                "event:flood",
                "before and after go round in a circle: flood → bridge-closed → grain-offer → talks → flood;"
                " take one step out",
                "bridge-closed",
            )
        ],
    ),
    "place within itself": (
        shape.no_circles,
        "place:valley",
        {"part_of": "valley"},
        [Breach("place:valley", "the places go round in a circle: valley → valley; take one step out", "valley")],
    ),
    "long statement": (
        language.lengths,
        _H_1,
        {"text": "word " * 30 + "more"},
        [Breach(_H_1, "31 words; statement h.1 may have 30", "word " * 30 + "more")],
    ),
    "long quotation": (
        language.lengths,
        _P1_3,
        {"quote": "word " * 12 + "more"},
        [Breach(_P1_3, "13 words; the quote of p1.3 may have 12", "word " * 12 + "more")],
    ),
    "long bottom line": (
        language.lengths,
        "dossier",
        {"bottom_line": [{"text": "word " * 40 + "more", "cites": ["valley-letter:p1.2"]}]},
        [Breach("dossier", "41 words; the bottom line may have 40", "word " * 40 + "more")],
    ),
    "lane that there is not": (
        cross_references.frame_words,
        "event:flood",
        {"lane": "domestik"},
        [
            Breach(
                "event:flood",
                "'domestik' is no word of lanes; did you mean 'domestic'? Or add it to lanes in data/dossier.yaml",
                "domestik",
            )
        ],
    ),
    "marking": (
        language.marking,
        "dossier",
        {"marking": "TLP:ORANGE"},
        [
            Breach(
                "dossier",
                "'TLP:ORANGE' is no label of the Traffic Light Protocol; there are "
                "TLP:RED, TLP:AMBER+STRICT, TLP:AMBER, TLP:GREEN, TLP:CLEAR",
                "TLP:ORANGE",
            )
        ],
    ),
    "language that is no tag": (
        language.tag,
        "dossier",
        {"language": "German"},
        [Breach("dossier", "language 'German' is no language tag; write en, en-GB, az-Latn or the like", "German")],
    ),
    "loaded title": (
        language.loaded_words,
        "event:bridge-closed",
        {"title": "The Needless Wall"},
        [Breach("event:bridge-closed", _LOADED, "The Needless Wall")],
    ),
    "loaded sentence": (
        language.loaded_words,
        "actor:lower-mill",
        {"role": {"text": "Its “gate” is a needless wall.", "cites": ["valley-letter:p1.3"]}},
        [Breach("actor:lower-mill", _LOADED, "Its “gate” is a needless wall.")],
    ),
    "loaded inference": (
        language.loaded_words,
        "actor:valley-council",
        {"note": {"text": "A needless wall.", "basis": []}},
        [Breach("actor:valley-council", _LOADED, "A needless wall.")],
    ),
    "loaded bottom line": (
        language.loaded_words,
        "dossier",
        {"bottom_line": [{"text": "A needless wall.", "cites": ["valley-letter:p1.2"]}]},
        [Breach("dossier", _LOADED, "A needless wall.")],
    ),
    "percentage": (
        language.no_invented_likelihoods,
        "lever:miller-grain",
        {"aims": ["a 30 % chance of more"]},
        [Breach("lever:miller-grain", "a likelihood in figures; use the source's own word", "a 30 % chance of more")],
    ),
    "question without a letter": (
        questions.letters,
        _PAYS,
        {"key": "pp"},
        [Breach(_PAYS, "key 'pp': one letter from a to z asks a question", "pp")],
    ),
    "question with the letter of leaving": (
        questions.letters,
        _PAYS,
        {"key": "q"},
        [Breach(_PAYS, "the letter 'q' leaves the program; take another", "q")],
    ),
    "question with another's letter": (
        questions.letters,
        _PAYS,
        {"key": "c"},
        [Breach(_PAYS, "the letter 'c' already asks 'what-stops-the-carts'; take another", "c")],
    ),
    "selector without anything": (
        questions.selectors,
        _PAYS,
        _asking(),
        [Breach(_PAYS, "a selector needs 'every', 'refs' or 'statements'")],
    ),
    "selector without a kind": (
        questions.selectors,
        _PAYS,
        _asking(refs=["lever:council-fund"], where={"status": ["latent"]}),
        [Breach(_PAYS, "'where', 'of' and 'order' need 'every', the kind of record to look through")],
    ),
    "selector of no kind": (
        questions.selectors,
        _PAYS,
        _asking(every="levers"),
        [Breach(_PAYS, "no record is of the kind 'levers'; did you mean 'lever'?", "levers")],
    ),
    "selector by no field": (
        questions.selectors,
        _PAYS,
        _asking(every="lever", where={"targets or towards": ["lower-mill"]}, order="window.role"),
        [Breach(_PAYS, "a lever has no field 'towards'; did you mean 'toward'?", "towards")],
    ),
    "selector by no field inside a field": (
        questions.selectors,
        _PAYS,
        _asking(every="statement", where={"hedge.cod": ["likely"]}),
        [Breach(_PAYS, "a statement has no field 'hedge.cod'; did you mean 'code'?", "hedge.cod")],
    ),
    "selector by a value that nothing has": (
        questions.selectors,
        _PAYS,
        _asking(every="lever", where={"targets": ["lower-mil", "upper-mill"], "status": ["spent", "exercised"]}),
        [Breach(_PAYS, "no lever has 'lower-mil' as 'targets'; did you mean 'lower-mill'?", "lower-mil")],
    ),
    "selector that finds nothing": (
        questions.selectors,
        _PAYS,
        _asking(every="term", of="agreement:grain-deal"),
        [Breach(_PAYS, "selects nothing; mend the selector, or take it out", "term")],
    ),
}

KEPT: dict[str, tuple[str, dict[str, Any]]] = {
    "a loaded word in curly quotation marks": ("event:talks", {"title": "Talks on the “needless wall”"}),
    "a loaded word in straight quotation marks": ("event:talks", {"title": 'Talks on the "needless wall"'}),
    "a loaded word within another word": ("event:talks", {"title": "Talks on needless walls"}),
    "a loaded word in a rule about names": ("name-rule:bridge-name", {"title": "Needless wall"}),
    "a share in figures": ("lever:miller-grain", {"aims": ["90 % of the grain"]}),
    "a lead that no source names": ("track:mill-track", {"lead": "not-stated"}),
    "a no beside a word of the yardstick": (
        "statement:valley-letter:pq1",
        {"hedge": {"word": "not likely", "code": "unlikely"}},
    ),
    "as likely as something else": (
        "statement:valley-letter:pq1",
        {"hedge": {"word": "equally likely", "code": "realistic-possibility"}},
    ),
    "two authors of one role without names": ("source:valley-letter", {"authors": [{"role": "fellow"}] * 2}),
    "a day by which it is done, before a day on which something else is": (
        "event:flood",
        {"when": {"edtf": "2032", "role": "deadline", "as_stated": "by 2032", "basis": "ours"}},
    ),
    "one side and the other that no source names": ("step:grain", {"to": ["not-stated"]}),
    "a percentage in the codebook": ("code:likelihood-likely", {"meaning": "55–75 %"}),
    "an actor that cites nothing": ("actor:miller", {"positions": []}),
    "a selector by a word of the field's own that nothing has": (
        "question:who-pays",
        _asking(every="lever", where={"status": ["spent", "latent"]}),
    ),
    "a selector by an empty field": ("question:who-pays", _asking(every="lever", where={"window": []})),
    "a record of the dossier that a later line bears on": ("later:waggons", {"touches": ["valley-letter:p1.1"]}),
    "a window that the words look ahead to": (
        "ledger:paid",
        {
            "state": "borne-out",
            "because": {"text": "They met."},
            "cites": ["mill-almanac:e2.1"],
            "judged": "2032-03-02",
            "looked_to": "2032-02-10",
        },
    ),
    "an if whose condition was met": ("ledger:fair", {"condition": "winter"}),
    "a headline beside a paragraph": ("step:grain", {"cites": ["valley-letter:h.1", "valley-letter:p2.5"]}),
}


def _swap(value: T, old: object, new: object) -> T:
    """`value` with the very object `old` replaced, wherever it is."""
    if value is old:
        return new  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_swap(item, old, new) for item in value)  # type: ignore[return-value]
    if isinstance(value, Struct):
        return replace(value, **{name: _swap(getattr(value, name), old, new) for name in value.__struct_fields__})
    return value


def _custom(form: Any, value: object) -> object:
    return form(value)


def _changed(dossier: Dossier, ref: str, change: dict[str, Any]) -> Dossier:
    """The dossier with some fields of the thing at `ref` given anew, written as in YAML."""
    thing = next(item.thing for item in Scope(dossier, Unread()).items if item.ref == ref)
    forms = {field.name: field.type for field in fields(thing)}
    new = {name: convert(value, forms[name], dec_hook=_custom) for name, value in change.items()}
    return _swap(dossier, thing, replace(thing, **new))


def test_the_tiny_dossier_keeps_every_rule(tiny: Dossier) -> None:
    assert check(tiny) == ()


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str, tiny: Dossier) -> None:
    rule, ref, change, breaches = CASES[case]
    changed = _changed(tiny, ref, change)
    assert list(rule(Scope(changed, Unread()))) == breaches
    ((kind, todo),) = [(known.kind, known.todo) for known in RULES if known.breaches is rule]
    assert {replace(breach, kind=kind, todo=todo) for breach in breaches} <= set(check(changed))


@pytest.mark.parametrize("case", KEPT)
def test_what_is_allowed(case: str, tiny: Dossier) -> None:
    assert check(_changed(tiny, *KEPT[case])) == ()


@pytest.mark.parametrize(
    ("id", "other", "label"),
    [("source-11", "source-10", "s-11"), ("harbour-wire", "harbour-post", "wire"), ("town-municipality", "town", "")],
)
def test_a_label_that_is_offered_cuts_no_word(tiny: Dossier, id: str, other: str, label: str) -> None:
    letter = tiny.sources[0]
    others = replace(tiny, sources=(replace(letter, id=other), replace(letter, id=id)))
    breaches = [one for one in identity.labels_alike(Scope(others, Unread())) if one.ref == f"source:{id}"]
    said = [one.message.partition("give it a short")[2] for one in breaches]
    assert said == [f", such as {label!r}" if label else ""]


def test_every_rule_has_a_case() -> None:
    assert {rule.breaches for rule in RULES} == {rule for rule, *_ in CASES.values()}


def test_nobody_is_blamed_for_what_could_not_be_read(tiny: Dossier) -> None:
    changed = _changed(tiny, "step:grain", {"by": "keeper", "to": ["ferry"], "cites": ["lost:p1"]})
    changed = _changed(changed, "gap:how-high", {"known": []})
    assert len(check(changed)) == 4
    assert len(check(changed, Unread(frozenset({"actor:keeper"}), frozenset({"valley-letter:h.1"})))) == 2
    assert check(changed, Unread(frozenset({"actor:*", "statement:lost:*"}), frozenset({"*"}))) == ()
    assert [f.ref for f in check(changed, Unread(frozenset({"step:grain"})))] == [_H_1]
