"""Take an extension on one limit, where its rule allows one, or take it back."""

from __future__ import annotations

from dataclasses import replace

from desktop.actions.changes import Changes
from desktop.actions.days import asked_by, dates_of, school_page, with_dates
from desktop.actions.open_case import open_case
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.case import Case
from desktop.records.clock import Applies, Clocks
from desktop.records.ids import RequestId, RuleId
from desktop.records.law import Law
from desktop.records.logged import Extension
from desktop.records.person import Initials
from desktop.store import requests
from desktop.store.journal import Event, Fact
from desktop.store.store import Store


def extend(
    store: Store,
    request: RequestId,
    rule: RuleId,
    *,
    days: int,
    reason: str,
    law: Law,
    by: Initials,
) -> Changes:
    """Extend the limit of ``rule`` by ``days`` in the rule's own terms, and journal who and why.

    Only that limit moves; the others, the federal one first, stand as they are.

    Raises:
        DeskError: ``extension_refused``: the rule in force allows none, or a shorter one;
            ``nine_digits``; ``closed``. Nothing is written.
    """
    case = open_case(store, request)
    _check_runs(case, rule)
    extension = Extension(days=days, reason=kept_words(reason), rule=rule)
    facts: dict[str, Fact] = {"rule": rule, "days": days, "reason": extension.reason}
    return _write(store, case, extension, "dates.extended", facts, law, by)


def _check_runs(case: Case, rule: RuleId) -> None:
    met = (one for one in case.clocks.limits if one.applies is Applies.MET)
    if any(one.rule == rule for one in met):
        raise DeskError(
            "extension_refused", "That limit is met.", "There is nothing left to extend."
        )


def take_back_extension(store: Store, request: RequestId, *, law: Law, by: Initials) -> Changes:
    """Count as if no extension had been taken.

    Raises:
        DeskError: ``not_extended``; ``closed``.
    """
    case = open_case(store, request)
    taken = case.request.extension
    if taken is None:
        raise DeskError("not_extended", "Nothing was extended.", "The dates stand as they are.")
    return _write(store, case, None, "dates.extension_removed", {"rule": taken.rule}, law, by)


def dates_extended(store: Store, case: Case, extension: Extension | None, law: Law) -> Clocks:
    """The dates as they would be with this extension.

    Raises:
        DeskError: ``extension_refused``.
    """
    request = replace(case.request, extension=extension)
    asked = asked_by(request, school_page(store).state, case.done, law)
    return dates_of(asked, store=store, law=law)


def _write(
    store: Store,
    case: Case,
    extension: Extension | None,
    kind: str,
    facts: dict[str, Fact],
    law: Law,
    by: Initials,
) -> Changes:
    found = dates_extended(store, case, extension, law)
    dated = with_dates(replace(case.request, extension=extension), found)
    facts |= {
        "due_before_on": case.request.due_on.isoformat(),
        "due_now_on": dated.due_on.isoformat(),
    }
    event = Event(kind=kind, request=case.request.id, student=case.student.id, facts=facts)
    with store.change(event, by=by) as change:
        requests.set_dates(change, dated, found)
    return Changes.of_request(case.request.id)
