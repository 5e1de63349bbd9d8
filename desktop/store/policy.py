"""What the office decided about the limits, kept one row a decision, newest last."""

from __future__ import annotations

from datetime import datetime

import msgspec

from desktop.records.office_policy import OwnLimit, Policy, PolicyKind
from desktop.records.person import Initials
from desktop.store.store import Change, Store


def decisions(store: Store) -> list[Policy]:
    """Every decision, oldest first."""
    rows = store.rows(
        "select rule, kind, body, reason, decided_by, decided_at from office_rule order by id"
    )
    return [
        Policy(
            rule=row[0],
            kind=PolicyKind(row[1]),
            limit=msgspec.json.decode(row[2], type=OwnLimit) if row[2] else None,
            reason=row[3],
            decided_by=row[4],
            decided_on=datetime.fromisoformat(row[5]).astimezone().date(),
        )
        for row in rows
    ]


def decide(change: Change, row: int, policy: Policy, by: Initials) -> None:
    """Enter a decision; earlier ones on the same rule stay for the history."""
    change.execute(
        "insert into office_rule (id, rule, kind, body, reason, decided_by, decided_at)"
        " values (?, ?, ?, ?, ?, ?, ?)",
        (
            row,
            policy.rule,
            policy.kind,
            msgspec.json.encode(policy.limit).decode() if policy.limit else "",
            policy.reason.strip(),
            policy.decided_by,
            by.at.isoformat(timespec="milliseconds"),
        ),
    )
