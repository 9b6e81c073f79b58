"""The record types. A field added to one is read, checked, searched and shown on its page by that line alone."""

from caucasus_tui.dossier.model.records.actors import Actor, NameRule, Place
from caucasus_tui.dossier.model.records.agreements import Agreement, Step, Term
from caucasus_tui.dossier.model.records.base import Cited, Derived, Part, Record
from caucasus_tui.dossier.model.records.events import Event
from caucasus_tui.dossier.model.records.later import Dispute, Later, LedgerRow
from caucasus_tui.dossier.model.records.levers import Lever
from caucasus_tui.dossier.model.records.limits import Code, Gap, Tension
from caucasus_tui.dossier.model.records.outlook import Condition, Recommendation, Scenario
from caucasus_tui.dossier.model.records.points import Point
from caucasus_tui.dossier.model.records.questions import Question, Section, Selector
