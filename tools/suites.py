"""`make suites`: dates that others wrote for their own tests, read by us and by them.

Prints figures and each difference; tests/README.md has those of the last run. Needs the network: the packages go into
an environment of their own, which is removed again.
"""

import json
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from venv import create

from caucasus_tui.dossier.model.dates.edtf import Edtf

PEERS = ("edtf==5.0.2", "edtf-validate==2.0.0")
_QUOTED = re.compile(r"""["'`]([-\[{.Y0-9][^"'`\n]{1,58})["'`]""")
_READ = """
import json, sys
from edtf import parse_edtf
from edtf_validate.valid_edtf import is_valid
def day(found):
    year = f"{'Y' * (abs(found.tm_year) > 9999)}{'-' * (found.tm_year < 0)}{abs(found.tm_year):04}"
    return f"{year}-{found.tm_mon:02}-{found.tm_mday:02}"
def read(text):
    try:
        found = parse_edtf(text)
        return [day(found.lower_strict()), day(found.upper_strict())]
    except Exception:
        return None
def valid(text):
    try:
        return bool(is_valid(text))
    except Exception:
        return False
json.dump([(read(text), valid(text)) for text in json.load(sys.stdin)], sys.stdout)
"""


def strings(folder: Path) -> Iterator[str]:
    """What stands between quotation marks in the sources of the packages and looks like a date."""
    for archive in folder.glob("*.tar.gz"):
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".md") and path.is_file():
            for text in _QUOTED.findall(path.read_text("utf-8", "replace")):
                if re.search("[0-9X]{2}", text) and not re.search("[a-z]{2}", text):
                    yield text


def ours(text: str) -> list[str] | None:
    """The first and the last day, or None where it is refused."""
    try:
        found = Edtf(text)
    except ValueError:
        return None
    return [str(found.earliest), str(found.latest)]


def main() -> int:
    """1 where a date is read with other bounds than by a peer, winter and the southern summer excepted: they end with
    February here."""
    with TemporaryDirectory() as place:
        folder, packages = Path(place) / "peers", Path(place) / "packages"
        create(folder, with_pip=True)
        pip = [str(folder / "bin" / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", *PEERS], check=True)
        subprocess.run([*pip, "download", "--no-deps", "--no-binary", ":all:", "-d", packages, *PEERS], check=True)
        texts = sorted(set(strings(packages)))
        command = [str(folder / "bin" / "python"), "-c", _READ]
        done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    valid = accepted = wrong = 0
    for text, (theirs, is_valid) in zip(texts, json.loads(done.stdout), strict=True):
        found = ours(text)
        valid += bool(theirs or is_valid)
        accepted += bool(found and (theirs or is_valid))
        if found and not (theirs or is_valid):
            print(f"accepted by nobody else: {text}")
            wrong += 1
        elif found and theirs and found != theirs:
            print(f"{text}: ours {found}, theirs {theirs}")
            wrong += not text.endswith(("-24", "-28", "-30"))
    print(f"{len(texts)} strings, {valid} valid to a peer, {accepted} of these accepted, {wrong} wrong")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
