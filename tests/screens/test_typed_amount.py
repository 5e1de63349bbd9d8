"""Hours, money and counts as they are typed at a counter."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.screens.typed_amount import read_cents, read_count, read_time, write_cents


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("9", time(9)),
        ("12", time(12)),
        ("1", time(13)),
        ("6", time(18)),
        ("7", time(7)),
        ("2:30", time(14, 30)),
        ("2.30", time(14, 30)),
        ("230", time(14, 30)),
        ("1430", time(14, 30)),
        ("14:30", time(14, 30)),
        ("2:30 pm", time(14, 30)),
        ("2:30PM", time(14, 30)),
        ("2:30 p.m.", time(14, 30)),
        (" 2 p ", time(14)),
        ("7 pm", time(19)),
        ("3 am", time(3)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("12:05 a.m.", time(0, 5)),
        ("08:15", time(8, 15)),
        ("0:15", time(0, 15)),
        ("23:59", time(23, 59)),
    ],
)
def test_an_hour_is_one_of_a_school_day_unless_it_says_otherwise(typed, hour):
    assert read_time(typed) == hour


@pytest.mark.parametrize(
    "typed",
    ["", " ", "noon", "25", "24:00", "9:60", "9:5", "2m", "2:30 m", "13 pm", "13 am", "99 am",
     "9:15:00", "-9", "9 to 10", "٩", "9:3\uff10", "9\n"*2],
)  # fmt: skip
def test_what_is_no_hour_is_none(typed):
    assert read_time(typed) is None


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_an_hour_written_with_its_half_of_the_day_reads_back(at):
    assert read_time(f"{at.hour % 12 or 12}:{at.minute:02} {'ap'[at.hour >= 12]}m") == at


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("", 0),
        ("  ", 0),
        ("0", 0),
        ("3", 300),
        ("$3", 300),
        ("$ 3.20", 320),
        ("3.2", 320),
        (".10", 10),
        ("$.05", 5),
        ("1,200", 120_000),
        ("$12,345.60", 1_234_560),
        ("999999.99", 99_999_999),
    ],
)
def test_an_amount_is_read_in_cents(typed, cents):
    assert read_cents(typed) == cents


@pytest.mark.parametrize(
    "typed",
    ["$", ".", "1,20", "12,34.5", ",5", "1.234", "1.", "-1", "3 dollars", "1000000", "3.٢", "$$3",
     "1e3"],
)  # fmt: skip
def test_what_is_no_amount_is_none(typed):
    assert read_cents(typed) is None


@pytest.mark.parametrize(
    ("cents", "written"),
    [(0, "$0.00"), (5, "$0.05"), (320, "$3.20"), (120_000, "$1,200.00"), (1_234_567, "$12,345.67")],
)
def test_an_amount_is_written_with_its_dollars_and_cents(cents, written):
    assert write_cents(cents) == written


@given(st.integers(0, 99_999_999))
def test_an_amount_written_in_a_field_reads_back(cents):
    assert read_cents(write_cents(cents)) == cents


@pytest.mark.parametrize(
    ("typed", "count"), [("0", 0), (" 12 ", 12), ("007", 7), ("999999", 999999)]
)
def test_a_count_is_a_whole_number(typed, count):
    assert read_count(typed) == count


@pytest.mark.parametrize("typed", ["", "1.5", "-1", "twelve", "1,200", "٣", "1000000", "1 2"])
def test_what_is_no_count_is_none(typed):
    assert read_count(typed) is None
