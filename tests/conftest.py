"""What every test may use: the bundled dossier, that of 0.1, a tiny one, and a fixed day."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from caucasus_tui.dossier.loading.folder import bundled
from caucasus_tui.dossier.loading.load import load
from caucasus_tui.dossier.model.dossier import Dossier
from caucasus_tui.page.lens import Lens
from tests import idle

pytest_plugins = ["tests.terminal.figures"]

# No timing decides a test: on a busy machine one example may take any time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
idle.install()

TODAY = date(2026, 11, 23)
EDITION = Path(__file__).parent / "dossiers" / "0.1-bundled"


@pytest.fixture(scope="session", autouse=True)
def _nobodys_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whoever runs the tests may have a configuration and a cache; they are not what is tested."""
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("config"))
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))
    for name in [name for name in os.environ if name.startswith("CAUCASUS_")]:
        del os.environ[name]


@pytest.fixture(scope="session")
def real() -> Dossier:
    """The bundled dossier. Immutable, so one serves all tests."""
    return load(bundled()).dossier


@pytest.fixture(scope="session")
def edition() -> Dossier:
    """The dossier that came with 0.1. It does not change, so a test may hold its words, ids and counts; the bundled one
    does, and keeps to what is true of any."""
    return load(EDITION).dossier


@pytest.fixture(scope="session")
def tiny() -> Dossier:
    """Three villages and a bridge: small enough to reckon by hand."""
    return load(Path(__file__).parent / "tiny").dossier


@pytest.fixture
def lens() -> Lens:
    return Lens(width=80, today=TODAY)
