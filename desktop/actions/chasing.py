"""Ask a silent place again, one rung of the office's ladder after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.open_case import open_case
from desktop.errors import DeskError
from desktop.records.case import Case, Source, SourceState
from desktop.records.chasing import Asking, Rung, next_whom
from desktop.records.ids import RequestId, SourceId, new_id
from desktop.records.person import Initials
from desktop.store import cases, queries, requests
from desktop.store.journal import Event
from desktop.store.store import Store


def ask_again(
    store: Store,
    request: RequestId,
    source: SourceId,
    *,
    rungs: Sequence[Rung],
    today: date,
    by: Initials,
) -> Changes:
    """Note that a silent place was asked again today: whom is for the ladder to say.

    Raises:
        DeskError: ``no_source``, ``closed``; ``not_asked``: it was never asked, or has answered;
            ``asked_today``: it was asked today already.
    """
    case = open_case(store, request)
    place = waiting_place(case, source)
    if place.askings and place.askings[-1].on >= today:
        raise DeskError(
            "asked_today",
            "This place was asked today already.",
            "Give it time; take that asking back where it is wrong.",
        )
    whom = next_whom(rungs, len(place.askings))
    asking = Asking(whom=whom, on=today, by=by.person)
    with store.change(_event("source.asked", case, place, asking, 1), by=by) as change:
        requests.add_asking(change, new_id(by.at), request, source, asking)
    return Changes.of_request(request)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What asking many places came to: each that was asked, so that it can be taken back."""

    changes: Changes
    on: date
    places: tuple[tuple[RequestId, SourceId], ...]


def ask_all_again(
    store: Store,
    chosen: Sequence[RequestId],
    *,
    rungs: Sequence[Rung],
    today: date,
    by: Initials,
) -> Asked:
    """Note that every silent place of the open requests of ``chosen`` was asked again today.

    Those asked today already stay as they are.

    Raises:
        DeskError: ``nothing_silent``: none of them waits for a place that may be asked.
    """
    found = [
        (case, place)
        for one in queries.owned(store, chosen)
        for case in (cases.case(store, one.id),)
        for place in case.sources
        if _is_silent(place) and place.askings[-1].on < today
    ]
    if not found:
        raise DeskError(
            "nothing_silent",
            "None of these waits for a place that could be asked again today.",
            "Choose requests whose places were asked and have not answered.",
        )
    asked = [
        (case, place, Asking(whom=next_whom(rungs, len(place.askings)), on=today, by=by.person))
        for case, place in found
    ]
    with store.change(None, by=by) as change:
        for case, place, asking in asked:
            change.also(_event("source.asked", case, place, asking, 1))
            requests.add_asking(change, new_id(by.at), case.request.id, place.id, asking)
    places = tuple((case.request.id, place.id) for case, place, _ in asked)
    return Asked(changes=_touched(places), on=today, places=places)


def take_all_back(store: Store, asked: Asked, *, by: Initials) -> Changes:
    """None of these askings was made; a place that answered or was asked again since stays.

    Raises:
        DeskError: ``not_asked``: nothing of it can be taken back any more.
    """
    found = [
        (case, place)
        for request, source in asked.places
        for case in (cases.case(store, request),)
        for place in case.sources
        if place.id == source and _is_silent(place) and place.askings[-1].on == asked.on
    ]
    if not found:
        raise DeskError(
            "not_asked",
            "None of these can be taken back: the places have answered since.",
            "Look at the requests, and correct them one by one.",
        )
    with store.change(None, by=by) as change:
        for case, place in found:
            last = place.askings[-1]
            change.also(_event("source.asking_taken_back", case, place, last, 0))
            requests.remove_last_asking(change, place.id)
    return _touched([(case.request.id, place.id) for case, place in found])


def _is_silent(place: Source) -> bool:
    return place.state is SourceState.ASKED and bool(place.askings)


def _touched(places: Sequence[tuple[RequestId, SourceId]]) -> Changes:
    return Changes.of_request(*dict.fromkeys(request for request, _ in places))


def take_back_asking(
    store: Store, request: RequestId, source: SourceId, *, by: Initials
) -> Changes:
    """The last asking of a place never was; without any the place is still to be asked.

    Raises:
        DeskError: ``no_source``, ``closed``; ``not_asked``: it was never asked, or has answered.
    """
    case = open_case(store, request)
    place = waiting_place(case, source)
    *kept, last = place.askings
    event = _event("source.asking_taken_back", case, place, last, 0)
    with store.change(event, by=by) as change:
        requests.remove_last_asking(change, source)
        if not kept:
            never = replace(place, state=SourceState.TO_ASK, asked_on=None, askings=())
            requests.save_source(change, request, never)
    return Changes.of_request(request)


def waiting_place(case: Case, source: SourceId) -> Source:
    """The place of ``case`` that was asked and is silent.

    Raises:
        DeskError: ``no_source``; ``not_asked``.
    """
    place = next((one for one in case.sources if one.id == source), None)
    if place is None:
        raise DeskError("no_source", "This place is not on the list.", "Look at the list again.")
    if not _is_silent(place):
        raise DeskError(
            "not_asked",
            "This place waits for no answer.",
            "Note first that it was asked, or change its answer.",
        )
    return place


def _event(kind: str, case: Case, place: Source, asking: Asking, more: int) -> Event:
    return Event(
        kind=kind,
        request=case.request.id,
        student=case.student.id,
        facts={
            "place": place.name,
            "whom": asking.whom,
            "times": len(place.askings) + more,
            "asked_on": asking.on.isoformat(),
        },
    )
