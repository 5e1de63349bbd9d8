"""A OneRoster 1.1 or 1.2 set of CSV files, read into a roster plan.

Only what the office keeps is taken: names, grade, school and local number of students, their birth
dates from the demographics, names, phone and e-mail of their parents and guardians. Every other
column stays in the file; sex, race and ethnicity are never looked at. ``enabledUser`` is not
taken either: it says whether somebody may log in to a system, not whether they attend.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from desktop.records.names import fold
from desktop.records.party import Relationship
from desktop.records.roster import (
    Cancelled,
    FaultCode,
    Progress,
    RosterCounts,
    RosterGuardian,
    RosterLink,
    RosterPlan,
    RosterStudent,
    RowFault,
    Watch,
    file_fault,
    never,
    silent,
)
from desktop.records.roster_cells import (
    grade_label,
    looks_like_social_security,
    read_birth_date,
)
from desktop.records.roster_gather import Cells, Gathered
from desktop.records.roster_text import Table, UnusableFileError, read_table
from desktop.records.student import Enrollment

USERS = "users.csv"
ROLES = "roles.csv"
ORGS = "orgs.csv"
DEMOGRAPHICS = "demographics.csv"
ENROLLMENTS = "enrollments.csv"
MANIFEST = "manifest.csv"

ONEROSTER_FILES = (USERS, ROLES, ORGS, DEMOGRAPHICS, ENROLLMENTS, MANIFEST)

_STUDENT = "student"
_GUARDIANS: Mapping[str, Relationship] = {
    "mother": Relationship.MOTHER,
    "father": Relationship.FATHER,
    "parent": Relationship.PARENT,
    "guardian": Relationship.GUARDIAN,
    "relative": Relationship.OTHER,
}
_GONE = "tobedeleted"


def is_oneroster(files: Mapping[str, bytes]) -> bool:
    """Whether the files, by their lower-case names, are a OneRoster set and not some other CSV."""
    try:
        table = read_table(USERS, files.get(USERS, b""))
    except UnusableFileError:
        return False
    return "sourcedid" in {title.casefold() for title in table.headers}


def read_oneroster(
    files: Mapping[str, bytes],
    *,
    today: date,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> RosterPlan:
    """Plan an import from ``files``: their bytes by lower-case file name.

    ``progress`` gets rows done and an estimate of all rows.

    Raises:
        ReadingStoppedError: ``cancelled`` said so. Every fault of the files is in the plan instead.
    """
    reading = _Reading(today=today)
    tables = reading.open(files)
    watch = Watch(progress, cancelled, sum(table.line_count for table in tables.values()))
    if not any(fault.whole_file for fault in reading.faults):
        reading.read(tables, watch)
    watch.finish()
    return reading.plan(watch.rows)


@dataclass(frozen=True, slots=True)
class _User:
    """What a row of users.csv says, before the other files have been read.

    ``agents`` are the ids of people related to this one. ``orgs`` are the ids of schools.
    """

    student: RosterStudent | None
    guardian: RosterGuardian | None
    relationship: Relationship
    gone: bool
    agents: tuple[str, ...]
    orgs: tuple[str, ...]


@dataclass(slots=True)
class _Reading:
    """One pass over a set. Holds ids and what will be taken, nothing else of a row."""

    today: date
    faults: list[RowFault] = field(default_factory=list)
    complete: bool = True
    other_people: int = 0
    same_rows: int = 0
    roles: dict[str, set[str]] = field(default_factory=dict)
    role_orgs: dict[str, str] = field(default_factory=dict)
    schools: dict[str, str] = field(default_factory=dict)
    users: dict[str, _User] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    births: dict[str, date] = field(default_factory=dict)
    enrolled_at: dict[str, str] = field(default_factory=dict)

    def open(self, files: Mapping[str, bytes]) -> dict[str, Table]:
        """The files of the set that are there, each with its header read."""
        if USERS not in files:
            self.faults.append(file_fault(USERS, FaultCode.USERS_MISSING))
        tables: dict[str, Table] = {}
        for name in ONEROSTER_FILES:
            if name in files:
                try:
                    tables[name] = read_table(name, files[name])
                except UnusableFileError as unusable:
                    self.faults.append(unusable.fault)
        return tables

    def read(self, tables: Mapping[str, Table], watch: Watch) -> None:
        """Walk the files in the order in which they explain each other."""
        readers = {
            MANIFEST: self._manifest,
            ROLES: self._roles,
            ORGS: self._orgs,
            USERS: self._users,
            DEMOGRAPHICS: self._demographics,
            ENROLLMENTS: self._enrollments,
        }
        if "role" not in _titles(tables[USERS]) and ROLES not in tables:
            self.faults.append(file_fault(USERS, FaultCode.ROLES_MISSING))
            return
        for name, reader in readers.items():
            if name in tables:
                try:
                    reader(tables[name], watch)
                except UnusableFileError as unusable:
                    self.faults.append(unusable.fault)

    def _manifest(self, table: Table, watch: Watch) -> None:
        for cells in self._walk(table, ("propertyName", "value"), (), watch):
            if fold(cells["propertyName"]) == "fileusers" and fold(cells["value"]) == "delta":
                self.complete = False

    def _roles(self, table: Table, watch: Watch) -> None:
        wanted = ("userSourcedId", "role"), ("status", "orgSourcedId")
        for cells in self._walk(table, *wanted, watch):
            user, role = cells["userSourcedId"], fold(cells["role"])
            if not user:
                cells.fault(FaultCode.ID_MISSING, "userSourcedId")
            elif fold(cells["status"]) != _GONE:
                self.roles.setdefault(user, set()).add(role)
                if role == _STUDENT:
                    self.role_orgs.setdefault(user, cells["orgSourcedId"])

    def _orgs(self, table: Table, watch: Watch) -> None:
        for cells in self._walk(table, ("sourcedId", "name", "type"), (), watch):
            if fold(cells["type"]) == "school":
                self.schools[cells["sourcedId"]] = cells["name"]

    def _users(self, table: Table, watch: Watch) -> None:
        gathered: Gathered[_User] = Gathered(table.file, "sourcedId", self.faults)
        for cells in self._walk(table, _USER_NEEDED, _USER_WANTED, watch):
            key = cells["sourcedId"]
            self.named.add(key)
            roles = self._roles_of(key, cells["role"])
            if _STUDENT not in roles and not roles & _GUARDIANS.keys():
                self.other_people += 1
            elif user := _user(cells, roles):
                gathered.add(key, user, cells.line)
        self.users = gathered.taken
        self.same_rows += gathered.same_rows

    def _roles_of(self, key: str, cell: str) -> set[str]:
        """1.1 says the role in users.csv; 1.2 in roles.csv, which may name several."""
        return self.roles.get(key, set()) | {fold(part) for part in cell.split(",")}

    def _demographics(self, table: Table, watch: Watch) -> None:
        key_column = "sourcedId" if "sourcedid" in _titles(table) else "userSourcedId"
        gathered: Gathered[date] = Gathered(table.file, key_column, self.faults)
        for cells in self._walk(table, (key_column,), ("status", "birthDate"), watch):
            user = self.users.get(cells[key_column])
            if user is None or user.student is None or fold(cells["status"]) == _GONE:
                continue
            read = read_birth_date(cells["birthDate"], self.today)
            if read.fault:
                cells.fault(read.fault, "birthDate")
            elif read.on:
                gathered.add(user.student.roster_key, read.on, cells.line)
        self.births = gathered.taken
        self.same_rows += gathered.same_rows

    def _enrollments(self, table: Table, watch: Watch) -> None:
        """The school of students whose own row names none."""
        wanted = ("userSourcedId", "schoolSourcedId"), ("status",)
        for cells in self._walk(table, *wanted, watch):
            key = cells["userSourcedId"]
            if key in self.users and key not in self.enrolled_at and cells["status"] != _GONE:
                self.enrolled_at[key] = cells["schoolSourcedId"]

    def _walk(
        self, table: Table, needed: tuple[str, ...], wanted: tuple[str, ...], watch: Watch
    ) -> Iterator[Cells]:
        """Each row of ``table`` with the named columns readable and no other."""
        places = _places(table, needed, (*needed, *wanted))
        cells = Cells(table.file, table.headers, places, self.faults)
        for line, row in table.rows(max(places.values()) + 1, self.faults, watch):
            cells.turn_to(line, row)
            yield cells

    def plan(self, rows: int) -> RosterPlan:
        """Everything that was read, put together."""
        students = {
            key: self._student(user) for key, user in self.users.items() if user.student is not None
        }
        guardians = {
            key: user.guardian
            for key, user in self.users.items()
            if user.guardian is not None and not user.gone
        }
        links = tuple(self._links(students, guardians))
        linked = {link.guardian for link in links}
        unlinked = len(guardians.keys() - linked) if self.complete else 0
        if not students and self.complete and not self.faults:
            self.faults.append(file_fault(USERS, FaultCode.NO_STUDENTS))
        return RosterPlan(
            students=tuple(students.values()),
            guardians=tuple(
                one for key, one in guardians.items() if key in linked or not self.complete
            ),
            links=links,
            faults=tuple(self.faults),
            counts=RosterCounts(
                rows=rows,
                other_people=self.other_people,
                same_rows=self.same_rows,
                unlinked_guardians=unlinked,
                unknown_guardians=self._unknown_guardians(),
            ),
            complete=self.complete,
        )

    def _student(self, user: _User) -> RosterStudent:
        assert user.student is not None  # noqa: S101  # the caller looked
        key = user.student.roster_key
        return replace(user.student, born_on=self.births.get(key), school_name=self._school(user))

    def _school(self, user: _User) -> str:
        key = user.student.roster_key if user.student else ""
        places = (*user.orgs, self.role_orgs.get(key, ""), self.enrolled_at.get(key, ""))
        return next((self.schools[place] for place in places if place in self.schools), "")

    def _links(
        self, students: Mapping[str, RosterStudent], guardians: Mapping[str, RosterGuardian]
    ) -> Iterator[RosterLink]:
        """Who is on file for whom, told from either side, each pair once.

        In a delta the other side may be on file already, so such a pair is kept too.
        """
        pairs = dict.fromkeys(
            chain(
                ((key, agent) for key in students for agent in self.users[key].agents),
                ((agent, key) for key in guardians for agent in self.users[key].agents),
            )
        )
        for student, guardian in pairs:
            known = student in students and guardian in guardians
            unseen = student not in self.named or guardian not in self.named
            if known or (unseen and not self.complete):
                user = self.users.get(guardian)
                relationship = user.relationship if user else Relationship.GUARDIAN
                yield RosterLink(student=student, guardian=guardian, relationship=relationship)

    def _unknown_guardians(self) -> int:
        if not self.complete:
            return 0
        users = (user for user in self.users.values() if user.student is not None)
        return len({agent for user in users for agent in user.agents} - self.named)


_USER_NEEDED = ("sourcedId", "givenName", "familyName")
_USER_WANTED = (
    "status", "role", "middleName", "identifier", "email", "sms", "phone", "agentSourcedIds",
    "grades", "orgSourcedIds", "primaryOrgSourcedId", "preferredGivenName", "preferredMiddleName",
    "preferredFamilyName",
)  # fmt: skip


def _user(cells: Cells, roles: set[str]) -> _User | None:
    """The row as a student, a guardian, or both; ``None`` when it is faulty."""
    if not cells["sourcedId"]:
        cells.fault(FaultCode.ID_MISSING, "sourcedId")
    cells.check_name("familyName", cells["givenName"], cells["familyName"])
    gone = cells["status"].casefold() == _GONE
    user = _User(
        student=_student(cells, gone=gone) if _STUDENT in roles else None,
        guardian=_guardian(cells) if roles & _GUARDIANS.keys() else None,
        relationship=_relationship(roles),
        gone=gone,
        agents=cells.ids("agentSourcedIds"),
        orgs=cells.ids("primaryOrgSourcedId") + cells.ids("orgSourcedIds"),
    )
    return None if cells.faulty else user


def _student(cells: Cells, *, gone: bool) -> RosterStudent:
    if looks_like_social_security(cells["identifier"]):
        cells.fault(FaultCode.SOCIAL_SECURITY, "identifier")
    given, family = cells["givenName"], cells["familyName"]
    preferred = cells["preferredGivenName"]
    return RosterStudent(
        roster_key=cells["sourcedId"],
        given=given,
        middle=cells["middleName"],
        family=family,
        preferred=preferred if preferred != given else "",
        other_names=_other_names(cells),
        grade=grade_label(cells["grades"]),
        local_number=cells["identifier"],
        enrollment=Enrollment.FORMER if gone else Enrollment.ENROLLED,
        line=cells.line,
    )


def _other_names(cells: Cells) -> tuple[str, ...]:
    """The preferred name as a whole, where more of it is preferred than the given name."""
    family = cells["preferredFamilyName"]
    if not family or family == cells["familyName"]:
        return ()
    parts = (
        cells["preferredGivenName"] or cells["givenName"],
        cells["preferredMiddleName"],
        family,
    )
    return (" ".join(part for part in parts if part),)


def _guardian(cells: Cells) -> RosterGuardian:
    parts = (cells["givenName"], cells["middleName"], cells["familyName"])
    return RosterGuardian(
        roster_key=cells["sourcedId"],
        name=" ".join(part for part in parts if part),
        phone=cells["phone"] or cells["sms"],
        email=cells["email"],
        line=cells.line,
    )


def _relationship(roles: set[str]) -> Relationship:
    return next((kind for role, kind in _GUARDIANS.items() if role in roles), Relationship.OTHER)


def _titles(table: Table) -> dict[str, int]:
    """Column places by title in lower case; some systems do not keep the standard's capitals."""
    return {title.casefold(): place for place, title in reversed(list(enumerate(table.headers)))}


def _places(table: Table, needed: tuple[str, ...], wanted: tuple[str, ...]) -> dict[str, int]:
    titles = _titles(table)
    missing = [name for name in needed if name.casefold() not in titles]
    if missing:
        fault = file_fault(
            table.file, FaultCode.COLUMNS_MISSING, table.header_line, columns=", ".join(missing)
        )
        raise UnusableFileError(fault)
    lower = [title.casefold() for title in table.headers]
    for name in wanted:
        if lower.count(name.casefold()) > 1:
            fault = file_fault(table.file, FaultCode.COLUMN_TWICE, table.header_line, column=name)
            raise UnusableFileError(fault)
    return {name: titles[name.casefold()] for name in wanted if name.casefold() in titles}
