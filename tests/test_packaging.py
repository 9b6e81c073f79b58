"""What is packed: the bundled dossier, all that the tests need, and never an original that lies beside it."""

import ast
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

wheel = pytest.importorskip("hatchling.builders.wheel", reason="the build backend is not installed here")
sdist = pytest.importorskip("hatchling.builders.sdist")

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree, without its .gitignore, with an original in the place where readers put theirs."""
    copy = tmp_path_factory.mktemp("checkout")
    for name in ("src", "data", "seeds", "tests", "tools", "bench"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__", "originals"))
    for name in ("pyproject.toml", "README.md", "CHANGELOG.md", "LICENSE"):
        shutil.copy(ROOT / name, copy / name)
    (copy / "seeds" / "originals").mkdir(exist_ok=True)
    (copy / "seeds" / "originals" / "ecfr-2023.txt").write_text("not ours to give away", encoding="utf-8")
    return copy


def test_wheel_holds_the_dossier_but_no_original(checkout: Path) -> None:
    packed = next(wheel.WheelBuilder(str(checkout)).build(directory=str(checkout / "dist")))
    names = zipfile.ZipFile(packed).namelist()
    assert "caucasus_tui/_bundled/data/dossier.yaml" in names
    assert {"caucasus_tui/_bundled/seeds/ecfr-2023.yaml", "caucasus_tui/_bundled/data/outline.geojson"} <= set(names)
    assert {"caucasus_tui/cli.py", "caucasus_tui/py.typed"} <= set(names)
    assert not [name for name in names if "originals/" in name]


@pytest.fixture(scope="module")
def archived(checkout: Path) -> list[str]:
    """The names in the source archive, below its one folder."""
    packed = next(sdist.SdistBuilder(str(checkout)).build(directory=str(checkout / "dist")))
    with tarfile.open(packed) as archive:
        return [name.partition("/")[2] for name in archive.getnames()]


def test_source_archive_holds_no_original(archived: list[str]) -> None:
    assert {"seeds/ecfr-2023.yaml", "data/outline.geojson"} <= set(archived)
    assert not [name for name in archived if "seeds/originals" in name]


def test_source_archive_holds_all_that_its_tests_import(archived: list[str]) -> None:
    imported = {
        node.module
        for file in ROOT.glob("tests/**/*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
    }
    ours = {f"{module.replace('.', '/')}" for module in imported if (ROOT / module.partition(".")[0]).is_dir()}
    missing = [path for path in ours if f"{path}.py" not in archived and f"{path}/__init__.py" not in archived]
    assert {"bench", "tests", "tools"} <= {path.partition("/")[0] for path in ours}
    assert not [path for path in missing if not any(name.startswith(f"{path}/") for name in archived)]
