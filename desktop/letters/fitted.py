"""A block of lines that must stay inside its box: an address on an envelope, a label.

It is set as large as fits, from the sizes given. Where even the smallest is too large, the longest
entry gives up words at its end and shows "…"; nothing ever runs over the edge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.letters.layout import SetLine, Typesetter
from desktop.letters.rows import Row, Span
from desktop.letters.stationery import Label
from desktop.letters.tagged import Element
from desktop.letters.text import one_line

_LEADING = 1.18
_MORE = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Where a block stands, in points from the upper left corner of the paper."""

    left: float
    top: float
    width: float
    height: float


def fitted(
    typesetter: Typesetter, block: Label, element: Element, box: Box, sizes: Sequence[float]
) -> list[tuple[float, Row]]:
    """The rows of ``block`` with their tops, all of them inside ``box``.

    Args:
        typesetter: breaks the lines.
        block: what to print; lines that say nothing are left out.
        element: where it belongs in the document's structure.
        box: where it must stay.
        sizes: type sizes in points, the largest first; at least one.
    """
    entries = _entries(block)
    for size in sizes:
        broken = [_broken(typesetter, text, bold, box, size) for text, bold in entries]
        if sum(map(len, broken)) * size * _LEADING <= box.height:
            break
    most = max(int(box.height / (size * _LEADING)), 1)
    lines = [line for found in _cut(typesetter, entries, broken, box, size, most) for line in found]
    return _stacked(lines[:most], element, box, size)


def in_the_middle(rows: list[tuple[float, Row]], box: Box) -> list[tuple[float, Row]]:
    """The rows of a block moved down to the middle of its box."""
    if not rows:
        return rows
    spare = box.top + box.height - rows[-1][0] - rows[-1][1].height
    return [(top + spare / 2, row) for top, row in rows]


def _entries(block: Label) -> list[tuple[str, bool]]:
    """Each line that says something, with its weight."""
    lines = [(one_line(text), number < block.strong) for number, text in enumerate(block.lines)]
    return [(text, bold) for text, bold in lines if text]


def _broken(typesetter: Typesetter, text: str, bold: bool, box: Box, size: float) -> list[SetLine]:
    return typesetter.plain(text, box.width, size, bold=bold)


def _cut(
    typesetter: Typesetter,
    entries: list[tuple[str, bool]],
    broken: list[list[SetLine]],
    box: Box,
    size: float,
    most: int,
) -> Iterator[list[SetLine]]:
    """The entries in at most ``most`` lines, where the longest has more than one to give."""
    allowed = [len(lines) for lines in broken]
    while sum(allowed) > most and max(allowed) > 1:
        allowed[allowed.index(max(allowed))] -= 1
    for (_, bold), lines, count in zip(entries, broken, allowed, strict=True):
        if len(lines) <= count:
            yield lines
        else:
            last = "".join(line.text for line in lines[count - 1 :])
            yield [*lines[: count - 1], _ending(typesetter, last, bold, box, size)]


def _ending(typesetter: Typesetter, text: str, bold: bool, box: Box, size: float) -> SetLine:
    """As much of ``text`` as one line holds, with "…" behind it."""
    while text:
        text = text[:-1].rstrip()
        lines = _broken(typesetter, f"{text}{_MORE}", bold, box, size)
        if len(lines) == 1:
            return lines[0]
    return _broken(typesetter, _MORE, bold, box, size)[0]


def _stacked(
    lines: list[SetLine], element: Element, box: Box, size: float
) -> list[tuple[float, Row]]:
    height = size * _LEADING
    return [
        (box.top + number * height, Row(height, [Span(line, box.left, size, element)]))
        for number, line in enumerate(lines)
    ]
