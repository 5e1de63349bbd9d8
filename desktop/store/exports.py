"""The tables that left as files: written once, listed, never edited."""

from __future__ import annotations

from datetime import date, datetime

from desktop.records.export import Export, ExportAsked
from desktop.records.sheet import SheetFormat
from desktop.store.store import Change, Store


def save_export(change: Change, made: Export) -> None:
    """Keep what left; the table refuses to change it afterwards."""
    change.execute(
        "insert into export (id, sheet, format, receiver, reason, count, withheld, sha256, made_on,"
        " made_at, made_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made.id,
            made.sheet,
            made.asked.format,
            made.asked.receiver,
            made.asked.reason,
            made.count,
            made.withheld,
            made.sha256,
            made.made_on.isoformat(),
            made.made_at.isoformat(timespec="seconds"),
            made.made_by,
        ),
    )


def exports_between(store: Store, first: date, last: date) -> list[Export]:
    """What left in this time, the newest first."""
    rows = store.rows(
        "select id, sheet, format, receiver, reason, count, withheld, sha256, made_on, made_at,"
        " made_by from export where made_on between ? and ? order by made_on desc, id desc",
        (first.isoformat(), last.isoformat()),
    )
    return [
        Export(
            id=row[0],
            sheet=row[1],
            asked=ExportAsked(receiver=row[3], reason=row[4], format=SheetFormat(row[2])),
            count=row[5],
            withheld=row[6],
            sha256=row[7],
            made_on=date.fromisoformat(row[8]),
            made_at=datetime.fromisoformat(row[9]),
            made_by=row[10],
        )
        for row in rows
    ]
