"""Writing students, the parties around them and the papers on file, with their search entries."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from desktop.records.ids import OrderId, PartyId, StudentId
from desktop.records.names import fold, search_keys
from desktop.records.order import Order
from desktop.records.party import Party, Relationship
from desktop.records.student import Student
from desktop.store.request_words import index_words
from desktop.store.store import Change, Row
from desktop.store.students import sorted_as

_STUDENT_COLUMNS = (
    "id",
    "given",
    "middle",
    "family",
    "preferred",
    "name_while_attending",
    "other_names",
    "born_on",
    "grade",
    "school_name",
    "local_number",
    "enrollment",
    "postsecondary",
    "special_education",
    "home_language",
    "roster_key",
    "sorted_as",
)
_PARTY_COLUMNS = (
    "id",
    "name",
    "organization",
    "address",
    "phone",
    "email",
    "language",
    "roster_key",
    "sorted_as",
)


def _upsert(table: str, columns: tuple[str, ...]) -> str:
    places = ", ".join("?" for _ in columns)
    news = ", ".join(f"{name} = excluded.{name}" for name in columns[1:])
    return (
        f"insert into {table} ({', '.join(columns)}) values ({places})"
        f" on conflict (id) do update set {news}"
    )


_SAVE_STUDENT = _upsert("student", _STUDENT_COLUMNS)
_SAVE_PARTY = _upsert("party", _PARTY_COLUMNS)
_SAVE_STUDENT_SEARCH = "insert or replace into student_search (rowid, names) values (?, ?)"
_SAVE_PARTY_SEARCH = "insert or replace into party_search (rowid, names) values (?, ?)"
_SAVE_REQUEST_SEARCH = "insert or replace into request_search (rowid, names) values (?, ?)"


def save_students(change: Change, students: Iterable[Student]) -> None:
    """Enter students or change them; what they are found by follows, here and in the queue."""
    for student in students:
        change.execute(_SAVE_STUDENT, _student_row(student))
        change.execute(_SAVE_STUDENT_SEARCH, (student.id, student_text(student)))
        _refresh_requests(change, "student_id", student.id)


def save_parties(change: Change, parties: Iterable[Party]) -> None:
    """Enter parties or change them."""
    for party in parties:
        change.execute(_SAVE_PARTY, _party_row(party))
        change.execute(_SAVE_PARTY_SEARCH, (party.id, _party_text(party)))
        _refresh_requests(change, "requester_id", party.id)
        for (request,) in change.execute(
            "select id from request where requester_id = ?", (party.id,)
        ):
            index_words(change, request)


def save_guardians(
    change: Change, links: Iterable[tuple[StudentId, PartyId, Relationship]]
) -> None:
    """Put parties on file for students; an existing link takes the new relationship."""
    for link in links:
        change.execute(
            "insert into guardian (student_id, party_id, relationship) values (?, ?, ?)"
            " on conflict (student_id, party_id)"
            " do update set relationship = excluded.relationship",
            link,
        )


def remove_guardian(change: Change, student: StudentId, party: PartyId) -> None:
    """Take a party off a student's file; the party itself and its requests stay."""
    change.execute("delete from guardian where student_id = ? and party_id = ?", (student, party))


def add_order(change: Change, order: Order) -> None:
    """Note a paper on file."""
    change.execute(
        "insert into court_order (id, student_id, kind, court, dated_on, until_on,"
        " limited_party_id, limits, passage, read_by, ended_on)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            order.id,
            order.student,
            order.kind,
            order.court,
            order.dated_on and order.dated_on.isoformat(),
            order.until_on and order.until_on.isoformat(),
            order.limited_party,
            msgspec.json.encode(sorted(order.limits)).decode(),
            order.passage,
            order.read_by,
            order.ended_on and order.ended_on.isoformat(),
        ),
    )


def end_order(change: Change, order: OrderId, ended_on: str) -> None:
    """A paper no longer binds from ``ended_on`` (ISO date); it stays in the history."""
    change.execute("update court_order set ended_on = ? where id = ?", (ended_on, order))


def student_text(student: Student) -> str:
    """All spellings a person would try for this student, and the local number."""
    names = (
        student.full_name(),
        student.preferred,
        student.name_while_attending,
        *student.other_names,
    )
    keys = dict.fromkeys(key for name in names if name for key in search_keys(name))
    return " ".join((*keys, student.local_number.casefold()))


def _party_text(party: Party) -> str:
    names = (party.name, party.organization)
    return " ".join(dict.fromkeys(key for name in names if name for key in search_keys(name)))


def index_request(change: Change, request: int) -> None:
    """Write what the queue's search finds a request by: number, student, requester."""
    rows = change.execute(
        "select r.number, s.names, p.names from request r"
        " join student_search s on s.rowid = r.student_id"
        " join party_search p on p.rowid = r.requester_id where r.id = ?",
        (request,),
    )
    for number, student, requester in rows:
        change.execute(_SAVE_REQUEST_SEARCH, (request, f"{number} {student} {requester}"))


def _refresh_requests(change: Change, column: str, value: int) -> None:
    for (request,) in change.execute(
        f"select id from request where {column} = ?",
        (value,),
    ):
        index_request(change, request)


def _student_row(student: Student) -> Row:
    return (
        student.id,
        student.given,
        student.middle,
        student.family,
        student.preferred,
        student.name_while_attending,
        msgspec.json.encode(student.other_names).decode(),
        student.born_on and student.born_on.isoformat(),
        student.grade,
        student.school_name,
        student.local_number,
        student.enrollment,
        student.postsecondary,
        student.special_education,
        student.home_language,
        student.roster_key or None,
        sorted_as(student),
    )


def _party_row(party: Party) -> Row:
    return (
        party.id,
        party.name,
        party.organization,
        msgspec.json.encode(party.address).decode(),
        party.phone,
        party.email,
        party.language,
        party.roster_key or None,
        fold(party.name or party.organization),
    )
