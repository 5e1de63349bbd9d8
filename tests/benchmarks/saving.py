"""What a saved change costs beside a bare commit of one row under the same settings."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from desktop.actions import steps
from desktop.paths import Home
from desktop.records.person import Initials
from desktop.records.request import Status
from desktop.store import queries, requests
from desktop.store.journal import Event
from desktop.store.mark import mark_of
from desktop.store.queries import QueueFilter
from tests.benchmarks.stores import ADDED, STAFF, Large
from tests.benchmarks.timing import Line, beside, median, nearly_worst, ratio
from tests.offices import the_law

ROUNDS = 400


def measure(office: Large) -> Iterator[Line]:
    """Saves on a copy of the file, beside a bare ``BEGIN IMMEDIATE`` insert."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(office.home.records_file, folder)
        shutil.copy(mark_of(office.home.records_file), folder)
        saving = Saving(replace(office, home=Home(folder=Path(folder))))
        times = beside({"bare": saving.bare, "change": saving.change, "step": saving.step}, ROUNDS)
        saving.close()
    yield Line(what="a bare commit of one row", value=median(times["bare"]))
    yield Line(
        what="a change with its event, to a bare commit",
        value=ratio(times, "change", "bare"), unit="x", goal=2,
        note=f"{median(times['change']):.2f} ms",
    )  # fmt: skip
    yield Line(
        what="a step ticked: read, decided, saved, to a bare commit",
        value=ratio(times, "step", "bare"), unit="x",
        note=f"{median(times['step']):.2f} ms",
    )  # fmt: skip
    yield Line(
        what="a change with its event, 99 of 100", value=nearly_worst(times["change"]), goal=10
    )


class Saving:
    """Writes into one open file, another request each time."""

    def __init__(self, office: Large) -> None:
        self._store = office.open()
        self._office = office
        self._by = Initials(person=STAFF[0].id, initials=STAFF[0].initials, at=ADDED)
        found = queries.queue_ids(
            self._store, QueueFilter.OPEN, person=STAFF[0].id, today=office.today
        )
        self._requests = cycle(found)
        self._connection = self._store._connection
        self._connection.execute("create table bare (id integer primary key, text text)")

    def bare(self) -> None:
        """The least a durable save can cost here."""
        self._connection.execute("begin immediate")
        self._connection.execute("insert into bare (text) values (?)", ("x" * 100,))
        self._connection.execute("commit")

    def change(self) -> None:
        """A small change with its event."""
        request = next(self._requests)
        event = Event(kind="request.waiting", request=request, facts={"for": "principal"})
        with self._store.change(event, by=self._by) as change:
            requests.set_status(change, request, Status.WAITING, "principal")

    def step(self) -> None:
        """A whole action, from reading the case on."""
        steps.do_step(
            self._store,
            next(self._requests),
            "scope",
            law=the_law(),
            today=self._office.today,
            by=self._by,
        )

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()
