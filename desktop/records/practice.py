"""The practice office: invented families, staff and requests, with dates counted from today.

Only the data. Nothing here is a person; the practice file is made from it through the same actions
that staff use, so that what is practised is what will happen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta, Struct

from desktop.errors import ResourceError
from desktop.records.age import AGE_OF_RIGHTS_YEARS
from desktop.records.ids import StudentId
from desktop.records.order import Limit, OrderKind
from desktop.records.party import Relationship
from desktop.records.person import Role
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, Channel, EventKind, Outcome, Right, Waiting
from desktop.records.school import Address
from desktop.records.student import Enrollment, Student
from desktop.records.toml_file import read_toml

Key = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
DaysAgo = Annotated[int, Meta(ge=0, le=2000)]
DaysAhead = Annotated[int, Meta(ge=0, le=365)]


class PracticeAddress(Struct, frozen=True, forbid_unknown_fields=True):
    """A postal address; the town is the invented one unless it says otherwise."""

    street: str
    street_2: str = ""
    city: str = "Willow Bend"
    state: str = "CA"
    postal_code: str = "93990"

    def address(self) -> Address:
        """The address as the office keeps it."""
        return Address(
            street=self.street,
            street_2=self.street_2,
            city=self.city,
            state=self.state,
            postal_code=self.postal_code,
        )


class PracticeSchool(Struct, frozen=True, forbid_unknown_fields=True):
    """The invented school."""

    name: str
    district: str
    address: PracticeAddress
    phone: str
    email: str
    principal: str
    records_contact: str
    records_contact_title: str
    state: str
    office_hours: str
    promise_calendar_days: int
    cents_a_page: int


class PracticeStaff(Struct, frozen=True, forbid_unknown_fields=True):
    """A member of the invented staff."""

    key: Key
    name: str
    initials: str
    role: Role


class PracticeStudent(Struct, frozen=True, forbid_unknown_fields=True):
    """An invented student.

    Either ``age_years`` with ``birthday_in_days``, or ``turns_18_in_days``, says when they were
    born, seen from today.
    """

    key: Key
    local_number: str
    given: str = ""
    middle: str = ""
    family: str = ""
    preferred: str = ""
    name_while_attending: str = ""
    other_names: tuple[str, ...] = ()
    grade: str = ""
    age_years: Annotated[int, Meta(ge=3, le=40)] | None = None
    birthday_in_days: Annotated[int, Meta(ge=1, le=365)] = 150
    turns_18_in_days: Annotated[int, Meta(ge=1, le=365)] | None = None
    former: bool = False
    postsecondary: bool = False
    special_education: bool = False
    home_language: str = ""

    def born_on(self, today: date) -> date:
        """The birth date that gives the told age on ``today``."""
        if self.turns_18_in_days is not None:
            return _years_before(today + timedelta(self.turns_18_in_days), AGE_OF_RIGHTS_YEARS)
        next_birthday = today + timedelta(self.birthday_in_days)
        return _years_before(next_birthday, (self.age_years or 0) + 1)

    def student(self, as_: StudentId, school_name: str, language: str, today: date) -> Student:
        """The student as the office keeps them, under the id ``as_``.

        ``language`` is the family's, for students who name no other.
        """
        return Student(
            id=as_,
            given=self.given,
            middle=self.middle,
            family=self.family,
            preferred=self.preferred,
            name_while_attending=self.name_while_attending,
            other_names=self.other_names,
            born_on=self.born_on(today),
            grade=self.grade,
            school_name=school_name,
            local_number=self.local_number,
            enrollment=Enrollment.FORMER if self.former else Enrollment.ENROLLED,
            postsecondary=self.postsecondary,
            special_education=self.special_education,
            home_language=self.home_language or language,
        )


class PracticeGuardian(Struct, frozen=True, forbid_unknown_fields=True):
    """An invented parent or guardian, on file for all children of the family or those in ``of``.

    Without an address of their own they live at the family's.
    """

    key: Key
    name: str
    relationship: Relationship
    phone: str = ""
    email: str = ""
    language: str = ""
    address: PracticeAddress | None = None
    of: tuple[Key, ...] = ()


class PracticeOrder(Struct, frozen=True, forbid_unknown_fields=True):
    """An invented paper about one student. ``limited`` is the guardian whom it limits."""

    student: Key
    kind: OrderKind
    read_by: Key
    court: str = ""
    dated_days_ago: DaysAgo = 100
    until_in_days: DaysAhead | None = None
    limits: tuple[Limit, ...] = ()
    limited: Key = ""
    passage: str = ""


class PracticeFamily(Struct, frozen=True, forbid_unknown_fields=True):
    """An invented family: children, the people on file for them, papers about them."""

    key: Key
    address: PracticeAddress
    student: tuple[PracticeStudent, ...]
    guardian: tuple[PracticeGuardian, ...] = ()
    order: tuple[PracticeOrder, ...] = ()
    language: str = "en"

    def guardians_of(self, student: Key) -> Iterator[PracticeGuardian]:
        """The people on file for one of the children."""
        return (one for one in self.guardian if not one.of or student in one.of)

    def home_of(self, guardian: PracticeGuardian) -> Address:
        """Where a guardian lives."""
        return (guardian.address or self.address).address()


class PracticeAsker(Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who asks and is on file for nobody: an attorney, an agency, a caseworker."""

    key: Key
    name: str = ""
    organization: str = ""
    phone: str = ""
    email: str = ""
    language: str = "en"
    address: PracticeAddress | None = None


