"""The student whose records are asked for, their names, and the day rights pass to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop.records.ids import StudentId

AGE_OF_RIGHTS_YEARS = 18  # 34 CFR 99.3 "eligible student"; 99.5(a)(1)
_USUAL_AGES = range(2, 24)  # no rule: from preschool special education to staying on till 22


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


def turns_18_on(born_on: date) -> date:
    """The birthday on which the rights pass (34 CFR 99.5(a)(1)).

    Born on 29 February: 28 February of a common year, the earlier of the two readings, so that
    nobody keeps a right a day too long. State law settles it, and the verdict says so.
    """
    year = born_on.year + AGE_OF_RIGHTS_YEARS
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def unusual_age(born_on: date, today: date) -> int | None:
    """The age in years where it is seldom that of a student, so that one asks; else None."""
    had_birthday = (today.month, today.day) >= (born_on.month, born_on.day)
    years = today.year - born_on.year - (not had_birthday)
    return None if years < 0 or years in _USUAL_AGES else years


def is_leap_day(on: date | None) -> bool:
    """Whether this is 29 February."""
    return on is not None and (on.month, on.day) == (2, 29)


def rights_pass_near(student: Student, today: date, *, calendar_days: int) -> bool:
    """Whether the student is 18 or will be within ``calendar_days``."""
    if student.born_on is None:
        return False
    return turns_18_on(student.born_on) <= today + timedelta(days=calendar_days)
