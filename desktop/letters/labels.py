"""Label sheets as a tagged PDF: labels laid onto the free places of a sheet, then on new sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.errors import DeskError
from desktop.letters.fitted import Box, fitted, in_the_middle
from desktop.letters.fonts import Fonts
from desktop.letters.layout import Typesetter
from desktop.letters.paint import Painter
from desktop.letters.printable import check_lines
from desktop.letters.stationery import INCH, Label, LabelSheet, Shift
from desktop.letters.tagged import TaggedCanvas

_PAPER = (8.5 * INCH, 11 * INCH)
_TITLE, _LANGUAGE = "Labels", "en-US"
_UNMOVED = Shift()


def draw_labels(
    labels: Sequence[Label],
    sheet: LabelSheet,
    *,
    first: int = 0,
    shift: Shift = _UNMOVED,
    fonts: Fonts | None = None,
) -> bytes:
    """The labels from the free place ``first`` on, row by row; the same ones give the same bytes.

    Args:
        labels: at least one.
        sheet: the sheet they are on.
        first: the first free place on the first sheet, from 0.
        shift: how far this printer must be set right.
        fonts: those of an earlier drawing, to save loading them.

    Raises:
        DeskError: ``no-label``: there is nothing to print, or no such place on the sheet;
            ``characters``: no font can print one of it.
    """
    if not labels or not 0 <= first < sheet.count:
        raise DeskError(
            "no-label",
            "There is no label to print there.",
            f"Choose a free label from 1 to {sheet.count}.",
        )
    canvas = TaggedCanvas(size=_PAPER, title=_TITLE, language=_LANGUAGE)
    fonts = fonts or Fonts()
    for one in labels:
        check_lines(one.lines, fonts)
    setter = Typesetter(fonts)
    for placed in _by_sheet(labels, sheet, first):
        painter = Painter(canvas, _PAPER[1])
        for place, label in placed:
            element = canvas.document.child("P")
            box = _box(sheet, place, shift)
            painter.rows(in_the_middle(fitted(setter, label, element, box, sheet.points), box))
        canvas.showPage()
    return canvas.finish()


def _by_sheet(
    labels: Sequence[Label], sheet: LabelSheet, first: int
) -> Iterator[list[tuple[int, Label]]]:
    """The labels of each sheet with their places."""
    every = list(enumerate(labels, first))
    for start in range(0, first + len(labels), sheet.count):
        on_it = (one for one in every if start <= one[0] < start + sheet.count)
        yield [(place - start, label) for place, label in on_it]


def _box(sheet: LabelSheet, place: int, shift: Shift) -> Box:
    """What of the label is printed on."""
    left, top = sheet.corner(place)
    return Box(
        left=left + (sheet.inset + shift.right) * INCH,
        top=top + (sheet.inset / 2 + shift.down) * INCH,
        width=(sheet.width - 2 * sheet.inset) * INCH,
        height=(sheet.height - sheet.inset) * INCH,
    )
