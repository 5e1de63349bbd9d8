"""The words a request is told in: what is asked for, how it came, where it stands, how it ended.

``logged`` has the request itself.
"""

from __future__ import annotations

from enum import StrEnum


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


class Waiting(StrEnum):
    """Whom or what the office waits for. Each has its words in the catalogue, ``word.waiting``."""

    FAMILY_IDENTITY = "family_identity"
    FAMILY_SCOPE = "family_scope"
    FAMILY_VISIT = "family_visit"
    RECORDS = "records"
    PRINCIPAL = "principal"
    CONSENT = "consent"
    INTERPRETER = "interpreter"
