"""The office decides about a limit: written with its reason, and every open request follows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.actions import policy
from desktop.errors import DeskError
from desktop.records.calendar import Counting
from desktop.records.office_policy import OwnLimit, PolicyKind, to_ask
from desktop.records.request import Right
from desktop.store import cases
from desktop.store import policy as policies
from tests.actions.refusals import refused
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


def asked(office, **how):
    decided = policies.decisions(office.store)
    how = {"today": TODAY, "again_calendar_days": 30} | how
    return [rule.id for rule in to_ask(office.law.books, "TX", decided, **how)]


def test_a_rule_is_asked_about_until_it_is_decided_and_again_once_that_is_taken_back(office):
    assert asked(office) == ["TX-2"]
    policy.decide_rule(
        office.store, "TX-2", PolicyKind.APPLIES, reason="Counsel.", **signed(office)
    )
    assert asked(office) == []
    policy.remove_rule(office.store, "TX-2", reason="Counsel again.", **signed(office))
    assert asked(office) == ["TX-2"]


def test_a_rule_put_off_stays_undecided_moves_no_date_and_is_asked_again(office):
    request = office.log(received_on=RECEIVED).request
    before = case(office, request).clocks
    policy.put_off(office.store, ["TX-2"], **signed(office))
    assert asked(office) == []
    assert asked(office, today=TODAY + timedelta(days=29)) == []
    assert asked(office, today=TODAY + timedelta(days=30)) == ["TX-2"]
    assert case(office, request).clocks == before
    policy.decide_rule(
        office.store, "TX-2", PolicyKind.APPLIES, reason="Counsel.", **signed(office)
    )
    assert case(office, request).request.driving_rule == "TX-2"


@pytest.mark.parametrize("rule", ["US-1", "TX-9", ""])
def test_only_a_rule_the_office_decides_about_can_be_put_off(office, rule):
    with refused(office.store, "policy_rule"):
        policy.put_off(office.store, [rule], **signed(office))


def test_a_decided_rule_cannot_be_put_off(office):
    policy.decide_rule(
        office.store, "TX-2", PolicyKind.APPLIES, reason="Counsel.", **signed(office)
    )
    with refused(office.store, "policy_rule"):
        policy.put_off(office.store, ["TX-2"], **signed(office))
