"""What follows from the day a student was born, above all when the rights pass to them."""

from __future__ import annotations

from datetime import date

AGE_OF_RIGHTS_YEARS = 18  # 34 CFR 99.3 "eligible student"; 99.5(a)(1)
_USUAL_AGES = range(2, 24)  # no rule: from preschool special education to staying on till 22


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
