"""Correcting what was logged: what may be put right on a request, and what that changed.

The number, the student, the requester and the right stay: a request under the wrong name is closed
as entered wrongly and logged anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from desktop.records.case import Case
from desktop.records.intake import Fault, Intake, faults
from desktop.records.logged import Request
from desktop.records.party import Relationship
from desktop.records.request import Channel, EventKind

Said = str | bool | None
# What is told by name only: it is or may be in somebody's own words.
_UNSAID = frozenset({"words", "reply_address"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A request's entry as it should have been logged."""

    received_on: date
    requested_on: date | None
    channel: Channel
    words: str
    record_kinds: tuple[str, ...]
    relationship: Relationship
    language: str
    interpreter: bool
    special_education: bool
    reply_address: str

    @classmethod
    def of(cls, case: Case) -> Correction:
        """The entry as it stands."""
        request = case.request
        return cls(
            received_on=request.received_on,
            requested_on=request.requested_on,
            channel=request.channel,
            words=request.words,
            record_kinds=request.record_kinds,
            relationship=request.relationship,
            language=request.language,
            interpreter=request.interpreter,
            special_education=request.special_education,
            reply_address=case.reply_address,
        )

    def applied(self, request: Request) -> Request:
        """The request with this entry; its dates are not worked out again.

        A student who has an IEP meeting is in special education, whatever is ticked.
        """
        return replace(
            request,
            received_on=self.received_on,
            requested_on=self.requested_on,
            channel=self.channel,
            words=self.words,
            record_kinds=self.record_kinds,
            relationship=self.relationship,
            language=self.language,
            interpreter=self.interpreter,
            special_education=self.special_education or EventKind.IEP_MEETING in request.events,
        )


FIELDS = tuple(Correction.__dataclass_fields__)
"""What can be corrected, by name, in the order it is told."""


def differing(before: Correction, now: Correction) -> tuple[str, ...]:
    """The fields that were corrected, by name."""
    return tuple(one for one in FIELDS if getattr(before, one) != getattr(now, one))


def told(before: Correction, now: Correction) -> Iterator[tuple[str, Said]]:
    """What the journal keeps of a correction: days and codes before and after, never words."""
    for name in differing(before, now):
        if name not in _UNSAID:
            on = "_on" if name.endswith("_on") else ""
            bare = name.removesuffix("_on")
            yield f"{bare}_before{on}", _said(getattr(before, name))
            yield f"{bare}_now{on}", _said(getattr(now, name))


def _said(value: object) -> Said:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return " ".join(value)
    return value if isinstance(value, bool) or value is None else str(value)


def correction_faults(case: Case, now: Correction, *, today: date) -> tuple[Fault, ...]:
    """What cannot be so, told as when the request was logged."""
    request = now.applied(case.request)
    intake = Intake(
        student=case.student,
        requester=case.requester,
        relationship=request.relationship,
        right=request.right,
        access=request.access,
        channel=request.channel,
        received_on=request.received_on,
        requested_on=request.requested_on,
        words=request.words,
        events=request.events,
    )
    return faults(intake, today=today)
