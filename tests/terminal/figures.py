"""Measured figures: each is asserted where it is measured, and printed at the end of the run."""

from collections.abc import Callable

import pytest

Figure = Callable[..., None]
_KEY = "figure"


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Figure:
    """`figure(what, value, unit, most=…)` notes a value for the list, and fails the test above `most`."""

    def note(what: str, value: float, unit: str, *, most: float | None = None) -> None:
        shown = f"{value:,.2f}" if isinstance(value, float) and value < 100 else f"{value:,.0f}"
        limit = f"at most {most:,g}" if most is not None else ""
        request.node.user_properties.append((_KEY, f"{what:<58} {shown:>10} {unit:<6} {limit}"))
        assert most is None or value <= most, f"{what}: {shown} {unit}, {limit}"

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The list."""
    lines = [
        value
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if report.when == "call"
        for key, value in report.user_properties
        if key == _KEY
    ]
    if lines:
        terminalreporter.section("measured in the terminal (figure, limit)")
        for line in sorted(lines):
            terminalreporter.write_line(line)
