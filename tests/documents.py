"""The programs that read documents as a recipient would: browser, office, PDF reader, accessibility checker."""

import html
import importlib.util
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

REQUIRED = os.environ.get("CAUCASUS_TUI_DOCUMENTS") == "required"
"""Set by `make test-documents`: there a program that is missing is a failure."""
ROOM = "--no-sandbox" if hasattr(os, "geteuid") and os.geteuid() == 0 else "--disable-gpu"


def missing(what: str) -> NoReturn:
    """Skip the test, or fail it where nothing may be missing."""
    if REQUIRED:
        pytest.fail(f"needs {what}")
    pytest.skip(f"needs {what}: make test-documents installs it")


def program(*names: str) -> str:
    """The first of these programs that there is; skips the test where there is none."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        missing(" or ".join(names))
    return found


def browser(folder: Path, *arguments: str) -> str:
    """What headless Chromium prints."""
    command = [program("chromium", "chromium-browser", "google-chrome"), "--headless", "--disable-gpu", ROOM]
    command += [f"--user-data-dir={folder / 'profile'}", "--no-first-run", "--disable-dev-shm-usage", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout


def printed(page: bytes, folder: Path) -> Path:
    """A page as Chromium prints it to PDF."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_bytes(page)
    browser(folder, "--no-pdf-header-footer", f"--print-to-pdf={target}", source.as_uri())
    return target


def converted(document: bytes, folder: Path) -> Path:
    """A Word document as LibreOffice makes a PDF of it."""
    source = folder / "brief.docx"
    source.write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    command = [program("soffice", "libreoffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], capture_output=True, check=True, timeout=180)
    return folder / "brief.pdf"


def pages(pdf: Path) -> list[str]:
    """The text of each page."""
    done = subprocess.run([program("pdftotext"), "-raw", str(pdf), "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


def faults(page: str, folder: Path, *, dark: bool = False) -> list[dict[str, Any]]:
    """What axe-core finds against WCAG 2 A and AA and its own best practices."""
    spec = importlib.util.find_spec("axe_playwright_python")
    if spec is None or not spec.submodule_search_locations:
        missing("axe-playwright-python")
    axe = (Path(spec.submodule_search_locations[0]) / "axe.min.js").read_text(encoding="utf-8")
    # The page forbids scripts; the checker is one, so the checked copy leaves that line out.
    open_page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    run = "axe.run().then(r => { document.body.innerHTML = '<pre></pre>'; document.querySelector('pre').textContent ="
    run += " JSON.stringify({found: r.violations, unsure: r.incomplete, passed: r.passes.length}) })"
    source = folder / "axe.html"
    source.write_text(open_page.replace("</body>", f"<script>{axe}</script><script>{run}</script></body>"), "utf-8")
    colours = ["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if dark else []
    shown = browser(folder, *colours, "--virtual-time-budget=30000", "--dump-dom", source.as_uri())
    found = re.search(r"<pre>(.*?)</pre>", shown, re.DOTALL)
    assert found, "axe did not run"
    result = json.loads(html.unescape(found[1]))
    assert result["passed"] > 10
    return [*result["found"], *(fault for fault in result["unsure"] if not _is_ornament(fault))]


def _is_ornament(fault: dict[str, Any]) -> bool:
    """A glyph alone is too short a text for axe to judge its contrast; it has the colour of the word after it."""
    return all('class="glyph"' in node["html"] for node in fault["nodes"])
