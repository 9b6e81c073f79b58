"""`make suites`, second part: briefs before validators of others: the Nu HTML checker and an audit of Word files.

Needs the network, npm and Java for the first; what is missing is passed over, and that is said. 1 where one complains.
"""

import json
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory
from venv import create

from tools.terminals.trial import ROOT

CHECKER, AUDIT = "vnu-jar@26.9.27", "openxml-audit==0.8.0"
BRIEFS = {
    "whole": (),
    "three-minutes": ("--minutes", "3"),
    "for-germany": ("--for", "germany"),
    "tiny": ("--dossier", str(ROOT / "tests" / "tiny")),
}


def briefs(folder: Path, ending: str) -> list[Path]:
    """A file for each brief, of the format that an ending means."""
    made = []
    for name, options in BRIEFS.items():
        made.append(folder / f"{name}.{ending}")
        command = [sys.executable, "-m", "caucasus_tui", "brief", *options, "-o", str(made[-1])]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    return made


def html(folder: Path) -> list[str]:
    """What the Nu checker says."""
    packed = subprocess.run(
        ["npm", "pack", "--silent", CHECKER], cwd=folder, capture_output=True, text=True, check=True
    )
    with tarfile.open(folder / packed.stdout.strip()) as archive:
        archive.extractall(folder, filter="data")
    jar = next(folder.rglob("vnu.jar"))
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", *map(str, briefs(folder, "html"))]
    done = subprocess.run(command, capture_output=True, text=True)
    return [f"{message['url']}: {message['message']}" for message in json.loads(done.stdout)["messages"]]


def word(folder: Path) -> list[str]:
    """What the audit says."""
    create(folder / "audit", with_pip=True)
    programs = folder / "audit" / "bin"
    subprocess.run(
        [programs / "python", "-m", "pip", "--quiet", "install", AUDIT], check=True, stderr=subprocess.DEVNULL
    )
    found = []
    for path in briefs(folder, "docx"):
        done = subprocess.run([programs / "openxml-audit", path], capture_output=True, text=True)
        found += [f"{path.name}: {done.stdout.strip()}"] if done.returncode or "Errors: 0" not in done.stdout else []
    return found


def main() -> int:
    """A line for each validator, and what it says."""
    faults = 0
    for name, needs, validate in (("Nu checker", ("npm", "java"), html), ("audit of Word files", (), word)):
        if missing := [program for program in needs if not shutil.which(program)]:
            print(f"{name}: not run, without {' and '.join(missing)}")
            continue
        with TemporaryDirectory() as place:
            found = validate(Path(place))
        print(f"{name}: {len(BRIEFS)} briefs, {len(found)} findings", *found, sep="\n  ")
        faults += len(found)
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
