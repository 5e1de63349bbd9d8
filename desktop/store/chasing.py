"""The places of many requests that were asked for records and are silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.records.chasing import Asking, Whom
from desktop.records.ids import RequestId, SourceId, StudentId
from desktop.store.store import Store, places_for


@dataclass(frozen=True, slots=True, kw_only=True)
class SilentPlace:
    """A place that has not answered: asked so many ``times``, ``last`` as it says."""

    id: SourceId
    request: RequestId
    student: StudentId
    name: str
    times: int
    last: Asking


def silent_places(store: Store, requests: Sequence[RequestId]) -> list[SilentPlace]:
    """Those of the open ones among ``requests``, in their order."""
    rows = store.rows(
        "select s.id, s.request_id, r.student_id, s.name,"
        " (select count(*) from asking where source_id = s.id), a.whom, a.asked_on, a.person_id"
        " from source s join request r on r.id = s.request_id join asking a"
        " on a.id = (select max(id) from asking where source_id = s.id)"
        f" where r.closed_on is null and s.state = 'asked' and s.request_id in"
        f" ({places_for(requests)}) order by s.id",
        requests,
    )
    place = {request: at for at, request in enumerate(requests)}
    found = [
        SilentPlace(
            id=row[0],
            request=row[1],
            student=row[2],
            name=row[3],
            times=row[4],
            last=Asking(whom=Whom(row[5]), on=date.fromisoformat(row[6]), by=row[7]),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: place[one.request])
