"""The office's calendar, and working the dates of open requests out again when a fact changes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.open_case import open_case
from desktop.errors import DeskError
from desktop.office.holidays import place_of, public_holidays
from desktop.records.calendar import Calendar, Closure
from desktop.records.case import Case
from desktop.records.clock import Asked, Clocks, clocks
from desktop.records.ids import ClosureId, RequestId, new_id
from desktop.records.law import Law
from desktop.records.logged import Request
from desktop.records.office_policy import with_policy
from desktop.records.person import Initials
from desktop.records.request import Access, EventKind
from desktop.records.rules import RuleBooks
from desktop.records.school import School
from desktop.store import cases, office, policy, queries, requests
from desktop.store.journal import Event, Fact
from desktop.store.own_days import CalendarEntry, calendar_entries
from desktop.store.store import Change, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDays:
    """Days to be entered; ``kind`` as in ``store.office.add_closure``."""

    from_on: date
    until_on: date
    title: str
    kind: str = "closure"

    def facts(self) -> dict[str, Fact]:
        """As the journal keeps them."""
        return {
            "kind": self.kind,
            "title": self.title,
            "from_on": self.from_on.isoformat(),
            "until_on": self.until_on.isoformat(),
        }


def checked_days(days: NewDays) -> NewDays:
    """Days that can be entered, their name without the blanks around it.

    Raises:
        DeskError: ``entry_order`` or ``entry_title``.
    """
    if days.until_on < days.from_on:
        raise DeskError("entry_order", "The last day is before the first.", "Correct the dates.")
    if not days.title.strip():
        raise DeskError("entry_title", "The days need a name.", "Write what they are.")
    return replace(days, title=days.title.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A request whose dates changed: what was due, and what is due now.

    Where the office is closed on the legal date, only the day to finish by may have moved.
    """

    request: RequestId
    number: str
    due_before: date
    due_now: date
    work_by_before: date
    work_by_now: date


def office_calendar(store: Store) -> Calendar:
    """The school's days: office days, public holidays of its state, what the office edited."""
    return calendar_of(school_page(store), calendar_entries(store))


def calendar_of(page: School, entries: Sequence[NewDays | CalendarEntry]) -> Calendar:
    """The days of a school with these entries, whether they are kept or only thought of."""
    return Calendar(
        office_days=page.office_days,
        holidays=public_holidays(
            place_of(page.state),
            extra=[
                (one.from_on, one.until_on, one.title) for one in entries if one.kind == "holiday"
            ],
            not_here=[(one.from_on, one.until_on) for one in entries if one.kind == "not_holiday"],
        ),
        closures=tuple(
            Closure(from_on=one.from_on, until_on=one.until_on, title=one.title)
            for one in entries
            if one.kind == "closure"
        ),
    )


def school_page(store: Store) -> School:
    """The school's page.

    Raises:
        DeskError: ``no_school``, before set-up is finished.
    """
    page = queries.school(store)
    if page is None:
        raise DeskError("no_school", "The school is not set up yet.", "Finish the set-up first.")
    return page


def dates_of(asked: Asked, *, store: Store, law: Law) -> Clocks:
    """All limits on what is asked, as the office uses them, in its calendar, with its promise."""
    return clocks(
        asked,
        books=books_of(store, law),
        calendar=office_calendar(store),
        promise_calendar_days=school_page(store).promise_calendar_days,
    )


def books_of(store: Store, law: Law) -> RuleBooks:
    """The rule books with what this office decided laid over them."""
    return with_policy(law.books, policy.decisions(store))


def asked_by(request: Request, state: str, done: frozenset[str], law: Law) -> Asked:
    """The facts of a logged request that its dates depend on; ``done`` are the steps done."""
    return Asked(
        right=request.right,
        copies=request.access is Access.COPIES,
        received_on=request.received_on,
        requested_on=request.requested_on,
        in_writing=request.in_writing,
        special_education=request.special_education,
        state=state,
        events=request.events,
        done=done,
        given=law.rights.given(request.right, done),
        extension=request.extension,
    )


def received(store: Store, case: Case, received_on: date, *, law: Law) -> tuple[Request, Clocks]:
    """The request of a case as received on another day, with the dates it then has.

    Raises:
        DeskError: ``no_limit``.
    """
    moved = replace(case.request, received_on=received_on)
    asked = asked_by(moved, school_page(store).state, case.done, law)
    clocks = dates_of(asked, store=store, law=law)
    return with_dates(moved, clocks), clocks


def with_dates(request: Request, found: Clocks) -> Request:
    """The request with the limit to work by repeated on it: the law's, else the office's target.

    Raises:
        DeskError: ``no_limit``: no rule book has a limit for this right.
    """
    limit = found.acting_limit
    if limit is None:
        raise DeskError(
            "no_limit",
            "The rule books have no limit for this right.",
            "Check the rule books in Settings; nothing was saved.",
        )
    return replace(
        request,
        due_on=limit.due_on,
        work_by=limit.work_by,
        driving_rule=limit.rule,
        dates_met=found.all_met,
    )


def with_event(request: Request, kind: EventKind, on: date | None) -> Request:
    """The request with a meeting or hearing set, moved or taken away; its dates not yet worked out.

    A student who has an IEP meeting is in special education, whatever was ticked.
    """
    events = dict(request.events)
    events.pop(kind, None)
    if on is not None:
        events[kind] = on
    special = request.special_education or EventKind.IEP_MEETING in events
    return replace(request, events=events, special_education=special)


