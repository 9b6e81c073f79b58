"""A citation as it is printed: never one label for two statements; and what one means that is typed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from caucasus_tui.dossier.addresses.typed import meant
from caucasus_tui.dossier.keeping.shelf.shelved_dossier import resting_on
from caucasus_tui.dossier.keeping.shelf.tables import Shelf
from caucasus_tui.dossier.keeping.shelf.writing import write
from caucasus_tui.dossier.model.dossier import Dossier, Since
from caucasus_tui.dossier.model.sources import Layer, Source
from caucasus_tui.page.claim.citations import cite_label, cite_spans

LETTER, REPORT = "valley-letter", "mill-report"


def meant_of(dossier: Dossier, typed: str) -> list[str]:
    return [str(address) for address in meant(dossier, typed)]


def with_sources(tiny: Dossier, *more: Source) -> Dossier:
    return replace(tiny, sources=(*tiny.sources, *more))


@pytest.fixture
def letter(tiny: Dossier) -> Source:
    found = tiny.source(LETTER)
    assert found is not None
    return found


@pytest.fixture(params=["in memory", "on the shelf"])
def three(tiny: Dossier, letter: Source, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Dossier]:
    """Three sources with the same paragraphs: two of the seed layer, one later."""
    found = with_sources(
        tiny, replace(letter, id=REPORT, short="Rep"), replace(letter, id="valley-news", short="News", layer="later")
    )
    if request.param == "in memory":
        yield found
        return
    path = tmp_path / "shelf"
    path.touch()
    write(str(path), found, lambda share: None)
    yield resting_on(Shelf(str(path)), replace(found, sources=()))


def test_an_id_stands_alone_where_no_other_source_numbers_so(tiny: Dossier, letter: Source) -> None:
    assert cite_label(tiny, f"{LETTER}:p2.2") == "p2.2"
    later = with_sources(tiny, replace(letter, id="valley-news", layer="later"))
    assert cite_label(later, f"{LETTER}:p2.2") == "p2.2", "what is later changes no citation of the seed layer"
    assert cite_label(later, "valley-news:p2.2") == "valley-news:p2.2", "two sources of one label have none"


def test_a_short_citation_seems_to_be_of_no_other_source(tiny: Dossier, letter: Source) -> None:
    """`valley p1.1 p3.5` would be read as two statements of one source."""
    first = tuple(part for part in letter.paragraphs if part.id in ("h", "p1"))
    both = with_sources(tiny, replace(letter, id=REPORT, short="Rep", paragraphs=first))
    assert cite_label(both, f"{REPORT}:p1.1") == "Rep p1.1"
    assert cite_label(both, f"{LETTER}:p3.5") == "valley p3.5", "the other has no p3.5, and numbers its paragraphs so"
    assert cite_label(both, f"{LETTER}:h.9") == "valley h.9", "both have a headline, of which only one says more"
    assert cite_label(both, f"{LETTER}:d1.1") == "d1.1", "nobody else has a paragraph with this letter"
    assert meant_of(both, "p3.5") == [f"{LETTER}:p3.5"], "typed in short it is found all the same"


@pytest.mark.parametrize("layer", ["seed", "later"])
def test_the_id_of_a_source_is_the_label_of_no_other(tiny: Dossier, letter: Source, layer: Layer) -> None:
    """`valley p2.2` and `valley:p2.2` are never two statements."""
    other = replace(letter, id="valley", short="Vale", layer=layer)
    both = with_sources(tiny, other, replace(letter, id=REPORT, short="Rep"))
    assert cite_label(both, f"{LETTER}:p2.2") == f"{LETTER}:p2.2"
    assert cite_label(both, "valley:p2.2") == "Vale p2.2"
    assert meant_of(both, "valley p2.2") == [], "nobody is called so"
    alone = replace(with_sources(tiny, replace(letter, id=REPORT)), since=Since(sources=(other,)))
    assert cite_label(alone, f"{LETTER}:p2.2") == f"{LETTER}:p2.2", "also of a source that is not shown"


def test_where_two_sources_have_it_each_has_its_label(three: Dossier) -> None:
    assert cite_label(three, f"{LETTER}:p2.2") == "valley p2.2"
    assert cite_label(three, f"{REPORT}:p2.2") == "Rep p2.2"
    assert cite_label(three, "valley-news:p2.2") == "News p2.2"
    assert cite_label(three, "nowhere:p1.1") == "nowhere:p1.1"


def test_every_label_leads_back_to_its_one_statement(three: Dossier) -> None:
    for cite, _ in three.statements():
        assert meant_of(three, cite_label(three, cite)) == [cite]


def test_a_label_and_its_id_stay_on_one_line_and_lead_to_the_whole_address(three: Dossier) -> None:
    (span,) = cite_spans(three, [cite for cite, _ in three.statements()][-1:])
    assert " " not in span.text
    assert span.subject.startswith("valley-news:")


def test_what_is_typed_means_the_seed_layer_and_several_are_offered(three: Dossier, tiny: Dossier) -> None:
    assert meant_of(tiny, "p2.2") == [f"{LETTER}:p2.2"]
    assert meant_of(tiny, "P2") == [f"{LETTER}:p2"]
    assert meant_of(three, "p2.2") == [f"{LETTER}:p2.2", f"{REPORT}:p2.2"]
    assert meant_of(three, "news p2.2") == ["valley-news:p2.2"]
    assert meant_of(three, "p99.9") == meant_of(three, "") == meant_of(three, "nobody p2.2") == []


@pytest.mark.parametrize(
    ("name", "label"),
    [("ecfr-2023", "ecfr"), ("un-rep-1", "un-rep-1"), ("a-very-long-id", "a-very"), ("unbelievably", "unbeliev")],
)
def test_the_label_of_a_source_is_the_beginning_of_its_id(letter: Source, name: str, label: str) -> None:
    assert replace(letter, id=name).label == label
