"""A request: who asks for which records, how and when it came, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.records.ids import PartyId, PersonId, RequestId, RuleId, StudentId
from desktop.records.party import Relationship


class Right(StrEnum):
    """The rights a family or a third party can exercise, by the names the commands use."""

    INSPECT = "inspect"
    COPIES = "copies"
    EXPLANATION = "explanation"
    AMEND = "amend"
    HEARING = "hearing"
    STATEMENT = "statement"
    DISCLOSURE_RECORD = "disclosure-record"
    CONSENT = "consent"
    REVOKE_CONSENT = "revoke-consent"
    DIRECTORY_OPT_OUT = "directory-opt-out"
    RECRUITER_OPT_OUT = "recruiter-opt-out"
    RECORD_TYPES = "record-types"
    PPRA = "ppra"
    THIRD_PARTY = "third-party"
    STUDENT_QUESTION = "student-question"
    COMPLAINT = "complaint"


def kindred_right(right: Right) -> Right | None:
    """The right whose requests need the same search: seeing the records, or copies of them."""
    return {Right.INSPECT: Right.COPIES, Right.COPIES: Right.INSPECT}.get(right)


class Channel(StrEnum):
    """How the request came."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    LETTER = "letter"
    EMAIL = "email"

    @property
    def written(self) -> bool:
        """Whether the request itself is on paper or screen in the asker's words."""
        return self in {Channel.LETTER, Channel.EMAIL}


class Access(StrEnum):
    """How access is given: a visit, or copies because a visit is prevented or was not asked for."""

    VISIT = "visit"
    COPIES = "copies"


class Status(StrEnum):
    """Where a request stands. Waiting is an overlay: the legal clock runs on."""

    OPEN = "open"
    WAITING = "waiting"
    CLOSED = "closed"


class Outcome(StrEnum):
    """How a request ended."""

    INSPECTED = "inspected"
    COPIES_SENT = "copies_sent"
    PARTLY_GIVEN = "partly_given"
    NO_RECORDS = "no_records"
    WITHDRAWN = "withdrawn"
    NOT_ENTITLED = "not_entitled"
    ANSWERED = "answered"
    AMENDED = "amended"
    REFUSED = "refused"
    REFERRED = "referred"
    PLACED = "placed"
    ENTERED = "entered"
    DISCLOSED = "disclosed"
    LIST_GIVEN = "list_given"
    DECLINED = "declined"
    ENTERED_WRONGLY = "entered_wrongly"
    MERGED = "merged"


class EventKind(StrEnum):
    """Days outside the request that its dates follow.

    The first three are meetings that access must precede (34 CFR 300.613(a)); ``HEARING`` is a
    due-process or disciplinary one. ``AMENDMENT_HEARING`` is the hearing on a record (99.22),
    ``SURVEY`` the day a survey is given (20 USC 1232h(c)(1)), ``COMPLY_BY`` the day a court order
    or subpoena names.
    """

    IEP_MEETING = "iep_meeting"
    HEARING = "hearing"
    RESOLUTION_SESSION = "resolution_session"
    AMENDMENT_HEARING = "amendment_hearing"
    SURVEY = "survey"
    COMPLY_BY = "comply_by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """An extension the office takes, in the rule's own terms.

    ``days`` are the days added, or the new total where the rule speaks of a total. ``rule`` is
    needed only where more than one limit on the request can be extended.
    """

    days: int
    reason: str
    rule: RuleId | None = None


class Waiting(StrEnum):
    """Whom or what the office waits for. Each has its words in the catalogue, ``word.waiting``."""

    FAMILY_IDENTITY = "family_identity"
    FAMILY_SCOPE = "family_scope"
    FAMILY_VISIT = "family_visit"
    RECORDS = "records"
    PRINCIPAL = "principal"
    CONSENT = "consent"
    INTERPRETER = "interpreter"


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
