"""The school's numbers as an office types them."""

from __future__ import annotations

import pytest

from desktop.errors import DeskError
from desktop.records.school import read_price, read_promise, write_price


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("", 0), ("  ", 0), ("0", 0), ("0.10", 10), (".1", 10), ("$0.25", 25), ("$ 1", 100),
        ("0,15", 15), ("10 cents", 10), ("5c", 5), ("25¢", 25), ("12.34", 1234),
    ],
)  # fmt: skip
def test_a_price_is_read_as_it_is_typed(typed, cents):
    assert read_price(typed) == cents


@pytest.mark.parametrize("typed", ["free", "$", "-1", "0.105", "1000", "1.2.3", "10 euros"])
def test_what_is_no_price_is_refused(typed):
    with pytest.raises(DeskError) as caught:
        read_price(typed)
    assert caught.value.code == "price"


@pytest.mark.parametrize("cents", [0, 1, 10, 99, 100, 1234])
def test_a_price_reads_back_as_it_is_written(cents):
    assert read_price(write_price(cents)) == cents


@pytest.mark.parametrize(
    ("typed", "days"), [("", 0), ("0", 0), ("10", 10), ("5 days", 5), ("1 calendar day", 1)]
)
def test_a_promise_is_read_as_it_is_typed(typed, days):
    assert read_promise(typed) == days


@pytest.mark.parametrize("typed", ["two weeks", "-3", "3.5", "1000", "days"])
def test_what_is_no_number_of_days_is_refused(typed):
    with pytest.raises(DeskError) as caught:
        read_promise(typed)
    assert caught.value.code == "promise"
