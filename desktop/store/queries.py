"""The read side for lists: frozen rows made for one screen, ids first, then blocks of rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

import msgspec

from desktop.records.ids import PartyId, PersonId, RequestId, StudentId
from desktop.records.paper import Paper
from desktop.records.party import Relationship
from desktop.records.person import Person, Role
from desktop.records.place import Place
from desktop.records.request import Outcome, Right, Status
from desktop.records.school import Address, School
from desktop.store.papers import Papers, papers_in, papers_text
from desktop.store.store import Store, in_order, places_for

SEARCH_ROWS = 500  # more hits than this are not read by anyone; the next letter narrows them
SHORTEST_WORD = 3
"""Letters of a word before what was written is searched for it."""
QUEUE_ROWS = 2_000  # a list of the queue shows this many; the search finds the others


class QueueFilter(StrEnum):
    """The lists behind the queue's filter buttons."""

    OPEN = "open"
    MINE = "mine"
    DUE_THIS_WEEK = "due_this_week"
    OVERDUE = "overdue"
    WAITING = "waiting"
    PRINCIPAL = "principal"
    CLOSED = "closed"


class QueueSort(StrEnum):
    """What the queue can be sorted by."""

    DUE = "due"
    NUMBER = "number"
    STUDENT = "student"
    REQUESTER = "requester"
    OWNER = "owner"
    RIGHT = "right"


class QueueRow(msgspec.Struct, frozen=True, array_like=True):
    """One line of the queue. Its fields are the columns ``queue_rows`` asks for, in that order."""

    id: RequestId
    number: str
    right: Right
    student: str
    requester: str
    relationship: Relationship
    next_step: str
    owner: str
    received_on: date
    due_on: date
    work_by: date
    status: Status
    waiting_for: str
    outcome: Outcome | None
    closed_on: date | None
    papers: str | None
    born_on: date | None
    asks_principal: bool
    dates_met: bool

    def limits(self, today: date) -> Papers | None:
        """What the papers limit; None without one."""
        return papers_in(self.papers, today)


_WHERE = {
    QueueFilter.OPEN: "r.closed_on is null",
    QueueFilter.MINE: "r.closed_on is null and r.owner_id = :person",
    QueueFilter.DUE_THIS_WEEK: (
        "r.closed_on is null and r.dates_met = 0 and r.work_by <= :week_end and r.due_on >= :today"
    ),
    # The work-by date is never later than the legal one; saying so lets the index find them.
    QueueFilter.OVERDUE: (
        "r.closed_on is null and r.dates_met = 0 and r.work_by < :today and r.due_on < :today"
    ),
    QueueFilter.WAITING: "r.closed_on is null and r.status = 'waiting'",
    QueueFilter.PRINCIPAL: (
        "r.closed_on is null and r.id in (select request_id from approval where decision = '')"
    ),
    QueueFilter.CLOSED: "r.closed_on is not null",
}
_ORDER = {
    QueueSort.DUE: "r.dates_met {way}, r.work_by {way}, r.due_on {way}, r.id {way}",
    # As numbers: 2026-10000 comes after 2026-9999.
    QueueSort.NUMBER: ("substr(r.number, 1, 4) {way}, length(r.number) {way}, r.number {way}"),
    QueueSort.STUDENT: "s.sorted_as {way}, r.dates_met, r.work_by, r.id",
    QueueSort.REQUESTER: "p.sorted_as {way}, r.dates_met, r.work_by, r.id",
    QueueSort.OWNER: "o.initials {way}, r.dates_met, r.work_by, r.id",
    QueueSort.RIGHT: 'r."right" {way}, r.dates_met, r.work_by, r.id',
}
_CLOSED_ORDER = "r.closed_on {way}, r.id {way}"
_JOINS = {
    QueueSort.STUDENT: " join student s on s.id = r.student_id",
    QueueSort.REQUESTER: " join party p on p.id = r.requester_id",
    QueueSort.OWNER: " left join person o on o.id = r.owner_id",
}


def queue_ids(
    store: Store,
    shown: QueueFilter,
    *,
    person: PersonId,
    today: date,
    sort: QueueSort = QueueSort.DUE,
    descending: bool = False,
) -> list[RequestId]:
    """The first ``QUEUE_ROWS`` requests of one filter; by default the ones due first come first.

    Of the closed ones it is the last closed, by default the newest closing first.
    """
    source, order = "request", _order(sort, descending=descending)
    if shown is QueueFilter.CLOSED:
        source = (
            "(select * from request where closed_on is not null"
            f" order by closed_on desc, id desc limit {QUEUE_ROWS})"
        )
        if sort is QueueSort.DUE:
            order = _CLOSED_ORDER.format(way="asc" if descending else "desc")
    sql = (
        f"select r.id from {source} r{_JOINS.get(sort, '')} where {_WHERE[shown]}"
        f" order by {order} limit {QUEUE_ROWS}"
    )
    return _ids(store, sql, _moment(person, today))


