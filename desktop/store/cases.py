"""Reading one whole case, its history and its letters."""

from __future__ import annotations

from datetime import date, datetime, time

import msgspec

from desktop.records.appointment import Appointment, AppointmentState, Companion, Company
from desktop.records.case import (
    Case,
    Fee,
    Note,
    Source,
    SourceState,
)
from desktop.records.chasing import Asking, Whom
from desktop.records.ids import LetterId, RequestId, StudentId
from desktop.records.logged import Extension, Lateness, Request
from desktop.records.party import Relationship
from desktop.records.request import Access, Channel, EventKind, Outcome, Right, Status, Waiting
from desktop.records.steps import Step, StepState
from desktop.store import (
    approvals,
    care,
    clocks_json,
    consents,
    journal,
    letters,
    packed,
    release,
    students,
)
from desktop.store.store import Row, Store

_REQUEST = (
    'id, number, "right", access, student_id, requester_id, relationship, channel, received_on,'
    " requested_on, entered_at, taken_by, words, record_kinds, language, interpreter,"
    " special_education, events, owner_id, status, waiting_for, outcome, closed_on, linked_to,"
    " due_on, work_by, driving_rule, reply_address, extension, clocks, dates_met,"
    " late_reason, late_words"
)
_YEAR_DIGITS = 4


def case(store: Store, request_id: RequestId) -> Case:
    """Everything about one request; ``KeyError`` when there is none with that id."""
    rows = store.rows(
        f"select {_REQUEST} from request join dates on request_id = id where id = ?", (request_id,)
    )
    if not rows:
        raise KeyError(request_id)
    request, reply_address, clocks = _request(rows[0]), rows[0][27], rows[0][29]
    return Case(
        request=request,
        student=students.student(store, request.student),
        requester=students.party(store, request.requester),
        orders=tuple(students.orders(store, request.student)),
        clocks=clocks_json.decode(packed.unpack(clocks)),
        steps=_steps(store, request_id),
        sources=_sources(store, request_id),
        appointments=_appointments(store, request_id),
        fee=_fee(store, request_id),
        letters=letters.letters_of(store, request_id),
        notes=_notes(store, request_id),
        reply_address=reply_address,
        related=_related(store, request),
        details=_details(store, request_id),
        items=release.items(store, request_id),
        approvals=approvals.approvals(store, request_id),
        care=care.care(store, request.student, request.requester),
        on_file=tuple(students.guardians(store, request.student)),
        consents=tuple(consents.consents_of(store, request.student)),
    )


def requests_of(store: Store, student: StudentId) -> list[RequestId]:
    """All requests about one student, newest first."""
    sql = "select id from request where student_id = ? order by received_on desc, id desc"
    return [row[0] for row in store.rows(sql, (student,))]


def middle_of_group(store: Store, request: RequestId) -> RequestId:
    """The request that all of a group are linked to; ``request`` itself where it has no group."""
    middle = case(store, request).request.linked_to
    return request if middle is None else middle


def linked_to(store: Store, middle: RequestId) -> list[RequestId]:
    """The requests linked to ``middle``, without entries that were put together with it."""
    sql = (
        "select id from request where linked_to = ? and coalesce(outcome, '') <> 'merged'"
        " order by id"
    )
    return [row[0] for row in store.rows(sql, (middle,))]


def merged_into(store: Store, request: RequestId) -> list[RequestId]:
    """The entries that were put together with ``request`` and still are."""
    sql = "select id from request where linked_to = ? and outcome = 'merged' order by id"
    return [row[0] for row in store.rows(sql, (request,))]


def request_by_number(store: Store, number: str) -> RequestId | None:
    """The request with this number, "2026-0143" or "20260143" as a scanner may give it, or None."""
    digits = number.strip().replace("-", "")
    if len(digits) <= _YEAR_DIGITS:
        return None
    dashed = f"{digits[:_YEAR_DIGITS]}-{digits[_YEAR_DIGITS:]}"
    rows = store.rows("select id from request where number = ?", (dashed,))
    return rows[0][0] if rows else None


def history(store: Store, request: RequestId) -> list[journal.Entry]:
    """What happened to one request, oldest first."""
    return journal.entries(store.rows, request)


def letter_pdf(store: Store, letter: LetterId) -> bytes | None:
    """The kept PDF of a finished letter; None while it is a draft."""
    rows = store.rows("select pdf from letter where id = ?", (letter,))
    return rows[0][0] if rows else None


def _related(store: Store, request: Request) -> tuple[RequestId, ...]:
    """Both ways of ``linked_to``, and what is linked to the same request."""
    anchor = request.linked_to or request.id
    rows = store.rows(
        "select id from request where (linked_to = ? or id = ?) and id <> ? order by id",
        (anchor, anchor, request.id),
    )
    return tuple(row[0] for row in rows)


