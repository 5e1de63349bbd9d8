"""The numbers of days the office set itself, one row a decision, newest last."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.records.person import Initials
from desktop.store.store import Change, Store


def decided(store: Store) -> dict[str, int]:
    """What holds by the office's own decision, by the target's name."""
    rows = store.rows(
        "select name, number from target where id in (select max(id) from target group by name)"
        " and number is not null"
    )
    return {row[0]: row[1] for row in rows}


def decide(
    change: Change, numbers: Mapping[int, tuple[str, int | None]], reason: str, by: Initials
) -> None:
    """Enter decisions by their row's id; None goes back to what is shipped."""
    for row, (name, number) in numbers.items():
        change.execute(
            "insert into target (id, name, number, reason, decided_by, decided_at)"
            " values (?, ?, ?, ?, ?, ?)",
            (row, name, number, reason, by.person, by.at.isoformat(timespec="milliseconds")),
        )
