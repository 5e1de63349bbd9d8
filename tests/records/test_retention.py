"""When a closed request file may go: the office's schedule, holds, and what it is linked with."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.ids import RequestId, StudentId
from desktop.records.retention import Keep, OldFile, closed_by, last_day_to_keep, why_kept

CLOSED = date(2020, 6, 12)


def a_file(**facts):
    values = {
        "id": RequestId(1), "number": "2020-0001", "student_id": StudentId(1), "student": "x",
        "right": "inspect",
    }  # fmt: skip
    return OldFile(**values | {"closed_on": CLOSED} | facts)


@pytest.mark.parametrize(
    ("today", "years", "facts", "kept"),
    [
        (date(2025, 6, 12), 5, {}, Keep.TOO_YOUNG),
        (date(2025, 6, 13), 5, {}, None),
        (date(2040, 1, 1), 0, {}, Keep.NO_SCHEDULE),
        (date(2040, 1, 1), 5, {"on_hold": True}, Keep.ON_HOLD),
        (date(2040, 1, 1), 5, {"special_education": True}, Keep.NOT_TOLD),
        (
            date(2040, 1, 1),
            5,
            {"special_education": True, "told_until": date(2040, 1, 1)},
            Keep.TIME_TO_ANSWER,
        ),
        (date(2040, 1, 2), 5, {"special_education": True, "told_until": date(2040, 1, 1)}, None),
        (date(2040, 1, 1), 5, {"special_education": True, "on_hold": True}, Keep.ON_HOLD),
        (date(2025, 6, 12), 5, {"special_education": True}, Keep.TOO_YOUNG),
        (date(2040, 1, 1), 5, {"linked_open": True}, Keep.LINKED_OPEN),
        (date(2025, 2, 28), 5, {"closed_on": date(2020, 2, 29)}, Keep.TOO_YOUNG),
        (date(2025, 3, 1), 5, {"closed_on": date(2020, 2, 29)}, Keep.TOO_YOUNG),
        (date(2025, 3, 2), 5, {"closed_on": date(2020, 2, 29)}, None),
    ],
)
def test_34_cfr_99_10_e_and_the_schedule_decide(today, years, facts, kept):
    assert why_kept(a_file(**facts), years=years, today=today) is kept


@given(closed=st.dates(date(1990, 1, 1), date(2080, 1, 1)), years=st.integers(1, 30))
def test_what_the_review_looks_for_is_never_younger_than_the_schedule(closed, years):
    today = last_day_to_keep(closed, years)
    assert not closed < closed_by(today, years)
    assert closed <= closed_by(today + timedelta(days=2), years)
