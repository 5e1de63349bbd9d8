"""Bar charts on a page: a bar a line, its name before it and its number behind it, all text.

Bars are drawn, not painted as a picture, so they are sharp at any size. To a screen reader a chart
is one figure that is told in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.letters.rows import Column, Fill, Row, Span, plain_rows

if TYPE_CHECKING:
    from desktop.letters.layout import Typesetter
    from desktop.letters.tagged import Element

_SIZE, _LINE = 9.0, 12.0  # points
_NAMES = 0.5  # of the width
_NUMBER = 32.0
_TITLE = 10.0
_GAP = 7.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: what it counts, and how many."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Bars from one line up; ``said`` is the whole of it in words, for whoever cannot see it."""

    title: str
    said: str
    bars: tuple[Bar, ...]


def chart_rows(
    chart: Chart, typesetter: Typesetter, column: Column, part: Element, scale: float, heading: str
) -> list[Row]:
    """The rows of a chart, tied to each other, tagged below ``part``."""
    title = plain_rows(
        typesetter, [chart.title], part.child(heading), column, _TITLE * scale, bold=True
    )
    figure = part.child("Figure", alternative=chart.said)
    most = max(bar.count for bar in chart.bars)
    rows = title + [_row(bar, most, typesetter, column, figure, scale) for bar in chart.bars]
    rows[0].before = _GAP * scale
    for row in rows[:-1]:
        row.keep = True
    return rows


def _row(
    bar: Bar, most: int, typesetter: Typesetter, column: Column, figure: Element, scale: float
) -> Row:
    size = _SIZE * scale
    names = column.width * _NAMES
    room = column.width - names - _NUMBER * scale
    long = room * bar.count / most if most else 0.0
    left = column.left + names
    name = typesetter.plain(_fitting(bar.name, typesetter, names, size), float("inf"), size)[0]
    number = typesetter.plain(str(bar.count), float("inf"), size)[0]
    return Row(
        _LINE * scale,
        [
            Span(name, column.left, size, figure),
            Span(number, left + long + 4 * scale, size, figure),
        ],
        fill=Fill(figure, left, long, column),
    )


def _fitting(name: str, typesetter: Typesetter, width: float, size: float) -> str:
    """As much of a name as fits before its bar."""
    room = width - size
    if typesetter.width(name, size) <= room:
        return name
    while name and typesetter.width(f"{name}…", size) > room:
        name = name[:-1]
    return f"{name}…"
