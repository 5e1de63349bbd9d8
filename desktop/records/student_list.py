"""A list of many students for one receiver: who is on it, who is taken out first and why.

What leaves is a file of student numbers alone, so that the office pulls the rest from its student
system. Opt-outs of recruiters (20 USC 7908(a)(2)) and of directory information (34 CFR 99.37) are
two noes; the purpose says which count.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.records.disclosure import ListPurpose
from desktop.records.ids import ListId, PersonId, RequestId, StudentId
from desktop.records.opt_out import OptOut
from desktop.records.scope import Scope
from desktop.records.sheet import inert

HEADER = "student_number"


class Removed(StrEnum):
    """Why a student of these grades is not on the list.

    ``PAPER``: a paper on file keeps an address from somebody, and a list goes on to hands nobody
    here knows; a person decides about these. ``SAME_NUMBER``: the number is that of another
    student as well, so that it could bring one who said no back onto the list.
    """

    RECRUITERS = "recruiters"
    DIRECTORY = "directory"
    PPRA = "ppra"
    PAPER = "paper"
    NO_NUMBER = "no_number"
    SAME_NUMBER = "same_number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A student of the chosen grades.

    ``address_kept``: a paper keeps an address from somebody. ``number_shared``: another student on
    file has the same number.
    """

    id: StudentId
    local_number: str
    special_education: bool
    address_kept: bool
    number_shared: bool
    opt_outs: tuple[OptOut, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAsked:
    """What the office chose: for whom, what for, which grades, former students or those here."""

    purpose: str
    receiver: str
    interest: str
    grades: tuple[str, ...]
    former: bool = False
    request: RequestId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """Who is on the list, by student number, and how many were taken out for each reason."""

    students: tuple[Listed, ...]
    removed: Mapping[Removed, int]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The student numbers as they go to the file."""
        return tuple(one.local_number for one in self.students)

    @property
    def file(self) -> bytes:
        """The file: one column with its header, the same bytes for the same students."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow([HEADER])
        writer.writerows([inert(number)] for number in self.numbers)
        return text.getvalue().encode()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the file, in hexadecimal digits."""
        return hashlib.sha256(self.file).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentList:
    """A list that was made, as the register keeps it: never who stood on it, but its hash."""

    id: ListId
    asked: ListAsked
    count: int
    removed: Mapping[Removed, int]
    sha256: str
    made_on: date
    made_at: datetime
    made_by: PersonId


def pick(students: Iterable[Listed], purpose: ListPurpose, *, on: date) -> Picked:
    """The list without those who said no, without whom a paper protects, without doubtful numbers.

    Each student taken out counts for one reason, the first that holds.
    """
    removed: Counter[Removed] = Counter()
    kept = []
    for one in students:
        reason = _reason(one, purpose, on)
        if reason is None:
            kept.append(one)
        else:
            removed[reason] += 1
    ordered = sorted(kept, key=lambda one: one.local_number)
    return Picked(students=tuple(ordered), removed=dict(sorted(removed.items())))


def _reason(one: Listed, purpose: ListPurpose, on: date) -> Removed | None:
    for removes in purpose.removes:
        if _said_no(one.opt_outs, removes.scope, removes.counts, on):
            return Removed(removes.scope.value)
    if one.address_kept:
        return Removed.PAPER
    if not one.local_number:
        return Removed.NO_NUMBER
    return Removed.SAME_NUMBER if one.number_shared else None


def _said_no(
    opt_outs: Iterable[OptOut], scope: Scope, counts: Callable[[tuple[str, ...]], bool], on: date
) -> bool:
    return any(one.scope is scope and one.in_force(on) and counts(one.kinds) for one in opt_outs)


def grade_order(grade: str) -> tuple[int, str]:
    """Where a grade stands: those without a number first, as kindergarten, then by number."""
    return (int(grade), "") if grade.isdecimal() else (0, grade)
