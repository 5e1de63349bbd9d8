"""What an office may decide about limits: stricter always, looser than federal law never."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import DeskError
from desktop.paths import resources
from desktop.records.calendar import Calendar, Counting
from desktop.records.clock import Applies, Asked, clocks
from desktop.records.ids import PersonId
from desktop.records.office_policy import OwnLimit, Policy, PolicyKind, check, with_policy
from desktop.records.request import Right
from desktop.records.rules import load_rule_books
from tests.offices import the_wording

BOOKS = load_rule_books(resources("rules"))
RECEIVED = date(2026, 10, 1)


def a_policy(rule, kind, days=None, counting=Counting.CALENDAR, **limit):
    own = OwnLimit(days=days, counting=counting, **limit) if days is not None else None
    return Policy(
        rule=rule,
        kind=PolicyKind(kind),
        reason="Our counsel says so.",
        decided_by=PersonId(1),
        decided_on=date(2026, 9, 1),
        limit=own,
    )


def dates(*decisions, state="", right=Right.INSPECT, **facts):
    asked = Asked(right=right, state=state, received_on=RECEIVED, **facts)
    return clocks(asked, books=with_policy(BOOKS, decisions), calendar=Calendar())


def limits(found):
    return {limit.rule: limit for limit in found.limits}


def test_without_decisions_the_shipped_books_are_used_as_they_are():
    assert with_policy(BOOKS, []) is BOOKS


def test_an_optional_rule_drives_once_the_office_says_it_applies():
    assert limits(dates(state="TX"))["TX-2"].applies is Applies.ASK
    found = dates(a_policy("TX-2", "applies"), state="TX")
    assert limits(found)["TX-2"].applies is Applies.YES
    assert found.driving == "TX-2"


def test_an_optional_rule_that_does_not_apply_is_gone():
    assert "TX-2" not in limits(dates(a_policy("TX-2", "does_not_apply"), state="TX"))


def test_34_cfr_99_10_b_stays_beside_a_tighter_rule_of_the_office():
    found = dates(a_policy("US-1", "changed", 30))
    assert found.driving == "US-1.office"
    assert limits(found)["US-1"].due_on == date(2026, 11, 15)
    assert limits(found)["US-1.office"].due_on == date(2026, 10, 31)


def test_a_corrected_state_number_says_that_it_is_the_office_s():
    found = dates(a_policy("FL-1", "changed", 20), state="FL")
    said = [the_wording().say(one) for one in limits(found)["FL-1"].working]
    assert "Your office's rule: Our counsel says so." in said
    assert any("this number is the office's own" in one for one in said)


def test_a_changed_target_stays_a_target():
    found = dates(a_policy("LOCAL-amend", "changed", 8), right=Right.AMEND)
    assert found.driving is None
    assert found.acting_limit.due_on == date(2026, 10, 9)


def test_an_added_limit_runs_beside_the_law_and_drives_when_it_is_earlier():
    own = a_policy("LOCAL-own-1", "added", 12, title="Board policy 5125", rights=(Right.INSPECT,))
    assert dates(own).driving == "LOCAL-own-1"
    later = a_policy("LOCAL-own-1", "added", 60, title="Board policy", rights=(Right.INSPECT,))
    assert dates(later).driving == "US-1"
    assert "LOCAL-own-1" not in limits(dates(own, right=Right.AMEND))


def test_the_newest_decision_on_a_rule_counts_and_shipped_takes_it_back():
    off = a_policy("FL-1", "off")
    assert "FL-1" not in limits(dates(off, state="FL"))
    assert "FL-1" in limits(dates(off, a_policy("FL-1", "shipped"), state="FL"))


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        (a_policy("US-1", "off"), "policy_federal"),
        (a_policy("US-1", "changed", 45), "policy_federal"),
        (a_policy("US-1", "changed", 60), "policy_federal"),
        (a_policy("US-2", "changed", 30, Counting.BUSINESS), "policy_federal"),
        (a_policy("LOCAL-amend", "off"), "policy_target"),
        (a_policy("FL-1", "applies"), "policy_rule"),
        (a_policy("ZZ-1", "off"), "policy_rule"),
        (a_policy("FL-1", "changed", 0), "policy_days"),
        (a_policy("FL-1", "changed", 367), "policy_days"),
        (a_policy("FL-1", "changed"), "policy_days"),
        (a_policy("LOCAL-own-1", "added", 5, rights=(Right.INSPECT,)), "policy_title"),
        (a_policy("LOCAL-own-1", "added", 5, title="x"), "policy_title"),
    ],
    ids=lambda one: f"{one.rule} {one.kind}" if isinstance(one, Policy) else one,
)
def test_what_an_office_cannot_decide_is_refused(policy, code):
    with pytest.raises(DeskError) as refused:
        check(BOOKS, policy)
    assert refused.value.code == code


def test_a_decision_needs_its_reason():
    policy = Policy(
        rule="FL-1",
        kind=PolicyKind.OFF,
        reason=" ",
        decided_by=PersonId(1),
        decided_on=RECEIVED,
    )
    with pytest.raises(DeskError, match="policy_reason"):
        check(BOOKS, policy)


RULES = sorted(rule.id for book in BOOKS.by_state.values() for rule in book.rule)
DECISIONS = st.builds(
    a_policy,
    st.sampled_from(RULES),
    st.sampled_from(["applies", "does_not_apply", "off", "changed", "shipped"]),
    st.integers(1, 366),
    st.sampled_from(Counting),
)


@settings(deadline=None)
@given(decisions=st.lists(DECISIONS, max_size=6), state=st.sampled_from(sorted(BOOKS.by_state)))
def test_no_lawful_decision_ever_loosens_the_federal_outer_limit(decisions, state):
    lawful = []
    for one in decisions:
        try:
            check(BOOKS, one)
        except DeskError:
            continue
        lawful.append(one)
    found = dates(*lawful, state="" if state == "US" else state, special_education=True)
    assert limits(found)["US-1"].due_on == limits(found)["US-2"].due_on == date(2026, 11, 15)
    assert found.driving_limit.due_on <= date(2026, 11, 15)
