"""The office's own wordings of its letters: every version is kept, the newest of each counts."""

from __future__ import annotations

from datetime import datetime

from desktop.records.office_wording import OfficeWording
from desktop.store.store import Change, Store


def wordings(store: Store) -> list[OfficeWording]:
    """Every version of every letter, oldest first."""
    rows = store.rows(
        "select template, language, version, title, text, shipped_version, shipped_title,"
        " shipped_text, reason, changed_by, changed_at from office_letter"
        " order by template, language, version"
    )
    return [
        OfficeWording(
            template=row[0],
            language=row[1],
            version=row[2],
            title=row[3],
            text=row[4],
            shipped_version=row[5],
            shipped_title=row[6],
            shipped_text=row[7],
            reason=row[8],
            changed_by=row[9],
            changed_at=datetime.fromisoformat(row[10]),
        )
        for row in rows
    ]


def add_wording(change: Change, row: int, wording: OfficeWording) -> None:
    """Enter a version; those before it stay."""
    change.execute(
        "insert into office_letter (id, template, language, version, title, text, shipped_version,"
        " shipped_title, shipped_text, reason, changed_by, changed_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row,
            wording.template,
            wording.language,
            wording.version,
            wording.title,
            wording.text,
            wording.shipped_version,
            wording.shipped_title,
            wording.shipped_text,
            wording.reason,
            wording.changed_by,
            wording.changed_at.isoformat(timespec="seconds"),
        ),
    )
