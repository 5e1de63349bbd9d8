"""What the counter must know beside the answer: birthdays, papers that end, addresses to hide."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.records.age import is_leap_day
from desktop.records.asker import Asker, Holder
from desktop.records.care import Care
from desktop.records.order import Limit
from desktop.records.party import Relationship
from desktop.records.sentence import Sentence, sentence


def cautions(asker: Asker, today: date) -> tuple[Sentence, ...]:
    """Every caution these facts call for, the most pressing kind first."""
    return (
        *_papers(asker, today),
        *_age(asker, today),
        *_shown(asker, today),
        *_identity(asker),
    )


def flips_on(asker: Asker, today: date) -> date | None:
    """The birthday after ``today`` and on or before the due date, when somebody else asks."""
    birthday, due_on = asker.birthday, asker.due_on
    if asker.relationship is Relationship.SELF or birthday is None or due_on is None:
        return None
    return birthday if today < birthday <= due_on else None


def _papers(asker: Asker, today: date) -> Iterator[Sentence]:
    if any(Limit.ADDRESS in order.limits for order in asker.in_force(today)):
        yield sentence("verdict.warning.hide_address")
    if asker.requester is None and any(one.limits for one in asker.in_force(today)):
        yield sentence("verdict.warning.limits_somebody")
    for begins in _begins(asker, today):
        yield sentence("verdict.warning.paper_begins", on=begins)


def _begins(asker: Asker, today: date) -> Iterator[date]:
    """First days of papers to come that will limit the asker before the records are due."""
    last = asker.due_on or today
    for order in asker.orders:
        begins = order.dated_on
        if begins and today < begins <= last and order in asker.against(begins):
            yield begins


def _age(asker: Asker, today: date) -> Iterator[Sentence]:
    flips = flips_on(asker, today)
    if asker.birthday is None:
        yield sentence("verdict.warning.no_birth_date")
    if flips is not None:
        yield sentence("verdict.warning.birthday_before_due", birthday=flips)
    if _holds_though_limited(asker, today):
        yield sentence("verdict.warning.student_holds")
    yield from _leap_day(asker, today)
    if asker.dual_enrolled(today):
        yield sentence("verdict.warning.dual_enrolled")
    if asker.idea and (flips or asker.adult(today)):
        yield sentence("verdict.warning.idea_majority")


def _holds_though_limited(asker: Asker, today: date) -> bool:
    """The answer speaks of a paper; that the right is the student's must be heard as well."""
    theirs = asker.holder(today) is Holder.STUDENT
    return theirs and asker.relationship is not Relationship.SELF and bool(asker.against(today))


def _leap_day(asker: Asker, today: date) -> Iterator[Sentence]:
    """Born on 29 February: said where the day decides, from the flip's warning to 1 March."""
    birthday = asker.birthday
    if not is_leap_day(asker.student.born_on) or birthday is None:
        return
    if flips_on(asker, today) or today == birthday:
        yield sentence("verdict.warning.leap_day", birthday=birthday)


def _shown(asker: Asker, today: date) -> Iterator[Sentence]:
    """A paper somebody showed that has run out, or will before the records are due."""
    care: Care | None = asker.care
    if care is None or care.paper_until_on is None or not care.paper.strip():
        return
    ends = care.paper_until_on
    if care.paper_over(today):
        yield sentence("verdict.warning.paper_over", paper=care.paper, on=ends)
    elif asker.due_on is not None and ends < asker.due_on:
        yield sentence("verdict.warning.paper_ends", paper=care.paper, on=ends)


def _identity(asker: Asker) -> Iterator[Sentence]:
    if not asker.identity_checked:
        yield sentence("verdict.warning.identity_open")
