"""What a roster file brings: students, the people on file for them, and the faults of the file.

Plain values shared by the readers (OneRoster sets, plain CSV), the screen that shows the preview
and the action that applies it. A plan goes in whole or not at all; nothing here reads or writes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from desktop.errors import DeskError
from desktop.records.ids import PartyId, StudentId
from desktop.records.party import Party, Relationship
from desktop.records.school import Address
from desktop.records.sentence import Sentence, Value, sentence
from desktop.records.student import Enrollment, Student

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]

ROWS_BETWEEN_LOOKS = 250


class FaultCode(StrEnum):
    """What can be wrong with a roster file or one of its rows; ``roster.fault.…`` says it."""

    EMPTY = "empty"
    HEADER_ONLY = "header_only"
    PDF = "pdf"
    SPREADSHEET = "spreadsheet"
    ZIP = "zip"
    WEB_PAGE = "web_page"
    NOT_A_TABLE = "not_a_table"
    ENCODING = "encoding"
    NUL = "nul"
    QUOTES = "quotes"
    CELL_TOO_LARGE = "cell_too_large"
    TOO_MANY_COLUMNS = "too_many_columns"
    COLUMNS_MISSING = "columns_missing"
    COLUMN_TWICE = "column_twice"
    USERS_MISSING = "users_missing"
    ROLES_MISSING = "roles_missing"
    NO_STUDENTS = "no_students"
    NAME_NOT_MAPPED = "name_not_mapped"
    KEY_NOT_MAPPED = "key_not_mapped"
    FIELD_TWICE = "field_twice"
    ROW_TOO_WIDE = "row_too_wide"
    ROW_TOO_SHORT = "row_too_short"
    ID_MISSING = "id_missing"
    ID_TWICE = "id_twice"
    NAME_MISSING = "name_missing"
    KEY_MISSING = "key_missing"
    TOO_LONG = "too_long"
    DATE_UNREADABLE = "date_unreadable"
    DATE_IMPOSSIBLE = "date_impossible"
    DATE_DAY_FIRST = "date_day_first"
    DATE_AMBIGUOUS = "date_ambiguous"
    DATE_NUMBER = "date_number"
    DATE_FUTURE = "date_future"
    DATE_TOO_EARLY = "date_too_early"
    YES_OR_NO = "yes_or_no"
    ENROLLMENT = "enrollment"
    SOCIAL_SECURITY = "social_security"
    NUMBER_SHORTENED = "number_shortened"


class ReadingStoppedError(DeskError):
    """Somebody pressed Cancel while a roster was read; there is no plan and nothing changed."""

    def __init__(self) -> None:
        super().__init__("roster.stopped", "Reading the roster was stopped; nothing was changed.")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFault:
    """One thing wrong, and where.

    ``line`` is the physical line of the file as an editor counts it, from 1; 0 when the fault
    belongs to no line. ``column`` is the column's title. ``whole_file`` faults cannot be left out.
    The sentence never repeats what stands in the cell: it may be a child's birth date.
    """

    file: str
    line: int = 0
    column: str = ""
    says: Sentence
    whole_file: bool = False

    @property
    def place(self) -> Sentence:
        """Where it is: "users.csv, line 12, birthDate"."""
        shape = ("file", "file_line")[self.line > 0] + ("_column" if self.column else "")
        return sentence(f"roster.place.{shape}", file=self.file, line=self.line, column=self.column)


def row_fault(file: str, line: int, code: FaultCode, column: str = "", **values: Value) -> RowFault:
    """A fault of one row; leaving the row out mends it."""
    says = sentence(f"roster.fault.{code}", **values)
    return RowFault(file=file, line=line, column=column, says=says)


def file_fault(file: str, code: FaultCode, line: int = 0, **values: Value) -> RowFault:
    """A fault that makes the file as a whole unusable."""
    says = sentence(f"roster.fault.{code}", **values)
    return RowFault(file=file, line=line, says=says, whole_file=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterStudent:
    """A student as the file describes them: the fields the office keeps and no other.

    ``roster_key`` is what a later import recognizes the student by. An empty text, or ``None`` for
    ``born_on`` and ``special_education``, means that the file does not say; it never means "none".
    """

    roster_key: str
    given: str = ""
    middle: str = ""
    family: str = ""
    preferred: str = ""
    other_names: tuple[str, ...] = ()
    born_on: date | None = None
    grade: str = ""
    school_name: str = ""
    local_number: str = ""
    enrollment: Enrollment | None = None
    special_education: bool | None = None
    home_language: str = ""
    line: int = field(default=0, compare=False)

    def full_name(self) -> str:
        """Given, middle and family name; single-name students have one part."""
        return " ".join(part for part in (self.given, self.middle, self.family) if part)

    def entered(self, as_: StudentId) -> Student:
        """The student to be put on file under a new id; what the file does not say is blank."""
        return Student(
            id=as_,
            given=self.given,
            middle=self.middle,
            family=self.family,
            preferred=self.preferred,
            other_names=self.other_names,
            born_on=self.born_on,
            grade=self.grade,
            school_name=self.school_name,
            local_number=self.local_number,
            enrollment=self.enrollment or Enrollment.ENROLLED,
            special_education=bool(self.special_education),
            home_language=self.home_language,
            roster_key=self.roster_key,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterGuardian:
    """A parent or guardian as the file describes them; an empty part means it does not say."""

    roster_key: str
    name: str
    phone: str = ""
    email: str = ""
    address: Address = field(default_factory=Address)
    language: str = ""
    line: int = field(default=0, compare=False)

    def entered(self, as_: PartyId) -> Party:
        """The party to be put on file under a new id."""
        return Party(
            id=as_,
            name=self.name,
            phone=self.phone,
            email=self.email,
            address=self.address,
            language=self.language,
            roster_key=self.roster_key,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterLink:
    """Who is on file for whom, by roster keys."""

    student: str
    guardian: str
    relationship: Relationship


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterCounts:
    """What was seen on the way; nothing here stops an import.

    ``other_people`` are staff and others who are neither student nor guardian: not taken.
    ``same_rows`` repeat an earlier row and were dropped. ``unlinked_guardians`` belong to no
    student of the file: not taken. ``unknown_guardians`` are named by a student but not in the
    file. ``unread_languages`` are language cells no code was found for.
    """

    rows: int = 0
    other_people: int = 0
    same_rows: int = 0
    unlinked_guardians: int = 0
    unknown_guardians: int = 0
    unread_languages: int = 0
    left_out_rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterPlan:
    """What an import would bring, all or nothing.

    ``students`` and ``guardians`` come from rows without fault. ``complete`` is false for a
    OneRoster delta, which lists only what changed: nobody is missing from such a file.
    """

    students: tuple[RosterStudent, ...] = ()
    guardians: tuple[RosterGuardian, ...] = ()
    links: tuple[RosterLink, ...] = ()
    faults: tuple[RowFault, ...] = ()
    counts: RosterCounts = RosterCounts()
    complete: bool = True

    @property
    def applicable(self) -> bool:
        """Whether the plan may be applied: only without a fault."""
        return not self.faults

    @property
    def mendable(self) -> bool:
        """Whether leaving out faulty rows would make the plan applicable and not empty."""
        return bool(self.students) and not any(fault.whole_file for fault in self.faults)

    def without_faulty_rows(self) -> RosterPlan:
        """The plan an office gets that chooses to leave the faulty rows out.

        Faults of a whole file stay, and the plan stays inapplicable.
        """
        kept = tuple(fault for fault in self.faults if fault.whole_file)
        rows = {(fault.file, fault.line) for fault in self.faults if not fault.whole_file}
        left_out = self.counts.left_out_rows + len(rows)
        return replace(self, faults=kept, counts=replace(self.counts, left_out_rows=left_out))


class Watch:
    """Counts the rows read, reports them, and notices that somebody pressed Cancel.

    Looks at ``cancelled`` before the first row and then every ``ROWS_BETWEEN_LOOKS`` rows, blank
    ones too. ``rows`` counts those that are not blank.
    """

    def __init__(self, progress: Progress, cancelled: Cancelled, total: int) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._total = total
        self._passed = 0
        self.rows = 0

    def row(self, *, blank: bool = False) -> None:
        """One more row.

        Raises:
            ReadingStoppedError: somebody pressed Cancel.
        """
        if self._passed % ROWS_BETWEEN_LOOKS == 0:
            self.look()
        self._passed += 1
        self.rows += not blank

    def look(self) -> None:
        """Report and look now, between two long pieces of work.

        Raises:
            ReadingStoppedError: somebody pressed Cancel.
        """
        if self._cancelled():
            raise ReadingStoppedError
        self._progress(min(self._passed, self._total), self._total)

    def finish(self) -> None:
        """All rows are done.

        Raises:
            ReadingStoppedError: somebody pressed Cancel at the last moment.
        """
        self.look()
        self._progress(self._total, self._total)


def silent(_done: int, _total: int) -> None:
    """No progress wanted."""


def never() -> bool:
    """Nobody can cancel."""
    return False
