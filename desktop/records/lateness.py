"""Whether what the law sets a day for was done by that day."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from desktop.records.case import Case
from desktop.records.law import Law
from desktop.records.request import Outcome, Right
from desktop.records.steps import StepState

UNCOUNTED = frozenset({Outcome.ENTERED_WRONGLY, Outcome.MERGED})
"""Outcomes that say it was no request: nothing of it can be late."""


def meeting_steps(law: Law, right: Right) -> frozenset[str]:
    """The steps of a right with which what the law sets a day for is done."""
    rule = law.rights.by_id.get(right)
    gives = (step.id for step in rule.step if step.release) if rule else ()
    return law.books.ending(right).union(gives)


def met_on(
    done: Iterable[tuple[str, date]], meeting: Collection[str], closed_on: date | None
) -> date | None:
    """The day of the last step that meets a limit; the day it was closed where none did.

    ``done`` are the steps that were done, by code, with their days.
    """
    return max((on for code, on in done if code in meeting), default=closed_on)


def missed(due_on: date, met: date | None, today: date) -> bool:
    """Whether the day was not kept, as far as it can be told on ``today``."""
    if met is not None and met <= today:
        return met > due_on
    return today > due_on


def is_late(case: Case, law: Law, *, today: date) -> bool:
    """Whether the legal date of a request was not kept, or is past and open still."""
    request = case.request
    if request.outcome in UNCOUNTED:
        return False
    met = None
    if request.dates_met or request.closed_on:
        done = (
            (step.code, step.done_on)
            for step in case.steps
            if step.state is StepState.DONE and step.done_on
        )
        met = met_on(done, meeting_steps(law, request.right), request.closed_on)
    return missed(request.due_on, met, today)
