"""The words of a brief, once for all formats: a line as spans whose text, put together, is what every format prints."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from urllib.parse import urlsplit

from caucasus_tui.brief.model import Brief, Claim, Line, Section, Support
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.page.marks import CURATOR, LATER, READER, TYPE_MARKS, Mark
from caucasus_tui.page.rows import NBSP, Span, glued, parted

GAP = Mark("", "gap", "absent")
BRACKET = "bracket"
"""The role of the brackets round citations: ours, where all other text may be the dossier's."""
WEB = "web"
"""The role of an address on the web."""
_PAGE = re.compile(r"https?://(?:[\w.~:/?#\[\]@!$&'()*+,;=-]|%[0-9a-f]{2})+", re.ASCII | re.IGNORECASE)
_GLUED_LENGTH = 48
"""Characters. A hedge and its range stay on one line; a longer remark may break."""


VOICES: dict[str, Mark] = TYPE_MARKS | {"curator": CURATOR, "reader": READER, "gap": GAP}
"""The glyph, word and role of each voice; a gap has no glyph."""
LABELS: dict[str, str] = {mark.role: mark.glyph for mark in VOICES.values()}
"""From the role of a label to its glyph, which in a format with type faces is an ornament: the word says it all."""


def capitalised(text: str) -> str:
    """`text` with its first letter upper case, the rest as it is."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """`text` as a sentence: with a full stop, unless it ends like one."""
    return text if text.endswith((".", "?", "!", "…")) else f"{text}."


def line_spans(line: Line) -> list[Span]:
    """A line: its head and facts, then each claim with its type, hedges and citations."""
    spans: list[Span] = []
    if line.head:
        spans.append(Span(line.head, "strong", line.about))
        if line.web:
            spans += [Span(f": {line.facts}; " if line.facts else ": "), Span(line.web, WEB), Span(".")]
        elif line.facts:
            spans += [Span(": "), Span(ended(line.facts))]
        elif line.claims and not line.head.endswith((".", "?", "!", "…")):
            spans.append(Span("."))
    for claim in line.claims:
        spans += [Span(" ")] if spans else []
        spans += claim_spans(claim)
    return spans


def claim_spans(claim: Claim) -> list[Span]:
    """`Text. “may” (likelihood not given) [forecast: ecfr-2023:p11.1; tension T4]`; without text, the bracket alone.

    The sentence comes first, to be read aloud; what stands in brackets is not."""
    name = [Span(f"{claim.name}: ", "dim")] if claim.name else []
    text = claim.text if claim.voices == ("reader",) else ended(capitalised(claim.text))  # a note stays as it was typed
    spans = [*name, Span(text)] if claim.text else []
    # With one citation the hedge is the sentence's own; what the curator infers from a hedged statement is not hedged.
    hedge = spoken_hedge(claim)
    if hedge:
        spans += [Span(" "), _hedge(claim.support[0])]
    inside = _basis(claim, hedged=not hedge)
    if inside:
        spans += [Span(" [" if spans else "[", BRACKET), *inside, Span("]", BRACKET)]
    return spans


def spoken_hedge(claim: Claim) -> str:
    """The hedge that stands after a sentence, which rests on one statement; empty where there is none."""
    alone = len(claim.support) == 1 and claim.voices != ("curator",) and bool(claim.text)
    return claim.support[0].hedge if alone else ""


def _basis(claim: Claim, *, hedged: bool) -> list[Span]:
    """`assessment: p4.3, p4.4; forecast: p9.1`: each type once, in order, with its citations; then gaps, tensions."""
    spans = [Span(f"{claim.name}, ", "dim")] if claim.name and not claim.text else []
    if claim.voices in (("curator",), ("reader",)):
        own = VOICES[claim.voices[0]]
        spans += [Span(own.word, own.role)]
        spans += [Span(", from ", "dim")] if claim.support else []
    for index, kind in enumerate(dict.fromkeys(support.type for support in claim.support)):
        spans += [Span("; ", "dim")] if index else []
        spans += [Span(VOICES[kind].word, VOICES[kind].role), Span(": ", "dim")]
        spans += _citations([support for support in claim.support if support.type == kind], hedged=hedged)
    if claim.gaps:
        spans += [Span("; ", "dim")] if spans else []
        spans += [Span("not in the sources", GAP.role, claim.gaps[0])]
    return [*spans, *(_tensions(claim.tensions) if claim.support else ())]


def _hedge(support: Support) -> Span:
    return Span(glued(support.hedge) if len(support.hedge) <= _GLUED_LENGTH else support.hedge, "hedge")


def _citations(found: Sequence[Support], *, hedged: bool) -> list[Span]:
    """The citations as they are labelled everywhere; where there are several, each with its own hedge."""
    pieces = []
    for support in found:
        cite = Span(glued(support.label), "cite", str(support.cite), support.cite.source)
        pieces.append([cite, Span(" "), _hedge(support)] if hedged and support.hedge else [cite])
    return parted(pieces, ", ")


def _tensions(ids: Sequence[str]) -> list[Span]:
    named = parted(([Span(name.upper(), "tension", f"tension:{name}")] for name in ids), ", ")
    return [Span("; ", "dim"), Span(f"tension{'s' * (len(ids) > 1)}{NBSP}", "tension"), *named] if ids else []


def line_text(line: Line) -> str:
    """A line as it is printed, in one run of text."""
    return "".join(span.text for span in line_spans(line)).replace(NBSP, " ")


def groups(section: Section) -> Iterator[tuple[str, list[Line]]]:
    """The lines of a section under their headings; the heading is empty where there is none."""
    for heading, members in groupby(section.lines, key=lambda line: line.group):
        yield heading, list(members)


def referenced(brief: Brief) -> list[str]:
    """The addresses of the paragraphs that the brief has a reference for; none where it has no references."""
    return [line.about for section in brief.sections if section.key == "references" for line in section.lines]


def entries(brief: Brief) -> list[str]:
    """The addresses of the paragraphs and the sources that the brief has an entry for, in order."""
    return [entry for section in brief.sections for line in section.lines if (entry := entry_at(section, line))]


def entry_at(section: Section, line: Line) -> str:
    """The address of what a line is the entry for; empty for a line that is none."""
    is_entry = section.key == "references" or (section.key == "sources" and not line.group) or _is_later(line)
    return line.about if is_entry else ""


def _is_later(line: Line) -> bool:
    """Whether a line is the entry of a source of the later layer."""
    return line.about.startswith("source:") and line.head.startswith(LATER.glyph)


def entry_of(cite: str, found: Container[str]) -> str:
    """The entry that a citation leads to: its paragraph's, else its source's; empty where the brief has neither."""
    cited = Citation(cite)
    addresses = (f"{cited.source}:{cited.paragraph}", f"source:{cited.source}")
    return next((address for address in addresses if address in found), "")


def followed(span: Span) -> str:
    """The page that a span leads to from a document: none, unless it is an address as RFC 3986 has them, for Word calls
    a file with any other broken."""
    if span.role != WEB or not _PAGE.fullmatch(span.text):
        return ""
    try:
        return span.text if urlsplit(span.text).hostname else ""
    except ValueError:
        return ""
