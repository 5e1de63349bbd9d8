"""The drawing of letters: sheet by sheet, head, text, signature, enclosures and foot.

Measures are points (72 an inch); heights here are counted from the top of the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.errors import DeskError
from desktop.letters.chart import chart_rows
from desktop.letters.flow import BODY_SIZE, Body
from desktop.letters.fonts import Fonts
from desktop.letters.head import MARGIN, Head
from desktop.letters.layout import Typesetter
from desktop.letters.markup import Block, Bullets, Markup, Paragraph, Run
from desktop.letters.paint import Painter
from desktop.letters.pictures import LOGO, SIGNATURE, Box, Picture, read_picture
from desktop.letters.printable import check_printable
from desktop.letters.rows import (
    LEADING,
    Column,
    Figure,
    Row,
    height,
    keep_together,
    plain_rows,
    sheets,
    stacked,
)
from desktop.letters.tagged import Element, TaggedCanvas
from desktop.letters.text import one_line
from desktop.letters.words import Labels, filled, read_labels

if TYPE_CHECKING:
    from desktop.letters.page import Page

LARGE_PRINT = 18.0
"""Points of a letter's text for somebody who reads large print."""

_OTHER_TOP = 72.0
_BODY_FOOT = 56.0
_FOOTER = 39.6
_FOOTER_SIZE = 8.5
_TITLE_SIZE = 13.0
_SIGNING_SPACE = 32.0
_MARK_GRAY = 0.92
_LINES_WITH_SIGNATURE = 5  # fewer look like something that was left over
_FOLD_MARK = (14.0, 26.0)
# Font size and space between lines as parts of the usual ones, the least change first. At 9.5
# points Noto Sans has the x-height of Times at 11.
_TIGHTER = ((1.0, 0.95), (0.95, 1.0), (0.95, 0.95), (0.91, 0.95), (0.91, 0.9))
_TIGHTER_LARGE = ((1.0, 0.95), (1.0, 0.9))
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Press:
    """Draws letters. Keep one, and the next letter finds fonts, markup and pictures ready."""

    def __init__(self, fonts: Fonts | None = None) -> None:
        self._fonts = fonts or Fonts()
        self._set = Typesetter(self._fonts)
        self._markup = Markup()
        self._labels: dict[str, Labels] = {}
        self._pictures: dict[tuple[bytes, Box], Picture] = {}

    @property
    def fonts(self) -> Fonts:
        """The fonts as loaded, for what is printed besides letters."""
        return self._fonts

    def printed(
        self, pages: Iterable[Page], *, check: bool = True, one_paper: bool = False
    ) -> bytes:
        """The letters as one PDF; see `page.draw_all`, and `page.preview` for one unchecked."""
        canvas: TaggedCanvas | None = None
        for page in pages:
            if check:
                check_printable(page, self._fonts)
            if canvas is None:
                canvas = TaggedCanvas(
                    size=page.paper.size.points,
                    title=one_line(page.title) or one_line(page.reference) or "Letter",
                    language=_language(page),
                    author=one_line(page.letterhead.school.name),
                )
            letters = [
                _Letter(
                    self, self._set, side, canvas.document.child("Part", language=_language(side))
                )
                for side in ((page, page.facing) if page.facing else (page,))
            ]
            if not one_paper and canvas.getPageNumber() % 2 == 0:
                canvas.showPage()  # an empty back: nobody's letter stands on that of another's
            for letter, number in _sides(letters):
                letter.paint(canvas, number)
        if canvas is None:
            raise DeskError("no-letters", "There is no letter to print.", "Choose at least one.")
        return canvas.finish()

    def labels(self, language: str) -> Labels:
        """The page's own words in `language`."""
        if language not in self._labels:
            self._labels[language] = read_labels(language)
        return self._labels[language]

    def picture(self, data: bytes, box: Box) -> Picture:
        """A logo or signature as it is printed, decoded once."""
        if (data, box) not in self._pictures:
            self._pictures[data, box] = read_picture(data, box)
        return self._pictures[data, box]

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of a letter's text."""
        return self._markup.blocks(text)


