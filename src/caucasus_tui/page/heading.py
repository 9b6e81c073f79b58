"""What stands on every screen: the dossier's title, as of when, how old, and the bottom line."""

from datetime import date

from caucasus_tui.dossier.addresses import BOTTOM_LINE, parse
from caucasus_tui.dossier.addresses.places import title_at
from caucasus_tui.dossier.model import Dossier, age_days, age_words, as_of_words, span_words
from caucasus_tui.dossier.text import counted
from caucasus_tui.page.claim import basis_of, source_name
from caucasus_tui.page.claim.basis_spans import cited_by_type, first_tension
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import CURATOR, NO_BOTTOM_LINE, TYPE_MARKS, is_unwritten
from caucasus_tui.page.rows import Row, Span, cell_width, cells_of, parted, spread, wrap, wrapped


def age_spans(dossier: Dossier, today: date) -> tuple[Span, ...]:
    """The age in words; loud once the dossier is older than it says it may be."""
    days = age_days(dossier.about.as_of, today)
    stale = days is not None and days > dossier.about.stale_after_days
    return (Span(f" {age_words(days)} ", "banner" if stale else "dim"),)


def title_rows(dossier: Dossier, lens: Lens) -> list[Row]:
    """Title on the left; as-of, age and sources on the right, which never give way. Above it who may have it; what is
    on has a row below."""
    about = dossier.about
    dates, dated = span_words(about.as_of), as_of_words(about.as_of)
    derived = " (derived)" if about.as_of.year == "inferred" else ""
    age = age_spans(dossier, lens.today)
    count = len(dossier.sources)
    sources = (Span(f" {counted(count, 'source')}", "dim"),) if lens.width >= 100 else ()
    least = lens.width - cells_of(age) - 1
    forms = (f"{dated}{derived} ", f"{dated} ", f"{dates} ")
    as_of = Span(next((text for text in forms if cell_width(text) <= least), forms[-1]), "date")
    right = (as_of, *age, *sources, Span(" "))
    room = lens.width - cells_of(right)
    title = about.title if room > cell_width(about.title) + 1 else about.short_title
    head = Span(f" {title}", "title")
    if lens.straight and room < cell_width(head.text) + 1:
        first = [*wrapped([head], lens.width), *wrapped(right, lens.width)]
    else:
        first = wrapped(right, lens.width) if room < 1 else [Row(spread((head,), right, lens.width))]
    on = _on(dossier, lens)
    return [*marking_rows(dossier, lens.width), *first, *_on_rows(on, lens.width)]


def _on_rows(on: list[Span], width: int) -> list[Row]:
    """What is on, whole; that it holds on every screen where that leaves it one row."""
    suffix = [Span(" · on every screen", "dim")]
    if cells_of((*on, *suffix)) < width:
        return [Row((Span(" "), *on, *suffix))] if on else []
    return [Row((Span(" "), *line)) for line in wrap(on, width - 1)]


def _on(dossier: Dossier, lens: Lens) -> list[Span]:
    """What holds on every screen until it is taken back."""
    on: list[list[Span]] = []
    if lens.since and dossier.since:
        from caucasus_tui.page.since import since_spans

        on.append(since_spans(dossier))
    if lens.facet:
        mark = CURATOR if lens.facet == "curator" else TYPE_MARKS[lens.facet]
        on.append([Span(f"{mark.glyph} only {mark.word}", mark.role)])
    if lens.held:
        only = "only " if not lens.facet else ""
        kind, _, name = lens.held.partition(":")
        label = f"{source_name(dossier, name)}, " if kind == "source" else ""  # whole, where the title is cut
        on.append([Span(only, "dim"), Span(label + title_at(dossier, parse(lens.held)), "strong")])
    return parted(on)


def marking_rows(dossier: Dossier, width: int) -> list[Row]:
    """Who may have it, whole, in rows of its own; none where the dossier does not say."""
    marking = dossier.about.marking
    lines = wrap([Span(marking, "banner")], max(width - 2, 1)) if marking else []
    return [Row((Span(" "), *line)) for line in lines]


def bottom_line_rows(dossier: Dossier, lens: Lens) -> list[Row]:
    """The bottom line whole, with its types and citations; on narrow screens the short one, in two rows."""
    about = dossier.about
    line = about.short_line if lens.width < 100 and about.short_line else about.whole_bottom_line
    if is_unwritten(line.text):
        return [Row((Span(" ▌", "date"), Span(NO_BOTTOM_LINE, "absent")), str(BOTTOM_LINE))]
    body = [Span(line.text, "strong"), Span("  "), *cited_by_type(dossier, basis_of(dossier, line.cites))]
    body += first_tension(dossier.tensions_of(line.cites))
    return [Row((Span(" ▌", "date"), *spans), str(BOTTOM_LINE)) for spans in wrap(body, lens.width - 3)]
