"""The model: what a dossier is made of, and how its parts hang together. Knows no file, screen or search."""

from caucasus_tui.dossier.model.dates.ages import age_days, age_words, due_words, window_state, window_words
from caucasus_tui.dossier.model.dates.days import Day, year_words
from caucasus_tui.dossier.model.dates.edtf import Edtf, When, sort_key
from caucasus_tui.dossier.model.dates.words import as_of_words, column_date, sentence_date, span_words, year_inferred
from caucasus_tui.dossier.model.dossier import FORMAT, About, Dossier, citations, parts
from caucasus_tui.dossier.model.frame_words import FrameWord
from caucasus_tui.dossier.model.hedges import PHIA, hedge_words
from caucasus_tui.dossier.model.links import ActorId, Citation, CitationOrGap, Link, Touched, is_citation, is_record_id
from caucasus_tui.dossier.model.outline import Outline
from caucasus_tui.dossier.model.pane_names import LATER_PANES, PANE_KINDS, PaneName
from caucasus_tui.dossier.model.records.actors import Actor, Name, NameRule, Place
from caucasus_tui.dossier.model.records.agreements import Agreement, AgreementStatus, Step, Term, Track
from caucasus_tui.dossier.model.records.base import Cited, Derived, Record
from caucasus_tui.dossier.model.records.events import Event
from caucasus_tui.dossier.model.records.later import Dispute, Later, LedgerRow, Side
from caucasus_tui.dossier.model.records.levers import Lever, LeverStatus
from caucasus_tui.dossier.model.records.limits import Code, Gap, Tension
from caucasus_tui.dossier.model.records.outlook import Condition, Edge, Indicator, Recommendation, Scenario, Sign
from caucasus_tui.dossier.model.records.points import Point
from caucasus_tui.dossier.model.records.questions import Question, Selector
from caucasus_tui.dossier.model.sources import Figure, Hedge, Layer, Paragraph, Source, Statement, StatementType
