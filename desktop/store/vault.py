"""The encrypted file itself: create it, open it, refuse what is not ours.

Keys come in as bytes; where they come from is the office's business. A missing, empty or foreign
file is never turned into a new one: ``create`` is its own explicit step.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import Final

from desktop.errors import DeskError
from desktop.store import engine, raw_pages, schema
from desktop.store.faults import translated, unreadable
from desktop.store.file_keys import FileKeys

APPLICATION_ID: Final = 0x5244736B  # "RDsk"
_PAGE_BYTES = 4096
_PLAIN_HEADER = b"SQLite format 3\x00"

# Read back after opening; an engine that silently ignores one of them is refused.
#
# Connections take turns. One that kept the file to itself (``locking_mode = exclusive``) would save
# about a twentieth of a save and a few microseconds of a read (``tests/benchmarks/locking.py``),
# and would leave long jobs, copies and searches among them, no connection of their own beside the
# window. That no second program writes is seen to by the lock of the office's folder.
_SETTINGS: Final = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: an acknowledged save survives a power cut
    "foreign_keys": 1,
    "secure_delete": 1,
    "temp_store": 2,  # memory: nothing in clear text beside the file
    "trusted_schema": 0,
}


def create(path: Path, keys: FileKeys, *, version: int = schema.VERSION) -> engine.Connection:
    """Make a new, empty records file at ``path`` and open it; a try that fails leaves nothing.

    ``version`` is an earlier schema only where rows of such a file are put back.

    Raises:
        DeskError: ``exists`` when anything is at ``path`` already; ``cannot_write``; disk faults.
    """
    make_private(path)
    try:
        with translated():
            return _filled(path, keys, version)
    except BaseException:
        for left in (path, *_beside(path)):
            left.unlink(missing_ok=True)
        raise


def make_private(path: Path) -> None:
    """An empty file nobody else may read, before it has content.

    Raises:
        DeskError: ``exists``, ``cannot_write``.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise DeskError(
            "exists",
            "There is already a records file in this folder.",
            "Open it, or choose another folder for the new office.",
        ) from None
    except OSError:
        raise DeskError(
            "cannot_write",
            "The office's folder cannot be written to.",
            "Free some space or ask your IT staff, then try again.",
        ) from None


def _beside(path: Path) -> tuple[Path, Path]:
    """What the engine keeps beside an open file."""
    return raw_pages.log_of(path), path.with_name(f"{path.name}-shm")


def _filled(path: Path, keys: FileKeys, version: int) -> engine.Connection:
    connection = keyed(path, keys.database)
    try:
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        _apply_settings(connection)
        schema.migrate(connection, keys.journal, version=version)
    except BaseException:
        connection.close()
        raise
    return connection


def open_file(path: Path, keys: FileKeys, *, upgrade: bool = False) -> engine.Connection:
    """Open the records file at ``path``.

    ``upgrade`` brings an older one up to date in place: for a copy, never for the only file.

    Raises:
        DeskError: ``missing``, ``empty``, ``truncated``, ``foreign``, ``newer``, ``wrong_key``,
            ``damaged``, ``stale_log``, ``tampered``; ``older`` without ``upgrade``. The file
            is left as it was.
    """
    look(path)
    with translated():
        connection = keyed(path, keys.database)
        try:
            _refuse_foreign(connection)
            if not upgrade:
                _refuse_older(connection)
            _apply_settings(connection)
            schema.migrate(connection, keys.journal)
        except BaseException:
            connection.close()
            raise
    return connection


def schema_of(path: Path, key: bytes) -> int:
    """The schema version of a file that this program can open.

    Raises:
        DeskError: as ``open_file``, but for ``older``.
    """
    with closing(open_to_look(path, key, older_too=True)) as connection, translated():
        return schema.version_of(connection)


def open_to_look(path: Path, key: bytes, *, older_too: bool = False) -> engine.Connection:
    """Open the records file at ``path`` with its raw key, without bringing it up to date.

    Raises:
        DeskError: as ``open_file``; ``older``: this program would have to change it first, unless
            that is all the same.
    """
    look(path)
    with translated():
        connection = keyed(path, key)
        try:
            _refuse_foreign(connection)
            if not older_too:
                _refuse_older(connection)
        except BaseException:
            connection.close()
            raise
    return connection


def keyed(path: Path, key: bytes) -> engine.Connection:
    """A connection with the raw database key, before anything is known of the file.

    Raises:
        DeskError: ``stale_log``, ``engine``.
    """
    _refuse_stale_log(path, key)
    connection = engine.connect(str(path))
    connection.execute("pragma cipher_log_level = none")
    engine.set_key(connection, key)
    engine.check(connection)
    return connection


def _refuse_stale_log(path: Path, key: bytes) -> None:
    """Before the engine sees it: on leaving it would write the log's pages into the file."""
    if raw_pages.has_stale_log(path, key):
        log = raw_pages.log_of(path).name
        raise DeskError(
            "stale_log",
            f"The file {log} beside the records file belongs to another records file.",
            f"Move {log} to another folder and look again; the records file was not touched.",
        )


def look(path: Path) -> None:
    """What can be told of the records file from the outside, without its key.

    Raises:
        DeskError: ``missing``, ``cannot_open``, ``empty``, ``foreign``, ``truncated``.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(len(_PLAIN_HEADER))
    except FileNotFoundError:
        raise DeskError(
            "missing",
            "The records file is not where it should be.",
            "Look for office.records in the office's folder or restore a copy.",
        ) from None
    except OSError:
        raise unreadable() from None
    if size == 0:
        raise DeskError(
            "empty",
            "The records file is empty.",
            "Restore a copy; Records Desk never fills an empty file by itself.",
        )
    if head == _PLAIN_HEADER:
        raise _foreign()
    if size % _PAGE_BYTES and not raw_pages.log_mends_end(path, size):
        raise DeskError(
            "truncated",
            "The records file has been cut short or is not a records file.",
            "Do not delete it; restore the newest copy.",
        )


def _foreign() -> DeskError:
    return DeskError(
        "foreign",
        "This file was not made by Records Desk.",
        "Choose the office's own records file.",
    )


def _refuse_foreign(connection: engine.Connection) -> None:
    if connection.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise _foreign()
    version = schema.version_of(connection)
    if version > schema.VERSION:
        raise DeskError(
            "newer",
            f"This records file was made by a newer Records Desk (file version {version}, "
            f"this program reads up to {schema.VERSION}).",
            "Install the newer program on this computer; the file was not changed.",
        )


def _refuse_older(connection: engine.Connection) -> None:
    if schema.version_of(connection) < schema.VERSION:
        raise DeskError(
            "older",
            "This records file was made by an earlier Records Desk.",
            "Open it once with this program, then check it again.",
        )


def _apply_settings(connection: engine.Connection) -> None:
    for name, wanted in _SETTINGS.items():
        connection.execute(f"pragma {name} = {wanted}")
        if connection.execute(f"pragma {name}").fetchone()[0] != wanted:
            raise DeskError(
                "engine",
                f"The records file did not accept the safety setting {name}.",
                "Move the office's folder to a disk of this computer.",
            )
    connection.execute("pragma cache_size = -65536")  # 64 MiB: encryption costs only on a miss
