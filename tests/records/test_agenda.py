"""How far the page of the day looks: school days, breaks, what counts as gone on with."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.records.agenda import Section, horizon, never_gone_on_with, next_break, sections_for
from desktop.records.calendar import Calendar, Closure
from desktop.records.person import Role
from tests.offices import the_defaults

MONDAY = date(2026, 12, 14)


def closed(first: date, last: date, title: str = "Winter break") -> Closure:
    return Closure(from_on=first, until_on=last, title=title)


def holidays(*days: date):
    return lambda year: {day: "Holiday" for day in days if day.year == year}


WINTER = closed(date(2026, 12, 21), date(2027, 1, 1))


def test_five_school_days_leave_out_the_break():
    days = horizon(Calendar(closures=(WINTER,)), the_defaults(), date(2026, 12, 17))
    # Friday, then Monday January 4 to Thursday January 7.
    assert days.soon_on == date(2027, 1, 7)


def test_two_school_days_ago_leave_out_the_weekend():
    assert horizon(Calendar(), the_defaults(), MONDAY).untouched_on == date(2026, 12, 10)


@pytest.mark.parametrize(
    ("closures", "off", "expected"),
    [
        pytest.param((), (), None, id="no closure is entered"),
        pytest.param(
            (WINTER,), (), (date(2026, 12, 19), date(2027, 1, 3)), id="the weekends around count"
        ),
        pytest.param((closed(MONDAY + timedelta(2), MONDAY + timedelta(2)),), (), None,
                     id="one weekday off is no break"),
        pytest.param(
            (closed(date(2026, 12, 25), date(2026, 12, 25), "Recess"),),
            (date(2026, 12, 24),),
            (date(2026, 12, 24), date(2026, 12, 27)),
            id="a holiday joins the closure after it",
        ),
        pytest.param(
            tuple(closed(MONDAY + timedelta(n), MONDAY + timedelta(n)) for n in (7, 8, 9)),
            (),
            (date(2026, 12, 19), date(2026, 12, 23)),
            id="a break entered day by day is one break",
        ),
        pytest.param(
            (closed(date(2026, 11, 26), date(2026, 11, 27), "Thanksgiving"), WINTER),
            (),
            (date(2026, 12, 19), date(2027, 1, 3)),
            id="a break that is over counts no longer",
        ),
        pytest.param(
            (closed(date(2026, 12, 10), date(2026, 12, 15), "Storm"), WINTER),
            (),
            (date(2026, 12, 10), date(2026, 12, 15)),
            id="the break that is on comes first",
        ),
    ],
)  # fmt: skip
def test_the_next_break(closures, off, expected):
    found = next_break(Calendar(closures=closures, holidays=holidays(*off)), MONDAY)
    assert (found and (found.from_on, found.until_on)) == expected


@pytest.mark.parametrize(
    ("hours", "untouched"),
    [
        pytest.param(0, True, id="nothing after the entry itself"),
        pytest.param(1, True, id="the receipt printed while the family is there"),
        pytest.param(24, False, id="a step done the next day"),
    ],
)
def test_what_is_done_in_the_same_visit_is_not_going_on_with_it(hours, untouched):
    entered = datetime(2026, 10, 5, 23, 30, tzinfo=UTC)
    assert never_gone_on_with(entered, entered + timedelta(hours=hours)) is untouched


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (Role.PRINCIPAL, Section.LATE),
        (Role.ADMINISTRATOR, Section.LATE),
        (Role.REGISTRAR, Section.LETTERS),
        (Role.FRONT_OFFICE, Section.LETTERS),
    ],
)
def test_who_answers_for_dates_sees_them_first(role, first):
    assert sections_for(role)[0] is first
