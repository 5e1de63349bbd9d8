"""Read a roster from where it lies and see what it would change; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.actions.roster import compare_roster
from desktop.office.roster_files import fetch_roster
from desktop.records.roster import Cancelled, Progress, RosterPlan
from desktop.records.roster_changes import RosterChanges
from desktop.records.roster_columns import RosterField
from desktop.records.roster_csv import CsvPreview, preview_csv, read_csv
from desktop.records.roster_oneroster import read_oneroster
from desktop.store.store import Store

ONE_ROSTER, PLAIN = "oneroster", "csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainList:
    """A plain CSV, read as far as its titles: somebody must say what each column is."""

    file: str
    data: bytes
    preview: CsvPreview


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRead:
    """A roster read and compared. ``source`` is "oneroster" or "csv", for the history."""

    file: str
    source: str
    plan: RosterPlan
    found: RosterChanges

    def without_faulty_rows(self) -> RosterRead:
        """The same without its faulty rows. They brought nothing, so it changes the same."""
        return replace(self, plan=self.plan.without_faulty_rows())


def read_roster(
    path: Path,
    *,
    open_store: Callable[[], Store],
    today: date,
    progress: Progress,
    cancelled: Cancelled,
) -> PlainList | RosterRead:
    """Read what lies at ``path``: a OneRoster set whole, a plain CSV as far as its titles.

    Raises:
        DeskError: nothing that can be read lies there; see ``fetch_roster``.
        ReadingStoppedError: ``cancelled`` said so.
    """
    roster = fetch_roster(path)
    if not roster.one_roster:
        name, data = roster.table()
        return PlainList(file=name, data=data, preview=preview_csv(name, data))
    plan = read_oneroster(roster.files, today=today, progress=progress, cancelled=cancelled)
    return _compared(path.name, ONE_ROSTER, plan, open_store)


def read_list(
    table: PlainList,
    mapping: Mapping[int, RosterField],
    *,
    open_store: Callable[[], Store],
    today: date,
    progress: Progress,
    cancelled: Cancelled,
) -> RosterRead:
    """Read a plain CSV whole, with what each column is.

    Raises:
        ReadingStoppedError: ``cancelled`` said so.
    """
    plan = read_csv(
        table.file, table.data, mapping, today=today, progress=progress, cancelled=cancelled
    )
    return _compared(table.file, PLAIN, plan, open_store)


def _compared(
    file: str, source: str, plan: RosterPlan, open_store: Callable[[], Store]
) -> RosterRead:
    with closing(open_store()) as store:
        found = compare_roster(store, plan)
    return RosterRead(file=file, source=source, plan=plan, found=found)
