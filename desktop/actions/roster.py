"""Apply a roster: compare it with what is on file, then write all of it or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from desktop.actions.changes import Changes, Kind
from desktop.errors import DeskError
from desktop.records.ids import PartyId, StudentId, new_ids
from desktop.records.party import Party, Relationship
from desktop.records.person import Initials
from desktop.records.roster import (
    ROWS_BETWEEN_LOOKS,
    Cancelled,
    Progress,
    ReadingStoppedError,
    RosterPlan,
)
from desktop.records.roster_changes import RosterChanges, changes
from desktop.records.student import Student
from desktop.store import families, students
from desktop.store.journal import Event
from desktop.store.store import Store

T = TypeVar("T")


def compare_roster(store: Store, plan: RosterPlan) -> RosterChanges:
    """What applying ``plan`` would do; nothing is written."""
    return changes(
        plan,
        students.all_students(store),
        students.all_guardians(store),
        students.roster_parties(store),
    )


def apply_roster(
    store: Store,
    plan: RosterPlan,
    *,
    source: str,
    progress: Progress,
    cancelled: Cancelled,
    by: Initials,
) -> tuple[RosterChanges, Changes]:
    """Write the whole roster in one change; students missing from it stay as they are.

    Args:
        store: opened by the thread this runs in.
        plan: without faults, or with the faulty rows left out on purpose.
        source: "oneroster" or "csv", for the history.
        progress: told how many of all rows are written.
        cancelled: looked at between rows; when true nothing is kept.
        by: whose initials stand under it.

    Raises:
        DeskError: ``roster.faults`` while a row is faulty; disk faults.
        ReadingStoppedError: somebody pressed Cancel. Nothing is written.
    """
    if not plan.applicable:
        raise DeskError(
            "roster.faults",
            "Some rows of the file are faulty, so nothing was imported.",
            "Mend the file, or choose to leave those rows out.",
        )
    found = compare_roster(store, plan)
    new_students = _students_entered(found, by)
    new_parties = _parties_entered(found, by)
    look = _Looks(progress, cancelled, _rows_to_write(found))
    event = Event(
        kind="roster.imported",
        facts={
            "source": source,
            "new": len(found.new),
            "updated": len(found.updated),
            "unchanged": found.unchanged,
            "new_guardians": len(found.new_guardians),
            "updated_guardians": len(found.updated_guardians),
        },
    )
    with store.change(event, by=by) as change:
        families.save_students(change, look.at(new_students.values()))
        families.save_students(change, look.at(one.after for one in found.updated))
        families.save_parties(change, look.at(new_parties.values()))
        families.save_parties(change, look.at(one.after for one in found.updated_guardians))
        families.save_guardians(change, look.at(_links(found, new_students, new_parties)))
    return found, Changes(kinds=frozenset({Kind.STUDENT, Kind.REQUEST}))


def _students_entered(found: RosterChanges, by: Initials) -> dict[str, Student]:
    """The new students by roster key, each under an id of their own."""
    ids = new_ids(by.at, len(found.new))
    return {
        one.roster_key: one.entered(StudentId(id_)) for one, id_ in zip(found.new, ids, strict=True)
    }


def _parties_entered(found: RosterChanges, by: Initials) -> dict[str, Party]:
    """The new guardians by roster key, each under an id of their own."""
    ids = new_ids(by.at, len(found.new_guardians))
    return {
        one.roster_key: one.entered(PartyId(id_))
        for one, id_ in zip(found.new_guardians, ids, strict=True)
    }


class _Looks:
    """Counts rows as they are written, tells the progress and stops when asked to."""

    def __init__(self, progress: Progress, cancelled: Cancelled, total: int) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._total = total
        self._done = 0

    def at(self, rows: Iterable[T]) -> Iterator[T]:
        """The same rows, looked at in between."""
        for row in rows:
            if self._done % ROWS_BETWEEN_LOOKS == 0:
                self._progress(self._done, self._total)
                if self._cancelled():
                    raise ReadingStoppedError
            yield row
            self._done += 1


def _rows_to_write(found: RosterChanges) -> int:
    lists = (found.new, found.updated, found.new_guardians, found.updated_guardians, found.links)
    return sum(map(len, lists))


def _links(
    found: RosterChanges, new_students: dict[str, Student], new_parties: dict[str, Party]
) -> Iterator[tuple[StudentId, PartyId, Relationship]]:
    student_ids = {**found.student_ids, **{key: one.id for key, one in new_students.items()}}
    party_ids = {**found.party_ids, **{key: one.id for key, one in new_parties.items()}}
    for link in found.links:
        yield student_ids[link.student], party_ids[link.guardian], link.relationship
