"""The figures of a month: each request counted once, on time by the law's own day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.report import Line, WhyLate, figures, month_of, year_of
from desktop.records.request import Channel, Right

TODAY = date(2026, 10, 20)
OCTOBER = month_of(TODAY, today=TODAY)
AGES = (7, 14, 30, 45)


def one(received="10-02", *, due="10-12", met=None, closed=None, **more):
    def day(text):
        return date.fromisoformat(f"2026-{text}") if text else None

    values = {
        "right": Right.INSPECT, "channel": Channel.EMAIL, "received_on": day(received),
        "entered_on": day(received), "due_on": day(due), "met_on": day(met),
        "closed_on": day(closed), "owned": True, "waits": False, "place_open": False,
        "principal_open": False,
    }  # fmt: skip
    return Line(**values | more)


def of(*lines, period=OCTOBER):
    return figures(lines, period, ages=AGES)


def test_a_month_runs_to_its_end_or_to_today():
    assert (OCTOBER.first, OCTOBER.last, OCTOBER.until) == (
        date(2026, 10, 1), date(2026, 10, 31), TODAY,
    )  # fmt: skip
    assert month_of(date(2026, 2, 28), today=TODAY).until == date(2026, 2, 28)
    assert month_of(date(2024, 2, 1), today=TODAY).last == date(2024, 2, 29)
    assert year_of(date(2026, 7, 1), date(2027, 6, 30), today=TODAY).until == TODAY


def test_an_empty_month_divides_by_nothing():
    made = of()
    assert (made.received, made.closed, made.on_time_percent, made.median_days) == (
        0,
        0,
        None,
        None,
    )
    assert sum(age.count for age in made.by_age) == 0


@pytest.mark.parametrize(
    ("line", "on_time"),
    [
        (one(met="10-12", closed="10-12"), 1),
        (one(met="10-13", closed="10-13"), 0),
        (one(met="10-12", closed="10-19"), 1),  # given in time, the file closed later
        (one(received="09-02", due="09-30", met="09-30", closed="10-01"), 1),
    ],
)
def test_on_time_is_when_it_was_given_not_when_the_file_was_closed(line, on_time):
    made = of(line)
    assert (made.closed, made.on_time) == (1, on_time)


def test_what_closed_in_another_month_is_not_counted_here():
    made = of(one("09-20", closed="09-30", met="09-30"), one("10-03"))
    assert (made.received, made.closed, made.open) == (1, 0, 1)


def test_at_the_end_of_a_month_that_is_over_it_was_still_open():
    september = month_of(date(2026, 9, 1), today=TODAY)
    line = one("09-20", due="09-29", met="10-02", closed="10-02")
    made = of(line, period=september)
    assert (made.open, made.late_open, made.closed) == (1, 1, 0)
    assert of(line).on_time == 0


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"entered_on": date(2026, 10, 13)}, WhyLate.CAME_LATE),
        ({"place_open": True, "principal_open": True}, WhyLate.PLACE),
        ({"principal_open": True, "waits": True}, WhyLate.PRINCIPAL),
        ({"waits": True, "owned": False}, WhyLate.FAMILY),
        ({"owned": False}, WhyLate.NOBODY),
        ({}, WhyLate.OTHER),
    ],
)
def test_a_late_one_has_one_reason(more, why):
    assert of(one(**more)).why_late == {why: 1}
    assert of(one(due="10-20", **more)).why_late == {}


def test_a_reason_that_was_given_is_counted_instead_of_what_the_file_shows():
    late = {"due": "10-05", "place_open": True}
    found = of(one(**late, told="staff"), one(**late), one(told="staff", due="10-30"))
    assert found.told_late == {"staff": 1}
    assert found.why_late == {WhyLate.PLACE: 1}


def test_open_ones_are_counted_by_age():
    made = of(*(one(f"10-{day:02}") for day in (20, 13, 12, 6, 5)), one("08-01"))
    assert [(age.since, age.to, age.count) for age in made.by_age] == [
        (0, 7, 2), (8, 14, 2), (15, 30, 1), (31, 45, 0), (46, None, 1),
    ]  # fmt: skip


def test_the_median_is_a_day_that_was():
    lines = [one("10-01", closed=f"10-{day:02}") for day in (3, 5, 11, 15)]
    assert of(*lines).median_days == 4


days = st.dates(date(2026, 8, 1), date(2026, 10, 20))


@st.composite
def lines(draw):
    received = draw(days)
    closed = draw(st.none() | st.dates(received, date(2026, 10, 20)))
    met = closed or draw(st.none() | st.dates(received, date(2026, 10, 20)))
    return one(
        received_on=received, entered_on=received + timedelta(draw(st.integers(0, 30))),
        due_on=received + timedelta(draw(st.integers(1, 45))), met_on=met, closed_on=closed,
        right=draw(st.sampled_from(Right)), channel=draw(st.sampled_from(Channel)),
        owned=draw(st.booleans()), waits=draw(st.booleans()),
        place_open=draw(st.booleans()), principal_open=draw(st.booleans()),
        told=draw(st.sampled_from(["", "place", "staff"])),
    )  # fmt: skip


@given(st.lists(lines(), max_size=30), st.dates(date(2026, 8, 1), date(2026, 10, 20)))
def test_every_table_adds_up(drawn, on):
    period = month_of(on, today=TODAY)
    known = [x for x in drawn if x.received_on <= period.until
             and (x.closed_on is None or x.closed_on >= period.first)]  # fmt: skip
    made = of(*known, period=period)
    assert sum(made.by_right.values()) == made.received == sum(made.by_channel.values())
    assert sum(made.by_month.values()) == made.received
    assert sum(age.count for age in made.by_age) == made.open >= made.late_open
    late = made.late_open + made.closed - made.on_time
    assert sum(made.told_late.values()) + sum(made.why_late.values()) == late
    assert made.on_time_percent is None or 0 <= made.on_time_percent <= 100
