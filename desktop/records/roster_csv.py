"""A plain CSV with one row a student, read into a roster plan through a mapping of its columns.

What one row says is the business of ``roster_row``; here rows become students and families.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from desktop.records.roster import (
    Cancelled,
    FaultCode,
    Progress,
    RosterCounts,
    RosterGuardian,
    RosterLink,
    RosterPlan,
    RosterStudent,
    RowFault,
    Watch,
    file_fault,
    never,
    row_fault,
    silent,
)
from desktop.records.roster_cells import DayOrder
from desktop.records.roster_columns import RosterField, guess_mapping
from desktop.records.roster_gather import Gathered
from desktop.records.roster_row import RowDraft, RowReader
from desktop.records.roster_text import Table, UnusableFileError, read_table

PREVIEW_ROWS = 5
_NAME_FIELDS = frozenset({RosterField.GIVEN, RosterField.FAMILY, RosterField.FULL_NAME})
_KEY_FIELDS = frozenset({RosterField.LOCAL_NUMBER, RosterField.BORN_ON})


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvPreview:
    """The head of a file for the mapping screen: titles, a first guess, some rows.

    ``fault`` says why the file cannot be used; then the rest is empty.
    """

    headers: tuple[str, ...] = ()
    mapping: Mapping[int, RosterField] = field(default_factory=dict)
    rows: tuple[tuple[str, ...], ...] = ()
    fault: RowFault | None = None


def preview_csv(file: str, data: bytes) -> CsvPreview:
    """Titles, guessed mapping and the first ``PREVIEW_ROWS`` rows of a plain CSV."""
    try:
        table = read_table(file, data)
        rows = table.rows(0, [], Watch(silent, never, 0))
        first = tuple(tuple(row) for _, row in islice(rows, PREVIEW_ROWS))
    except UnusableFileError as unusable:
        return CsvPreview(fault=unusable.fault)
    if not first:
        return CsvPreview(fault=file_fault(file, FaultCode.HEADER_ONLY))
    return CsvPreview(headers=table.headers, mapping=guess_mapping(table.headers), rows=first)


def read_csv(
    file: str,
    data: bytes,
    mapping: Mapping[int, RosterField],
    *,
    today: date,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> RosterPlan:
    """Plan an import from one plain CSV.

    Args:
        file: its name, for the faults.
        data: its bytes.
        mapping: column places, from 0, with what stands in them; all other columns stay unread.
        today: no birth date may lie after it.
        progress: gets rows done and an estimate of all rows.
        cancelled: looked at every few hundred rows.

    Raises:
        ReadingStoppedError: ``cancelled`` said so. Every fault of the file is in the plan instead.
    """
    unusable = mapping_fault(file, mapping)
    if unusable:
        return RosterPlan(faults=(unusable,))
    try:
        table = read_table(file, data)
        reading = _Reading(table, mapping, today)
        watch = Watch(progress, cancelled, table.line_count)
        reading.read(watch)
    except UnusableFileError as bad:
        return RosterPlan(faults=(bad.fault,))
    watch.finish()
    return reading.plan(watch.rows)


def mapping_fault(file: str, mapping: Mapping[int, RosterField]) -> RowFault | None:
    """What makes a mapping unusable, if anything does."""
    fields = list(mapping.values())
    if not _NAME_FIELDS & set(fields):
        return file_fault(file, FaultCode.NAME_NOT_MAPPED)
    if not _KEY_FIELDS & set(fields):
        return file_fault(file, FaultCode.KEY_NOT_MAPPED)
    if len(fields) != len(set(fields)):
        return file_fault(file, FaultCode.FIELD_TWICE)
    return None


class _Reading:
    """One pass over one file."""

    def __init__(self, table: Table, mapping: Mapping[int, RosterField], today: date) -> None:
        self._table = table
        self._faults: list[RowFault] = []
        self._reader = RowReader(table, mapping, today, self._faults)
        self._drafts: list[RowDraft] = []

    def read(self, watch: Watch) -> None:
        """Every row becomes a draft or a fault.

        Raises:
            UnusableFileError: an open quote, an enormous cell, or no row at all.
            ReadingStoppedError: somebody pressed Cancel.
        """
        for line, row in self._table.rows(self._reader.columns, self._faults, watch):
            draft = self._reader.read(line, row)
            if draft is not None:
                self._drafts.append(draft)
        if not watch.rows:
            raise UnusableFileError(file_fault(self._table.file, FaultCode.HEADER_ONLY))

    def plan(self, rows: int) -> RosterPlan:
        """The drafts put together: each student once, each parent once, who belongs to whom."""
        column = self._reader.title(RosterField.LOCAL_NUMBER)
        gathered: Gathered[RosterStudent] = Gathered(self._table.file, column, self._faults)
        for draft in self._certain_drafts():
            gathered.add(draft.student.roster_key, draft.student, draft.student.line)
        guardians, links = self._families(gathered.taken)
        return RosterPlan(
            students=tuple(gathered.taken.values()),
            guardians=tuple(guardians.values()),
            links=tuple(links.values()),
            faults=tuple(sorted(self._faults, key=lambda fault: fault.line)),
            counts=RosterCounts(
                rows=rows,
                same_rows=gathered.same_rows,
                unread_languages=self._reader.unread_languages,
            ),
        )

    def _certain_drafts(self) -> Iterator[RowDraft]:
        """The drafts whose dates can mean one day only.

        Where at least as many dates of the file work only with the day first as work only with the
        month first, 3/4/2015 may be either: such rows become faults, not wrong birthdays.
        """
        orders = self._reader.orders
        day_first = orders[DayOrder.DAY_FIRST]
        doubtful = day_first > 0 and day_first >= orders[DayOrder.MONTH_FIRST]
        column = self._reader.title(RosterField.BORN_ON)
        for draft in self._drafts:
            if doubtful and draft.order is DayOrder.EITHER:
                line = draft.student.line
                code = FaultCode.DATE_AMBIGUOUS
                self._faults.append(row_fault(self._table.file, line, code, column))
            else:
                yield draft

    def _families(
        self, students: Mapping[str, RosterStudent]
    ) -> tuple[dict[str, RosterGuardian], dict[tuple[str, str], RosterLink]]:
        """Parents by key and links by pair; some systems write one row a parent."""
        guardians: dict[str, RosterGuardian] = {}
        links: dict[tuple[str, str], RosterLink] = {}
        for draft in self._drafts:
            student = draft.student.roster_key
            if students.get(student) != draft.student:
                continue
            for guardian, relationship in draft.guardians:
                key = guardian.roster_key
                guardians[key] = _completed(guardians.get(key, guardian), guardian)
                link = RosterLink(student=student, guardian=key, relationship=relationship)
                links.setdefault((student, key), link)
        return guardians, links


def _completed(first: RosterGuardian, later: RosterGuardian) -> RosterGuardian:
    """What a later row of the same parent adds to what the first left blank."""
    if first == later:
        return first
    return replace(
        first,
        phone=first.phone or later.phone,
        email=first.email or later.email,
        address=first.address if first.address.lines() else later.address,
        language=first.language or later.language,
    )
