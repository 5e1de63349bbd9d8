"""The queue, its counts, the search and one request, warm, at a hundred thousand requests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from desktop.records.agenda import horizon, sections_for
from desktop.records.calendar import Calendar
from desktop.records.person import Role
from desktop.records.request import Right
from desktop.screens.tables import BLOCK
from desktop.store import cases, queries
from desktop.store.agenda import read_agenda
from desktop.store.near_names import NameFinder
from desktop.store.planner import planned_between
from desktop.store.queries import QueueFilter, QueueSort
from desktop.store.store import Store
from tests.benchmarks.stores import STAFF, Large
from tests.benchmarks.timing import Line, beside, median
from tests.offices import the_defaults

ROUNDS = 60
PAGE = 200  # rows; more than the largest screen shows
_DECIDING = {(Right.INSPECT, "approve_no"), (Right.INSPECT, "approve_part")}
TYPED = ("nguyen", "o'brien", "mia alvarez", "2026-0101", "20260101", "smith jo", "al-khatib")


def measure(office: Large) -> Iterator[Line]:
    """One line for each thing the queue and the request page read."""
    store = office.open()
    read = Reading(store, office)
    times = beside(
        {
            "queue page": read.queue_page,
            "first rows": lambda: read.queue_page(BLOCK),
            "open counts": read.open_counts,
            "closed count": read.closed_count,
            "one request": read.one_request,
            "sorted by student": read.sorted_by_student,
            "student type-ahead": read.find_student,
            "principal": lambda: read.day(Role.PRINCIPAL),
            "registrar": lambda: read.day(Role.REGISTRAR),
            "month": read.a_month,
        },
        ROUNDS,
    )
    again = median(beside({"queue page": read.queue_page}, ROUNDS)["queue page"])
    yield Line(
        what=f"queue page: ids and first {PAGE} rows",
        value=median(times["queue page"]),
        goal=1,
        note=f"{again:.2f} ms where nothing else is read between",
    )
    yield Line(
        what=f"as the window reads it: ids and first {BLOCK} rows",
        value=median(times["first rows"]),
        goal=1,
    )
    yield Line(what="open counts", value=median(times["open counts"]), goal=1)
    yield Line(what="closed count (after the list)", value=median(times["closed count"]))
    yield Line(what="open one request", value=median(times["one request"]), goal=5)
    yield Line(what="queue sorted by student", value=median(times["sorted by student"]))
    yield Line(
        what="student type-ahead, a name with a typo", value=median(times["student type-ahead"])
    )
    yield Line(what="Today of a principal (beside the window)", value=median(times["principal"]))
    yield Line(what="Today of a registrar (beside the window)", value=median(times["registrar"]))
    yield Line(what="a month of the calendar", value=median(times["month"]))
    yield from _search(read)
    store.close()
    read.beside.close()


def _search(read: Reading) -> Iterator[Line]:
    keys = {text[:end] for text in TYPED for end in range(1, len(text) + 1)}
    times = beside({key: lambda key=key: read.search(key) for key in sorted(keys)}, ROUNDS // 3)
    medians = {key: median(taken) for key, taken in times.items()}
    slowest = max(medians, key=lambda key: medians[key])
    every = sorted(medians.values())
    yield Line(what="search as you type, each letter", value=median(every), goal=5)
    yield Line(what="the slowest letter", value=medians[slowest], goal=5, note=f"“{slowest}”")


class Reading:
    """The reads of one open file."""

    def __init__(self, store: Store, office: Large) -> None:
        self._store = store
        self._office = office
        self.beside = office.open()
        """What is read beside the window has a connection, and so a cache, of its own."""
        self._ids = self._queue_ids()
        self._place = 0
        self._finder = NameFinder(store, "student_search")

    def _queue_ids(self, sort: QueueSort = QueueSort.DUE) -> list[queries.RequestId]:
        return queries.queue_ids(
            self._store, QueueFilter.OPEN, person=STAFF[0].id, today=self._office.today, sort=sort
        )

    def queue_page(self, rows: int = PAGE) -> None:
        """What stands on the screen after the queue is opened."""
        queries.queue_rows(self._store, self._queue_ids()[:rows])

    def open_counts(self) -> None:
        """The numbers on the filters."""
        queries.open_counts(self._store, person=STAFF[0].id, today=self._office.today)

    def closed_count(self) -> None:
        """The number on the last filter."""
        queries.closed_count(self._store)

    def one_request(self) -> None:
        """Another request each time, with its history."""
        self._place = (self._place + 7) % len(self._ids)
        cases.case(self._store, self._ids[self._place])
        cases.history(self._store, self._ids[self._place])

    def sorted_by_student(self) -> None:
        """A click on a header."""
        self._queue_ids(QueueSort.STUDENT)

    def find_student(self) -> None:
        """A family name with two letters swapped."""
        self._finder.find("alvraez mia")

    def day(self, role: Role) -> None:
        """Every list of the day of somebody in this role."""
        days = horizon(Calendar(), the_defaults(), self._office.today)
        read_agenda(self.beside, sections_for(role), days=days, deciding=_DECIDING)

    def a_month(self) -> None:
        """The calendar's month, four weeks of it to come."""
        planned_between(self._store, self._office.today, self._office.today + timedelta(days=28))

    def search(self, text: str) -> None:
        """The search with its first rows."""
        queries.queue_rows(self._store, queries.hits(self._store, text).ids[:PAGE])
