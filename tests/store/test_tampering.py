"""Eight ways to change a journal with the database's key in hand: each is found, every time."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.records.ids import RequestId, StudentId
from desktop.store import engine, journal
from desktop.store.journal import PURGED, Event
from desktop.store.journal_check import Broken, Why
from desktop.store.store import Store
from desktop.store.verify import Outcome, verify
from tests.store.files import BY, KEYS, broken_entry, create

ENTRIES = 12
SHARE, MANY = 6, 1000
Tamper = Callable[[Any, random.Random], None]


def free_of_triggers(connection: Any) -> None:
    for (name,) in connection.execute(
        "select name from sqlite_schema where type = 'trigger' and name like 'event%'"
    ).fetchall():
        connection.execute(f"drop trigger {name}")


def any_entry(connection: Any, chance: random.Random) -> int:
    return chance.choice([row[0] for row in connection.execute("select seq from event")])


def with_facts(connection: Any, chance: random.Random) -> int:
    return chance.choice([row[0] for row in connection.execute("select seq from event_facts")])


def change_a_column(connection, chance):
    column, value = chance.choice(
        [
            ("at", "2026-01-01T00:00:00.000+00:00"), ("initials", "ZZ"), ("kind", "step.undone"),
            ("person_id", 77), ("student_id", 78), ("request_id", 79), ("digest", bytes(32)),
        ]
    )  # fmt: skip
    seq = any_entry(connection, chance)
    connection.execute(f"update event set {column} = ? where seq = ?", (value, seq))  # noqa: S608


def change_the_facts(connection, chance):
    seq = with_facts(connection, chance)
    connection.execute(
        "update event_facts set facts = replace(facts, 'step', 'stop') where seq = ?", (seq,)
    )


def take_facts_out(connection, chance):
    connection.execute("delete from event_facts where seq = ?", (with_facts(connection, chance),))


def take_an_entry_out(connection, chance):
    seq = chance.randrange(1, ENTRIES)
    connection.execute("delete from event where seq = ?", (seq,))
    connection.execute("delete from event_facts where seq = ?", (seq,))
    if chance.random() < 0.5:  # and close the gap
        for table in ("event", "event_facts"):
            connection.execute(f"update {table} set seq = -seq where seq > ?", (seq,))  # noqa: S608
            connection.execute(f"update {table} set seq = -seq - 1 where seq < 0")  # noqa: S608


def cut_the_end_off(connection, chance):
    last = chance.randrange(0, ENTRIES)
    for table in ("event", "event_facts"):
        connection.execute(f"delete from {table} where seq > ?", (last,))  # noqa: S608


def make_an_entry_up(connection, chance):
    head = journal.head(connection)
    kind = chance.choice(["note.added", PURGED])
    row = (head.seq + 1, "2026-10-06T10:00:00.000+00:00", 1, "JR", kind, None, None, b"")
    key = chance.choice([KEYS.database, KEYS.mark, bytes(32)])
    connection.execute(
        "insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, journal.mac_of(key, head.mac, row)),
    )


def swap_two(connection, chance):
    one, other = chance.sample(range(1, ENTRIES + 1), 2)
    table = chance.choice(["event", "event_facts"])
    numbers = [row[0] for row in connection.execute("select seq from event_facts")]
    if table == "event_facts":
        one, other = chance.sample(numbers, 2)
    for before, now in ((one, -1), (other, one), (-1, other)):
        connection.execute(f"update {table} set seq = ? where seq = ?", (now, before))  # noqa: S608


def chain_it_anew(connection, chance):
    """Change one entry and recompute the whole chain, without the journal's key."""
    connection.execute("update event set initials = 'ZZ' where seq = ?", (1,))
    before, key = journal.EMPTY.mac, chance.randbytes(32)
    for row in connection.execute(
        "select seq, at, person_id, initials, kind, student_id, request_id, digest from event"
        " order by seq"
    ).fetchall():
        before = journal.mac_of(key, before, row)
        connection.execute("update event set mac = ? where seq = ?", (before, row[0]))


