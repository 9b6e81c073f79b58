"""What readers type (`searches.txt`) on the bundled dossier: first hits; nothing far-fetched where there is none."""

from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.dossier.model.records import Gap, Question
from caucasus_tui.dossier.model.sources import Statement
from caucasus_tui.dossier.search import SearchIndex

NEAR_THE_TOP = 3


def samples() -> list[tuple[str, str, str]]:
    """Query, sign and what is expected, line by line."""
    found = []
    for line in (Path(__file__).parent / "searches.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            query, sign, wanted = next(
                line.rpartition(sign)
                for sign in (" = ", " ~ ", " !")
                if sign in line and (sign != " !" or line.endswith(sign))
            )
            found.append((query, sign.strip(), wanted.strip()))
    return found


@pytest.fixture(scope="module")
def index(real: Dossier) -> SearchIndex:
    return SearchIndex(real)


@pytest.mark.parametrize(("query", "sign", "wanted"), samples())
def test_what_a_reader_types_finds_what_is_meant(index: SearchIndex, query: str, sign: str, wanted: str) -> None:
    results = index.find(query)
    shown = [hit.ref for hit in results.hits]
    if sign == "!":
        assert (shown, results.nearest, results.repaired) == ([], None, ())
        return
    top = shown[: 1 if sign == "=" else NEAR_THE_TOP]
    assert any(fnmatchcase(ref, pattern) for ref in top for pattern in wanted.split()), shown[:6]
    kind, hits = results.groups[0]
    words_asked_for = results.by_words and (kind == Statement.kind or hits[0].is_called_so)
    assert hits[0].ref == shown[0] or words_asked_for, "the page begins with the same hit, or the words asked for"


def test_every_kind_of_query_has_thirty_samples() -> None:
    text = (Path(__file__).parent / "searches.txt").read_text("utf-8")
    for part in text.split("\n## ")[1:]:
        name, *lines = part.splitlines()
        assert sum(bool(line) for line in lines) >= 30, name


def test_every_other_wording_finds_its_question_or_gap_first(index: SearchIndex, real: Dossier) -> None:
    asked: list[Question | Gap] = [*real.questions, *real.gaps]
    for record in asked:
        for wording in record.also_asked:
            sharing = {other.ref for other in asked if wording in other.also_asked}
            first = index.find(wording).hits[0].ref
            assert first in sharing or fnmatchcase(first, "question:*"), f"{wording!r} leads to {first}"
