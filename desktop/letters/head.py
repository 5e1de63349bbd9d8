"""The head of a letter's first sheet: whose letter it is, date and reference, who it goes to.

The address stands where the window of the envelope shows it, and with two windows the sender
above it. Measures are points; heights here are counted from the top of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from desktop.letters import reference_code
from desktop.letters.dates import letter_date
from desktop.letters.flow import BODY_SIZE
from desktop.letters.pictures import LOGO, Picture
from desktop.letters.rows import LEADING, Column, Placed, Row, end, height, plain_rows, stacked
from desktop.letters.text import one_line
from desktop.letters.window import WINDOWS, Sight, Window, sight
from desktop.letters.words import Labels, filled

if TYPE_CHECKING:
    from desktop.letters.layout import Typesetter
    from desktop.letters.page import Page
    from desktop.letters.paint import Painter
    from desktop.letters.tagged import Element

MARGIN = 72.0
_TOP = 36.0
_BOTTOM = 140.0  # of the school's lines where the envelope has one window
_NAME_SIZE = 15.0
_CONTACT_SIZE, _CONTACT_LARGE = 9.0, 18.0
_BESIDE_GROWS = 4 / 3  # an e-mail address has to fit there on one line
_SENDER_NAME, _SENDER_LEADING = 11.0, 1.2
_SENDER_PLAY = 9.0  # an eighth of an inch that the sheet may slide up
_SIDE_WIDTH = 144.0
_CODE = 42.0  # each way; modules of half a millimetre, which any telephone reads
_QUIET = 8.0  # the blank four modules that a code needs around it
_BELOW_WINDOW = 5.4
_BELOW_RULE = 16.0
_GAP = 12.0

# With more lines than fit where the window always shows them, the block grows upwards: a sheet
# rests on the envelope's bottom edge. It becomes smaller than the text of the letter only where
# even that is too little.
_ADDRESS = 11.0
_ADDRESS_LEADING = 1.2
_FITS = ((_ADDRESS, _ADDRESS_LEADING), (BODY_SIZE, 1.0))
_AT_REST = tuple((BODY_SIZE - half / 2, _ADDRESS_LEADING) for half in range(10))


class Head:
    """The head of one letter; `top` is where its text may begin.

    Args:
        page: the letter.
        part: the element that its parts become children of, in the order they are read.
        logo: the school's logo, where it has one.
        grow: how many times the usual size; the address keeps the size its window has room for.
    """

    def __init__(
        self,
        typesetter: Typesetter,
        page: Page,
        part: Element,
        *,
        labels: Labels,
        logo: Picture | None,
        grow: float = 1.0,
    ) -> None:
        self._set, self._page, self._part, self._labels = typesetter, page, part, labels
        self._grow = grow
        self._width, self._height = page.paper.size.points
        self._reference = one_line(page.reference)
        windows = WINDOWS[page.paper.windows]
        self._address_sight = sight(windows.address, page.paper.size)
        self._beside = Column(self._width - MARGIN - _SIDE_WIDTH, _SIDE_WIDTH)
        alternative = filled(labels.logo, school=self._name())
        self._logo = (logo, self._figure(alternative)) if logo else None
        self._mailed = any(map(one_line, page.recipient))
        self._sender = windows.sender if self._mailed else None
        self._school = self._sender_rows(self._sender) if self._sender else self._school_rows()
        self._school_end = max((_TOP + LOGO.height) * bool(self._logo), *map(end, self._school))
        self._side = self._side_rows()
        self._code = self._code_figure()
        self._address = self._address_rows()
        self.top = self._text_top()

    def _text_top(self) -> float:
        """Below all of the head, and where a letter is mailed below what its window may show."""
        code = self._code_top() + _CODE + _QUIET if self._code else 0.0
        lowest = max(max(map(end, [*self._side, *self._address])) + _GAP, code)
        return max(self._address_sight.end + _BELOW_WINDOW, lowest) if self._mailed else lowest

    def _figure(self, alternative: str) -> Element:
        return self._part.child("Figure", alternative=alternative)

    def _name(self) -> str:
        return one_line(self._page.letterhead.school.name)

    def paint(self, painter: Painter) -> None:
        """Draw it, in reading order: logo, school, date and reference, code, address."""
        if self._logo:
            picture, figure = self._logo
            painter.picture(figure, picture, self._logo_box(picture))
        painter.rows([*self._school, *self._side])
        if self._code:
            self._paint_code(painter, self._code)
        painter.rows(self._address)
        if self._sender is None:
            painter.rule(MARGIN, self._width - MARGIN, self._school_end + 6)

    def _logo_box(self, picture: Picture) -> tuple[float, float, float, float]:
        """Left at the margin, or where no window of two ever shows it."""
        left = self._beside.left if self._sender else MARGIN
        return picture.fitted(LOGO, left, self._height - _TOP)

    # The school

    def _school_rows(self) -> Placed:
        """Name and contact lines, as large as the head's height allows."""
        left = MARGIN + (LOGO.width + _GAP if self._logo else 0)
        column = Column(left, self._width - MARGIN - left)
        contact = self._page.letterhead.contact()
        small = max(_CONTACT_SIZE, _CONTACT_LARGE * (self._grow > 1))
        large = max(_NAME_SIZE, small)
        rows = self._fitting(column, self._name(), contact, (large, small), _BOTTOM - _TOP)
        return stacked(rows, _TOP)

    def _sender_rows(self, window: Window) -> Placed:
        """Name and address in the upper window; the rest beside it, where no window shows it."""
        seen = sight(window, self._page.paper.size)
        column = Column(seen.left, seen.right - seen.left)
        lines = self._page.letterhead.school.address.lines()
        room = seen.bottom - seen.top_at_rest - _SENDER_PLAY
        sizes = _SENDER_NAME, _CONTACT_SIZE
        rows = self._fitting(column, self._name(), lines, sizes, room, leading=_SENDER_LEADING)
        return [*stacked(rows, seen.bottom - height(rows)), *self._beside_rows()]

    def _beside_rows(self) -> Placed:
        top = _TOP + (LOGO.height + 4 if self._logo else 0)
        lines = self._page.letterhead.besides_address()
        room = self._address_sight.top - top - 4
        small = _CONTACT_SIZE * min(self._grow, _BESIDE_GROWS)
        return stacked(self._fitting(self._beside, "", lines, (small, small), room), top)

    def _fitting(
        self,
        column: Column,
        name: str,
        lines: Iterable[str],
        sizes: tuple[float, float],
        room: float,
        *,
        leading: float = LEADING,
    ) -> list[Row]:
        """A bold name and lines below it in `sizes`, or smaller until they are `room` high."""
        element, texts = self._part.child("P"), [one_line(line) for line in lines]
        large, small = sizes
        rows: list[Row] = []
        for percent in range(100, 15, -5):
            scale = percent / 100
            rows = self._plain(
                [name] * bool(name), element, column, large * scale, leading, bold=True
            )
            rows += self._plain(texts, element, column, small * scale, leading)
            if height(rows) <= room:
                break
        return rows

    # Date, reference and its code, to the right of the window where no envelope shows them

    def _side_rows(self) -> Placed:
        texts = [letter_date(self._page.on, self._page.language)]
        if self._reference:
            texts.append(filled(self._labels.reference, reference=self._reference))
        rows = [
            row
            for text in texts
            for row in self._plain(
                [text], self._part.child("P"), self._beside, _ADDRESS * self._grow, _ADDRESS_LEADING
            )
        ]
        return stacked(rows, self._side_top())

    def _side_top(self) -> float:
        """Beside the address; on a paper that is mailed to nobody right below the head."""
        if not self._mailed:
            return self._school_end + _BELOW_RULE
        beside = self._school_end + 4 if self._sender else 0.0
        return max(self._address_sight.top, beside)

    def _code_figure(self) -> Element | None:
        printed = self._page.paper.reference_code
        if not (printed and 0 < len(self._reference) <= reference_code.LONGEST):
            return None
        return self._figure(filled(self._labels.reference_code, reference=self._reference))

    def _code_top(self) -> float:
        return max(map(end, self._side)) + _QUIET - 2  # the row below its letters is blank too

    def _paint_code(self, painter: Painter, figure: Element) -> None:
        modules, bars = reference_code.bars(self._reference)
        painter.bars(figure, (self._beside.left, self._code_top()), _CODE / modules, bars)

    # The address

    def _address_rows(self) -> Placed:
        lines = [line for line in map(one_line, self._page.recipient) if line]
        if not lines:
            return []
        element, seen = self._part.child("P"), self._address_sight
        column = Column(seen.left, seen.right - seen.left)
        for size, leading, top in _ways(seen):
            rows = self._plain(lines, element, column, size, leading)
            tall = height(rows)
            if tall <= seen.bottom - top:
                return stacked(rows, min(seen.top, seen.bottom - tall))
        return stacked(rows, seen.top_at_rest)

    def _plain(
        self,
        texts: Iterable[str],
        element: Element,
        column: Column,
        size: float,
        leading: float,
        *,
        bold: bool = False,
    ) -> list[Row]:
        return plain_rows(self._set, texts, element, column, size, bold=bold, leading=leading)


def _ways(seen: Sight) -> Iterator[tuple[float, float, float]]:
    """Font size, leading and highest top of an address, the best first."""
    for size, leading in _FITS:
        yield size, leading, seen.top
    for size, leading in _AT_REST:
        yield size, leading, seen.top_at_rest
