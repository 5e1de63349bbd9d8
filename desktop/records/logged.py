"""A request as it was logged: one right, who exercises it, about whom, and where it stands.

``request`` has the words it is told in; a list of requests needs those alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from desktop.records.ids import PartyId, PersonId, RequestId, RuleId, StudentId
from desktop.records.party import Relationship
from desktop.records.request import Access, Channel, EventKind, Outcome, Right, Status, Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """An extension the office takes, in the rule's own terms.

    ``days`` are the days added, or the new total where the rule speaks of a total. ``rule`` is
    needed only where more than one limit on the request can be extended.
    """

    days: int
    reason: str
    rule: RuleId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lateness:
    """Why a day was not kept: a code of the office's list, and the office's own words if any."""

    reason: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One right exercised by one requester about one student.

    ``received_on`` is the day any employee had it (34 CFR 99.10(b) counts from receipt);
    ``entered_at`` is when it was typed. ``requested_on`` is the date the asker put on it, where it
    differs. ``words`` are the asker's own. ``due_on`` and ``work_by`` repeat the driving limit,
    so that the queue sorts without recomputing, and ``dates_met`` that no day is left to keep.
    ``extension`` is one the office took, where a rule allows it; nothing in federal law does.
    ``lateness`` is why the legal date was not kept, where somebody said so.
    """

    id: RequestId
    number: str
    right: Right
    access: Access
    student: StudentId
    requester: PartyId
    relationship: Relationship
    channel: Channel
    received_on: date
    requested_on: date | None = None
    entered_at: datetime
    taken_by: PersonId
    words: str = ""
    record_kinds: tuple[str, ...] = ()
    language: str = "en"
    interpreter: bool = False
    special_education: bool = False
    events: Mapping[EventKind, date] = field(default_factory=dict)
    owner: PersonId | None = None
    status: Status = Status.OPEN
    waiting_for: Waiting | None = None
    outcome: Outcome | None = None
    closed_on: date | None = None
    linked_to: RequestId | None = None
    due_on: date
    work_by: date
    driving_rule: RuleId
    dates_met: bool = False
    extension: Extension | None = None
    lateness: Lateness | None = None

    @property
    def in_writing(self) -> bool:
        """Whether rules that count only from a written request have begun."""
        return self.channel.written