def _request(row: Row) -> Request:
    events = msgspec.json.decode(row[17], type=dict[str, date])
    return Request(
        id=row[0],
        number=row[1],
        right=Right(row[2]),
        access=Access(row[3]),
        student=row[4],
        requester=row[5],
        relationship=Relationship(row[6]),
        channel=Channel(row[7]),
        received_on=date.fromisoformat(row[8]),
        requested_on=_date(row[9]),
        entered_at=datetime.fromisoformat(row[10]),
        taken_by=row[11],
        words=row[12],
        record_kinds=tuple(msgspec.json.decode(row[13])),
        language=row[14],
        interpreter=bool(row[15]),
        special_education=bool(row[16]),
        events={EventKind(kind): on for kind, on in events.items()},
        owner=row[18],
        status=Status(row[19]),
        waiting_for=Waiting(row[20]) if row[20] else None,
        outcome=Outcome(row[21]) if row[21] else None,
        closed_on=_date(row[22]),
        linked_to=row[23],
        due_on=date.fromisoformat(row[24]),
        work_by=date.fromisoformat(row[25]),
        driving_rule=row[26],
        dates_met=bool(row[30]),
        extension=msgspec.json.decode(row[28], type=Extension) if row[28] else None,
        lateness=Lateness(reason=row[31], words=row[32]) if row[31] else None,
    )


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _steps(store: Store, request: RequestId) -> tuple[Step, ...]:
    rows = store.rows(
        "select id, code, state, choice, note, done_by, done_on from step"
        " where request_id = ? order by position",
        (request,),
    )
    return tuple(
        Step(
            id=row[0],
            code=row[1],
            state=StepState(row[2]),
            choice=row[3],
            note=row[4],
            done_by=row[5],
            done_on=_date(row[6]),
        )
        for row in rows
    )


def _details(store: Store, request: RequestId) -> dict[str, str]:
    rows = store.rows("select field, value from detail where request_id = ?", (request,))
    return dict(rows)


def _sources(store: Store, request: RequestId) -> tuple[Source, ...]:
    askings = _askings(store, request)
    rows = store.rows(
        "select id, name, keeper, state, asked_on, answered_on, pages, note, overwrites, kept_on,"
        " vendor from source"
        " where request_id = ? order by id",
        (request,),
    )
    return tuple(
        Source(
            id=row[0],
            name=row[1],
            keeper=row[2],
            state=SourceState(row[3]),
            asked_on=_date(row[4]),
            answered_on=_date(row[5]),
            pages=row[6],
            note=row[7],
            overwrites=bool(row[8]),
            kept_on=_date(row[9]),
            vendor=bool(row[10]),
            askings=tuple(askings.get(row[0], ())),
        )
        for row in rows
    )


def _askings(store: Store, request: RequestId) -> dict[int, list[Asking]]:
    """Each time somebody was asked, oldest first, by the place."""
    rows = store.rows(
        "select source_id, whom, asked_on, person_id from asking where request_id = ? order by id",
        (request,),
    )
    found: dict[int, list[Asking]] = {}
    for source, whom, on, person in rows:
        asking = Asking(whom=Whom(whom), on=date.fromisoformat(on), by=person)
        found.setdefault(source, []).append(asking)
    return found


def _appointments(store: Store, request: RequestId) -> tuple[Appointment, ...]:
    rows = store.rows(
        "select id, meet_on, meet_at, place, sits_in, interpreter, state, companions,"
        " companion_kinds, companion_words, remains from appointment"
        " where request_id = ? order by meet_on, meet_at, id",
        (request,),
    )
    return tuple(
        Appointment(
            id=row[0],
            meet_on=date.fromisoformat(row[1]),
            meet_at=time.fromisoformat(row[2]),
            place=row[3],
            sits_in=row[4],
            interpreter=bool(row[5]),
            state=AppointmentState(row[6]),
            company=Company(
                count=row[7],
                kinds=tuple(msgspec.json.decode(row[8], type=list[Companion])),
                words=row[9],
            ),
            remains=row[10],
        )
        for row in rows
    )


def _fee(store: Store, request: RequestId) -> Fee | None:
    rows = store.rows(
        "select pages, cents_a_page, postage_cents, waived, waiver_reason from fee"
        " where request_id = ?",
        (request,),
    )
    if not rows:
        return None
    pages, cents, postage, waived, reason = rows[0]
    return Fee(
        pages=pages,
        cents_a_page=cents,
        postage_cents=postage,
        waived=bool(waived),
        waiver_reason=reason,
    )


def _notes(store: Store, request: RequestId) -> tuple[Note, ...]:
    rows = store.rows(
        "select id, text, person_id, written_at from note where request_id = ? order by id",
        (request,),
    )
    return tuple(
        Note(id=row[0], text=row[1], person=row[2], written_at=datetime.fromisoformat(row[3]))
        for row in rows
    )
