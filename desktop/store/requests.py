"""Writing requests and what belongs to them: steps, places, visits, fees, notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from desktop.records.appointment import Appointment
from desktop.records.case import Fee, Note, Source
from desktop.records.chasing import Asking
from desktop.records.clock import Clocks
from desktop.records.ids import PartyId, PersonId, RequestId, SourceId
from desktop.records.logged import Lateness, Request
from desktop.records.party import Relationship
from desktop.records.request import Access, Outcome, Status, Waiting
from desktop.records.steps import Step, next_step
from desktop.store import clocks_json, packed
from desktop.store.families import index_request
from desktop.store.request_words import index_words
from desktop.store.store import Change


def take_number(change: Change, year: int) -> str:
    """The next request number of ``year``, "2026-0143"; a rolled-back change gives it back."""
    ((latest,),) = change.execute(
        "insert into request_number (year, latest) values (?, 1)"
        " on conflict (year) do update set latest = request_number.latest + 1 returning latest",
        (year,),
    )
    return f"{year}-{latest:04d}"


def add_request(
    change: Change, request: Request, *, clocks: Clocks, steps: Sequence[Step], reply_address: str
) -> None:
    """Enter a request with its dates and its checklist."""
    values = {
        "id": request.id,
        "number": request.number,
        "right": request.right,
        "access": request.access,
        "student_id": request.student,
        "requester_id": request.requester,
        "relationship": request.relationship,
        "channel": request.channel,
        "received_on": request.received_on.isoformat(),
        "requested_on": request.requested_on and request.requested_on.isoformat(),
        "entered_at": request.entered_at.isoformat(timespec="seconds"),
        "taken_by": request.taken_by,
        "words": request.words,
        "record_kinds": msgspec.json.encode(request.record_kinds).decode(),
        "language": request.language,
        "interpreter": request.interpreter,
        "special_education": request.special_education,
        "events": msgspec.json.encode(dict(request.events)).decode(),
        "reply_address": reply_address,
        "owner_id": request.owner,
        "status": request.status,
        "waiting_for": request.waiting_for or "",
        "outcome": request.outcome,
        "closed_on": request.closed_on and request.closed_on.isoformat(),
        "linked_to": request.linked_to,
        "due_on": request.due_on.isoformat(),
        "work_by": request.work_by.isoformat(),
        "driving_rule": request.driving_rule,
        "dates_met": request.dates_met,
        "next_step": "",
    }
    columns = ", ".join(f'"{name}"' for name in values)
    places = ", ".join(f":{name}" for name in values)
    change.execute(
        f"insert into request ({columns}) values ({places})",
        values,
    )
    _save_clocks(change, request.id, clocks)
    for position, step in enumerate(steps):
        _add_step(change, request.id, step, position)
    show_next_step(change, request.id, steps)
    index_request(change, request.id)
    index_words(change, request.id)


def set_dates(change: Change, request: Request, clocks: Clocks) -> None:
    """Write the dates again after something they rest on has changed."""
    change.execute(
        "update request set received_on = ?, requested_on = ?, events = ?, special_education = ?,"
        " due_on = ?, work_by = ?, driving_rule = ?, dates_met = ?, extension = ? where id = ?",
        (
            request.received_on.isoformat(),
            request.requested_on and request.requested_on.isoformat(),
            msgspec.json.encode(dict(request.events)).decode(),
            request.special_education,
            request.due_on.isoformat(),
            request.work_by.isoformat(),
            request.driving_rule,
            request.dates_met,
            msgspec.json.encode(request.extension).decode() if request.extension else None,
            request.id,
        ),
    )
    _save_clocks(change, request.id, clocks)


def correct(change: Change, request: Request, *, reply_address: str) -> None:
    """Write what was logged anew; the dates are written by ``set_dates``."""
    change.execute(
        "update request set channel = ?, relationship = ?, language = ?, interpreter = ?,"
        " record_kinds = ?, reply_address = ?, words = ? where id = ?",
        (
            request.channel,
            request.relationship,
            request.language,
            request.interpreter,
            msgspec.json.encode(request.record_kinds).decode(),
            reply_address,
            request.words,
            request.id,
        ),
    )
    index_words(change, request.id)


def _save_clocks(change: Change, request: RequestId, clocks: Clocks) -> None:
    change.execute(
        "insert into dates (request_id, clocks) values (?, ?)"
        " on conflict (request_id) do update set clocks = excluded.clocks",
        (request, packed.pack(clocks_json.encode(clocks))),
    )


def set_lateness(change: Change, request: RequestId, told: Lateness) -> None:
    """Write why the legal date was not kept."""
    change.execute(
        "update request set late_reason = ?, late_words = ? where id = ?",
        (told.reason, told.words, request),
    )


def set_access(change: Change, request: RequestId, access: Access) -> None:
    """Write how access is given."""
    change.execute("update request set access = ? where id = ?", (access, request))


def set_requester(
    change: Change, request: RequestId, requester: PartyId, relationship: Relationship
) -> None:
    """Say who asks now; an address given for the answer was somebody else's and goes."""
    change.execute(
        "update request set requester_id = ?, relationship = ?, reply_address = '' where id = ?",
        (requester, relationship, request),
    )
    index_request(change, request)
    index_words(change, request)


