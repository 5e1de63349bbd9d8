"""One connection that keeps the file to itself, beside connections that take turns.

``locking_mode = exclusive`` spares the shared memory beside the file and the locks of each read and
save; it also keeps out a second connection of the same program. The program opens one for each job
that may last, so that the window never waits for it: this measures what that costs.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

from desktop.store import engine, vault
from tests.benchmarks.stores import KEYS, Large
from tests.benchmarks.timing import Line, beside, median, ratio

ROUNDS = 300


def measure(office: Large) -> Iterator[Line]:
    """Opening, reading and saving in both ways, each on a copy of its own."""
    with tempfile.TemporaryDirectory() as folder:
        shared, alone = (_File(office, Path(folder) / name) for name in ("shared", "alone"))
        opened = beside({"shared": shared.opened, "alone": alone.opened_alone}, ROUNDS // 10)
        shared.begin()
        alone.begin(alone=True)
        read = beside({"shared": shared.read, "alone": alone.read}, ROUNDS)
        saved = beside({"shared": shared.save, "alone": alone.save}, ROUNDS)
        for what, times in (("opened", opened), ("a read", read), ("a save", saved)):
            yield Line(
                what=f"{what}: taking turns, to alone",
                value=ratio(times, "shared", "alone"),
                unit="x",
                note=f"{median(times['shared']):.3f} and {median(times['alone']):.3f} ms",
            )
        yield Line(
            what="another connection gets in: taking turns (1) or alone (0)",
            value=shared.lets_in() - alone.lets_in(),
            unit="",
        )
        shared.end()
        alone.end()


class _File:
    def __init__(self, office: Large, folder: Path) -> None:
        folder.mkdir()
        self._path = folder / office.home.records_file.name
        shutil.copy(office.home.records_file, self._path)
        self._numbers = count()

    def opened(self) -> None:
        with closing(self._connect(alone=False)) as connection:
            connection.execute("select count(*) from person").fetchone()

    def opened_alone(self) -> None:
        with closing(self._connect(alone=True)) as connection:
            connection.execute("select count(*) from person").fetchone()

    def begin(self, *, alone: bool = False) -> None:
        self._connection = self._connect(alone=alone)
        self._connection.execute("create table bare (id integer primary key, text text)")

    def end(self) -> None:
        self._connection.close()

    def read(self) -> None:
        self._connection.execute("select * from request order by id limit 1 offset 40").fetchall()

    def save(self) -> None:
        self._connection.execute("begin immediate")
        self._connection.execute("insert into bare (text) values (?)", ("x" * 100,))
        self._connection.execute("commit")

    def lets_in(self) -> int:
        """Whether a second connection reads while the first is open."""
        try:
            with closing(vault.keyed(self._path, KEYS.database)) as second:
                second.execute("pragma busy_timeout = 0")
                second.execute("select count(*) from person").fetchone()
        except engine.Error:
            return 0
        return 1

    def _connect(self, *, alone: bool) -> engine.Connection:
        connection = vault.keyed(self._path, KEYS.database)
        if alone:
            connection.execute("pragma locking_mode = exclusive")
        vault._apply_settings(connection)
        return connection
