"""Correcting what was logged: the dates follow, the number stays, words are never journaled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.actions import closing, merging, steps
from desktop.actions.authority import steps_today
from desktop.actions.correcting import CorrectionRefusedError, correct_request
from desktop.records.correction import FIELDS, Correction
from desktop.records.intake import Place
from desktop.records.party import Relationship
from desktop.records.request import Channel, EventKind, Outcome
from desktop.records.steps import StepState
from desktop.store import cases, holds
from desktop.wording.history import Names, history_lines
from tests.actions.refusals import events, refused
from tests.offices import TODAY, a_party, a_student, the_wording

EARLIER = TODAY - timedelta(days=4)
WRONG = "Logged from the wrong e-mail."


@pytest.fixture
def request_id(office):
    return office.log().request


def correct(office, request, reason=WRONG, **now):
    case = cases.case(office.store, request)
    return correct_request(
        office.store, request, replace(Correction.of(case), **now),
        reason=reason, law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip


def told(office, request):
    return [e for e in events(office.store, request) if e.kind == "request.corrected"]


def history(office, request):
    lines = history_lines(
        cases.history(office.store, request),
        right=office.law.rights[cases.case(office.store, request).request.right],
        names=Names(people={}, requests={}),
        wording=the_wording(),
    )
    return lines[-1].text


def test_34_cfr_99_10_b_an_earlier_receipt_moves_the_legal_date_and_the_history_says_so(
    office, request_id
):
    before = cases.case(office.store, request_id).request
    correct(office, request_id, received_on=EARLIER)
    now = cases.case(office.store, request_id).request
    assert now.received_on == EARLIER
    assert now.due_on == before.due_on - timedelta(days=4)
    assert now.number == before.number
    assert history(office, request_id) == (
        "corrected what was logged: received Thursday, October 1, 2026 (before: Monday, October 5,"
        f" 2026). {WRONG} Due Sunday, November 15, 2026, before that Thursday, November 19, 2026."
    )


def test_the_hold_counts_from_the_corrected_receipt(office, request_id):
    correct(office, request_id, received_on=EARLIER)
    assert holds.hold_of(office.store, request_id).from_on == EARLIER


def test_everything_that_was_logged_can_be_corrected_at_once(office, request_id):
    now = {
        "received_on": EARLIER, "requested_on": EARLIER - timedelta(days=1),
        "channel": Channel.LETTER, "words": "Her whole file, please.",
        "record_kinds": ("cumulative",), "relationship": Relationship.GRANDPARENT,
        "language": "es", "interpreter": True, "special_education": True,
        "reply_address": "12 Elm Street",
    }  # fmt: skip
    assert set(now) == set(FIELDS)
    correct(office, request_id, **now)
    after = Correction.of(cases.case(office.store, request_id))
    assert after == Correction(**now)


def test_the_journal_keeps_days_and_codes_and_never_words_or_addresses(office, request_id):
    correct(
        office, request_id, words="Her therapy notes.", reply_address="12 Elm Street",
        channel=Channel.PHONE,
    )  # fmt: skip
    (event,) = told(office, request_id)
    assert event.facts["corrected"] == ["channel", "words", "reply_address"]
    assert (event.facts["channel_before"], event.facts["channel_now"]) == ("email", "phone")
    assert "therapy" not in str(event.facts)
    assert "Elm" not in str(event.facts)
    assert history(office, request_id).startswith(
        "corrected what was logged: by phone (before: by e-mail); their words; where to answer."
    )


def test_300_613_a_ticking_special_education_brings_its_limits(office, request_id):
    correct(office, request_id, special_education=True)
    limits = cases.case(office.store, request_id).clocks.limits
    assert any("300.613" in one.citation for one in limits)
    assert "special education yes (before: no)" in history(office, request_id)


def test_a_student_with_an_iep_meeting_stays_in_special_education(office):
    request = office.log(
        special_education=True, events={EventKind.IEP_MEETING: TODAY + timedelta(days=9)}
    ).request
    correct(office, request, special_education=False, interpreter=True)
    assert cases.case(office.store, request).request.special_education


def test_34_cfr_99_4_another_relationship_opens_the_check_of_authority_again(office, request_id):
    steps.do_step(
        office.store, request_id, "authority", choice="parent_no_paper",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    correct(office, request_id, relationship=Relationship.GRANDPARENT)
    case = cases.case(office.store, request_id)
    right = office.law.rights[case.request.right]
    states = {step.code: step.state for step in steps_today(case, right, today=TODAY)}
    assert states["authority"] is StepState.OPEN


@pytest.mark.parametrize(
    ("now", "place"),
    [
        ({"received_on": TODAY + timedelta(days=1)}, Place.RECEIVED_ON),
        ({"received_on": date(2017, 3, 13)}, Place.RECEIVED_ON),
        ({"requested_on": TODAY + timedelta(days=1)}, Place.REQUESTED_ON),
        ({"words": "Number 123-45-6789"}, Place.WORDS),
    ],
    ids=["received tomorrow", "received before the birth", "asked after receipt", "nine digits"],
)
def test_what_cannot_be_so_is_refused_beside_its_field(office, request_id, now, place):
    with refused(office.store, "entry") as caught:
        correct(office, request_id, **now)
    assert isinstance(caught.value, CorrectionRefusedError)
    assert [one.place for one in caught.value.faults] == [place]


def test_a_receipt_after_the_meeting_it_must_precede_is_refused(office):
    request = office.log(
        received_on=EARLIER, special_education=True,
        events={EventKind.IEP_MEETING: TODAY - timedelta(days=2)},
    ).request  # fmt: skip
    with refused(office.store, "entry"):
        correct(office, request, received_on=TODAY)


def test_a_reason_is_needed_and_something_must_differ(office, request_id):
    with refused(office.store, "reason"):
        correct(office, request_id, reason=" ", interpreter=True)
    with refused(office.store, "unchanged"):
        correct(office, request_id)
    with refused(office.store, "nine_digits"):
        correct(office, request_id, reason="123-45-6789", interpreter=True)


def test_a_closed_request_is_opened_first(office, request_id):
    closing.close_request(
        office.store, request_id, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    with refused(office.store, "closed"):
        correct(office, request_id, interpreter=True)


def test_taking_a_merge_back_counts_from_the_corrected_receipt(office):
    student, father = a_student(), a_party()
    kept = office.log(student=student, requester=father).request
    double = office.log(
        student=student, student_is_new=False, requester=father, requester_is_new=False,
        received_on=TODAY - timedelta(days=9),
    ).request  # fmt: skip
    correct(office, kept, received_on=EARLIER)
    merging.merge_requests(
        office.store, double, kept, law=office.law, today=TODAY, by=office.sign()
    )
    assert cases.case(office.store, kept).request.received_on == TODAY - timedelta(days=9)
    merging.unmerge_request(office.store, double, law=office.law, by=office.sign())
    assert cases.case(office.store, kept).request.received_on == EARLIER
