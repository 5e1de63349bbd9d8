"""The working-out of a date: every sentence that lets a person count it again by hand.

Codes only; the words are in ``resources/wording/en/clock.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.records.calendar import Calendar, Count, Counting, DayOff, Why
from desktop.records.request import EventKind
from desktop.records.rules import Confidence, CountedFrom, ExtensionTerms, Rule
from desktop.records.sentence import Sentence, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkBy:
    """The day to finish by, and the sentences that say why it is that day."""

    on: date
    why: tuple[Sentence, ...]


def start(rule: Rule, on: date, *, dated: bool, written: bool) -> Sentence:
    """Where the count begins. ``dated``: the request bears a date of its own."""
    if rule.counted_from in {CountedFrom.RECEIPT, CountedFrom.AMENDMENT_HEARING}:
        return sentence(f"clock.start.{rule.counted_from}", on=on)
    if rule.counted_from is CountedFrom.WRITTEN_REQUEST and not written:
        return sentence("clock.start.not_written_yet", on=on)
    suffix = "" if dated else "_received"
    return sentence(f"clock.start.{rule.counted_from}{suffix}", on=on)


def extended(terms: ExtensionTerms, days: int, reason: str) -> Sentence:
    """That the office used the extension, by how much and why."""
    mode = _mode(terms)
    said = reason.strip().rstrip(".")
    return sentence(f"clock.extension.used.{mode}.{terms.counting}", days=days, reason=said)


def counted(count: Count, days: int, counting: Counting) -> Iterator[Sentence]:
    """How many days of which kind, each day left out by name, and the day it comes to."""
    yield sentence(f"clock.count.{counting}", days=days)
    yield from _skipped(count)
    yield sentence("clock.result", on=count.last_on)


def _skipped(count: Count) -> Iterator[Sentence]:
    """The days left out: weekends summed, each holiday and closure by name."""
    weekend_days = sum(day.why is Why.WEEKEND for day in count.skipped)
    if weekend_days:
        yield sentence("clock.skipped.weekend", days=weekend_days)
    for day in count.skipped:
        if day.why is not Why.WEEKEND:
            yield sentence(f"clock.skipped.{day.why}", on=day.on, title=day.title)


def ahead(
    kind: EventKind, event_on: date, count: Count, days: int, counting: Counting, *, due_on: date
) -> Iterator[Sentence]:
    """A count back from an event, and the day it comes to, not before the request was there."""
    yield sentence(f"clock.ahead.{kind}", on=event_on)
    yield sentence(f"clock.back.{counting}", days=days)
    yield from _skipped(count)
    if due_on > count.last_on:
        yield sentence("clock.ahead_past", on=count.last_on)
    yield sentence("clock.result", on=due_on)


def event_limit(kind: EventKind, event_on: date, due_on: date, *, by: bool) -> Iterator[Sentence]:
    """That the right is served before the event, or ``by`` its own day, and by which day."""
    yield sentence(f"clock.{'by' if by else 'before'}.{kind}", on=event_on)
    if due_on < event_on or by:
        yield sentence("clock.result", on=due_on)
    else:
        yield sentence("clock.same_day", on=due_on)


def work_by(
    due_on: date, received_on: date, calendar: Calendar, counting: Counting | None = None
) -> WorkBy:
    """The last office day on or before ``due_on``, but never before the request was there.

    When no such day is left it is the day of receipt itself: the first on which anything can be
    done. So it lies between receipt and ``due_on``, unless that was over before receipt.
    """
    if due_on < received_on:
        return WorkBy(on=received_on, why=(sentence("clock.work_by.past", on=received_on),))
    found = calendar.last_office_day(due_on, not_before=received_on)
    if found == due_on:
        return WorkBy(on=due_on, why=(sentence("clock.work_by.same", on=due_on),))
    end = (
        sentence("clock.work_by.earlier", on=found)
        if found
        else sentence("clock.work_by.none", on=received_on)
    )
    on = found or received_on
    return WorkBy(on=on, why=(*_closed(on, due_on, calendar), *_stays(counting), end))


def extension_known(rule: Rule) -> Sentence:
    """The extension the rule allows, or that none is known; none is asked of a target."""
    terms = rule.extension
    if terms is None:
        own = rule.confidence is Confidence.OFFICE_TARGET
        return sentence("clock.extension.own" if own else "clock.extension.none")
    condition = terms.condition.rstrip(".")
    if terms.days is None:
        return sentence("clock.extension.possible.open", condition=condition)
    code = f"clock.extension.possible.{_mode(terms)}.{terms.counting}"
    return sentence(code, days=terms.days, condition=condition)


def kind_of_day(rule: Rule) -> Iterator[Sentence]:
    """What the rule's text says about the kind of day it counts."""
    if rule.counting_basis:
        yield sentence("clock.basis", basis=rule.counting_basis)


def authority(rule: Rule) -> Iterator[Sentence]:
    """Where the rule stands, how sure that is, and what the office should know or check."""
    confidence = rule.confidence.name.lower()
    yield sentence(f"clock.confidence.{confidence}", citation=rule.citation, kind=rule.source_kind)
    yield sentence("clock.source", source=rule.source)
    if rule.office:
        yield sentence("clock.office", reason=rule.office.rstrip("."))
    if rule.pauses:
        yield sentence("clock.pauses", pauses=rule.pauses.rstrip("."))
    if rule.request_form:
        yield sentence("clock.form", form=rule.request_form)
    if rule.note:
        yield sentence("clock.note", note=rule.note)


def _closed(first_on: date, due_on: date, calendar: Calendar) -> Iterator[Sentence]:
    """Why the office is closed on ``due_on``, and each holiday or closure back to ``first_on``."""
    for back in range((due_on - first_on).days + 1):
        day = calendar.not_office(due_on - timedelta(days=back))
        if day and (back == 0 or day.why in {Why.HOLIDAY, Why.CLOSURE}):
            yield _closed_day(day)


def _stays(counting: Counting | None) -> Iterator[Sentence]:
    """That a limit in calendar days does not move off a weekend, holiday or closure."""
    if counting is Counting.CALENDAR:
        yield sentence("clock.stays")


def _closed_day(day: DayOff) -> Sentence:
    if day.title:
        return sentence(f"clock.closed.{day.why}", on=day.on, title=day.title)
    return sentence(f"clock.closed.{day.why}", on=day.on)


def _mode(terms: ExtensionTerms) -> str:
    return "total" if terms.total else "added"
