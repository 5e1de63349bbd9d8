"""What is written down in the steps of a request: its fields, checked before they are kept.

Values are text as the field's kind has it: an ISO date, "14:30", the ids of ticked options.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from typing import assert_never

from desktop.records.request import EventKind, Right
from desktop.records.rights import Field, FieldKind, RightRule, StepRule
from desktop.records.sentence import Sentence, sentence
from desktop.records.typed_words import holds_ssn

LONGEST_LINE, LONGEST_TEXT = 300, 20_000

Details = Mapping[str, str]
"""The values of a request's fields by the field's id; an empty field is not in it."""


def cleaned(rule: StepRule, typed: Details) -> dict[str, str]:
    """The values of this step's fields without blanks around them.

    Other fields are left out, and so are those that are not asked after the answers before them.
    """
    values: dict[str, str] = {}
    for field in rule.field:
        value = typed.get(field.id, "").strip().replace("\x00", "")
        if value and field.asked(values):
            values[field.id] = value
    return values


def faults(rule: StepRule, typed: Details) -> dict[str, Sentence]:
    """What is wrong with the fields of a step, by field; empty when it can be kept."""
    values = cleaned(rule, typed)
    asked = (field for field in rule.field if field.asked(values))
    found = {field.id: _fault(field, values.get(field.id, "")) for field in asked}
    return {id_: says for id_, says in found.items() if says is not None}


def carried(right: RightRule, told: Details, *, linked: Right) -> dict[str, str]:
    """What the fields of ``right`` begin with, beside a linked request that wrote ``told``."""
    fields = (one.id for step in right.step for one in step.field if one.carried_from is linked)
    return {id_: told[id_] for id_ in fields if told.get(id_)}


def events(rule: StepRule, typed: Details) -> Iterator[tuple[EventKind, date]]:
    """The days among the fields that the legal dates follow."""
    values = cleaned(rule, typed)
    for field in rule.field:
        if field.event is not None and field.id in values:
            yield field.event, date.fromisoformat(values[field.id])


def _fault(field: Field, value: str) -> Sentence | None:
    if not value:
        return sentence("details.fault.missing", title=field.title) if field.needed else None
    if holds_ssn(value):
        return sentence("details.fault.nine_digits")
    if not _fits(field, value):
        return sentence(f"details.fault.{field.kind}", title=field.title)
    return None


def _fits(field: Field, value: str) -> bool:
    offered = {option.id for option in field.option}
    match field.kind:
        case FieldKind.LINE | FieldKind.TEXT:
            return _short(value, one_line=field.kind is FieldKind.LINE)
        case FieldKind.DATE:
            return _reads(date.fromisoformat, value)
        case FieldKind.TIME:
            return _reads(time.fromisoformat, value)
        case FieldKind.CHOICE:
            return value in offered
        case FieldKind.TICKS:
            return set(value.split()) <= offered
        case FieldKind.STAFF:
            return value.isdecimal() and value.isascii()
        case _:
            assert_never(field.kind)


def _short(value: str, *, one_line: bool) -> bool:
    return len(value) <= (LONGEST_LINE if one_line else LONGEST_TEXT) and not (
        one_line and "\n" in value
    )


def _reads(read: Callable[[str], object], value: str) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True
