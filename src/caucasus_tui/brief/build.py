"""From a dossier and a request to a brief: every section in its order, then as much of it as there is time for."""

from collections.abc import Sequence

from msgspec.structs import replace

from caucasus_tui.brief.angle import Angle, angle
from caucasus_tui.brief.choices import BRIEF, SHEET
from caucasus_tui.brief.claims import cites_said_alone, cites_told, gap_claim
from caucasus_tui.brief.fit import fitted
from caucasus_tui.brief.model import Brief, Line, Request, Section
from caucasus_tui.brief.parts import part
from caucasus_tui.brief.wording import capitalised
from caucasus_tui.dossier.model import Dossier, Edtf, When, age_days, age_words, as_of_words, span_words, year_inferred
from caucasus_tui.page.claim import claims_of

CLOSING = ("sources", "references")
"""Sections that follow from what the others cite."""


def build(dossier: Dossier, request: Request) -> Brief:
    """The brief, or the sheet for a meeting. Raises KeyError where the request names an actor or a section that is not
    there."""
    view = angle(dossier, request.today, request.actor, request.counterpart)
    usual = SHEET if request.counterpart else BRIEF
    keys = {key: part(key) for key in request.sections or usual}
    order = dict.fromkeys((*usual, *keys))  # what is asked for says what it has, or that it is of the other kind
    earlier: list[Line] = []
    sections: list[Section] = []
    missing: list[str] = []
    # Gaps and tensions depend on what stands before them, so every section is built, whichever are picked.
    for key in (key for key in order if key not in CLOSING):
        shown = [line for section in sections for line in section.lines]
        told = cites_told(shown)
        view = replace(view, told=told, said=frozenset().union(*told), said_alone=cites_said_alone(shown))
        found = section_of(view, key, earlier)
        earlier += found.lines
        absent = "" if found.lines else part(key).absent(view)
        found = replace(found, lines=tuple(line for line in found.lines if not _is_begun(dossier, line)))
        if absent and key in request.sections:
            found = replace(found, note="", lines=(_missing(view, [absent]),))
        elif absent:
            missing.append(absent)
        if key == "gaps" and missing:
            found = replace(found, lines=(*found.lines[:1], _missing(view, missing), *found.lines[1:]))
        sections += [found] if key in keys and found.lines else []
    closing = [key for key in CLOSING if key in keys]
    mapped: list[Section] = []
    if request.outline is not None:
        from caucasus_tui.brief.parts.on_the_map import section_with_map  # it draws, which nothing else here does

        mapped = section_with_map(dossier, request.outline)

    def last(lines: Sequence[Line]) -> list[Section]:
        lines = [*lines, *(line for section in mapped for line in section.lines)]
        return [*mapped, *(section_of(view, key, lines) for key in closing)]

    brief = fitted(heading(view, request), sections, last)
    if request.since_then:
        from caucasus_tui.brief.parts.since_then import since_section  # apart from the others, as what it holds is

        since = since_section(dossier, request.today)
        brief = replace(brief, sections=(*brief.sections, *([since] if since else [])))
    return brief


def _is_begun(dossier: Dossier, line: Line) -> bool:
    """Whether what a line or the record that it is about rests on is all to be written yet: there is nothing to say."""
    record = dossier.record(line.about)
    unsaid = any(claim.text and not claim.voices for claim in line.claims) and not line.always
    return unsaid or (record is not None and bool(record.cites) and not claims_of(dossier, record.cites))


def section_of(view: Angle, key: str, earlier: Sequence[Line]) -> Section:
    """A section as its part makes it, given the lines of those before, under the title that the dossier gives it."""
    found = part(key)
    lines = tuple(found.lines(view, earlier))
    own = next((title for name, title in view.dossier.about.section_titles.items() if name == key), "")
    return Section(
        key=key,
        title=own or found.title(view),
        noun=found.noun,
        note=found.note(view),
        lines=lines,
        listed=found.listed,
    )


def _missing(view: Angle, absent: Sequence[str]) -> Line:
    """What the dossier has nothing of: absence is an answer."""
    whom = f"For {view.the(view.actor.id)} the" if view.actor else "The"
    return Line(claims=(gap_claim(f"{whom} dossier has {', '.join(absent)}"),))


def heading(view: Angle, request: Request, subject: str = "") -> Brief:
    """Title, as of when, and how old: what stands above every brief. `subject`: of the title, instead of whom it is
    for."""
    about = view.dossier.about
    days = age_days(about.as_of, request.today)
    stale, dated = days is not None and days > about.stale_after_days, as_of_words(about.as_of)
    derived = ", derived by the curator" if year_inferred(about.as_of) else ""
    banner = f"Old: more than {about.stale_after_days} days past its date; later events are not in it."
    subject = subject or (f"Meeting with {view.whom}" if view.counterpart else capitalised(view.whom))
    return Brief(
        title=f"{about.title}: {subject}" if subject else about.title,
        language=about.language,
        version=about.version,
        as_of=(
            f"{dated[0].upper()}{dated[1:]}{derived}; {age_words(days)} on {_day(request)}. Dossier {about.version}."
        ),
        dated=about.as_of,
        today=request.today,
        age_days=days,
        stale=stale,
        banner=banner if stale else "",
        marking=about.marking or "",
        actor=request.actor,
        counterpart=request.counterpart,
        minutes=request.minutes,
    )


def _day(request: Request) -> str:
    return span_words(When(edtf=Edtf(request.today.isoformat()), role="point", as_stated=""))
