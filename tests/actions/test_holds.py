"""Nothing is destroyed while a request is open: 34 CFR 99.10(e), from the receipt to the end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.actions import closing, holds, intake, merging, retention, steps
from desktop.records.hold import KeepReason
from desktop.records.request import Outcome, Right
from desktop.store.holds import hold_ids, hold_of, hold_rows, live_holds
from tests.actions.refusals import events, refused
from tests.actions.small_rights import HEARING, law_with
from tests.offices import TODAY, a_party, a_student, an_intake

NUMBER = "It is 123-45-6789."
MIA, FATHER = a_student(), a_party()
LATER = TODAY + timedelta(days=20)


def log(office, right=Right.INSPECT, on=TODAY, **override):
    known = bool(office.store.rows("select 1 from student where id = ?", (MIA.id,)))
    values = {
        "student": MIA, "student_is_new": not known, "requester": FATHER,
        "requester_is_new": not known, "right": right, "received_on": on,
    }  # fmt: skip
    return office.log(**{**values, **override}).request


def close(office, request, outcome=Outcome.WITHDRAWN, note="He called.", today=TODAY):
    return closing.close_request(
        office.store, request, outcome, note=note, law=office.law, today=today, by=office.sign()
    )


def do(office, request, code, by=None, **told):
    steps.do_step(
        office.store, request, code, law=office.law, today=TODAY, by=by or office.sign(), **told
    )


def refuse_amendment(office):
    request = log(office, Right.AMEND)
    do(office, request, "triage", choice="fact")
    do(office, request, "decision", choice="refused", note="The sheet shows she was absent.")
    do(office, request, "approve_refusal", office.principal(), choice="agreed", note="Read it.")
    do(office, request, "tell_refused")
    close(office, request, Outcome.REFUSED, note="")
    return request


def kinds(office, request):
    return [one.kind for one in events(office.store, request)]


def live(office, request):
    return hold_of(office.store, request).live


@pytest.mark.parametrize("right", [Right.INSPECT, Right.COPIES, Right.AMEND])
def test_34_cfr_99_10_e_logging_puts_the_records_on_hold_from_the_receipt(office, right):
    received = TODAY - timedelta(days=4)
    request = log(office, right, on=received)
    (hold,) = live_holds(office.store, MIA.id)
    assert (hold.request, hold.from_on, hold.keep_reason) == (request, received, KeepReason.OPEN)
    assert kinds(office, request) == ["request.logged", "hold.placed"]


def test_closing_and_withdrawing_take_the_hold_off_by_whom_and_when(office):
    request = log(office)
    close(office, request, today=LATER)
    hold = hold_of(office.store, request)
    assert (hold.released_on, hold.released_by) == (LATER, office.opened.person.id)
    assert kinds(office, request)[-2:] == ["hold.released", "request.closed"]
    assert live_holds(office.store, MIA.id) == []


def test_two_requests_hold_a_student_until_both_are_closed(office):
    first, second = log(office), log(office, on=TODAY - timedelta(days=1))
    close(office, first)
    assert [one.request for one in live_holds(office.store, MIA.id)] == [second]


def test_99_22_a_refused_amendment_keeps_its_hold_for_the_hearing(office):
    request = refuse_amendment(office)
    hold = hold_of(office.store, request)
    assert (hold.live, hold.keep_reason) == (True, KeepReason.HEARING_TIME)
    assert kinds(office, request)[-2:] == ["hold.kept", "request.closed"]


def test_a_hold_left_on_comes_off_by_a_person_with_a_reason(office):
    request = refuse_amendment(office)
    changes = holds.release_hold(
        office.store, request, reason=" The time to ask is over. ", today=LATER, by=office.sign()
    )
    assert (changes.requests, changes.students) == ({request}, {MIA.id})
    assert not live(office, request)
    event = events(office.store, request)[-1]
    assert (event.kind, event.facts["note"]) == ("hold.released", "The time to ask is over.")


@pytest.mark.parametrize(
    ("reason", "fault"), [("  ", "reason"), (NUMBER, "nine_digits")], ids=["no reason", "number"]
)
def test_it_does_not_come_off_without_a_reason_that_can_be_kept(office, reason, fault):
    request = refuse_amendment(office)
    with refused(office.store, fault):
        holds.release_hold(office.store, request, reason=reason, today=TODAY, by=office.sign())


def test_the_hold_of_an_open_request_cannot_be_taken_off_and_a_gone_one_not_twice(office):
    request = log(office)
    with refused(office.store, "hold_open"):
        holds.release_hold(office.store, request, reason="x", today=TODAY, by=office.sign())
    close(office, request)
    with refused(office.store, "not_held"):
        holds.release_hold(office.store, request, reason="x", today=TODAY, by=office.sign())


def test_the_hearing_ends_the_hold_the_amendment_kept_for_it(office):
    amendment, law = refuse_amendment(office), law_with(office.law, HEARING)
    asked = an_intake(student=MIA, student_is_new=False, requester=FATHER, right=Right.HEARING,
                      requester_is_new=False, link_to=amendment)  # fmt: skip
    hearing = intake.log_request(
        office.store, asked, law=law, today=TODAY, by=office.sign()
    ).request
    assert live(office, amendment)
    closing.close_request(
        office.store, hearing, Outcome.WITHDRAWN, note="Settled.",
        law=law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    assert not live(office, amendment)
    event = events(office.store, amendment)[-1]
    assert (event.kind, event.facts) == ("hold.released_after", {"other": hearing})


def test_a_request_opened_again_holds_again_from_that_day(office):
    request = log(office, on=TODAY - timedelta(days=30))
    close(office, request)
    closing.reopen_request(
        office.store, request, reason="More was found.", law=office.law, by=office.sign()
    )
    hold = hold_of(office.store, request)
    assert (hold.live, hold.from_on, hold.released_by) == (True, TODAY, None)
    assert kinds(office, request)[-2:] == ["hold.placed", "request.reopened"]


def test_an_amendment_opened_again_waits_for_nothing_any_more(office):
    request = refuse_amendment(office)
    closing.reopen_request(
        office.store, request, reason="New proof.", law=office.law, by=office.sign()
    )
    hold = hold_of(office.store, request)
    assert (hold.live, hold.keep_reason) == (True, KeepReason.OPEN)


def test_two_entries_of_one_request_are_one_hold_from_the_earlier_receipt(office):
    early = TODAY - timedelta(days=2)
    kept, double = log(office), log(office, on=early)
    merging.merge_requests(
        office.store, double, kept, law=office.law, today=TODAY, by=office.sign()
    )
    (hold,) = live_holds(office.store, MIA.id)
    assert (hold.request, hold.from_on) == (kept, early)
    merging.unmerge_request(office.store, double, law=office.law, by=office.sign())
    assert live(office, kept)
    assert (live(office, double), hold_of(office.store, double).from_on) == (True, early)


def test_asked_for_earlier_than_was_known_the_hold_begins_earlier(office):
    early = TODAY - timedelta(days=3)
    request = log(office)
    again = an_intake(student=MIA, student_is_new=False, requester=FATHER,
                      requester_is_new=False, received_on=early)  # fmt: skip
    intake.log_again(office.store, request, again, law=office.law, today=TODAY, by=office.sign())
    assert hold_of(office.store, request).from_on == early


def test_the_list_shows_those_left_on_first_and_finds_by_student_asker_and_number(office):
    kept = refuse_amendment(office)
    other = office.log(
        student=a_student(given="Leo", family="Ng"), requester=a_party(name="Ann Ng")
    ).request
    assert hold_ids(office.store) == [kept, other]
    assert hold_ids(office.store, "ng") == hold_ids(office.store, "2026-0002") == [other]
    row = hold_rows(office.store, [kept, other])[0]
    assert (row.name, row.number, row.closed_on) == ("Alvarez, Mia", "2026-0001", TODAY)
    close(office, other)
    assert [one.id for one in hold_rows(office.store, [kept, other])] == [kept]


def test_story_17_no_file_of_a_student_on_hold_is_destroyed(office):
    old = log(office, on=date(2019, 5, 1))
    close(office, old, today=date(2019, 6, 1))
    retention.set_schedule(office.store, 5, reason="The district's schedule.", by=office.sign())
    request = log(office)
    destroy = {"reason": "Yearly shredding.", "today": TODAY, "by": office.sign()}
    with refused(office.store, "kept"):
        retention.destroy_files(office.store, [old], **destroy)
    close(office, request)
    retention.destroy_files(office.store, [old], **destroy)
    assert office.store.rows("select count(*) from request where id = ?", (old,)) == [(0,)]
