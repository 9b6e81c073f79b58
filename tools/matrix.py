"""Run the quick suite on every Python that is here, then on the newest of them with the newest packages: `make matrix`.

What is given after the module's name goes to pytest. Environments are kept in `.matrix/`.
"""

import subprocess
import sys
import tomllib
from collections.abc import Sequence

from tools.package_check import ROOT, pythons

FOLDER = ROOT / ".matrix"
FILES = ("requirements.txt", "requirements-dev.txt", "requirements-import.txt")
PINNED = tuple(part for file in FILES for part in ("--requirement", file))
QUICK = ("-n", "auto", "-q", "--ignore", "tests/terminal")


def newest() -> list[str]:
    """What the package and its tests ask for, in ranges and without pins."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]
    extra = wanted["optional-dependencies"]["import"]
    return ["--upgrade", *wanted["dependencies"], *extra, *project["dependency-groups"]["test"]]


def passes(python: str, name: str, packages: Sequence[str], arguments: Sequence[str]) -> bool:
    """Whether the suite passes with a Python and packages, in an environment of that name. Raises CalledProcessError
    where it cannot be set up."""
    inside = str(FOLDER / name / "bin" / "python")
    print(f"— {name} —", flush=True)
    subprocess.run([python, "-m", "venv", FOLDER / name], check=True)
    pip = [inside, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, *packages], cwd=ROOT, check=True)
    subprocess.run([*pip, "--no-deps", "--editable", "."], cwd=ROOT, check=True)
    return subprocess.run([inside, "-m", "pytest", *(arguments or QUICK)], cwd=ROOT, check=False).returncode == 0


def main(arguments: Sequence[str]) -> int:
    """Every Python with the pinned packages, the last one with the newest too; returns the exit status."""
    found = pythons()
    held = {version: passes(python, version, PINNED, arguments) for version, python in found.items()}
    last = list(found)[-1]
    held[f"{last}, newest packages"] = passes(found[last], f"{last}-newest", newest(), arguments)
    print("\n".join(f"{name}: {'passes' if passed else 'FAILS'}" for name, passed in held.items()))
    return 0 if all(held.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
