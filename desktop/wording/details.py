"""What a step wrote down, as it is read: days and hours in words, answers by their titles."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import assert_never

from desktop.records.rights import Field, FieldKind
from desktop.wording.dates import clock_time, day_date


def detail_said(field: Field, value: str, today: date, staff: Mapping[str, str]) -> str:
    """A kept value of ``field`` in words; one that no longer fits the field stands as it is.

    ``staff`` names the members of staff by their id as text.
    """
    titles = {option.id: option.title for option in field.option}
    match field.kind:
        case FieldKind.LINE | FieldKind.TEXT:
            return value
        case FieldKind.DATE:
            return _day(value, today)
        case FieldKind.TIME:
            return _hour(value)
        case FieldKind.CHOICE:
            return titles.get(value, value)
        case FieldKind.TICKS:
            return "; ".join(titles.get(one, one) for one in value.split())
        case FieldKind.STAFF:
            return staff.get(value, value)
        case _:
            assert_never(field.kind)


def _day(value: str, today: date) -> str:
    try:
        return day_date(date.fromisoformat(value), today)
    except ValueError:
        return value


def _hour(value: str) -> str:
    try:
        return clock_time(time.fromisoformat(value))
    except ValueError:
        return value
