"""Originals: a reader's copy is matched to the paragraphs by fingerprint, and cannot do harm."""

import hashlib
import os
from pathlib import Path

import pytest

from caucasus_tui.dossier.loading.original_paragraphs import (
    JOINED_LIMIT,
    LINE_LIMIT,
    SIZE_LIMIT,
    Folder,
    OriginalError,
    find_originals,
    match,
    read_original,
)
from caucasus_tui.dossier.loading.originals import Original
from caucasus_tui.dossier.model.dates import When
from caucasus_tui.dossier.model.frame_words import SourceForm
from caucasus_tui.dossier.model.sources import Paragraph, Source

LINES = ["A letter", "The flood came in spring.", "It weakened the bridge,", "all of it.", "The end."]
PARAGRAPHS = {"h": LINES[0], "p1": LINES[1], "p2": f"{LINES[2]} {LINES[3]}", "d1": LINES[4]}
TEXT = "\n\n".join(LINES)


def source(paragraphs: dict[str, str], source_id: str = "letter") -> Source:
    """A source made from these paragraphs; an empty text gives one without a fingerprint."""
    fingerprints = {
        name: hashlib.sha256(text.encode()).hexdigest() if text else None for name, text in paragraphs.items()
    }
    return Source(
        id=source_id,
        title="A letter",
        publisher="-",
        form=SourceForm("commentary"),
        standpoint="-",
        as_of=When(role="as-of", as_stated="-"),
        access="-",
        paragraphs=tuple(Paragraph(id=name, about="-", sha256=print_) for name, print_ in fingerprints.items()),
    )


def test_each_paragraph_is_found_also_where_it_is_printed_on_several_lines() -> None:
    found = match(source(PARAGRAPHS), TEXT, "letter.txt")
    assert found.passages == PARAGRAPHS
    assert found.verdict == "letter.txt is the text the dossier was made from"


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace(" ", "  "),
        TEXT.replace(" ", "\u00a0"),
        TEXT.replace(" ", "\n"),
        f"Menu\n\n{TEXT}\n\nSubscribe\n",
    ],
    ids=["windows", "blanks", "no-break blanks", "wrapped", "more around it"],
)
def test_white_space_and_other_text_around_it_make_no_difference(text: str) -> None:
    assert match(source(PARAGRAPHS), text, "letter.txt").passages == PARAGRAPHS


def test_a_paragraph_that_differs_is_named_and_shown_by_its_place() -> None:
    found = match(source(PARAGRAPHS), TEXT.replace("spring", "autumn"), "letter.txt")
    assert found.differing == ("p1",)
    assert found.passages["p1"] == "The flood came in autumn."
    assert found.verdict == "letter.txt is not quite the text the dossier was made from: p1 differs"


def test_of_paragraphs_that_say_the_same_each_has_its_own_place() -> None:
    twice = {"sh1": "Summary", "p1": "The flood came.", "sh2": "Summary", "p2": "It went."}
    found = match(source(twice), "\n\n".join(twice.values()), "letter.txt")
    assert found.passages == twice and found.differing == ()
    once = match(source(twice), "Summary\n\nThe flood came.\n\nIt went.", "letter.txt")
    assert once.differing == ("sh2",)


def test_a_paragraph_whose_place_is_not_certain_is_not_guessed() -> None:
    found = match(source(PARAGRAPHS), TEXT.replace("spring", "autumn\nor winter"), "letter.txt")
    assert found.differing == ("p1",)
    assert "p1" not in found.passages


def test_another_text_is_said_to_be_another_and_not_shown() -> None:
    found = match(source(PARAGRAPHS), "one\ntwo\nthree\nfour", "letter.txt")
    assert not found.passages
    assert found.verdict.endswith("is not the text the dossier was made from: no paragraph is the same")


def test_what_a_terminal_might_obey_is_taken_out_after_the_fingerprint_was_compared() -> None:
    hostile = "Red \x1b[31malert\u202e, [bold]now[/]"
    found = match(source({"p1": hostile}), hostile, "letter.txt")
    assert found.differing == ()
    assert found.passages["p1"] == "Red [31malert, [bold]now[/]"


