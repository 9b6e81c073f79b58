"""What a page begins with, and that it leaves nothing out: why a term is weak, no credit of a picture, every link."""

from msgspec.structs import replace

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.links import ActorId, Citation, PlaceId
from caucasus_tui.dossier.model.records import Lever, Place, Term
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.marks import TYPE_MARKS, UNNOTED
from caucasus_tui.panes.router import page_at
from tests.pages import running, text_of


class LeverSeen(Lever, frozen=True, kw_only=True):
    """A lever as it might be tomorrow, with a field that no page has heard of."""

    seen_by: tuple[ActorId, ...] = ()


class TermWatched(Term, frozen=True, kw_only=True):
    watched_by: tuple[ActorId, ...] = ()


class PlaceNear(Place, frozen=True, kw_only=True):
    near: tuple[PlaceId, ...] = ()


def fields(record: object) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__struct_fields__}  # type: ignore[attr-defined]


def test_a_term_begins_with_why_it_is_weak(edition: Dossier, lens: Lens) -> None:
    for term in (term for agreement in edition.agreements for term in agreement.terms):
        text = running(page_at(edition, term.ref, lens))
        said = edition.statement(term.cites[0])
        assert said and text.index("why weak") < text.index(said.text)
        for obstacle in term.contention.obstacles if term.contention else ():
            assert text.index("why weak") < text.index(obstacle.text) < text.index(said.text)
        assert "contention" not in text  # said above, not twice


def test_of_a_term_without_a_weakness_the_page_says_that_nothing_is_noted(tiny: Dossier, lens: Lens) -> None:
    term = replace(tiny.agreements[0].terms[0], contention=None)
    dossier = replace(tiny, agreements=(replace(tiny.agreements[0], terms=(term,)),))
    assert f"why weak {UNNOTED}" in running(page_at(dossier, term.ref, lens))


def test_what_a_source_says_of_itself_ends_a_page_and_never_begins_one(tiny: Dossier, lens: Lens) -> None:
    event = tiny.events[0]
    credit = Citation("valley-letter:p2.1")
    assert credit not in event.cites
    sources = tuple(replace(one, cites=(credit,)) if one.id == credit.source else one for one in tiny.sources)
    dossier = replace(tiny, sources=sources, events=(replace(event, cites=(credit, *event.cites)),))
    said = dossier.statement(credit)
    assert said
    text, mark = running(page_at(dossier, event.ref, lens)), TYPE_MARKS[said.type]
    assert text.endswith(f"of the source itself {mark.glyph} {mark.word} {said.text} p2.1")
    alone = replace(dossier, events=(replace(event, cites=(credit,)),))
    assert "of the source itself" not in running(page_at(alone, event.ref, lens))


def test_an_actor_is_linked_to_from_a_field_that_no_section_knows(tiny: Dossier, lens: Lens) -> None:
    stranger = ActorId("miller")
    lever = LeverSeen(**fields(tiny.levers[0]), seen_by=(stranger,))  # type: ignore[arg-type]
    agreement = tiny.agreements[0]
    term = TermWatched(**fields(agreement.terms[0]), watched_by=(stranger,))  # type: ignore[arg-type]
    dossier = replace(tiny, levers=(lever,), agreements=(replace(agreement, terms=(term,)),))
    elsewhere = running(page_at(dossier, stranger.ref, lens)).partition("Elsewhere")[2]
    assert f"lever: {lever.title}" in elsewhere and f"term: {term.title}" in elsewhere
    assert "agreement:" not in elsewhere
    holder = running(page_at(dossier, lever.holders[0].ref, lens))
    assert f"lever: {lever.title}" not in holder  # it stands in a section of its own


def test_a_place_is_linked_to_from_such_a_field_too(tiny: Dossier, lens: Lens) -> None:
    one, *others = tiny.places
    near = PlaceNear(**fields(others[0]), near=(PlaceId(one.id),))  # type: ignore[arg-type]
    text = running(page_at(replace(tiny, places=(one, near)), one.ref, lens))
    assert f"place: {near.title}" in text.partition("Elsewhere")[2]


def test_a_type_narrows_all_that_is_said_of_an_actor(edition: Dossier, lens: Lens) -> None:
    text = text_of(page_at(edition, "actor:azerbaijan", replace(lens, facet="attributed")))
    assert "Positions" in text and "It claims Nagorno-Karabakh" not in text
    assert "Dependencies" not in text
