"""The numbers of days an office sets for itself: what they are, and how far each may go.

They say when something is shown or asked again. They are no law: no legal date follows from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

import msgspec
from msgspec.structs import fields, replace

from desktop.errors import DeskError
from desktop.records.defaults import Defaults

_GROUPS = ("agenda", "chase", "notice")
_Set = TypeVar("_Set", bound=msgspec.Struct)


class Target(StrEnum):
    """One number an office may set, by its name in ``resources/office/defaults.toml``."""

    SOON_CALENDAR_DAYS = "soon_calendar_days"
    SOON_SCHOOL_DAYS = "soon_school_days"
    UNTOUCHED_SCHOOL_DAYS = "untouched_school_days"
    BREAK_CALENDAR_DAYS = "break_calendar_days"
    BIRTHDAY_CALENDAR_DAYS = "birthday_calendar_days"
    AGAIN_REQUESTS = "again_requests"
    AGAIN_CALENDAR_DAYS = "again_calendar_days"
    ASK_AGAIN_CALENDAR_DAYS = "ask_again_calendar_days"
    ANSWERS_BUSINESS_DAYS = "answers_business_days"
    KEEPER_BUSINESS_DAYS = "keeper_business_days"
    HEAD_BUSINESS_DAYS = "head_business_days"
    PRINCIPAL_BUSINESS_DAYS = "principal_business_days"
    NOTICES_A_DAY = "notices_a_day"
    NOTICES_FROM_HOUR = "notices_from_hour"
    NOTICES_UNTIL_HOUR = "notices_until_hour"


def number_of(defaults: Defaults, target: Target) -> int:
    """The number that holds."""
    holders = (defaults, *(getattr(defaults, name) for name in _GROUPS))
    holder = next(one for one in holders if target in one.__struct_fields__)
    return int(getattr(holder, target))


def settled(shipped: Defaults, decided: Mapping[str, int]) -> Defaults:
    """The shipped lists with what the office decided; a name of another version is passed over."""
    if not decided:
        return shipped
    groups = {name: _with(getattr(shipped, name), decided) for name in _GROUPS}
    return replace(_with(shipped, decided), **groups)


def check_bounds(shipped: Defaults, target: Target, number: int) -> None:
    """Refuse a number no office can mean.

    Raises:
        DeskError: ``target_bounds`` with the least and the most.
    """
    least, most = shipped.bounds[target]
    if not least <= number <= most:
        raise DeskError(
            "target_bounds",
            f"This is not a number from {least} to {most}.",
            "Type another one; nothing was saved.",
        )


def check_hours(settled: Defaults) -> None:
    """Refuse hours of notices that never begin.

    Raises:
        DeskError: ``target_hours``.
    """
    if settled.notice.notices_from_hour >= settled.notice.notices_until_hour:
        raise DeskError(
            "target_hours",
            "The first hour of notices is not before the last one.",
            "Make the first hour earlier or the last one later.",
        )


def _with(struct: _Set, decided: Mapping[str, int]) -> _Set:
    known = {one.name for one in fields(struct)} - set(_GROUPS)
    return replace(struct, **{name: number for name, number in decided.items() if name in known})
