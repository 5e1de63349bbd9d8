"""Check a records file from end to end: its pages, its journal, and its mark. Nothing is changed.

Only what was committed before is brought from the write-ahead log into the file, as every opening
does. A file that another program holds is checked without its raw pages, which are in motion.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from desktop.errors import DeskError
from desktop.store import journal, vault
from desktop.store.faults import translated
from desktop.store.file_keys import FileKeys
from desktop.store.journal import Head
from desktop.store.journal_check import Broken, first_broken, purged
from desktop.store.mark import Mark, Standing, State, standing

_DAMAGE = frozenset({"damaged", "truncated", "empty", "disk"})


class Outcome(StrEnum):
    """What the check found, the gravest first."""

    CANNOT_OPEN = "cannot_open"
    DAMAGED = "damaged"
    TAMPERED = "tampered"
    ROLLED_BACK = "rolled_back"
    CLEAN = "clean"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The outcome and what it rests on; what could not be looked at is None.

    ``purged`` counts the entries whose facts were destroyed with old files, which is as it should
    be. ``pages_checked`` is False where another program had the file open. ``copied_at`` is when a
    copy was made: nothing else is said of one that is clean.
    """

    outcome: Outcome
    head: Head | None = None
    standing: Standing | None = None
    broken: Broken | None = None
    purged: int = 0
    pages_checked: bool = False
    copied_at: datetime | None = None
    fault: DeskError | None = None


def verify(path: Path, keys: FileKeys) -> Verification:
    """Check the records file at ``path`` and the mark beside it.

    The pages are read beside the journal, each on a connection of its own.
    """
    try:
        at_rest = _at_rest(path, keys)
        with ThreadPoolExecutor(max_workers=1) as beside:
            pages = beside.submit(_pages_sound, path, keys, at_rest=at_rest)
            found = _unless_damaged(pages, lambda: _looked(path, keys, at_rest=at_rest))
    except DeskError as fault:
        damaged = fault.code in _DAMAGE
        outcome = Outcome.DAMAGED if damaged else Outcome.CANNOT_OPEN
        return Verification(outcome=outcome, fault=fault)
    return found or Verification(outcome=Outcome.DAMAGED, pages_checked=at_rest)


def _unless_damaged(pages: Future[bool], look: Callable[[], Verification]) -> Verification | None:
    """What was found in the journal; None where the pages it stands on are not sound."""
    try:
        found = look()
    except Exception:
        if pages.result():
            raise
        return None  # nothing that is read from damaged pages counts
    return found if pages.result() else None


def _at_rest(path: Path, keys: FileKeys) -> bool:
    """Whether all that was committed stands in the file itself; brought there where it was not.

    The check of the raw pages would take what only a power cut left behind for damage.
    """
    with closing(vault.open_to_look(path, keys.database)) as connection, translated():
        busy, _log, _moved = connection.execute("pragma wal_checkpoint(truncate)").fetchone()
    return not busy


def _pages_sound(path: Path, keys: FileKeys, *, at_rest: bool) -> bool:
    with closing(vault.open_to_look(path, keys.database)) as connection, translated():
        if at_rest and connection.execute("pragma cipher_integrity_check").fetchone() is not None:
            return False
        return bool(connection.execute("pragma quick_check(1)").fetchone()[0] == "ok")


def _looked(path: Path, keys: FileKeys, *, at_rest: bool) -> Verification:
    with closing(vault.open_to_look(path, keys.database)) as connection, translated():
        found = standing(connection, keys, Mark(path, keys.mark))
        broken = first_broken(connection, keys)
        return Verification(
            outcome=_outcome(found, broken),
            head=journal.head(connection),
            standing=found,
            broken=broken,
            purged=len(purged(connection)),
            pages_checked=at_rest,
        )


def _outcome(found: Standing, broken: Broken | None) -> Outcome:
    if broken is not None or found.state is State.FORKED:
        return Outcome.TAMPERED
    if found.state is State.AHEAD:
        return Outcome.ROLLED_BACK
    if found.state in {State.MISSING, State.DAMAGED}:
        return Outcome.DAMAGED  # nothing vouches for the end of the journal
    return Outcome.CLEAN
