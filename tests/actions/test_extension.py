"""Extensions: only where a rule allows one, only that limit, and taken back whole."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.actions.extension import extend, take_back_extension
from desktop.errors import DeskError
from desktop.records.ids import RuleId
from desktop.store import cases
from tests.offices import an_office

RECEIVED = date(2026, 10, 1)


@pytest.fixture
def office(tmp_path):
    return an_office(tmp_path, state="IL")


@pytest.fixture
def request_id(office):
    return office.log(received_on=RECEIVED).request


def take(office, request, rule="IL-1", days=5, reason="The records are held elsewhere."):
    return extend(
        office.store,
        request,
        RuleId(rule),
        days=days,
        reason=reason,
        law=office.law,
        by=office.sign(),
    )


def due(office, request):
    return cases.case(office.store, request).request.due_on


def test_105_ilcs_10_5_c_five_days_are_added_and_the_federal_date_stays(office, request_id):
    before = cases.case(office.store, request_id)
    take(office, request_id)
    after = cases.case(office.store, request_id)
    assert (before.request.due_on, after.request.due_on) == (date(2026, 10, 16), date(2026, 10, 23))
    federal = [[one.due_on for one in case.clocks.limits if one.rule == "US-1"] for case in
               (before, after)]  # fmt: skip
    assert federal[0] == federal[1] == [date(2026, 11, 15)]
    event = cases.history(office.store, request_id)[-1].event
    assert event.kind == "dates.extended"
    assert event.facts["due_before_on"] == "2026-10-16"


@pytest.mark.parametrize(
    ("rule", "days", "reason"),
    [("US-1", 5, "busy"), ("IL-1", 6, "busy"), ("IL-1", 0, "busy"), ("IL-1", 5, " ")],
    ids=["34 CFR 99.10(b) allows none", "more than allowed", "no days", "no reason"],
)
def test_what_no_rule_allows_is_refused_and_nothing_is_written(
    office, request_id, rule, days, reason
):
    written = len(cases.history(office.store, request_id))
    with pytest.raises(DeskError) as refused:
        take(office, request_id, rule, days, reason)
    assert refused.value.code == "extension_refused"
    assert len(cases.history(office.store, request_id)) == written
    assert due(office, request_id) == date(2026, 10, 16)


def test_an_extension_taken_back_leaves_the_dates_as_they_were(office, request_id):
    before = cases.case(office.store, request_id).clocks
    take(office, request_id)
    take_back_extension(office.store, request_id, law=office.law, by=office.sign())
    after = cases.case(office.store, request_id)
    assert (after.clocks, after.request.extension) == (before, None)
    with pytest.raises(DeskError, match="not_extended"):
        take_back_extension(office.store, request_id, law=office.law, by=office.sign())
