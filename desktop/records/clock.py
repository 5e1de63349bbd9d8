"""The legal dates of one request: every limit that runs, the one that drives, and why.

The day of receipt is day 0. A limit in calendar days never moves off a weekend; the work-by date
stands beside it. Nothing pauses a count. Rules come from the rule books, days from the calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from desktop.errors import DeskError
from desktop.records import working_out
from desktop.records.calendar import Calendar, Count, Counting
from desktop.records.ids import RuleId
from desktop.records.logged import Extension
from desktop.records.request import EventKind, Right
from desktop.records.rules import (
    ACCESS,
    Confidence,
    CountedFrom,
    ExtensionTerms,
    OralCounts,
    Rule,
    RuleBooks,
    Students,
    Use,
)
from desktop.records.sentence import Sentence, sentence

OFFICE = RuleId("OFFICE")


class Applies(StrEnum):
    """Whether a limit runs on this request. Only ``YES`` can drive.

    ``ASK``: the office decides whether the rule covers the request. ``WHEN_WRITTEN``: the request
    was spoken and the rule waits for it in writing. ``MET``: the step it sets a day for is done,
    or what was asked for was given. ``TARGET``: no law, the office's own aim where the law names no
    number of days.
    """

    YES = "yes"
    ASK = "ask"
    WHEN_WRITTEN = "when_written"
    MET = "met"
    TARGET = "target"


_OTHER_USE = {Use.ASK: Applies.ASK, Use.TARGET: Applies.TARGET}
_NO_LAW = frozenset({Applies.TARGET, Applies.ASK})
_EXTENDED = frozenset({Applies.YES, Applies.MET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The facts of a request that its dates depend on.

    ``copies`` is true when access is given by copies. ``requested_on`` is the date the request
    itself bears, where it differs from receipt. ``state`` is empty for federal law alone.
    ``done`` are the steps of the right that are done, for limits that end with one. ``given`` is
    true once a step is done that gives what was asked for: only that ends every other limit
    (34 CFR 99.10(b)).
    """

    right: Right
    copies: bool = False
    received_on: date
    requested_on: date | None = None
    in_writing: bool = True
    special_education: bool = False
    state: str = ""
    events: Mapping[EventKind, date] = field(default_factory=dict)
    extension: Extension | None = None
    done: frozenset[str] = frozenset()
    given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """One limit on one request, with its date and its working-out.

    ``days`` counts in ``counting`` after ``counted_from``, with any extension; it is ``None`` for
    a limit set by ``before_event``. ``due_on`` is the last lawful day, ``work_by`` the last office
    day on or before it, not earlier than receipt. The office's promise has the rule ``OFFICE`` and
    neither title, citation nor confidence.
    """

    rule: RuleId
    title: str
    citation: str
    counting: Counting
    days: int | None
    counted_from: date
    due_on: date
    work_by: date
    extended: bool = False
    before_event: EventKind | None = None
    confidence: Confidence | None
    applies: Applies
    working: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """All limits of a request, earliest first, and the one that drives.

    ``driving`` is ``None`` when no law in the books has a limit that runs. ``promise`` is the
    office's own, shown beside the law and never driving. ``notes`` is what must be said besides:
    no state limit found, a damaged book, a meeting no limit counts.
    """

    limits: tuple[Limit, ...]
    driving: RuleId | None
    promise: Limit | None = None
    notes: tuple[Sentence, ...] = ()

    @property
    def driving_limit(self) -> Limit | None:
        """The limit that drives."""
        return next((limit for limit in self.limits if limit.rule == self.driving), None)

    @property
    def all_met(self) -> bool:
        """Whether no day is left to keep: every limit that ran is met."""
        limit = self.acting_limit
        return limit is not None and limit.applies is Applies.MET

    @property
    def acting_limit(self) -> Limit | None:
        """The limit to work by: the one that drives, else the office's earliest target.

        Where every limit is met, the last of them: what is left follows from it.
        """
        targets = [limit for limit in self.limits if limit.applies is Applies.TARGET]
        met = [limit for limit in self.limits if limit.applies is Applies.MET]
        return next(iter((*filter(None, [self.driving_limit]), *targets, *met[-1:])), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysUsed:
    """How far a limit has run: "22 of 45 calendar days used"; ``used`` passes ``of`` when late."""

    used: int
    of: int
    counting: Counting


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysLeft:
    """How far off a date is: "3 business days left", or so many past it when ``late``.

    ``days`` is 0 on the day itself, and when only days that do not count have gone by since.
    """

    days: int
    counting: Counting
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Running:
    """A rule that may run on the request, and whether it does."""

    rule: Rule
    applies: Applies
    extension: Extension | None = None


def clocks(
    asked: Asked, *, books: RuleBooks, calendar: Calendar, promise_calendar_days: int = 0
) -> Clocks:
    """Work out every limit on the request.

    Args:
        asked: the facts of the request.
        books: federal law and the asked state.
        calendar: the office's days, holidays and closures.
        promise_calendar_days: the office's own promise, counted from receipt; 0 for none.

    Raises:
        DeskError: the request is dated after its receipt; the state is unknown; the extension is
            not allowed (the message says what is); the calendar never opens; a date would fall
            after the year 9999.
        ResourceError: the federal rule book is damaged.
    """
    if asked.requested_on and asked.requested_on > asked.received_on:
        raise DeskError(
            "requested_after_received",
            "The request is dated later than the day it was received.",
            "Correct one of the two dates.",
        )
    try:
        limits = tuple(sorted(_limits(asked, books, calendar), key=_place))
        driving = next((limit for limit in limits if limit.applies is Applies.YES), None)
        promise = _promise(asked, promise_calendar_days, calendar)
    except OverflowError as fault:
        raise DeskError(
            "date_out_of_range",
            "A limit would fall after the year 9999.",
            "Correct the date of receipt.",
        ) from fault
    late = promise is not None and driving is not None and promise.due_on > driving.due_on
    return Clocks(
        limits=limits,
        driving=driving.rule if driving else None,
        promise=None if late else promise,
        notes=(*_notes(asked, books, limits), *_promise_note(promise, late=late)),
    )


def days_used(limit: Limit, *, today: date, calendar: Calendar) -> DaysUsed:
    """How many of the limit's days are gone, in the days it counts.

    A limit set by a meeting counts calendar days from receipt to its date.
    """
    used = calendar.days_between(limit.counted_from, today, limit.counting)
    of = limit.days if limit.days is not None else (limit.due_on - limit.counted_from).days
    return DaysUsed(used=used, of=of, counting=limit.counting)


def days_left(limit: Limit, *, today: date, calendar: Calendar) -> DaysLeft:
    """How many days are left until the limit's date, in the days it counts.

    A limit set by a meeting counts calendar days.
    """
    early, late = sorted((today, limit.due_on))
    days = calendar.days_between(early, late, limit.counting)
    return DaysLeft(days=days, counting=limit.counting, late=today > limit.due_on)


def _place(limit: Limit) -> tuple[date, bool, bool]:
    """Earliest first; on one day, what runs before what is asked, and a meeting before a count.

    Otherwise the order of the books stands: federal law, then the state.
    """
    return (limit.due_on, limit.applies is not Applies.YES, limit.before_event is None)


def _limits(asked: Asked, books: RuleBooks, calendar: Calendar) -> Iterator[Limit]:
    for running in _with_extension(_running(asked, books), asked.extension):
        rule = running.rule
        if rule.ahead_of is not None:
            yield from _ahead_of(running, rule.ahead_of, asked, calendar)
        elif _start(rule, asked) is not None:
            yield _counted(running, asked, calendar)
        for kind in (*rule.before, *rule.by):
            event_on = _coming(kind, asked)
            if event_on is not None:
                yield _at_event(running, kind, event_on, asked, calendar)


def _coming(kind: EventKind, asked: Asked) -> date | None:
    """The day of an event that is not over before the request came."""
    event_on = asked.events.get(kind)
    return event_on if event_on is not None and event_on >= asked.received_on else None


def _running(asked: Asked, books: RuleBooks) -> list[_Running]:
    wanted = _wanted(asked)
    rules = books.rules_for(asked.state, received_on=asked.received_on)
    found = ((rule, _applies(rule, wanted, asked)) for rule in rules)
    return [_Running(rule=rule, applies=applies) for rule, applies in found if applies]


def _wanted(asked: Asked) -> frozenset[Right]:
    """What the request asks for in the words of the rule books."""
    return ACCESS if asked.copies and asked.right is Right.INSPECT else frozenset({asked.right})


def _applies(rule: Rule, wanted: frozenset[Right], asked: Asked) -> Applies | None:
    off_here = rule.students is Students.SPECIAL_EDUCATION and not asked.special_education
    if off_here or rule.use is Use.OFF:
        return None
    if wanted.isdisjoint(rule.covers):
        # A rule on copies does not reach a visit. A rule on seeing may reach copies for a family
        # that cannot come: leaving it out would hide a shorter date, so the office is asked.
        reaches = asked.right is Right.COPIES and Right.INSPECT in rule.covers
        return Applies.ASK if reaches else None
    if _met(rule, asked):
        return Applies.MET
    if rule.use is not Use.YES:
        return _OTHER_USE[rule.use]
    if rule.oral_counts is OralCounts.NO and not asked.in_writing:
        return Applies.WHEN_WRITTEN
    return Applies.YES


def _met(rule: Rule, asked: Asked) -> bool:
    """Whether the step the limit sets a day for is done; without one, whether access was given."""
    return rule.ends_with in asked.done if rule.ends_with else asked.given


def _with_extension(running: list[_Running], extension: Extension | None) -> list[_Running]:
    """The same rules with the extension on the one it is meant for."""
    if extension is None:
        return running
    chosen = _extended_rule(running, extension)
    return [
        _Running(rule=one.rule, applies=one.applies, extension=extension if one is chosen else None)
        for one in running
    ]


def _extended_rule(running: list[_Running], extension: Extension) -> _Running:
    able = [one for one in running if one.rule.extension and one.applies in _EXTENDED]
    if extension.rule is not None:
        able = [one for one in able if one.rule.id == extension.rule]
    if not able:
        raise _refused(
            "No limit that runs on this request allows an extension.",
            "Leave the extension out: the dates stand as they are.",
        )
    if len(able) > 1:
        named = ", ".join(one.rule.id for one in able)
        raise _refused(f"More than one limit can be extended: {named}.", "Say which one.")
    if not extension.reason.strip():
        raise _refused("An extension needs its reason.", "Say in a few words why it is taken.")
    return able[0]


def _counted(running: _Running, asked: Asked, calendar: Calendar) -> Limit:
    rule = running.rule
    start_on = _start(rule, asked) or asked.received_on
    days, counting, count = _count(running, start_on, calendar)
    by = working_out.work_by(count.last_on, asked.received_on, calendar, counting)
    return Limit(
        rule=rule.rule_id,
        title=rule.title,
        citation=rule.citation,
        counting=counting,
        days=days,
        counted_from=start_on,
        due_on=count.last_on,
        work_by=by.on,
        extended=running.extension is not None,
        confidence=rule.confidence,
        applies=running.applies,
        working=(
            _start_said(rule, start_on, asked),
            *_extension_said(running),
            *working_out.counted(count, days, counting),
            *by.why,
            *working_out.kind_of_day(rule),
            *_past_events(rule, asked),
            *_applies_said(running, asked, start_on),
            working_out.extension_known(rule),
            *working_out.authority(rule),
        ),
    )


def _at_event(
    running: _Running, kind: EventKind, event_on: date, asked: Asked, calendar: Calendar
) -> Limit:
    # 34 CFR 300.613(a): before the meeting, so the day before is the last; a meeting on the day of
    # receipt leaves only that day. Where the rule names the event's own day, that is the last.
    whole = kind in running.rule.by or event_on == asked.received_on
    due_on = event_on if whole else event_on - timedelta(days=1)
    said = working_out.event_limit(kind, event_on, due_on, by=kind in running.rule.by)
    return _event_limit(running, kind, due_on, tuple(said), asked, calendar)


def _ahead_of(
    running: _Running, kind: EventKind, asked: Asked, calendar: Calendar
) -> Iterator[Limit]:
    """A limit counted back from an event: notice so many days before a hearing."""
    event_on, rule = _coming(kind, asked), running.rule
    if event_on is None:
        return
    count = calendar.before(event_on, rule.days, rule.counting)
    due_on = max(count.last_on, asked.received_on)
    said = working_out.ahead(kind, event_on, count, rule.days, rule.counting, due_on=due_on)
    yield _event_limit(running, kind, due_on, tuple(said), asked, calendar)


def _event_limit(
    running: _Running,
    kind: EventKind,
    due_on: date,
    said: tuple[Sentence, ...],
    asked: Asked,
    calendar: Calendar,
) -> Limit:
    rule = running.rule
    by = working_out.work_by(due_on, asked.received_on, calendar)
    own = rule.ahead_of is not None
    return Limit(
        rule=rule.rule_id if own else RuleId(f"{rule.id}.{kind}"),
        title=rule.title,
        citation=rule.citation,
        counting=Counting.CALENDAR,
        days=None,
        counted_from=asked.received_on,
        due_on=due_on,
        work_by=by.on,
        before_event=kind,
        confidence=rule.confidence,
        applies=running.applies,
        working=(
            *said,
            *by.why,
            *_applies_said(running, asked, asked.received_on),
            *working_out.authority(rule),
        ),
    )


def _promise(asked: Asked, days: int, calendar: Calendar) -> Limit | None:
    if days <= 0:
        return None
    count = calendar.add(asked.received_on, days, Counting.CALENDAR)
    by = working_out.work_by(count.last_on, asked.received_on, calendar)
    return Limit(
        rule=OFFICE,
        title="",
        citation="",
        counting=Counting.CALENDAR,
        days=days,
        counted_from=asked.received_on,
        due_on=count.last_on,
        work_by=by.on,
        confidence=None,
        applies=Applies.YES,
        working=(
            sentence("clock.promise.start", on=asked.received_on),
            *working_out.counted(count, days, Counting.CALENDAR),
            *by.why,
        ),
    )


def _start(rule: Rule, asked: Asked) -> date | None:
    """Day 0: receipt (34 CFR 99.10(b)), the request's own date, or a hearing where there is one."""
    match rule.counted_from:
        case CountedFrom.RECEIPT:
            return asked.received_on
        case CountedFrom.AMENDMENT_HEARING:
            return _coming(EventKind.AMENDMENT_HEARING, asked)
        case CountedFrom.REQUEST_MADE | CountedFrom.WRITTEN_REQUEST:
            return asked.requested_on or asked.received_on
        case _:
            assert_never(rule.counted_from)


def _count(running: _Running, start_on: date, calendar: Calendar) -> tuple[int, Counting, Count]:
    """The days counted, the kind of day, and where they end, with the extension if there is one."""
    rule, terms, extension = running.rule, running.rule.extension, running.extension
    plain = calendar.add(start_on, rule.days, rule.counting)
    if terms is None or extension is None:
        return rule.days, rule.counting, plain
    if extension.days < 1 or (terms.days is not None and extension.days > terms.days):
        raise _not_allowed(rule.id, terms, f"not {extension.days}")
    days = extension.days if terms.total else rule.days + extension.days
    longer = calendar.add(start_on, days, terms.counting)
    if longer.last_on <= plain.last_on:
        raise _not_allowed(rule.id, terms, f"and {extension.days} would not move the date")
    return days, terms.counting, longer


def _not_allowed(rule: str, terms: ExtensionTerms, but: str) -> DeskError:
    return _refused(
        f"{rule} allows {_allowed(terms)}, {but}.",
        f"It may be used when {terms.condition.rstrip('.')}.",
    )


def _allowed(terms: ExtensionTerms) -> str:
    if terms.days is None:
        return f"added {terms.counting} days without a number, 1 or more"
    if not terms.total:
        return f"1 to {terms.days} added {terms.counting} days"
    return f"a total of at most {terms.days} {terms.counting} days from the same start"


def _refused(message: str, remedy: str) -> DeskError:
    return DeskError("extension_refused", message, remedy)


def _start_said(rule: Rule, start_on: date, asked: Asked) -> Sentence:
    dated = asked.requested_on is not None
    return working_out.start(rule, start_on, dated=dated, written=asked.in_writing)


def _extension_said(running: _Running) -> Iterator[Sentence]:
    terms, extension = running.rule.extension, running.extension
    if terms and extension:
        yield working_out.extended(terms, extension.days, extension.reason)


def _past_events(rule: Rule, asked: Asked) -> Iterator[Sentence]:
    for kind in (*rule.before, *rule.by):
        event_on = asked.events.get(kind)
        if event_on is not None and event_on < asked.received_on:
            yield sentence(f"clock.past.{kind}", on=event_on)


def _applies_said(running: _Running, asked: Asked, on: date) -> Iterator[Sentence]:
    rule = running.rule
    if _wanted(asked).isdisjoint(rule.covers):
        yield sentence("clock.applies.copies")
    if running.applies is Applies.MET:
        yield sentence("clock.applies.met")
    if rule.use is Use.ASK:
        yield sentence("clock.applies.ask")
    if rule.oral_counts is OralCounts.NO and not asked.in_writing:
        yield sentence("clock.applies.when_written", on=on)


def _notes(asked: Asked, books: RuleBooks, limits: tuple[Limit, ...]) -> Iterator[Sentence]:
    if not limits:
        yield sentence("clock.right_without_limit")
    elif all(_no_law(limit) for limit in limits) and limits[0].before_event is None:
        yield sentence("clock.only_target")
    unused = [kind for kind in asked.events if not _counted_event(kind, asked, books)]
    for kind in unused:
        yield sentence(f"clock.unused.{kind}", on=asked.events[kind])
    yield from _state_notes(asked, books, limits)


def _no_law(limit: Limit) -> bool:
    met = limit.applies is Applies.MET and limit.confidence is Confidence.OFFICE_TARGET
    return met or limit.applies in _NO_LAW


def _state_notes(asked: Asked, books: RuleBooks, limits: tuple[Limit, ...]) -> Iterator[Sentence]:
    fault = books.fault_of(asked.state)
    if fault is not None:
        yield sentence("clock.state_unreadable", file=fault.file, line=fault.line)
    elif asked.state and not any(limit.rule.startswith(f"{asked.state}-") for limit in limits):
        code = "without_limit" if asked.right in ACCESS else "silent"
        yield sentence(f"clock.state_{code}", state=books.book(asked.state).book.name)


def _counted_event(kind: EventKind, asked: Asked, books: RuleBooks) -> bool:
    return any(kind in one.rule.events for one in _running(asked, books))


def _promise_note(promise: Limit | None, *, late: bool) -> Iterator[Sentence]:
    if promise is not None and late:
        yield sentence("clock.promise.later", on=promise.due_on)
