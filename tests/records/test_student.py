"""How old a student is, where that is worth a question."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.records.age import unusual_age

TODAY = date(2026, 9, 14)


@pytest.mark.parametrize(
    ("born_on", "asked"),
    [
        (date(2026, 3, 5), 0),
        (date(2024, 9, 15), 1),
        (date(2024, 9, 14), None),
        (date(2002, 9, 15), None),
        (date(2002, 9, 14), 24),
        (date(1975, 3, 5), 51),
        (date(2027, 1, 1), None),  # refused elsewhere
    ],
)
def test_an_age_no_student_has_is_told(born_on, asked):
    assert unusual_age(born_on, TODAY) == asked
