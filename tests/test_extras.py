"""The command that installs what is missing works for whoever is told it, however the program was installed."""

import json
import sys
from pathlib import Path

import pytest

from caucasus_tui.brief.formats.extras import installing


def installed(prefix: Path, came: object = None, *modules: str) -> None:
    """An environment as an installer leaves it: where the program came from, and packages beside it."""
    packages = prefix / "lib" / "python{}.{}".format(*sys.version_info) / "site-packages"
    for name in ("caucasus_tui-0.1.0.dist-info", *modules):
        (packages / name).mkdir(parents=True)
    if came is not None:
        (packages / "caucasus_tui-0.1.0.dist-info" / "direct_url.json").write_text(json.dumps(came), "utf-8")


@pytest.fixture
def prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "pipx" / "venvs" / "caucasus-tui"
    monkeypatch.setattr(sys, "prefix", str(place))
    return place


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    (tmp_path / "my clone").mkdir()
    return tmp_path / "my clone"


def test_from_a_clone_it_is_installed_from_the_clone(prefix: Path, clone: Path) -> None:
    installed(prefix, {"dir_info": {}, "url": clone.as_uri()})
    assert installing("pdf") == f"pipx install --force '{clone}[pdf]'"


def test_from_a_clone_that_is_gone_another_will_do(prefix: Path, clone: Path) -> None:
    installed(prefix, {"dir_info": {}, "url": clone.as_uri()})
    clone.rmdir()
    assert installing("pdf") == "pipx install --force '.[pdf]', in a copy of its repository"


def test_pipx_and_uv_keep_the_extras_that_are_there(prefix: Path) -> None:
    installed(prefix, None, "pypdf")
    assert installing("pdf") == "pipx install --force 'caucasus-tui[import,pdf]'"


def test_pip_keeps_them_by_itself_and_an_editable_copy_stays_one(
    tmp_path: Path, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "venv"))
    installed(tmp_path / "venv", {"dir_info": {"editable": True}, "url": clone.as_uri()}, "pypdf")
    assert installing("pdf") == f"pip install --editable '{clone}[pdf]'"


def test_from_a_repository_it_is_installed_from_there(prefix: Path) -> None:
    installed(prefix, {"url": "https://example.org/c.git", "vcs_info": {"vcs": "git", "commit_id": "0"}})
    assert installing("pdf") == "pipx install --force 'caucasus-tui[pdf] @ git+https://example.org/c.git'"
