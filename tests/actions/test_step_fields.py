"""Steps with fields and branches: what a choice puts on the list, and what the dates follow."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.actions import steps
from desktop.actions.closing import close_request
from desktop.records.party import Relationship
from desktop.records.request import EventKind, Outcome, Right
from desktop.records.steps import StepRefusedError
from desktop.store import cases, disclosures
from tests.offices import TODAY, an_office

POINT = {
    "record": "Attendance, October 3",
    "wrong": "She was on the field trip.",
    "ground": "inaccurate",
}


@pytest.fixture
def amendment(office):
    return office.log(right=Right.AMEND).request


def do(office, request, code, **told):
    principals = code.startswith("approve")
    by = office.principal() if principals else office.sign()
    note = {"note": "The principal read it."} if principals else {}
    return steps.do_step(
        office.store, request, code, law=office.law, today=TODAY, by=by, **{**note, **told}
    )


def codes(office, request):
    return [step.code for step in cases.case(office.store, request).steps]


def test_a_fact_is_checked_and_decided_and_a_judgement_is_referred(office, amendment):
    assert codes(office, amendment)[-2:] == ["point", "triage"]
    do(office, amendment, "triage", choice="fact")
    assert codes(office, amendment)[-2:] == ["check", "decision"]
    do(office, amendment, "triage", choice="judgement", note="The grade as such.")
    assert codes(office, amendment)[-1] == "approve_referral"
    assert "decision" not in codes(office, amendment)
    do(office, amendment, "approve_referral", choice="agreed")
    assert codes(office, amendment)[-2:] == ["refer", "tell_referred"]


def test_taking_a_choice_back_takes_its_steps_off_but_keeps_what_was_done(office, amendment):
    do(office, amendment, "triage", choice="fact")
    do(
        office,
        amendment,
        "check",
        choice="no_meeting",
        details={"checked": "The sign-in sheet shows her."},
    )
    steps.reopen_step(office.store, amendment, "triage", law=office.law, by=office.sign())
    assert "check" in codes(office, amendment)
    assert "decision" not in codes(office, amendment)


def test_fields_are_kept_with_the_request_and_named_in_the_history(office, amendment):
    do(office, amendment, "point", details=POINT | {"unknown": "x"})
    case = cases.case(office.store, amendment)
    assert case.details == POINT
    event = cases.history(office.store, amendment)[-1].event
    assert event.facts["fields"] == ["ground", "record", "wrong"]
    assert "field trip" not in str(event.facts)


def test_a_missing_field_is_refused_beside_it_and_nothing_is_written(office, amendment):
    with pytest.raises(StepRefusedError) as refused:
        do(office, amendment, "point", details=POINT | {"record": " "})
    assert refused.value.code == "fields"
    assert set(refused.value.fields) == {"record"}
    assert cases.case(office.store, amendment).details == {}


def test_34_cfr_99_20_c_no_refusal_is_closed_before_the_hearing_was_told(office, amendment):
    do(office, amendment, "triage", choice="fact")
    do(office, amendment, "decision", choice="refused", note="The sheet shows she was absent.")
    with pytest.raises(StepRefusedError) as refused:
        close(office, amendment, Outcome.REFUSED)
    assert "principal signs" in refused.value.message
    do(office, amendment, "approve_refusal", choice="agreed")
    with pytest.raises(StepRefusedError) as refused:
        close(office, amendment, Outcome.REFUSED)
    assert "right to a hearing" in refused.value.message
    do(office, amendment, "tell_refused")
    close(office, amendment, Outcome.REFUSED)
    assert cases.case(office.store, amendment).request.outcome is Outcome.REFUSED


def close(office, request, outcome):
    return close_request(
        office.store, request, outcome, note="", law=office.law, today=TODAY, by=office.sign()
    )


def test_a_limit_that_ends_with_a_step_drives_no_longer(tmp_path):
    office = an_office(tmp_path, state="NJ")
    received = TODAY - timedelta(days=4)
    request = office.log(right=Right.AMEND, received_on=received).request
    assert cases.case(office.store, request).request.driving_rule == "NJ-1.decision"
    do(office, request, "triage", choice="fact")
    do(office, request, "decision", choice="granted")
    assert cases.case(office.store, request).clocks.driving is None
    steps.reopen_step(office.store, request, "decision", law=office.law, by=office.sign())
    assert cases.case(office.store, request).request.driving_rule == "NJ-1.decision"


def test_a_request_whose_right_searches_nothing_has_no_places(office, amendment):
    assert cases.case(office.store, amendment).sources == ()
    assert cases.case(office.store, office.log().request).sources


def test_the_dates_of_an_amendment_are_a_target_where_no_law_counts(office, amendment):
    case = cases.case(office.store, amendment)
    assert (case.clocks.driving, case.request.driving_rule) == (None, "LOCAL-amend")
    assert case.request.due_on > date(2026, 10, 5)


# A choice that is a "no", and steps that follow from a field


def do_all(office, request, *told):
    for code, choice, details in told:
        do(office, request, code, choice=choice, details=details)


COURT = {"disclosure_basis": "court_order", "basis_shown": "Order of November 3."}
WHO = {"party_kind": "court_order", "party_interest": "Case 12", "comply_by": "2026-10-20"}


@pytest.fixture
def third_party(office):
    request = office.log(right=Right.THIRD_PARTY, relationship=Relationship.OTHER).request
    do_all(office, request, ("who", "", WHO), ("identity", "call_back", {}))
    return request


def test_99_31_a_9_an_order_brings_its_notice_and_another_basis_takes_it_off(office, third_party):
    do_all(office, third_party, ("basis", "fits", {}), ("which", "", COURT))
    assert {"notify", "notified"} <= set(codes(office, third_party))
    secret = {**COURT, "disclosure_basis": "grand_jury"}
    do(office, third_party, "which", details=secret)
    assert not {"notify", "notified"} & set(codes(office, third_party))


def test_99_31_a_9_nothing_is_given_while_the_court_may_stop_it(office, third_party):
    limits = {"notify_by": "2026-10-08", "object_by": "2026-10-15"}
    do_all(
        office, third_party, ("basis", "fits", {}), ("which", "", COURT), ("notify", "", limits),
        ("notified", "reached", {"notified_on": "2026-10-05"}),
    )  # fmt: skip
    do(office, third_party, "objection", choice="court_stopped", note="Motion of October 9.")
    do_all(office, third_party, ("answer", "give", {}), ("approve", "agreed", {}))
    given = {"disclosure_records": "Transcript", "disclosed_on": "2026-10-05"}
    with pytest.raises(StepRefusedError) as refused:
        do(office, third_party, "give", details=given)
    assert "“Wait for the day to object” was a no" in refused.value.message
    do(office, third_party, "objection", choice="court_upheld", note="Order of October 14.")
    do(office, third_party, "give", details=given)
    close(office, third_party, Outcome.DISCLOSED)


def test_99_32_a_3_the_day_the_order_names_is_a_date_of_the_request(office, third_party):
    case = cases.case(office.store, third_party)
    assert case.request.events == {EventKind.COMPLY_BY: date(2026, 10, 20)}
    assert "LOCAL-third-party.comply_by" in {limit.rule for limit in case.clocks.limits}


def test_a_principal_who_does_not_agree_shuts_the_end(office, amendment):
    do(office, amendment, "triage", choice="fact")
    do(office, amendment, "decision", choice="refused", note="It is right.")
    do(office, amendment, "approve_refusal", choice="not_agreed", note="Change it.")
    assert "tell_refused" not in codes(office, amendment)
    with pytest.raises(StepRefusedError, match="needs") as refused:
        close(office, amendment, Outcome.REFUSED)
    assert "was a no" in refused.value.message


def test_an_answer_in_a_step_that_is_off_the_list_counts_no_more(office, amendment):
    do(office, amendment, "triage", choice="fact")
    do(office, amendment, "decision", choice="refused", note="It is right.")
    do(office, amendment, "approve_refusal", choice="agreed")
    assert "tell_refused" in codes(office, amendment)
    do(office, amendment, "decision", choice="granted")
    assert "tell_refused" not in codes(office, amendment)
    assert "change" in codes(office, amendment)


def test_99_31_a_12_what_a_student_under_18_was_shown_is_entered_without_a_basis_to_pick(office):
    asked = {"right": Right.STUDENT_QUESTION, "relationship": Relationship.SELF}
    logged = office.log(**asked)
    request = logged.request
    do_all(
        office, request, ("identity", "known_in_person", {}),
        ("question", "", {"question": "What do you have on me?"}), ("age", "under_18", {}),
        ("way", "show", {}), ("approve", "agreed", {}),
        ("show", "", {"disclosure_records": "Report card", "disclosed_on": "2026-10-05"}),
    )  # fmt: skip
    student = cases.case(office.store, request).student.id
    (row,) = disclosures.disclosures_of(office.store, student)
    assert (row.entry.basis, row.entry.interest) == ("minor_student", "What do you have on me?")
