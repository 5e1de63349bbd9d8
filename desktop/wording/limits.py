"""A legal date in words: what it is called, why it is that day, and its whole working-out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.records.calendar import NearBreak
from desktop.records.clock import OFFICE, Applies, Clocks, DaysLeft, Limit
from desktop.records.rules import Confidence
from desktop.wording.sentences import Wording


def limit_name(limit: Limit, wording: Wording) -> str:
    """What the limit is called: the rule's title, the meeting it precedes, or our own promise."""
    if limit.rule == OFFICE:
        return wording.text("limit.promise")
    if limit.before_event is not None and limit.rule.endswith(f".{limit.before_event}"):
        return wording.text(f"limit.before.{limit.before_event}")
    return limit.title


def limit_reason(limit: Limit, wording: Wording) -> str:
    """Why it is that day, in one sentence without the citation."""
    if limit.days is None:
        return wording.say(limit.working[0])
    code = f"limit.reason.{limit.counting}"
    return wording.text(code, days=limit.days, on=limit.counted_from)


def limit_standing(limit: Limit, wording: Wording) -> str:
    """What a limit that does not simply apply waits for; empty for one that does."""
    if limit.rule == OFFICE:
        return wording.text("due.state.promise")
    event = limit.before_event is not None and limit.applies is Applies.TARGET
    if limit.applies is Applies.YES or event:
        return ""
    return wording.text(f"due.state.{limit.applies}")


def break_said(due_on: date, work_by: date, near: NearBreak | None, wording: Wording) -> str:
    """That a date falls in a break or shortly before one; empty when it does not."""
    if near is None:
        return ""
    closure = near.closure
    one_day = "day" if closure.from_on == closure.until_on else "inside"
    code = one_day if near.inside else "soon"
    return wording.text(
        f"limit.break.{code}",
        on=due_on,
        work_by=work_by,
        title=closure.title,
        from_on=closure.from_on,
        until_on=closure.until_on,
    )


def left_said(left: DaysLeft, wording: Wording) -> str:
    """How many days are left, in the days the rule counts: "3 business days left."."""
    if left.days == 0:
        return wording.text("limit.left.over" if left.late else "limit.left.today")
    way = "late" if left.late else "left"
    return wording.text(f"limit.{way}.{left.counting}", days=left.days)


def is_own_target(limit: Limit) -> bool:
    """Whether the office chose the day itself; a day an order or a meeting sets is no target."""
    return limit.confidence is Confidence.OFFICE_TARGET and limit.before_event is None


def due_or_aim(limit: Limit, wording: Wording) -> str:
    """The day itself: what is due by law, and what the office aims at."""
    own = is_own_target(limit)
    return wording.text("intake.dates.aim" if own else "intake.dates.due", on=limit.due_on)


def limit_authority(limit: Limit, wording: Wording) -> str:
    """Where the limit stands; of the office's own days, under which."""
    if is_own_target(limit):
        return wording.text("limit.own", citation=limit.citation)
    return f"{limit.citation}."


def working_sentences(limit: Limit, wording: Wording) -> list[str]:
    """Every sentence of the working-out, in order."""
    return [wording.say(one) for one in limit.working]


def shown_limits(found: Clocks) -> list[Limit]:
    """The limits and the office's promise, earliest first."""
    promise = [found.promise] if found.promise else []
    return sorted([*found.limits, *promise], key=lambda limit: limit.due_on)


def limit_facts(limit: Limit, wording: Wording) -> dict[str, str | int | bool | list[str] | None]:
    """A limit for machines: dates in ISO form, the working-out as a list of sentences."""
    return {
        "rule": limit.rule,
        "citation": limit.citation,
        "counting": limit.counting,
        "days": limit.days,
        "counted_from": limit.counted_from.isoformat(),
        "due_on": limit.due_on.isoformat(),
        "work_by": limit.work_by.isoformat(),
        "extended": limit.extended,
        "before_event": limit.before_event,
        "confidence": limit.confidence,
        "applies": limit.applies,
        "explanation": working_sentences(limit, wording),
    }


def working_text(limit: Limit, wording: Wording) -> str:
    """The working-out as plain text to put into a letter, an e-mail or the folder."""
    return "\n".join(limit_lines(limit, wording))


def limit_lines(limit: Limit, wording: Wording) -> Iterator[str]:
    """The name of the limit, its days, how it stands and its working-out."""
    yield limit_name(limit, wording)
    yield wording.text("due.due", on=limit.due_on)
    yield wording.text("due.work_by", on=limit.work_by)
    standing = limit_standing(limit, wording)
    if standing:
        yield standing
    yield from working_sentences(limit, wording)
