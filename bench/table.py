"""Numbers as a Markdown table that says on what they were measured."""

import os
import platform
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

PACKAGES = ("caucasus-tui", "textual", "rich", "msgspec", "PyYAML")

Show = Callable[[float], str]


def milliseconds(seconds: float) -> str:
    """Seconds as text in ms."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def megabytes(number: float) -> str:
    """MB as text."""
    return f"{number:.0f} MB"


def kilobytes(number: float) -> str:
    """Bytes as text in KB."""
    return f"{number / 1024:.0f} KB"


def middle(numbers: Sequence[float], show: Show) -> str:
    """The median, or a dash where there are no numbers."""
    return show(median(numbers)) if numbers else "–"


def paired(numbers: Sequence[float], yardstick: Sequence[float]) -> str:
    """The median of the ratios of two series measured in turn, and in brackets the middle half of them."""
    ratios = sorted(one / other for one, other in zip(numbers, yardstick, strict=False) if other)
    if not ratios:
        return "–"
    low, high = ratios[len(ratios) // 4], ratios[-1 - len(ratios) // 4]
    return f"{median(ratios):.2f} ({low:.2f}–{high:.2f})"


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""

    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def machine() -> str:
    """What the numbers were measured on, and when."""
    memory = _memory()
    parts = [
        f"{platform.system()} {platform.machine()}, {_processor()}{os.cpu_count()} processors",
        *([f"{memory} GB"] if memory else []),
        f"Python {platform.python_version()}",
        *(f"{name} {found}" for name in PACKAGES if (found := _version(name))),
    ]
    return f"Measured on {date.today():%d %B %Y}: {'; '.join(parts)}."


def _processor() -> str:
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as lines:
            name = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    except OSError:
        name = platform.processor()
    return f"{name}, " if name else ""


def _memory() -> int | None:
    try:
        return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)
    except (ValueError, OSError, AttributeError):
        return None


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
