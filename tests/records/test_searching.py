"""By when the places must answer, and which are late."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.office.holidays import public_holidays
from desktop.records.calendar import Calendar
from desktop.records.case import Source, SourceState
from desktop.records.ids import SourceId
from desktop.records.searching import answers_by, late

CALENDAR = Calendar(holidays=public_holidays("US"))


@pytest.mark.parametrize(
    ("work_by", "received", "by"),
    [
        ("2027-02-09", "2027-02-02", "2027-02-04"),
        ("2026-11-13", "2026-10-01", "2026-11-09"),
        ("2027-02-16", "2027-02-01", "2027-02-10"),
        ("2027-02-03", "2027-02-02", "2027-02-02"),
        ("2027-02-02", "2027-02-02", "2027-02-02"),
    ],
    ids=["story 6, three days", "Veterans Day left out", "Presidents Day", "too late", "same day"],
)
def test_places_answer_three_business_days_before_the_work_by_date(work_by, received, by):
    found = answers_by(
        date.fromisoformat(work_by),
        date.fromisoformat(received),
        days_before=3,
        calendar=CALENDAR,
    )
    assert found == date.fromisoformat(by)


@given(
    received=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    away=st.integers(0, 90),
    days=st.integers(1, 10),
)
def test_the_day_lies_between_receipt_and_the_work_by_date(received, away, days):
    work_by = date.fromordinal(received.toordinal() + away)
    found = answers_by(work_by, received, days_before=days, calendar=Calendar())
    assert received <= found <= work_by


def test_only_places_without_an_answer_are_late_and_only_after_the_day():
    sources = [
        Source(id=SourceId(at), name=str(state), state=state)
        for at, state in enumerate(SourceState)
    ]
    by = date(2027, 2, 4)
    assert late(sources, by=by, today=by) == ()
    found = late(sources, by=by, today=date(2027, 2, 5))
    assert [one.state for one in found] == [SourceState.TO_ASK, SourceState.ASKED]
