"""May this person see this student's records? One answer, its reason, and what would change it.

A pure function of facts. The program informs; a person decides and says so in the authority step.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.ids import PartyId
from desktop.records.order import Limit, Order
from desktop.records.party import Relationship
from desktop.records.sentence import Sentence, sentence
from desktop.records.student import Student, turns_18_on


class Answer(StrEnum):
    """What the front office may tell the person at the counter."""

    YES = "yes"
    CONDITIONS = "conditions"
    ASK = "ask"
    NO = "no"


class Reason(StrEnum):
    """Why: each has its sentence, citation and what would change it in the wording catalogue."""

    PARENT = "parent"
    PARENT_ORDER_ON_FILE = "parent_order_on_file"
    RECORDS_REVOKED = "records_revoked"
    PROTECTION_ORDER = "protection_order"
    STUDENT_HOLDS_RIGHTS = "student_holds_rights"
    ELIGIBLE_STUDENT = "eligible_student"
    STUDENT_UNDER_18 = "student_under_18"
    GUARDIAN = "guardian"
    FOSTER_PARENT = "foster_parent"
    ACTING_AS_PARENT = "acting_as_parent"
    REPRESENTATIVE = "representative"
    NOT_A_PARENT = "not_a_parent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer with its reason. ``warnings`` are further things the counter must know."""

    answer: Answer
    reason: Reason
    warnings: tuple[Sentence, ...] = ()

    def says(self) -> Sentence:
        """The one sentence."""
        return sentence(f"verdict.{self.reason}.says")

    def citation(self) -> Sentence:
        """Where the rule stands."""
        return sentence(f"verdict.{self.reason}.citation")

    def would_change(self) -> Sentence:
        """What would change the answer."""
        return sentence(f"verdict.{self.reason}.changes")


_PARENTS = frozenset({Relationship.MOTHER, Relationship.FATHER, Relationship.PARENT})
_MAY_ACT_AS_PARENT = frozenset(
    {Relationship.STEPPARENT, Relationship.GRANDPARENT, Relationship.CAREGIVER}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks, about whom, and which papers are on file: the facts of a verdict.

    ``due_on`` is the day the records are due, for the birthday that falls before it.
    """

    student: Student
    requester: PartyId | None
    relationship: Relationship
    orders: Sequence[Order]
    identity_checked: bool
    due_on: date | None = None


def verdict(asker: Asker, *, today: date) -> Verdict:
    """May the asker see the records on ``today``?

    Either parent may, unless a paper on file takes that right away (34 CFR 99.4). Rights pass to
    the student at 18 (99.5(a)(1)); taking college classes before 18 does not take the school's own
    records from the parents. Custody, residence or another parent's wish never decides.
    """
    answer, reason = _answer(asker, today)
    return Verdict(answer=answer, reason=reason, warnings=_warnings(asker, today))


def _answer(asker: Asker, today: date) -> tuple[Answer, Reason]:
    adult = _adult(asker.student, today)
    if asker.relationship is Relationship.SELF:
        return (
            (Answer.YES, Reason.ELIGIBLE_STUDENT)
            if adult
            else (Answer.ASK, Reason.STUDENT_UNDER_18)
        )
    against = [order for order in _in_force(asker, today) if _limits_asker(order, asker)]
    if any(Limit.RECORDS in order.limits for order in against):
        return Answer.NO, Reason.RECORDS_REVOKED
    if adult:
        return Answer.CONDITIONS, Reason.STUDENT_HOLDS_RIGHTS
    if against:
        return Answer.ASK, Reason.PROTECTION_ORDER
    return _by_relationship(asker, today)


def _by_relationship(asker: Asker, today: date) -> tuple[Answer, Reason]:
    match asker.relationship:
        case relationship if relationship in _PARENTS:
            orders = any(True for _ in _in_force(asker, today))
            return Answer.YES, Reason.PARENT_ORDER_ON_FILE if orders else Reason.PARENT
        case Relationship.GUARDIAN:
            return Answer.YES, Reason.GUARDIAN
        case Relationship.FOSTER_PARENT:
            return Answer.ASK, Reason.FOSTER_PARENT
        case relationship if relationship in _MAY_ACT_AS_PARENT:
            return Answer.ASK, Reason.ACTING_AS_PARENT
        case Relationship.REPRESENTATIVE:
            return Answer.CONDITIONS, Reason.REPRESENTATIVE
        case _:
            return Answer.CONDITIONS, Reason.NOT_A_PARENT


def _warnings(asker: Asker, today: date) -> tuple[Sentence, ...]:
    said: list[Sentence] = []
    born_on = asker.student.born_on
    if born_on is None:
        said.append(sentence("verdict.warning.no_birth_date"))
    elif asker.relationship is not Relationship.SELF and asker.due_on is not None:
        birthday = turns_18_on(born_on)
        if today < birthday <= asker.due_on:
            said.append(sentence("verdict.warning.birthday_before_due", birthday=birthday))
    if asker.student.postsecondary and not _adult(asker.student, today):
        said.append(sentence("verdict.warning.dual_enrolled"))
    if any(Limit.ADDRESS in order.limits for order in _in_force(asker, today)):
        said.append(sentence("verdict.warning.hide_address"))
    if not asker.identity_checked:
        said.append(sentence("verdict.warning.identity_open"))
    return tuple(said)


def _adult(student: Student, today: date) -> bool:
    return student.born_on is not None and turns_18_on(student.born_on) <= today


def _in_force(asker: Asker, today: date) -> list[Order]:
    return [order for order in asker.orders if order.in_force(today)]


def _limits_asker(order: Order, asker: Asker) -> bool:
    if asker.requester is None or order.limited_party != asker.requester:
        return False
    return bool(order.limits & {Limit.RECORDS, Limit.CONTACT, Limit.ADDRESS})
