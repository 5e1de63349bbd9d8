"""Where everything stands on a letter's sheets, and the drawing of them.

The address stands where every #10 window envelope shows it. Measures are points (72 an inch);
heights here are counted from the top of the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from desktop.errors import DeskError
from desktop.letters.dates import letter_date
from desktop.letters.flow import (
    BODY_SIZE,
    LEADING,
    Body,
    Column,
    Row,
    Span,
    height,
    keep_together,
    sheets,
)
from desktop.letters.fonts import Fonts
from desktop.letters.layout import Typesetter
from desktop.letters.markup import Block, Bullets, Markup, Paragraph, Run
from desktop.letters.paint import Painter
from desktop.letters.pictures import BOX, Picture, read_logo
from desktop.letters.tagged import Element, TaggedCanvas
from desktop.letters.text import one_line
from desktop.paths import resources
from desktop.records.toml_file import read_toml

if TYPE_CHECKING:
    from desktop.letters.page import Page

_INCH = 72.0
_MARGIN = 1.0 * _INCH

# A #10 envelope is 4 1/8 by 9 1/2 inches; its common window is 1 1/8 by 4 1/2 inches, 7/8 inch
# from the left and 1/2 inch from the bottom (California State University's mail guide and others
# call it the normal one). A sheet folded in thirds is 3 2/3 inches high and 8 1/2 wide, so inside
# it can move 0.458 inch up and down and 1 inch sideways. The postal rule (Domestic Mail Manual
# 601.6.3) wants the whole address in sight wherever the sheet slides: that is 2.5 to 3.167 inches
# from the top and 0.875 to 4.375 from the left of the sheet. Sideways 1/8 inch is kept clear.
_WINDOW_LEFT = 1.0 * _INCH
_WINDOW_RIGHT = 4.25 * _INCH
_WINDOW_TOP = 2.54 * _INCH
_WINDOW_BOTTOM = 3.13 * _INCH
# With more lines than fit there, the block grows upwards: a sheet rests on the envelope's bottom
# edge, where the window shows it from 2.04 inches on. It becomes smaller than the text of the
# letter only where even that is too little.
_WINDOW_TOP_AT_REST = 2.06 * _INCH
_ADDRESS_LEADING = 1.2
_ADDRESS = 11.0
_FITS = ((_ADDRESS, _ADDRESS_LEADING), (BODY_SIZE, 1.0))
_AT_REST = tuple((BODY_SIZE - half / 2, _ADDRESS_LEADING) for half in range(10))
_ADDRESS_WAYS = (
    *((size, leading, _WINDOW_TOP) for size, leading in _FITS),
    *((size, leading, _WINDOW_TOP_AT_REST) for size, leading in _AT_REST),
)

_HEAD_TOP = 0.5 * _INCH
_HEAD_BOTTOM = 1.95 * _INCH
_NAME_SIZE = 15.0
_CONTACT_SIZE = 9.0
_SIDE_WIDTH = 2.0 * _INCH
_BODY_TOP = 3.7 * _INCH
_BELOW_RULE = 16.0  # from the end of the head to what follows on a paper without an address
_OTHER_TOP = 1.0 * _INCH
_BODY_FOOT = 0.85 * _INCH
_FOOTER = 0.55 * _INCH
_FOOTER_SIZE = 8.5
_TITLE_SIZE = 13.0
_SIGNING_SPACE = 32.0
_MARK_GRAY = 0.92
_TIGHTER = (0.95, 0.91)  # at 9.5 points Noto Sans has the x-height of Times at 11
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Labels(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The words a page adds around its text, from `resources/letters/<language>/page.toml`."""

    reference: str
    page: str
    closing: str
    enclosed: str
    logo: str
    practice: str
    practice_note: str


class Press:
    """Draws letters. Keep one, and the next letter finds fonts, markup and logo ready."""

    def __init__(self, fonts: Fonts | None = None) -> None:
        self._fonts = fonts or Fonts()
        self._markup = Markup()
        self._labels: dict[str, Labels] = {}
        self._logos: dict[bytes, Picture] = {}

    def printed(self, pages: Iterable[Page]) -> bytes:
        """The letters as one PDF; see `page.draw_all`."""
        typesetter = Typesetter(self._fonts)
        canvas: TaggedCanvas | None = None
        for page in pages:
            if canvas is None:
                canvas = TaggedCanvas(
                    size=page.size.points,
                    title=one_line(page.title) or one_line(page.reference) or "Letter",
                    language=_language(page),
                    author=one_line(page.letterhead.school.name),
                )
            part = canvas.document.child("Part", language=_language(page))
            self._draw(_Letter(self, typesetter, page, part), canvas)
        if canvas is None:
            raise DeskError("no-letters", "There is no letter to print.", "Choose at least one.")
        return canvas.finish()

    def labels(self, language: str) -> Labels:
        """The page's own words in `language`, in English where that is not shipped."""
        if language not in self._labels:
            file = resources("letters", language[:2], "page.toml")
            shipped = file if file.is_file() else resources("letters", "en", "page.toml")
            self._labels[language] = read_toml(shipped, Labels)
        return self._labels[language]

    def logo(self, data: bytes) -> Picture:
        """The logo as it is printed, decoded once."""
        if data not in self._logos:
            self._logos[data] = read_logo(data)
        return self._logos[data]

    def blocks(self, text: str) -> tuple[Block, ...]:
        """The blocks of a letter's text."""
        return self._markup.blocks(text)

    def _draw(self, letter: _Letter, canvas: TaggedCanvas) -> None:
        canvas.setPageSize(letter.page.size.points)
        every = letter.sheets()
        for number, rows in enumerate(every, 1):
            painter = Painter(canvas, letter.height)
            letter.paint_behind(painter)
            if number == 1:
                letter.paint_head(painter, canvas)
            painter.rows(_stacked(rows, letter.top if number == 1 else _OTHER_TOP))
            letter.paint_foot(painter, number, len(every))
            canvas.showPage()


