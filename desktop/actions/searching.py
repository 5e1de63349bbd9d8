"""Search the places where records live, and keep what each answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.steps import open_case
from desktop.errors import DeskError
from desktop.records.case import Source, SourceState
from desktop.records.ids import RequestId, SourceId, new_id
from desktop.records.person import Initials
from desktop.store import cases, requests
from desktop.store.journal import Event
from desktop.store.store import Store

MOST_PAGES = 100_000


def answer_source(
    store: Store,
    request: RequestId,
    source: SourceId,
    state: SourceState,
    *,
    pages: int = 0,
    note: str = "",
    today: date,
    by: Initials,
) -> Changes:
    """Note what one place answered: asked, found so many pages, or none.

    Raises:
        DeskError: ``no_source``, ``pages``, or ``closed``.
    """
    case = open_case(store, request)
    before = next((one for one in case.sources if one.id == source), None)
    if before is None:
        raise DeskError("no_source", "This place is not on the list.", "Look at the list again.")
    if not 0 <= pages <= MOST_PAGES:
        raise DeskError("pages", "That number of pages cannot be right.", "Count them again.")
    answered = state in {SourceState.FOUND, SourceState.NONE}
    now = replace(
        before,
        state=state,
        pages=pages if state is SourceState.FOUND else 0,
        note=note.strip(),
        asked_on=before.asked_on or (None if state is SourceState.TO_ASK else today),
        answered_on=today if answered else None,
    )
    event = Event(
        kind="source.answered",
        request=request,
        student=case.student.id,
        facts={"place": now.name, "state": state, "pages": now.pages, "before": before.state},
    )
    with store.change(event, by=by) as change:
        requests.save_source(change, request, now)
    return Changes.of_request(request)


def add_source(
    store: Store, request: RequestId, *, name: str, keeper: str, by: Initials
) -> Changes:
    """Search one more place for this request.

    Raises:
        DeskError: ``place_name`` or ``closed``.
    """
    case = open_case(store, request)
    if not name.strip():
        raise DeskError("place_name", "The place has no name.", "Write where the records are.")
    source = Source(id=SourceId(new_id(by.at)), name=name.strip(), keeper=keeper.strip())
    event = Event(
        kind="source.added",
        request=request,
        student=case.student.id,
        facts={"place": source.name},
    )
    with store.change(event, by=by) as change:
        requests.save_source(change, request, source)
    return Changes.of_request(request)


def take_over_search(
    store: Store, request: RequestId, earlier: RequestId, *, by: Initials
) -> Changes:
    """Use what a linked request's search found: one search, two answers.

    Places not answered for this request yet take the answer of the other; answers stay.
    """
    case, other = open_case(store, request), cases.case(store, earlier)
    if other.student.id != case.student.id:
        raise DeskError(
            "other_student",
            "That request is about another student.",
            "Search for this student on its own.",
        )
    found = {source.name: source for source in other.sources if source.answered_on}
    event = Event(
        kind="source.taken_over",
        request=request,
        student=case.student.id,
        facts={"number": other.request.number, "places": len(found)},
    )
    with store.change(event, by=by) as change:
        for source in case.sources:
            answer = found.pop(source.name, None)
            if answer is not None and source.answered_on is None:
                requests.save_source(change, request, replace(answer, id=source.id))
        for answer in found.values():
            own = replace(answer, id=SourceId(new_id(by.at)))
            requests.save_source(change, request, own)
    return Changes.of_request(request)