def set_owner(change: Change, request: RequestId, owner: PersonId | None) -> None:
    """Give the request to one person."""
    change.execute("update request set owner_id = ? where id = ?", (owner, request))


def set_status(
    change: Change, request: RequestId, status: Status, waiting_for: Waiting | None = None
) -> None:
    """Open or waiting, and for whom; the legal clock is not touched."""
    change.execute(
        "update request set status = ?, waiting_for = ? where id = ?",
        (status, waiting_for or "", request),
    )


def close(change: Change, request: RequestId, outcome: Outcome, closed_on: date) -> None:
    """Close the request with its outcome."""
    change.execute(
        "update request set status = ?, waiting_for = '', outcome = ?, closed_on = ? where id = ?",
        (Status.CLOSED, outcome, closed_on.isoformat(), request),
    )


def reopen(change: Change, request: RequestId) -> None:
    """Open a closed request again; its dates are what they were."""
    change.execute(
        "update request set status = ?, outcome = null, closed_on = null where id = ?",
        (Status.OPEN, request),
    )


def link(change: Change, request: RequestId, to: RequestId | None) -> None:
    """Say that two requests belong together, or no longer do."""
    change.execute("update request set linked_to = ? where id = ?", (to, request))


def save_steps(change: Change, request: RequestId, steps: Sequence[Step]) -> None:
    """Write the whole checklist as it stands now."""
    for position, step in enumerate(steps):
        _add_step(change, request, step, position)
    kept = [step.code for step in steps]
    places = ", ".join("?" for _ in kept)
    change.execute(
        f"delete from step where request_id = ? and code not in ({places})",
        (request, *kept),
    )
    show_next_step(change, request, steps)


def save_step(change: Change, request: RequestId, step: Step, steps: Sequence[Step]) -> None:
    """Write one step of the checklist ``steps``, whose other steps stand as they are."""
    place = [one.code for one in steps].index(step.code)
    _add_step(change, request, step, place)
    show_next_step(change, request, steps)


def show_next_step(change: Change, request: RequestId, steps: Sequence[Step]) -> None:
    """Repeat the next open step on the request, for the queue."""
    upcoming = next_step(steps)
    change.execute(
        "update request set next_step = ? where id = ?",
        (upcoming.code if upcoming else "", request),
    )


def _add_step(change: Change, request: RequestId, step: Step, position: int) -> None:
    change.execute(
        "insert into step (id, request_id, position, code, state, choice, note, done_by, done_on)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict (request_id, code) do update set position = excluded.position,"
        " state = excluded.state, choice = excluded.choice, note = excluded.note,"
        " done_by = excluded.done_by, done_on = excluded.done_on",
        (
            step.id,
            request,
            position,
            step.code,
            step.state,
            step.choice,
            step.note,
            step.done_by,
            step.done_on and step.done_on.isoformat(),
        ),
    )


