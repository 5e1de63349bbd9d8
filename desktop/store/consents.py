"""Consents: kept, revoked from a day on, and listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.records.consent import Capacity, Consent, ConsentKind
from desktop.records.ids import ConsentId, RequestId, StudentId
from desktop.records.names import fold
from desktop.records.student import Student, listed_name
from desktop.store import students
from desktop.store.matching import match_of
from desktop.store.store import Change, Row, Store, in_order, places_for

_CONSENT = (
    "c.id, c.student_id, c.request_id, c.signer, c.signed_as, c.recipient, c.purpose, c.records,"
    " c.signed_on, c.until_on, c.revoked_on, c.kind"
)


def save_consent(change: Change, consent: Consent) -> None:
    """Write a whole consent, new or as its request has it now."""
    change.execute(
        "insert into consent (id, student_id, request_id, signer, signed_as, recipient, purpose,"
        " records, signed_on, until_on, kind) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " on conflict (id) do update set signer = excluded.signer,"
        " signed_as = excluded.signed_as, recipient = excluded.recipient,"
        " purpose = excluded.purpose, records = excluded.records,"
        " signed_on = excluded.signed_on, until_on = excluded.until_on",
        (
            consent.id,
            consent.student,
            consent.request,
            consent.signer,
            consent.signed_as or "",
            consent.recipient,
            consent.purpose,
            consent.records,
            consent.signed_on and consent.signed_on.isoformat(),
            consent.until_on and consent.until_on.isoformat(),
            consent.kind,
        ),
    )


def revoke(change: Change, consent: ConsentId, on: date, *, by_request: RequestId | None) -> None:
    """The consent is taken back from ``on``; what went out before stands."""
    change.execute(
        "update consent set revoked_on = ?, revoked_by_request = ? where id = ?",
        (on.isoformat(), by_request, consent),
    )


def unrevoke(change: Change, request: RequestId) -> None:
    """Take back the revocations that a step of ``request`` made by mistake."""
    change.execute(
        "update consent set revoked_on = null, revoked_by_request = null"
        " where revoked_by_request = ?",
        (request,),
    )


def drop_consent(change: Change, consent: ConsentId) -> None:
    """Take back a consent that a step kept and somebody unticked; the history keeps both."""
    change.execute("delete from consent where id = ?", (consent,))


def consents_of(store: Store, student: StudentId) -> list[Consent]:
    """Every consent about one student, those not revoked first, then the newest."""
    rows = store.rows(
        f"select {_CONSENT} from consent c where c.student_id = ?"
        " order by c.revoked_on is not null, c.signed_on desc, c.id desc",
        (student,),
    )
    return [_consent(row) for row in rows]


def consent_of_request(store: Store, request: RequestId) -> Consent | None:
    """What one request brought, or None."""
    rows = store.rows(f"select {_CONSENT} from consent c where c.request_id = ?", (request,))
    return _consent(rows[0]) if rows else None


def consent(store: Store, one: ConsentId) -> Consent:
    """One consent; ``KeyError`` when there is none with that id."""
    rows = store.rows(f"select {_CONSENT} from consent c where c.id = ?", (one,))
    if not rows:
        raise KeyError(one)
    return _consent(rows[0])


def revoked_by(store: Store, request: RequestId) -> list[ConsentId]:
    """The consents one request revoked."""
    rows = store.rows("select id from consent where revoked_by_request = ?", (request,))
    return [row[0] for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRow:
    """One line of the list of consents, with the student whose age decides about it."""

    consent: Consent
    student: Student
    number: str

    @property
    def id(self) -> ConsentId:
        """The consent's id."""
        return self.consent.id

    @property
    def name(self) -> str:
        """The student's name as lists have it."""
        return listed_name(self.student.family, self.student.given, self.student.middle)


def consent_ids(store: Store, text: str = "") -> list[ConsentId]:
    """The consents whose student or recipient fits ``text``: not revoked first, by family name."""
    match = match_of(text)
    rows = store.rows(
        "select c.id, c.recipient, c.student_id in (select rowid from student_search"
        " where student_search match :match) from consent c join student s on s.id = c.student_id"
        " order by c.revoked_on is not null, s.sorted_as, c.signed_on desc, c.id"
        if match
        else "select c.id, '', 1 from consent c join student s on s.id = c.student_id"
        " order by c.revoked_on is not null, s.sorted_as, c.signed_on desc, c.id",
        {"match": match} if match else {},
    )
    words = fold(text).split()
    return [row[0] for row in rows if row[2] or _begun(words, row[1])]


def _begun(words: list[str], recipient: str) -> bool:
    """Whether each word begins a word of the recipient."""
    named = fold(recipient).split()
    return all(any(name.startswith(word) for name in named) for word in words)


def consent_rows(store: Store, ids: Sequence[ConsentId]) -> list[ConsentRow]:
    """The lines for ``ids``, in the same order."""
    rows = store.rows(
        f"select {_CONSENT}, coalesce(r.number, '') from consent c"
        f" left join request r on r.id = c.request_id where c.id in ({places_for(ids)})",
        ids,
    )
    about = {row[1] for row in rows}
    known = {one: students.student(store, one) for one in about}
    made = [
        ConsentRow(consent=_consent(row[:12]), student=known[row[1]], number=row[12])
        for row in rows
    ]
    return in_order(ids, made)


def _consent(row: Row) -> Consent:
    return Consent(
        id=row[0],
        student=row[1],
        request=row[2],
        signer=row[3],
        signed_as=Capacity(row[4]) if row[4] else None,
        recipient=row[5],
        purpose=row[6],
        records=row[7],
        signed_on=date.fromisoformat(row[8]),
        until_on=row[9] and date.fromisoformat(row[9]),
        revoked_on=row[10] and date.fromisoformat(row[10]),
        kind=ConsentKind(row[11]),
    )
