"""libyaml's error messages, said for people who write YAML once a month."""

import re

import yaml

from caucasus_tui.dossier.text.clean import clean

DEPTH_LIMIT = 32
TOO_DEEP = f"nested more than {DEPTH_LIMIT} levels deep; no record needs that"
"""Said by the reader; of brackets, newer versions of libyaml find out first."""
_TAB = "a tab cannot indent; use spaces"
# Part of libyaml's message → what to do. The first that fits counts.
_REMEDIES = (
    ("tab character", _TAB),
    ("maximum nesting depth", TOO_DEEP),
    ("cannot start any token", "a text cannot start with this character; put the text in quotes"),
    (
        "mapping values are not allowed",
        "a colon inside a text, or a line indented too far; quote the text or align the line",
    ),
    ("unexpected end of stream", "the quotation mark that opens here is never closed"),
    ("expected ',' or ']'", "a list in brackets that is not closed with ']', or lacks a comma"),
    ("expected ',' or '}'", "a mapping in braces that is not closed with '}', or lacks a comma"),
    ("expected node content", "brackets or braces that are not closed, or a comma too many"),
    ("expected '-' indicator", "this line does not align with the list it belongs to; entries start with '- '"),
    ("expected key", "this line does not align with the keys above, or more text follows a closing quotation mark"),
    ("expected ':'", "a key without a colon, or a line of text that is not indented below its key"),
    ("tag handle", "a text cannot start with '!'; put the text in quotes"),
    ("YAML document", "a line that starts with '%' stands for something else in YAML; take it out"),
    ("unknown escape", "a backslash in double quotes; double it, or use single quotes"),
    ("invalid Unicode", "this escape is no character; write the character itself"),
)
_AT_OPENING = ("unexpected end of stream", "could not find expected ':'")
"""Messages whose useful place is where the thing began, not where the parser gave up."""


_MERGE = re.compile(r"<{7}|={7}$|>{7}|\|{7}")
_INVISIBLE = re.compile("(?:^[ \t]*|[:-])([\u00a0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff])")
LOST = re.compile(r"[ \t]+#[^\s#]")


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML counts them."""
    return re.split("\r\n|[\n\r\x85\u2028\u2029]", text)


def visible_cause(lines: list[str], line: int) -> tuple[str, tuple[int, int]] | None:
    """What can be seen in the text itself, where the parser only says what it stumbled over at `line`, from 0: the
    message, and line and column from 1; None where there is nothing to see."""
    for number, found in enumerate(lines):
        if _MERGE.match(found):
            return "a mark of a merge that was not finished; settle it, and take its marks out", (number + 1, 1)
    here = lines[line] if line < len(lines) else ""
    for number, found in ((line, here), (line - 1, lines[line - 1] if 0 < line <= len(lines) else "")):
        if blank := _INVISIBLE.search(found):
            where = blank.start(1)
            return f"an invisible blank (U+{ord(found[where]):04X}); write a plain one", (number + 1, where + 1)
    if ("{" in here or "[" in here) and (cut := LOST.search(here)):
        return "what follows ' #' is a comment; put the text in quotes", (line + 1, cut.end() - 1)
    return None


def explain(error: yaml.YAMLError, text: str) -> tuple[str, tuple[int, int] | None]:
    """A plain message for a YAML error in `text`, and its line and column from 1 where there is one."""
    problem = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None)
    if mark is None or problem.endswith(_AT_OPENING):
        mark = getattr(error, "context_mark", None) or mark
    remedy = next((remedy for part, remedy in _REMEDIES if part in problem), f"not YAML: {clean(problem)}")
    if mark is None:
        return remedy, None
    found = lines_of(text)
    if cause := visible_cause(found, mark.line) or _nearby(found, error):
        return cause
    # The parser may give up on the line after the last; people look for the mistake on a line that is there.
    lines = text.splitlines() or [""]
    line, column = (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))
    if lines[line][column:].startswith("\t"):
        remedy = _TAB
    return remedy, (line + 1, column + 1)


def _nearby(lines: list[str], error: yaml.YAMLError) -> tuple[str, tuple[int, int]] | None:
    """The same at the places that the parser names beside the one where it gave up."""
    marks = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    return next((cause for mark in marks if mark and (cause := visible_cause(lines, mark.line))), None)
