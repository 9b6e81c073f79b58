"""A dossier as plain values, for JSON: what `docs/json-output.md` promises. Pure.

A field added to a record appears by itself. Empty fields are there too, so that they can be told from unknown ones.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from caucasus_tui.dossier.model import Citation, Dossier, Hedge, Paragraph, Record, Source, citations, span_words
from caucasus_tui.dossier.model.hedges import hedge_words
from caucasus_tui.page.claim import claims_of, stated_claims, superseded_by

if TYPE_CHECKING:
    from caucasus_tui.dossier.ask.answers import Answer, AnswerEntry

FORMAT = 2
"""Raised when a key changes its meaning or goes away; new keys alone do not raise it."""

Plain = dict[str, object]


def envelope(dossier: Dossier, kind: str, **contents: object) -> Plain:
    """What every output begins with: the format, which dossier, as of when."""
    about = dossier.about
    as_of = {
        "edtf": value(about.as_of.edtf),
        "words": span_words(about.as_of),
        "derived": about.as_of.year == "inferred",
    }
    described = {"title": about.title, "marking": about.marking, "version": about.version, "as_of": as_of}
    return {"format": FORMAT, "dossier": described, "kind": kind, **contents}


def value(thing: object) -> object:
    """Any value of the model: structs as objects, records with their `ref` and `kind`, tuples as arrays."""
    if isinstance(thing, Struct):
        named = {"ref": thing.ref, "kind": thing.kind} if isinstance(thing, Record) else {}
        return {**named, **{name: value(getattr(thing, name)) for name in thing.__struct_fields__}}
    if isinstance(thing, tuple):
        return [value(item) for item in thing]
    if isinstance(thing, dict):
        return {str(key): value(item) for key, item in thing.items()}
    return str(thing) if isinstance(thing, str) else thing


def statement(dossier: Dossier, cite: str) -> Plain:
    """A statement with its citation, its hedge in full, and the tensions that touch it."""
    found = dossier.statement(cite)
    if found is None:
        return {}
    fields = value(found)
    assert isinstance(fields, dict)
    return {
        "cite": str(cite),
        **fields,
        "hedge": _hedge(found.hedge),
        "superseded_by": superseded_by(dossier, Citation(cite).source) or None,
        "tensions": _refs(dossier.tensions_of(Citation(cite))),
    }


def basis(dossier: Dossier, cites: Iterable[str]) -> list[Plain]:
    """What a line rests on: of each statement citation, type and hedge; empty where it is the curator's."""
    return [
        {
            "cite": str(claim.cite),
            "type": claim.type,
            "hedge": _hedge(claim.hedge),
            "superseded_by": superseded_by(dossier, claim.cite.source) or None,
        }
        for claim in claims_of(dossier, cites)
    ]


def stated(dossier: Dossier, address: str) -> list[Plain]:
    """What a title or a text rests on where it stands alone."""
    return basis(dossier, (claim.cite for claim in stated_claims(dossier, address)))


def _hedge(hedge: Hedge | None) -> object:
    """The source's word, our code, and both as they must be quoted."""
    fields = value(hedge)
    return {**fields, "words": hedge_words(hedge)} if hedge and isinstance(fields, dict) else None


def statements(dossier: Dossier, cites: Iterable[str]) -> list[Plain]:
    """Each statement as JSON has it, in order."""
    return [statement(dossier, cite) for cite in cites]


def record(dossier: Dossier, thing: Record) -> Plain:
    """A record, the statements it rests on, and what hangs together with it."""
    return {
        "record": value(thing),
        "statements": statements(dossier, citations(thing)),
        "tensions": _refs(dossier.tensions_of(thing)),
        "linked_from": _refs(dossier.linked_from(thing.ref)),
    }


def paragraph(dossier: Dossier, address: str, thing: Paragraph) -> Plain:
    """A paragraph and its statements."""
    source = Citation(address).source
    cites = [f"{source}:{said.id}" for said in thing.statements]
    return {"address": address, "about": thing.about, "statements": statements(dossier, cites)}


def source(dossier: Dossier, thing: Source) -> Plain:
    """A source, what is to be known of it, and its paragraphs."""
    fields = value(thing)
    assert isinstance(fields, dict)
    paragraphs = [paragraph(dossier, f"{thing.id}:{part.id}", part) for part in thing.paragraphs]
    new = superseded_by(dossier, thing.id) or None
    return {"ref": f"source:{thing.id}", **fields, "superseded_by": new, "paragraphs": paragraphs}


def answer(dossier: Dossier, found: "Answer") -> Plain:
    """An answer, section by section, and what bears on it."""
    return {
        "key": found.question.key,
        "ref": found.question.ref,
        "title": found.question.title,
        "answer": (said := found.question.answer) and {"text": said.text, "basis": basis(dossier, said.basis)},
        "sections": [
            {"heading": section.heading, "items": [_item(dossier, entry) for entry in section.entries]}
            for section in found.sections
        ],
        "tensions": [{"ref": tension.ref, "title": tension.title} for tension in found.tensions],
        "gaps": [{"ref": gap.ref, "title": gap.title, "answer": gap.answer} for gap in found.gaps],
    }


def _item(dossier: Dossier, entry: "AnswerEntry") -> Plain:
    lead = entry.record.cites[:1] if entry.record else ()
    return {
        "record": value(entry.record),
        "lead": statement(dossier, lead[0]) if lead else None,
        "statements": statements(dossier, entry.statements),
    }


def _refs(records: Iterable[Record]) -> list[str]:
    return [thing.ref for thing in records]