class _Letter:
    """One letter while it is laid out: what stands where on its first and its other sheets."""

    def __init__(self, press: Press, typesetter: Typesetter, page: Page, part: Element) -> None:
        self.page = page
        self.width, self.height = page.size.points
        self._press = press
        self._set = typesetter
        self._labels = press.labels(page.language)
        self._part = part
        self._blocks = press.blocks(page.text)
        self._column = Column(_MARGIN, self.width - 2 * _MARGIN)
        self._logo = self._read_logo()
        self._school = self._school_rows()
        self._head_end = max(BOX * bool(self._logo) + _HEAD_TOP, *map(_end, self._school))
        self._mailed = any(map(one_line, page.recipient))
        self._side = self._side_rows()
        self._address = self._address_rows()
        self.top = self._body_top()

    def _read_logo(self) -> tuple[Picture, Element] | None:
        school = self.page.letterhead.school
        if not school.logo:
            return None
        picture = self._press.logo(school.logo)
        x, y, width, height = self._logo_box(picture)
        corners = f"{x:.1f} {y:.1f} {x + width:.1f} {y + height:.1f}"
        figure = self._part.child(
            "Figure",
            alternative=_filled(self._labels.logo, school=one_line(school.name)),
            attributes=f"/O/Layout/Placement/Block/BBox[{corners}]",
        )
        return picture, figure

    def _logo_box(self, picture: Picture) -> tuple[float, float, float, float]:
        return picture.fitted(_MARGIN, self.height - _HEAD_TOP)

    # The head of the first sheet: school, date and reference, address

    def _school_rows(self) -> list[tuple[float, Row]]:
        """Name and contact lines; when they are long, as small as the head's height asks for."""
        left = _MARGIN + (BOX + 12 if self._logo else 0)
        column = Column(left, self.width - _MARGIN - left)
        name = one_line(self.page.letterhead.school.name)
        contact = [one_line(line) for line in self.page.letterhead.contact()]
        element = self._part.child("P")
        rows: list[Row] = []
        for percent in range(100, 35, -5):
            scale = percent / 100
            rows = self._plain([name], element, column, _NAME_SIZE * scale, bold=True)
            rows += self._plain(contact, element, column, _CONTACT_SIZE * scale)
            if sum(row.height for row in rows) <= _HEAD_BOTTOM - _HEAD_TOP:
                break
        return _stacked(rows, _HEAD_TOP)

    def _side_rows(self) -> list[tuple[float, Row]]:
        """Date and reference to the right of the window, where no envelope shows them."""
        column = Column(self.width - _MARGIN - _SIDE_WIDTH, _SIDE_WIDTH)
        top = _WINDOW_TOP if self._mailed else self._head_end + _BELOW_RULE
        texts = [letter_date(self.page.on, self.page.language)]
        if one_line(self.page.reference):
            texts.append(self._reference())
        rows = [
            row
            for text in texts
            for row in self._plain(
                [text],
                self._part.child("P"),
                column,
                _ADDRESS,
                leading=_ADDRESS_LEADING,
            )
        ]
        return _stacked(rows, top)

    def _body_top(self) -> float:
        """Below the address, or below the head of a paper that is mailed to nobody."""
        lowest = max(map(_end, (*self._address, *self._side)), default=0.0) + 12
        return max(_BODY_TOP, lowest) if self._mailed else lowest

    def _reference(self) -> str:
        return _filled(self._labels.reference, reference=one_line(self.page.reference))

    def _address_rows(self) -> list[tuple[float, Row]]:
        lines = [line for line in map(one_line, self.page.recipient) if line]
        if not lines:
            return []
        element = self._part.child("P")
        column = Column(_WINDOW_LEFT, _WINDOW_RIGHT - _WINDOW_LEFT)
        for size, leading, top in _ADDRESS_WAYS:
            rows = self._plain(lines, element, column, size, leading=leading)
            height = sum(row.height for row in rows)
            if height <= _WINDOW_BOTTOM - top:
                return _stacked(rows, min(_WINDOW_TOP, _WINDOW_BOTTOM - height))
        return _stacked(rows, _WINDOW_TOP_AT_REST)

    def _plain(
        self,
        texts: Iterable[str],
        element: Element,
        column: Column,
        size: float,
        *,
        bold: bool = False,
        leading: float = LEADING,
    ) -> list[Row]:
        return [
            Row(size * leading, [Span(line, column.left, size, element)])
            for text in texts
            for line in self._set.plain(text, column.width, size, bold=bold)
        ]

    # What flows from sheet to sheet: subject, text, signature, enclosures

    def sheets(self) -> list[list[Row]]:
        """The rows of every sheet, the first below the head.

        A letter that would run over by a few lines is set a little smaller to stay on one sheet.
        """
        foot = self.height - _BODY_FOOT
        room, other = foot - self.top, foot - _OTHER_TOP
        made = self._part.count
        rows = self._flowing(1.0)
        tall = height(rows)
        for scale in _TIGHTER if tall > room else ():
            if tall * scale**1.8 <= room:  # about how much shorter it becomes
                usual = self._part.cut_back(made)
                divided = sheets(self._flowing(scale), room, other)
                if len(divided) == 1:
                    return divided
                self._part.cut_back(made)
                self._part.put_back(usual)
        return sheets(rows, room, other)

    def _flowing(self, scale: float) -> list[Row]:
        body = Body(self._set, self._column, scale)
        rows = self._title_rows(scale)
        rows += body.rows(self._blocks, self._part)
        rows = _signed(rows, self._signature_rows(scale))
        return rows + self._enclosure_rows(body)

    def _title_rows(self, scale: float) -> list[Row]:
        title = one_line(self.page.title)
        if not title:
            return []
        element = self._part.child("H1")
        rows = self._plain([title], element, self._column, _TITLE_SIZE * scale, bold=True)
        for row in rows:
            row.keep = True
        return rows

    def _signature_rows(self, scale: float) -> list[Row]:
        signer = [line for line in map(one_line, self.page.signer) if line]
        if not signer:
            return []
        size = BODY_SIZE * scale
        closing = self._plain([self._labels.closing], self._part.child("P"), self._column, size)
        closing[0].before = size * LEADING
        names = self._plain(signer, self._part.child("P"), self._column, size)
        rows = [*closing, Row(_SIGNING_SPACE * scale), *names]
        keep_together(rows)
        return rows

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

    # Painting

    def paint_behind(self, painter: Painter) -> None:
        """The large PRACTICE across a sheet of the practice office."""
        if self.page.practice:
            word = self._set.plain(self._labels.practice, float("inf"), 100, bold=True)[0]
            painter.watermark(word, min(110.0, self.width * 1000 / word.width), _MARK_GRAY)

    def paint_head(self, painter: Painter, canvas: TaggedCanvas) -> None:
        """The head of the first sheet in reading order: logo, school, date, address."""
        if self._logo is not None:
            picture, figure = self._logo
            with canvas.marked(figure):
                canvas.image(picture, self._logo_box(picture))
        painter.rows([*self._school, *self._side, *self._address])
        painter.rule(_MARGIN, self.width - _MARGIN, self._head_end + 6)

    def paint_foot(self, painter: Painter, number: int, count: int) -> None:
        """Reference on the left, page number on the right, the practice note between them."""
        size, right = _FOOTER_SIZE, self.width - _MARGIN
        turned = _filled(self._labels.page, page=str(number), pages=str(count))
        self._foot(painter, turned, right - self._set.width(turned, size))
        if one_line(self.page.reference):
            self._foot(painter, one_line(self._reference(), 40), _MARGIN)
        if self.page.practice:
            note = self._labels.practice_note
            self._foot(painter, note, (self.width - self._set.width(note, size)) / 2)

    def _foot(self, painter: Painter, text: str, x: float) -> None:
        line = self._set.plain(text, float("inf"), _FOOTER_SIZE)[0]
        painter.artifact(line, x, _FOOTER, _FOOTER_SIZE)


def _filled(label: str, **values: str) -> str:
    """`label` with its places filled; a place it does not have is no fault of the letter."""
    for name, value in values.items():
        label = label.replace(f"{{{name}}}", value)
    return label


def _stacked(rows: Iterable[Row], top: float) -> list[tuple[float, Row]]:
    """Rows below each other from `top`; the space above the first is left out."""
    placed: list[tuple[float, Row]] = []
    for row in rows:
        top += row.before if placed else 0
        placed.append((top, row))
        top += row.height
    return placed


def _end(placed: tuple[float, Row]) -> float:
    return placed[0] + placed[1].height


def _signed(body: list[Row], signature: list[Row]) -> list[Row]:
    """The body with its signature, which takes the last two lines along to a new sheet."""
    if signature:
        for row in body[-2:]:
            row.keep = True
    return body + signature


def _language(page: Page) -> str:
    """The letter's language as a screen reader needs it."""
    if not _LANGUAGE.fullmatch(page.language):
        return "en-US"
    return {"en": "en-US", "es": "es-US"}.get(page.language, page.language)
