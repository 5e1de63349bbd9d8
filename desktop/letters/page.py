"""A letter as it goes to the printer: who to, what it says, on which paper; text in, PDF out.

This module is cheap to import: the fonts and the PDF library load with the first letter drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.records.paper import USUAL, Paper
from desktop.records.school import School

if TYPE_CHECKING:
    from desktop.letters.chart import Chart
    from desktop.letters.press import Press


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """Whose letter it is: the school as it stands at the head of the page."""

    school: School

    def contact(self) -> tuple[str, ...]:
        """The lines under the school's name."""
        school = self.school
        reach = " · ".join(part for part in (school.phone, school.email) if part)
        address = ", ".join(school.address.lines())
        return tuple(line for line in (school.district, address, reach) if line)

    def besides_address(self) -> tuple[str, ...]:
        """What `contact` says beyond the address, for where that stands by itself."""
        school = self.school
        return tuple(line for line in (school.district, school.phone, school.email) if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One letter, ready to draw.

    Every value is text and prints as typed; only `text` is light markup, as a draft holds it and
    the office edited it. `recipient` is the address block, top to bottom, `signer` the name and
    title of who signs, `signature` a PNG or JPEG picture of their hand. `on` is the letter's date.
    `practice` marks a letter of the practice office. `large_print` sets all but the address in 18
    points or more.

    `charts` stand below the text.

    `facing` is the same letter in a second language: the sides of the paper take turns, so that
    printed on both sides every leaf holds both. Its own `facing` is not looked at.
    """

    letterhead: Letterhead
    recipient: tuple[str, ...]
    on: date
    reference: str
    title: str
    text: str
    language: str = "en"
    signer: tuple[str, ...] = ()
    enclosures: tuple[str, ...] = ()
    practice: bool = False
    signature: bytes = b""
    paper: Paper = USUAL
    large_print: bool = False
    facing: Page | None = None
    charts: tuple[Chart, ...] = ()

    def texts(self) -> tuple[str, ...]:
        """Every text that will be printed, for `missing_characters`."""
        school = self.letterhead.school
        return (
            school.name,
            *self.letterhead.contact(),
            *self.recipient,
            self.reference,
            self.title,
            self.text,
            *self.signer,
            *self.enclosures,
            *(self.facing.texts() if self.facing else ()),
            *(text for one in self.charts for text in (one.title, *(b.name for b in one.bars))),
        )


def draw(page: Page, press: Press | None = None) -> bytes:
    """The letter as a tagged PDF; the same page gives the same bytes.

    A press given is used and stays warm for the next letter.

    Raises:
        DeskError: ``characters``: no font can print one of it; the school's logo or the signature
            cannot be read.
    """
    return draw_all((page,), press)


def preview(page: Page, press: Press | None = None) -> bytes:
    """The letter while it is written: as `draw`, but a character no font has shows as a box.

    It is named once the letter is to be printed, and nothing else is ever printed.

    Raises:
        DeskError: the school's logo or the signature cannot be read.
    """
    return _press(press).printed((page,), check=False)


def draw_all(
    pages: Iterable[Page], press: Press | None = None, *, one_paper: bool = False
) -> bytes:
    """Many letters as one PDF, each starting on its own sheet, also where both sides are printed.

    `pages` is read one by one, so a generator can show progress or stop by raising. `one_paper` is
    for the parts of a single paper: they follow each other, and no back is left empty.

    Raises:
        DeskError: there is no letter among `pages`, or as `draw`.
    """
    return _press(press).printed(pages, one_paper=one_paper)


def _press(press: Press | None) -> Press:
    from desktop.letters.press import Press as Printing  # noqa: PLC0415  # loads reportlab

    return press or Printing()
