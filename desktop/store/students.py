"""The read side for students and the parties around them, with the forgiving type-ahead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from desktop.records.family import FAMILY_TIES
from desktop.records.ids import PartyId, StudentId
from desktop.records.names import fold
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Guardian, Party, Relationship
from desktop.records.school import Address
from desktop.records.student import Enrollment, Student
from desktop.store.papers import Papers, papers_in, papers_text
from desktop.store.store import Row, Store, in_order, places_for

if TYPE_CHECKING:
    from collections.abc import Sequence

_STUDENT = (
    "s.id, s.given, s.middle, s.family, s.preferred, s.name_while_attending, s.other_names,"
    " s.born_on, s.grade, s.school_name, s.local_number, s.enrollment, s.postsecondary,"
    " s.special_education, s.home_language, s.roster_key"
)
_PARTY = "p.id, p.name, p.organization, p.address, p.phone, p.email, p.language, p.roster_key"


def student(store: Store, student_id: StudentId) -> Student:
    """One student; ``KeyError`` when there is none with that id."""
    rows = store.rows(f"select {_STUDENT} from student s where s.id = ?", (student_id,))
    if not rows:
        raise KeyError(student_id)
    return _student(rows[0])


def party(store: Store, party_id: PartyId) -> Party:
    """One party; ``KeyError`` when there is none with that id."""
    rows = store.rows(f"select {_PARTY} from party p where p.id = ?", (party_id,))
    if not rows:
        raise KeyError(party_id)
    return _party(rows[0])


def parties(store: Store, ids: Sequence[PartyId]) -> list[Party]:
    """The parties with ``ids``, in the same order."""
    rows = store.rows(f"select {_PARTY} from party p where p.id in ({places_for(ids)})", ids)
    return in_order(ids, [_party(row) for row in rows])


def guardians(store: Store, student_id: StudentId) -> list[Guardian]:
    """The parties on file for a student, parents first."""
    rows = store.rows(
        f"select g.relationship, {_PARTY} from guardian g join party p on p.id = g.party_id"
        " where g.student_id = ?"
        " order by case g.relationship when 'mother' then 0 when 'father' then 0"
        " when 'parent' then 0 when 'guardian' then 1 else 2 end, p.name",
        (student_id,),
    )
    return [
        Guardian(student=student_id, party=_party(row[1:]), relationship=Relationship(row[0]))
        for row in rows
    ]


def students_of(store: Store, party_id: PartyId) -> list[Student]:
    """The students a party is on file for, by family name."""
    rows = store.rows(
        f"select {_STUDENT} from student s join guardian g on g.student_id = s.id"
        " where g.party_id = ? order by s.sorted_as, s.id",
        (party_id,),
    )
    return [_student(row) for row in rows]


def family_of(store: Store, student_id: StudentId) -> list[Student]:
    """The student and those who share a parent, or whoever stands in, by name.

    Only one step: whose other parent has further children is another family.
    """
    ties = tuple(sorted(FAMILY_TIES))
    places = ", ".join("?" for _ in ties)
    rows = store.rows(
        f"select {_STUDENT} from student s where s.id = ? or s.id in ("
        "select other.student_id from guardian own join guardian other"
        " on other.party_id = own.party_id"
        f" where own.student_id = ? and own.relationship in ({places})"
        f" and other.relationship in ({places})) order by s.sorted_as, s.id",
        (student_id, student_id, *ties, *ties),
    )
    return [_student(row) for row in rows]


def same_name(store: Store, student: Student) -> list[Student]:
    """Other students whose name differs in accents, capitals and punctuation at most."""
    rows = store.rows(
        f"select {_STUDENT} from student s where s.sorted_as = ? and s.id <> ? order by s.id",
        (sorted_as(student), student.id),
    )
    return [_student(row) for row in rows]


def sorted_as(student: Student) -> str:
    """The key by which students are listed: family name first, folded."""
    return fold(f"{student.family} {student.given} {student.middle}")


def orders(store: Store, student_id: StudentId) -> list[Order]:
    """The papers on file for a student, newest first, ended ones too."""
    rows = store.rows(
        "select id, student_id, kind, court, dated_on, until_on, limited_party_id, limits,"
        " passage, read_by, ended_on from court_order where student_id = ? order by id desc",
        (student_id,),
    )
    return [
        Order(
            id=row[0],
            student=row[1],
            kind=OrderKind(row[2]),
            court=row[3],
            dated_on=row[4] and date.fromisoformat(row[4]),
            until_on=row[5] and date.fromisoformat(row[5]),
            limited_party=row[6],
            limits=frozenset(Limit(one) for one in msgspec.json.decode(row[7])),
            passage=row[8],
            read_by=row[9],
            ended_on=row[10] and date.fromisoformat(row[10]),
        )
        for row in rows
    ]


def with_orders(store: Store) -> list[StudentId]:
    """The students about whom a paper was noted, ended or not."""
    return [row[0] for row in store.rows("select distinct student_id from court_order")]


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentRow:
    """One line of the students' list or of a type-ahead.

    ``sorted_as`` is its place among others, by family name.
    """

    id: StudentId
    name: str
    other_names: str
    grade: str
    school_name: str
    local_number: str
    born_on: date | None
    enrollment: Enrollment
    special_education: bool
    papers: str
    open_requests: int
    sorted_as: str

    def limits(self, today: date) -> Papers | None:
        """What the papers limit; None without one."""
        return papers_in(self.papers, today)


def student_ids(store: Store) -> list[StudentId]:
    """Every student, by family name."""
    return [row[0] for row in store.rows("select id from student order by sorted_as, id")]


def student_rows(store: Store, ids: Sequence[StudentId]) -> list[StudentRow]:
    """The lines for ``ids``, in the same order."""
    rows = store.rows(
        f"select {_STUDENT},"
        f" {papers_text('s.id', 'null')},"
        " (select count(*) from request r where r.student_id = s.id and r.closed_on is null)"
        f" from student s where s.id in ({places_for(ids)})",
        ids,
    )
    return in_order(ids, [_row(row) for row in rows])


def _row(row: Row) -> StudentRow:
    one = _student(row[:16])
    others = (one.preferred, one.name_while_attending, *one.other_names)
    return StudentRow(
        id=one.id,
        name=one.listed_name(),
        other_names=", ".join(name for name in others if name),
        grade=one.grade,
        school_name=one.school_name,
        local_number=one.local_number,
        born_on=one.born_on,
        enrollment=one.enrollment,
        special_education=one.special_education,
        papers=row[16] or "",
        open_requests=row[17],
        sorted_as=sorted_as(one),
    )


def all_students(store: Store) -> list[Student]:
    """Every student on file, for comparing with a roster."""
    return [_student(row) for row in store.rows(f"select {_STUDENT} from student s")]


def all_guardians(store: Store) -> list[Guardian]:
    """Every party on file for any student."""
    rows = store.rows(
        f"select g.student_id, g.relationship, {_PARTY}"
        " from guardian g join party p on p.id = g.party_id"
    )
    return [
        Guardian(student=row[0], relationship=Relationship(row[1]), party=_party(row[2:]))
        for row in rows
    ]


def roster_parties(store: Store) -> list[Party]:
    """Every party that came from a roster, on file for somebody now or not."""
    rows = store.rows(f"select {_PARTY} from party p where p.roster_key is not null")
    return [_party(row) for row in rows]


def not_found(store: Store) -> list[Student]:
    """Students no search finds, as after pages of the index were lost."""
    outside = "s.id not in (select rowid from student_search)"
    return [
        _student(row) for row in store.rows(f"select {_STUDENT} from student s where {outside}")
    ]


def parties_not_found(store: Store) -> list[Party]:
    """The same of parties."""
    outside = "p.id not in (select rowid from party_search)"
    return [_party(row) for row in store.rows(f"select {_PARTY} from party p where {outside}")]


def _student(row: Row) -> Student:
    return Student(
        id=row[0],
        given=row[1],
        middle=row[2],
        family=row[3],
        preferred=row[4],
        name_while_attending=row[5],
        other_names=tuple(msgspec.json.decode(row[6])),
        born_on=row[7] and date.fromisoformat(row[7]),
        grade=row[8],
        school_name=row[9],
        local_number=row[10],
        enrollment=Enrollment(row[11]),
        postsecondary=bool(row[12]),
        special_education=bool(row[13]),
        home_language=row[14],
        roster_key=row[15] or "",
    )


def _party(row: Row) -> Party:
    return Party(
        id=row[0],
        name=row[1],
        organization=row[2],
        address=msgspec.json.decode(row[3], type=Address),
        phone=row[4],
        email=row[5],
        language=row[6],
        roster_key=row[7] or "",
    )
