"""Status decides what an agreement looks like, never its date: nobody owes what is not in force."""

import shutil
from pathlib import Path
from typing import get_args

import pytest
from msgspec.structs import replace

from caucasus_tui.cli import main
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model import ActorId, Citation, Dossier, Source
from caucasus_tui.dossier.model.records.agreements import AgreementStatus
from caucasus_tui.dossier.views.force import FORCES, force_of
from caucasus_tui.page.claim import naming
from caucasus_tui.page.lens import Lens
from caucasus_tui.page.line import record_lines
from caucasus_tui.page.rows.row import plain
from caucasus_tui.panes.router import page_at
from tests.conftest import TODAY

_TINY = Path(__file__).parent / "tiny"
_DRAFT = """\
- id: weir-draft
  title: Draft on the weir
  when: {edtf: "2031-04", role: point, as_stated: in April}
  parties: [upper-mill, lower-mill]
  parties_basis: stated
  status: STATUS
  signatures:
    - {actor: upper-mill, state: initialled, cites: valley-letter:p2.5}
    - {actor: lower-mill, state: refused, cites: valley-letter:p2.6}
  cites: valley-letter:p2.5
  terms:
    - id: weir-draft-water
      title: Water for both
      order: 1
      obligors: lower-mill
      beneficiaries: upper-mill
      depth: commitment
      status: not-stated
      cites: valley-letter:p2.5
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(_TINY, tmp_path / "tiny"))


def _with(root: Path, status: str) -> Path:
    agreements = root / "data" / "agreements.yaml"
    agreements.write_text((_TINY / "data" / "agreements.yaml").read_text() + _DRAFT.replace("STATUS", status))
    return root


def test_every_status_has_its_reading() -> None:
    assert set(FORCES) == set(get_args(AgreementStatus))


@pytest.mark.parametrize("status", get_args(AgreementStatus))
@pytest.mark.parametrize("zoomed", [False, True])
def test_title_status_and_parties_stand_in_the_heading(root: Path, status: str, zoomed: bool) -> None:
    page = page_at(load(_with(root, status)).dossier, "pane:terms", Lens(width=80, today=TODAY, zoomed=zoomed))
    rows = list(page.rows)
    number = next(number for number, row in enumerate(rows) if row.subject == "agreement:weir-draft")
    assert rows[number].text.startswith("Draft on the weir")
    assert rows[number].text.endswith(f"Apr 2031 □ · {status.replace('-', ' ')} ◆ p2.5")
    below = " ".join(row.text for row in rows[number + 1 : number + 3]).replace("\xa0", " ")
    assert "UM – LM □ · initialled by UM ◆ p2.5 · refused by LM ◈ p2.6" in " ".join(below.split())


@pytest.mark.parametrize(
    ("status", "owes", "owed_by"),
    [
        ("in-force", "owes", "owed by Lower Mill"),
        ("signed-in-part", "is to owe, once in force", "once in force, owed by Lower Mill"),
        ("suspended", "owed", "was owed by Lower Mill"),
        ("drafted", "would owe", "would be owed by Lower Mill"),
        ("rejected", "would have owed", "would have been owed by Lower Mill"),
    ],
)
def test_only_what_is_in_force_is_owed(
    root: Path, status: str, owes: str, owed_by: str, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier = load(_with(root, status)).dossier
    page = page_at(dossier, "actor:lower-mill", Lens(width=80, today=TODAY))
    lines = [row.text.strip() for row in page.rows[page.card :]]
    card = " ".join(" ".join(row.text for row in page.rows[: page.card]).split())
    assert (f"{owes}: ◆ Water for both" in card) == owes.startswith(("is to", "owed"))
    assert ("Water for both" in card.partition(" owes ")[2]) == (not owes.startswith("would"))
    term = next(number for number, line in enumerate(lines) if "Water for both" in line)
    assert owes in lines[:term]
    assert [line for line in lines[:term] if line in {force.of("obligors") for force in FORCES.values()}][-1] == owes
    assert owed_by in plain(page_at(dossier, "pane:terms", Lens(width=120, today=TODAY, zoomed=True)).rows)
    assert main(["--dossier", str(root), "brief", "--for", "lower-mill", "--section", "terms"]) == 0
    said = capsys.readouterr().out
    owed, _, rest = said.partition(FORCES[load(root).dossier.agreements[-1].status].heading or "Owed by the Lower Mill")
    assert "Water for both" not in owed and "Water for both" in " ".join(rest.split())


def test_the_brief_says_who_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--dossier", str(_with(root, "rejected")), "brief", "--section", "terms"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    signed = "Initialled by Upper Mill. [stated as fact: p2.5] Refused by Lower Mill. [attributed: p2.6]"
    assert f"Draft on the weir (Apr 2031 [our date], rejected) {signed}" in said


def test_sources_that_disagree_are_not_one_that_contradicts_itself(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tensions = root / "data" / "tensions.yaml"
    tensions.write_text(
        """\
