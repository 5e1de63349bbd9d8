"""The journal as the first program kept it, facts and all in one row, and how it becomes today's.

Its chain is checked as it stands before a single entry is written anew: a journal that was changed
is not brought up to date.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from desktop.errors import DeskError
from desktop.store import engine, journal

_START = b"records-desk journal 1"


def rechain(connection: engine.Connection, key: bytes, lost: Collection[int] = ()) -> None:
    """Fill ``event`` and ``event_facts`` from ``event_1``, inside the caller's transaction.

    ``lost`` are entries that are gone with a damaged file: what follows them is not held against
    them, but against what follows it.

    Raises:
        DeskError: ``tampered``, with the number of the entry; nothing is kept.
    """
    before = journal.EMPTY.mac
    for row in _checked(connection, key, lost):
        *public, facts = row
        salt, text = journal.private_part(msgspec.json.decode(facts))
        entry = (*public, journal.digest_of(salt, text))
        before = journal.mac_of(key, before, entry)
        connection.execute(
            "insert into event"
            " (seq, at, person_id, initials, kind, student_id, request_id, digest, mac)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*entry, before),
        )
        if text:
            connection.execute(
                "insert into event_facts (seq, salt, facts) values (?, ?, ?)", (row[0], salt, text)
            )


def _checked(
    connection: engine.Connection, key: bytes, lost: Collection[int]
) -> Iterator[tuple[Any, ...]]:
    before, expected = _START, 1
    for *row, mac in connection.execute(
        "select seq, at, person_id, initials, kind, student_id, request_id, facts, mac"
        " from event_1 order by seq"
    ).fetchall():
        computed = hmac.digest(key, before + msgspec.json.encode(tuple(row)), hashlib.sha256)
        follows = row[0] == expected and hmac.compare_digest(mac, computed)
        gap = range(expected, row[0])
        if not follows and not (gap and all(seq in lost for seq in gap)):
            raise DeskError(
                "tampered",
                f"The journal is broken at entry {expected}, so the file was not brought up to"
                " date.",
                "Keep the file as it is and tell the person responsible for records.",
            )
        yield tuple(row)
        before, expected = mac, row[0] + 1
