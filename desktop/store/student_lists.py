"""Lists of many students: who may be on one, and what is kept of each that went out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from desktop.records.confidential import kept_from
from desktop.records.ids import ListId, RequestId, StudentId
from desktop.records.names import fold
from desktop.records.student import Enrollment
from desktop.records.student_list import ListAsked, Listed, Removed, StudentList, grade_order
from desktop.store import opt_outs, students
from desktop.store.store import Change, Row, Store, in_order, places_for

_LIST = (
    "l.id, l.request_id, l.purpose, l.receiver, l.interest, l.grades, l.former, l.count,"
    " l.removed, l.sha256, l.made_on, l.made_at, l.made_by"
)


def grades(store: Store) -> list[str]:
    """The grades the students on file are in, kindergarten first."""
    rows = store.rows("select distinct grade from student where grade <> ''")
    return sorted((row[0] for row in rows), key=grade_order)


def students_in(store: Store, grades: Sequence[str], *, former: bool, today: date) -> list[Listed]:
    """The students of these grades who are here, or all of them with former ones."""
    kinds = [Enrollment.ENROLLED, *([Enrollment.FORMER] if former else [])]
    rows = store.rows(
        "select s.id, trim(s.local_number), s.special_education, trim(s.local_number) in"
        " (select trim(local_number) from student group by 1 having count(*) > 1) from student s"
        f" where s.grade in ({places_for(range(len(grades)))})"
        f" and s.enrollment in ({places_for(range(len(kinds)))})",
        (*grades, *kinds),
    )
    noes, kept = opt_outs.by_student(store), _addresses_kept(store, today)
    return [
        Listed(
            id=row[0],
            local_number=row[1],
            special_education=bool(row[2]),
            address_kept=row[0] in kept,
            number_shared=bool(row[3]),
            opt_outs=noes.get(row[0], ()),
        )
        for row in rows
    ]


def _addresses_kept(store: Store, today: date) -> frozenset[StudentId]:
    """The students with a paper that keeps an address from somebody."""
    noted = students.with_orders(store)
    return frozenset(one for one in noted if kept_from(students.orders(store, one), today))


def save_list(change: Change, made: StudentList) -> None:
    """Keep what went out; the table refuses to change it afterwards."""
    asked = made.asked
    change.execute(
        "insert into student_list (id, request_id, purpose, receiver, interest, grades, former,"
        " count, removed, sha256, made_on, made_at, made_by)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made.id,
            asked.request,
            asked.purpose,
            asked.receiver,
            asked.interest,
            msgspec.json.encode(asked.grades).decode(),
            asked.former,
            made.count,
            msgspec.json.encode(made.removed).decode(),
            made.sha256,
            made.made_on.isoformat(),
            made.made_at.isoformat(timespec="seconds"),
            made.made_by,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ListRow:
    """One line of the register of lists. ``number`` is the request's, empty without one."""

    made: StudentList
    number: str

    @property
    def id(self) -> ListId:
        """The list's id."""
        return self.made.id


def list_ids(store: Store, text: str = "") -> list[ListId]:
    """Lists whose receiver has every word of ``text``, or whose hash begins so; newest first."""
    rows = store.rows(
        "select id, receiver, sha256 from student_list order by made_on desc, id desc"
    )
    words = fold(text).split()
    return [row[0] for row in rows if _fits(words, row[1], row[2])]


def _fits(words: Sequence[str], receiver: str, sha256: str) -> bool:
    names = fold(receiver).split()
    return all(
        sha256.startswith(word) or any(name.startswith(word) for name in names) for word in words
    )


def list_rows(store: Store, ids: Sequence[ListId]) -> list[ListRow]:
    """The lines for ``ids``, in the same order."""
    rows = store.rows(
        f"select {_LIST}, coalesce(r.number, '') from student_list l"
        f" left join request r on r.id = l.request_id where l.id in ({places_for(ids)})",
        ids,
    )
    return in_order(ids, [ListRow(made=_list(row[:13]), number=row[13]) for row in rows])


def lists_of(store: Store, request: RequestId) -> list[StudentList]:
    """The lists made for one request, the oldest first."""
    rows = store.rows(
        f"select {_LIST} from student_list l where l.request_id = ? order by l.id", (request,)
    )
    return [_list(row) for row in rows]


def student_list(store: Store, one: ListId) -> StudentList:
    """One list; ``KeyError`` when there is none with that id."""
    rows = store.rows(f"select {_LIST} from student_list l where l.id = ?", (one,))
    if not rows:
        raise KeyError(one)
    return _list(rows[0])


def _list(row: Row) -> StudentList:
    asked = ListAsked(
        request=row[1],
        purpose=row[2],
        receiver=row[3],
        interest=row[4],
        grades=msgspec.json.decode(row[5], type=tuple[str, ...]),
        former=bool(row[6]),
    )
    return StudentList(
        id=row[0],
        asked=asked,
        count=row[7],
        removed=msgspec.json.decode(row[8], type=dict[Removed, int]),
        sha256=row[9],
        made_on=date.fromisoformat(row[10]),
        made_at=datetime.fromisoformat(row[11]),
        made_by=row[12],
    )
