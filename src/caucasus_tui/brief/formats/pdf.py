"""The brief as PDF, set by Typst: content goes in as data, so nothing in it can be markup; fonts come with Typst."""

import json
from collections.abc import Callable
from importlib.resources import files

import typst

from caucasus_tui.brief.formats.labels import LABELS
from caucasus_tui.brief.model import Brief, Line
from caucasus_tui.brief.wording import GAP, groups, line_spans, referenced
from caucasus_tui.dossier.model.links import Citation
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows.ascii import spelt_out
from caucasus_tui.page.rows.row import Span


def render(brief: Brief, width: int) -> bytes:
    """The brief as a tagged PDF, A4. The same brief gives the same bytes with the same version of Typst.

    An accessible PDF must not hold a letter that its fonts cannot show. Where there is one, what is not European is
    spelt in ASCII; if that does not do, everything.
    """
    content = _content(brief)
    try:
        return _compiled(content)
    except typst.TypstError:
        pass
    try:
        return _compiled(_spelt(content, _european))
    except typst.TypstError:
        return _compiled(_spelt(content, _ascii))


def _compiled(content: object) -> bytes:
    template = files("caucasus_tui.brief.formats").joinpath("pdf.typ").read_bytes()
    compiler = typst.Compiler(template, ignore_system_fonts=True)
    inputs = {"brief": json.dumps(content, ensure_ascii=False)}
    made = compiler.compile(format="pdf", sys_inputs=inputs, timestamp=0, pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


def _spelt(value: object, spell: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return spell(value)
    if isinstance(value, list):
        return [_spelt(item, spell) for item in value]
    return {key: _spelt(item, spell) for key, item in value.items()} if isinstance(value, dict) else value


def _european(text: str) -> str:
    """Latin, Greek and Cyrillic stay, and the punctuation and marks that the brief itself uses."""
    return "".join(
        letter if letter < "\u052f" or "\u2010" <= letter < "\u2600" else spelt_out(letter) for letter in text
    )


def _ascii(text: str) -> str:
    return "".join(map(spelt_out, text))


def _content(brief: Brief) -> dict[str, object]:
    targets = set(referenced(brief))
    return {
        "title": brief.title,
        "language": brief.language,
        "as_of": brief.as_of,
        "banner": brief.banner,
        "left_out": brief.left_out,
        "sections": [
            {
                "key": section.key,
                "title": section.title,
                "note": section.note,
                "groups": [
                    {"heading": heading, "lines": [_line(line, targets, section.key) for line in lines]}
                    for heading, lines in groups(section)
                ],
            }
            for section in brief.sections
        ],
    }


def _line(line: Line, targets: set[str], key: str) -> dict[str, object]:
    return {
        "anchor": line.about if key == "references" else "",
        "spans": [_span(span, targets) for span in line_spans(line)],
    }


def _span(span: Span, targets: set[str]) -> dict[str, object]:
    label = span.role in LABELS
    target = ""
    if span.role == "cite":
        address = f"{Citation(span.subject).source}:{Citation(span.subject).paragraph}"
        target = address if address in targets else ""
    return {
        "text": span.text,
        "role": "label" if label else span.role,
        "glyph": LABELS[span.role] if label else "",
        "own": span.role in (CURATOR.role, GAP.role),
        "target": target,
    }
