"""The brief as PDF, set by Typst: content goes in as data, so nothing in it can be markup; fonts come with Typst."""

import json
from importlib.resources import files

import typst

from caucasus_tui.brief.formats.labels import LABELS
from caucasus_tui.brief.model import Brief, Line
from caucasus_tui.brief.wording import GAP, groups, line_spans, referenced
from caucasus_tui.dossier.links import Citation
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.row import Span


def render(brief: Brief, width: int) -> bytes:
    """The brief as a tagged PDF, A4. The same brief gives the same bytes with the same version of Typst."""
    template = files("caucasus_tui.brief.formats").joinpath("pdf.typ").read_bytes()
    compiler = typst.Compiler(template, ignore_system_fonts=True)
    content = json.dumps(_content(brief), ensure_ascii=False)
    made = compiler.compile(format="pdf", sys_inputs={"brief": content}, timestamp=0, pdf_standards="ua-1")
    assert isinstance(made, bytes)
    return made


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
