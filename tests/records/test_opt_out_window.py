"""The time the yearly notice gives for saying no, and what comes after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.opt_out_window import OptOutWindow, Timing, timing, window_of

NOTICE = date(2026, 8, 17)
WINDOW = OptOutWindow(noticed_on=NOTICE, calendar_days=30)
STRICT = OptOutWindow(noticed_on=NOTICE, calendar_days=30, takes_late=False)


@pytest.mark.parametrize(
    ("window", "received_on", "when"),
    [
        (None, date(2026, 10, 5), Timing.NOT_SET),
        (WINDOW, NOTICE, Timing.IN_TIME),
        (WINDOW, date(2026, 9, 16), Timing.IN_TIME),
        (WINDOW, date(2026, 9, 17), Timing.LATE_TAKEN),
        (STRICT, date(2026, 9, 17), Timing.LATE_DECLINED),
        (STRICT, date(2026, 7, 20), Timing.IN_TIME),
    ],
    ids=[
        "99.37(a)(3) no time is set", "99.37(a)(3) the day of the notice", "99.37(a)(3) last day",
        "R-7.6 a day late, taken", "R-7.6 a day late, not taken", "before the notice",
    ],
)  # fmt: skip
def test_a_no_is_in_time_until_the_last_day_of_the_notice(window, received_on, when):
    assert timing(window, received_on) is when


@pytest.mark.parametrize(
    ("on", "found"),
    [(date(2026, 7, 1), WINDOW), (date(2027, 6, 30), WINDOW), (date(2027, 7, 1), None),
     (date(2026, 6, 30), None)],
)  # fmt: skip
def test_each_school_year_has_its_own(on, found):
    assert window_of([WINDOW], on) == found


@given(st.integers(1, 366), st.integers(0, 400))
def test_a_day_more_never_makes_a_no_late(days, after):
    came = NOTICE + timedelta(days=after)
    shorter = OptOutWindow(noticed_on=NOTICE, calendar_days=days)
    longer = OptOutWindow(noticed_on=NOTICE, calendar_days=days + 1)
    if timing(shorter, came) is Timing.IN_TIME:
        assert timing(longer, came) is Timing.IN_TIME
