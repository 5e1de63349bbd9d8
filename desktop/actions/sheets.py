"""The registers as tables to take out: every line that fits the search, in the register's order.

Each function gives a ``Sheet``; what it says is said as in the window, but for days, which leave as
days. Nothing here writes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from desktop.records.ids import RequestId, StudentId
from desktop.records.law import Law
from desktop.records.sheet import Cell, Sheet
from desktop.store import consents, disclosures, exports, holds, opt_outs, queries, student_lists
from desktop.store.disclosures import DisclosureRow
from desktop.store.queries import QueueRow
from desktop.store.store import Store
from desktop.wording.lists import removed_said
from desktop.wording.registers import (
    basis_said,
    consent_said,
    entry_marks,
    kinds_said,
    opt_out_said,
    recipient_said,
    scope_said,
    signer_said,
)
from desktop.wording.sentences import Wording

_AT_ONCE = 500  # lines read in one go

T = TypeVar("T")
Id = TypeVar("Id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What the lines are told with: the law, the words, and the day they stand as of."""

    law: Law
    wording: Wording
    today: date


Maker = Callable[[Store], Sheet]
"""Makes a table on any connection, so that a long one can be made beside the window."""


def disclosures_sheet(store: Store, telling: Telling, text: str = "") -> Sheet:
    """The record of disclosures, all that fit; 34 CFR 99.32."""
    ids = disclosures.disclosure_ids(store, text, most=None)
    rows = _read(store, ids, disclosures.disclosure_rows)
    return _disclosures("disclosures", rows, telling)


def student_disclosures_sheet(store: Store, telling: Telling, student: StudentId) -> Sheet:
    """The whole record of one student, the oldest entry first, with what was corrected since."""
    return _disclosures("student_disclosures", disclosures.disclosures_of(store, student), telling)


def lists_sheet(store: Store, telling: Telling, text: str = "") -> Sheet:
    """The lists of many students that went out; nobody on one is named."""
    rows = _read(store, student_lists.list_ids(store, text), student_lists.list_rows)
    purposes = telling.law.bases.lists
    return table(
        "lists",
        telling.wording,
        ("day", "receiver", "purpose", "interest", "count", "taken_out", "sha256"),
        (
            (
                one.made.made_on,
                one.made.asked.receiver,
                purposes[code].title if (code := one.made.asked.purpose) in purposes else code,
                one.made.asked.interest,
                one.made.count,
                removed_said(one.made.removed, telling.wording),
                one.made.sha256,
            )
            for one in rows
        ),
    )


def holds_sheet(store: Store, telling: Telling, text: str = "") -> Sheet:
    """The live holds; 34 CFR 99.10(e)."""
    words, rights = telling.wording, telling.law.rights.by_id
    rows = _read(store, holds.hold_ids(store, text), holds.hold_rows)
    return table(
        "holds",
        words,
        ("student", "student_number", "request", "right", "since", "why"),
        (
            (
                one.name,
                one.local_number,
                one.number,
                rights[one.right].title if one.right in rights else one.right.value,
                one.from_on,
                hold_why(one, words),
            )
            for one in rows
        ),
    )


def hold_why(row: holds.HoldRow, wording: Wording) -> str:
    """Why a hold is on."""
    code = row.keep_reason.value or ("left_on" if row.closed_on else "open")
    return wording.text(f"hold.{code}")


def opt_outs_sheet(store: Store, telling: Telling, text: str = "") -> Sheet:
    """What families said no to; 34 CFR 99.37."""
    words = telling.wording
    rows = _read(store, opt_outs.opt_out_ids(store, text), opt_outs.opt_out_rows)
    return table(
        "opt_outs",
        words,
        ("student", "student_number", "grade", "no_to", "kinds", "came_on", "taken_back", "stands"),
        (
            (
                one.name,
                one.local_number,
                one.grade,
                scope_said(one.opt_out.scope, words),
                kinds_said(one.opt_out, telling.law, words),
                one.opt_out.received_on,
                one.opt_out.rescinded_on,
                opt_out_said(one.opt_out, one.enrollment, words),
            )
            for one in rows
        ),
    )


