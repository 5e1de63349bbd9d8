"""Say why a legal date was not kept, and put right what was said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.case import Case
from desktop.records.ids import RequestId
from desktop.records.lateness import is_late
from desktop.records.law import Law
from desktop.records.logged import Lateness
from desktop.records.person import Initials
from desktop.store import cases, requests
from desktop.store.journal import Event, Fact
from desktop.store.store import Change, Store


def tell_lateness(
    store: Store,
    request: RequestId,
    told: Lateness,
    *,
    law: Law,
    today: date,
    by: Initials,
) -> Changes:
    """Say why the date of a request was not kept, open or closed; the history keeps what was said.

    Raises:
        DeskError: ``not_late``, ``late_reason`` (none is chosen), ``nine_digits``.
    """
    if not told.reason:
        raise DeskError(
            "late_reason", "No reason is chosen.", "Choose one; “Not known” is one of them."
        )
    case = cases.case(store, request)
    if not is_late(case, law, today=today):
        raise DeskError("not_late", "The date of this request was kept.", "Nothing was changed.")
    told = _kept(told)
    if told != case.request.lateness:
        with store.change(_event(case, told), by=by) as change:
            requests.set_lateness(change, request, told)
    return Changes.of_request(request)


def why_late(
    case: Case, told: Lateness | None, *, law: Law, today: date
) -> Callable[[Change], None] | None:
    """Writes the reason along with another change; None where there is nothing to write.

    Raises:
        DeskError: ``nine_digits``.
    """
    if told is None or not told.reason or not is_late(case, law, today=today):
        return None
    told = _kept(told)
    if told == case.request.lateness:
        return None

    def write(change: Change) -> None:
        requests.set_lateness(change, case.request.id, told)
        change.also(_event(case, told))

    return write


def _kept(told: Lateness) -> Lateness:
    return Lateness(reason=told.reason, words=kept_words(told.words))


def _event(case: Case, told: Lateness) -> Event:
    """What the history keeps: what is said now, and what was said before."""
    before = case.request.lateness
    facts: dict[str, Fact] = {"late_reason": told.reason, "note": told.words}
    if before is not None:
        facts |= {"late_reason_before": before.reason, "words_before": before.words}
    return Event(
        kind="request.lateness_corrected" if before else "request.lateness_told",
        request=case.request.id,
        student=case.student.id,
        facts=facts,
    )
