"""Records files for the tests of the store: made with a fixed key, looked at from outside."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.records.ids import PersonId
from desktop.records.person import Initials, Person, Role
from desktop.store import office
from desktop.store.journal import Event
from desktop.store.journal_check import Broken, first_broken
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class RawKeys:
    """Keys at hand one by one."""

    database: bytes
    journal: bytes
    mark: bytes
    backups: bytes = b""
    manifests: bytes = b""
    former_journal: tuple[tuple[int, bytes], ...] = ()


DATABASE_KEY = bytes(range(32))
JOURNAL_KEY = bytes(range(32, 64))
KEYS = RawKeys(database=DATABASE_KEY, journal=JOURNAL_KEY, mark=bytes(range(64, 96)))
AT = datetime(2026, 10, 5, 15, 30, tzinfo=UTC)
BY = Initials(person=PersonId(1), initials="JR", at=AT)
PAGE = 4096
NOBODY = 65534
STAFF = Person(id=PersonId(1), name="Jo Reyes", initials="JR", role=Role.REGISTRAR)


def create(path: Path) -> Store:
    """A new file with one person in it, open."""
    store = Store.create(path, KEYS)
    with store.change(Event(kind="office.created"), by=BY) as change:
        office.add_person(change, STAFF)
    return store


def reopen(path: Path, key: bytes = DATABASE_KEY) -> Store:
    """The file as the program opens it."""
    return Store.open(path, replace(KEYS, database=key))


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes; what an open file needs beside it is left out."""
    return {
        one.name: one.read_bytes()
        for one in sorted(folder.iterdir())
        if one.is_file() and not one.name.endswith(("-shm", "-wal"))
    }


def names(store: Store) -> list[str]:
    """The staff's names, as something small to read back."""
    return [row[0] for row in store.rows("select name from person order by id")]


def rename(store: Store, name: str) -> None:
    """A small change: the first person's name."""
    with store.change(Event(kind="person.changed"), by=BY) as change:
        change.execute("update person set name = ? where id = 1", (name,))


@contextmanager
def powerless() -> Iterator[Path]:
    """A folder of one's own, and no special powers: permissions hold even for root."""
    with tempfile.TemporaryDirectory() as folder:
        root = os.geteuid() == 0
        if root:
            os.chown(folder, NOBODY, NOBODY)
            os.seteuid(NOBODY)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)
            Path(folder).chmod(0o700)


def broken_entry(store: Store) -> Broken | None:
    """The first entry of an open file's journal that is not as it was written."""
    return first_broken(store._connection, store._keys)