def consents_sheet(store: Store, telling: Telling, text: str = "") -> Sheet:
    """The consents on file; 34 CFR 99.30."""
    words = telling.wording
    rows = _read(store, consents.consent_ids(store, text), consents.consent_rows)
    return table(
        "consents",
        words,
        ("student", "may_get", "what_for", "records", "signed_by", "signed_on", "stands"),
        (
            (
                one.name,
                recipient_said(one.consent, words),
                one.consent.purpose,
                one.consent.records,
                signer_said(one.consent, words),
                one.consent.signed_on,
                consent_said(one.consent, one.student, telling.today, words),
            )
            for one in rows
        ),
    )


def exports_sheet(store: Store, telling: Telling, first: date, last: date) -> Sheet:
    """Which tables left in a time, who got them and what for."""
    words = telling.wording
    people = {one.id: one.initials for one in queries.people(store)}
    return table(
        "exports",
        words,
        ("day", "table", "format", "receiver", "reason", "rows", "kept_back", "sha256", "by"),
        (
            (
                one.made_on,
                words.text(f"sheet.title.{one.sheet}"),
                one.asked.format.value,
                one.asked.receiver,
                one.asked.reason,
                one.count,
                one.withheld,
                one.sha256,
                people.get(one.made_by, ""),
            )
            for one in exports.exports_between(store, first, last)
        ),
    )


def table(
    code: str, wording: Wording, heads: Sequence[str], rows: Iterator[tuple[Cell, ...]]
) -> Sheet:
    """A table whose title and heads are told by their codes."""
    return Sheet(
        id=code,
        title=wording.text(f"sheet.title.{code}"),
        heads=tuple(wording.text(f"sheet.head.{head}") for head in heads),
        rows=tuple(rows),
    )


def requests_sheet(store: Store, telling: Telling, ids: Sequence[RequestId]) -> Sheet:
    """The requests of ``ids``, in that order, as the queue shows them."""
    words, rights = telling.wording, telling.law.rights.by_id
    return table(
        "requests",
        words,
        (
            "request",
            "student",
            "who",
            "relationship",
            "right",
            "owner",
            "received",
            "due",
            "stands",
        ),
        (
            (
                row.number,
                row.student,
                row.requester,
                words.text(f"word.relationship.{row.relationship}"),
                rights[row.right].title if row.right in rights else row.right,
                row.owner,
                row.received_on,
                row.due_on,
                _stands(row, words),
            )
            for row in _read(store, ids, queries.queue_rows)
        ),
    )


def _stands(row: QueueRow, words: Wording) -> str:
    """How it ended, or whom it waits for; empty while it is being worked on."""
    code = f"word.outcome.{row.outcome}" if row.outcome else f"word.waiting.{row.waiting_for}"
    return words.text(code) if code in words else ""


def _disclosures(code: str, rows: Sequence[DisclosureRow], telling: Telling) -> Sheet:
    words = telling.wording
    return table(
        code,
        words,
        (
            "day",
            "student",
            "student_number",
            "who",
            "interest",
            "records",
            "ground",
            "note",
            "request",
        ),
        (
            (
                row.entry.disclosed_on,
                row.name,
                row.local_number,
                row.entry.party,
                row.entry.interest,
                row.entry.records,
                basis_said(row.entry, telling.law.bases),
                entry_marks(row.entry, corrected=row.corrected, wording=words),
                row.number or (words.text("export.by_list") if row.entry.list_id else ""),
            )
            for row in rows
        ),
    )


def _read(
    store: Store, ids: Sequence[Id], read: Callable[[Store, Sequence[Id]], list[T]]
) -> list[T]:
    return [
        row
        for first in range(0, len(ids), _AT_ONCE)
        for row in read(store, ids[first : first + _AT_ONCE])
    ]