def _order(sort: QueueSort, *, descending: bool) -> str:
    return _ORDER[sort].format(way="desc" if descending else "asc")


def _ids(store: Store, sql: str, values: Sequence[object] | dict[str, object]) -> list[RequestId]:
    """The ids that ``sql`` selects, in its order.

    They come as one text: a row for each would take longer than finding them.
    """
    joined = f"select json_group_array(id) from ({sql}) as found"
    return msgspec.json.decode(store.rows(joined, values)[0][0], type=list[RequestId])


def open_counts(store: Store, *, person: PersonId, today: date) -> dict[QueueFilter, int]:
    """How many requests stand behind each open filter."""
    shown = [one for one in QueueFilter if one is not QueueFilter.CLOSED]
    counts = ", ".join(f"(select count(*) from request r where {_WHERE[one]})" for one in shown)
    row = store.rows(f"select {counts}", _moment(person, today))[0]
    return dict(zip(shown, row, strict=True))


def closed_count(store: Store) -> int:
    """How many requests are closed; slower than ``open_counts``, so ask it rarely."""
    count: int = store.rows("select count(*) from request where closed_on is not null")[0][0]
    return count


def _moment(person: PersonId, today: date) -> dict[str, object]:
    week_end = today + timedelta(days=6 - today.weekday())  # Sunday of the running week
    return {"person": person, "today": today.isoformat(), "week_end": week_end.isoformat()}


def search_ids(
    store: Store, text: str, *, sort: QueueSort = QueueSort.DUE, descending: bool = False
) -> list[RequestId]:
    """Requests whose number, student or requester fits ``text``; open ones first, then in order.

    Every word must begin a word of the entry, in any spelling; at most ``SEARCH_ROWS`` hits.
    """
    return _found(store, "request_search", text, (sort, descending), SEARCH_ROWS)


def words_ids(
    store: Store,
    text: str,
    *,
    sort: QueueSort = QueueSort.DUE,
    descending: bool = False,
    most: int = SEARCH_ROWS,
) -> list[RequestId]:
    """Requests found by what was written: the family's words, a telephone number, a letter.

    In the order of ``search_ids``, the newest ``most``; short words begin too many others and find
    none.
    """
    from desktop.records.names import fold  # noqa: PLC0415  # a list needs none

    if max(map(len, fold(text).split()), default=0) < SHORTEST_WORD:
        return []
    return _found(store, "words_search", text, (sort, descending), most)


class Hits(NamedTuple):
    """What a search found: those that are named so first, and behind them ``told`` others."""

    ids: list[RequestId]
    told: int


def hits(
    store: Store, text: str, *, sort: QueueSort = QueueSort.DUE, descending: bool = False
) -> Hits:
    """Everything ``text`` finds, ``SEARCH_ROWS`` at most: by name or number, then by words."""
    named = search_ids(store, text, sort=sort, descending=descending)
    room = SEARCH_ROWS - len(named)
    if room <= 0:
        return Hits(named, 0)
    known = set(named)
    written = words_ids(store, text, sort=sort, descending=descending, most=room)
    told = [one for one in written if one not in known]
    return Hits([*named, *told], len(told))


def _found(
    store: Store, index: str, text: str, order: tuple[QueueSort, bool], most: int
) -> list[RequestId]:
    from desktop.store.matching import match_of  # noqa: PLC0415  # a list needs none

    match, (sort, descending) = match_of(text), order
    if not match:
        return []
    sql = (
        f"select r.id from request r{_JOINS.get(sort, '')} where r.id in ("
        f" select rowid from {index} where {index} match ? order by rowid desc limit ?)"
        f" order by r.closed_on is not null, {_order(sort, descending=descending)}"
    )
    return _ids(store, sql, (match, most))


def queue_rows(store: Store, ids: Sequence[RequestId]) -> list[QueueRow]:
    """The lines for ``ids``, in the same order.

    They come as one text, as ids do, and read leniently: the store has 0 and 1 for no and yes.
    """
    rows = store.rows(
        f"select json_group_array(json_array({_LINE})) from request r"
        " join student s on s.id = r.student_id join party p on p.id = r.requester_id"
        f" left join person o on o.id = r.owner_id where r.id in ({places_for(ids)})",
        ids,
    )
    return in_order(ids, msgspec.json.decode(rows[0][0], type=list[QueueRow], strict=False))


