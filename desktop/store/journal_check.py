"""Checking the journal: that every entry follows from the one before and has its own facts."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import msgspec

from desktop.store import engine
from desktop.store.file_keys import FileKeys, journal_keys
from desktop.store.journal import (
    EMPTY,
    PURGED,
    SALVAGED,
    Head,
    digest_of,
    mac_of,
    range_of,
)

_PUBLIC = 8  # columns that the MAC covers
_KIND, _DIGEST = 4, 7


class Why(StrEnum):
    """What is wrong with an entry."""

    CHAIN = "chain"  # changed, moved, made up, or another was taken out before it
    FACTS_CHANGED = "facts_changed"
    FACTS_GONE = "facts_gone"  # and no purge says so
    FACTS_KEPT = "facts_kept"  # a purge says they are gone
    FACTS_STRAY = "facts_stray"  # of no entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The first entry that is not as it was written."""

    seq: int
    why: Why


def first_broken(
    connection: engine.Connection, keys: FileKeys, *, after: Head = EMPTY
) -> Broken | None:
    """The first entry that does not follow from the one before, or whose facts are not its own.

    Args:
        connection: the open file.
        keys: with those the journal was chained with before.
        after: check only what follows this entry, which is trusted.
    """
    gone, lost = purged(connection), salvaged(connection)
    before, expected, key_of = after.mac, after.seq + 1, journal_keys(keys)
    for row in connection.execute(
        "select e.seq, e.at, e.person_id, e.initials, e.kind, e.student_id, e.request_id, e.digest,"
        " e.mac, f.salt, f.facts from event e left join event_facts f on f.seq = e.seq"
        " where e.seq > ? order by e.seq",
        (after.seq,),
    ):
        seq, public, (mac, salt, facts) = row[0], row[:_PUBLIC], row[_PUBLIC:]
        chained = hmac.compare_digest(mac, mac_of(key_of(seq), before, public))
        if not (chained and seq == expected) and not _told_lost(
            range(expected, seq), lost, chained=chained or public[_KIND] != SALVAGED
        ):
            return Broken(seq=expected, why=Why.CHAIN)
        if public[_DIGEST] or facts is not None:
            why = _why_facts(public[_DIGEST], salt, facts, was_purged=seq in gone)
            if why is not None and not (why is Why.FACTS_GONE and seq in lost.without_facts):
                return Broken(seq=seq, why=why)
        before, expected = mac, seq + 1
    return _stray(connection, lost)


def _told_lost(gap: range, lost: Lost, *, chained: bool) -> bool:
    """Whether a salvage says that the entries of ``gap`` were lost.

    What follows entries that were lost cannot be held against them; it is held against what follows
    it, up to the entry that tells of the loss, which is ``chained`` to what was left.
    """
    return chained and bool(gap) and lost.missing.issuperset(gap)


def _stray(connection: engine.Connection, lost: Lost) -> Broken | None:
    """Facts of no entry. Those of lost entries are kept: they may tell what was lost."""
    stray = connection.execute(
        "select seq from event_facts where seq not in (select seq from event) order by seq"
    )
    found = next((seq for (seq,) in stray if seq not in lost.missing), None)
    return Broken(seq=found, why=Why.FACTS_STRAY) if found is not None else None


def _why_facts(
    digest: bytes, salt: bytes | None, facts: str | None, *, was_purged: bool
) -> Why | None:
    if facts is None or salt is None:
        return None if was_purged else Why.FACTS_GONE
    if was_purged:
        return Why.FACTS_KEPT
    matches = hmac.compare_digest(digest, digest_of(salt, facts))
    return None if matches else Why.FACTS_CHANGED


def purged(connection: engine.Connection) -> frozenset[int]:
    """The entries whose private part was destroyed, by what the purges say."""
    told = connection.execute(
        # Spelled out, not bound: that is how the planner knows the partial index.
        f"select f.facts from event e join event_facts f on f.seq = e.seq where e.kind = '{PURGED}'"
    )
    return _numbers(text for row in told for text in _dropped(row[0]))


def _dropped(facts: str) -> list[str]:
    try:
        return msgspec.json.decode(facts, type=_Purge).dropped
    except msgspec.MsgspecError:  # changed by hand; its own digest tells
        return []


class _Purge(msgspec.Struct):
    dropped: list[str] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """The entries that were lost with a damaged file, whole or only their private part."""

    missing: frozenset[int]
    without_facts: frozenset[int]


def salvaged(connection: engine.Connection) -> Lost:
    """What the salvages say was lost; nothing where there was none."""
    told = connection.execute(
        "select f.facts from event e join event_facts f on f.seq = e.seq where e.kind = ?",
        (SALVAGED,),
    )
    found = [_told_by(row[0]) for row in told]
    return Lost(
        missing=_numbers(text for one in found for text in one.missing),
        without_facts=_numbers(text for one in found for text in one.without_facts),
    )


def _told_by(facts: str) -> _Salvage:
    try:
        return msgspec.json.decode(facts, type=_Salvage)
    except msgspec.MsgspecError:  # changed by hand; its own digest tells
        return _Salvage()


def _numbers(ranges: Iterable[str]) -> frozenset[int]:
    return frozenset(seq for first, last in map(range_of, ranges) for seq in range(first, last + 1))


class _Salvage(msgspec.Struct):
    missing: list[str] = []
    without_facts: list[str] = []
