"""Ask a silent place again, one rung of the office's ladder after the other.

Many at once are for ``chasing_many``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.open_case import open_case
from desktop.errors import DeskError
from desktop.records.case import Case, Source, SourceState
from desktop.records.chasing import Asking, Rung, next_whom
from desktop.records.ids import RequestId, SourceId, StudentId, new_id
from desktop.records.person import Initials
from desktop.store import requests
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
    if place.state is not SourceState.ASKED or not place.askings:
        raise DeskError(
            "not_asked",
            "This place waits for no answer.",
            "Note first that it was asked, or change its answer.",
        )
    return place


def _event(kind: str, case: Case, place: Source, asking: Asking, more: int) -> Event:
    about = (case.request.id, case.student.id)
    return asking_event(kind, about, place.name, asking, len(place.askings) + more)


def asking_event(
    kind: str, about: tuple[RequestId, StudentId], place: str, asking: Asking, times: int
) -> Event:
    """What the journal tells of one asking: the place, whom, the how-manieth time and when."""
    request, student = about
    return Event(
        kind=kind,
        request=request,
        student=student,
        facts={
            "place": place,
            "whom": asking.whom,
            "times": times,
            "asked_on": asking.on.isoformat(),
        },
    )
