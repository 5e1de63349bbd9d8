"""The student whose records are asked for, their names, and the day rights pass to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.records.age import turns_18_on
from desktop.records.ids import StudentId


class Enrollment(StrEnum):
    """Whether the student attends now. A former student still counts (34 CFR 99.3 "student")."""

    ENROLLED = "enrolled"
    FORMER = "former"


@dataclass(frozen=True, slots=True, kw_only=True)
class Student:
    """A child or former pupil, with what the office needs to find the records and no more.

    There is no place for a Social Security number, religion, immigration, income or health.
    ``other_names`` are names in any spelling a person may ask by. ``special_education`` is the
    IDEA flag: eligible, being evaluated or formerly eligible.
    """

    id: StudentId
    given: str
    middle: str = ""
    family: str
    preferred: str = ""
    name_while_attending: str = ""
    other_names: tuple[str, ...] = ()
    born_on: date | None = None
    grade: str = ""
    school_name: str = ""
    local_number: str = ""
    enrollment: Enrollment = Enrollment.ENROLLED
    postsecondary: bool = False
    special_education: bool = False
    home_language: str = ""
    roster_key: str = ""

    def name_parts(self) -> tuple[str, str, str]:
        """Given, middle and family name, each as long as a name can be."""
        return self.given, self.middle, self.family

    def full_name(self) -> str:
        """Given, middle and family name in that order; single-name students have one part."""
        return " ".join(part for part in self.name_parts() if part)

    def listed_name(self) -> str:
        """Family name first, as lists are sorted: "Alvarez, Mia"."""
        return listed_name(self.family, self.given, self.middle)


def listed_name(family: str, given: str, middle: str) -> str:
    """Family name first: "Alvarez, Mia"; a single name stands alone."""
    first = " ".join(part for part in (given, middle) if part)
    return ", ".join(part for part in (family, first) if part)


def rights_pass_near(student: Student, today: date, *, calendar_days: int) -> bool:
    """Whether the student is 18 or will be within ``calendar_days``."""
    if student.born_on is None:
        return False
    return turns_18_on(student.born_on) <= today + timedelta(days=calendar_days)
