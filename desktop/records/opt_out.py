"""Opt-outs: what a family said no to, and what that stops.

Directory information: 34 CFR 99.37. Recruiters: 20 USC 7908. Surveys, exams and marketing: 20 USC
1232h(c)(2). They are three different noes; none stands for another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.records.disclosure import Basis
from desktop.records.ids import OptOutId, RequestId, StudentId
from desktop.records.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOut:
    """One no, in force from ``received_on`` until it is rescinded.

    ``kinds`` are the types it is about; empty means all of them (99.37(a)(2): "any or all"). It
    does not end when the student leaves (99.37(b)); only ``rescinded_on`` ends it.
    """

    id: OptOutId
    student: StudentId
    request: RequestId | None = None
    scope: Scope
    kinds: tuple[str, ...] = ()
    received_on: date
    rescinded_on: date | None = None

    def in_force(self, on: date) -> bool:
        """Whether it binds on a day, whatever became of the student."""
        ended = self.rescinded_on is not None and on >= self.rescinded_on
        return self.received_on <= on and not ended


def stopping(basis: Basis, opt_outs: Iterable[OptOut], *, on: date) -> tuple[OptOut, ...]:
    """The opt-outs that stop a disclosure on this basis.

    A directory opt-out stops directory information (34 CFR 99.31(a)(11)) and nothing else: no
    parent, no staff, no other school, no court. A recruiter opt-out stops recruiters alone.
    """
    return tuple(one for one in opt_outs if one.scope == basis.stopped_by and one.in_force(on))
