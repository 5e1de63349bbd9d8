"""Give requests to a member of staff: one, or all that were chosen, and take it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.actions.changes import Changes
from desktop.actions.open_case import open_case
from desktop.errors import DeskError
from desktop.records.ids import PersonId, RequestId
from desktop.records.person import Initials
from desktop.store import queries, requests
from desktop.store.journal import Event
from desktop.store.queries import Owned
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What giving many came to: who had each that changed hands, so that it can be taken back."""

    changes: Changes
    owner: PersonId
    before: Mapping[RequestId, PersonId | None]


def assign(store: Store, request: RequestId, owner: PersonId, *, by: Initials) -> Changes:
    """Give the request to one person; nothing is written where it is theirs already.

    Raises:
        DeskError: ``closed``.
    """
    case = open_case(store, request)
    owned = Owned(id=request, student=case.student.id, owner=case.request.owner)
    _hand_over(store, [(owned, owner)], by)
    return Changes.of_request(request)


def assign_all(
    store: Store, chosen: Sequence[RequestId], owner: PersonId, *, by: Initials
) -> Given:
    """Give every open request of ``chosen`` to one person, in one transaction.

    Closed ones and those that are theirs already stay as they are.

    Raises:
        DeskError: ``nothing_to_give``: none of them changes hands.
    """
    moving = [one for one in queries.owned(store, chosen) if one.owner != owner]
    if not moving:
        raise DeskError(
            "nothing_to_give",
            "None of these changes hands: they are closed, or theirs already.",
            "Choose others, or somebody else.",
        )
    _hand_over(store, [(one, owner) for one in moving], by)
    before = {one.id: one.owner for one in moving}
    return Given(changes=Changes.of_request(*before), owner=owner, before=before)


def take_back(store: Store, given: Given, *, by: Initials) -> Changes:
    """Give each back to whoever had it; what changed hands again since, or was closed, stays.

    Raises:
        DeskError: ``nothing_to_give``: nothing of it can be taken back any more.
    """
    found = queries.owned(store, list(given.before))
    moving = [(one, given.before[one.id]) for one in found if one.owner == given.owner]
    if not moving:
        raise DeskError(
            "nothing_to_give",
            "None of these can be given back: they changed hands again, or were closed.",
            "Look at the list, and give them one by one.",
        )
    _hand_over(store, moving, by)
    return Changes.of_request(*(one.id for one, _ in moving))


def _hand_over(store: Store, moving: Sequence[tuple[Owned, PersonId | None]], by: Initials) -> None:
    moves = [(one, owner) for one, owner in moving if one.owner != owner]
    if not moves:
        return
    with store.change(_event(*moves[0]), by=by) as change:
        for place, (one, owner) in enumerate(moves):
            if place:
                change.also(_event(one, owner))
            requests.set_owner(change, one.id, owner)


def _event(one: Owned, owner: PersonId | None) -> Event:
    return Event(
        kind="request.assigned" if owner else "request.unassigned",
        request=one.id,
        student=one.student,
        facts={"owner": owner, "before": one.owner},
    )
