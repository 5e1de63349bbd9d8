"""The record of disclosures: entries written once, listed, found, and given for one student."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.records.disclosure import Disclosure
from desktop.records.ids import DisclosureId, PersonId, RequestId, StudentId
from desktop.records.names import search_keys
from desktop.records.student import listed_name
from desktop.store.matching import words_of
from desktop.store.store import Change, Row, Store, in_order, places_for

LIST_ROWS = 2_000  # the list shows this many, the newest; the search finds the others
_ENTRY = (
    "d.id, d.student_id, d.request_id, d.step, d.party, d.interest, d.records, d.basis,"
    " d.disclosed_on, d.refused, d.idea_only, d.threat, d.recipients, d.further, d.corrects,"
    " d.list_id"
)


def add_disclosure(change: Change, entry: Disclosure) -> None:
    """Write a new entry; the table refuses to change one that is there."""
    change.execute(
        "insert into disclosure (id, student_id, request_id, step, party, interest, records, basis,"
        " disclosed_on, refused, idea_only, threat, recipients, further, corrects, list_id,"
        " entered_by, entered_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            entry.id,
            entry.student,
            entry.request,
            entry.step,
            entry.party,
            entry.interest,
            entry.records,
            entry.basis,
            entry.disclosed_on.isoformat(),
            entry.refused,
            entry.idea_only,
            entry.threat,
            entry.recipients,
            entry.further,
            entry.corrects,
            entry.list_id,
            change.by.person,
            change.by.at.isoformat(timespec="seconds"),
        ),
    )
    named = (entry.party, entry.recipients)
    keys = dict.fromkeys(key for name in named if name for key in search_keys(name))
    change.execute(
        "insert into disclosure_search (rowid, names) values (?, ?)", (entry.id, " ".join(keys))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureRow:
    """One line of the list, with all that the entry says.

    ``corrected`` tells that a later entry corrects this one. ``number`` is the request's, empty
    for an entry typed by hand.
    """

    entry: Disclosure
    name: str
    local_number: str
    number: str
    entered_by: PersonId
    corrected: bool

    @property
    def id(self) -> DisclosureId:
        """The entry's id."""
        return self.entry.id


def disclosure_ids(
    store: Store, text: str = "", *, most: int | None = LIST_ROWS
) -> list[DisclosureId]:
    """The newest ``most`` entries whose student or party fits every word of ``text``.

    What a list of many students brought stands in the register of lists; a search finds it here.
    """
    words: dict[str, object] = {f"word{place}": word for place, word in enumerate(words_of(text))}
    where = " and ".join(
        "(d.student_id in (select rowid from student_search where student_search match"
        f" :{name}) or d.id in (select rowid from disclosure_search"
        f" where disclosure_search match :{name}))"
        for name in words
    )
    rows = store.rows(
        f"select d.id from disclosure d where {where or 'd.list_id is null'}"
        f" order by d.disclosed_on desc, d.id desc{'' if most is None else ' limit :most'}",
        words if most is None else {**words, "most": most},
    )
    return [row[0] for row in rows]


def disclosure_rows(store: Store, ids: Sequence[DisclosureId]) -> list[DisclosureRow]:
    """The lines for ``ids``, in the same order."""
    return in_order(ids, _rows(store, f"d.id in ({places_for(ids)})", ids))


def disclosures_of(store: Store, student: StudentId) -> list[DisclosureRow]:
    """The whole record of one student, the oldest entry first, as it is shown to the family."""
    return _rows(store, "d.student_id = ?", (student,))


def latest_of_step(store: Store, request: RequestId, step: str) -> Disclosure | None:
    """The last entry a step of a request made; None when it made none."""
    rows = store.rows(
        f"select {_ENTRY} from disclosure d where d.request_id = ? and d.step = ?"
        " order by d.id desc limit 1",
        (request, step),
    )
    return _entry(rows[0]) if rows else None


def disclosure(store: Store, entry: DisclosureId) -> Disclosure:
    """One entry; ``KeyError`` when there is none with that id."""
    rows = store.rows(f"select {_ENTRY} from disclosure d where d.id = ?", (entry,))
    if not rows:
        raise KeyError(entry)
    return _entry(rows[0])


def _rows(store: Store, where: str, values: Sequence[object]) -> list[DisclosureRow]:
    rows = store.rows(
        f"select {_ENTRY}, s.family, s.given, s.middle, s.local_number, coalesce(r.number, ''),"
        " d.entered_by, exists (select 1 from disclosure c where c.corrects = d.id)"
        " from disclosure d join student s on s.id = d.student_id"
        f" left join request r on r.id = d.request_id where {where}"
        " order by d.disclosed_on, d.id",
        values,
    )
    return [_row(row) for row in rows]


def _row(row: Row) -> DisclosureRow:
    return DisclosureRow(
        entry=_entry(row[:16]),
        name=listed_name(row[16], row[17], row[18]),
        local_number=row[19],
        number=row[20],
        entered_by=row[21],
        corrected=bool(row[22]),
    )


def _entry(row: Row) -> Disclosure:
    return Disclosure(
        id=row[0],
        student=row[1],
        request=row[2],
        step=row[3],
        party=row[4],
        interest=row[5],
        records=row[6],
        basis=row[7],
        disclosed_on=date.fromisoformat(row[8]),
        refused=bool(row[9]),
        idea_only=bool(row[10]),
        threat=row[11],
        recipients=row[12],
        further=row[13],
        corrects=row[14],
        list_id=row[15],
    )
