"""The fields of a letter: what each may hold, and a value made ready to be written out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

import msgspec

from desktop.errors import DeskError
from desktop.letters.text import block_lines, one_line

_LONGEST_TEXT = 1_000
_LONGEST_LINES = 20_000
_MOST_ITEMS = 200
_MOST_ENTRIES = 2_000

# 34 CFR 99.11: the cost of a copy and its mailing may be charged, searching for records never is.
# No template can declare a field for anything else.
LAWFUL_CHARGES = frozenset({"page_fee", "postage"})


class Kind(StrEnum):
    """What a field holds, and so how it is written out."""

    TEXT = "text"
    DATE = "date"
    TIME = "time"
    MONEY = "money"
    NUMBER = "number"
    LINES = "lines"
    FLAG = "flag"
    ITEMS = "items"
    ENTRIES = "entries"


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One declared field. `sample` is what a proof shows in its place."""

    kind: Kind
    optional: bool = False
    sample: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A record in a list of copies; 0 pages are not printed."""

    what: str
    pages: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the record of disclosures: 34 CFR 99.32(a)(3), for an emergency (a)(5) too.

    `further` names who may pass the records on for the school, 99.32(b)(1).
    """

    disclosed_on: date
    party: str
    interest: str = ""
    records: str = ""
    refused: bool = False
    threat: str = ""
    recipients: str = ""
    further: str = ""


class Money(int):
    """US cents that stay money when pages are multiplied with a rate or amounts are added."""

    __slots__ = ()

    def __add__(self, other: int) -> Money:
        return Money(int(self) + int(other))

    def __mul__(self, other: int) -> Money:
        return Money(int(self) * int(other))

    __radd__ = __add__
    __rmul__ = __mul__


def checked(name: str, field: Field, value: object) -> object:
    """`value` as the template sees it; an optional field without one is empty.

    Text becomes one line, `lines` a tuple of lines without empty ones, money `Money`.

    Raises:
        DeskError: the value is missing or of another kind. The message names the field only.
    """
    ready = _READY[field.kind]
    if value is None or value in ("", (), []):
        if field.optional or field.kind is Kind.FLAG:
            return ready.empty
    else:
        converted = ready.convert(value)
        if converted is not None:
            return converted
    raise DeskError(
        "letter-field",
        f"The letter cannot be written: “{name}” needs {ready.needs}.",
        "Fill it in and try again.",
    )


def _text(value: object) -> str | None:
    return one_line(value, _LONGEST_TEXT) or None if isinstance(value, str) else None


def _date(value: object) -> date | None:
    return value if isinstance(value, date) and not isinstance(value, datetime) else None


def _time(value: object) -> time | None:
    return value if isinstance(value, time) else None


def _number(value: object) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if value >= 0 else None


def _money(value: object) -> Money | None:
    cents = _number(value)
    return None if cents is None else Money(cents)


def _flag(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _lines(value: object) -> tuple[str, ...] | None:
    texts = value if isinstance(value, list | tuple) else [value]
    lines = [text for text in texts if isinstance(text, str)]
    if len(lines) < len(texts):
        return None
    return tuple(block_lines("\n".join(lines), _LONGEST_LINES)) or None


def _items(value: object) -> tuple[Item, ...] | None:
    """Items, or tables with the same keys as a values file has them."""
    try:
        items = msgspec.convert(value, tuple[Item, ...], from_attributes=True)
    except msgspec.ValidationError:
        return None
    return tuple(
        Item(what=one_line(item.what), pages=max(item.pages, 0), note=one_line(item.note))
        for item in items[:_MOST_ITEMS]
    )


def _entries(value: object) -> tuple[Entry, ...] | None:
    """Entries, or tables with the same keys as a values file has them."""
    try:
        entries = msgspec.convert(value, tuple[Entry, ...], from_attributes=True)
    except msgspec.ValidationError:
        return None
    return tuple(
        replace(
            one,
            party=one_line(one.party),
            interest=one_line(one.interest, _LONGEST_TEXT),
            records=one_line(one.records, _LONGEST_TEXT),
            threat=one_line(one.threat, _LONGEST_TEXT),
            recipients=one_line(one.recipients, _LONGEST_TEXT),
            further=one_line(one.further, _LONGEST_TEXT),
        )
        for one in entries[:_MOST_ENTRIES]
    )


@dataclass(frozen=True, slots=True)
class _Ready:
    """How a kind is read, what stands for a missing value, and what it needs in words."""

    convert: Callable[[object], object]
    empty: object
    needs: str


_READY: Mapping[Kind, _Ready] = {
    Kind.TEXT: _Ready(_text, "", "a text"),
    Kind.DATE: _Ready(_date, None, "a date"),
    Kind.TIME: _Ready(_time, None, "a time of day"),
    Kind.MONEY: _Ready(_money, Money(0), "an amount in whole cents, not below zero"),
    Kind.NUMBER: _Ready(_number, 0, "a whole number, not below zero"),
    Kind.LINES: _Ready(_lines, (), "one or more lines of text"),
    Kind.FLAG: _Ready(_flag, False, "yes or no"),
    Kind.ITEMS: _Ready(_items, (), "a list of records with their pages"),
    Kind.ENTRIES: _Ready(_entries, (), "entries of the record of disclosures"),
}