def _sides(letters: list[_Letter]) -> Iterator[tuple[_Letter, int]]:
    """The sheets' sides in the order they are printed: each language keeps to its own side.

    Two languages take turns, the shorter one filled up to the longer, so that on both sides of
    the paper every leaf holds both, and the next letter begins on a leaf of its own.
    """
    counts = [range(1, letter.count + 1) for letter in letters]
    for numbers in zip_longest(*counts, fillvalue=0):
        yield from zip(letters, numbers, strict=True)


class _Letter:
    """One letter while it is laid out: what stands where on its first and its other sheets."""

    def __init__(self, press: Press, typesetter: Typesetter, page: Page, part: Element) -> None:
        self.page = page
        self._width, self._height = page.paper.size.points
        self._press = press
        self._set = typesetter
        self._labels = press.labels(page.language)
        self._part = part
        self._blocks = press.blocks(page.text)
        self._column = Column(MARGIN, self._width - 2 * MARGIN)
        self._grow = LARGE_PRINT / BODY_SIZE if page.large_print else 1.0
        logo = page.letterhead.school.logo
        self._head = Head(
            typesetter,
            page,
            part,
            labels=self._labels,
            logo=press.picture(logo, LOGO) if logo else None,
            grow=self._grow,
        )
        self._sheets = self._divided()

    @property
    def count(self) -> int:
        """How many sheets it has."""
        return len(self._sheets)

    def paint(self, canvas: TaggedCanvas, number: int) -> None:
        """Draw sheet `number` on a page of its own; 0 is a side that the letter leaves empty."""
        canvas.setPageSize((self._width, self._height))
        painter = Painter(canvas, self._height)
        self._paint_behind(painter)
        if number == 1:
            self._head.paint(painter)
            self._paint_fold_marks(painter)
        rows = self._sheets[number - 1] if number else self._nothing_here()
        painter.rows(stacked(rows, self._head.top if number == 1 else _OTHER_TOP))
        self._paint_foot(painter, number)
        canvas.showPage()

    # What flows from sheet to sheet: subject, text, signature, enclosures

    def _divided(self) -> list[list[Row]]:
        """The rows of every sheet, the first below the head.

        A letter that would run over by a few lines is set a little smaller and closer to save
        the sheet; large print keeps its size.
        """
        foot = self._height - self._foot_room
        room, other = foot - self._head.top, foot - _OTHER_TOP
        made = self._part.count
        rows = self._flowing(self._grow)
        usual = sheets(rows, room, other)
        if len(usual) == 1:
            return usual
        fewer = room + other * (len(usual) - 2)
        for scale, spacing in self._tighter(height(rows) / fewer):
            kept = self._part.cut_back(made)
            divided = sheets(self._flowing(scale * self._grow, spacing), room, other)
            if len(divided) < len(usual):
                return divided
            self._part.cut_back(made)
            self._part.put_back(kept)
        return usual

    def _tighter(self, over: float) -> list[tuple[float, float]]:
        """Ways to set a letter that is `over` times as high as it should be, by a guess.

        Laying it out takes most of a letter's time, so only what may work is tried: where none
        surely does, the last resort.
        """
        ways = _TIGHTER_LARGE if self.page.large_print else _TIGHTER
        sure = [way for way in ways if over * way[0] ** 1.8 * way[1] <= 1]
        return sure or [
            (scale, space) for scale, space in ways[-1:] if over * scale**2 * space <= 1
        ]

    def _flowing(self, scale: float, spacing: float = 1.0) -> list[Row]:
        rows = self._title_rows(scale)
        body = Body(self._set, self._column, scale, spacing, heading="H2" if rows else "H1")
        rows += body.rows(self._blocks, self._part)
        rows += self._chart_rows(scale, heading="H2" if self.page.title else "H1")
        rows = _signed(rows, self._signature_rows(scale, spacing))
        return rows + self._enclosure_rows(body)

    def _chart_rows(self, scale: float, heading: str) -> list[Row]:
        return [
            row
            for chart in self.page.charts
            for row in chart_rows(chart, self._set, self._column, self._part, scale, heading)
        ]

    def _title_rows(self, scale: float) -> list[Row]:
        title = one_line(self.page.title)
        if not title:
            return []
        element = self._part.child("H1")
        rows = self._plain([title], element, _TITLE_SIZE * scale, bold=True)
        for row in rows:
            row.keep = True
        return rows

    def _plain(
        self, texts: Iterable[str], element: Element, size: float, *, bold: bool = False
    ) -> list[Row]:
        return plain_rows(self._set, texts, element, self._column, size, bold=bold)

    def _signature_rows(self, scale: float, spacing: float) -> list[Row]:
        signer = [line for line in map(one_line, self.page.signer) if line]
        if not signer:
            return []
        size = BODY_SIZE * scale
        closing = self._plain([self._labels.closing], self._part.child("P"), size)
        closing[0].before = size * LEADING * spacing
        signing = self._signing_row(signer[0], scale * spacing)
        names = self._plain(signer, self._part.child("P"), size)
        rows = [*closing, signing, *names]
        keep_together(rows)
        return rows

    def _signing_row(self, name: str, room: float) -> Row:
        """The signer's signature, or `room` times the usual space to sign in."""
        if not self.page.signature:
            return Row(_SIGNING_SPACE * room)
        picture = self._press.picture(self.page.signature, SIGNATURE)
        width, tall = picture.size_in(SIGNATURE)
        element = self._part.child("Figure", alternative=filled(self._labels.signature, name=name))
        figure = Figure(picture, element, MARGIN, width, tall)
        return Row(tall + 6, figure=figure, before=3)

    def _enclosure_rows(self, body: Body) -> list[Row]:
        named = [line for line in map(one_line, self.page.enclosures) if line]
        if not named:
            return []
        items = tuple((Paragraph(((Run(name),),)),) for name in named)
        head = Paragraph(((Run(self._labels.enclosed),),))
        rows = body.rows((head, Bullets(items, None)), self._part)
        rows[0].before *= 2
        rows[0].keep = True
        return rows

    def _nothing_here(self) -> list[Row]:
        return self._plain(
            [self._labels.no_text_here], self._part.child("P"), BODY_SIZE * self._grow
        )

    # Behind, beside and below the text

    def _paint_behind(self, painter: Painter) -> None:
        """The large PRACTICE across a sheet of the practice office."""
        if self.page.practice:
            word = self._set.plain(self._labels.practice, float("inf"), 100, bold=True)[0]
            painter.watermark(word, min(110.0, self._width * 1000 / word.width), _MARK_GRAY)

    def _paint_fold_marks(self, painter: Painter) -> None:
        if self.page.paper.fold_marks:
            for third in (1, 2):
                painter.rule(*_FOLD_MARK, self._height * third / 3)

    @property
    def _foot_room(self) -> float:
        """How high the foot of a sheet is, its blank space included."""
        lines = 2 if self.page.large_print and self.page.practice else 1
        return _BODY_FOOT + (self._foot_size * lines - _FOOTER_SIZE) * LEADING

    @property
    def _foot_size(self) -> float:
        return LARGE_PRINT if self.page.large_print else _FOOTER_SIZE

    def _paint_foot(self, painter: Painter, number: int) -> None:
        """Reference on the left, page number on the right, the practice note between them."""
        size, room = self._foot_size, self._column.width
        if number:
            turned = filled(self._labels.page, page=str(number), pages=str(self.count))
            wide = self._set.width(turned, size)
            self._foot(painter, turned, MARGIN + room - wide, size)
            room -= wide + 12
        if one_line(self.page.reference):
            reference = filled(self._labels.reference, reference=one_line(self.page.reference, 40))
            fits = min(1.0, room / self._set.width(reference, size))
            self._foot(painter, reference, MARGIN, size * fits)
        if self.page.practice:
            note = self._labels.practice_note
            raised = size * LEADING if self.page.large_print else 0.0
            middle = (self._width - self._set.width(note, size)) / 2
            self._foot(painter, note, middle, size, raised)

    def _foot(
        self, painter: Painter, text: str, x: float, size: float, raised: float = 0.0
    ) -> None:
        line = self._set.plain(text, float("inf"), size)[0]
        painter.artifact(line, x, _FOOTER + raised, size)


def _signed(body: list[Row], signature: list[Row]) -> list[Row]:
    """The body with its signature, which takes the last lines along to a new sheet."""
    if signature:
        for row in body[-_LINES_WITH_SIGNATURE:]:
            row.keep = True
    return body + signature


def _language(page: Page) -> str:
    """The letter's language as a screen reader needs it."""
    if not _LANGUAGE.fullmatch(page.language):
        return "en-US"
    return {"en": "en-US", "es": "es-US"}.get(page.language, page.language)