def set_event(
    store: Store, request: RequestId, *, kind: EventKind, on: date | None, law: Law, by: Initials
) -> Changes:
    """Set, move or take away a meeting or hearing; the dates follow and the history says so.

    Raises:
        DeskError: ``event_before`` when the meeting is before the request came in; ``closed``.
    """
    case = open_case(store, request)
    if on is not None and on < case.request.received_on:
        raise DeskError(
            "event_before",
            "The meeting is before the day the request came in.",
            "Check the meeting date.",
        )
    before = case.request.events.get(kind)
    if on == before:
        return Changes.of_request(request)
    changed = with_event(case.request, kind, on)
    found = dates_of(
        asked_by(changed, school_page(store).state, case.done, law), store=store, law=law
    )
    dated = with_dates(changed, found)
    event = Event(
        kind="dates.event_set" if on else "dates.event_removed",
        request=request,
        student=case.student.id,
        facts={
            "event": kind,
            "before_on": before.isoformat() if before else None,
            "now_on": on.isoformat() if on else None,
            "due_before_on": case.request.due_on.isoformat(),
            "due_now_on": dated.due_on.isoformat(),
            "rule": dated.driving_rule,
        },
    )
    with store.change(event, by=by) as change:
        requests.set_dates(change, dated, found)
    return Changes.of_request(request)


def add_entry(
    store: Store, *, from_on: date, until_on: date, title: str, kind: str, law: Law, by: Initials
) -> tuple[Changes, tuple[Moved, ...]]:
    """Enter closed days or a holiday; every open request is worked out again.

    Raises:
        DeskError: ``entry_order`` or ``entry_title``.
    """
    days = checked_days(NewDays(from_on=from_on, until_on=until_on, title=title, kind=kind))
    closure = ClosureId(new_id(by.at))
    event = Event(kind="calendar.added", facts={"entry": closure, **days.facts()})
    with store.change(event, by=by) as change:
        office.add_closure(change, closure, **asdict(days))
        moved = _redate_open(store, change, law)
    return Changes.of_calendar(), moved


def remove_entry(
    store: Store, closure: ClosureId, *, law: Law, by: Initials
) -> tuple[Changes, tuple[Moved, ...]]:
    """Take an entry of the calendar back; every open request is worked out again."""
    if all(one.id != closure for one in calendar_entries(store)):
        return Changes.of_calendar(), ()
    event = Event(kind="calendar.removed", facts={"entry": closure})
    with store.change(event, by=by) as change:
        office.remove_closure(change, closure)
        moved = _redate_open(store, change, law)
    return Changes.of_calendar(), moved


def redate_all(store: Store, change: Change, law: Law) -> tuple[Moved, ...]:
    """Work out every open request again after the state, office days or promise changed."""
    return _redate_open(store, change, law)


def redate(store: Store, change: Change, case: Case, law: Law) -> None:
    """Work out a request again that took no part in changes of the calendar while it was closed."""
    asked = asked_by(case.request, school_page(store).state, case.done, law)
    found = dates_of(asked, store=store, law=law)
    dated = with_dates(case.request, found)
    requests.set_dates(change, dated, found)
    _told(case, dated, change, kind="dates.caught_up")


def what_moves(
    store: Store,
    *,
    added: Sequence[NewDays] = (),
    without: Collection[ClosureId] = (),
    law: Law,
) -> tuple[Moved, ...]:
    """What would move if these days were entered and those entries taken back; nothing is kept."""
    kept = [one for one in calendar_entries(store) if one.id not in without]
    calendar = calendar_of(school_page(store), [*kept, *added])
    counted = _counted_again(store, calendar, law)
    return tuple(_moved(case.request, dated) for case, dated, _ in counted if _moves(case, dated))


def _redate_open(store: Store, change: Change, law: Law) -> tuple[Moved, ...]:
    moved: list[Moved] = []
    for case, dated, found in _counted_again(store, office_calendar(store), law):
        requests.set_dates(change, dated, found)
        moved += _told(case, dated, change)
    return tuple(moved)


def _counted_again(
    store: Store, calendar: Calendar, law: Law
) -> Iterator[tuple[Case, Request, Clocks]]:
    """Each open request whose dates, or their working-out, are others in ``calendar``."""
    page, books = school_page(store), books_of(store, law)
    for request_id in queries.open_ids(store):
        case = cases.case(store, request_id)
        found = clocks(
            asked_by(case.request, page.state, case.done, law),
            books=books,
            calendar=calendar,
            promise_calendar_days=page.promise_calendar_days,
        )
        dated = with_dates(case.request, found)
        if found != case.clocks:
            yield case, dated, found


def _told(
    case: Case, dated: Request, change: Change, *, kind: str = "dates.recomputed"
) -> Sequence[Moved]:
    """Journal and list a request whose dates really moved; new wording alone is not news."""
    was = case.request
    if not _moves(case, dated):
        return ()
    change.also(
        Event(
            kind=kind,
            request=was.id,
            student=was.student,
            facts={
                "due_before_on": was.due_on.isoformat(),
                "due_now_on": dated.due_on.isoformat(),
                "work_by_before_on": was.work_by.isoformat(),
                "work_by_now_on": dated.work_by.isoformat(),
                "rule": dated.driving_rule,
            },
        )
    )
    return (_moved(was, dated),)


def _moves(case: Case, dated: Request) -> bool:
    was = case.request
    return (was.due_on, was.work_by) != (dated.due_on, dated.work_by)


def _moved(was: Request, dated: Request) -> Moved:
    return Moved(
        request=was.id,
        number=was.number,
        due_before=was.due_on,
        due_now=dated.due_on,
        work_by_before=was.work_by,
        work_by_now=dated.work_by,
    )
