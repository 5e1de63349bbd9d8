"""Counting days: what is left out, what is not, and a calendar that never opens."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import DeskError
from desktop.records.calendar import Calendar, Closure, Counting, Why

MLK = date(2027, 1, 18)
BREAK = Closure(from_on=date(2026, 12, 21), until_on=date(2027, 1, 1), title="Winter break")


def holidays(*days):
    return lambda year: {on: "Holiday" for on in days if on.year == year}


def test_ten_business_days_without_a_holiday_in_the_way():
    count = Calendar().add_business_days(date(2027, 1, 15), 10)
    assert count.last_on == date(2027, 1, 29)


def test_ten_business_days_with_martin_luther_king_day_in_the_way():
    """The Indiana example of story 9: the holiday moves the date over a weekend."""
    count = Calendar(holidays=holidays(MLK)).add_business_days(date(2027, 1, 15), 10)
    assert count.last_on == date(2027, 2, 1)
    assert [day.on for day in count.skipped if day.why is Why.HOLIDAY] == [MLK]


def test_a_closure_is_no_school_day_but_a_business_day():
    calendar = Calendar(closures=(BREAK,))
    start = date(2026, 12, 18)
    assert calendar.add_business_days(start, 1).last_on == date(2026, 12, 21)
    assert calendar.add_school_days(start, 1).last_on == date(2027, 1, 4)


def test_every_day_left_out_of_a_count_is_named():
    count = Calendar(closures=(BREAK,)).add_school_days(date(2026, 12, 18), 1)
    assert len(count.skipped) == 16
    assert {day.title for day in count.skipped if day.why is Why.CLOSURE} == {"Winter break"}


def test_calendar_days_leave_nothing_out():
    calendar = Calendar(holidays=holidays(MLK), closures=(BREAK,))
    count = calendar.add(date(2026, 12, 18), 45, Counting.CALENDAR)
    assert (count.last_on, count.skipped) == (date(2027, 2, 1), ())


def test_a_holiday_on_a_weekend_is_counted_once_as_weekend():
    saturday = date(2026, 7, 4)
    off = Calendar(holidays=holidays(saturday)).not_business(saturday)
    assert off is not None
    assert off.why is Why.WEEKEND


@pytest.mark.parametrize(
    ("on", "why"),
    [
        (date(2026, 11, 13), None),
        (date(2026, 11, 15), Why.WEEKEND),
        (MLK, Why.HOLIDAY),
        (date(2026, 12, 22), Why.CLOSURE),
    ],
)
def test_why_the_office_is_closed(on, why):
    off = Calendar(holidays=holidays(MLK), closures=(BREAK,)).not_office(on)
    assert (off and off.why) == why


def test_an_office_of_four_days_is_closed_on_friday_and_may_open_on_saturday():
    calendar = Calendar(office_days=frozenset({1, 2, 3, 6}))
    friday, saturday = date(2026, 11, 13), date(2026, 11, 14)
    off = calendar.not_office(friday)
    assert off is not None
    assert off.why is Why.OFFICE
    assert calendar.not_office(saturday) is None


def test_the_last_office_day_is_looked_for_no_further_than_allowed():
    calendar = Calendar(closures=(BREAK,))
    last = date(2027, 1, 3)
    assert calendar.last_office_day(last, not_before=date(2026, 12, 1)) == date(2026, 12, 18)
    assert calendar.last_office_day(last, not_before=date(2026, 12, 19)) is None


def test_an_office_that_never_opens_has_no_last_day():
    never = Calendar(office_days=frozenset())
    assert never.last_office_day(date(2026, 1, 9), not_before=date(2025, 12, 1)) is None
    assert never.last_office_day(date(1, 1, 3), not_before=date.min) is None


def test_a_calendar_closed_for_ten_years_is_refused_and_not_searched_for_ever():
    closed = Closure(from_on=date(2026, 1, 1), until_on=date(2090, 1, 1), title="Closed")
    with pytest.raises(DeskError) as refused:
        Calendar(closures=(closed,)).add_school_days(date(2026, 10, 1), 5)
    assert refused.value.code == "calendar_closed"


@given(
    start=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    days=st.integers(0, 60),
    off=st.sets(st.integers(1, 90), max_size=20),
    counting=st.sampled_from(Counting),
)
def test_counting_forward_and_back_agree(start, days, off, counting):
    calendar = Calendar(holidays=holidays(*(start + timedelta(days=day) for day in off)))
    last = calendar.add(start, days, counting).last_on
    assert calendar.days_between(start, last, counting) == days


@given(
    start=st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    days=st.integers(1, 40),
    off=st.sets(st.integers(1, 90), max_size=20),
    more=st.sets(st.integers(1, 90), max_size=5),
)
def test_more_holidays_never_make_a_business_day_limit_earlier(start, days, off, more):
    few = Calendar(holidays=holidays(*(start + timedelta(days=day) for day in off)))
    many = Calendar(holidays=holidays(*(start + timedelta(days=day) for day in off | more)))
    earlier = few.add_business_days(start, days).last_on
    assert many.add_business_days(start, days).last_on >= earlier


ONE_DAY = Closure(from_on=date(2026, 12, 23), until_on=date(2026, 12, 23), title="Training")
SPRING = Closure(from_on=date(2027, 3, 15), until_on=date(2027, 3, 19), title="Spring break")

# Story 3 is received 2026-11-05: due Sunday 12-20, work-by Friday 12-18, the break from Monday.
NEAR_BREAKS = [
    ("story 3: begins after the work-by date", "2026-12-20", "2026-12-18", (BREAK,), False),
    ("falls on its first day", "2026-12-21", "2026-12-18", (BREAK,), True),
    ("falls in the middle", "2026-12-27", "2026-12-18", (BREAK,), True),
    ("falls on its last day", "2027-01-01", "2026-12-18", (BREAK,), True),
    ("takes the last days before it", "2027-01-02", "2026-12-18", (BREAK,), False),
    ("begins a week after", "2026-12-14", "2026-12-14", (BREAK,), False),
    ("begins eight days after", "2026-12-13", "2026-12-13", (BREAK,), None),
    ("one closed day follows", "2026-12-22", "2026-12-22", (ONE_DAY,), None),
    ("falls on one closed day", "2026-12-23", "2026-12-22", (ONE_DAY,), True),
    ("the one it falls in, not the one that follows",
     "2026-12-23", "2026-12-20", (BREAK, ONE_DAY, SPRING), True),
    ("no closures", "2026-12-23", "2026-12-23", (), None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("due_on", "work_by", "closures", "inside"),
    [row[1:] for row in NEAR_BREAKS],
    ids=[row[0] for row in NEAR_BREAKS],
)
def test_a_break_near_a_date_is_known(due_on, work_by, closures, inside):
    found = Calendar(closures=closures).break_near(
        date.fromisoformat(due_on), date.fromisoformat(work_by), within_days=7
    )
    assert (found.inside if found else None) is inside
    if found:
        assert found.closure is closures[0]
