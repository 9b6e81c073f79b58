"""The configuration: read, never written; wrong keys named with their line; what counts over what."""

import argparse
import tomllib
from pathlib import Path

import pytest

from caucasus_tui.cli import _key_table, main, nothing_given, parser
from caucasus_tui.config.config import SETTINGS, ConfigError, Setting
from caucasus_tui.config.config_file import read_config
from caucasus_tui.config.dossiers import NamedDossier, dossiers, find_dossier, with_first
from caucasus_tui.config.keymap import KeyTable
from caucasus_tui.config.settings import settle

TABLE = KeyTable(
    {"zoom": "z", "theme": "t", "search": "slash", "cursor.down": "j,down", "quit": "q,ctrl+q", "why.turn": "w"}
    | {"facet.fact": "f", "facet.attributed": "t"},
    {"facet.fact": "facet", "facet.attributed": "facet"},
)
LONG_NUMBERS = ("9" * 5000, f"0x{'f' * 5000}", f"[[1, 0x{'f' * 5000}]]")
TINY = Path(__file__).parent / "tiny"

WHOLE = """\
# Mine.
dossier = "valley"
theme = "caucasus-light"
ascii = true
mouse = false
low_bandwidth = true
watch = true

[dossiers]
valley = "dossiers/valley"
"the sound" = "/srv/sound"

[keymap]
zoom = "Z"
cursor.down = "ctrl+n, down"
"quit" = "Q"
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty configuration directory, in use."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "caucasus-tui").mkdir()
    return tmp_path / "caucasus-tui"


def write(home: Path, text: str) -> str:
    (home / "config.toml").write_text(text)
    return str(home / "config.toml")


def faults(path: str) -> list[str]:
    """What is wrong, each with its line."""
    with pytest.raises(ConfigError) as caught:
        read_config(path, TABLE)
    return [str(problem).removeprefix(path) for problem in caught.value.problems]


def test_the_whole_file_is_read(home: Path) -> None:
    config = read_config(write(home, WHOLE), TABLE)
    assert (config["dossier"], config["theme"], config["mouse"]) == ("valley", "caucasus-light", False)
    assert config["ascii"] and config["low_bandwidth"] and config["watch"]
    assert config.keymap == {"zoom": "Z", "cursor.down": "ctrl+n,down", "quit": "Q"}
    assert [config.lines[key] for key in ("theme", "keymap.cursor.down", "dossiers.valley")] == [3, 15, 10]
    assert dossiers(config) == [
        ("bundled", ""),
        ("valley", str(home / "dossiers/valley")),
        ("the sound", "/srv/sound"),
    ]


def test_no_file_is_the_defaults_and_none_is_made(home: Path) -> None:
    config = read_config(str(home / "config.toml"), TABLE)
    assert [config[row.name] for row in SETTINGS] == [row.default for row in SETTINGS]
    assert config["mouse"] and not config["ascii"]
    assert dossiers(config) == [("bundled", "")]
    assert main(["config"]) == 0
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\ntemhe = 'x'", [":2: unknown key 'temhe'; did you mean 'theme'?"]),
        ("mouse = 'no'", [":1: 'mouse' takes true or false, not 'no'"]),
        ("theme = true", [":1: 'theme' takes a text in quotes, not 'true'"]),
        ("dossiers = 'x'", [":1: 'dossiers' is a table; write [dossiers] on a line of its own, and its keys below"]),
        ("[dossiers]\nvalley = 3", [":2: 'valley' takes a text in quotes, not '3'"]),
        ("[dossiers]\nvalley = ''", [":2: 'valley' takes a folder"]),
        (
            "[dossiers]\nbundled = '/x'",
            [":2: 'bundled' is the dossier that comes with the program; give this one another name"],
        ),
        (
            "[dossiers]\n'a/b' = '/x'",
            [":2: 'a/b' reads like a folder; a name has no slash, and begins with no dot or ~"],
        ),
        (
            '[dossiers]\n"a\\u0007" = "/x"',
            [":1: 'a\\x07' is no name; it needs letters or digits, and none but signs that can be seen"],
        ),
        *((f"mouse = {long}", [": not TOML: a number has thousands of digits"]) for long in LONG_NUMBERS),
        ("dossier='vally'\n[dossiers]\nvalley='/x'", [":1: no dossier is called 'vally'; did you mean 'valley'?"]),
        ("[keymap]\nzom = 'Z'", [":2: no key has the id 'zom'; did you mean 'zoom'?"]),
        ("[keymap]\nfacet.fact = 't'", [":2: 't' is the key of 'facet.attributed', so 'facet.fact' cannot have it"]),
        ("[keymap]\nzoom = 'w'", [":2: 'w' is the key of 'why.turn', so 'zoom' cannot have it"]),
        ("[keymap]\nzoom = 'contrl+n'", [":2: 'contrl' is no key to hold down; did you mean 'ctrl'?"]),
        ("[keymap]\nzoom = 'entr'", [":2: 'entr' is not the name of a key; did you mean 'enter'?"]),
        (
            "[keymap]\nzoom = ''",
            [":2: a key is missing, such as 'n' or 'ctrl+n'; several are joined by commas"],
        ),
        (
            "[keymap]\nzoom = 't'",
            [":2: 't' is the key of 'theme', so 'zoom' cannot have it; give one of them another key"],
        ),
        (
            "[keymap]\nzoom = '/'",
            [":2: '/' is the key of 'search', so 'zoom' cannot have it; give one of them another key"],
        ),
        ("a = \n", [":1:5: not TOML: invalid value"]),
        ("theme = 'a'\ntheme = 'b'", [":2:12: not TOML: cannot overwrite a value"]),
        ("x = 1\ny = 2", [":1: unknown key 'x'", ":2: unknown key 'y'"]),
    ],
)
def test_every_mistake_is_named_with_its_line(home: Path, text: str, said: list[str]) -> None:
    found = faults(write(home, text))
    assert len(found) == len(said)
    assert all(line.startswith(start) for line, start in zip(found, said, strict=True)), found


def test_a_file_that_cannot_be_read_is_one_error_and_nothing_opens(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "config.toml").write_bytes(b"theme = '\xff'")
    assert main(["brief"]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err == f"{home / 'config.toml'}: not UTF-8; save the file as UTF-8\n"
    (home / "config.toml").unlink()
    (home / "config.toml").mkdir()
    assert main(["check"]) == 2
    assert "this is a folder, not a file; put a plain TOML file here" in capsys.readouterr().err


def test_commands_without_a_dossier_work_whatever_the_file_says(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(home, "broken = ")
    assert main(["completion", "bash"]) == 0
    assert main(["schema"]) == 0


def test_a_link_to_the_file_is_followed(home: Path, tmp_path: Path) -> None:
    (tmp_path / "dotfiles.toml").write_text("ascii = true")
    (home / "config.toml").symlink_to(tmp_path / "dotfiles.toml")
    assert read_config(str(home / "config.toml"), TABLE)["ascii"]


def test_an_option_counts_before_the_environment_and_that_before_the_file(home: Path) -> None:
    write(home, "dossier = '/file'\nascii = true\nwatch = true")
    settings = settle(argparse.Namespace(watch=False), lambda: TABLE, _environ(home))
    assert settings.values["dossier"] == ("/file", "file")
    assert settings.values["watch"] == (False, "option")
    assert settings.values["ascii"] == (True, "file")
    assert settings.values["mouse"] == (True, "default")
    environ = _environ(home, CAUCASUS_DOSSIER="/env", CAUCASUS_ASCII="0")
    settings = settle(argparse.Namespace(), lambda: TABLE, environ)
    assert settings.values["dossier"] == ("/env", "environment") and settings["ascii"] is False
    settings = settle(argparse.Namespace(dossier="/option"), lambda: TABLE, environ)
    assert (settings.folder, settings.values["dossier"].origin) == ("/option", "option")
    assert settle(argparse.Namespace(dossier="bundled"), lambda: TABLE, environ).folder == ""


def _environ(home: Path, **more: str) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(home.parent), **more}


@pytest.mark.parametrize("over_ssh", [True, False])
def test_bytes_can_be_saved_only_over_ssh(home: Path, over_ssh: bool) -> None:
    write(home, 'low_bandwidth = "ssh"\n')
    environ = _environ(home, **({"SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"} if over_ssh else {}))
    assert settle(argparse.Namespace(), lambda: TABLE, environ)["low_bandwidth"] is over_ssh
    assert faults(write(home, "low_bandwidth = 'on'\n")) == [
        ":1: 'low_bandwidth' takes true, false or \"ssh\", not 'on'"
    ]


def test_a_dossier_is_meant_by_its_name_or_by_its_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = read_config(write(home, "[dossiers]\nvalley = '/srv/valley'"), TABLE)
    monkeypatch.chdir(home)
    (home / "valley").mkdir()
    (home / "other").mkdir()
    assert find_dossier(config, "valley").folder == "/srv/valley"
    assert find_dossier(config, "./valley").folder == "valley"
    assert find_dossier(config, "other").folder == "other"
    with pytest.raises(ConfigError, match=r"no folder 'vally' here.*did you mean 'valley'\?"):
        find_dossier(config, "vally")


def test_a_dossier_without_a_name_that_was_begun_with_can_be_come_back_to() -> None:
    named = [NamedDossier("bundled", ""), NamedDossier("valley", "/srv/valley")]
    assert with_first(named, "") == with_first(named, "/srv/valley/") == named
    assert with_first(named, "/tmp/The Ferry") == [*named, NamedDossier("the-ferry", "/tmp/The Ferry")]
    assert with_first(named, "/tmp/valley")[-1] == NamedDossier("valley-2", "/tmp/valley")


def test_a_path_with_anything_in_it_stays_on_its_line_of_toml(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", f"{tmp_path}/a\nwatch\x1b[31m")
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out and tomllib.loads(out)["watch"] is False


def test_a_file_that_is_too_large_is_not_offered_what_does_not_help(home: Path) -> None:
    assert faults(write(home, "#" * 100_001)) == [": larger than 0.1 MB; take out what is no setting"]


def test_a_named_dossier_opens_from_anywhere(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(home, f"dossier = 'tiny'\n[dossiers]\ntiny = '{TINY}'")
    assert main(["list", "actor"]) == 0
    assert "actor:upper-mill" in capsys.readouterr().out
    assert main(["--dossier", "bundled", "list", "actor"]) == 0
    assert "actor:upper-mill" not in capsys.readouterr().out
    assert main(["list", "actor", "--dossier", "tiny"]) == 0
    assert "actor:upper-mill" in capsys.readouterr().out


def test_config_prints_what_counts_as_toml_with_its_origin(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(home, WHOLE)
    monkeypatch.setenv("CAUCASUS_DOSSIER", "the sound")
    assert main(["--watch", "config"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"# {path}\n")
    values = tomllib.loads(out)
    assert values["dossier"] == "the sound" and values["keymap"]["quit"] == "Q" and values["watch"] is True
    for part in ("environment, CAUCASUS_DOSSIER", "# option", "# file, line 3"):
        assert part in out


def test_the_example_of_the_documentation_is_one(home: Path) -> None:
    page = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text("utf-8")
    write(home, page.partition("```toml\n")[2].partition("```")[0])
    settings = settle(argparse.Namespace(), _key_table, _environ(home))
    assert settings.folder == str(Path("~/dossiers/valley").expanduser()) and settings["mouse"] is False


def test_a_start_without_arguments_is_one_that_the_parser_was_given_none() -> None:
    assert vars(nothing_given()) == vars(parser().parse_args([]))


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_every_setting_counts_from_file_environment_and_option(
    home: Path, row: Setting, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    is_switch = isinstance(row.default, bool)
    value = str(not row.default).lower() if is_switch else "'dracula'" if row.name == "theme" else "'~/elsewhere'"
    option = f"--{'no-' if row.default is True else ''}{row.name.replace('_', '-')}"

    def origin(*arguments: str) -> str:
        assert main([*arguments, "config"]) == 0
        (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith(f"{row.name} = ")]
        return line.rpartition("# ")[2]

    assert origin().startswith("default")
    write(home, f"{row.name} = {value}")
    assert origin() == "file, line 1"
    if row.variable:
        monkeypatch.setenv(row.variable, "1" if is_switch else "/elsewhere")
        assert origin() == f"environment, {row.variable}"
    given = "nord" if row.name == "theme" else str(tmp_path)
    assert origin(*((option,) if is_switch else (option, given))) == "option"
