"""Things beside each other, aspect by aspect: beside where there is room, else below. Silence is shown as silence."""

from collections.abc import Sequence

from caucasus_tui.dossier.addresses import CompareAt
from caucasus_tui.dossier.addresses.places import thing_at, title_at
from caucasus_tui.dossier.model import Dossier, Record, Tension
from caucasus_tui.page.absence import silence
from caucasus_tui.page.aspects import Entry
from caucasus_tui.page.claim.basis_spans import our_reading
from caucasus_tui.page.comparison_columns import Column, column_of, side_columns, source_columns
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR
from caucasus_tui.page.rows import Page, Row, Span, cell_width, fitted, flowing, hanging, wrap, wrapped

BESIDE = 100
"""From this width on things stand beside each other, as long as each keeps LEAST cells."""
LEAST = 26
LABEL = 14
GAP = "  "
LEFT_OUT: Entry = (Span("left out", "dim"),)


def comparison_page(dossier: Dossier, address: CompareAt, lens: Lens) -> Page:
    """Two things or more; of one tension its sides, of one record what each of its sources says."""
    columns = [_narrowed(dossier, column, lens) for column in _columns(dossier, address)]
    title = " = ".join(title_at(dossier, place) for place in address.of)
    if len(columns) < 2:
        only = f"Only {columns[0].title} says anything of it" if columns else "There is one thing alone to compare"
        said = f"{only}; with = on another thing the two stand beside each other."
        return Page(title, [Row((Span(title, "title"),)), *wrapped([Span(said)], lens.width)])
    aspects = list(dict.fromkeys(aspect for column in columns for aspect in column.said))
    filled = [aspect for aspect in aspects if any(_shown(column, aspect) for column in columns)]
    hidden = [aspect for aspect in aspects if any(column.said.get(aspect) for column in columns)]
    silent = ", ".join(aspect for aspect in aspects if aspect not in hidden)
    left_out = ", ".join(aspect for aspect in hidden if aspect not in filled)
    width = (lens.width - LABEL - len(GAP) * (len(columns) - 1)) // len(columns)
    beside = lens.width >= BESIDE and width >= LEAST
    head, rows = (_beside if beside else _below)(
        columns, filled, width if beside else lens.width, [Span(silence(dossier), "absent")]
    )
    end = hanging((Span("of none", "dim"),), [Span(silent, "absent")], lens.width, LABEL) if silent else []
    end += hanging((Span("left out", "dim"),), [Span(left_out, "dim")], lens.width, LABEL) if left_out else []
    ours = our_reading("rows, pairing, statuses of levers")
    return Page(title, [*head, *rows, *end, Row(), *flowing([ours], lens.width)], header=len(head))


def _columns(dossier: Dossier, address: CompareAt) -> list[Column]:
    if len(address.of) > 1:
        others = [str(place) for place in address.of]
        return [column_of(dossier, place, others) for place in address.of]
    match thing_at(dossier, address.of[0]):
        case Tension() as tension:
            return side_columns(dossier, tension)
        case Record() as record:
            return source_columns(dossier, record)
    return []


def _narrowed(dossier: Dossier, column: Column, lens: Lens) -> Column:
    """A column with what the reader shows alone. Where that leaves nothing of an aspect it says so: no source is silent
    for that."""
    if not lens.narrows:
        return column
    kept = {
        aspect: [entry for entry in said if admits(dossier, entry, lens)] or (said and [LEFT_OUT])
        for aspect, said in column.said.items()
    }
    return column._replace(said=kept)


def admits(dossier: Dossier, entry: Entry, lens: Lens) -> bool:
    """Whether an entry is let through: by a statement it cites, by the record it is the title of, as ours."""
    if lens.facet == "curator" and not any(CURATOR.glyph in span.text for span in entry):
        return False
    cites = [span.subject for span in entry if span.role == "cite"]
    titles = [record for span in entry if span.role != "cite" and (record := dossier.record(span.subject))]
    if not cites and titles and titles[0].kind != "gap":
        return lens.held in [record.ref for record in titles]
    return any(lens.admits(dossier, cite) for cite in cites) or any(lens.admits(dossier, record) for record in titles)


def _shown(column: Column, aspect: str) -> bool:
    return column.said.get(aspect, []) not in ([], [LEFT_OUT])


def _entries(columns: Sequence[Column], column: Column, aspect: str, silent: Entry) -> Sequence[Entry]:
    """What is said of an aspect in a column. Silence is shown as such, but not of what no thing of its kind has."""
    kinds = {other.subject.partition(":")[0] for other in columns if aspect in other.said}
    may_have = aspect in column.said or column.subject.partition(":")[0] in kinds
    return column.said.get(aspect) or [silent] * may_have


def _heading(column: Column) -> list[Span]:
    facts = [Span(f" · {column.facts}", "dim")] if column.facts else []
    return [Span(column.title, "heading", column.subject), *facts]


def _beside(
    columns: Sequence[Column], aspects: Sequence[str], width: int, silent: Entry
) -> tuple[list[Row], list[Row]]:
    head = _row("", [wrap(_heading(column), width) for column in columns], width)
    rows: list[Row] = []
    for aspect in aspects:
        cells = [_cell(_entries(columns, column, aspect, silent), width) for column in columns]
        rows += _row(aspect, cells, width)
    return head, rows


def _row(label: str, cells: Sequence[Sequence[tuple[Span, ...]]], width: int) -> list[Row]:
    """The lines of cells beside each other; the label wraps in its column."""
    labels = wrap([Span(label, "dim")], LABEL - 1) if label else []
    rows = []
    for number in range(max(len(labels), *map(len, cells))):
        spans = list(fitted(labels[number] if number < len(labels) else (), LABEL))
        for index, lines in enumerate(cells):
            spans += [Span(GAP)] if index else []
            spans += fitted(lines[number] if number < len(lines) else (), width)
        rows.append(Row(tuple(spans)))
    return rows


def _cell(entries: Sequence[Entry], width: int) -> list[tuple[Span, ...]]:
    """Entries below each other; further lines of one are set in."""
    lines: list[tuple[Span, ...]] = []
    for entry in entries:
        lines += [(Span("  "), *line) if index else line for index, line in enumerate(wrap(entry, width - 2))]
    return lines


def _below(columns: Sequence[Column], aspects: Sequence[str], width: int, silent: Entry) -> tuple[list[Row], list[Row]]:
    head = [Row(line) for column in columns for line in wrap(_heading(column), width)]
    rows: list[Row] = []
    widest = max(cell_width(column.short) + 1 for column in columns)
    apart = widest > width // 2
    indent = 2 if apart else max(LABEL, widest)
    for aspect in aspects:
        rows.append(Row((Span(aspect, "heading"),)))
        for column in columns:
            entries = _entries(columns, column, aspect, silent)
            rows += flowing([Span(column.short, "strong")], width) if apart and entries else []
            for index, entry in enumerate(entries):
                label = (Span("" if index or apart else column.short, "strong"),)
                rows += hanging(label, entry, width, indent)
    return [], [*head, *rows]
