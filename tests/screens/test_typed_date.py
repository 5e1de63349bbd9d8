"""What people type for a date, and what it means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.screens.typed_date import DateError, DateFault, Lean, read_date, write_date

TODAY = date(2026, 9, 14)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9/14", date(2026, 9, 14)),
        ("09/14", date(2026, 9, 14)),
        ("9-14", date(2026, 9, 14)),
        ("9 14", date(2026, 9, 14)),
        ("9/14/26", date(2026, 9, 14)),
        ("9/14/2026", date(2026, 9, 14)),
        ("2026-09-14", date(2026, 9, 14)),
        ("2026/9/4", date(2026, 9, 4)),
        ("Sep 14", date(2026, 9, 14)),
        ("sept. 14, 2025", date(2025, 9, 14)),
        ("September 14,2025", date(2025, 9, 14)),
        ("14 Sep 2025", date(2025, 9, 14)),
        ("today", TODAY),
        ("T", TODAY),
        ("yesterday", date(2026, 9, 13)),
        ("y", date(2026, 9, 13)),
        ("tomorrow", date(2026, 9, 15)),
        ("t-3", date(2026, 9, 11)),
        ("t + 10", date(2026, 9, 24)),
        ("today-1", date(2026, 9, 13)),
        ("-2", date(2026, 9, 12)),
        ("2/29/2028", date(2028, 2, 29)),
        ("  9/1  ", date(2026, 9, 1)),
        ("", None),
        ("   ", None),
    ],
)
def test_dates_are_read_the_way_they_are_said(typed, meant):
    assert read_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("soon", DateFault.UNREADABLE),
        ("9/", DateFault.UNREADABLE),
        ("9/14/202", DateFault.UNREADABLE),
        ("20260914", DateFault.UNREADABLE),
        ("13/1", DateFault.NO_SUCH_MONTH),
        ("0/5", DateFault.NO_SUCH_MONTH),
        ("foo 3", DateFault.NO_SUCH_MONTH),
        ("9/31", DateFault.NO_SUCH_DAY),
        ("2/30", DateFault.NO_SUCH_DAY),
        ("9/0", DateFault.NO_SUCH_DAY),
        ("2/29/2027", DateFault.NOT_A_LEAP_YEAR),
        ("9/14/0026", DateFault.TOO_LONG_AGO),
        ("t-9999999", DateFault.UNREADABLE),
        ("9/14\x00", DateFault.UNREADABLE),
    ],
)
def test_what_is_no_date_is_told_by_its_reason(typed, fault):
    with pytest.raises(DateError) as caught:
        read_date(typed, TODAY)
    assert caught.value.fault is fault


@pytest.mark.parametrize(
    ("lean", "typed", "today", "meant"),
    [
        (Lean.NEAREST, "12/20", date(2027, 1, 5), date(2026, 12, 20)),
        (Lean.NEAREST, "1/5", date(2026, 12, 20), date(2027, 1, 5)),
        (Lean.PAST, "9/15", TODAY, date(2025, 9, 15)),
        (Lean.PAST, "9/14", TODAY, TODAY),
        (Lean.FUTURE, "9/13", TODAY, date(2027, 9, 13)),
        (Lean.FUTURE, "2/29", TODAY, date(2028, 2, 29)),
    ],
)
def test_a_missing_year_is_found_from_today(lean, typed, today, meant):
    assert read_date(typed, today, lean) == meant


@pytest.mark.parametrize(("typed", "year"), [("3/5/98", 1998), ("3/5/12", 2012), ("3/5/45", 2045)])
def test_two_digits_of_a_year_reach_births_and_meetings(typed, year):
    assert read_date(typed, TODAY) == date(year, 3, 5)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_what_is_written_is_read_back(on):
    assert read_date(write_date(on), TODAY) == on


@given(st.text(max_size=30))
def test_no_text_breaks_it(typed):
    try:
        found = read_date(typed, TODAY)
    except DateError:
        return
    assert found is None or isinstance(found, date)
