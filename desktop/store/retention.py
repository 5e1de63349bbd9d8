"""Old request files: the office's schedule, the review list, and taking files out of the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from desktop.records.ids import PersonId, RequestId
from desktop.records.person import Initials
from desktop.records.retention import OldFile
from desktop.store import journal, request_words
from desktop.store.store import Change, Store, places_for

TOLD = "retention.told"
"""The kind of entry that says the family was told before special education records go."""
REVIEW_ROWS = 500
"""How many old files one review shows; the rest follow once these are gone."""

# Everything that belongs to a request alone, children before the request itself.
_OWN_TABLES = (
    "step",
    "detail",
    "item",
    "approval",
    "asking",
    "source",
    "appointment",
    "fee",
    "note",
    "sending",
    "allowed_words",
    "letter",
    "hold",
    "dates",
)
# What outlives it: the student's registers (34 CFR 99.32(a)(2)) lose only the reference.
_REGISTERS = ("disclosure", "opt_out", "consent", "student_list")


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge:
    """One destruction of old files, as its certificate tells it."""

    purged_at: datetime
    person: PersonId
    closed_before_on: date
    numbers: tuple[str, ...]
    reason: str


def keep_years(store: Store) -> int:
    """How many years the office keeps a closed request file; 0 where it has no schedule."""
    rows = store.rows("select closed_years from retention where id = 1")
    return rows[0][0] if rows else 0


def set_keep_years(change: Change, years: int) -> None:
    """Write the office's schedule."""
    change.execute(
        "insert into retention (id, closed_years) values (1, ?)"
        " on conflict (id) do update set closed_years = excluded.closed_years",
        (years,),
    )


def old_files(store: Store, *, closed_before: date) -> list[OldFile]:
    """Requests closed before a day, the oldest first, with what stands against destroying them."""
    rows = store.rows(
        "select r.id, r.number, s.family || ', ' || s.given, r.\"right\", r.closed_on,"
        " exists (select 1 from hold h where h.student_id = r.student_id"
        "  and h.released_on is null),"
        " exists (select 1 from request o where o.closed_on is null"
        "  and (o.linked_to = r.id or o.id = r.linked_to"
        "   or (r.linked_to is not null and o.linked_to = r.linked_to))),"
        " r.student_id, r.special_education or s.special_education,"
        " (select f.facts from event e join event_facts f on f.seq = e.seq"
        f"  where e.request_id = r.id and e.kind = '{TOLD}' order by e.seq desc limit 1)"
        " from request r join student s on s.id = r.student_id"
        " where r.closed_on is not null and r.closed_on < ?"
        " order by r.closed_on, r.id limit ?",
        (closed_before.isoformat(), REVIEW_ROWS),
    )
    return [
        OldFile(
            id=RequestId(row[0]),
            number=row[1],
            student=row[2],
            right=row[3],
            closed_on=date.fromisoformat(row[4]),
            on_hold=bool(row[5]),
            linked_open=bool(row[6]),
            student_id=row[7],
            special_education=bool(row[8]),
            told_until=_told_until(row[9]),
        )
        for row in rows
    ]


def _told_until(facts: str | None) -> date | None:
    """The day the newest notice gave the family, as its event has it."""
    return date.fromisoformat(msgspec.json.decode(facts)["destroy_on"]) if facts else None


def journaled_about(store: Store, requests: Sequence[RequestId]) -> list[str]:
    """Which entries of the journal hold facts of ``requests``, as ranges of their numbers."""
    return journal.private_of(store.rows, requests)


def destroy(change: Change, requests: Sequence[RequestId], facts: Sequence[str]) -> None:
    """Take requests and all that is theirs out of the file; the registers stay.

    Of the journal the ``facts`` go, right after the entry that says so; who did what kind of thing
    when stays.
    """
    journal.drop_private(change.execute, facts)
    places = places_for(requests)
    _drop_drafts(change, requests)
    for table in _REGISTERS:
        change.execute(
            f"update {table} set request_id = null where request_id in ({places})", requests
        )
    change.execute(
        f"update consent set revoked_by_request = null where revoked_by_request in ({places})",
        requests,
    )
    change.execute(f"update request set linked_to = null where linked_to in ({places})", requests)
    for table in _OWN_TABLES:
        change.execute(f"delete from {table} where request_id in ({places})", requests)
    for index in ("request_search", request_words.TABLE):
        change.execute(f"delete from {index} where rowid in ({places})", requests)
    change.execute(f"delete from request where id in ({places})", requests)


def _drop_drafts(change: Change, requests: Sequence[RequestId]) -> None:
    """What was half typed about these requests or their letters: a draft's kind ends in the id."""
    change.execute(
        "delete from draft where exists (select 1 from (select id from letter where request_id in"
        f" ({places_for(requests)}) union all select id from request where id in"
        f" ({places_for(requests)})) as gone where draft.kind like '%.' || cast(gone.id as text)"
        " or draft.kind like '%:' || cast(gone.id as text))",
        (*requests, *requests),
    )


def certify(change: Change, row: int, purge: Purge, by: Initials) -> None:
    """Keep what was destroyed, when, by whom and why; never about whom."""
    change.execute(
        "insert into purge (id, purged_at, person_id, closed_before_on, numbers, reason)"
        " values (?, ?, ?, ?, ?, ?)",
        (
            row,
            by.at.isoformat(timespec="milliseconds"),
            by.person,
            purge.closed_before_on.isoformat(),
            msgspec.json.encode(purge.numbers).decode(),
            purge.reason,
        ),
    )


def purges(store: Store) -> list[Purge]:
    """Every destruction, the newest first."""
    rows = store.rows(
        "select purged_at, person_id, closed_before_on, numbers, reason from purge order by id desc"
    )
    return [
        Purge(
            purged_at=datetime.fromisoformat(row[0]),
            person=PersonId(row[1]),
            closed_before_on=date.fromisoformat(row[2]),
            numbers=tuple(msgspec.json.decode(row[3], type=list[str])),
            reason=row[4],
        )
        for row in rows
    ]
