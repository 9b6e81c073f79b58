"""Build the package and try it where nothing of ours is: `make package-check`.

For each Python found, as many at a time as there are processors: an environment with what the package needs, the wheel
and then the sdist installed, run from another folder; after uninstalling each nothing may be left.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
STRAY = ("originals/", ".pyc", "__pycache__", "tests/", ".venv", "bench/")
"""Parts of names that no wheel may hold."""


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints on stdout. Raises CalledProcessError where it fails."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout


def built(folder: Path) -> tuple[Path, Path]:
    """The wheel, made from the sdist, and the sdist."""
    run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return wheel, sdist


def names_in(wheel: Path) -> list[str]:
    """The lines of the list of files in a wheel."""
    return run(sys.executable, "-m", "zipfile", "-l", wheel, cwd=wheel.parent).splitlines()


def tried(python: str, packages: Sequence[Path], folder: Path) -> None:
    """Install, run, uninstall each in an environment of that Python; prints a line for each. Raises where anything is
    not as it should be."""
    environment = folder / "environment"
    run(python, "-m", "venv", "--clear", environment, cwd=folder)
    inside = environment / "bin"
    pip = (inside / "python", "-m", "pip", "--quiet", "--disable-pip-version-check")
    # What is not run need not be compiled: the whole of Textual takes longer than all that follows.
    run(*pip, "install", "--no-compile", "--requirement", ROOT / "requirements.txt", cwd=folder)
    before = files(environment)
    version = run(python, "--version", cwd=folder).strip()
    for package in packages:
        run(*pip, "install", "--no-deps", package, cwd=folder)
        own = run(inside / "caucasus-tui", "--version", cwd=folder).strip()
        assert "no problem found" in run(inside / "caucasus-tui", "check", cwd=folder)
        assert "As of" in run(inside / "caucasus-tui", "brief", "--minutes", "1", cwd=folder)
        assert "caucasus-tui" in run(inside / "caucasus-tui", "completion", "bash", cwd=folder)
        run(inside / "caucasus-tui", "new", "own", cwd=folder)
        assert "no problem found" in run(inside / "caucasus-tui", "check", "--dossier", "own", cwd=folder)
        run("rm", "-r", "own", cwd=folder)
        run(*pip, "uninstall", "--yes", "caucasus-tui", cwd=folder)
        left = files(environment) - before
        assert not left, f"uninstalling leaves {sorted(left)}"
        print(f"{version}: {package.name}: {own}, runs and leaves nothing", flush=True)


def files(folder: Path) -> set[Path]:
    """Everything below a folder but what Python compiled."""
    return {path for path in folder.rglob("*") if "__pycache__" not in path.parts and path.is_file()}


def pythons() -> dict[str, str]:
    """From each minor version from 3.11 on to an interpreter: on the path, or kept by pyenv."""
    kept = sorted(Path.home().glob(".pyenv/versions/3.*/bin/python"))
    found: dict[str, str] = {}
    for minor in range(11, 20):
        for candidate in (f"python3.{minor}", *(str(path) for path in kept if f"/3.{minor}." in str(path))):
            try:
                subprocess.run([candidate, "-c", "import venv"], check=True, capture_output=True)
            except (OSError, subprocess.CalledProcessError):
                continue
            found.setdefault(f"3.{minor}", candidate)
    return found


def main() -> None:
    """Build, look into the wheel, try both packages on each Python."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel, sdist = built(folder)
        run(sys.executable, "-m", "twine", "check", "--strict", wheel, sdist, cwd=folder)
        # W002: completions stand twice on purpose, where shells look and where the command finds them.
        # W004: a command is loaded by its name, also where that is a word of Python's.
        contents = ("check_wheel_contents", "--toplevel", "caucasus_tui", "--ignore", "W002,W004")
        run(sys.executable, "-m", *contents, wheel, cwd=folder)
        stray = [line for line in names_in(wheel) if any(part in line for part in STRAY)]
        assert not stray, f"the wheel holds {stray}"
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
            trials = []
            for version, python in pythons().items():
                (own := folder / version).mkdir()
                trials.append(pool.submit(tried, python, (wheel, sdist), own))
            for trial in trials:
                trial.result()


if __name__ == "__main__":
    main()
