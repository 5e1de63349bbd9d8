"""What an action touched, told to every screen by one signal so that each may look again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.records.ids import LetterId, RequestId, StudentId


class Kind(StrEnum):
    """The kinds of things screens show."""

    REQUEST = "request"
    STUDENT = "student"
    LETTER = "letter"
    OFFICE = "office"
    CALENDAR = "calendar"
    REGISTER = "register"
    VIEW = "view"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Kinds and ids touched; an empty id set with a kind means "any of them"."""

    kinds: frozenset[Kind]
    requests: frozenset[RequestId] = frozenset()
    students: frozenset[StudentId] = frozenset()
    letter: LetterId | None = None

    @classmethod
    def of_request(cls, *requests: RequestId) -> Changes:
        """Requests changed."""
        return cls(kinds=frozenset({Kind.REQUEST}), requests=frozenset(requests))

    @classmethod
    def of_student(cls, *students: StudentId) -> Changes:
        """Students, their parties or papers changed, and with them what their requests show."""
        return cls(kinds=frozenset({Kind.STUDENT, Kind.REQUEST}), students=frozenset(students))

    @classmethod
    def of_register(cls, student: StudentId, *requests: RequestId) -> Changes:
        """One of the registers changed for a student: holds, disclosures, opt-outs, consents."""
        return cls(
            kinds=frozenset({Kind.REGISTER, Kind.STUDENT, Kind.REQUEST}),
            requests=frozenset(requests),
            students=frozenset({student}),
        )

    @classmethod
    def of_office(cls) -> Changes:
        """The school's page, its people or its places changed."""
        return cls(kinds=frozenset({Kind.OFFICE}))

    @classmethod
    def of_calendar(cls) -> Changes:
        """Closures or holidays changed, and with them the dates of open requests."""
        return cls(kinds=frozenset({Kind.CALENDAR, Kind.REQUEST}))

    @classmethod
    def of_view(cls) -> Changes:
        """Somebody keeps other views of the queue."""
        return cls(kinds=frozenset({Kind.VIEW}))
