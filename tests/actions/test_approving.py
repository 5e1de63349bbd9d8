"""The principal's decisions: who may make them, when they count, what waits for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.actions import approving, letter_finishing, release, steps
from desktop.actions.closing import close_request
from desktop.records.approval import Decision
from desktop.records.ids import PersonId, new_id
from desktop.records.party import Relationship
from desktop.records.person import Initials, Person, Role
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Outcome, Right
from desktop.records.rights import StepRule
from desktop.records.steps import StepRefusedError, StepState, step_named
from desktop.store import cases
from desktop.store import office as office_rows
from desktop.store.journal import Event
from desktop.wording.history import Names, history_lines
from tests import mail
from tests.actions.refusals import events, refused
from tests.offices import AT, TODAY, Office, the_wording
from tests.rights import a_right, law_with

COVERED = {
    "choice": "covered", "note": "Two names.",
    "details": {"other_children": "yes", "separable": "yes"},
}  # fmt: skip


def do(office: Office, request, code, by=None, **how):
    steps.do_step(
        office.store, request, code, law=office.law, today=TODAY, by=by or office.sign(), **how
    )


def ask(office, request, code="approve_part", note="Please look at two names."):
    approving.ask_approval(office.store, request, code, note=note, law=office.law, by=office.sign())


def withhold(office, request, what="Bus video"):
    release.answer_item(
        office.store, request, what=what, answer=ItemAnswer.PART_WITHHELD,
        reason="other_child_out", note="Faces.", law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip


def agree(office, request, code="approve_part", choice="agreed", note="I looked.", by=None):
    do(office, request, code, by or office.principal(), choice=choice, note=note)


def read(office, request):
    return cases.case(office.store, request)


def state(office, request, code):
    return step_named(read(office, request).steps, code).state


def kinds(office, request):
    return [event.kind for event in events(office.store, request)]


def joins(office, role, initials) -> Initials:
    person = Person(id=PersonId(new_id(AT)), name=initials, initials=initials, role=role)
    with office.store.change(Event(kind="person.added"), by=office.sign()) as change:
        office_rows.add_person(change, person)
    return Initials(person=person.id, initials=initials, at=AT)


@pytest.fixture
def partly(office):
    """Something is covered, and itemised with its reason."""
    request = office.log(access=Access.COPIES).request
    do(office, request, "identity", choice="photo_id")
    do(office, request, "authority", choice="parent_no_paper")
    withhold(office, request)
    do(office, request, "review", **COVERED)
    return request


# Who decides


@pytest.mark.parametrize("role", [Role.FRONT_OFFICE, Role.REGISTRAR])
def test_front_office_and_registrar_may_not_decide(office, partly, role):
    office.principal()
    by = joins(office, role, "XX")
    with refused(office.store, "approval"):
        agree(office, partly, by=by)


@pytest.mark.parametrize("role", [Role.PRINCIPAL, Role.ADMINISTRATOR])
def test_principal_and_administrator_decide(office, partly, role):
    agree(office, partly, by=joins(office, role, "XX"))
    (approval,) = read(office, partly).approvals
    assert approval.decision is Decision.AGREED
    assert state(office, partly, "approve_part") is StepState.DONE


def test_a_principal_who_left_may_not_decide(office, partly):
    by = office.principal()
    with office.store.change(Event(kind="person.changed"), by=office.sign()) as change:
        gone = Person(id=by.person, name="Dana", initials="DW", role=Role.PRINCIPAL, active=False)
        office_rows.set_person(change, gone)
    with refused(office.store, "approval"):
        agree(office, partly, by=by)


def test_a_decision_needs_a_note(office, partly):
    by = office.principal()
    with refused(office.store, "note"):
        agree(office, partly, note=" ", by=by)


def test_a_decision_of_the_principal_cannot_be_left_out(office, partly):
    for by in (office.sign(), office.principal()):
        with refused(office.store, "gate_skip"):
            steps.skip_step(
                office.store, partly, "approve_part", reason="Away.",
                law=office.law, today=TODAY, by=by,
            )  # fmt: skip


def test_one_that_is_no_condition_of_release_cannot_be_left_out_either(office):
    request = office.log(right=Right.AMEND).request
    do(office, request, "triage", choice="judgement", note="The grade.")
    with refused(office.store, "approval_skip"):
        steps.skip_step(
            office.store, request, "approve_referral", reason="Away.",
            law=office.law, today=TODAY, by=office.sign(),
        )  # fmt: skip


# One's own proposal


def test_nobody_decides_on_their_own_proposal_where_somebody_else_may(office):
    principal = office.principal()
    joins(office, Role.ADMINISTRATOR, "AD")
    request = office.log().request
    withhold(office, request)
    do(office, request, "review", principal, **COVERED)
    with refused(office.store, "own_approval"):
        agree(office, request, by=principal)


def test_whoever_asked_is_the_proposer(office, partly):
    principal = office.principal()
    administrator = joins(office, Role.ADMINISTRATOR, "AD")
    approving.ask_approval(
        office.store, partly, "approve_part", note="So.", law=office.law, by=principal
    )
    with refused(office.store, "own_approval"):
        agree(office, partly, by=principal)
    agree(office, partly, by=administrator)
    assert "approval.own" not in kinds(office, partly)


def test_alone_in_the_office_the_principal_decides_and_the_history_says_so(office):
    principal = office.principal()
    request = office.log().request
    withhold(office, request)
    do(office, request, "review", principal, **COVERED)
    agree(office, request, by=principal)
    assert "approval.own" in kinds(office, request)
    lines = history_lines(
        cases.history(office.store, request), right=office.law.rights[Right.INSPECT],
        names=Names(people={}, requests={}), wording=the_wording(),
    )  # fmt: skip
    assert lines[-2].text == (
        "decided on their own proposal, since nobody else here may decide: "
        "“The principal looks at what is left out”."
    )


# Asking


def test_asking_puts_the_request_on_the_principals_list_until_they_have_decided(office, partly):
    ask(office, partly)
    (approval,) = read(office, partly).approvals
    assert (approval.step, approval.decision) == ("approve_part", Decision.OPEN)
    assert approval.ask_note == "Please look at two names."
    assert events(office.store, partly)[-1].facts == {
        "step": "approve_part", "note": "Please look at two names.",
    }  # fmt: skip
    agree(office, partly)
    (approval,) = read(office, partly).approvals
    assert (approval.decision, approval.note) == (Decision.AGREED, "I looked.")
    assert approval.decided_by == office.principal().person


def test_sent_back_it_stays_shut_with_the_note(office, partly):
    ask(office, partly)
    agree(office, partly, choice="not_agreed", note="Cover less.")
    assert read(office, partly).approvals[0].decision is Decision.SENT_BACK
    with refused(office.store, "gate"):
        do(office, partly, "handover")


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"note": " "}, "note"),
        ({"note": "123-45-6789"}, "nine_digits"),
        ({"code": "handover"}, "not_asked_for"),
        ({"code": "approve_no"}, "not_asked_for"),
    ],
    ids=["no note", "number", "not the principal's", "not on the list"],
)
def test_what_cannot_be_asked_is_refused(office, partly, how, code):
    with refused(office.store, code):
        ask(office, partly, **how)


def test_nobody_is_asked_twice_or_about_what_is_decided(office, partly):
    ask(office, partly)
    with refused(office.store, "asked_already"):
        ask(office, partly)
    agree(office, partly)
    with refused(office.store, "not_asked_for"):
        ask(office, partly)


# When what was decided on changes


def test_the_review_done_anew_opens_the_decision_again(office, partly):
    agree(office, partly)
    steps.reopen_step(office.store, partly, "review", law=office.law, by=office.sign())
    do(office, partly, "review", **{**COVERED, "choice": "kept_back"})
    assert state(office, partly, "approve_part") is StepState.OPEN
    assert "approval.lapsed" in kinds(office, partly)
    with refused(office.store, "gate"):
        do(office, partly, "handover")


def test_another_item_opens_the_decision_again(office, partly):
    agree(office, partly)
    withhold(office, partly, "Counselor's folder")
    assert state(office, partly, "approve_part") is StepState.OPEN
    assert "approval.lapsed" in kinds(office, partly)


def test_an_item_taken_off_opens_the_decision_again(office, partly):
    agree(office, partly)
    item = read(office, partly).items[0].id
    release.remove_item(office.store, partly, item, law=office.law, by=office.sign())
    assert state(office, partly, "approve_part") is StepState.OPEN


def test_an_item_the_decision_was_not_about_changes_nothing(office):
    request = office.log(relationship=Relationship.GRANDPARENT).request
    do(office, request, "authority", choice="principal_decided", note="Lives with her.")
    agree(office, request, "approve_odd")
    withhold(office, request)
    assert state(office, request, "approve_odd") is StepState.DONE


def test_what_was_asked_is_taken_back_with_the_step(office, partly):
    ask(office, partly)
    item = read(office, partly).items[0].id
    release.remove_item(office.store, partly, item, law=office.law, by=office.sign())
    office.review(partly)
    assert "approve_part" not in {step.code for step in read(office, partly).steps}
    assert read(office, partly).approvals[0].decision is Decision.WITHDRAWN
    assert "approval.withdrawn" in kinds(office, partly)


# What waits


def close(office, request, outcome, note="Two names."):
    close_request(
        office.store, request, outcome, note=note, law=office.law, today=TODAY, by=office.sign()
    )


def test_99_12_a_part_given_is_no_end_before_the_principal_agreed(office, partly):
    with refused(office.store, "needs"):
        close(office, partly, Outcome.PARTLY_GIVEN)
    agree(office, partly)
    close(office, partly, Outcome.PARTLY_GIVEN)
    assert read(office, partly).request.outcome is Outcome.PARTLY_GIVEN


def finish(office, request, template):
    mail.finish(office, request, mail.draft(office, request, template))


def test_copies_of_a_part_are_not_printed_before_the_principal_agreed(office, partly):
    with pytest.raises(StepRefusedError, match="gate"):
        finish(office, partly, "copies_enclosed")
    agree(office, partly)
    finish(office, partly, "copies_enclosed")


def test_99_4_an_odd_release_waits_for_the_principal(office):
    request = office.log(access=Access.COPIES, relationship=Relationship.GRANDPARENT).request
    do(office, request, "identity", choice="photo_id")
    do(office, request, "authority", choice="principal_decided", note="Lives with her.")
    office.review(request)
    with refused(office.store, "gate"):
        do(office, request, "handover")
    agree(office, request, "approve_odd")
    do(office, request, "handover")


def waits(office, request, template):
    missing = letter_finishing.approval_missing(read(office, request), template, office.law)
    return missing.sentence() if missing else ""


def test_99_20_c_a_refusal_waits_for_the_principal_in_words(office):
    request = office.log(right=Right.AMEND).request
    do(office, request, "triage", choice="fact")
    assert "The principal signs the refusal" in waits(office, request, "amendment_refused")
    do(office, request, "decision", choice="refused", note="The sheet is clear.")
    assert "The principal signs the refusal" in waits(office, request, "amendment_refused")
    agree(office, request, "approve_refusal")
    assert waits(office, request, "amendment_refused") == ""
    steps.reopen_step(office.store, request, "decision", law=office.law, by=office.sign())
    assert waits(office, request, "amendment_refused") != ""


def test_a_letter_of_the_principals_own_step_waits_for_it(office):
    step = StepRule(
        id="answer", title="Answer", says="Say it.", moment="letters", letters=("receipt",),
        approval=True,
    )  # fmt: skip
    by = office.principal()
    asking = replace(office, law=law_with(a_right(Right.COMPLAINT, step=(step,))))
    request = asking.log(right=Right.COMPLAINT).request
    draft = mail.draft(asking, request, "receipt")
    with refused(office.store, "approval"):
        mail.finish(asking, request, draft)
    with refused(office.store, "note"):
        agree(asking, request, "answer", choice="", note="", by=by)
    agree(asking, request, "answer", choice="", by=by)
    assert waits(asking, request, "receipt") == ""


@pytest.mark.parametrize("template", ["receipt", "acknowledgement", "identity_needed", "unknown"])
def test_plain_letters_wait_for_nobody(office, partly, template):
    assert waits(office, partly, template) == ""
