"""A legal date in words: what it is called, why it is that day, and its whole working-out."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.records.clock import OFFICE, Applies, Limit
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
    if limit.applies is Applies.YES:
        return ""
    return wording.text(f"due.state.{limit.applies}")


def working_sentences(limit: Limit, wording: Wording) -> list[str]:
    """Every sentence of the working-out, in order."""
    return [wording.say(one) for one in limit.working]


def working_text(limit: Limit, wording: Wording) -> str:
    """The working-out as plain text to put into a letter, an e-mail or the folder."""
    return "\n".join(_lines(limit, wording))


def _lines(limit: Limit, wording: Wording) -> Iterator[str]:
    yield limit_name(limit, wording)
    yield wording.text("due.due", on=limit.due_on)
    yield wording.text("due.work_by", on=limit.work_by)
    standing = limit_standing(limit, wording)
    if standing:
        yield standing
    yield from working_sentences(limit, wording)