KINDS: tuple[Tamper, ...] = (
    change_a_column, change_the_facts, take_facts_out, take_an_entry_out, cut_the_end_off,
    make_an_entry_up, swap_two, chain_it_anew,
)  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> dict[str, bytes]:
    """A journal of twelve entries, most with facts, as the bytes of its files."""
    path = tmp_path_factory.mktemp("sound") / "office.records"
    store = create(path)
    for number in range(ENTRIES - 1):
        event = Event(
            kind="step.done",
            request=RequestId(number % 3 + 1),
            student=StudentId(5),
            facts={"step": f"step {number}"},
        )
        with store.change(event, by=BY):
            pass
    store.close()
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


def laid_out(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder / "office.records"


def outcome(folder: Path, files: dict[str, bytes], tamper: Tamper, seed: int) -> Outcome:
    path = laid_out(folder, files)
    store = Store.open(path, KEYS)
    free_of_triggers(store._connection)
    tamper(store._connection, random.Random(seed))  # noqa: S311
    store._connection.close()
    return verify(path, KEYS).outcome


def test_the_journal_these_tests_begin_with_is_clean(tmp_path, sound):
    assert outcome(tmp_path, sound, lambda _connection, _chance: None, 0) is Outcome.CLEAN


@pytest.mark.parametrize("tamper", KINDS, ids=lambda one: one.__name__)
def test_each_kind_is_found(tmp_path, sound, tamper):
    expected = Outcome.ROLLED_BACK if tamper is cut_the_end_off else Outcome.TAMPERED
    assert {outcome(tmp_path, sound, tamper, seed) for seed in range(SHARE)} == {expected}


@pytest.mark.slow
@pytest.mark.parametrize("tamper", KINDS, ids=lambda one: one.__name__)
def test_each_kind_is_found_a_thousand_times(tmp_path, sound, figure, tamper):
    expected = Outcome.ROLLED_BACK if tamper is cut_the_end_off else Outcome.TAMPERED
    assert {outcome(tmp_path, sound, tamper, seed) for seed in range(MANY)} == {expected}
    figure(f"{MANY} times, all found")


# What a purge takes is no tampering, and only that


def purge(store: Store, request: int) -> None:
    with store.change(None, by=BY) as change:
        dropped = journal.private_of(store.rows, [request])
        change.also(Event(kind=PURGED, facts={"dropped": dropped}))
        journal.drop_private(change.execute, dropped)


def test_a_purge_takes_the_facts_of_its_requests_and_the_chain_holds(tmp_path, sound):
    path = laid_out(tmp_path, sound)
    store = Store.open(path, KEYS)
    purge(store, 2)
    assert [one.event.facts for one in journal.entries(store.rows, RequestId(2))] == [{}] * 4
    assert all(one.event.facts for one in journal.entries(store.rows, RequestId(1)))
    store.close()
    found = verify(path, KEYS)
    assert (found.outcome, found.purged) == (Outcome.CLEAN, 4)


def test_facts_put_back_after_a_purge_are_found(tmp_path, sound):
    path = laid_out(tmp_path, sound)
    store = Store.open(path, KEYS)
    (kept,) = store.rows("select * from event_facts where seq = 3")
    purge(store, 2)
    free_of_triggers(store._connection)
    store._connection.execute("insert into event_facts values (?, ?, ?)", kept)
    store.close()
    assert verify(path, KEYS).broken == Broken(seq=3, why=Why.FACTS_KEPT)


def test_facts_are_not_dropped_without_a_purge(tmp_path, sound):
    store = Store.open(laid_out(tmp_path, sound), KEYS)
    with (
        pytest.raises(engine.Error, match="append-only"),
        store.change(Event(kind="note.added"), by=BY) as change,
    ):
        journal.drop_private(change.execute, ["3"])
    assert broken_entry(store) is None
    store.close()


@pytest.mark.parametrize(
    ("numbers", "ranges"),
    [([], []), ([4], ["4"]), ([3, 4, 5, 9], ["3-5", "9"]), ([1, 3, 4], ["1", "3-4"])],
)
def test_ranges_are_written_short(numbers, ranges):
    assert journal.as_ranges(numbers) == ranges