- id: t1
  title: Open or closed
  sides:
    - {text: Closed., cites: valley-letter:p1.2}
    - {text: Walkers may pass., cites: bridge-notice:n1.1}
"""
    )
    assert main(["--dossier", str(root), "brief", "--section", "tensions"]) == 0
    assert "Where the sources disagree\n" in capsys.readouterr().out


def test_asks_of_several_say_of_whom(root: Path) -> None:
    asks = root / "data" / "recommendations.yaml"
    asks.write_text(
        asks.read_text()
        + """\
- id: mend-the-weir
  title: Mend the weir
  order: 3
  form: ask
  addressee: [upper-mill, lower-mill]
  levers: not-stated
  problem: not-stated
  cites: valley-letter:p3.4
"""
    )
    dossier = load(root).dossier
    text = plain(page_at(dossier, "pane:recommendations", Lens(width=80, today=TODAY)).rows)
    assert "of Valley council\n" in text and "of Upper Mill, Lower Mill\n3 Mend the weir" in text
    zoomed = plain(page_at(dossier, "pane:recommendations", Lens(width=80, today=TODAY, zoomed=True)).rows)
    assert "means not stated" in zoomed


def test_what_says_who_took_part_is_a_statement_that_names_them(edition: Dossier) -> None:
    """Never the statement that leads the agreement, which may speak of others; what we read from the terms is ours."""
    shown = plain(page_at(edition, "pane:terms", Lens(width=90, today=TODAY)).rows)
    assert "AZ – KF □ · mediator Russia ◆ p9.9" in shown and "AM – AZ □ · mediator Russia ◆ p2.1" in shown
    assert "mediator European Union ▷ p12.7" in shown and "mediated" not in shown, "what is proposed was not mediated"
    (treaty,) = (one for one in edition.agreements if one.id == "ceasefire-2023")
    answered = plain(record_lines(edition, treaty, Lens(width=160, today=TODAY), lead_said="nowhere"))
    assert "mediator Russia ◆ p9.9" in answered
    both = "compare:agreement:ceasefire-2023=agreement:memorandum-2020"
    beside = " ".join(plain(page_at(edition, both, Lens(width=90, today=TODAY)).rows).split())
    assert "Russia ◆ p9.9" in beside and "Azerbaijan, Karabakh Armenian forces (implied) □" in beside
    assert "(implied) ◆" not in beside and "Russia ◆ p9.2" not in beside


def test_parties_that_are_not_stated_are_said_in_words(tiny: Dossier) -> None:
    between = (ActorId("not-stated"),)
    silent = replace(tiny, agreements=tuple(replace(one, parties=between) for one in tiny.agreements))
    shown = plain(page_at(silent, "pane:terms", Lens(width=90, today=TODAY)).rows)
    assert "  not stated" in shown and "not-stated" not in shown


def test_of_what_was_not_agreed_nobody_says_that_it_has_no_guarantor(edition: Dossier) -> None:
    bare = [replace(one, terms=tuple(replace(term, guarantor=()) for term in one.terms)) for one in edition.agreements]
    for one in bare:
        shown = plain(page_at(replace(edition, agreements=(one,)), "pane:terms", Lens(width=90, today=TODAY)).rows)
        assert ("no guarantor named" in shown) == (bool(one.terms) and force_of(one).agreement), one.id


def test_who_names_one_of_several_does_not_name_them_all(edition: Dossier) -> None:
    one, both = Citation("ecfr-2023:p9.3"), Citation("ecfr-2023:p9.2")
    (treaty,) = (each for each in edition.agreements if each.id == "ceasefire-2023")
    named = replace(treaty, parties_basis="stated", cites=(one, both))
    assert [claim.cite for claim in naming(edition, named, "parties").claims] == [both]
    assert naming(edition, replace(named, cites=(one,)), "parties").ours
    assert naming(edition, replace(named, parties_basis="implied"), "parties").ours, "whoever names them too"


def test_where_no_statement_says_whom_it_speaks_of_what_leads_says_who_took_part(edition: Dossier) -> None:
    silent = replace(edition, sources=tuple(map(_without_actors, edition.sources)))
    (treaty,) = (one for one in silent.agreements if one.id == "ceasefire-2023")
    assert [claim.cite for claim in naming(silent, treaty, "mediator").claims] == [treaty.cites[0]]


def _without_actors(source: Source) -> Source:
    told = [
        replace(part, statements=tuple(replace(said, actors=()) for said in part.statements))
        for part in source.paragraphs
    ]
    return replace(source, paragraphs=tuple(told))
