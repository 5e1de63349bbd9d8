"""The one place that chooses the database engine: SQLCipher, also for sqlite-utils.

sqlite-utils prefers a module named ``pysqlite3`` where there is one. Unless sqlcipher3 stands under
that name before its first import, it catches the wrong exception classes and loses saves silently.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, cast

import sqlcipher3
from sqlcipher3 import dbapi2

from desktop.errors import DeskError

if TYPE_CHECKING:
    import sqlite3

    import sqlite_utils

    # The same interface; typed by its standard-library twin.
    Connection = sqlite3.Connection

Error = cast("type[Exception]", dbapi2.Error)
IntegrityError = cast("type[Exception]", dbapi2.IntegrityError)

_LOWEST = (3, 51, 3)
_WITHDRAWN = (3, 52, 0)


def connect(path: str) -> Connection:
    """A connection in autocommit mode: every transaction is begun in words by the store."""
    connection = sqlcipher3.connect(path, isolation_level=None, cached_statements=256, timeout=5.0)
    return cast("Connection", connection)


def set_key(connection: Connection, key: bytes) -> None:
    """Give the raw 256-bit ``key``; ``set_key`` keeps it out of trace callbacks and SQL text.

    Raises:
        ValueError: the key is not 32 bytes. SQLCipher would take it for a passphrase.
    """
    if len(key) != 32:  # noqa: PLR2004  # a raw SQLCipher key
        raise ValueError("a raw key has 32 bytes")
    cast("Any", connection).set_key(f"x'{key.hex()}'")


def check(connection: Connection) -> None:
    """Refuse an engine without encryption: it would ignore the key and write plain text.

    Raises:
        DeskError: ``engine``.
    """
    cipher = connection.execute("pragma cipher_version").fetchone()
    version = tuple(
        int(part) for part in connection.execute("select sqlite_version()").fetchone()[0].split(".")
    )
    if not cipher or not cipher[0] or version < _LOWEST or version == _WITHDRAWN:
        raise DeskError(
            "engine",
            "The encryption part of this installation is missing or too old.",
            "Install Records Desk again; the records file was not touched.",
        )


def tables(connection: Connection) -> sqlite_utils.Database:
    """sqlite-utils on this connection, for migrations, bulk writes and full-text tables."""
    database: sqlite_utils.Database = _sqlite_utils().Database(connection, execute_plugins=False)
    return database


def _sqlite_utils() -> Any:
    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    import sqlite_utils  # noqa: PLC0415  # slow to import, and only after the swap above

    used = vars(sqlite_utils.db)["sqlite3"]
    if used.IntegrityError is not dbapi2.IntegrityError:
        raise RuntimeError("sqlite-utils was imported before the engine was swapped")
    return sqlite_utils
