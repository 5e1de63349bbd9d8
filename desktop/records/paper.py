"""What a school's letters are printed on and mailed in: paper, envelope, marks to fold by."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageSize(StrEnum):
    """The paper a letter is printed on."""

    LETTER = "letter"
    A4 = "a4"

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return (612.0, 792.0) if self is PageSize.LETTER else (595.0, 842.0)


class Windows(StrEnum):
    """The windows of the envelopes letters go out in.

    ``ONE`` is the common #10 with a window for the address, ``TWO`` a #10 with a second one above
    it for the sender.
    """

    ONE = "one"
    TWO = "two"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How every letter of the office is laid out.

    ``fold_marks`` are two short lines at the left edge, at a third and two thirds of the sheet.
    ``reference_code`` prints the reference number as a QR code beside it too.
    """

    size: PageSize = PageSize.LETTER
    windows: Windows = Windows.ONE
    fold_marks: bool = False
    reference_code: bool = True


USUAL = Paper()
"""US Letter, for an envelope with one window."""
