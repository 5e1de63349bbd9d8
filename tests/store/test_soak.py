"""Killed in the middle, or two programs at once: what was acknowledged is there, once and whole."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.store.journal_check import first_broken
from tests.store.files import KEYS, broken_entry, rename, reopen

ROOT = Path(__file__).parents[2]
CYCLES = 30
MANY_CYCLES = 500
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9")


def start(path: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  # our own program
        [sys.executable, "-m", "tests.store.writer", str(path), *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def kill_after(writer: subprocess.Popen[str], lines: int) -> list[str]:
    """Let it acknowledge that many changes, kill it, and give all it acknowledged."""
    assert writer.stdout is not None
    said = [writer.stdout.readline() for _ in range(lines + 1)]
    writer.kill()
    said += writer.stdout.readlines()
    writer.stdout.close()
    assert writer.wait() == -9
    return [line.rstrip("\n") for line in said[1:] if line.endswith("\n")]


def check_whole(path: Path, acknowledged: list[str]) -> None:
    store = reopen(path)
    assert store.rows("pragma integrity_check") == [("ok",)]
    assert store.rows("pragma cipher_integrity_check") == []
    assert first_broken(store._connection, KEYS) is None
    titles = [row[0] for row in store.rows("select title from closure")]
    told = [
        row[0]
        for row in store.rows(
            "select facts from event join event_facts using (seq) where kind = 'note'"
        )
    ]
    store.close()
    assert len(titles) == len(set(titles)) == len(told)
    assert set(acknowledged) <= set(titles)


def soak(path: Path, cycles: int, chance: random.Random) -> int:
    acknowledged: list[str] = []
    for cycle in range(cycles):
        writer = start(path, f"cycle {cycle}")
        acknowledged += kill_after(writer, chance.randrange(0, 40))
    assert acknowledged
    check_whole(path, acknowledged)
    return len(acknowledged)


def test_no_acknowledged_change_is_lost_when_the_program_is_killed(closed_file):
    soak(closed_file, CYCLES, random.Random(1))  # noqa: S311  # when to kill


@pytest.mark.slow
def test_no_acknowledged_change_is_lost_in_a_long_soak(closed_file, figure):
    told = soak(closed_file, MANY_CYCLES, random.Random(2))  # noqa: S311  # when to kill
    figure(f"{MANY_CYCLES} kills of one writer after the other, {told} acknowledged, 0 lost")


def test_two_programs_writing_at_once_take_turns_and_lose_nothing(closed_file):
    writers = [start(closed_file, name, "60") for name in ("left", "right")]
    said = [writer.communicate(timeout=60)[0].splitlines()[1:] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert [len(lines) for lines in said] == [60, 60]
    check_whole(closed_file, [line for lines in said for line in lines])


def test_somebody_who_waits_a_moment_for_the_other_gets_through(store, path):
    writer = start(path, "other", "40")
    for number in range(40):
        rename(store, f"Person {number}")
    writer.communicate(timeout=60)
    assert writer.returncode == 0
    assert store.rows("select count(*) from event where kind = 'note'") == [(40,)]
    assert broken_entry(store) is None
