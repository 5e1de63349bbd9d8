"""The facts a verdict rests on: who asks for what, about whom, and what is on file.

Custody, residence, a pick-up list and the other parent's wish are not among them on purpose: none
of them decides whether a parent may see records (34 CFR 99.4).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.age import turns_18_on
from desktop.records.care import Care
from desktop.records.ids import PartyId
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.request import Right
from desktop.records.student import Enrollment, Student

# Rights that do not pass on attending college: they wait for 18, PPRA also for emancipation.
_NOT_FERPA = frozenset({Right.PPRA, Right.RECRUITER_OPT_OUT})
# Speaks of the person it names and so goes to the principal (34 CFR 99.4 needs more to refuse).
_ABOUT_A_PERSON = frozenset({Limit.RECORDS, Limit.CONTACT, Limit.ADDRESS})


class Holder(StrEnum):
    """Who holds a right, and whose signed and dated consent counts (34 CFR 99.30(a))."""

    PARENTS = "parents"
    STUDENT = "student"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Who asks, about whom, and which papers are on file: the facts of a verdict.

    ``requester`` is None for somebody not on file yet. ``due_on`` is the day the records are due,
    for the birthday or the paper's end before it. ``care`` is what the person told or showed.
    ``consent_by`` signed and dated a consent for this person that has every part 99.30(b) asks
    for and was not revoked; None where there is none.
    """

    student: Student
    requester: PartyId | None
    relationship: Relationship
    orders: Sequence[Order]
    identity_checked: bool
    due_on: date | None = None
    right: Right = Right.INSPECT
    special_education: bool = False
    care: Care | None = None
    consent_by: Holder | None = None

    @property
    def idea(self) -> bool:
        """Whether the records are special education records too (34 CFR 300.611)."""
        return self.student.special_education or self.special_education

    @property
    def birthday(self) -> date | None:
        """The day the student turns 18; None without a birth date."""
        born_on = self.student.born_on
        return turns_18_on(born_on) if born_on else None

    def adult(self, today: date) -> bool:
        """Whether the student is 18; without a birth date that is not assumed."""
        return self.birthday is not None and self.birthday <= today

    def dual_enrolled(self, today: date) -> bool:
        """Under 18, in this school and in college: the parents keep this school's records."""
        here = self.student.enrollment is Enrollment.ENROLLED
        return self.student.postsecondary and here and not self.adult(today)

    def holder(self, today: date) -> Holder:
        """Who holds the right that is asked for on ``today``."""
        return Holder.STUDENT if self._passed(today) else Holder.PARENTS

    def consented(self, today: date) -> bool:
        """Whether whoever holds the right today has consented.

        A parent's consent no longer counts once the student holds the right.
        """
        return self.consent_by is self.holder(today)

    def in_force(self, today: date) -> list[Order]:
        """The papers that bind today, whomever they limit."""
        return [order for order in self.orders if order.in_force(today)]

    def against(self, today: date) -> list[Order]:
        """The papers in force that limit the asker in records, contact or address."""
        return [order for order in self.in_force(today) if self._about_asker(order)]

    def decisions_taken(self, today: date) -> bool:
        """Whether a decree leaves the child's education to somebody else (300.30(b)(2))."""
        return any(
            Limit.DECISIONS in order.limits and self._names_asker(order)
            for order in self.in_force(today)
        )

    def paper_holds(self, today: date) -> bool:
        """Whether the person showed a paper that has not run out."""
        return self.care is not None and self.care.paper_holds(today)

    def _passed(self, today: date) -> bool:
        if self.adult(today):
            return True
        match self.right:
            case Right.PPRA:
                return any(one.kind is OrderKind.EMANCIPATION for one in self.in_force(today))
            case right if right in _NOT_FERPA:
                return False
            case _:
                # 34 CFR 99.3 "eligible student": in college at any age, once out of this school.
                return self.student.postsecondary and not self.dual_enrolled(today)

    def _names_asker(self, order: Order) -> bool:
        return self.requester is not None and order.limited_party == self.requester

    def _about_asker(self, order: Order) -> bool:
        return self._names_asker(order) and bool(order.limits & _ABOUT_A_PERSON)
