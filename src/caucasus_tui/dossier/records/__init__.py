"""The record types. A field added to one is read, checked, searched and shown on its page by that line alone."""

from caucasus_tui.dossier.records.actors import Actor, NameRule, Place
from caucasus_tui.dossier.records.agreements import Agreement, Step, Term, Track
from caucasus_tui.dossier.records.base import Cited, Derived, Part, Record
from caucasus_tui.dossier.records.events import Event
from caucasus_tui.dossier.records.levers import Lever
from caucasus_tui.dossier.records.limits import Code, Gap, Tension
from caucasus_tui.dossier.records.outlook import Condition, Recommendation, Scenario
from caucasus_tui.dossier.records.questions import Question, Section, Selector

__all__ = [
    "Actor",
    "Agreement",
    "Cited",
    "Code",
    "Condition",
    "Derived",
    "Event",
    "Gap",
    "Lever",
    "NameRule",
    "Part",
    "Place",
    "Question",
    "Recommendation",
    "Record",
    "Scenario",
    "Section",
    "Selector",
    "Step",
    "Tension",
    "Term",
    "Track",
]
