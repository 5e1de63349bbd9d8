"""Rows of a sheet, and sheets of rows.

A row is one line high and is never cut; rows that are tied stay on one sheet. Measures are points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.letters.layout import SetLine, Typesetter
    from desktop.letters.pictures import Picture
    from desktop.letters.tagged import Element

LEADING = 1.37
"""Height of a row as a multiple of the font size."""

Placed = list[tuple[float, "Row"]]
"""Rows with their tops, counted from the upper edge of the sheet."""


@dataclass(frozen=True, slots=True)
class Span:
    """A set line in a row: `x` points from the left edge of the page."""

    line: SetLine
    x: float
    size: float
    element: Element


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture in a row: `x` points from the left edge of the page."""

    picture: Picture
    element: Element
    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Fill:
    """A bar of a chart in a row: `x` points from the left edge of the page, `width` long.

    `column` is the room of the whole chart, whose figure is `element`.
    """

    element: Element
    x: float
    width: float
    column: Column


@dataclass(slots=True)
class Row:
    """What stands side by side on one line of a sheet, in points.

    `before` is the space above it unless it opens a sheet, `keep` ties it to the next row, `rule`
    is the start and end of a hairline under it, `bar` where a quotation's bar stands, `figure` a
    picture at its top left corner, `fill` a bar of a chart.
    """

    height: float
    spans: list[Span] = field(default_factory=list)
    before: float = 0.0
    keep: bool = False
    rule: tuple[float, float] | None = None
    bar: float | None = None
    figure: Figure | None = None
    fill: Fill | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """Where text runs: from `left` for `width` points."""

    left: float
    width: float

    def indented(self, by: float) -> Column:
        """The column moved in by `by` points, never to less than a third of itself."""
        by = min(by, self.width * 2 / 3)
        return Column(self.left + by, self.width - by)


def plain_rows(
    typesetter: Typesetter,
    texts: Iterable[str],
    element: Element,
    column: Column,
    size: float,
    *,
    bold: bool = False,
    leading: float = LEADING,
) -> list[Row]:
    """Rows of plain texts, each on a line of its own, that all belong to `element`."""
    return [
        Row(size * leading, [Span(line, column.left, size, element)])
        for text in texts
        for line in typesetter.plain(text, column.width, size, bold=bold)
    ]


def stacked(rows: Iterable[Row], top: float) -> Placed:
    """Rows below each other from `top`; the space above the first is left out."""
    placed: Placed = []
    for row in rows:
        top += row.before if placed else 0
        placed.append((top, row))
        top += row.height
    return placed


def end(placed: tuple[float, Row]) -> float:
    """Where a placed row ends."""
    return placed[0] + placed[1].height


def keep_together(rows: Sequence[Row]) -> None:
    """Tie every row to the next."""
    for row in rows[:-1]:
        row.keep = True


def sheets(rows: Iterable[Row], first: float, other: float) -> list[list[Row]]:
    """Rows sheet by sheet: `first` points high on the first sheet, `other` on those after it.

    A group of rows that is higher than a sheet is divided, so every row is on some sheet.
    """
    result: list[list[Row]] = [[]]
    room = first
    for group in _groups(rows):
        together = height(group, opens=not result[-1]) <= room or height(group) <= other
        for part in [group] if together else [[row] for row in group]:
            if height(part, opens=not result[-1]) > room and (result[-1] or room < other):
                result.append([])
                room = other
            room -= height(part, opens=not result[-1])
            result[-1] += part
    return result


def _groups(rows: Iterable[Row]) -> Iterable[list[Row]]:
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if not row.keep:
            yield group
            group = []
    if group:
        yield group


def height(rows: Sequence[Row], *, opens: bool = True) -> float:
    """The height of `rows` in points; the space above the first counts unless it opens a sheet."""
    inner = sum(row.height for row in rows) + sum(row.before for row in rows[1:])
    return inner + (0 if opens else rows[0].before)
