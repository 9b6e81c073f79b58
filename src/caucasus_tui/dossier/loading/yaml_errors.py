"""libyaml's error messages, said for people who write YAML once a month."""

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


def explain(error: yaml.YAMLError, text: str) -> tuple[str, tuple[int, int] | None]:
    """A plain message for a YAML error in `text`, and its line and column from 1 where there is one."""
    problem = str(getattr(error, "problem", None) or error)
    mark = getattr(error, "problem_mark", None)
    if mark is None or problem.endswith(_AT_OPENING):
        mark = getattr(error, "context_mark", None) or mark
    remedy = next((remedy for part, remedy in _REMEDIES if part in problem), f"not YAML: {clean(problem)}")
    if mark is None:
        return remedy, None
    # The parser may give up on the line after the last; people look for the mistake on a line that is there.
    lines = text.splitlines() or [""]
    line, column = (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))
    if lines[line][column:].startswith("\t"):
        remedy = _TAB
    return remedy, (line + 1, column + 1)
