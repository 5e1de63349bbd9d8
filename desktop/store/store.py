"""The records file as the rest of the program uses it: one change, one transaction, one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

from desktop.errors import DeskError
from desktop.records.person import Initials, Role
from desktop.records.roles import shipped_roles
from desktop.store import engine, journal, vault
from desktop.store.faults import translated
from desktop.store.file_keys import FileKeys
from desktop.store.journal import Event, Head
from desktop.store.mark import Mark, Standing, State, standing

Row = tuple[Any, ...]


class HasId(Protocol):
    """A row that knows its id."""

    @property
    def id(self) -> int:
        """The id it was asked for by."""


R = TypeVar("R", bound=HasId)


def places_for(ids: Sequence[int]) -> str:
    """The bound places of an ``in (...)`` for these ids."""
    return ", ".join("?" for _ in ids)


def in_order(ids: Sequence[int], rows: Sequence[R]) -> list[R]:
    """``rows`` in the order of ``ids``; ids without a row are left out."""
    by_id = {row.id: row for row in rows}
    return [by_id[one] for one in ids if one in by_id]


class Change:
    """A transaction under way. The subject modules of this room write through it.

    ``also`` adds a further event to the same transaction; ``head`` is the newest entry it wrote.
    """

    def __init__(self, connection: engine.Connection, journal_key: bytes, by: Initials) -> None:
        self._connection = connection
        self._journal_key = journal_key
        self.by = by
        self.head: Head | None = None
        self._role: Role | None = None

    def execute(self, sql: str, values: Sequence[object] | dict[str, object] = ()) -> list[Row]:
        """Run one statement with bound ``values``; rows of a ``RETURNING`` come back."""
        return self._connection.execute(sql, values).fetchall()

    def also(self, event: Event) -> None:
        """Journal one more thing that happened in this change.

        Raises:
            DeskError: ``role``; they may not, and nothing of the change is saved.
        """
        self.check_role(event.kind)
        self.head = journal.append(self._connection, self._journal_key, event, self.by)

    def check_role(self, kind: str) -> None:
        """Refuse whoever may not do what leaves an entry of this kind; by the role the file holds.

        Raises:
            DeskError: ``role``.
        """
        if self._role is None:
            found = self.execute("select role from person where id = ?", (self.by.person,))
            if not found and kind == "office.created":
                return  # they are entered in this very change
            self._role = Role(found[0][0]) if found else None
        if self._role is None:
            raise DeskError("role", "This person is not known here.", "Sign in again.")
        shipped_roles().check(self._role, kind)

    def require_event(self) -> Head:
        """The newest entry; refuses to go on when nothing was journaled."""
        if self.head is None:
            raise RuntimeError("a change without its event")
        return self.head


class Store:
    """One connection to the records file, for one thread.

    Reads go through the functions of ``queries`` and ``cases``; writes only through ``change``.
    """

    def __init__(
        self, connection: engine.Connection, keys: FileKeys, mark: Mark | None = None
    ) -> None:
        self._connection = connection
        self._keys = keys
        self._mark = mark
        self.standing = standing(connection, keys, mark, whole=True) if mark else None

    @classmethod
    def create(cls, path: Path, keys: FileKeys) -> Self:
        """Make a new records file and open it; see ``vault.create`` for the refusals."""
        return cls(vault.create(path, keys), keys, Mark(path, keys.mark))

    @classmethod
    def open(cls, path: Path, keys: FileKeys) -> Self:
        """Open an existing records file; ``standing`` tells how it stands to its mark.

        Raises:
            DeskError: what ``vault.open_file`` refuses; ``rolled_back``: entries that were
                acknowledged are missing; ``tampered``: the marked entry is another one.
        """
        connection = vault.open_file(path, keys)
        try:
            with translated():
                store = cls(connection, keys, Mark(path, keys.mark))
            _refuse_older(store.standing)
        except BaseException:
            connection.close()
            raise
        return store

    def close(self) -> None:
        """Close the connection; the file is whole without it."""
        self._connection.close()
        if self._mark is not None:
            self._mark.close()

    def head(self) -> Head:
        """The newest entry of the journal."""
        with translated():
            return journal.head(self._connection)

    def written_after(self, seq: int) -> datetime | None:
        """When the first entry after entry ``seq`` was written; None when there is none."""
        rows = self.rows("select min(at) from event where seq = ?", (seq + 1,))
        return datetime.fromisoformat(rows[0][0]) if rows[0][0] else None

    def rows(self, sql: str, values: Sequence[object] | dict[str, object] = ()) -> list[Row]:
        """All rows of a reading statement."""
        with translated():
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def change(self, event: Event | None, *, by: Initials) -> Iterator[Change]:
        """Everything written inside happens with ``event``, or none of it does.

        ``None`` where the event holds something only the transaction can tell, such as a number
        it takes; then ``also`` must be called inside.

        Raises:
            DeskError: the disk is full, the file is locked or cannot be written; ``role``. Nothing
                is saved.
            RuntimeError: there was no event; nothing is saved.
        """
        with translated():
            self._connection.execute("begin immediate")
            change = Change(self._connection, self._keys.journal, by)
            try:
                if event is not None:
                    change.check_role(event.kind)
                yield change
                if event is not None:
                    change.also(event)
                head = change.require_event()
                self._connection.execute("commit")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                raise
        if self._connection.in_transaction:
            raise RuntimeError("a change left its transaction open")
        self._vouch(head)

    def _vouch(self, head: Head) -> None:
        """Move the mark on. The change is saved already, so a disk that refuses fails nobody."""
        if self._mark is not None:
            with suppress(OSError):
                self._mark.write(head)

    def require_mark(self) -> None:
        """See that the mark stands at the newest entry, before a file made anew is put in place.

        Raises:
            DeskError: ``disk``: the disk did not take the mark.
        """
        if self._mark is not None and self._mark.read() != self.head():
            raise DeskError(
                "disk",
                "The disk did not take all of the new file.",
                "Nothing was changed. Check the disk, then try again.",
            )

    def sweep_log(self) -> None:
        """Empty the write-ahead log, which keeps what was overwritten; later where it is in use."""
        with translated():
            self._connection.execute("pragma wal_checkpoint(truncate)")

    def keep_draft(self, draft: tuple[int, str, str, str]) -> None:
        """Keep what is being typed: (person id, kind, body as JSON, moment).

        A draft is nobody's record yet, so it is the one write without an event.
        """
        with translated():
            self._connection.execute(
                "insert into draft (person_id, kind, body, saved_at) values (?, ?, ?, ?)"
                " on conflict (person_id, kind)"
                " do update set body = excluded.body, saved_at = excluded.saved_at",
                draft,
            )

    def drop_draft(self, person: int, kind: str) -> None:
        """Forget what was being typed, once it was saved or thrown away on purpose."""
        with translated():
            self._connection.execute(
                "delete from draft where person_id = ? and kind = ?", (person, kind)
            )

    def draft(self, person: int, kind: str) -> str | None:
        """What ``person`` was typing, as JSON, or None."""
        rows = self.rows("select body from draft where person_id = ? and kind = ?", (person, kind))
        return str(rows[0][0]) if rows else None


def _tampered(seq: int) -> DeskError:
    return DeskError(
        "tampered",
        f"The journal is broken at entry {seq}: it was changed outside Records Desk.",
        "Keep the file as it is and tell the person responsible for records.",
    )


def _refuse_older(standing: Standing | None) -> None:
    if standing is None:
        return
    if standing.state is State.AHEAD:
        raise DeskError(
            "rolled_back",
            f"This records file is older than it was: {_entries_are(standing.missing)} missing. Its"
            f" newest entry is {standing.newest}, and entry {standing.marked} was saved here.",
            "Look for the newest file of the office's folder, or restore the newest copy.",
        )
    if standing.state is State.FORKED:
        raise _tampered(standing.marked)


def _entries_are(count: int) -> str:
    return "1 entry is" if count == 1 else f"{count} entries are"
