"""The days of a month's page, and what falls on each of them."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.planner import (
    PlanKind,
    Planned,
    by_day,
    holidays_between,
    month_after,
    month_days,
)

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def planned(kind=PlanKind.DUE, on=date(2026, 10, 5), until=None, **values):
    return Planned(kind=kind, on=on, until=until or on, **values)


@given(DAYS)
def test_a_page_has_six_whole_weeks_from_a_sunday_and_every_day_of_its_month(on):
    days = month_days(on)
    assert (days[0].isoweekday(), len(days)) == (7, 42)
    assert all(after - one == timedelta(days=1) for one, after in pairwise(days))
    first, after = on.replace(day=1), month_after(on, 1)
    assert days[0] <= first < days[0] + timedelta(days=7)
    assert after - timedelta(days=1) in days


@given(DAYS, st.integers(-200, 200))
def test_going_there_and_back_comes_to_the_same_month(on, months):
    assert month_after(month_after(on, months), -months) == on.replace(day=1)


def test_a_closure_stands_on_each_of_its_days_but_not_beyond_the_page():
    closed = planned(PlanKind.CLOSURE, date(2026, 9, 28), date(2026, 10, 2))
    days = by_day([closed], date(2026, 10, 1), date(2026, 10, 31))
    assert sorted(days) == [date(2026, 10, 1), date(2026, 10, 2)]


def test_a_day_tells_the_schools_own_first_then_what_is_due_then_visits_by_the_hour():
    found = by_day(
        [
            planned(PlanKind.VISIT, at=time(14), number="3"),
            planned(PlanKind.DUE, number="2"),
            planned(PlanKind.VISIT, at=time(9), number="4"),
            planned(PlanKind.HOLIDAY),
        ],
        date(2026, 10, 5),
        date(2026, 10, 5),
    )
    assert [one.number for one in found[date(2026, 10, 5)]] == ["", "2", "4", "3"]


@pytest.mark.parametrize("first", [date(2026, 12, 31), date(2027, 1, 1)])
def test_holidays_come_from_every_year_of_the_span(first):
    years = {2026: {date(2026, 12, 31): "Eve"}, 2027: {date(2027, 1, 1): "New Year's Day"}}
    found = holidays_between(lambda year: years[year], first, date(2027, 1, 2))
    assert [one.title for one in found][-1] == "New Year's Day"
