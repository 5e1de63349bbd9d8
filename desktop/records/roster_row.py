"""One row of a plain roster CSV: the student in it and the parents or guardians beside them.

A student's roster key is "csv:" and the local number. Without a number it is "csv:" and a digest of
the folded name and the birth date: the same row gives the same key next year, two children who
share a name do not share it, and a key shows no name. A parent's key is a digest of the name with
the e-mail, phone or address, so that brothers and sisters share one parent; a parent without any
of these belongs to this one student.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from desktop.records.names import fold
from desktop.records.party import Relationship
from desktop.records.roster import FaultCode, RosterGuardian, RosterStudent, RowFault
from desktop.records.roster_cells import (
    DayOrder,
    NameParts,
    enrollment_named,
    grade_label,
    is_blank,
    language_code,
    looks_like_social_security,
    one_line_address,
    read_birth_date,
    relationship_named,
    split_name,
    unlisted_name,
    yes_or_no,
)
from desktop.records.roster_columns import GUARDIAN_NUMBERS, RosterField
from desktop.records.roster_gather import Cells
from desktop.records.roster_text import Table
from desktop.records.school import Address
from desktop.records.student import Enrollment

_BETWEEN_NAMES = re.compile(r"[;|/]")
_NOT_DIGITS = re.compile(r"\D")
# A spreadsheet wrote a long number as 1.23457E+11: its last digits are lost.
_SHORTENED_NUMBER = re.compile(r"\d(?:\.\d+)?E\+\d+", re.IGNORECASE)
_KEY_DIGITS = 20
_NAME_COLUMNS = (RosterField.FULL_NAME, RosterField.FAMILY, RosterField.GIVEN)
_KEY_COLUMNS = (RosterField.LOCAL_NUMBER, RosterField.BORN_ON)


@dataclass(frozen=True, slots=True)
class RowDraft:
    """A row without fault, and what its birth date tells about the order of day and month."""

    student: RosterStudent
    guardians: tuple[tuple[RosterGuardian, Relationship], ...]
    order: DayOrder


class RowReader:
    """Reads the mapped columns of one file, row by row; the others stay unread.

    ``columns`` is how many cells a row must have. ``orders`` counts what the dates told,
    ``unread_languages`` the language cells without a code. Faults go to the list given.
    """

    def __init__(
        self,
        table: Table,
        mapping: Mapping[int, RosterField],
        today: date,
        faults: list[RowFault],
    ) -> None:
        self._today = today
        self._places = {str(found): place for place, found in mapping.items()}
        self._cells = Cells(table.file, table.headers, self._places, faults)
        self._guardians = tuple(
            (number, self._relationship_by_title(number))
            for number in GUARDIAN_NUMBERS
            if any(name.startswith(f"guardian{number}_") for name in self._places)
        )
        self.columns = max(self._places.values()) + 1
        self.orders = dict.fromkeys(DayOrder, 0)
        self.unread_languages = 0

    def title(self, wanted: RosterField) -> str:
        """The title of the column that holds ``wanted``, or empty."""
        place = self._places.get(wanted, -1)
        return self._cells.titles[place] if 0 <= place < len(self._cells.titles) else ""

    def read(self, line: int, row: list[str]) -> RowDraft | None:
        """The student and parents of a row; ``None`` when the row is faulty."""
        self._cells.turn_to(line, row)
        name = self._name()
        born_on, order = self._born_on()
        student = self._student(name, born_on)
        guardians = tuple(self._all_guardians(student.roster_key))
        return None if self._cells.faulty else RowDraft(student, guardians, order)

    def _student(self, name: NameParts, born_on: date | None) -> RosterStudent:
        preferred = self._cells[RosterField.PREFERRED]
        return RosterStudent(
            roster_key=self._key(name, born_on),
            given=name.given,
            middle=name.middle,
            family=name.family,
            preferred="" if preferred == name.given or is_blank(preferred) else preferred,
            other_names=self._other_names(),
            born_on=born_on,
            grade=grade_label(self._cells[RosterField.GRADE]),
            school_name=self._cells[RosterField.SCHOOL],
            local_number=self._local_number(),
            enrollment=self._enrollment(),
            special_education=self._special_education(),
            home_language=self._language(RosterField.HOME_LANGUAGE),
            line=self._cells.line,
        )

    def _name(self) -> NameParts:
        cells = self._cells
        given, family = cells[RosterField.GIVEN], cells[RosterField.FAMILY]
        if given or family:
            name = NameParts(given, cells[RosterField.MIDDLE], family)
        else:
            name = split_name(cells[RosterField.FULL_NAME])
        column = next(field for field in _NAME_COLUMNS if field in self._places)
        cells.check_name(column, name.given, name.family)
        return name

    def _born_on(self) -> tuple[date | None, DayOrder]:
        read = read_birth_date(self._cells[RosterField.BORN_ON], self._today)
        self.orders[read.order] += 1
        if read.fault:
            self._cells.fault(read.fault, RosterField.BORN_ON)
        return read.on, read.order

    def _local_number(self) -> str:
        number = self._cells[RosterField.LOCAL_NUMBER]
        return "" if is_blank(number) else number

    def _key(self, name: NameParts, born_on: date | None) -> str:
        number = self._local_number()
        if looks_like_social_security(number):
            self._cells.fault(FaultCode.SOCIAL_SECURITY, RosterField.LOCAL_NUMBER)
        if _SHORTENED_NUMBER.fullmatch(number):
            self._cells.fault(FaultCode.NUMBER_SHORTENED, RosterField.LOCAL_NUMBER)
        if number:
            return f"csv:{number}"
        if born_on is None and not self._cells.faulty:
            column = next(field for field in _KEY_COLUMNS if field in self._places)
            self._cells.fault(FaultCode.KEY_MISSING, column)
        return _digest(name.given, name.middle, name.family, str(born_on))

    def _other_names(self) -> tuple[str, ...]:
        cell = self._cells[RosterField.OTHER_NAMES]
        parts = (part.strip() for part in _BETWEEN_NAMES.split(cell))
        return tuple(dict.fromkeys(part for part in parts if not is_blank(part)))

    def _enrollment(self) -> Enrollment | None:
        cell = self._cells[RosterField.ENROLLMENT]
        found = enrollment_named(cell)
        if found is None and not is_blank(cell):
            self._cells.fault(FaultCode.ENROLLMENT, RosterField.ENROLLMENT)
        return found

    def _special_education(self) -> bool | None:
        if RosterField.SPECIAL_EDUCATION not in self._places:
            return None
        found = yes_or_no(self._cells[RosterField.SPECIAL_EDUCATION])
        if found is None:
            self._cells.fault(FaultCode.YES_OR_NO, RosterField.SPECIAL_EDUCATION)
        return found

    def _language(self, name: str) -> str:
        code = language_code(self._cells[name])
        if code is None:
            self.unread_languages += 1
        return code or ""

    def _all_guardians(self, student: str) -> Iterator[tuple[RosterGuardian, Relationship]]:
        for number, by_title in self._guardians:
            guardian = self._guardian(f"guardian{number}_", student)
            named = relationship_named(self._cells[f"guardian{number}_relationship"]) or by_title
            # Adult students are listed as their own contact: they are no guardian.
            if guardian is not None and named is not Relationship.SELF:
                yield guardian, named

    def _guardian(self, prefix: str, student: str) -> RosterGuardian | None:
        cells = self._cells
        parts = (cells[f"{prefix}given"], cells[f"{prefix}family"])
        name = " ".join(part for part in parts if part) or unlisted_name(cells[f"{prefix}name"])
        if is_blank(name):
            return None
        phone, email = cells[f"{prefix}phone"], cells[f"{prefix}email"]
        address = self._address(prefix)
        digits = _NOT_DIGITS.sub("", phone)
        tie = email.casefold() or digits or fold(" ".join(address.lines())) or student
        return RosterGuardian(
            roster_key=_digest(name, tie),
            name=name,
            phone=phone,
            email=email,
            address=address,
            language=self._language(f"{prefix}language"),
            line=cells.line,
        )

    def _address(self, prefix: str) -> Address:
        cells = self._cells
        city, postal_code = cells[f"{prefix}city"], cells[f"{prefix}postal_code"]
        street = cells[f"{prefix}address"]
        if not city and not postal_code:
            return one_line_address(street)
        state = cells[f"{prefix}state"]
        return Address(street=street, city=city, state=state, postal_code=postal_code)

    def _relationship_by_title(self, number: int) -> Relationship:
        """What the column's title says where no column says the relationship."""
        names = (f"guardian{number}_{part}" for part in ("name", "given", "family"))
        places = [self._places[name] for name in names if name in self._places]
        words = set(fold(self._cells.titles[places[0]]).split()) if places else set()
        for word, relationship in _TITLE_WORDS.items():
            if word in words:
                return relationship
        return Relationship.GUARDIAN


_TITLE_WORDS = {
    "mother": Relationship.MOTHER,
    "mom": Relationship.MOTHER,
    "father": Relationship.FATHER,
    "dad": Relationship.FATHER,
    "guardian": Relationship.GUARDIAN,
    "parent": Relationship.PARENT,
    "contact": Relationship.OTHER,
}


def _digest(*parts: str) -> str:
    """A stable key that shows nothing of what it was made from."""
    text = "\n".join(fold(part) for part in parts)
    return f"csv:{sha256(text.encode()).hexdigest()[:_KEY_DIGITS]}"
