"""Rows read straight from the pages of a table, as SQLite lays them out, past pages that are lost.

Written from SQLite's description of its file format. Only tables with row numbers are read; what
indexes hold is made anew. A page that cannot be what it should be counts as lost.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from desktop.store.raw_pages import PAGE, RESERVED

USABLE: Final = PAGE - RESERVED
LEAF, INTERIOR = 13, 5
_MOST_LOCAL: Final = USABLE - 35
_LEAST_LOCAL: Final = (USABLE - 12) * 32 // 255 - 23
_FILE_HEADER: Final = 100
_SCHEMA_ROOT: Final = 1
_INTEGERS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_FLOAT, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12

Value = int | float | str | bytes | None
Pages = Mapping[int, bytes]
"""The readable pages by number, in clear."""


class LostError(ValueError):
    """Something of a page does not fit together, or lies on a page that is lost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row with its number; columns added later than the row was written are not in it."""

    number: int
    values: Sequence[Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Row numbers whose pages are lost: those above ``above``, up to ``upto``."""

    above: float
    upto: float

    def holds(self, number: int) -> bool:
        """Whether a row with that number would have been there."""
        return self.above < number <= self.upto


@dataclass(slots=True, kw_only=True)
class Walk:
    """What walking a table's pages brought: its leaves in order, its gaps, every page touched."""

    leaves: list[int] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    seen: set[int] = field(default_factory=set)


def kind_of(number: int, page: bytes) -> int:
    """Which kind of page it says it is."""
    return page[_start(number)]


def walk(pages: Pages, root: int) -> Walk:
    """Every leaf of the table that can be reached from its root."""
    found = Walk()
    _descend(pages, root, Gap(above=float("-inf"), upto=float("inf")), found)
    return found


def _descend(pages: Pages, number: int, span: Gap, found: Walk) -> None:
    page = pages.get(number)
    if page is None or number in found.seen or kind_of(number, page) not in {LEAF, INTERIOR}:
        found.gaps.append(span)
        return
    found.seen.add(number)
    if kind_of(number, page) == LEAF:
        found.leaves.append(number)
        return
    try:
        children = list(_children(number, page))
    except (LostError, struct.error, IndexError):
        found.gaps.append(span)
        return
    above = span.above
    for child, upto in children:
        end = span.upto if upto is None else upto
        _descend(pages, child, Gap(above=above, upto=end), found)
        above = end


def _children(number: int, page: bytes) -> Iterator[tuple[int, int | None]]:
    """The pages below, each with the highest row number in it; None for the last."""
    start = _start(number)
    for cell in _cells(page, start, 12):
        (child,) = struct.unpack_from(">I", page, cell)
        yield child, _signed(_varint(page, cell + 4)[0])
    (last,) = struct.unpack_from(">I", page, start + 8)
    yield last, None


def rows(pages: Pages, number: int) -> Iterator[Row | None]:
    """The rows of a leaf; None for one that goes on on a page that is lost."""
    page, start = pages[number], _start(number)
    for cell in _cells(page, start, 8):
        try:
            yield _row(pages, page, cell)
        except (LostError, struct.error, IndexError, UnicodeDecodeError):
            yield None


def _start(number: int) -> int:
    return _FILE_HEADER if number == _SCHEMA_ROOT else 0


def _cells(page: bytes, start: int, header: int) -> Sequence[int]:
    (count,) = struct.unpack_from(">H", page, start + 3)
    if start + header + 2 * count > USABLE:
        raise LostError
    return struct.unpack_from(f">{count}H", page, start + header)


def _row(pages: Pages, page: bytes, cell: int) -> Row:
    size, at = _varint(page, cell)
    number, at = _varint(page, at)
    return Row(number=_signed(number), values=_record(_payload(pages, page, at, size)))


def _payload(pages: Pages, page: bytes, at: int, size: int) -> bytes:
    if size <= _MOST_LOCAL:
        return page[at : at + size]
    local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (USABLE - 4)
    local = local if local <= _MOST_LOCAL else _LEAST_LOCAL
    parts, left = [page[at : at + local]], size - local
    (following,) = struct.unpack_from(">I", page, at + local)
    while left > 0:
        if following not in pages:
            raise LostError
        over = pages[following]
        parts.append(over[4 : 4 + min(left, USABLE - 4)])
        left -= USABLE - 4
        (following,) = struct.unpack_from(">I", over)
    return b"".join(parts)


def _record(data: bytes) -> list[Value]:
    size, at = _varint(data, 0)
    kinds = []
    while at < size:
        kind, at = _varint(data, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(data, at, kind)
        values.append(value)
    if at != len(data):
        raise LostError
    return values


def _value(data: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(data[at:end], "big", signed=True), end
    if kind == _FLOAT:
        return struct.unpack_from(">d", data, at)[0], at + 8
    if kind in {0, _ZERO, _ONE}:
        return {0: None, _ZERO: 0, _ONE: 1}[kind], at
    if kind < _FIRST_BLOB:
        raise LostError
    end = at + (kind - _FIRST_BLOB) // 2
    if end > len(data):
        raise LostError
    return (data[at:end].decode("utf-8") if kind % 2 else data[at:end]), end


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place in range(8):
        one = data[at + place]
        value = value << 7 | one & 0x7F
        if one < 0x80:  # noqa: PLR2004  # its last byte
            return value, at + place + 1
    return value << 8 | data[at + 8], at + 9


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value
