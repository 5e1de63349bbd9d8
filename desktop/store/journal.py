"""The journal: what happened, by whom and when, chained so that nobody changes it quietly.

Each entry's MAC covers the entry and the MAC before it, under a key that is not the database's.
Triggers refuse updates and deletes. The history people read is made from this by ``wording``.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import msgspec

from desktop.records.ids import PersonId, RequestId, StudentId
from desktop.records.person import Initials
from desktop.store import engine

_START = b"records-desk journal 1"

Fact = str | int | bool | None | list[str] | dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, in ids and codes: ``kind`` is a dotted code such as ``step.done``.

    ``facts`` holds before and after. It carries no free text about a child unless that text is the
    fact itself (the reason a step was skipped).
    """

    kind: str
    request: RequestId | None = None
    student: StudentId | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event as it stands in the journal, with its place and whose initials are under it."""

    seq: int
    at: datetime
    person: PersonId
    initials: str
    event: Event


def append(connection: engine.Connection, key: bytes, event: Event, by: Initials) -> int:
    """Write ``event`` as the next entry, inside the caller's transaction; gives its number."""
    last = connection.execute("select seq, mac from event order by seq desc limit 1").fetchone()
    seq, before = (last[0] + 1, last[1]) if last else (1, _START)
    row = (
        seq,
        by.at.isoformat(timespec="milliseconds"),
        by.person,
        by.initials,
        event.kind,
        event.student,
        event.request,
        msgspec.json.encode(dict(event.facts), order="sorted").decode(),
    )
    connection.execute(
        "insert into event (seq, at, person_id, initials, kind, student_id, request_id, facts, mac)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, _mac(key, before, row)),
    )
    return seq


def first_broken(connection: engine.Connection, key: bytes) -> int | None:
    """The number of the first entry that does not follow from the one before; None when whole."""
    before, expected = _START, 1
    for *row, mac in connection.execute(
        "select seq, at, person_id, initials, kind, student_id, request_id, facts, mac"
        " from event order by seq"
    ):
        if row[0] != expected or not hmac.compare_digest(mac, _mac(key, before, tuple(row))):
            return expected
        before, expected = mac, expected + 1
    return None


def entries(rows: Callable[..., list[tuple[Any, ...]]], request: RequestId) -> list[Entry]:
    """The entries of one request, oldest first; ``rows`` runs the reading statement."""
    found = rows(
        "select seq, at, person_id, initials, kind, student_id, request_id, facts"
        " from event where request_id = ? order by seq",
        (request,),
    )
    return [_entry(row) for row in found]


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, at, person, initials, kind, student, request, facts = row
    return Entry(
        seq=seq,
        at=datetime.fromisoformat(at),
        person=person,
        initials=initials,
        event=Event(kind=kind, request=request, student=student, facts=msgspec.json.decode(facts)),
    )


def _mac(key: bytes, before: bytes, row: tuple[object, ...]) -> bytes:
    # JSON of the row is unambiguous: no two different rows give the same bytes.
    return hmac.digest(key, before + msgspec.json.encode(row), hashlib.sha256)