class PracticeStep(Struct, frozen=True, forbid_unknown_fields=True):
    """A step that is done, how, and the sentence written with it."""

    step: str
    choice: str = ""
    note: str = ""
    details: dict[str, str] = {}


class PracticeItem(Struct, frozen=True, forbid_unknown_fields=True):
    """A record or group that was answered; every question of its reason with yes."""

    what: str
    answer: ItemAnswer
    reason: str = ""
    note: str = ""


class PracticeVisit(Struct, frozen=True, forbid_unknown_fields=True):
    """A visit that is set; ``in_days`` counts from today."""

    in_days: DaysAhead
    at: time
    place: str
    sits_in: str


class PracticeAsking(Struct, frozen=True, forbid_unknown_fields=True):
    """A place of the office's list that was asked and is silent, and when, the first time first."""

    place: str
    days_ago: tuple[DaysAgo, ...]


class PracticeRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """An invented request and how far it has come.

    Received ``received_days_ago``, or on the day that makes it due today (``due = "today"``): on
    the latest day, not after today, whose legal date is today or, where no day gives that, passed
    last. ``student`` is a student's key; ``requester`` a guardian's or an asker's, or "self".
    ``relationship`` is told for askers, and for guardians only where it differs. ``done`` lists the
    steps done, in order, as "step" or "step:choice", or as a table with a note. ``item`` is what
    was answered before the review, ``ask`` what the principal is asked about a step, in its note,
    ``asked`` the places that have not answered.
    """

    key: Key
    student: Key
    requester: Key
    right: Right
    channel: Channel
    taken_by: Key
    received_days_ago: DaysAgo | None = None
    due: Literal["", "today"] = ""
    requested_days_ago: DaysAgo | None = None
    access: Access | None = None
    relationship: Relationship | None = None
    words: str = ""
    record_kinds: tuple[str, ...] = ()
    language: str = "en"
    interpreter: bool = False
    reply_address: str = ""
    iep_meeting_in_days: DaysAhead | None = None
    hearing_in_days: DaysAhead | None = None
    owner: Key = ""
    linked_to: Key = ""
    done: tuple[str | PracticeStep, ...] = ()
    item: tuple[PracticeItem, ...] = ()
    ask: PracticeStep | None = None
    asked: tuple[PracticeAsking, ...] = ()
    visit: PracticeVisit | None = None
    notes: tuple[str, ...] = ()
    waiting_for: Waiting | None = None
    outcome: Outcome | None = None
    closed_days_ago: DaysAgo | None = None
    closing_note: str = ""

    @property
    def given_by(self) -> Access:
        """How access is asked for: copies for the right to copies, else a visit."""
        if self.access is not None:
            return self.access
        return Access.COPIES if self.right is Right.COPIES else Access.VISIT

    def received_on(self, today: date) -> date | None:
        """The day of receipt; ``None`` where it follows from the date it is due."""
        return None if self.received_days_ago is None else today - timedelta(self.received_days_ago)

    def requested_on(self, today: date) -> date | None:
        """The date the asker put on it, where that is another."""
        if self.requested_days_ago is None:
            return None
        return today - timedelta(self.requested_days_ago)

    def closed_on(self, today: date) -> date | None:
        """The day it was closed."""
        return None if self.closed_days_ago is None else today - timedelta(self.closed_days_ago)

    def events(self, today: date) -> dict[EventKind, date]:
        """Meetings and hearings that access must precede."""
        told = {
            EventKind.IEP_MEETING: self.iep_meeting_in_days,
            EventKind.HEARING: self.hearing_in_days,
        }
        return {kind: today + timedelta(days) for kind, days in told.items() if days is not None}

    def steps_done(self) -> tuple[PracticeStep, ...]:
        """The steps done, in order, each as a table."""
        return tuple(_step(one) if isinstance(one, str) else one for one in self.done)


