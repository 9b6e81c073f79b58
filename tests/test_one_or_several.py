"""One value or several, with or without brackets; what is not stated; what an agreement, a figure, a point can hold."""

import shutil
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.dossier.keeping.cache import open_cached
from caucasus_tui.dossier.keeping.store import Store
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.links import Citation, Ref
from caucasus_tui.dossier.problems import DossierError

_TINY = Path(__file__).parent / "tiny"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the tiny dossier, to change."""
    return Path(shutil.copytree(_TINY, tmp_path / "tiny"))


def _write(root: Path, name: str, text: str) -> None:
    (root / "data" / name).write_text(text, encoding="utf-8")
    for about_others in ("later.yaml", "ledger.yaml"):  # what came of the asks that were there before
        (root / "data" / about_others).unlink(missing_ok=True)


_ASK = """\
- id: pay
  title: Pay for the mending
  order: 1
  form: ask
  addressee: ADDRESSEE
  levers: council-fund
  problem: not-stated
  window:
    edtf: "2031-06"
    role: window
    as_stated: in June
  cites: [valley-letter:p3.3, valley-letter:p3.4]
"""


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("valley-council", ("valley-council",)),
        ("[valley-council, lower-mill]", ("valley-council", "lower-mill")),
        ("not-stated", ("not-stated",)),
    ],
)
def test_one_value_needs_no_brackets(root: Path, written: str, read: tuple[str, ...]) -> None:
    _write(root, "recommendations.yaml", _ASK.replace("ADDRESSEE", written))
    (root / "data" / "questions.yaml").unlink()
    (ask,) = load(root).dossier.recommendations
    assert ask.addressee == read
    assert ask.problem == ("not-stated",)
    assert [when.as_stated for when in ask.window] == ["in June"]


def test_what_is_wrong_without_brackets_is_named_where_it_stands(root: Path) -> None:
    _write(root, "recommendations.yaml", _ASK.replace("ADDRESSEE", "valley-counsil").replace("2031-06", "2031-66"))
    with pytest.raises(DossierError) as caught:
        load(root)
    said = [str(problem) for problem in caught.value.problems if "recommendations" in problem.file]
    assert said == [
        "data/recommendations.yaml:9:11: '2031-66': month 66 is neither a month (01–12) nor a season (21–24)"
    ]
    _write(root, "recommendations.yaml", _ASK.replace("ADDRESSEE", "valley-counsil"))
    with pytest.raises(DossierError) as caught:
        load(root)
    said = [str(problem) for problem in caught.value.problems if "recommendations" in problem.file]
    assert said == [
        "data/recommendations.yaml:5:14: there is no actor 'valley-counsil'; did you mean 'valley-council'?"
    ]


def test_what_is_not_stated_leads_nowhere_and_says_so(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(root, "recommendations.yaml", _ASK.replace("ADDRESSEE", "not-stated"))
    (root / "data" / "questions.yaml").unlink()
    assert main(["--dossier", str(root), "show", "recommendation:pay"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "addressee not stated" in said and "problem not stated" in said
    assert main(["--dossier", str(root), "brief", "--section", "asks"]) == 0
    assert "Addressee not stated" in capsys.readouterr().out


def test_no_thing_may_be_called_not_stated(root: Path) -> None:
    actors = (root / "data" / "actors.yaml").read_text()
    _write(root, "actors.yaml", actors + "- {id: not-stated, title: Nobody, short: NS, form: body}\n")
    with pytest.raises(DossierError, match="'not-stated' is an answer and no id"):
        load(root)


def test_who_signed_and_who_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(
        root,
        "agreements.yaml",
        (root / "data" / "agreements.yaml").read_text()
        + """\
- id: draft
  title: The draft of the spring
  when: {edtf: "2031-04", role: point, as_stated: in April}
  parties: [upper-mill, lower-mill]
  parties_basis: stated
  mediator: [valley-council, miller]
  status: signed-in-part
  signatures:
    - {actor: upper-mill, state: initialled, cites: valley-letter:p2.5}
    - {actor: lower-mill, state: refused, when: {role: point, as_stated: in spring}, cites: valley-letter:p2.6}
  cites: valley-letter:p2.5
""",
    )
    assert main(["--dossier", str(root), "show", "agreement:draft"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "signed in part" in said
    assert "Valley council · The miller" in said
    assert "Upper Mill" in said and "state: initialled" in said and "state: refused" in said


def test_figures_keep_unit_and_qualifier(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = root / "seeds" / "valley-letter.yaml"
    figures = "{value: 120000, to: 130000.5, unit: sacks, qualifier: about, of: grain sold}"
    seed.write_text(seed.read_text().replace("      - id: p2.5\n", f"      - id: p2.5\n        figures: {figures}\n"))
    assert main(["--dossier", str(root), "show", "valley-letter:p2.5"]) == 0
    assert "about 120,000–130,000.5 sacks: grain sold" in capsys.readouterr().out


def test_a_point_rests_on_statements_and_gaps(root: Path, tmp_path: Path) -> None:
    """Also when it is read back from the cache, which takes links at their word."""
    for _ in range(2):
        dossier = open_cached(root, store=Store(str(tmp_path / "kept")))
        (point,) = dossier.points
        assert point.title == point.text
        assert point.rests_on == ("valley-letter:p3.3",)
        assert [type(basis) for basis in point.answer[0].rests_on] == [Citation, Ref]
        assert point in dossier.cited_by("valley-letter:p3.3")
        assert point in dossier.linked_from("gap:who-closed")


@pytest.mark.parametrize("basis", ["gap:nothing", "valley-letter:p9.9", "lever:council-fund"])
def test_a_point_rests_on_what_there_is(root: Path, basis: str) -> None:
    points = (root / "data" / "points.yaml").read_text()
    _write(root, "points.yaml", points.replace("gap:who-closed", basis))
    with pytest.raises(DossierError):
        load(root)


def test_hearsay_has_a_word_of_its_own(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = root / "seeds" / "valley-letter.yaml"
    hedge = "{word: is said to, code: reported}"
    seed.write_text(seed.read_text().replace("      - id: p2.5\n", f"      - id: p2.5\n        hedge: {hedge}\n"))
    assert main(["--dossier", str(root), "show", "valley-letter:p2.5"]) == 0
    assert "“is said to” (reported to the source)" in capsys.readouterr().out
