"""Invented rosters of any size, as files a student information system would write.

The same seed gives the same people. Names come in several scripts, families have one to three
children, and every child has two guardians unless told otherwise.
"""

from __future__ import annotations

import csv
import io
import random
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

GIVEN = (
    "Mia", "Liam", "José", "Sofía", "Minh Anh", "Łucja", "Søren", "Aaliyah", "D'Andre", "Zoë",
    "Jean-Luc", "Nizhoni", "Yusuf", "Priya", "Min-jun", "Xiaoming", "Oleksandr", "Νίκος", "محمد",
    "小明", "민준", "प्रिया", "Анна", "דוד", "Tou", "Esperanza",
)  # fmt: skip
FAMILY = (
    "Alvarez", "Nguyễn", "Smith-Jones", "O'Brien", "de la Cruz", "Wójcik", "Kowalczyk", "Begay",
    "Yazzie", "Haddad", "Sharma", "Kim", "Wang", "Shevchenko", "Παπαδόπουλος", "الحسن", "王",
    "김", "शर्मा", "Соловьёва", "לוי", "Vang", "Pierre-Louis", "García Márquez", "Müller", "Đặng",
)  # fmt: skip
STREETS = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Juniper")

USERS_1_1 = (
    "sourcedId", "status", "dateLastModified", "enabledUser", "orgSourcedIds", "role", "username",
    "userIds", "givenName", "familyName", "middleName", "identifier", "email", "sms", "phone",
    "agentSourcedIds", "grades", "password",
)  # fmt: skip
USERS_1_2 = (
    "sourcedId", "status", "dateLastModified", "enabledUser", "username", "userIds", "givenName",
    "familyName", "middleName", "identifier", "email", "sms", "phone", "agentSourcedIds", "grades",
    "password", "userMasterIdentifier", "resourceSourcedIds", "preferredGivenName",
    "preferredMiddleName", "preferredFamilyName", "primaryOrgSourcedId", "pronouns",
)  # fmt: skip
ROLES = (
    "sourcedId", "status", "dateLastModified", "userSourcedId", "roleType", "role", "beginDate",
    "endDate", "orgSourcedId", "userProfileSourcedId",
)  # fmt: skip
ORGS = ("sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId")
DEMOGRAPHICS = (
    "sourcedId", "status", "dateLastModified", "birthDate", "sex", "americanIndianOrAlaskaNative",
    "asian", "blackOrAfricanAmerican", "nativeHawaiianOrOtherPacificIslander", "white",
    "demographicRaceTwoOrMoreRaces", "hispanicOrLatinoEthnicity", "countryOfBirthCode",
    "stateOfBirthAbbreviation", "cityOfBirth", "publicSchoolResidenceStatus",
)  # fmt: skip
ENROLLMENTS = (
    "sourcedId", "status", "dateLastModified", "classSourcedId", "schoolSourcedId",
    "userSourcedId", "role", "primary", "beginDate", "endDate",
)  # fmt: skip
PLAIN = (
    "Student ID", "Last Name", "First Name", "Middle Name", "Birth Date", "Grade", "School",
    "Status", "Special Education", "Home Language", "Guardian 1 Name", "Guardian 1 Relationship",
    "Guardian 1 Phone", "Guardian 1 Email", "Guardian 1 Address", "Guardian 2 Name",
    "Guardian 2 Relationship", "Guardian 2 Phone", "Guardian 2 Email",
)  # fmt: skip

SCHOOL = "Maple Grove School"


@dataclass(frozen=True)
class Adult:
    """An invented parent."""

    key: str
    given: str
    family: str
    phone: str
    email: str
    address: str


@dataclass(frozen=True)
class Child:
    """An invented student with their parents."""

    key: str
    number: str
    given: str
    family: str
    born_on: date
    grade: str
    adults: tuple[Adult, ...]


def invented_children(
    count: int, *, guardians_each: int = 2, siblings: int = 3, seed: int = 1
) -> list[Child]:
    """``count`` children in families of one to ``siblings``."""
    chance = random.Random(seed)  # noqa: S311  # invented people, not secrets
    children: list[Child] = []
    family = 0
    while len(children) < count:
        name = chance.choice(FAMILY)
        adults = tuple(_adult(chance, family, turn, name) for turn in range(guardians_each))
        for _ in range(min(chance.randint(1, siblings), count - len(children))):
            children.append(_child(chance, len(children), name, adults))
        family += 1
    return children


