"""A blank as it is handed out: the school's head, the fields as boxes, one sheet where it fits.

The same PDF is printed and written on, or filled in on screen. Measures are points, heights are
counted from the top of the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.letters import reference_code
from desktop.letters.blank_layout import Band, BlankLayout, PlacedField, divided
from desktop.letters.fonts import Fonts
from desktop.letters.form_fields import FormCanvas
from desktop.letters.layout import Typesetter
from desktop.letters.page import Letterhead
from desktop.letters.paint import Painter
from desktop.letters.pictures import LOGO, read_picture
from desktop.letters.printable import check_head
from desktop.letters.text import one_line
from desktop.letters.words import filled, read_labels
from desktop.records.blank import (
    MARK_FIELD,
    MARK_PRINTED,
    REFERENCE_FIELD,
    Blank,
    FieldKind,
    Mark,
    Words,
)
from desktop.records.paper import PageSize

if TYPE_CHECKING:
    from desktop.letters.form_fields import Box

_MARGIN, _TOP, _FOOT = 50.0, 36.0, 44.0
_FOOT_TEXT, _FOOT_SIZE = 26.0, 7.5
_SMALLER = (1.0, 0.95, 0.9, 0.86)
_GRAY, _MARK_GRAY = 0.55, 0.92
_CODE, _QUIET = 42.0, 12.0  # each way, as on a letter; the blank a code needs beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankPage:
    """A blank ready to draw: which, in which language, under whose head.

    `reference` is the number of the request it is handed out for, or empty.
    """

    blank: Blank
    words: Words
    letterhead: Letterhead
    language: str = "en"
    reference: str = ""
    practice: bool = False
    size: PageSize = PageSize.LETTER

    def mark(self) -> Mark:
        """Which form this is."""
        return Mark(blank=self.blank.id, version=self.blank.version, language=self.language)


def draw_blank(page: BlankPage, fonts: Fonts | None = None) -> bytes:
    """The blank as a tagged PDF with fields; the same page gives the same bytes.

    Raises:
        DeskError: the school's logo cannot be read, or ``characters``: no font can print one of
            its name or address.
    """
    fonts = fonts or Fonts()
    check_head(page.letterhead, fonts)
    title = page.blank.title.of(page.language)
    canvas = FormCanvas(
        face=fonts.regular,
        size=page.size.points,
        title=title,
        language=_language(page),
        author=one_line(page.letterhead.school.name),
    )
    _Sheets(page, Typesetter(fonts), canvas).draw()
    return canvas.finish()


def _language(page: BlankPage) -> str:
    return f"{page.language}-US"


class _Sheets:
    """One blank while it is laid out and drawn."""

    def __init__(self, page: BlankPage, typesetter: Typesetter, canvas: FormCanvas) -> None:
        self._page, self._set, self._canvas = page, typesetter, canvas
        self._width, self._height = page.size.points
        self._part = canvas.document.child("Part", language=_language(page))
        self._labels = read_labels(page.language)
        self._reference = one_line(page.reference)

    def draw(self) -> None:
        """Lay it out, smaller where that saves a sheet, and draw every sheet."""
        aside = _CODE + _QUIET if self._coded() else 0.0
        head = self._layout(1.0).head(self._page.letterhead, aside=aside)
        made = self._part.count
        for scale in _SMALLER:
            self._part.cut_back(made)
            bands = self._layout(scale).bands()
            room = self._height - _TOP - _FOOT
            sheets = divided(bands, room - head.height, room)
            if len(sheets) == 1:
                break
        for number, sheet in enumerate(sheets, 1):
            self._draw_sheet(sheet, head if number == 1 else None, number, len(sheets))

    def _layout(self, scale: float) -> BlankLayout:
        return BlankLayout(
            self._page.blank,
            self._page.words,
            self._page.language,
            typesetter=self._set,
            part=self._part,
            left=_MARGIN,
            room=self._width - 2 * _MARGIN,
            scale=scale,
        )

    def _draw_sheet(
        self, bands: Sequence[Band], head: Band | None, number: int, count: int
    ) -> None:
        painter = Painter(self._canvas, self._height)
        if self._page.practice:
            self._draw_practice(painter)
        top = _TOP
        if head is not None:
            self._draw_head(painter, head)
            top += head.height
        for band in bands:
            top += band.before
            painter.rows([(top + down, row) for down, row in band.rows])
            if band.rule:
                painter.rule(_MARGIN, self._width - _MARGIN, top + band.height - 2)
            for one in band.fields:
                self._draw_field(one, top)
            top += band.height
        self._draw_foot(painter, number, count)
        self._canvas.showPage()

    def _draw_practice(self, painter: Painter) -> None:
        """The large PRACTICE across a sheet of the practice office, as on its letters."""
        word = self._set.plain(self._labels.practice, float("inf"), 100, bold=True)[0]
        painter.watermark(word, min(110.0, self._width * 1000 / word.width), _MARK_GRAY)

    def _draw_head(self, painter: Painter, head: Band) -> None:
        logo = self._page.letterhead.school.logo
        if logo:
            picture = read_picture(logo, LOGO)
            box = picture.fitted(LOGO, _MARGIN, self._height - _TOP)
            with self._canvas.artifact():
                self._canvas.image(picture, box)
        painter.rows([(_TOP + down, row) for down, row in head.rows])
        self._canvas.hidden(MARK_FIELD, self._page.mark().code())
        if self._reference:
            self._canvas.hidden(REFERENCE_FIELD, self._reference)
        if self._coded():
            self._draw_code(painter)

    def _coded(self) -> bool:
        return 0 < len(self._reference) <= reference_code.LONGEST

    def _draw_code(self, painter: Painter) -> None:
        """The number as a code in the upper right corner, so that a scan finds its request."""
        said = filled(self._labels.reference_code, reference=self._reference)
        modules, bars = reference_code.bars(self._reference)
        corner = (self._width - _MARGIN - _CODE, _TOP)
        figure = self._part.child("Figure", alternative=said)
        painter.bars(figure, corner, _CODE / modules, bars)

    def _draw_field(self, one: PlacedField, top: float) -> None:
        """Its box on paper, and the field in it."""
        high = self._height - top - one.top
        box = (one.left, high - one.height, one.left + one.width, high)
        with self._canvas.artifact():
            self._canvas.write(_outline(box, line=one.kind is FieldKind.SIGNATURE))
        if one.element is None:
            return
        if one.kind is FieldKind.TICKS:
            self._canvas.tick(one.name, one.said, box, one.element)
            return
        lines = one.kind is FieldKind.TEXT
        self._canvas.text_field(one.name, one.said, box, one.element, lines=lines)

    def _draw_foot(self, painter: Painter, number: int, count: int) -> None:
        """The form's code on the left, for the eye of whoever opens it; the sheet on the right."""
        page = self._page
        code = f"{MARK_PRINTED} {page.mark().code()}"
        practice = self._labels.practice_note if page.practice else ""
        left = " · ".join(part for part in (code, self._reference, practice) if part)
        turned = f"{number} / {count}"
        right = self._width - _MARGIN - self._set.width(turned, _FOOT_SIZE)
        for text, x in ((left, _MARGIN), (turned, right)):
            line = self._set.plain(text, float("inf"), _FOOT_SIZE)[0]
            painter.artifact(line, x, _FOOT_TEXT, _FOOT_SIZE)


def _outline(box: Box, *, line: bool) -> str:
    left, bottom, right, top = box
    if line:
        return f"{_GRAY} G .75 w {left:.2f} {bottom:.2f} m {right:.2f} {bottom:.2f} l S"
    return f"{_GRAY} G .75 w {left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re S"
