"""The encrypted file beside a plain one: the same engine, the same statements, the same rows."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.store import engine, vault
from tests.benchmarks.reading import Reading
from tests.benchmarks.stores import Large
from tests.benchmarks.timing import Line, beside, median, ratio
from tests.store.files import DATABASE_KEY

ROUNDS = 40
INSERTED = 20_000
COMMITS = 200


def measure(office: Large) -> Iterator[Line]:
    """Ratios of encrypted to plain."""
    yield from _warm_reads(office)
    yield from _fresh_open(office)
    with tempfile.TemporaryDirectory() as folder:
        yield from _writes(Path(folder))


def _warm_reads(office: Large) -> Iterator[Line]:
    encrypted, plain = office.open(), office.open_plain()
    times = beside(
        {"encrypted": _reads(Reading(encrypted, office)), "plain": _reads(Reading(plain, office))},
        ROUNDS,
    )
    encrypted.close()
    plain.close()
    yield _line("warm reads: queue, counts, search, one request", times, 1.1)


def _reads(read: Reading) -> Callable[[], None]:
    def work() -> None:
        read.queue_page()
        read.open_counts()
        read.search("alv")
        read.search("2026-01")
        read.one_request()

    return work


def _fresh_open(office: Large) -> Iterator[Line]:
    def encrypted() -> None:
        store = office.open()
        store.rows("select count(*) from person")
        store.close()

    def plain() -> None:
        store = office.open_plain()
        store.rows("select count(*) from person")
        store.close()

    yield _line("fresh open", beside({"encrypted": encrypted, "plain": plain}, ROUNDS), 3)


def _writes(folder: Path) -> Iterator[Line]:
    both = {
        "encrypted": _created(folder / "encrypted", DATABASE_KEY),
        "plain": _created(folder / "plain", None),
    }
    bulk = {name: lambda one=one: _insert_many(one) for name, one in both.items()}
    yield _line(f"bulk insert of {INSERTED:,} rows", beside(bulk, 7), 1.3)
    commit = {name: lambda one=one: _insert_one(one) for name, one in both.items()}
    yield _line("durable commit of one row", beside(commit, COMMITS), 2)
    for one in both.values():
        one.close()


def _created(path: Path, key: bytes | None) -> engine.Connection:
    connection = engine.connect(str(path))
    if key is not None:
        engine.set_key(connection, key)
    vault._apply_settings(connection)
    connection.execute("create table line (id integer primary key, on_day text, words text)")
    connection.execute("create index line_by_day on line(on_day)")
    return connection


def _insert_many(connection: engine.Connection) -> None:
    connection.execute("begin immediate")
    connection.executemany(
        "insert into line (on_day, words) values (?, ?)",
        ((f"2026-{n % 12 + 1:02d}-{n % 28 + 1:02d}", "words " * 30) for n in range(INSERTED)),
    )
    connection.execute("commit")


def _insert_one(connection: engine.Connection) -> None:
    connection.execute("begin immediate")
    connection.execute("insert into line (on_day, words) values ('2026-01-01', 'words')")
    connection.execute("commit")


def _line(what: str, times: dict[str, list[float]], goal: float) -> Line:
    note = f"{median(times['encrypted']):.2f} to {median(times['plain']):.2f} ms"
    return Line(
        what=f"encrypted to plain: {what}",
        value=ratio(times, "encrypted", "plain"),
        unit="x",
        goal=goal,
        note=note,
    )
