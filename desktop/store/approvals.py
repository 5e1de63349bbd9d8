"""What the principal was asked on a request, and what they decided."""

from __future__ import annotations

from datetime import datetime

from desktop.records.approval import Approval, Decision
from desktop.records.ids import RequestId
from desktop.store.store import Change, Store


def approvals(store: Store, request: RequestId) -> tuple[Approval, ...]:
    """The approvals of one request, oldest first."""
    rows = store.rows(
        "select id, step, asked_by, asked_at, ask_note, decision, decided_by, decided_at, note"
        " from approval where request_id = ? order by asked_at, id",
        (request,),
    )
    return tuple(
        Approval(
            id=row[0],
            step=row[1],
            asked_by=row[2],
            asked_at=datetime.fromisoformat(row[3]),
            ask_note=row[4],
            decision=Decision(row[5]),
            decided_by=row[6],
            decided_at=row[7] and datetime.fromisoformat(row[7]),
            note=row[8],
        )
        for row in rows
    )


def save_approval(change: Change, request: RequestId, approval: Approval) -> None:
    """Write an approval, asked for or decided."""
    change.execute(
        "insert into approval (id, request_id, step, asked_by, asked_at, ask_note, decision,"
        " decided_by, decided_at, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict (id) do update set decision = excluded.decision,"
        " decided_by = excluded.decided_by, decided_at = excluded.decided_at, note = excluded.note",
        (
            approval.id,
            request,
            approval.step,
            approval.asked_by,
            approval.asked_at.isoformat(timespec="seconds"),
            approval.ask_note,
            approval.decision,
            approval.decided_by,
            approval.decided_at and approval.decided_at.isoformat(timespec="seconds"),
            approval.note,
        ),
    )
