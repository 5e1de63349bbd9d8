"""Envelopes and label sheets as the shops sell them, and what is printed on one.

The sizes are read from ``resources/printouts``. Drawing is for ``envelope`` and ``labels``, which
load the fonts and the PDF library; this module is cheap to import.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import msgspec

from desktop.errors import DeskError
from desktop.paths import resources
from desktop.records.toml_file import read_toml

INCH = 72.0

_Inches = Annotated[float, msgspec.Meta(ge=0, le=14)]
_Sizes = Annotated[tuple[float, ...], msgspec.Meta(min_length=1)]


class EnvelopeSize(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An envelope in inches, and where its two addresses stand.

    ``read_*`` is the area in which post office machines look for the recipient: its distance from
    the sides, and its lower and upper edge counted from the envelope's bottom. ``points`` are the
    type sizes to try, the largest first.
    """

    width: _Inches
    height: _Inches
    read_side: _Inches
    read_bottom: _Inches
    read_top: _Inches
    recipient_left: _Inches
    return_left: _Inches
    return_top: _Inches
    return_width: _Inches
    points: _Sizes
    return_points: _Sizes


class LabelSheet(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A US Letter sheet of labels, in inches.

    ``left`` and ``top`` are where the first label begins, ``across`` and ``down`` how far it is
    from one label to the next, ``inset`` what stays white inside each.
    """

    id: str
    title: str
    columns: Annotated[int, msgspec.Meta(ge=1)]
    rows: Annotated[int, msgspec.Meta(ge=1)]
    width: _Inches
    height: _Inches
    left: _Inches
    top: _Inches
    across: _Inches
    down: _Inches
    inset: _Inches
    points: _Sizes

    @property
    def count(self) -> int:
        """How many labels a sheet holds."""
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Left and top of a label in points; ``place`` counts from 0, along the rows."""
        row, column = divmod(place, self.columns)
        return (self.left + column * self.across) * INCH, (self.top + row * self.down) * INCH


class Feed(StrEnum):
    """How envelopes go into the printer.

    ``OWN``: the printer knows the size. ``LEFT`` and ``CENTER``: it takes them as letter paper, the
    end with the return address first, along the left edge of the tray or in its middle.
    """

    OWN = "own"
    LEFT = "left"
    CENTER = "center"


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Whom it goes to and where it comes back to, each from top to bottom."""

    recipient: tuple[str, ...]
    sender: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands on one label, top to bottom; the first ``strong`` lines are bold."""

    lines: tuple[str, ...]
    strong: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How far a printer must be set right, in inches: to the right and down, or less than 0."""

    right: float = 0.0
    down: float = 0.0


class Stationery(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All that can be printed on besides letter paper."""

    envelope: EnvelopeSize
    sheet: tuple[LabelSheet, ...]

    def sheet_of(self, id_: str) -> LabelSheet:
        """The label sheet of that number.

        Raises:
            DeskError: there is none.
        """
        for one in self.sheet:
            if one.id == id_:
                return one
        raise DeskError(
            "no-sheet",
            "There is no such sheet of labels.",
            f"The sheets are {', '.join(one.id for one in self.sheet)}.",
        )


def load_stationery() -> Stationery:
    """The shipped envelope and label sheets.

    Raises:
        ResourceError: the file is damaged; it names the key and the line.
    """
    return read_toml(resources("printouts", "stationery.toml"), Stationery)
