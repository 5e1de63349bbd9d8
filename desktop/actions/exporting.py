"""A table leaves as a file: who gets it and what for is asked, and the history keeps its hash.

What a paper on file keeps from somebody leaves in no table, whoever gets it: a file goes on to
hands nobody here knows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.actions.changes import Changes, Kind
from desktop.actions.days import school_page
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.office.private_file import private_file
from desktop.office.spreadsheet import as_file
from desktop.records.confidential import kept_quiet, shows
from desktop.records.export import Export, ExportAsked
from desktop.records.ids import ExportId, new_id
from desktop.records.person import Initials
from desktop.records.sheet import Cell, Sheet
from desktop.records.typed_words import LONGEST_NAME
from desktop.store import exports, students
from desktop.store.journal import Event, Fact
from desktop.store.store import Store
from desktop.wording.sentences import Wording

KIND = "export.made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A table just saved, and what changed with it."""

    made: Export
    changes: Changes


def check_export(asked: ExportAsked) -> ExportAsked:
    """What is asked, as it is kept.

    Raises:
        DeskError: ``export_receiver``, ``export_reason``, ``nine_digits``.
    """
    kept = replace(asked, receiver=kept_words(asked.receiver), reason=kept_words(asked.reason))
    if not kept.receiver or len(kept.receiver) > LONGEST_NAME:
        raise DeskError(
            "export_receiver",
            "Who gets the file is missing, or too long.",
            "Write the person and the body; for the office's own use, write that.",
        )
    if not kept.reason:
        raise DeskError(
            "export_reason", "What the file is for is missing.", "Write it in a few words."
        )
    return kept


def export_sheet(
    store: Store,
    sheet: Sheet,
    asked: ExportAsked,
    *,
    path: Path,
    wording: Wording,
    today: date,
    by: Initials,
) -> Exported:
    """Write ``sheet`` to ``path``, for this person alone, and keep what left: count and hash.

    The journal names the table by its code, and nobody; who got it stands in the register.

    Raises:
        DeskError: what ``check_export`` refuses; ``role``; ``file_name``, ``not_saved``. No file is
            written then.
    """
    asked = check_export(asked)
    shown, withheld = _without_kept(store, sheet, wording, today)
    body = as_file(shown, asked.format)
    made = Export(
        id=ExportId(new_id(by.at)),
        sheet=sheet.id,
        asked=asked,
        count=len(sheet.rows),
        withheld=withheld,
        sha256=hashlib.sha256(body).hexdigest(),
        made_on=today,
        made_at=by.at,
        made_by=by.person,
    )
    with private_file(path, body) as put:
        with store.change(_event(made), by=by) as change:
            exports.save_export(change, made)
        put()  # last: no table leaves that is not in the register
    return Exported(made=made, changes=Changes(kinds=frozenset({Kind.REGISTER})))


def _without_kept(store: Store, sheet: Sheet, wording: Wording, today: date) -> tuple[Sheet, int]:
    """The table without what papers keep from somebody, and how many cells that took."""
    hidden, mark = _hidden(store, today), wording.text("export.withheld")
    rows = tuple(tuple(_open(cell, hidden, mark) for cell in row) for row in sheet.rows)
    count = sum(
        before != after
        for old, new in zip(sheet.rows, rows, strict=True)
        for before, after in zip(old, new, strict=True)
    )
    return replace(sheet, rows=rows), count


def _hidden(store: Store, today: date) -> frozenset[str]:
    school = school_page(store)
    kept = (
        kept_quiet(students.orders(store, one), students.guardians(store, one), school, today)
        for one in students.with_orders(store)
    )
    return frozenset[str]().union(*kept)


def _open(cell: Cell, hidden: Iterable[str], mark: str) -> Cell:
    return mark if isinstance(cell, str) and shows(cell, hidden) else cell


def _event(made: Export) -> Event:
    facts: dict[str, Fact] = {
        "export": made.id,
        "sheet": made.sheet,
        "format": made.asked.format.value,
        "count": made.count,
        "withheld": made.withheld,
        "sha256": made.sha256,
    }
    return Event(kind=KIND, facts=facts)