def test_a_file_of_many_lines_is_looked_through_within_bounds() -> None:
    text = "\n".join(f"line {number}" for number in range(LINE_LIMIT * 3))
    late = f"line {LINE_LIMIT * 2}"
    assert match(source({"p1": late}), text, "letter.txt").differing == ("p1",)
    joined = " ".join(f"line {number}" for number in range(JOINED_LIMIT + 1))
    assert match(source({"p1": joined}), text, "letter.txt").differing == ("p1",)


def problem_of(folder: Path) -> str:
    found = find_originals([source(PARAGRAPHS)], [Folder(folder, "originals/")]).found["letter"]
    assert not found.passages
    assert "\n" not in found.problem
    assert found.verdict == found.problem
    return found.problem


def test_what_is_no_plain_text_is_refused_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_bytes(b"x" * (SIZE_LIMIT + 1))
    assert "at most 1 MB" in problem_of(tmp_path)
    file.write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in problem_of(tmp_path)
    file.write_text("\n" * (LINE_LIMIT + 1), encoding="utf-8")
    assert "more than 5000 lines" in problem_of(tmp_path)
    file.unlink()
    file.mkdir()
    assert "plain text file" in problem_of(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are another matter there")
def test_links_and_pipes_are_not_opened(tmp_path: Path) -> None:
    other, folder = tmp_path / "other", tmp_path / "originals"
    other.mkdir()
    folder.mkdir()
    (other / "letter.txt").write_text(TEXT, encoding="utf-8")
    (folder / "letter.txt").symlink_to(other / "letter.txt")
    assert "no link" in problem_of(folder)
    (folder / "letter.txt").unlink()
    os.mkfifo(folder / "letter.txt")
    assert "plain text file" in problem_of(folder)
    (tmp_path / "linked").symlink_to(other)
    assert not find_originals([source(PARAGRAPHS)], [Folder(tmp_path / "linked", "linked/")]).found


def test_without_a_file_there_is_nothing_and_nothing_to_complain_of(tmp_path: Path) -> None:
    found = find_originals([source(PARAGRAPHS)], [Folder(tmp_path / "nowhere", "originals/")])
    assert found.found == {}
    assert found.places == ("originals/",)


def test_a_folder_that_may_not_be_looked_at_is_a_problem_and_no_fault() -> None:
    assert "cannot be read (file name too long)" in problem_of(Path("/" + "far-away/" * 1000))


def test_the_first_folder_that_has_it_counts(tmp_path: Path) -> None:
    folders = []
    for name, text in (("mine", TEXT), ("theirs", "something else")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "letter.txt").write_text(text, encoding="utf-8")
        folders.append(Folder(tmp_path / name, f"{name}/"))
    assert find_originals([source(PARAGRAPHS)], folders).found["letter"].passages == PARAGRAPHS


def test_a_source_printed_in_the_file_of_another_is_found_there(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(TEXT, encoding="utf-8")
    caption, stranger = source({"c1": LINES[1]}, "caption"), source({"p1": "not there"}, "stranger")
    found = find_originals([caption, source(PARAGRAPHS), stranger], [Folder(tmp_path, "originals/")]).found
    assert found["caption"].passages == {"c1": LINES[1]}
    assert found["caption"].file == "letter.txt"
    assert "stranger" not in found


def test_a_mark_at_the_start_of_the_file_is_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(TEXT, encoding="utf-8-sig")
    assert read_original(tmp_path / "letter.txt", "letter.txt") == TEXT


def test_a_missing_file_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_original(tmp_path / "letter.txt", "letter.txt")
    with pytest.raises(OriginalError):
        read_original(tmp_path, "letter.txt")


def test_a_source_without_fingerprints_differs_in_nothing() -> None:
    assert match(source({"p1": ""}), TEXT, "letter.txt") == Original(file="letter.txt", compared=False)


def test_a_copy_that_nothing_tells_by_is_not_called_the_text() -> None:
    found = match(source(dict.fromkeys(PARAGRAPHS, "")), TEXT, "letter.txt")
    assert found.verdict.startswith("letter.txt is the text by its name alone")
