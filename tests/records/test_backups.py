"""Which copies are kept, whatever the clock says, and what is said about them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.paths import resources
from desktop.records.backups import (
    Kept,
    Light,
    Reason,
    Safety,
    is_due,
    light,
    load_policy,
    read_again_is_due,
    reason,
    to_drop,
)

POLICY = load_policy(resources("office", "backups.toml"))
NOW = datetime(2026, 11, 26, 15, 0, tzinfo=UTC)


def hourly(count: int, start: datetime = NOW, step: timedelta = timedelta(hours=1)) -> list[Kept]:
    return [
        Kept(number=number, made_at=start + number * step, whole=True)
        for number in range(1, count + 1)
    ]


def left(kept: list[Kept]) -> list[Kept]:
    gone = set(to_drop(kept, POLICY))
    return [one for one in kept if one.number not in gone]


def test_the_newest_and_one_of_each_day_and_week_stay():
    kept = left(hourly(24 * 90))
    days = {one.made_at.date() for one in kept}
    assert kept[-POLICY.newest :] == hourly(24 * 90)[-POLICY.newest :]
    assert len(days) == POLICY.days + POLICY.weeks - 3  # the days lie in three of the weeks
    assert len(kept) <= POLICY.newest + POLICY.days + POLICY.weeks


def test_thinning_as_they_come_keeps_the_same_as_thinning_at_the_end():
    kept: list[Kept] = []
    for one in hourly(24 * 30):
        kept = left([*kept, one])
    assert kept == left(hourly(24 * 30))


@pytest.mark.parametrize("years", [-30, 14])
def test_a_clock_that_jumped_throws_nothing_good_away(years):
    good = left(hourly(24 * 30))
    wrong = NOW.replace(year=NOW.year + years)
    odd = Kept(number=10_000, made_at=wrong, whole=True)
    gone = to_drop([*good, odd], POLICY)
    assert len(gone) <= 2  # one less of the newest, and one less day or week
    assert 10_000 not in gone


def test_copies_that_are_not_whole_do_not_count():
    kept = [replace(one, whole=one.number in {1, 2}) for one in hourly(40)]
    assert to_drop(kept, POLICY) == ()


def test_a_damaged_copy_goes_once_enough_newer_ones_are_whole():
    kept = [replace(one, whole=one.number != 2) for one in hourly(5)]
    assert to_drop(kept, POLICY) == (2,)
    assert to_drop(kept[:4], POLICY) == ()


def test_copies_under_a_former_key_stay_as_history_but_do_not_count():
    former = [replace(one, whole=False, former=True) for one in left(hourly(24 * 30))]
    new = [replace(one, number=one.number + 5000) for one in hourly(3, former[-1].made_at)]
    assert to_drop([*former, *new[:2]], POLICY) == ()
    assert len(to_drop([*former, *new], POLICY)) <= 3


@given(
    st.lists(
        st.tuples(st.datetimes(timezones=st.just(UTC)), st.booleans(), st.booleans()), max_size=60
    )
)
def test_never_fewer_than_the_least_whole_copies_stay_whatever_the_clock_said(told):
    kept = [
        Kept(number=number, made_at=at, whole=whole, former=former and not whole)
        for number, (at, whole, former) in enumerate(told, start=1)
    ]
    gone = set(to_drop(kept, POLICY))
    whole = [one.number for one in kept if one.whole]
    assert not gone & set(whole[-POLICY.least :])
    assert len(set(whole) - gone) >= min(len(whole), POLICY.least)


SAFE = Safety(copies=3, second_wanted=True, second_at=NOW, second_holds_all=True)


@pytest.mark.parametrize(
    ("override", "why"),
    [
        ({}, Reason.SAFE),
        ({"copies": 0}, Reason.NO_COPY),
        ({"unsaved_since": NOW - timedelta(hours=1)}, Reason.SAFE),
        ({"unsaved_since": NOW - timedelta(hours=3)}, Reason.LATE),
        ({"unsaved_since": NOW - timedelta(hours=25)}, Reason.OVERDUE),
        ({"failed": True}, Reason.FAILED),
        ({"second_wanted": False}, Reason.NO_SECOND),
        ({"second_at": None, "second_holds_all": False}, Reason.SECOND_OVERDUE),
        ({"second_at": NOW - timedelta(days=1), "second_holds_all": False}, Reason.SAFE),
        ({"second_at": NOW - timedelta(days=3), "second_holds_all": False}, Reason.SECOND_LATE),
        ({"second_at": NOW - timedelta(days=8), "second_holds_all": False}, Reason.SECOND_OVERDUE),
        ({"second_at": NOW - timedelta(days=80)}, Reason.SAFE),  # nothing changed since
    ],
)
def test_what_is_said_of_the_copies(override, why):
    assert reason(replace(SAFE, **override), POLICY, now=NOW) is why


@pytest.mark.parametrize(
    ("override", "due"),
    [
        ({}, False),
        ({"copies": 0}, True),
        ({"unsaved_since": NOW - timedelta(minutes=9)}, False),
        ({"unsaved_since": NOW - timedelta(minutes=10)}, True),
        ({"unsaved_since": NOW + timedelta(days=400)}, True),  # the clock was put back since
    ],
)
def test_a_copy_is_due_some_minutes_after_a_change(override, due):
    assert is_due(replace(SAFE, **override), POLICY, now=NOW) is due


def test_the_gravest_is_said_first():
    worst = replace(SAFE, copies=0, failed=True, second_wanted=False)
    assert reason(worst, POLICY, now=NOW) is Reason.NO_COPY
    assert [light(one) for one in Reason] == ([Light.RED] * 3 + [Light.AMBER] * 4 + [Light.GREEN])


@pytest.mark.parametrize(
    ("read_at", "due"),
    [
        (None, True),
        (NOW, False),
        (NOW - timedelta(minutes=59), False),
        (NOW - timedelta(hours=1), True),
        (NOW + timedelta(days=1), True),
    ],
    ids=["never", "just now", "within the hour", "an hour ago", "the clock was set back"],
)
def test_the_newest_copy_is_read_again_every_hour(read_at, due):
    assert read_again_is_due(read_at, POLICY, now=NOW) is due
