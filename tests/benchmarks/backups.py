"""A copy that was read back, beside a plain one; what the window feels; a full check."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.records.backups import Why
from desktop.store import backup, engine
from desktop.store.verify import verify
from tests.benchmarks.stores import KEYS, Large
from tests.benchmarks.timing import Line, beside, median, timed, worked

COPY_KEYS = replace(KEYS, backups=bytes(range(96, 128)), manifests=bytes(range(128, 160)))
AT = datetime(2026, 10, 5, 15, 30, tzinfo=UTC)
ROUNDS = 3
TICK_SECONDS = 0.001


def measure(office: Large) -> Iterator[Line]:
    """The copy, its ratio, the window's longest wait, and a full check."""
    office.open_plain().close()
    with tempfile.TemporaryDirectory() as folder:
        copies = _Copies(office, Path(folder))
        both = {"copy": copies.proved, "plain": copies.plain}
        clock, processor = beside(both, ROUNDS), beside(both, ROUNDS, worked)
        yield Line(
            what="a copy, read back page by page",
            value=median(clock["copy"]) / 1000,
            unit="s",
            goal=2,
            note=f"{office.home.records_file.stat().st_size / 1e6:.0f} MB,"
            f" {median(processor['copy']) / 1000:.1f} s of the processor",
        )
        yield Line(
            what="the same to a plain copy, synced and read back",
            value=median(processor["copy"]) / median(processor["plain"]),
            unit="x",
            goal=4,
            note="by the processor",
        )
        yield Line(
            what="the longest the window's thread waits meanwhile",
            value=_longest_wait(copies.proved),
            goal=16,
            note=f"{_longest_wait(lambda: time.sleep(3)):.1f} ms while nothing is copied",
        )
    yield Line(
        what="a full check of the file, beside the window",
        value=timed(lambda: verify(office.home.records_file, KEYS)) / 1000,
        unit="s",
    )


class _Copies:
    def __init__(self, office: Large, folder: Path) -> None:
        self._office = office
        self._folder = folder

    def proved(self) -> None:
        into = self._folder / "copies"
        backup.make(
            self._office.home.records_file,
            COPY_KEYS,
            into,
            beside={},
            vault_id="",
            number=1,
            why=Why.ASKED,
            at=AT,
        )
        shutil.rmtree(into)

    def plain(self) -> None:
        """Copied through the same interface, synced, and read back whole."""
        target = self._folder / "plain"
        with (
            closing(engine.connect(str(self._office.plain_file))) as source,
            closing(engine.connect(str(target))) as copy,
        ):
            copy.execute("pragma journal_mode = off")
            copy.execute("pragma synchronous = off")
            source.backup(copy)
        with target.open("rb+") as file:
            os.fsync(file.fileno())
            hashlib.file_digest(file, "sha256")
        target.unlink()


def _longest_wait(work: Callable[[], None]) -> float:
    """How late this thread is at most, in milliseconds, while another one does the work."""
    other = threading.Thread(target=work)
    longest, last = 0.0, time.perf_counter()
    other.start()
    while other.is_alive():
        time.sleep(TICK_SECONDS)
        now = time.perf_counter()
        longest, last = max(longest, now - last - TICK_SECONDS), now
    return longest * 1000
