"""How large the program is, room by room: the lines of code in the rooms that CONTRIBUTING sets a ceiling for.

`python -m tools.size` prints them. A line counts that has code on it: blank lines, comments and docstrings are free, so
that nobody saves on what explains.
"""

import ast
import re
import tokenize
from io import StringIO
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "caucasus_tui"
_ROW = re.compile(r"^\| (?P<rooms>.*`.*) \| (?P<ceiling>[0-9,]+) \|$", re.MULTILINE)
_NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER)


class Room(NamedTuple):
    """A row of the table: `name` as it stands there, `ceiling`: the most lines of code that it may have, `lines`: those
    it has."""

    name: str
    ceiling: int
    lines: int


def rooms() -> list[Room]:
    """The rows of the table. A file counts to the room with the longest name that its path begins with."""
    rows = [(row["rooms"], int(row["ceiling"].replace(",", ""))) for row in _ROW.finditer(_section())]
    folders = {folder: row for row, _ in rows for folder in re.findall("`(.*?)`", row)}
    lines = dict.fromkeys((row for row, _ in rows), 0)
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE).as_posix()
        room = max((folder for folder in folders if place.startswith(folder) or folder == "."), key=len)
        lines[folders[room]] += lines_of_code(path.read_text(encoding="utf-8"))
    return [Room(row, ceiling, lines[row]) for row, ceiling in rows]


def lines_of_code(text: str) -> int:
    """The lines of a module on which something but a comment or a docstring stands."""
    found: set[int] = set()
    for token in tokenize.generate_tokens(StringIO(text).readline):
        if token.type not in _NO_CODE:
            found.update(range(token.start[0], token.end[0] + 1))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            found.difference_update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    return len(found)


def _section() -> str:
    """What CONTRIBUTING says of the size."""
    return (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## How large it may be")[2]


def main() -> None:
    """Print each room, with its ceiling and what it has; then the whole."""
    found = rooms()
    width = max(len(room.name) for room in found)
    for room in found:
        print(f"{room.name:<{width}}  {room.ceiling:>6,}  {room.lines:>6,}")
    print(f"{'together':<{width}}  {sum(room.ceiling for room in found):>6,}  {sum(room.lines for room in found):>6,}")


if __name__ == "__main__":
    main()
