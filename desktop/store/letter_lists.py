"""The letters of the whole office that somebody must still do something with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.records.case import LetterState
from desktop.records.ids import LetterId, PartyId, RequestId, StudentId
from desktop.records.student import listed_name
from desktop.store.store import Row, Store

# In the order of the folders in the drawer: the letters are put into them one after another.
_ROWS = (
    "select l.id, l.request_id, r.number, l.template, l.language, l.state, l.drafted_at,"
    " l.finished_at, s.family, s.given, s.middle, p.name, p.organization,"
    " s.id, p.id from letter l"
    " join request r on r.id = l.request_id join student s on s.id = r.student_id"
    " join party p on p.id = l.recipient_id where {where} order by s.sorted_as, s.id, l.id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """One letter of a list; ``since`` is the day it was finished, or drafted if it is a draft."""

    id: LetterId
    request: RequestId
    number: str
    template: str
    language: str
    state: LetterState
    since: date
    student: str
    recipient: str
    student_id: StudentId
    recipient_id: PartyId


def ready_letters(store: Store) -> list[LetterRow]:
    """Finished letters that were neither printed, saved nor sent, in the order of the folders."""
    return _listed(store, "l.state = 'finished' and l.sent_how = ''")


def open_drafts(store: Store) -> list[LetterRow]:
    """Letters that are still being written, on open requests, in the order of the folders."""
    return _listed(store, "l.state = 'draft' and l.sent_how = '' and r.closed_on is null")


def _listed(store: Store, where: str) -> list[LetterRow]:
    return [_row(row) for row in store.rows(_ROWS.format(where=where))]


def _row(row: Row) -> LetterRow:
    return LetterRow(
        id=row[0],
        request=row[1],
        number=row[2],
        template=row[3],
        language=row[4],
        state=LetterState(row[5]),
        since=datetime.fromisoformat(row[7] or row[6]).astimezone().date(),
        student=listed_name(row[8], row[9], row[10]),
        recipient=", ".join(part for part in row[11:13] if part),
        student_id=row[13],
        recipient_id=row[14],
    )