def save_details(change: Change, request: RequestId, values: Mapping[str, str]) -> None:
    """Write what a step wrote down, by field; an empty value takes the old one away."""
    for field, value in values.items():
        if value:
            change.execute(
                "insert into detail (request_id, field, value) values (?, ?, ?)"
                " on conflict (request_id, field) do update set value = excluded.value",
                (request, field, value),
            )
        else:
            change.execute(
                "delete from detail where request_id = ? and field = ?", (request, field)
            )


def save_source(change: Change, request: RequestId, source: Source) -> None:
    """Write one place of the search, new or changed."""
    change.execute(
        "insert into source (id, request_id, name, keeper, state, asked_on, answered_on, pages,"
        " note, overwrites, kept_on, vendor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict (id) do update set name = excluded.name, keeper = excluded.keeper,"
        " state = excluded.state, asked_on = excluded.asked_on,"
        " answered_on = excluded.answered_on, pages = excluded.pages, note = excluded.note,"
        " overwrites = excluded.overwrites, kept_on = excluded.kept_on,"
        " vendor = excluded.vendor",
        (
            source.id,
            request,
            source.name,
            source.keeper,
            source.state,
            source.asked_on and source.asked_on.isoformat(),
            source.answered_on and source.answered_on.isoformat(),
            source.pages,
            source.note,
            source.overwrites,
            source.kept_on and source.kept_on.isoformat(),
            source.vendor,
        ),
    )


def add_asking(
    change: Change, row: int, request: RequestId, source: SourceId, asking: Asking
) -> None:
    """Note that somebody was asked for what a place keeps."""
    change.execute(
        "insert into asking (id, request_id, source_id, whom, asked_on, person_id)"
        " values (?, ?, ?, ?, ?, ?)",
        (row, request, source, asking.whom, asking.on.isoformat(), asking.by),
    )


def remove_last_asking(change: Change, source: SourceId) -> None:
    """Take the newest asking of a place out; it never was."""
    change.execute(
        "delete from asking where id = (select max(id) from asking where source_id = ?)", (source,)
    )


def save_appointment(change: Change, request: RequestId, visit: Appointment) -> None:
    """Write a visit, new or changed."""
    change.execute(
        "insert into appointment (id, request_id, meet_on, meet_at, place, sits_in, interpreter,"
        " state, companions, companion_kinds, companion_words, remains)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict (id) do update set meet_on = excluded.meet_on, meet_at = excluded.meet_at,"
        " place = excluded.place, sits_in = excluded.sits_in,"
        " interpreter = excluded.interpreter, state = excluded.state,"
        " companions = excluded.companions, companion_kinds = excluded.companion_kinds,"
        " companion_words = excluded.companion_words, remains = excluded.remains",
        (
            visit.id,
            request,
            visit.meet_on.isoformat(),
            visit.meet_at.isoformat(timespec="minutes"),
            visit.place,
            visit.sits_in,
            visit.interpreter,
            visit.state,
            visit.company.count,
            msgspec.json.encode(visit.company.kinds).decode(),
            visit.company.words,
            visit.remains,
        ),
    )


def save_fee(change: Change, request: RequestId, fee: Fee) -> None:
    """Write the charge for copies; 34 CFR 99.11 leaves no room for any other line."""
    change.execute(
        "insert into fee (request_id, pages, cents_a_page, postage_cents, waived, waiver_reason)"
        " values (?, ?, ?, ?, ?, ?)"
        " on conflict (request_id) do update set pages = excluded.pages,"
        " cents_a_page = excluded.cents_a_page, postage_cents = excluded.postage_cents,"
        " waived = excluded.waived, waiver_reason = excluded.waiver_reason",
        (
            request,
            fee.pages,
            fee.cents_a_page,
            fee.postage_cents,
            fee.waived,
            fee.waiver_reason,
        ),
    )


def add_note(change: Change, request: RequestId, note: Note) -> None:
    """Write a note under the request."""
    change.execute(
        "insert into note (id, request_id, text, person_id, written_at) values (?, ?, ?, ?, ?)",
        (note.id, request, note.text, note.person, note.written_at.isoformat(timespec="seconds")),
    )
