"""The brief as PDF, set by Typst: content goes in as data, so nothing in it can be markup; fonts come with Typst."""

import json
import re
from collections.abc import Callable
from importlib.resources import files
from unicodedata import bidirectional

import typst
from msgspec.structs import asdict

from caucasus_tui.brief.formats.svg import svg
from caucasus_tui.brief.model import Brief, Drawing, Line, Section
from caucasus_tui.brief.wording import GAP, LABELS, entries, entry_at, entry_of, followed, groups, line_spans
from caucasus_tui.dossier.text.clean import drawable
from caucasus_tui.dossier.text.language_tags import fitted
from caucasus_tui.dossier.text.signs import with_signs_spelt
from caucasus_tui.page.marks import CURATOR, READER
from caucasus_tui.page.rows.ascii import spelt_out
from caucasus_tui.page.rows.row import Span

_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
"""How Typst names what no font has, once for each place; an accessible PDF must not hold it."""
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
ATTEMPTS = 5
"""What stands in for a letter may be one that no font has either."""
NAMED = 12
"""Letters named in the foot; of more, how many."""


def render(brief: Brief, width: int, tell: Callable[[str], None] = lambda said: None) -> bytes:
    """The brief as a tagged PDF, A4. With the fonts of Typst, and where these lack a letter with the machine's too; a
    letter that none has is spelt in ASCII, and the foot says so, as does what is told. Where Typst's fonts do, the same
    brief gives the same bytes with the same version of Typst. Raises ValueError where a letter has no likeness."""
    content = _content(brief)
    made, missing = _compiled(content, machine=False)
    spelt: dict[str, str] = {}
    for _ in range(ATTEMPTS):
        if made is None:
            made, missing = _compiled(content, machine=True)
        if made is not None:
            break
        for text in missing:
            again = [known for known, likeness in spelt.items() if text in likeness]
            spelt |= {known: _ascii(known) for known in again} or {text: _likeness(text)}
        content = _respelt(_content(brief), spelt)
    if made is None:
        raise ValueError(f"no font has {' '.join(missing[:NAMED])}")
    if named := _listed(spelt, lambda text: f"{text} as {spelt[text]}"):
        tell(f"no font has some of its letters, so the PDF spells {named}")
    return made


def _compiled(content: dict[str, object], *, machine: bool) -> tuple[bytes | None, list[str]]:
    """The PDF; or None and the texts that no font has, with the machine's fonts or without."""
    template = files("caucasus_tui.brief.formats").joinpath("pdf.typ").read_bytes()
    compiler = typst.Compiler(template, ignore_system_fonts=not machine)
    inputs = {"brief": json.dumps(content, ensure_ascii=False)}
    try:
        made = compiler.compile(format="pdf", sys_inputs=inputs, timestamp=0, pdf_standards="ua-1")
    except typst.TypstError as error:
        missing = [_unescaped(found) for found in _MISSING.findall(error.diagnostic or str(error))]
        if not missing:
            raise
        return None, missing
    assert isinstance(made, bytes)
    return made, []


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], text)


def _likeness(text: str) -> str:
    """The small letter of a capital that is newer than most fonts, such as Georgian ones; else ASCII."""
    small = text.lower()
    return small if small != text and len(small) == len(text) else _ascii(text)


def _ascii(text: str) -> str:
    return "".join(map(spelt_out, with_signs_spelt(drawable(text))))


def _respelt(content: dict[str, object], spelt: dict[str, str]) -> dict[str, object]:
    """The content with other spellings, and a foot that names them by number, since no font has the letters."""
    one_of = re.compile("|".join(map(re.escape, sorted(spelt, key=len, reverse=True))))

    def walk(value: object) -> object:
        if isinstance(value, str):
            return one_of.sub(lambda found: spelt[found[0]], value)
        if isinstance(value, list):
            return [walk(item) for item in value]
        return {key: walk(item) for key, item in value.items()} if isinstance(value, dict) else value

    walked = {key: walk(value) for key, value in content.items()}
    numbers = _listed(spelt, lambda text: f"{spelt[text]} for {' '.join(f'U+{ord(letter):04X}' for letter in text)}")
    return {**walked, "spelt": f"Spelt otherwise here, since no font had the letters: {numbers}." if numbers else ""}


def _listed(spelt: dict[str, str], shown: Callable[[str], str]) -> str:
    """What was spelt otherwise; what only joins or tints other letters was left out, and is not told."""
    named = [shown(text) for text, likeness in spelt.items() if likeness]
    return ", ".join(named[:NAMED]) + (f" and {len(named) - NAMED} more" if len(named) > NAMED else "")


def _content(brief: Brief) -> dict[str, object]:
    targets = set(entries(brief))
    language = fitted(brief.language)
    letters = (letter for line in brief.lines() for span in line_spans(line) for letter in span.text)
    mixed = any(bidirectional(letter) in ("R", "AL") for letter in letters)
    return {
        **{name: getattr(brief, name) for name in ("title", "as_of", "banner", "marking", "left_out")},
        "language": language.language,
        "region": language.region if language.region.isalpha() else "",
        "rtl": language.is_rtl,
        "mixed": mixed,
        "spelt": "",
        "sections": [_section(section, targets) for section in brief.sections],
    }


def _section(section: Section, targets: set[str]) -> dict[str, object]:
    grouped = [
        {"heading": heading, "lines": [_line(line, targets, entry_at(section, line)) for line in lines]}
        for heading, lines in groups(section)
    ]
    drawing = section.drawing and _drawing(section.drawing)
    return {"key": section.key, "title": section.title, "note": section.note, "drawing": drawing, "groups": grouped}


def _drawing(drawing: Drawing) -> dict[str, object]:
    """Lines as SVG, letters apart: these are set, and tried for a font, like all others."""
    letters = [asdict(one) for one in drawing.letterings]
    sized = {"width": drawing.width, "height": drawing.height, "said": drawing.said, "note": drawing.note}
    return {**sized, "svg": svg(drawing, letters=False), "letters": letters}


def _line(line: Line, targets: set[str], entry: str) -> dict[str, object]:
    return {"anchor": entry, "spans": [_span(span, targets) for span in line_spans(line)]}


def _span(span: Span, targets: set[str]) -> dict[str, object]:
    label = span.role in LABELS
    return {
        "text": span.text,
        "role": "label" if label else span.role,
        "glyph": LABELS[span.role] if label else "",
        "own": span.role in (CURATOR.role, READER.role, GAP.role),
        "target": entry_of(span.subject, targets) if span.role == "cite" else "",
        "page": followed(span),
    }
