"""Stopped anywhere, by a failing disk or a kill, an office opens with all that was acknowledged.

A fixed share of each count runs in every suite, all of it with ``-m slow``.
"""

from __future__ import annotations

import pytest

from tests.store.shimmed import NEEDED, run_shimmed

SCENARIOS = ("save", "backup", "restore", "rotate", "purge", "migrate", "create")
KILLED = ("save", "mixed", "backup", "restore", "rotate", "purge", "migrate", "create")
SHARE, EVERY = 8, 0
KILLS, MANY_KILLS, MANY_SAVES = 6, 200, 2000
pytestmark = NEEDED


def said(tmp_path, scenario: str, how: str, count: int) -> list[str]:
    root = tmp_path / "root"
    root.mkdir()
    return run_shimmed("tests.store.interrupted", root, scenario, how, str(count), "1")


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("count", [SHARE, pytest.param(EVERY, marks=pytest.mark.slow)])
def test_a_file_call_that_fails_loses_nothing(tmp_path, figure, scenario, count):
    """Each call in turn, with ENOSPC, EIO and EACCES, once and from then on."""
    *wrong, last = said(tmp_path, scenario, "faults", count)
    figure(f"{last}, {len(wrong)} wrong")
    assert wrong == []
    assert last.endswith("calls")


@pytest.mark.parametrize("scenario", KILLED)
@pytest.mark.parametrize("count", [KILLS, pytest.param(MANY_KILLS, marks=pytest.mark.slow)])
def test_a_kill_loses_nothing(tmp_path, figure, scenario, count):
    *wrong, last = said(tmp_path, scenario, "kills", count)
    figure(f"{last}, {len(wrong)} wrong")
    assert wrong == []
    assert last.startswith(f"{count} kills")


@pytest.mark.slow
def test_two_thousand_kills_of_mixed_work_lose_nothing(tmp_path, figure):
    *wrong, last = said(tmp_path, "mixed", "kills", MANY_SAVES)
    figure(f"{last}, {len(wrong)} wrong")
    assert wrong == []
