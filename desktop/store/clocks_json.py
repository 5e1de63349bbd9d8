"""A request's dates with their working-out as JSON text, as they were worked out that day.

A sentence's values are text, numbers or dates; JSON has no dates, so a date is written as
``{"on": "2026-10-29"}``.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec

from desktop.records.calendar import Counting
from desktop.records.clock import Applies, Clocks, Limit
from desktop.records.ids import RuleId
from desktop.records.request import EventKind
from desktop.records.rules import Confidence
from desktop.records.sentence import Sentence, Value


def encode(clocks: Clocks) -> str:
    """The dates as JSON text."""
    built = {
        "limits": [_limit_out(limit) for limit in clocks.limits],
        "driving": clocks.driving,
        "promise": clocks.promise and _limit_out(clocks.promise),
        "notes": [_sentence_out(one) for one in clocks.notes],
    }
    return msgspec.json.encode(built).decode()


def decode(text: str) -> Clocks:
    """The dates as ``encode`` wrote them."""
    built = msgspec.json.decode(text)
    return Clocks(
        limits=tuple(_limit_in(limit) for limit in built["limits"]),
        driving=RuleId(built["driving"]) if built["driving"] else None,
        promise=_limit_in(built["promise"]) if built["promise"] else None,
        notes=tuple(_sentence_in(one) for one in built["notes"]),
    )


def _limit_out(limit: Limit) -> dict[str, Any]:
    return {
        "rule": limit.rule,
        "title": limit.title,
        "citation": limit.citation,
        "counting": limit.counting,
        "days": limit.days,
        "counted_from": limit.counted_from,
        "due_on": limit.due_on,
        "work_by": limit.work_by,
        "extended": limit.extended,
        "before_event": limit.before_event,
        "confidence": limit.confidence,
        "applies": limit.applies,
        "working": [_sentence_out(one) for one in limit.working],
    }


def _limit_in(built: dict[str, Any]) -> Limit:
    return Limit(
        rule=RuleId(built["rule"]),
        title=built["title"],
        citation=built["citation"],
        counting=Counting(built["counting"]),
        days=built["days"],
        counted_from=date.fromisoformat(built["counted_from"]),
        due_on=date.fromisoformat(built["due_on"]),
        work_by=date.fromisoformat(built["work_by"]),
        extended=built["extended"],
        before_event=EventKind(built["before_event"]) if built["before_event"] else None,
        confidence=Confidence(built["confidence"]) if built["confidence"] else None,
        applies=Applies(built["applies"]),
        working=tuple(_sentence_in(one) for one in built["working"]),
    )


def _sentence_out(sentence: Sentence) -> list[Any]:
    return [
        sentence.code,
        {
            name: {"on": value.isoformat()} if isinstance(value, date) else value
            for name, value in sentence.values.items()
        },
    ]


def _sentence_in(built: list[Any]) -> Sentence:
    code, values = built
    return Sentence(code, {name: _value_in(value) for name, value in values.items()})


def _value_in(value: Any) -> Value:
    plain: Value = date.fromisoformat(value["on"]) if isinstance(value, dict) else value
    return plain
