"""A PDF as paragraphs: it knows only where letters stand, so lines are put together by their places."""

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple
from unicodedata import normalize

from pypdf import PdfReader
from pypdf.errors import DependencyError

from caucasus_tui.dossier.intake.passages import IntakeError, Passages, passages, raised

PAGES = 300
LETTERS = 1_000_000
_SENTENCE_END = re.compile(r"[.!?…:][”’\"')\]]*$")
_WIDTH = 0.75
"""Of a letter, in heights: more than most have."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")


class _Line(NamedTuple):
    page: int
    left: float
    height: float
    """Of its foot, from below."""
    size: float
    text: str


def paragraphs(content: bytes) -> Passages:
    """The paragraphs without what stands at the head or the foot of every page. Raises IntakeError for what is locked,
    has no text or far too much, and whatever pypdf raises for what is broken."""
    reader = _opened(content)
    if len(reader.pages) > PAGES:
        raise IntakeError(f"more than {PAGES} pages; save those that you need as a file of their own")
    lines: list[_Line] = []
    for number, page in enumerate(reader.pages):
        lines += _lines(page, number)
        if sum(len(line.text) for line in lines) > LETTERS:
            raise IntakeError("more text than an article has; save the pages that you need as a file of their own")
    if not lines:
        raise IntakeError("no text is in it, only pictures of text perhaps; run it through text recognition first")
    return passages("", _joined(_without_heads(lines)))


def _opened(content: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if not reader.is_encrypted or reader.decrypt(""):
            return reader
    except DependencyError:  # newer locks need a library of their own, which nothing else here does
        pass
    raise IntakeError("it is locked with a password; save a copy without one")


def _lines(page: Any, number: int) -> list[_Line]:
    found: list[_Line] = []
    reach = 0.0

    def piece(text: str, cm: Sequence[float], tm: Sequence[float], font: object, size: float) -> None:
        nonlocal reach
        left, height = tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5]
        drawn = abs(size * tm[3] * cm[3]) or size
        for part in text.split("\n"):
            if not part.strip():
                continue
            above = height - found[-1].height if found else 0
            if found and abs(above) < 2 and "\n" not in text.rstrip("\n"):
                # Cells of a table: beside each other two numbers would be one.
                found[-1] = found[-1]._replace(text=f"{found[-1].text}{' ' * (left > reach)}{part}")
            elif found and drawn < 0.85 * found[-1].size and abs(above) < 0.6 * found[-1].size:
                found[-1] = found[-1]._replace(text=found[-1].text + (raised(part) if above > 0 else part))
            else:
                found.append(_Line(number, left, height, round(drawn, 1), part))
            reach = left + drawn * (_WIDTH * len(part) + 1)

    page.extract_text(visitor_text=piece)
    return [
        line._replace(text=" ".join(_LIGATURE.sub(lambda two: normalize("NFKC", two[0]), line.text).split()))
        for line in found
    ]


def _without_heads(lines: list[_Line]) -> list[_Line]:
    """Without lines that stand at one height, and alike but for their numbers, first or last on several pages; and
    without bare numbers there."""
    pages: dict[int, list[_Line]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = [line for page in pages.values() for line in {*page[:2], *page[-2:]}]
    counted = Counter(map(_place, edges))
    least = max(2, len(pages) // 2)
    passing = {line for line in edges if counted[_place(line)] >= least or line.text.isdigit()}
    return [line for line in lines if line not in passing]


def _place(line: _Line) -> tuple[int, str]:
    return round(line.height), re.sub(r"\d+", "#", line.text)


def _joined(lines: list[_Line]) -> list[str]:
    """Lines as paragraphs: a wider gap, another size, an indent, or a short line that ends a sentence parts them."""
    alike = [(a, b) for a, b in pairwise(lines) if (a.page, a.size) == (b.page, b.size)]
    steps = Counter(round(a.height - b.height) for a, b in alike if a.height - b.height >= 1)
    usual = min(steps, key=lambda step: (-steps[step], step), default=0)
    longest = max((len(line.text) for line in lines), default=0)
    margin = median([line.left for line in lines] or [0.0])
    found: list[str] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is None or _parts(before, line, usual, longest, margin):
            found.append(line.text)
        elif _HYPHEN.search(found[-1]) and line.text[:1].islower():
            found[-1] = found[-1][:-1] + line.text
        else:
            found[-1] += f" {line.text}"
    return found


def _parts(before: _Line, line: _Line, usual: int, longest: int, margin: float) -> bool:
    if abs(before.size - line.size) > 0.6:
        return True
    ends = _SENTENCE_END.search(before.text) is not None
    if ends and (line.left > margin + 5 and before.left <= margin + 5):
        return True
    if before.page == line.page and usual and before.height - line.height > 1.25 * usual:
        return True
    return ends and len(before.text) < 0.75 * longest
