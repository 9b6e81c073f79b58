"""The brief as JSON, for other programs: docs/brief-format.md describes it. Key order is fixed, so bytes are stable."""

import json
from typing import Any

from caucasus_tui.brief.model import WORDS_A_MINUTE, Brief, Claim, Line, Section, Support
from caucasus_tui.brief.reading_time import brief_words, minutes_of
from caucasus_tui.brief.wording import line_text
from caucasus_tui.page.rows.wrapping import NBSP

NAME, VERSION = "caucasus-tui brief", 2
"""The version goes up when a field goes or changes its meaning; a new field does not change it."""

Fields = dict[str, Any]


def render(brief: Brief, width: int) -> bytes:
    """The brief as one object, indented, in UTF-8."""
    return (json.dumps(document(brief), ensure_ascii=False, indent=2) + "\n").encode()


def document(brief: Brief) -> Fields:
    """The brief as plain values."""
    words = brief_words(brief)
    return {
        "format": NAME,
        "version": VERSION,
        "title": brief.title,
        "marking": brief.marking or None,
        "language": brief.language,
        "dossier_version": brief.version,
        "as_of": {
            "text": brief.as_of,
            "edtf": brief.dated.edtf,
            "year_inferred": brief.dated.year == "inferred",
            "today": brief.today.isoformat(),
            "age_days": brief.age_days,
            "old": brief.stale,
            "banner": brief.banner or None,
        },
        "actor": brief.actor or None,
        "with": brief.counterpart or None,
        "minutes": brief.minutes,
        "words": words,
        "minutes_to_read": minutes_of(words),
        "words_a_minute": WORDS_A_MINUTE,
        "sections": [_section(section) for section in brief.sections],
        "left_out": brief.left_out or None,
    }


def _section(section: Section) -> Fields:
    return {
        "key": section.key,
        "title": section.title,
        "note": section.note or None,
        "lines": [_line(line) for line in section.lines],
    }


def _line(line: Line) -> Fields:
    said = {name: getattr(line, name) or None for name in ("about", "group", "head", "facts", "web")}
    return {"text": line_text(line), **said, "claims": [_claim(claim) for claim in line.claims]}


def _claim(claim: Claim) -> Fields:
    return {
        "name": claim.name or None,
        "types": list(claim.voices),
        "text": claim.text or None,
        "citations": [_citation(support) for support in claim.support],
        "gaps": list(claim.gaps),
        "tensions": list(claim.tensions),
    }


def _citation(support: Support) -> Fields:
    hedge = {"word": support.hedge_word, "code": support.hedge_code, "shown": support.hedge.replace(NBSP, " ")}
    return {
        "cite": str(support.cite),
        "type": support.type,
        "hedge": hedge if support.hedge else None,
        "superseded_by": support.superseded_by or None,
    }
