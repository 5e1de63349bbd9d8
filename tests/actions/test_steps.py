"""Working through the checklist: doing, leaving out, taking back; waiting; owner, notes, access."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.actions import assigning, closing, families, steps
from desktop.actions.authority import verdict_of
from desktop.actions.step_writing import steps_of
from desktop.records.authority import Answer
from desktop.records.ids import OrderId, PersonId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.person import Person, Role
from desktop.records.request import Access, Outcome, Right, Status, Waiting
from desktop.records.steps import StepState, step_named
from desktop.store import cases
from desktop.store import office as office_pages
from desktop.store.journal import Event
from tests.actions.refusals import events, refused, unchanged
from tests.offices import AT, TODAY

SAM = Person(id=PersonId(2), name="Sam Okafor", initials="SO", role=Role.FRONT_OFFICE)
NUMBER = "It is 123-45-6789."


@pytest.fixture
def request_id(office):
    with office.store.change(Event(kind="person.added"), by=office.sign()) as change:
        office_pages.add_person(change, SAM)
    return office.log().request


def do(office, request, code, today=TODAY, **how):
    return steps.do_step(
        office.store, request, code, law=office.law, today=today, by=office.sign(), **how
    )


def skip(office, request, code, reason):
    return steps.skip_step(
        office.store, request, code, reason=reason, law=office.law, today=TODAY, by=office.sign()
    )


def give_by(office, request, access, reason="They live far away."):
    return steps.give_by(
        office.store, request, access, reason=reason, law=office.law, by=office.sign()
    )


def close(office, request):
    closing.close_request(
        office.store, request, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip


def read(office, request, code):
    return step_named(cases.case(office.store, request).steps, code)


def next_shown(office, request):
    return office.store.rows("select next_step from request where id = ?", (request,))[0][0]


# Doing


def test_a_step_says_how_when_and_by_whom_it_was_done(office, request_id):
    on = TODAY + timedelta(days=1)
    changes = do(office, request_id, "identity", on, choice="other_proof", note="  A letter. ")
    step = read(office, request_id, "identity")
    assert (step.state, step.choice, step.note) == (StepState.DONE, "other_proof", "A letter.")
    assert (step.done_by, step.done_on) == (office.opened.person.id, on)
    assert changes.requests == {request_id}
    event = events(office.store, request_id)[-1]
    assert event.kind == "step.done"
    assert event.facts == {"step": "identity", "choice": "other_proof", "note": "A letter."}


def test_the_queue_shows_the_first_step_that_is_still_open(office, request_id):
    assert next_shown(office, request_id) == "receipt"
    do(office, request_id, "acknowledge")
    assert next_shown(office, request_id) == "receipt"
    do(office, request_id, "receipt")
    assert next_shown(office, request_id) == "identity"
    steps.reopen_step(office.store, request_id, "receipt", law=office.law, by=office.sign())
    assert next_shown(office, request_id) == "receipt"


REFUSED = {
    "34 CFR 99.31(c): nothing leaves before identity": ("inspected", {}, "gate"),
    "a choice is missing": ("identity", {}, "choice"),
    "a choice of another step": ("identity", {"choice": "parent_no_paper"}, "choice"),
    "34 CFR 99.30: consent is not what a parent needs": (
        "authority", {"choice": "consent_on_file", "note": "x"}, "choice_answer"),
    "a sentence is missing": ("identity", {"choice": "other_proof", "note": "  "}, "note"),
    "a Social Security number": ("scope", {"note": NUMBER}, "nine_digits"),
}  # fmt: skip


@pytest.mark.parametrize("why", REFUSED)
def test_a_step_that_cannot_be_done_now_writes_nothing(office, request_id, why):
    code, how, fault = REFUSED[why]
    with refused(office.store, fault):
        do(office, request_id, code, **how)


def test_the_paper_on_file_decides_which_choice_fits(office, request_id):
    case = cases.case(office.store, request_id)
    paper = Order(
        id=OrderId(new_id(AT)), student=case.student.id, kind=OrderKind.CUSTODY,
        limited_party=case.requester.id, limits=frozenset({Limit.RECORDS}),
        passage="He may not see records.", read_by=office.opened.person.id,
    )  # fmt: skip
    families.note_order(office.store, paper, by=office.sign())
    case = cases.case(office.store, request_id)
    assert verdict_of(case, today=TODAY).answer is Answer.NO
    with refused(office.store, "choice_answer"):
        do(office, request_id, "authority", choice="parent_no_paper")
    do(office, request_id, "authority", choice="principal_decided", note="D. Whitfield, today.")
    assert read(office, request_id, "authority").state is StepState.DONE


# Leaving out and taking back


def test_a_step_left_out_keeps_its_reason(office, request_id):
    skip(office, request_id, "scope", " They asked for all. ")
    step = read(office, request_id, "scope")
    assert (step.state, step.note, step.done_on) == (
        StepState.SKIPPED, "They asked for all.", TODAY)  # fmt: skip
    event = events(office.store, request_id)[-1]
    assert (event.kind, event.facts["reason"]) == ("step.skipped", "They asked for all.")


@pytest.mark.parametrize(
    ("code", "reason", "fault"),
    [
        ("identity", "No time.", "gate_skip"),
        ("authority", "No time.", "gate_skip"),
        ("scope", " ", "reason"),
        ("scope", NUMBER, "nine_digits"),
    ],
    ids=["34 CFR 99.31(c)", "34 CFR 99.4", "no reason", "a Social Security number"],
)
def test_a_step_that_cannot_be_left_out_stays(office, request_id, code, reason, fault):
    with refused(office.store, fault):
        skip(office, request_id, code, reason)


def test_a_step_taken_back_is_as_if_never_done_but_in_the_history(office, request_id):
    do(office, request_id, "identity", choice="photo_id")
    before = read(office, request_id, "identity")
    steps.reopen_step(office.store, request_id, "identity", law=office.law, by=office.sign())
    step = read(office, request_id, "identity")
    assert (step.id, step.state, step.choice, step.done_by, step.done_on) == (
        before.id, StepState.OPEN, "", None, None)  # fmt: skip
    assert [one.kind for one in events(office.store, request_id)][2:] == [
        "step.done", "step.reopened"]  # fmt: skip


def test_an_open_step_cannot_be_taken_back(office, request_id):
    with unchanged(office.store):
        steps.reopen_step(office.store, request_id, "scope", law=office.law, by=office.sign())


# Waiting


def test_waiting_moves_no_date(office, request_id):
    before = cases.case(office.store, request_id)
    steps.wait_for(office.store, request_id, Waiting.PRINCIPAL, by=office.sign())
    case = cases.case(office.store, request_id)
    assert (case.request.status, case.request.waiting_for) == (Status.WAITING, Waiting.PRINCIPAL)
    assert (case.request.due_on, case.clocks) == (before.request.due_on, before.clocks)


def test_the_wait_is_over_by_saying_so_or_by_going_on(office, request_id):
    steps.wait_for(office.store, request_id, Waiting.PRINCIPAL, by=office.sign())
    steps.resume(office.store, request_id, by=office.sign())
    case = cases.case(office.store, request_id)
    assert (case.request.status, case.request.waiting_for) == (Status.OPEN, None)
    steps.wait_for(office.store, request_id, Waiting.PRINCIPAL, by=office.sign())
    do(office, request_id, "receipt")
    assert cases.case(office.store, request_id).request.status is Status.OPEN
    steps.wait_for(office.store, request_id, Waiting.PRINCIPAL, by=office.sign())
    steps.reopen_step(office.store, request_id, "receipt", law=office.law, by=office.sign())
    assert cases.case(office.store, request_id).request.status is Status.WAITING


def test_a_request_that_does_not_wait_has_nothing_to_end(office, request_id):
    with unchanged(office.store):
        steps.resume(office.store, request_id, by=office.sign())


# Owner and notes


def test_a_request_is_given_to_one_person_and_the_history_says_from_whom(office, request_id):
    assigning.assign(office.store, request_id, SAM.id, by=office.sign())
    assert cases.case(office.store, request_id).request.owner == SAM.id
    event = events(office.store, request_id)[-1]
    assert (event.kind, event.facts) == (
        "request.assigned", {"owner": SAM.id, "before": office.opened.person.id})  # fmt: skip


def test_giving_a_request_to_its_owner_is_no_news(office, request_id):
    with unchanged(office.store):
        assigning.assign(office.store, request_id, office.opened.person.id, by=office.sign())


def test_a_note_stands_under_its_writer_and_its_words_are_not_in_the_journal(office, request_id):
    steps.write_note(office.store, request_id, " He prefers mornings. ", by=office.sign())
    (note,) = cases.case(office.store, request_id).notes
    assert (note.text, note.person, note.written_at) == (
        "He prefers mornings.", office.opened.person.id, AT)  # fmt: skip
    assert events(office.store, request_id)[-1].facts == {"note": note.id}


@pytest.mark.parametrize(("text", "fault"), [(" \n", "note_empty"), (NUMBER, "nine_digits")])
def test_a_note_that_says_nothing_or_too_much_is_refused(office, request_id, text, fault):
    with refused(office.store, fault):
        steps.write_note(office.store, request_id, text, by=office.sign())


def test_a_note_can_still_be_written_on_a_closed_request(office, request_id):
    close(office, request_id)
    steps.write_note(office.store, request_id, "He sent thanks.", by=office.sign())
    assert len(cases.case(office.store, request_id).notes) == 1


# How access is given


def test_giving_copies_instead_keeps_what_both_ways_share(office, request_id):
    do(office, request_id, "receipt")
    do(office, request_id, "identity", choice="photo_id")
    give_by(office, request_id, Access.COPIES)
    case = cases.case(office.store, request_id)
    codes = [step.code for step in case.steps]
    assert case.request.access is Access.COPIES
    assert codes[-2:] == ["copies", "handover"]
    assert "inspected" not in codes
    assert [step.code for step in case.steps if step.state is StepState.DONE] == [
        "receipt", "identity"]  # fmt: skip
    assert events(office.store, request_id)[-1].facts == {
        "before": "visit", "now": "copies", "reason": "They live far away."}  # fmt: skip
    assert next_shown(office, request_id) == "acknowledge"


def test_there_and_back_is_the_checklist_of_before(office, request_id):
    do(office, request_id, "receipt")
    before = [(step.code, step.state) for step in cases.case(office.store, request_id).steps]
    give_by(office, request_id, Access.COPIES)
    give_by(office, request_id, Access.VISIT)
    after = [(step.code, step.state) for step in cases.case(office.store, request_id).steps]
    assert after == before


@pytest.mark.parametrize(("reason", "fault"), [(" ", "reason"), (NUMBER, "nine_digits")])
def test_the_way_does_not_change_without_a_reason_that_can_be_kept(
    office, request_id, reason, fault
):
    with refused(office.store, fault):
        give_by(office, request_id, Access.COPIES, reason)


def test_a_checklist_is_made_of_the_steps_of_its_right(office):
    made = steps_of(office.law, Right.COPIES, Access.COPIES, office.sign())
    assert [step.code for step in made][-1] == "handover"
    assert len({step.id for step in made}) == len(made)


# Closed


CLOSED = {
    "do": lambda office, one: do(office, one, "receipt"),
    "skip": lambda office, one: skip(office, one, "scope", "x"),
    "take back": lambda office, one: steps.reopen_step(
        office.store, one, "receipt", law=office.law, by=office.sign()),
    "wait": lambda office, one: steps.wait_for(
        office.store, one, Waiting.PRINCIPAL, by=office.sign()),
    "resume": lambda office, one: steps.resume(office.store, one, by=office.sign()),
    "assign": lambda office, one: assigning.assign(office.store, one, SAM.id, by=office.sign()),
    "give otherwise": lambda office, one: give_by(office, one, Access.COPIES),
}  # fmt: skip


@pytest.mark.parametrize("what", CLOSED)
def test_nothing_is_worked_on_a_closed_request(office, request_id, what):
    close(office, request_id)
    with refused(office.store, "closed"):
        CLOSED[what](office, request_id)


def test_after_a_no_on_who_may_see_only_what_tells_it_is_left_to_do(office, request_id):
    """34 CFR 99.4: nothing is agreed on, searched or shown for whoever may not see it."""
    case = cases.case(office.store, request_id)
    paper = Order(
        id=OrderId(new_id(AT)), student=case.student.id, kind=OrderKind.CUSTODY,
        limited_party=case.requester.id, limits=frozenset({Limit.RECORDS}),
        passage="He may not see records.", read_by=office.opened.person.id,
    )  # fmt: skip
    families.note_order(office.store, paper, by=office.sign())
    for code, choice in (("receipt", ""), ("acknowledge", ""), ("identity", "photo_id")):
        do(office, request_id, code, choice=choice)
    do(office, request_id, "authority", choice="may_not", note="The order of May 3.")
    codes = [step.code for step in cases.case(office.store, request_id).steps]
    assert codes[codes.index("authority") + 1 :] == ["approve_no"]
    assert next_shown(office, request_id) == "approve_no"
    families.end_order(office.store, case.student.id, paper.id, today=TODAY, by=office.sign())
    do(office, request_id, "authority", choice="parent_no_paper")
    assert next_shown(office, request_id) == "scope"
