"""No spam: a thing is told once, seldom, within hours, and never on a day the office is closed."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop.records.defaults import NoticeLimits
from desktop.records.notifying import NOTHING_TOLD, Told, after_telling, seen, to_tell
from tests.offices import the_defaults

LIMITS = the_defaults().notice
MONDAY = datetime(2026, 10, 5, 10, 0)  # noqa: DTZ001  # the office's own clock

THINGS = st.frozensets(st.sampled_from([f"late:{one}" for one in range(12)]))
LIMIT = st.builds(
    NoticeLimits,
    notices_a_day=st.integers(1, 6),
    notices_from_hour=st.integers(0, 23),
    notices_until_hour=st.integers(1, 24),
)
# A stretch of a year: minutes since the moment before, what waits, whether the office is open.
STRETCH = st.lists(st.tuples(st.integers(0, 60 * 30), THINGS, st.booleans()), max_size=60)


def run(stretch, limits) -> list[tuple[datetime, frozenset[str], bool]]:
    """Every notice of a stretch of time: when, of what, and whether the office was open."""
    told, at, notices = NOTHING_TOLD, MONDAY, []
    for minutes, waiting, office_open in stretch:
        at += timedelta(minutes=minutes)
        news = to_tell(told, waiting, at=at, limits=limits, office_open=office_open)
        if news:
            notices.append((at, news, office_open))
            told = after_telling(told, news, on=at.date())
    return notices


@given(stretch=STRETCH, limits=LIMIT)
def test_nothing_is_ever_told_twice(stretch, limits):
    told = [thing for _, news, _ in run(stretch, limits) for thing in news]
    assert len(told) == len(set(told))


@given(stretch=STRETCH, limits=LIMIT)
def test_no_day_has_more_notices_than_the_office_allows(stretch, limits):
    days = [at.date() for at, _, _ in run(stretch, limits)]
    assert all(days.count(day) <= limits.notices_a_day for day in days)


@given(stretch=STRETCH, limits=LIMIT)
def test_nothing_is_told_outside_the_hours_or_while_the_office_is_closed(stretch, limits):
    for at, _, office_open in run(stretch, limits):
        assert office_open
        assert limits.notices_from_hour <= at.hour < limits.notices_until_hour


@given(stretch=STRETCH, limits=LIMIT)
def test_only_what_waits_is_told(stretch, limits):
    waited = frozenset().union(*(waiting for _, waiting, _ in stretch))
    assert all(news <= waited for _, news, _ in run(stretch, limits))


@given(waiting=THINGS, before=THINGS)
def test_what_somebody_has_seen_is_not_told_that_day(waiting, before):
    told = seen(Told(on=MONDAY.date(), things=before), waiting, on=MONDAY.date())
    assert not to_tell(told, waiting | before, at=MONDAY, limits=LIMITS, office_open=True)


def test_something_new_within_the_hours_is_told():
    """So that the properties above do not hold for silence alone."""
    stretch = [(0, frozenset({"late:1"}), True), (30, frozenset({"late:1", "late:2"}), True)]
    assert [news for _, news, _ in run(stretch, LIMITS)] == [{"late:1"}, {"late:2"}]


def test_what_waits_again_after_a_night_without_is_a_new_matter():
    tuesday = MONDAY + timedelta(days=1)
    told = seen(Told(on=MONDAY.date(), things=frozenset({"late:1"})), set(), on=tuesday.date())
    assert to_tell(told, {"late:1"}, at=tuesday, limits=LIMITS, office_open=True) == {"late:1"}