_LINE = (
    'r.id, r.number, r."right",'
    " s.family || case when s.family <> '' and s.given || s.middle <> '' then ', ' else '' end"
    "  || trim(s.given || ' ' || s.middle),"
    " coalesce(nullif(p.name, ''), p.organization), r.relationship, r.next_step,"
    " coalesce(o.initials, ''), r.received_on, r.due_on, r.work_by, r.status, r.waiting_for,"
    " r.outcome, r.closed_on,"
    f" {papers_text('r.student_id', 'r.requester_id')}, s.born_on,"
    " exists (select 1 from approval a where a.request_id = r.id and a.decision = ''),"
    " r.dates_met"
)


class Owned(msgspec.Struct, frozen=True, array_like=True):
    """Who has an open request, and whom it is about."""

    id: RequestId
    student: StudentId
    owner: PersonId | None


def students_of(store: Store, ids: Sequence[RequestId]) -> dict[RequestId, StudentId]:
    """Whom each of the requests of ``ids`` is about, open or closed."""
    sql = f"select id, student_id from request where id in ({places_for(ids)})"
    return dict(store.rows(sql, ids))


def owned(store: Store, ids: Sequence[RequestId]) -> list[Owned]:
    """Who has which of the requests of ``ids`` that are open, in the same order."""
    rows = store.rows(
        "select id, student_id, owner_id from request"
        f" where closed_on is null and id in ({places_for(ids)})",
        ids,
    )
    return in_order(ids, msgspec.convert(rows, list[Owned]))


def school(store: Store) -> School | None:
    """The school's page, or None before set-up."""
    rows = store.rows(
        "select name, district, address, phone, email, principal, records_contact,"
        " records_contact_title, state, office_days, office_hours, promise_calendar_days,"
        " cents_a_page, complaint_line, logo, paper from school"
    )
    if not rows:
        return None
    row = rows[0]
    return School(
        name=row[0],
        district=row[1],
        address=msgspec.json.decode(row[2], type=Address),
        phone=row[3],
        email=row[4],
        principal=row[5],
        records_contact=row[6],
        records_contact_title=row[7],
        state=row[8],
        office_days=frozenset(int(day) for day in row[9]),
        office_hours=row[10],
        promise_calendar_days=row[11],
        cents_a_page=row[12],
        complaint_line=row[13],
        logo=row[14],
        paper=msgspec.json.decode(row[15], type=Paper),
    )


def signature(store: Store, person: PersonId) -> bytes:
    """The picture of a person's signature, PNG or JPEG; empty where they have given none."""
    rows = store.rows("select picture from signature where person_id = ?", (person,))
    return bytes(rows[0][0]) if rows else b""


def signature_of(store: Store, name: str) -> bytes:
    """The signature of the one who works here under ``name``; of nobody where two share it."""
    rows = store.rows(
        "select s.picture from person p left join signature s on s.person_id = p.id"
        " where p.active = 1 and p.name = ?",
        (name,),
    )
    return bytes(rows[0][0] or b"") if len(rows) == 1 else b""


def people(store: Store) -> list[Person]:
    """All staff, active ones first, by name."""
    rows = store.rows(
        "select id, name, initials, role, active from person order by active desc, name"
    )
    return [
        Person(id=row[0], name=row[1], initials=row[2], role=Role(row[3]), active=bool(row[4]))
        for row in rows
    ]


def places(store: Store) -> list[Place]:
    """The office's list of places records live, in order."""
    rows = store.rows(
        "select id, name, keeper, overwrites, vendor from place where active = 1 order by position"
    )
    return [
        Place(
            id=row[0],
            name=row[1],
            keeper=row[2],
            overwrites=bool(row[3]),
            vendor=bool(row[4]),
        )
        for row in rows
    ]


def open_ids(store: Store) -> list[RequestId]:
    """Every open request, for dates that must be worked out again."""
    return [row[0] for row in store.rows("select id from request where closed_on is null")]


def open_of(store: Store, requester: PartyId) -> list[RequestId]:
    """The open requests of one person or body, oldest first."""
    sql = "select id from request where requester_id = ? and closed_on is null order by id"
    return [row[0] for row in store.rows(sql, (requester,))]


def ever_logged(store: Store) -> int:
    """How many requests were ever logged, with those that were destroyed since."""
    return int(store.rows("select count(*) from event where kind = 'request.logged'")[0][0])


def made_at(store: Store) -> datetime | None:
    """The moment the records file was made: its first journal entry."""
    rows = store.rows("select at from event where seq = 1")
    return datetime.fromisoformat(rows[0][0]) if rows else None
