"""Search the places where records live, and keep what each answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.open_case import open_case
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.case import Case, Source, SourceState
from desktop.records.chasing import Asking, Whom
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

    The same answer with another note was still given on its day.

    Raises:
        DeskError: ``no_source``, ``pages``, ``nine_digits`` or ``closed``.
    """
    case = open_case(store, request)
    before = next((one for one in case.sources if one.id == source), None)
    if before is None:
        raise DeskError("no_source", "This place is not on the list.", "Look at the list again.")
    if not 0 <= pages <= MOST_PAGES:
        raise DeskError("pages", "That number of pages cannot be right.", "Count them again.")
    answered = state in {SourceState.FOUND, SourceState.NONE}
    pages = pages if state is SourceState.FOUND else 0
    same = (state, pages) == (before.state, before.pages)
    now = replace(
        before,
        state=state,
        pages=pages,
        note=kept_words(note),
        asked_on=before.asked_on or (None if state is SourceState.TO_ASK else today),
        answered_on=before.answered_on if same else today if answered else None,
    )
    if now == before:
        return Changes.of_request(request)
    event = Event(
        kind="source.answered",
        request=request,
        student=case.student.id,
        facts={"place": now.name, "state": state, "pages": now.pages, "before": before.state},
    )
    with store.change(event, by=by) as change:
        requests.save_source(change, request, now)
        if state is SourceState.ASKED and not before.askings:
            first = Asking(whom=Whom.KEEPER, on=today, by=by.person)
            requests.add_asking(change, new_id(by.at), request, source, first)
    return Changes.of_request(request)


def keep_source(
    store: Store, request: RequestId, source: SourceId, *, today: date, by: Initials
) -> Changes:
    """Note that a place keeps what it has and would write over (34 CFR 99.10(e)).

    Raises:
        DeskError: ``no_source``, ``keeps_anyway`` where nothing is written over, or ``closed``.
    """
    case = open_case(store, request)
    place = next((one for one in case.sources if one.id == source), None)
    if place is None:
        raise DeskError("no_source", "This place is not on the list.", "Look at the list again.")
    if not place.overwrites:
        raise DeskError(
            "keeps_anyway", "Nothing is written over there.", "Settings say which places do."
        )
    if place.kept_on is not None:
        return Changes.of_request(request)
    event = Event(
        kind="source.kept", request=request, student=case.student.id, facts={"place": place.name}
    )
    with store.change(event, by=by) as change:
        requests.save_source(change, request, replace(place, kept_on=today))
    return Changes.of_request(request)


def add_source(
    store: Store, request: RequestId, *, name: str, keeper: str, by: Initials
) -> Changes:
    """Search one more place for this request.

    Raises:
        DeskError: ``place_name``, ``nine_digits`` or ``closed``.
    """
    case = open_case(store, request)
    if not name.strip():
        raise DeskError("place_name", "The place has no name.", "Write where the records are.")
    source = Source(id=SourceId(new_id(by.at)), name=kept_words(name), keeper=kept_words(keeper))
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

    Raises:
        DeskError: ``other_student`` or ``closed``.
    """
    case, other = open_case(store, request), cases.case(store, earlier)
    if other.student.id != case.student.id:
        raise DeskError(
            "other_student",
            "That request is about another student.",
            "Search for this student on its own.",
        )
    taken = _taken_over(case, other, by)
    if not taken:
        return Changes.of_request(request)
    event = Event(
        kind="source.taken_over",
        request=request,
        student=case.student.id,
        facts={"number": other.request.number, "places": len(taken)},
    )
    with store.change(event, by=by) as change:
        for source in taken:
            requests.save_source(change, request, source)
    return Changes.of_request(request)


def _taken_over(case: Case, other: Case, by: Initials) -> list[Source]:
    """The answers of ``other`` that ``case`` lacks, as places of ``case``."""
    own = {source.name: source for source in case.sources}
    taken = []
    for answer in other.sources:
        mine = own.get(answer.name)
        if answer.answered_on is not None and (mine is None or mine.answered_on is None):
            place = mine.id if mine else SourceId(new_id(by.at))
            taken.append(replace(answer, id=place))
    return taken
