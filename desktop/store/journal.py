"""The journal: what happened, by whom and when, chained so that nobody changes it quietly.

An entry has a public part (number, moment, person, kind, ids) and a private one: the facts, before
and after, with what somebody wrote. The public part holds a salted digest of the private one, and
each entry's MAC covers the public part and the MAC before it, under a key that is not the
database's. So the private part of a purged request can go and the chain still holds; the entry of
the purge says which went. Triggers refuse every other change. The history people read is made from
this by ``wording``.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

import msgspec

from desktop.records.ids import PersonId, RequestId, StudentId
from desktop.records.person import Initials
from desktop.store import engine

PURGED = "retention.destroyed"
"""The kind of entry that says which private parts were destroyed; the triggers know it too."""

SALVAGED = "office.salvaged"
"""The kind of entry that says what of the journal was lost with a damaged file."""

_START = b"records-desk journal 2"
_SALT_BYTES = 16
_NO_FACTS = b""  # the digest of an entry without a private part
_SHORT_BYTES = 6

Fact = str | int | bool | None | list[str] | dict[str, str]
Rows = Callable[..., list[tuple[Any, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, in ids and codes: ``kind`` is a dotted code such as ``step.done``.

    ``facts`` is the private part, before and after. It carries no free text about a child unless
    that text is the fact itself (the reason a step was skipped).
    """

    kind: str
    request: RequestId | None = None
    student: StudentId | None = None
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event as it stands in the journal, with its place and whose initials are under it.

    The facts are empty once they were purged.
    """

    seq: int
    at: datetime
    person: PersonId
    initials: str
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The newest entry: its number and MAC. It stands for everything before it."""

    seq: int
    mac: bytes

    def short(self) -> str:
        """As it is printed on paper: ``412 · 7F3A-92C1-0B4D``."""
        digits = self.mac[:_SHORT_BYTES].hex().upper()
        return f"{self.seq} · {digits[:4]}-{digits[4:8]}-{digits[8:]}"


EMPTY = Head(seq=0, mac=_START)


def head(connection: engine.Connection) -> Head:
    """The newest entry; ``EMPTY`` before there is one."""
    last = connection.execute("select seq, mac from event order by seq desc limit 1").fetchone()
    return Head(seq=last[0], mac=last[1]) if last else EMPTY


def append(
    connection: engine.Connection, key: bytes, event: Event, by: Initials, *, past: int = 0
) -> Head:
    """Write ``event`` as the next entry, inside the caller's transaction; gives the new head.

    ``past`` is an entry that was written once, though it is lost: the number of the new one is
    above it.
    """
    before = head(connection)
    salt, facts = private_part(event.facts)
    row = (
        max(before.seq, past) + 1,
        by.at.isoformat(timespec="milliseconds"),
        by.person,
        by.initials,
        event.kind,
        event.student,
        event.request,
        digest_of(salt, facts),
    )
    mac = mac_of(key, before.mac, row)
    connection.execute(
        "insert into event"
        " (seq, at, person_id, initials, kind, student_id, request_id, digest, mac)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, mac),
    )
    if facts:
        connection.execute(
            "insert into event_facts (seq, salt, facts) values (?, ?, ?)", (row[0], salt, facts)
        )
    return Head(seq=row[0], mac=mac)


def private_part(facts: Mapping[str, Fact]) -> tuple[bytes, str]:
    """A fresh salt and the facts as JSON; both empty where there are none.

    The salt goes with the facts, so that the digest left behind gives no guess away.
    """
    if not facts:
        return b"", ""
    text = msgspec.json.encode(dict(facts), order="sorted").decode()
    return secrets.token_bytes(_SALT_BYTES), text


def digest_of(salt: bytes, facts: str) -> bytes:
    """What the public part holds of the private one: SHA-256, or nothing where there is none."""
    return hashlib.sha256(salt + facts.encode()).digest() if facts else _NO_FACTS


def mac_of(key: bytes, before: bytes, row: tuple[object, ...]) -> bytes:
    """The MAC of a public part, ``row`` in the order of the columns, after the MAC ``before``."""
    # JSON of the row is unambiguous: no two different rows give the same bytes.
    return hmac.digest(key, before + msgspec.json.encode(row), hashlib.sha256)


# What a purge takes and leaves


def private_of(rows: Rows, requests: Sequence[RequestId]) -> list[str]:
    """Which private parts belong to ``requests``, as ranges for the entry of the purge."""
    places = ", ".join("?" for _ in requests)
    found = rows(
        "select f.seq from event_facts f join event e on e.seq = f.seq"
        f" where e.request_id in ({places}) order by f.seq",
        tuple(requests),
    )
    return as_ranges([row[0] for row in found])


def drop_private(run: Rows, ranges: Iterable[str]) -> None:
    """Take those private parts out; right after their purge was written, or triggers refuse."""
    for first, last in map(range_of, ranges):
        run("delete from event_facts where seq between ? and ?", (first, last))


def as_ranges(numbers: Sequence[int]) -> list[str]:
    """Ascending numbers written short: 3, 4, 5, 9 becomes ``3-5`` and ``9``."""
    breaks = [place for place, (one, after) in enumerate(pairwise(numbers)) if after != one + 1]
    starts = [0, *(place + 1 for place in breaks)]
    ends = [*breaks, len(numbers) - 1]
    pairs = [(numbers[a], numbers[b]) for a, b in zip(starts, ends, strict=True)] if numbers else []
    return [str(a) if a == b else f"{a}-{b}" for a, b in pairs]


def range_of(text: str) -> tuple[int, int]:
    """The first and the last number of a range of ``as_ranges``."""
    first, _, last = text.partition("-")
    return int(first), int(last or first)


# Reading


def entries(rows: Rows, request: RequestId) -> list[Entry]:
    """The entries of one request, oldest first; ``rows`` runs the reading statement."""
    found = rows(
        "select e.seq, e.at, e.person_id, e.initials, e.kind, e.student_id, e.request_id, f.facts"
        " from event e left join event_facts f on f.seq = e.seq"
        " where e.request_id = ? order by e.seq",
        (request,),
    )
    return [_entry(row) for row in found]


def _entry(row: tuple[Any, ...]) -> Entry:
    seq, at, person, initials, kind, student, request, facts = row
    known = msgspec.json.decode(facts) if facts else {}
    return Entry(
        seq=seq,
        at=datetime.fromisoformat(at),
        person=person,
        initials=initials,
        event=Event(kind=kind, request=request, student=student, facts=known),
    )
