"""The office decides about a limit: written with its reason, and every open request follows."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.actions import policy
from desktop.errors import DeskError
from desktop.records.calendar import Counting
from desktop.records.office_policy import OwnLimit, PolicyKind
from desktop.records.request import Right
from desktop.store import cases
from desktop.store import policy as policies
from tests.offices import TODAY, an_office

RECEIVED = date(2026, 10, 1)


@pytest.fixture
def office(tmp_path):
    return an_office(tmp_path, state="TX")


def signed(office):
    return {"law": office.law, "today": TODAY, "by": office.sign()}


def case(office, request):
    return cases.case(office.store, request)


def test_an_optional_rule_that_applies_re_dates_open_requests_and_lists_what_moved(office):
    request = office.log(received_on=RECEIVED).request
    _, moved = policy.decide_rule(
        office.store, "TX-2", PolicyKind.APPLIES, reason="Counsel, Sept. 3.", **signed(office)
    )
    assert [(one.request, one.due_before, one.due_now) for one in moved] == [
        (request, date(2026, 11, 15), date(2026, 10, 15))
    ]
    assert case(office, request).request.driving_rule == "TX-2"
    assert case(office, request).clocks.driving == "TX-2"
    kinds = [row[0] for row in office.store.rows("select kind from event order by seq")]
    assert kinds[-2:] == ["dates.recomputed", "rule.decided"]


def test_a_new_request_follows_the_decision_too(office):
    policy.decide_rule(
        office.store,
        "US-1",
        PolicyKind.CHANGED,
        limit=OwnLimit(days=30, counting=Counting.CALENDAR),
        reason="District policy.",
        **signed(office),
    )
    request = office.log(received_on=RECEIVED).request
    assert case(office, request).request.due_on == date(2026, 10, 31)


def test_a_rule_of_our_own_is_added_and_taken_away_again(office):
    request = office.log(received_on=RECEIVED).request
    limit = OwnLimit(
        days=12, counting=Counting.SCHOOL, title="Board policy 5125", rights=(Right.INSPECT,)
    )
    _, moved = policy.add_rule(office.store, limit, reason="Board, June 2.", **signed(office))
    assert len(moved) == 1
    (added,) = policies.decisions(office.store)
    assert case(office, request).request.driving_rule == added.rule
    policy.remove_rule(office.store, added.rule, reason="Board, July 1.", **signed(office))
    assert case(office, request).request.driving_rule == "US-1"
    assert len(policies.decisions(office.store)) == 2


def test_a_refused_decision_writes_nothing(office):
    office.log(received_on=RECEIVED)
    before = office.store.rows("select count(*) from event")
    with pytest.raises(DeskError, match="policy_federal"):
        policy.decide_rule(office.store, "US-1", PolicyKind.OFF, reason="x", **signed(office))
    with pytest.raises(DeskError, match="policy_rule"):
        policy.remove_rule(office.store, "US-1", reason="x", **signed(office))
    assert office.store.rows("select count(*) from event") == before
    assert policies.decisions(office.store) == []
