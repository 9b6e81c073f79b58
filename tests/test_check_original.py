"""`check --original`: fingerprints and wording are compared with a text at hand, and what is wrong is placed."""

import hashlib
import shutil
from pathlib import Path

import pytest

from caucasus_tui.cli import main
from caucasus_tui.commands.opening import OK, PROBLEMS, USAGE

TINY = Path(__file__).parent / "tiny"
NOTICE = "From today on every cart must turn back before the bridge and go home by the other road."
FINGERPRINT = "0" * 64


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The tiny dossier, its notice made from NOTICE, and NOTICE beside it."""
    copy = tmp_path / "dossier"
    shutil.copytree(TINY, copy)
    (tmp_path / "notice.txt").write_text(f"Notice\n\n{NOTICE}\n", encoding="utf-8")
    replace(copy / "seeds" / "bridge-notice.yaml", FINGERPRINT, hashlib.sha256(NOTICE.encode()).hexdigest())
    return copy


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def check(dossier: Path, *originals: str) -> int:
    return main(["--dossier", str(dossier), "check", *(f"--original={original}" for original in originals)])


def test_a_dossier_that_keeps_to_its_words_passes(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(dossier, f"bridge-notice={dossier.parent}/notice.txt") == OK
    out, err = capsys.readouterr()
    assert "bridge-notice: 1 of 1 paragraphs with a fingerprint are in" in out
    assert "shares no run of 8 words" in out
    assert not err


def test_a_paragraph_that_is_not_in_the_file_is_placed(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dossier.parent / "notice.txt").write_text("another notice", encoding="utf-8")
    assert check(dossier, f"bridge-notice={dossier.parent}/notice.txt") == PROBLEMS
    out, err = capsys.readouterr()
    assert err.startswith("seeds/bridge-notice.yaml:11:5: no text in ")
    assert err.endswith("has the fingerprint of paragraph n1\n")
    assert "0 of 1 paragraphs" in out
    assert "no problem" not in out


@pytest.mark.parametrize(
    ("file", "old", "place"),
    [
        ("seeds/bridge-notice.yaml", "Carts turn back at the bridge; walkers may pass.", "seeds/bridge-notice.yaml:"),
        ("data/tensions.yaml", "The letter may mean carts.", "data/tensions.yaml:"),
        ("data/dossier.yaml", "the council has the money to mend it.", "data/dossier.yaml:"),
    ],
    ids=["statement", "record", "bottom line"],
)
def test_wording_of_the_original_is_found_in_every_text(
    dossier: Path, capsys: pytest.CaptureFixture[str], file: str, old: str, place: str
) -> None:
    replace(dossier / file, old, "EVERY cart must turn back;\n            before the bridge and go!")
    assert check(dossier, f"bridge-notice={dossier.parent}/notice.txt") == PROBLEMS
    err = capsys.readouterr().err
    assert err.startswith(place)
    assert "10 words in a row are the original's: “every cart must turn back before the bridge and go”; reword" in err


def test_seven_words_in_a_row_are_allowed(dossier: Path) -> None:
    replace(dossier / "data" / "tensions.yaml", "The letter may mean carts.", "Cart must turn back before the bridge.")
    assert check(dossier, f"bridge-notice={dossier.parent}/notice.txt") == OK


def test_several_originals_are_compared_at_once(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notice = dossier.parent / "notice.txt"
    assert check(dossier, f"bridge-notice={notice}", f"valley-letter={notice}") == OK
    assert "valley-letter: 0 of 0 paragraphs" in capsys.readouterr().out


def test_a_link_that_the_reader_names_is_followed(dossier: Path) -> None:
    (dossier.parent / "link.txt").symlink_to(dossier.parent / "notice.txt")
    assert check(dossier, f"bridge-notice={dossier.parent}/link.txt") == OK


@pytest.mark.parametrize(
    ("original", "said"),
    [
        ("bridge-notic=notice.txt", "no source is called 'bridge-notic'; did you mean 'bridge-notice'?"),
        ("bridge-notice=nowhere.txt", "nowhere.txt: no such file or directory"),
        ("bridge-notice=.", ".: not read; an original is a plain text file"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(
    dossier: Path, capsys: pytest.CaptureFixture[str], original: str, said: str
) -> None:
    assert check(dossier, original) == USAGE
    err = capsys.readouterr().err
    assert err.startswith(said)
    assert err.count("\n") == 1


def test_a_pair_without_its_sign_is_wrong_use(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        check(dossier, "notice.txt")
    assert stopped.value.code == USAGE
    assert "is not SOURCE=FILE" in capsys.readouterr().err


LONG = [
    "The hill road has been closed to lorries since May, when a stretch of it slid into the quarry below.",
    "Birch blames the quarry company for digging underneath the tarmac, and wants compensation.",
    "Without a repair before August, orchards in Alder lose their supermarket contracts in the city.",
    "Nobody has examined the slope; a survey would be cheap, says an engineer.",
]


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    (tmp_path / "post.txt").write_text("\n\n".join(LONG))
    assert main(["new", str(tmp_path / "own"), "--from", str(tmp_path / "post.txt")]) == OK
    seed = tmp_path / "own/seeds/post.yaml"
    replace(
        seed, "text: Replace this by the first thing that the paragraph says.", "text: Lorries cannot use the road."
    )
    return tmp_path / "own"


def test_originals_are_found_beside_the_sources(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(begun), "--original"]) == OK
    assert "post: 4 of 4 paragraphs with a fingerprint are in seeds/originals/post.txt" in capsys.readouterr().out
    original = begun / "seeds/originals/post.txt"
    original.write_text(original.read_text().replace("Birch blames", "Birch now blames"))
    assert main(["check", str(begun), "--original"]) == PROBLEMS
    original.unlink()
    capsys.readouterr()
    assert main(["check", str(begun), "--original"]) == USAGE
    assert "put one into seeds/originals/SOURCE.txt" in capsys.readouterr().err


def test_a_statement_under_the_wrong_paragraph_is_doubted(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = begun / "seeds/post.yaml"
    text = "Alder's orchards may lose contracts with supermarkets."
    said = f'    statements:\n      - {{id: p2.1, type: fact, text: "{text}"}}\n'
    before, _, rest = seed.read_text().partition("  - id: p2")
    seed.write_text(before + "  - id: p2" + rest.replace("    statements: []\n", said, 1))
    line = next(n for n, row in enumerate(seed.read_text().splitlines(), start=1) if "id: p2.1" in row)
    assert main(["check", str(begun), "--original"]) == OK
    assert (
        f"seeds/post.yaml:{line}:9: p2.1 shares no rare word with p2, and some with p3; move it?"
        in (out := capsys.readouterr().out)
        and "statement of another paragraph" in out
    )
    assert main(["check", str(begun), "--original", "--strict"]) == PROBLEMS
    seed.write_text(seed.read_text().replace("Alder's orchards", "Alder's orchards, unlike Birch and the quarry,"))
    capsys.readouterr()
    assert main(["check", str(begun), "--original"]) == OK
    assert "shares no rare word" not in capsys.readouterr().out


def test_title_address_and_authors_may_be_the_originals(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed = begun / "seeds/post.yaml"
    words = " ".join(LONG[0].split()[:12])
    replace(seed, 'title: "Title of the source"', f'title: "{words}"\nurl: "https://x/{words.replace(" ", "-")}"')
    replace(seed, "role: What the author is", f'role: "{words}, says he"')
    assert main(["check", str(begun), "--original"]) == OK
    assert "shares no run of 8 words" in capsys.readouterr().out


def test_a_folder_after_original_is_told_where_to_stand(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--original", str(begun)])
    assert "a folder stands before --original" in capsys.readouterr().err
