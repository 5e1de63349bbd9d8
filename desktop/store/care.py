"""What people who are no parent on paper told about a student: writing and reading it."""

from __future__ import annotations

from datetime import date

from desktop.records.care import Care
from desktop.records.ids import PartyId, StudentId
from desktop.store.store import Change, Row, Store

_COLUMNS = (
    "student_id, party_id, lives_with, parent_absent, paper, paper_until_on, idea_parent, told_on"
)


def care(store: Store, student: StudentId, party: PartyId) -> Care | None:
    """What this person told about this student; None where nobody asked."""
    rows = store.rows(
        f"select {_COLUMNS} from care where student_id = ? and party_id = ?", (student, party)
    )
    return _care(rows[0]) if rows else None


def save_care(change: Change, told: Care) -> None:
    """Write what was told; it takes the place of what the same person told before."""
    change.execute(
        f"insert into care ({_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict (student_id, party_id) do update set lives_with = excluded.lives_with,"
        " parent_absent = excluded.parent_absent, paper = excluded.paper,"
        " paper_until_on = excluded.paper_until_on, idea_parent = excluded.idea_parent,"
        " told_on = excluded.told_on",
        (
            told.student,
            told.party,
            told.lives_with,
            told.parent_absent,
            told.paper,
            told.paper_until_on and told.paper_until_on.isoformat(),
            told.idea_parent,
            told.told_on.isoformat(),
        ),
    )


def _care(row: Row) -> Care:
    return Care(
        student=row[0],
        party=row[1],
        lives_with=bool(row[2]),
        parent_absent=bool(row[3]),
        paper=row[4],
        paper_until_on=row[5] and date.fromisoformat(row[5]),
        idea_parent=bool(row[6]),
        told_on=date.fromisoformat(row[7]),
    )
