"""What readers of roster files share: cells checked for length, and each key taken once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from desktop.records.names import clean_name
from desktop.records.roster import FaultCode, RowFault, row_fault
from desktop.records.roster_cells import MAX_CELL

T = TypeVar("T")


@dataclass(slots=True)
class Gathered(Generic[T]):
    """Values by key as the rows of one file bring them.

    A row that repeats an earlier one is counted and dropped. A row that brings the same key with
    other facts is a fault on both lines, and neither is taken: nobody can tell which is right.
    """

    file: str
    column: str
    faults: list[RowFault]
    taken: dict[str, T] = field(default_factory=dict)
    same_rows: int = 0
    _first_line: dict[str, int] = field(default_factory=dict)
    _disputed: set[str] = field(default_factory=set)

    def add(self, key: str, value: T, line: int) -> bool:
        """Take ``value`` for ``key``; false when the row repeats or disputes an earlier one."""
        first = self._first_line.setdefault(key, line)
        if first == line:
            self.taken[key] = value
            return True
        if self.taken.get(key) == value:
            self.same_rows += 1
        else:
            self._dispute(key, first, line)
        return False

    def _dispute(self, key: str, first: int, line: int) -> None:
        if key not in self._disputed:
            self._disputed.add(key)
            self._fault(first, line)
        self._fault(line, first)
        self.taken.pop(key, None)

    def _fault(self, line: int, other: int) -> None:
        self.faults.append(row_fault(self.file, line, FaultCode.ID_TWICE, self.column, other=other))


@dataclass(slots=True)
class Cells:
    """The cells of one row under the names a reader gives their columns, cleaned.

    Only the columns in ``places`` can be read: nothing else of the row leaves the reader.
    """

    file: str
    titles: tuple[str, ...]
    places: dict[str, int]
    faults: list[RowFault]
    line: int = 0
    row: list[str] = field(default_factory=list)
    faulty: bool = False
    _read: dict[str, str] = field(default_factory=dict)

    def turn_to(self, line: int, row: list[str]) -> None:
        """Go to the next row."""
        self.line, self.row, self.faulty = line, row, False
        self._read.clear()

    def __getitem__(self, name: str) -> str:
        """The cell, cleaned; empty when the file has no such column or the row ends before it."""
        text = self._read.get(name)
        if text is None:
            text = clean_name(self._raw(name))
            if len(text) > MAX_CELL:
                self.fault(FaultCode.TOO_LONG, name, most=MAX_CELL)
                text = text[:MAX_CELL]
            self._read[name] = text
        return text

    def ids(self, name: str) -> tuple[str, ...]:
        """The ids a cell lists, separated by commas; such a list may be long."""
        return tuple(part for part in map(clean_name, self._raw(name).split(",")) if part)

    def _raw(self, name: str) -> str:
        place = self.places.get(name, -1)
        return self.row[place] if 0 <= place < len(self.row) else ""

    def check_name(self, column: str, given: str, family: str) -> None:
        """A person needs one name at least; how long each may be is told of its own cell."""
        if not given and not family:
            self.fault(FaultCode.NAME_MISSING, column)

    def fault(self, code: FaultCode, name: str = "", **values: str | int) -> None:
        """Something is wrong with this row; under ``name`` stands its column."""
        self.faulty = True
        title = self.titles[self.places[name]] if name in self.places else ""
        self.faults.append(row_fault(self.file, self.line, code, title, **values))
