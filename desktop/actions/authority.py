"""The counter's answer for one request, and what of its checklist still holds under it."""

from __future__ import annotations

from datetime import date

from desktop.records.asker import Asker
from desktop.records.authority import Verdict, verdict
from desktop.records.case import Case
from desktop.records.consented import consented_by
from desktop.records.rights import RightRule
from desktop.records.standing import standing
from desktop.records.steps import Step, is_done


def asker_of(case: Case, *, today: date) -> Asker:
    """The facts of the case that decide who may see the records on ``today``."""
    return Asker(
        student=case.student,
        requester=case.requester.id,
        relationship=case.request.relationship,
        orders=case.orders,
        identity_checked=is_done(case.steps, "identity"),
        due_on=case.request.due_on,
        right=case.request.right,
        special_education=case.request.special_education,
        care=case.care,
        consent_by=consented_by(case.consents, case.student, case.requester, on=today),
    )


def verdict_of(case: Case, *, today: date) -> Verdict:
    """May the requester of this case see the records, as the file stands today?"""
    return verdict(asker_of(case, today=today), today=today)


def steps_today(case: Case, right: RightRule, *, today: date) -> tuple[Step, ...]:
    """The checklist as it counts today, for everything that releases or closes.

    A check on who may see the records that was made on other facts is open again here; what is
    stored stays as it was done.
    """
    return standing(right, case.steps, verdict_of(case, today=today), case.details)
