"""No room of the program grows unnoticed: CONTRIBUTING has a ceiling for each."""

from tools.size import SOURCE, lines_of_code, rooms

SLACK = 120
"""Lines that a ceiling may lie above what is there: one that was left standing after a cut holds nothing."""

LONGEST = 250
"""Lines of a file."""


def test_each_room_is_below_its_ceiling_and_the_ceiling_is_near() -> None:
    found = rooms()
    assert len(found) > 10 and all(room.lines for room in found)
    wrong = []
    for room in found:
        said = f"{room.name} has {room.lines} lines of code; CONTRIBUTING allows {room.ceiling}"
        if room.lines > room.ceiling:
            wrong.append(f"{said}: cut, or raise it there and say in the commit what a reader gets for it")
        elif room.ceiling - room.lines > SLACK:
            wrong.append(f"{said}: lower it there to {room.lines + SLACK // 2}")
    assert not wrong, "\n".join(wrong)


def test_no_file_is_longer_than_one_reads_at_once() -> None:
    lines = {
        path.relative_to(SOURCE): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCE.rglob("*.py")
    }
    assert not {name: count for name, count in lines.items() if count > LONGEST}


def test_only_code_counts() -> None:
    about, why = '"""What it is for.\n\nIn two lines."""\n\n', "# why\n"
    code = 'ONE = [\n    1,\n]\n"""What one is."""\n\n\ndef two():  # two\n    return "a"\n'
    assert lines_of_code(about + why + code) == 5
