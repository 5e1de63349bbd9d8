"""A letter as it goes to the printer: who to, what it says, on which paper; text in, PDF out.

This module is cheap to import: the fonts and the PDF library load with the first letter drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.records.school import School

if TYPE_CHECKING:
    from desktop.letters.press import Press


class PageSize(StrEnum):
    """The paper a letter is printed on."""

    LETTER = "letter"
    A4 = "a4"

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return (612.0, 792.0) if self is PageSize.LETTER else (595.0, 842.0)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One letter, ready to draw.

    Every value is text and prints as typed; only `text` is light markup, as a draft holds it and
    the office edited it. `recipient` is the address block, top to bottom, `signer` the name and
    title of who signs. `on` is the letter's date. `practice` marks a letter of the practice
    office.
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
    size: PageSize = field(default=PageSize.LETTER)

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
        )


def draw(page: Page, press: Press | None = None) -> bytes:
    """The letter as a tagged PDF; the same page gives the same bytes.

    A press given is used and stays warm for the next letter.

    Raises:
        DeskError: the school's logo cannot be read.
    """
    return draw_all((page,), press)


def draw_all(pages: Iterable[Page], press: Press | None = None) -> bytes:
    """Many letters as one PDF, each starting on its own sheet.

    `pages` is read one by one, so a generator can show progress or stop by raising.

    Raises:
        DeskError: there is no letter among `pages`, or a logo cannot be read.
    """
    from desktop.letters.press import Press as Printing  # noqa: PLC0415  # loads reportlab

    return (press or Printing()).printed(pages)