class PracticeOffice(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything the practice file is made from."""

    school: PracticeSchool
    staff: tuple[PracticeStaff, ...]
    family: tuple[PracticeFamily, ...]
    asker: tuple[PracticeAsker, ...]
    request: tuple[PracticeRequest, ...]

    def students(self) -> Iterator[tuple[PracticeFamily, PracticeStudent]]:
        """Every student with their family."""
        return ((family, student) for family in self.family for student in family.student)

    def family_of(self, student: Key) -> PracticeFamily:
        """The family of a student; ``KeyError`` when there is no such student."""
        for family, one in self.students():
            if one.key == student:
                return family
        raise KeyError(student)

    def relationship_of(self, request: PracticeRequest) -> Relationship:
        """How the requester stands to the student."""
        if request.relationship is not None:
            return request.relationship
        if request.requester == SELF:
            return Relationship.SELF
        guardians = self.family_of(request.student).guardians_of(request.student)
        found = (one.relationship for one in guardians if one.key == request.requester)
        return next(found, Relationship.OTHER)


SELF = "self"


def load_practice_office(path: Path) -> PracticeOffice:
    """Read the practice office.

    Raises:
        ResourceError: the file is damaged, a key is unknown or stands twice, or a name in it points
            to nobody.
    """
    office = read_toml(path, PracticeOffice)
    for why in _faults(office):
        raise ResourceError(path.name, "", 0, why)
    return office


def _faults(office: PracticeOffice) -> Iterator[str]:
    """What a reader of types cannot see, the first thing first."""
    guardians = [one.key for family in office.family for one in family.guardian]
    students = [student.key for _, student in office.students()]
    staff = [one.key for one in office.staff]
    askers = [one.key for one in office.asker]
    requests = [one.key for one in office.request]
    for keys in (staff, students, guardians + askers, requests, [one.key for one in office.family]):
        yield from (f"the key {key} stands twice" for key in _twice(keys))
    for family in office.family:
        yield from _family_faults(family, staff)
    for one in office.request:
        yield from _request_faults(one)
    named = {
        "student": ({one.student for one in office.request}, students),
        "requester": ({one.requester for one in office.request}, [*guardians, *askers, SELF]),
        "staff": ({one.taken_by for one in office.request} | _owners(office), staff),
        "linked_to": ({one.linked_to for one in office.request} - {""}, requests),
    }
    for name, (used, known) in named.items():
        yield from (f"{name} {key} is not there" for key in sorted(used - set(known)))


def _owners(office: PracticeOffice) -> set[str]:
    return {one.owner for one in office.request} - {""}


def _twice(keys: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            yield key
        seen.add(key)


def _family_faults(family: PracticeFamily, staff: list[str]) -> Iterator[str]:
    students = {one.key for one in family.student}
    guardians = {one.key for one in family.guardian}
    for student in family.student:
        if (student.age_years is None) == (student.turns_18_in_days is None):
            yield f"student {student.key} needs either age_years or turns_18_in_days"
        if not student.given and not student.family:
            yield f"student {student.key} has no name"
    for guardian in family.guardian:
        yield from (
            f"guardian {guardian.key} names a child of another family"
            for _ in set(guardian.of) - students
        )
    for order in family.order:
        pointers = {order.student} <= students and {order.limited} <= guardians | {""}
        if not pointers or order.read_by not in staff:
            yield f"an order of family {family.key} names somebody who is not there"


def _request_faults(request: PracticeRequest) -> Iterator[str]:
    if (request.received_days_ago is None) == (request.due == ""):
        yield f"request {request.key} needs either received_days_ago or due"
    if (request.outcome is None) != (request.closed_days_ago is None):
        yield f"request {request.key} needs both an outcome and closed_days_ago, or neither"
    if (request.closed_days_ago or 0) > (request.received_days_ago or 0):
        yield f"request {request.key} is closed before it came"


def _step(told: str) -> PracticeStep:
    step, _, choice = told.partition(":")
    return PracticeStep(step=step, choice=choice)


def _years_before(on: date, years: int) -> date:
    try:
        return on.replace(year=on.year - years)
    except ValueError:
        return date(on.year - years, 2, 28)
