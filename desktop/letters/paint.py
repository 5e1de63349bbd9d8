"""Putting set lines onto the canvas: text in one go for each element, and the few drawn shapes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.letters.embedding import EmbeddedFont
    from desktop.letters.layout import Piece, SetLine
    from desktop.letters.pictures import Picture
    from desktop.letters.rows import Figure, Fill, Placed, Span
    from desktop.letters.tagged import Element, TaggedCanvas

_MIDDLE_OF_CAPITALS = 0.357  # of the font size above the baseline, in Noto Sans
_RULE_GRAY = 0.6
_BAR = 0.62  # of the row's height
_BAR_COLOUR = "0.13 0.34 0.78"
_THICKER = 0.035  # of the font size: about what a bold face adds to its strokes


class Painter:
    """Draws rows on one sheet of `height` points. Tops are counted from the sheet's upper edge."""

    def __init__(self, canvas: TaggedCanvas, height: float) -> None:
        self._canvas = canvas
        self._height = height
        self._font: tuple[str, float] = ("", 0.0)

    def rows(self, placed: Placed) -> None:
        """Draw rows at their tops; neighbours of one element become one marked sequence."""
        element: Element | None = None
        lines: list[tuple[float, Span]] = []
        for top, row in placed:
            if row.figure is not None:
                self._element(element, lines)
                element, lines = None, []
                self._figure(top, row.figure)
            for span in row.spans:
                if span.element is not element:
                    self._element(element, lines)
                    element, lines = span.element, []
                lines.append((self._baseline(top, row.height, span.size), span))
        self._element(element, lines)
        self._fills(placed)
        self._shapes(placed)

    def picture(
        self, element: Element, picture: Picture, box: tuple[float, float, float, float]
    ) -> None:
        """Draw `picture` into `box`: x and y of its lower left corner, width, height."""
        x, y, width, tall = box
        element.bound(x, y, width, tall)
        with self._canvas.marked(element):
            self._canvas.image(picture, box)

    def bars(
        self,
        element: Element,
        corner: tuple[float, float],
        module: float,
        bars: Sequence[tuple[int, int, int]],
    ) -> None:
        """Black bars from the upper left `corner` on; row, start and width count in `module`s."""
        left, top = corner
        upper = self._height - top
        drawn = [
            f"{left + start * module:.2f} {upper - (row + 1) * module:.2f}"
            f" {wide * module:.2f} {module:.2f} re"
            for row, start, wide in bars
        ]
        side = max(row for row, _, _ in bars) + 1
        element.bound(left, upper - side * module, side * module, side * module)
        with self._canvas.marked(element):
            self._canvas.write(" ".join([*drawn, "f"]))

    def _fills(self, placed: Placed) -> None:
        """The bars of charts, each chart in one marked sequence of its own figure."""
        charts: dict[Element, list[tuple[float, float, Fill]]] = {}
        for top, row in placed:
            if row.fill is not None:
                charts.setdefault(row.fill.element, []).append((top, row.height, row.fill))
        for element, bars in charts.items():
            self._chart(element, bars)

    def _chart(self, element: Element, bars: Sequence[tuple[float, float, Fill]]) -> None:
        upper, last, column = bars[0][0], bars[-1], bars[0][2].column
        lower = self._height - last[0] - last[1]
        element.bound(column.left, lower, column.width, self._height - upper - lower)
        drawn = [
            f"{fill.x:.2f} {self._height - top - tall * (1 + _BAR) / 2:.2f}"
            f" {fill.width:.2f} {tall * _BAR:.2f} re"
            for top, tall, fill in bars
        ]
        with self._canvas.marked(element):
            self._canvas.write(" ".join([f"q {_BAR_COLOUR} rg", *drawn, "f Q"]))

    def _figure(self, top: float, figure: Figure) -> None:
        lower = self._height - top - figure.height
        box = (figure.x, lower, figure.width, figure.height)
        self.picture(figure.element, figure.picture, box)

    def artifact(self, line: SetLine, x: float, baseline: float, size: float) -> None:
        """A line that repeats on every sheet; `baseline` counts from the lower edge."""
        with self._canvas.artifact("Pagination"):
            self._text([(baseline, line, x, size)])

    def watermark(self, line: SetLine, size: float, gray: float) -> None:
        """A light word across the middle of the sheet, rising at 45 degrees, under the text."""
        width, height = self._canvas.size
        half = line.width * size / 2000 * 0.7071
        x, y = width / 2 - half + size * 0.25, height / 2 - half - size * 0.25
        with self._canvas.artifact("Pagination"):
            self._canvas.write(f"q {gray} g .7071 .7071 -.7071 .7071 {x:.2f} {y:.2f} cm")
            self._text([(0.0, line, 0.0, size)])
            self._canvas.write("Q")
            self._font = ("", 0.0)

    def rule(self, left: float, right: float, top: float) -> None:
        """A hairline across, as decoration."""
        y = self._height - top
        with self._canvas.artifact():
            self._canvas.write(f"{_RULE_GRAY} G .5 w {left:.2f} {y:.2f} m {right:.2f} {y:.2f} l S")

    def _baseline(self, top: float, height: float, size: float) -> float:
        return self._height - top - height / 2 - size * _MIDDLE_OF_CAPITALS

    def _element(self, element: Element | None, lines: list[tuple[float, Span]]) -> None:
        if element is not None and any(span.line.shown for _, span in lines):
            with self._canvas.marked(element):
                self._text([(y, span.line, span.x, span.size) for y, span in lines])

    def _text(self, lines: list[tuple[float, SetLine, float, float]]) -> None:
        write = self._canvas.write
        write("BT")
        for y, line, left, size in lines:
            for shown in line.shown:
                piece, x = shown.piece, left + shown.x * size / 1000
                font = self._canvas.font(piece.face)
                if (font.name, size) != self._font:
                    self._font = (font.name, size)
                    write(f"/{font.name} {size:g} Tf")
                write(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
                drawn = _operators(piece, font, size)
                write(_thickened(drawn, size) if piece.face.thickened else drawn)
        write("ET")

    def _shapes(self, placed: Placed) -> None:
        quoted = False
        for top, row in placed:
            if row.rule is not None:
                self.rule(row.rule[0], row.rule[1], top + row.height + 1)
            if row.bar is not None:
                self._bar(row.bar, top - (row.before if quoted else 0), top + row.height)
            quoted = row.bar is not None

    def _bar(self, x: float, top: float, bottom: float) -> None:
        with self._canvas.artifact():
            self._canvas.write(
                f"{_RULE_GRAY} G 1.5 w {x:.2f} {self._height - top:.2f} m "
                f"{x:.2f} {self._height - bottom:.2f} l S"
            )


def _thickened(drawn: str, size: float) -> str:
    """Filled and outlined, for a bold that the typeface does not have."""
    return f"2 Tr 0 G {size * _THICKER:.3g} w {drawn} 0 Tr"


def _operators(piece: Piece, font: EmbeddedFont, size: float) -> str:
    """The operators that show a piece, with what a reader needs to know beyond its glyphs."""
    if piece.said:
        said = piece.said.encode("utf-16-be").hex()
        return f"/Span <</ActualText <feff{said}>>> BDC <{font.encoded(piece.text)}> Tj EMC"
    if not piece.glyphs:
        return f"<{font.encoded(piece.text)}> Tj"
    shown = _placed_glyphs(piece, font, size)
    # Every glyph spells its part of the text; ISO 32000-1, 14.8.2.3.3 marks those that stand in
    # the reverse of the reading order. ActualText would say the same, but some viewers turn it.
    return f"/ReversedChars BMC {shown} EMC" if piece.level % 2 else shown


def _placed_glyphs(piece: Piece, font: EmbeddedFont, size: float) -> str:
    """Shaped glyphs from left to right; marks are moved and raised to where they belong."""
    operators: list[str] = []
    row: list[str] = []
    raised = 0.0
    for glyph in piece.glyphs:
        if glyph.up != raised:
            operators.append(f"[{' '.join(row)}] TJ {glyph.up * size / 1000:.3f} Ts")
            row, raised = [], glyph.up
        after = piece.face.glyph_width(glyph.number) + glyph.across - glyph.advance
        row.append(f"{-glyph.across:.6g} <{font.glyph_code(glyph)}> {after:.6g}")
    operators.append(f"[{' '.join(row)}] TJ")
    return " ".join([*operators, "0 Ts" if raised else ""])
