"""The release check and the ends: three questions, items with reasons, and what contradicts."""

from __future__ import annotations

import pytest

from desktop.actions import release, searching, steps
from desktop.actions.closing import close_request
from desktop.records.case import SourceState
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Outcome, Right
from desktop.records.steps import StepRefusedError
from desktop.store import cases
from tests.actions.refusals import refused
from tests.offices import TODAY, WHOLE

NO = {"other_children": "no"}
APART = {"other_children": "yes", "separable": "yes"}
NOT_APART = {"other_children": "yes", "separable": "no"}


@pytest.fixture
def request_id(office):
    return office.log(access=Access.COPIES).request


def do(office, request, code, by=None, **how):
    steps.do_step(
        office.store, request, code, law=office.law, today=TODAY, by=by or office.sign(), **how
    )


def review(office, request, choice="whole", note="Covered.", **details):
    do(office, request, "review", choice=choice, note=note, details=details)


def add(office, request, answer=ItemAnswer.PART_WITHHELD, reason="other_child_out"):
    release.answer_item(
        office.store, request, what="Bus video", answer=answer, reason=reason, note="Faces.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip


def close(office, request, outcome, note=""):
    close_request(
        office.store, request, outcome, note=note, law=office.law, today=TODAY, by=office.sign()
    )


def codes(office, request):
    return {step.code for step in cases.case(office.store, request).steps}


# The three questions


def test_99_12_a_the_question_about_other_children_must_be_answered(office, request_id):
    with refused(office.store, "fields") as caught:
        review(office, request_id)
    assert isinstance(caught.value, StepRefusedError)
    assert set(caught.value.fields) == {"other_children"}


def test_whether_it_can_be_taken_apart_is_asked_only_after_a_yes(office, request_id):
    with refused(office.store, "fields") as caught:
        review(office, request_id, other_children="yes")
    assert set(caught.value.fields) == {"separable"}
    review(office, request_id, **NO, separable="yes")
    assert cases.case(office.store, request_id).details == NO


def test_nothing_left_out_does_not_go_with_a_part_that_can_be_covered(office, request_id):
    with refused(office.store, "contradicts"):
        review(office, request_id, **APART)


def test_covered_does_not_go_with_no_other_child(office, request_id):
    add(office, request_id)
    with refused(office.store, "contradicts"):
        review(office, request_id, "covered", **NO)


def test_99_12_a_what_cannot_be_taken_apart_goes_out_only_past_the_principal(office, request_id):
    review(office, request_id, **NOT_APART)
    assert "approve_part" in codes(office, request_id)
    do(office, request_id, "identity", choice="photo_id")
    do(office, request_id, "authority", choice="parent_no_paper")
    with refused(office.store, "gate"):
        do(office, request_id, "handover")


@pytest.mark.parametrize("choice", ["covered", "kept_back"])
def test_what_is_left_out_is_itemised_with_its_reason_first(office, request_id, choice):
    with refused(office.store, "items"):
        review(office, request_id, choice, **APART)
    add(office, request_id, ItemAnswer.GIVEN, "")
    with refused(office.store, "items"):
        review(office, request_id, choice, **APART)
    add(office, request_id)
    review(office, request_id, choice, **APART)


def test_99_12_a_nothing_leaves_before_the_review(office, request_id):
    do(office, request_id, "identity", choice="photo_id")
    do(office, request_id, "authority", choice="parent_no_paper")
    with refused(office.store, "gate"):
        do(office, request_id, "handover")
    do(office, request_id, "review", **WHOLE)
    do(office, request_id, "handover")


# The second pair of eyes


def test_the_second_person_is_not_the_first(office, request_id):
    looked = {**NO, "second_look": "done"}
    with refused(office.store, "fields") as caught:
        review(office, request_id, **looked)
    assert set(caught.value.fields) == {"second_by"}
    with refused(office.store, "fields") as caught:
        review(office, request_id, **looked, second_by=str(office.sign().person))
    assert caught.value.fields["second_by"].code == "details.fault.staff_same"
    review(office, request_id, **looked, second_by=str(office.principal().person))
    assert cases.case(office.store, request_id).details["second_by"] == str(
        office.principal().person
    )


@pytest.mark.parametrize("named", ["7", "Dana", "²"])
def test_the_second_person_is_of_the_staff(office, request_id, named):
    with refused(office.store, "fields") as caught:
        review(office, request_id, **NO, second_look="done", second_by=named)
    assert caught.value.fields["second_by"].code == "details.fault.staff"


# The ends


@pytest.fixture
def released(office, request_id):
    """Part was covered, the principal agreed, and the copies went out."""
    do(office, request_id, "identity", choice="photo_id")
    do(office, request_id, "authority", choice="parent_no_paper")
    add(office, request_id)
    review(office, request_id, "covered", **APART)
    do(office, request_id, "approve_part", office.principal(), choice="agreed", note="Only faces.")
    do(office, request_id, "handover")
    return request_id


def test_copies_were_given_is_not_the_end_where_part_was_covered(office, released):
    with refused(office.store, "contradicts") as caught:
        close(office, released, Outcome.COPIES_SENT)
    assert "Other children's parts are covered or taken out" in caught.value.message
    close(office, released, Outcome.PARTLY_GIVEN, "Faces.")


def test_part_was_given_needs_an_item_that_says_what_was_not(office, released):
    item = cases.case(office.store, released).items[0].id
    release.remove_item(office.store, released, item, law=office.law, by=office.sign())
    do(office, released, "approve_part", office.principal(), choice="agreed", note="Nothing now.")
    with refused(office.store, "items"):
        close(office, released, Outcome.PARTLY_GIVEN, "Faces.")


def test_no_such_records_is_not_the_end_where_pages_were_found(office, request_id):
    do(office, request_id, "search")
    answer(office, request_id, SourceState.FOUND, pages=3, places=1)
    with refused(office.store, "found") as caught:
        close(office, request_id, Outcome.NO_RECORDS, "None.")
    assert caught.value.message == "The search found 3 pages."


def test_no_such_records_asks_why_while_places_have_not_answered(office, request_id):
    do(office, request_id, "search")
    answer(office, request_id, SourceState.NONE, places=10)
    with refused(office.store, "note") as caught:
        close(office, request_id, Outcome.NO_RECORDS)
    assert caught.value.message == "1 place has not answered yet."
    close(office, request_id, Outcome.NO_RECORDS, "The bus firm keeps no video so long.")


def test_no_such_records_needs_no_sentence_once_every_place_has_answered(office, request_id):
    do(office, request_id, "search")
    answer(office, request_id, SourceState.NONE)
    close(office, request_id, Outcome.NO_RECORDS)
    assert cases.case(office.store, request_id).request.outcome is Outcome.NO_RECORDS


def answer(office, request, state, pages=0, places=99):
    for source in cases.case(office.store, request).sources[:places]:
        searching.answer_source(
            office.store, request, source.id, state, pages=pages, today=TODAY, by=office.sign()
        )


def test_99_4_a_no_is_told_only_after_the_principal_agreed(office, request_id):
    with refused(office.store, "needs"):
        close(office, request_id, Outcome.NOT_ENTITLED, "No.")


def test_an_entry_about_the_wrong_student_is_closed_as_such_with_a_sentence(office, request_id):
    do(office, request_id, "identity", choice="photo_id")
    with refused(office.store, "note"):
        close(office, request_id, Outcome.ENTERED_WRONGLY)
    close(office, request_id, Outcome.ENTERED_WRONGLY, "It is about her cousin.")
    assert cases.case(office.store, request_id).request.outcome is Outcome.ENTERED_WRONGLY


def test_what_was_given_out_is_not_called_a_wrong_entry(office, released):
    with refused(office.store, "done") as caught:
        close(office, released, Outcome.ENTERED_WRONGLY, "It is about her cousin.")
    assert "“Hand over or send the copies” was done" in caught.value.message


def test_what_stands_in_a_register_is_not_called_a_wrong_entry(office):
    request = office.log(right=Right.DIRECTORY_OPT_OUT).request
    do(office, request, "identity", choice="photo_id")
    do(office, request, "authority", choice="parent_no_paper")
    do(office, request, "window", choice="in_time")
    entered = {"opt_out_kinds": "photo", "opt_out_on": "2026-10-05"}
    do(office, request, "enter", details=entered)
    with refused(office.store, "done"):
        close(office, request, Outcome.ENTERED_WRONGLY, "It is about her cousin.")
    steps.reopen_step(office.store, request, "enter", law=office.law, by=office.sign())
    close(office, request, Outcome.ENTERED_WRONGLY, "It is about her cousin.")
