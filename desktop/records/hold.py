"""Holds: nothing about a student is destroyed while a request about them is open.

34 CFR 99.10(e). What is put on and taken off here is a fact of the register; the records
themselves lie where they lie, and whoever destroys any asks here first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop.records.ids import PersonId, RequestId, StudentId
from desktop.records.request import Right


class KeepReason(StrEnum):
    """Why a hold stays on after its request is closed."""

    OPEN = ""
    HEARING_TIME = "hearing_time"
    MATTER_GOES_ON = "matter_goes_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """A hold on the records of ``student``, put on by one request.

    It is live until ``released_on``. ``keep_reason`` says why it outlived its request.
    """

    request: RequestId
    student: StudentId
    from_on: date
    keep_reason: KeepReason = KeepReason.OPEN
    released_on: date | None = None
    released_by: PersonId | None = None

    @property
    def live(self) -> bool:
        """Whether nothing may be destroyed because of it."""
        return self.released_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """One request of a group of linked ones, as far as its hold goes.

    ``opens`` are the rights its outcome left to the family, each a linked request of its own.
    """

    request: RequestId
    right: Right
    closed: bool
    hold: Hold | None
    opens: tuple[Right, ...] = ()

    @property
    def waits(self) -> bool:
        """Whether its hold stays on for what the family may still ask."""
        kept = self.hold is not None and self.hold.live and bool(self.hold.keep_reason)
        return self.closed and kept

    @property
    def settled(self) -> bool:
        """Whether it is closed and leaves nothing open behind it."""
        return self.closed and not (self.hold is not None and self.hold.live)


def no_longer_waiting(group: Sequence[Linked]) -> tuple[RequestId, ...]:
    """The closed requests whose hold has nothing to wait for any more.

    A hold kept for a hearing ends with the hearing, or with the statement the hearing led to:
    when every linked request the outcome opened is settled, and there is one.
    """
    freed: list[RequestId] = []
    now = list(group)
    while done := [one for one in now if one.waits and _answered(one, now)]:
        freed += [one.request for one in done]
        now = [replace(one, hold=None) if one in done else one for one in now]
    return tuple(freed)


def _answered(one: Linked, group: Sequence[Linked]) -> bool:
    others = [other for other in group if other.request != one.request]
    opened = [other for other in others if other.right in one.opens]
    return bool(opened) and all(other.settled for other in opened)
