"""Opt-outs: noted, rescinded, taken back where they were noted by mistake, and listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.records.ids import OptOutId, RequestId, StudentId
from desktop.records.opt_out import OptOut
from desktop.records.opt_out_window import OptOutWindow
from desktop.records.scope import Scope
from desktop.records.student import Enrollment, listed_name
from desktop.store.matching import match_of
from desktop.store.store import Change, Row, Store, in_order, places_for

_OPT_OUT = "o.id, o.student_id, o.request_id, o.scope, o.kinds, o.received_on, o.rescinded_on"


def save_opt_out(change: Change, one: OptOut) -> None:
    """Write an opt-out, new or changed."""
    change.execute(
        "insert into opt_out (id, student_id, request_id, scope, kinds, received_on, rescinded_on)"
        " values (?, ?, ?, ?, ?, ?, ?)"
        " on conflict (id) do update set kinds = excluded.kinds,"
        " received_on = excluded.received_on, rescinded_on = excluded.rescinded_on",
        (
            one.id,
            one.student,
            one.request,
            one.scope,
            " ".join(one.kinds),
            one.received_on.isoformat(),
            one.rescinded_on and one.rescinded_on.isoformat(),
        ),
    )


def drop_opt_out(change: Change, opt_out: OptOutId) -> None:
    """Take back an opt-out that a step noted and somebody unticked; the history keeps both."""
    change.execute("delete from opt_out where id = ?", (opt_out,))


def opt_outs_of(store: Store, student: StudentId) -> list[OptOut]:
    """Every opt-out of one student, those in force first, then the newest."""
    rows = store.rows(
        f"select {_OPT_OUT} from opt_out o where o.student_id = ?"
        " order by o.rescinded_on is not null, o.received_on desc, o.id desc",
        (student,),
    )
    return [_opt_out(row) for row in rows]


def by_student(store: Store) -> Mapping[StudentId, tuple[OptOut, ...]]:
    """Every opt-out, those taken back as well, by student."""
    found: dict[StudentId, tuple[OptOut, ...]] = {}
    for row in store.rows(f"select {_OPT_OUT} from opt_out o"):
        one = _opt_out(row)
        found[one.student] = (*found.get(one.student, ()), one)
    return found


def windows(store: Store) -> list[OptOutWindow]:
    """The times the yearly notices gave, the newest first."""
    rows = store.rows(
        "select noticed_on, calendar_days, takes_late from opt_out_window order by school_year desc"
    )
    return [
        OptOutWindow(
            noticed_on=date.fromisoformat(row[0]), calendar_days=row[1], takes_late=bool(row[2])
        )
        for row in rows
    ]


def save_window(change: Change, window: OptOutWindow) -> None:
    """Write the time of a school year, new or changed."""
    change.execute(
        "insert into opt_out_window (school_year, noticed_on, calendar_days, takes_late)"
        " values (?, ?, ?, ?) on conflict (school_year) do update set"
        " noticed_on = excluded.noticed_on, calendar_days = excluded.calendar_days,"
        " takes_late = excluded.takes_late",
        (window.year, window.noticed_on.isoformat(), window.calendar_days, window.takes_late),
    )


def opt_out_of_request(store: Store, request: RequestId, scope: Scope) -> OptOut | None:
    """What one request noted in one scope, or None."""
    rows = store.rows(
        f"select {_OPT_OUT} from opt_out o where o.request_id = ? and o.scope = ?",
        (request, scope),
    )
    return _opt_out(rows[0]) if rows else None


def opt_out(store: Store, one: OptOutId) -> OptOut:
    """One opt-out; ``KeyError`` when there is none with that id."""
    rows = store.rows(f"select {_OPT_OUT} from opt_out o where o.id = ?", (one,))
    if not rows:
        raise KeyError(one)
    return _opt_out(rows[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class OptOutRow:
    """One line of the list of opt-outs."""

    opt_out: OptOut
    name: str
    local_number: str
    grade: str
    enrollment: Enrollment
    number: str

    @property
    def id(self) -> OptOutId:
        """The opt-out's id."""
        return self.opt_out.id


def opt_out_ids(store: Store, text: str = "") -> list[OptOutId]:
    """The opt-outs whose student fits ``text``: those in force first, then by family name."""
    match = match_of(text)
    where = (
        " where o.student_id in (select rowid from student_search where student_search match ?)"
        if match
        else ""
    )
    rows = store.rows(
        f"select o.id from opt_out o join student s on s.id = o.student_id{where}"
        " order by o.rescinded_on is not null, s.sorted_as, o.scope, o.id",
        (match,) if match else (),
    )
    return [row[0] for row in rows]


def opt_out_rows(store: Store, ids: Sequence[OptOutId]) -> list[OptOutRow]:
    """The lines for ``ids``, in the same order."""
    rows = store.rows(
        f"select {_OPT_OUT}, s.family, s.given, s.middle, s.local_number, s.grade, s.enrollment,"
        " coalesce(r.number, '') from opt_out o join student s on s.id = o.student_id"
        f" left join request r on r.id = o.request_id where o.id in ({places_for(ids)})",
        ids,
    )
    return in_order(ids, [_row(row) for row in rows])


def _row(row: Row) -> OptOutRow:
    return OptOutRow(
        opt_out=_opt_out(row[:7]),
        name=listed_name(row[7], row[8], row[9]),
        local_number=row[10],
        grade=row[11],
        enrollment=Enrollment(row[12]),
        number=row[13],
    )


def _opt_out(row: Row) -> OptOut:
    return OptOut(
        id=row[0],
        student=row[1],
        request=row[2],
        scope=Scope(row[3]),
        kinds=tuple(row[4].split()),
        received_on=date.fromisoformat(row[5]),
        rescinded_on=row[6] and date.fromisoformat(row[6]),
    )
