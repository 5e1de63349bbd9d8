"""Public holidays by place, and the office's corrections to them."""

from datetime import date

import holidays as package
import pytest

from desktop.errors import DeskError
from desktop.office.holidays import place_of, public_holidays

STATES = package.country_holidays("US").subdivisions


@pytest.mark.parametrize("state", STATES)
def test_a_state_s_holidays_are_exactly_the_package_s(state):
    theirs = package.country_holidays("US", subdiv=state, years=2026)
    assert dict(public_holidays(place_of(state))(2026)) == dict(theirs.items())


def test_federal_holidays_include_the_observed_day():
    federal = public_holidays("US")(2026)
    assert federal[date(2026, 7, 3)] == "Independence Day (observed)"
    assert date(2026, 11, 27) not in federal


def test_new_year_observed_in_december_belongs_to_december():
    assert date(2027, 12, 31) in public_holidays("US")(2027)


def test_no_place_has_no_holidays():
    assert dict(public_holidays("none")(2026)) == {}


def test_no_state_means_federal_holidays():
    assert place_of("") == "US"


def test_the_office_adds_its_own_holidays_over_the_end_of_a_year():
    own = public_holidays("none", extra=[(date(2026, 12, 30), date(2027, 1, 2), "Founders' days")])
    assert list(own(2026)) == [date(2026, 12, 30), date(2026, 12, 31)]
    assert list(own(2027)) == [date(2027, 1, 1), date(2027, 1, 2)]
    assert dict(own(2028)) == {}


def test_the_office_works_on_a_day_of_the_list():
    columbus = date(2026, 10, 12)
    here = public_holidays("US", not_here=[(columbus, columbus)])
    assert columbus in public_holidays("US")(2026)
    assert columbus not in here(2026)
    assert len(here(2026)) == len(public_holidays("US")(2026)) - 1


@pytest.mark.parametrize("place", ["", "CA", "us", "US-", "US-CAL", "DE", "None"])
def test_a_place_that_is_none_is_refused(place):
    with pytest.raises(DeskError) as refused:
        public_holidays(place)
    assert refused.value.code == "unknown_place"


def test_two_letters_that_are_no_state_are_refused_when_a_year_is_asked_for():
    with pytest.raises(DeskError) as refused:
        public_holidays("US-ZZ")(2026)
    assert refused.value.code == "unknown_place"


@pytest.mark.parametrize("year", [1, 1600, 2101, 9999])
def test_years_the_package_does_not_know_have_no_holidays(year):
    assert dict(public_holidays("US-CA")(year)) == {}
