"""What the long soaks counted is printed at the end of a run, so that it can be quoted.

A test hands its line to ``figure``; the lines of all tests stand together under "figures".
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

_KEY = "figure"


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Takes one line of counts."""
    return lambda line: record_property(_KEY, line)


def pytest_terminal_summary(terminalreporter) -> None:
    """Print them, those of tests that failed too."""
    lines = [
        f"{report.nodeid.rpartition('/')[2]}: {line}"
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, ())
        for key, line in report.user_properties
        if key == _KEY and report.when == "call"
    ]
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.write_line(line)
