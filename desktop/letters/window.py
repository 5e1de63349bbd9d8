"""What the windows of an envelope show of a sheet folded in thirds, wherever it slides.

A sheet is smaller than its envelope. It rests on the bottom edge and can move up and to the
right; the Domestic Mail Manual (601.6.3) wants the whole address in sight wherever it is. All
measures are points, heights counted from the top of the sheet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.records.paper import Windows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.records.paper import PageSize

_INCH = 72.0
_WIDTH, _HEIGHT = 9.5 * _INCH, 4.125 * _INCH  # of a #10 envelope
_CLEAR_SIDEWAYS = 0.125 * _INCH
_CLEAR = 0.03 * _INCH
_LEFT_MARGIN = 1.0 * _INCH


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """An opening in the envelope's face, counted from its lower left corner as makers do."""

    left: float
    bottom: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """The part of the sheet that one window shows.

    From ``top`` to ``bottom`` it shows wherever the sheet slides, from ``top_at_rest`` while the
    sheet rests on the envelope's bottom edge. ``end`` is as far down as it can ever show.
    """

    left: float
    right: float
    top: float
    top_at_rest: float
    bottom: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Openings:
    """The windows of one kind of envelope; ``sender`` is ``None`` where there is one only."""

    address: Window
    sender: Window | None = None


def _inches(left: float, bottom: float, width: float, height: float) -> Window:
    return Window(
        left=left * _INCH, bottom=bottom * _INCH, width=width * _INCH, height=height * _INCH
    )


# One window: California State University's mail guide and others call it the normal one. Two:
# the specification that the mail house Lob publishes for its standard #10 envelope.
WINDOWS: Mapping[Windows, Openings] = {
    Windows.ONE: Openings(address=_inches(0.875, 0.5, 4.5, 1.125)),
    Windows.TWO: Openings(
        address=_inches(0.625, 1.0, 4.0, 1.0), sender=_inches(0.625, 2.375, 3.25, 0.875)
    ),
}


def sight(window: Window, size: PageSize) -> Sight:
    """What ``window`` shows of a sheet of this size, with the space to keep clear left out."""
    width, height = size.points
    folded = height / 3
    up, sideways = _HEIGHT - folded, _WIDTH - width
    top_at_rest = folded - window.bottom - window.height
    bottom = folded - window.bottom
    return Sight(
        left=max(window.left + _CLEAR_SIDEWAYS, _LEFT_MARGIN),
        right=window.left + window.width - sideways - _CLEAR_SIDEWAYS,
        top=top_at_rest + up + _CLEAR,
        top_at_rest=top_at_rest + _CLEAR / 2,
        bottom=bottom - _CLEAR,
        end=bottom + up,
    )
