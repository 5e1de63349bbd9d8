"""Answer a request item by item: what is given, and why something is not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from desktop.actions import approving
from desktop.actions.changes import Changes
from desktop.actions.open_case import open_case
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.case import Case, SourceState
from desktop.records.ids import ItemId, RequestId, new_id
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.release import Item, ItemAnswer, check_item, is_adult
from desktop.store import release, requests
from desktop.store.journal import Event, Fact
from desktop.store.store import Change, Store

_SEARCHED = {SourceState.FOUND: ItemAnswer.GIVEN, SourceState.NONE: ItemAnswer.NOT_HELD}
_NOT_FOUND = "not_found"


def answer_item(
    store: Store,
    request: RequestId,
    *,
    what: str,
    answer: ItemAnswer,
    reason: str = "",
    note: str = "",
    answered: Collection[str] = (),
    item: ItemId | None = None,
    law: Law,
    today: date,
    by: Initials,
) -> Changes:
    """Say what became of one record or group; ``item`` is the one that is changed, None a new one.

    ``answered`` are the questions of the reason that were answered with yes. The journal tells
    the place on the list, the answer and the reason, never what the record is.

    Raises:
        DeskError: what ``check_item`` refuses; ``no_item``, ``nine_digits`` or ``closed``.
    """
    case = open_case(store, request)
    before = _item(case, item) if item is not None else None
    given = answer is ItemAnswer.GIVEN
    now = Item(
        id=before.id if before else ItemId(new_id(by.at)),
        what=kept_words(what),
        answer=answer,
        reason="" if given else reason,
        note=kept_words(note),
    )
    check_item(now, law.reasons, answered=answered, adult=is_adult(case.student, today))
    if now == before:
        return Changes.of_request(request)
    kind = "item.changed" if before else "item.added"
    with store.change(_event(kind, case, now, before), by=by) as change:
        release.save_item(change, request, now)
        _approvals_lapse(change, case, law)
    return Changes.of_request(request)


def remove_item(
    store: Store, request: RequestId, item: ItemId, *, law: Law, by: Initials
) -> Changes:
    """Take an item off the list; the history keeps that it stood there.

    Raises:
        DeskError: ``no_item`` or ``closed``.
    """
    case = open_case(store, request)
    gone = _item(case, item)
    with store.change(_event("item.removed", case, gone), by=by) as change:
        release.drop_item(change, item)
        _approvals_lapse(change, case, law)
    return Changes.of_request(request)


def items_from_search(store: Store, request: RequestId, *, law: Law, by: Initials) -> Changes:
    """Begin the list with the places that answered: found is given, nothing found is not held.

    Places whose name stands on the list already are left alone.

    Raises:
        DeskError: ``no_answers``: no place has answered that is not on the list; ``closed``.
    """
    case = open_case(store, request)
    there = {item.what for item in case.items}
    fresh = [
        Item(
            id=ItemId(new_id(by.at)),
            what=source.name,
            answer=_SEARCHED[source.state],
            reason=_NOT_FOUND if source.state is SourceState.NONE else "",
        )
        for source in case.sources
        if source.state in _SEARCHED and source.name not in there
    ]
    if not fresh or law.reasons.named(_NOT_FOUND) is None:
        raise DeskError("no_answers", "No place has answered yet.", "Add what was answered.")
    event = Event(
        kind="item.from_search",
        request=request,
        student=case.student.id,
        facts={"items": len(fresh)},
    )
    with store.change(event, by=by) as change:
        for item in fresh:
            release.save_item(change, request, item)
        _approvals_lapse(change, case, law)
    return Changes.of_request(request)


def _approvals_lapse(change: Change, case: Case, law: Law) -> None:
    """What the principal agreed to leave out was the list as it stood then."""
    right = law.rights[case.request.right]
    told = [step.code for step in case.steps if right.step_rule(step.code).itemised(step.choice)]
    lapsed = approving.lapsing(right, case, told)
    if lapsed:
        steps = approving.reopened(case.steps, lapsed)
        requests.save_steps(change, case.request.id, steps)
    for event in approving.lapsed_events(case, lapsed):
        change.also(event)


def _item(case: Case, item: ItemId) -> Item:
    found = next((one for one in case.items if one.id == item), None)
    if found is None:
        raise DeskError("no_item", "This is not on the list any more.", "Look at the list again.")
    return found


def _event(kind: str, case: Case, item: Item, before: Item | None = None) -> Event:
    ids = [one.id for one in case.items]
    place = ids.index(item.id) + 1 if item.id in ids else len(ids) + 1
    facts: dict[str, Fact] = {
        "item": item.id,
        "place": place,
        "answer": item.answer,
        "ground": item.reason,
    }
    if before is not None:
        facts |= {"answer_before": before.answer, "ground_before": before.reason}
    return Event(kind=kind, request=case.request.id, student=case.student.id, facts=facts)
