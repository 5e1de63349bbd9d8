"""The numbers an office may set: every one has bounds, and shipped ones lie within them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import DeskError
from desktop.records.targets import Target, check_bounds, check_hours, number_of, settled
from tests.offices import the_defaults, the_wording

SHIPPED = the_defaults()


def test_the_bounds_are_of_exactly_the_numbers_an_office_may_set():
    assert set(SHIPPED.bounds) == {str(one) for one in Target}


@pytest.mark.parametrize("target", Target)
def test_what_is_shipped_is_within_its_bounds_and_has_its_words(target):
    check_bounds(SHIPPED, target, number_of(SHIPPED, target))
    assert f"target.title.{target}" in the_wording()


def test_the_shipped_hours_begin_before_they_end():
    check_hours(SHIPPED)


@given(number=st.integers(-50, 2000), target=st.sampled_from(Target))
def test_one_number_is_set_and_every_other_stays(number, target):
    now = settled(SHIPPED, {target: number})
    assert number_of(now, target) == number
    others = [one for one in Target if one is not target]
    assert [number_of(now, one) for one in others] == [number_of(SHIPPED, one) for one in others]


@given(number=st.integers(-2000, 4000), target=st.sampled_from(Target))
def test_a_number_is_refused_exactly_outside_its_bounds(number, target):
    least, most = SHIPPED.bounds[target]
    if least <= number <= most:
        check_bounds(SHIPPED, target, number)
    else:
        with pytest.raises(DeskError, match="target_bounds"):
            check_bounds(SHIPPED, target, number)


def test_a_number_of_another_version_of_the_program_is_passed_over():
    assert settled(SHIPPED, {"of_the_future_days": 3}) == SHIPPED
