"""Correct what was logged on a request; the dates follow and the history says what it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.days import asked_by, dates_of, school_page, with_dates
from desktop.actions.open_case import open_case
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.case import Case
from desktop.records.clock import Clocks
from desktop.records.correction import Correction, correction_faults, differing, told
from desktop.records.ids import RequestId
from desktop.records.intake import Fault
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.store import holds, requests
from desktop.store.journal import Event, Fact
from desktop.store.store import Change, Store


class CorrectionRefusedError(DeskError):
    """The entry cannot be as typed; ``faults`` say which fields. Nothing is written."""

    def __init__(self, found: Sequence[Fault]) -> None:
        super().__init__("entry", "Something on the form cannot be so.", "See the marked fields.")
        self.faults = tuple(found)


def correct_request(
    store: Store,
    request: RequestId,
    correction: Correction,
    *,
    reason: str,
    law: Law,
    today: date,
    by: Initials,
) -> Changes:
    """Put right what was logged; the number stays and every date is worked out again.

    The journal keeps days and codes before and after; of words only that they were corrected.

    Raises:
        CorrectionRefusedError: a field cannot be so.
        DeskError: ``reason``, ``unchanged``, ``nine_digits`` or ``closed``. Nothing is written.
    """
    case = open_case(store, request)
    before, now = Correction.of(case), _cleaned(correction)
    _check(case, before, now, reason, today)
    found = dates_corrected(store, case, now, law)
    dated = with_dates(now.applied(case.request), found)
    facts: dict[str, Fact] = {"corrected": list(differing(before, now))}
    facts |= dict(told(before, now))
    facts |= {
        "reason": kept_words(reason),
        "due_before_on": case.request.due_on.isoformat(),
        "due_now_on": dated.due_on.isoformat(),
    }
    event = Event(kind="request.corrected", request=request, student=case.student.id, facts=facts)
    with store.change(event, by=by) as change:
        requests.correct(change, dated, reply_address=now.reply_address)
        requests.set_dates(change, dated, found)
        _hold_from(store, change, request, now.received_on)
    return Changes.of_request(request)


def dates_corrected(store: Store, case: Case, correction: Correction, law: Law) -> Clocks:
    """The dates as they would be with this entry."""
    asked = asked_by(correction.applied(case.request), school_page(store).state, case.done, law)
    return dates_of(asked, store=store, law=law)


def _check(case: Case, before: Correction, now: Correction, reason: str, today: date) -> None:
    found = correction_faults(case, now, today=today)
    if found:
        raise CorrectionRefusedError(found)
    if not differing(before, now):
        raise DeskError(
            "unchanged", "Nothing here differs from what was logged.", "Correct it, or cancel."
        )
    if not reason.strip():
        raise DeskError("reason", "The reason is missing.", "Write how the mistake came about.")


def _cleaned(correction: Correction) -> Correction:
    words = correction.words.replace("\x00", "").strip()
    return replace(correction, words=words, reply_address=kept_words(correction.reply_address))


def _hold_from(store: Store, change: Change, request: RequestId, received_on: date) -> None:
    """A hold counts from the receipt, also where that was logged wrongly (34 CFR 99.10(e))."""
    hold = holds.hold_of(store, request)
    if hold is not None and hold.from_on != received_on:
        holds.save_hold(change, replace(hold, from_on=received_on))