def _adult(chance: random.Random, family: int, turn: int, name: str) -> Adult:
    number = family * 4 + turn
    return Adult(
        key=f"adult-{number}",
        given=chance.choice(GIVEN),
        family=name,
        phone=f"(559) 555-01{number % 100:02}",
        email=f"adult{number}@example.org",
        address=f"{number + 1} {chance.choice(STREETS)} Street, Ridgefield, CA 93000",
    )


def _child(chance: random.Random, place: int, name: str, adults: tuple[Adult, ...]) -> Child:
    grade = chance.randrange(13)
    born_on = date(2021 - grade, 1, 1) + timedelta(days=chance.randrange(365))
    return Child(
        key=f"child-{place}",
        number=str(100_000 + place),
        given=chance.choice(GIVEN),
        family=name,
        born_on=born_on,
        grade="KG" if grade == 0 else f"{grade:02}",
        adults=adults,
    )


def one_roster(
    students: int = 10,
    *,
    guardians_each: int = 2,
    siblings: int = 3,
    version: str = "1.1",
    teachers: int = 2,
    seed: int = 1,
) -> dict[str, bytes]:
    """A OneRoster set by file name; ``version`` "1.2" says roles in ``roles.csv``."""
    children = invented_children(
        students, guardians_each=guardians_each, siblings=siblings, seed=seed
    )
    rows = list(_users(children, teachers))
    files = {
        "orgs.csv": table(ORGS, [{"sourcedId": "org-d", "name": "Ridgefield", "type": "district"},
                                 {"sourcedId": "org-1", "name": SCHOOL, "type": "school"}]),
        "demographics.csv": table(DEMOGRAPHICS, [
            {"sourcedId": one.key, "birthDate": one.born_on.isoformat()} for one in children]),
        "enrollments.csv": table(ENROLLMENTS, [
            {"sourcedId": f"e-{one.key}", "schoolSourcedId": "org-1", "classSourcedId": "c-1",
             "userSourcedId": one.key, "role": "student"} for one in children]),
    }  # fmt: skip
    if version == "1.1":
        return {"users.csv": table(USERS_1_1, rows)} | files
    roles = [
        {"sourcedId": f"r-{row['sourcedId']}", "userSourcedId": row["sourcedId"],
         "roleType": "primary", "role": row["role"], "orgSourcedId": "org-1"}
        for row in rows
    ]  # fmt: skip
    return {"users.csv": table(USERS_1_2, rows), "roles.csv": table(ROLES, roles)} | files


def _users(children: Sequence[Child], teachers: int) -> list[dict[str, str]]:
    adults = {adult.key: adult for child in children for adult in child.adults}
    common = {"enabledUser": "true", "orgSourcedIds": "org-d,org-1"}
    students = [
        common | {
            "sourcedId": one.key, "role": "student", "username": one.key, "givenName": one.given,
            "familyName": one.family, "identifier": one.number, "grades": one.grade,
            "agentSourcedIds": ",".join(adult.key for adult in one.adults),
        }
        for one in children
    ]  # fmt: skip
    parents = [
        common | {
            "sourcedId": one.key, "role": "parent", "username": one.key, "givenName": one.given,
            "familyName": one.family, "email": one.email, "phone": one.phone,
        }
        for one in adults.values()
    ]  # fmt: skip
    staff = [
        common
        | {"sourcedId": f"t-{turn}", "role": "teacher", "givenName": "Pat", "familyName": "Lee"}
        for turn in range(teachers)
    ]
    return students + parents + staff


def plain_csv(
    students: int = 10,
    *,
    seed: int = 1,
    encoding: str = "utf-8",
    delimiter: str = ",",
    date_format: str = "%m/%d/%Y",
) -> bytes:
    """One row a student with two guardians, as offices export it from a spreadsheet."""
    rows = []
    for one in invented_children(students, seed=seed):
        first, second = one.adults
        rows.append((
            one.number, one.family, one.given, "", one.born_on.strftime(date_format), one.grade,
            SCHOOL, "Active", "N", "English", f"{first.given} {first.family}", "Mother",
            first.phone, first.email, first.address, f"{second.given} {second.family}", "Father",
            second.phone, second.email,
        ))  # fmt: skip
    return text_of(PLAIN, rows, delimiter).encode(encoding)


def table(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> bytes:
    """A CSV file; a column a row does not name stays blank."""
    return text_of(columns, [[row.get(name, "") for name in columns] for row in rows]).encode()


def text_of(columns: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str = ",") -> str:
    """The text of a CSV file with its titles."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter)
    writer.writerow(columns)
    writer.writerows(rows)
    return written.getvalue()


def as_zip(files: Mapping[str, bytes], *, folder: str = "") -> bytes:
    """The files packed as a student information system hands them over."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(f"{folder}{name}", data)
    return packed.getvalue()
