"""Letters of a real office, drafted, finished and sent through the actions."""

from __future__ import annotations

from datetime import date, time, timedelta
from functools import cache

from desktop.actions import giving, letter_drafting, letter_finishing, letter_leaving, steps, visits
from desktop.actions.changes import Changes
from desktop.actions.families import note_order
from desktop.letters.template import Templates, load_templates
from desktop.records.case import Fee, Letter
from desktop.records.ids import LetterId, OrderId, RequestId, new_id
from desktop.records.order import Limit, Order, OrderKind
from desktop.store import cases
from tests.offices import AT, TODAY, Office

OF_A_PLAIN_CASE = (
    "receipt",
    "acknowledgement",
    "identity_needed",
    "authority_needed",
    "appointment",
    "copies_enclosed",
    "scope_question",
    "not_entitled",
    "rights_with_student",
    "withdrawal_confirmed",
)
"""What can be written from a request to see records without a step of its own."""


OF_A_NO = frozenset({"not_entitled", "rights_with_student"})
"""Those that say no, so that the principal looks first."""


@cache
def the_templates() -> Templates:
    """The shipped letters."""
    return load_templates()


def draft(
    office: Office, request: RequestId, template: str, language: str = "", today: date = TODAY
) -> LetterId:
    """A draft from the case."""
    return letter_drafting.draft_letter(
        office.store,
        request,
        template,
        templates=the_templates(),
        law=office.law,
        today=today,
        language=language,
        by=office.sign(),
    ).letter


def edit(office: Office, request: RequestId, one: LetterId, text: str) -> Changes:
    """Keep another text."""
    return letter_drafting.edit_letter(
        office.store, request, one, title="A letter", text=text, by=office.sign()
    )


def finish(office: Office, request: RequestId, one: LetterId, today: date = TODAY) -> Changes:
    """Make it final."""
    return letter_finishing.finish_letter(
        office.store,
        request,
        one,
        templates=the_templates(),
        law=office.law,
        practice=False,
        today=today,
        by=office.sign(),
    )


def send(office: Office, request: RequestId, one: LetterId, how: str, on: date = TODAY) -> Changes:
    """Note how it left."""
    return letter_leaving.mark_sent(
        office.store, request, one, how, law=office.law, on=on, today=TODAY, by=office.sign()
    )


def read(office: Office, request: RequestId, one: LetterId) -> Letter:
    """The letter as the file holds it."""
    return next(each for each in cases.case(office.store, request).letters if each.id == one)


def set_visit(office: Office, request: RequestId, today: date = TODAY) -> None:
    """A visit two weeks from now."""
    visits.set_visit(
        office.store,
        request,
        meet_on=today + timedelta(days=14),
        meet_at=time(9, 30),
        place="the conference room",
        sits_in="Dana Whitfield",
        interpreter=False,
        today=today,
        by=office.sign(),
    )


def set_fee(office: Office, request: RequestId) -> Changes:
    """Thirty-two pages at ten cents, and a stamp."""
    fee = Fee(pages=32, cents_a_page=10, postage_cents=146)
    return giving.set_fee(office.store, request, fee, law=office.law, by=office.sign())


def clear_to_release(office: Office, request: RequestId, today: date = TODAY) -> None:
    """Every condition of release is met."""
    for code, choice in (("identity", "photo_id"), ("authority", "parent_no_paper")):
        steps.do_step(
            office.store,
            request,
            code,
            choice=choice,
            law=office.law,
            today=today,
            by=office.sign(),
        )
    office.review(request, today)


def say_no(office: Office, request: RequestId, today: date = TODAY) -> None:
    """A paper takes the right away; staff said no and the principal agreed."""
    case = cases.case(office.store, request)
    order = Order(
        id=OrderId(new_id(AT)),
        student=case.student.id,
        kind=OrderKind.CUSTODY,
        limited_party=case.requester.id,
        limits=frozenset({Limit.RECORDS}),
        passage="The father shall not have access to school records.",
        read_by=office.opened.person.id,
    )
    note_order(office.store, order, by=office.sign())
    for code, choice, by in (
        ("authority", "may_not", office.sign()),
        ("approve_no", "agreed", office.principal()),
    ):
        steps.do_step(
            office.store,
            request,
            code,
            choice=choice,
            note="The order says so.",
            law=office.law,
            today=today,
            by=by,
        )
