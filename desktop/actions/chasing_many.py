"""Ask the silent places of many requests again: told before, made as one change, taken back as one.

The program sends nothing. What is noted is that somebody asked, whom and when.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.chasing import asking_event
from desktop.errors import DeskError, StoppedError
from desktop.records.chasing import Asking, Rung, Whom, next_whom
from desktop.records.ids import RequestId, SourceId, new_id
from desktop.records.person import Initials
from desktop.store import requests
from desktop.store.chasing import SilentPlace, silent_places
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """The silent places that may be asked again today, with whom each would be asked of."""

    places: tuple[tuple[SilentPlace, Whom], ...]

    @property
    def requests(self) -> int:
        """Of how many requests they are."""
        return len({place.request for place, _ in self.places})

    @property
    def by_whom(self) -> Mapping[Whom, int]:
        """How many places for each who would be asked, in the order of asking."""
        counts = Counter(whom for _, whom in self.places)
        return {whom: counts[whom] for whom in Whom if counts[whom]}

    def only(self, whom: Whom | None) -> Round:
        """Those where ``whom`` is to be asked; all for None."""
        if whom is None:
            return self
        return Round(places=tuple(one for one in self.places if one[1] is whom))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What asking many places came to: each that was asked, so that it can be taken back."""

    changes: Changes
    on: date
    places: tuple[tuple[RequestId, SourceId], ...]


def round_of(
    store: Store, chosen: Sequence[RequestId], *, rungs: Sequence[Rung], today: date
) -> Round:
    """What of the open requests of ``chosen`` can be asked again; what was asked today cannot."""
    return Round(
        places=tuple(
            (place, next_whom(rungs, place.times))
            for place in silent_places(store, chosen)
            if place.last.on < today
        )
    )


def ask_all_again(
    store: Store,
    chosen: Sequence[RequestId],
    *,
    rungs: Sequence[Rung],
    today: date,
    by: Initials,
    whom: Whom | None = None,
    progress: Callable[[int, int], object] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Asked:
    """Note that the silent places of the open requests of ``chosen`` were asked again today.

    Args:
        store: the office's file.
        chosen: the requests.
        rungs: the office's ladder.
        today: the day; places asked on it stay as they are.
        by: who asked.
        whom: only the places where this one is to be asked; None for all.
        progress: told how many of how many are noted.
        cancelled: asked between places; where it says so nothing is noted at all.

    Raises:
        DeskError: ``nothing_silent``: none of them waits for a place that may be asked.
        StoppedError: ``cancelled`` said so.
    """
    found = round_of(store, chosen, rungs=rungs, today=today).only(whom).places
    if not found:
        raise DeskError(
            "nothing_silent",
            "None of these waits for a place that could be asked again today.",
            "Choose requests whose places were asked and have not answered.",
        )
    with store.change(None, by=by) as change:
        for done, (place, asks) in enumerate(found, 1):
            if cancelled():
                raise StoppedError
            asking = Asking(whom=asks, on=today, by=by.person)
            about = (place.request, place.student)
            change.also(asking_event("source.asked", about, place.name, asking, place.times + 1))
            requests.add_asking(change, new_id(by.at), place.request, place.id, asking)
            progress(done, len(found))
    places = tuple((place.request, place.id) for place, _ in found)
    return Asked(changes=_touched(places), on=today, places=places)


def take_all_back(
    store: Store,
    asked: Asked,
    *,
    by: Initials,
    progress: Callable[[int, int], object] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Changes:
    """None of these askings was made; a place that answered or was asked again since stays.

    Raises:
        DeskError: ``not_asked``: nothing of it can be taken back any more.
        StoppedError: ``cancelled`` said so; all of them stay.
    """
    ids = {source for _, source in asked.places}
    silent = silent_places(store, list(dict.fromkeys(request for request, _ in asked.places)))
    found = [place for place in silent if place.id in ids and place.last.on == asked.on]
    if not found:
        raise DeskError(
            "not_asked",
            "None of these can be taken back: the places have answered since.",
            "Look at the requests, and correct them one by one.",
        )
    with store.change(None, by=by) as change:
        for done, place in enumerate(found, 1):
            if cancelled():
                raise StoppedError
            about, kind = (place.request, place.student), "source.asking_taken_back"
            change.also(asking_event(kind, about, place.name, place.last, place.times))
            requests.remove_last_asking(change, place.id)
            progress(done, len(found))
    return _touched([(place.request, place.id) for place in found])


def _touched(places: Sequence[tuple[RequestId, SourceId]]) -> Changes:
    return Changes.of_request(*dict.fromkeys(request for request, _ in places))
