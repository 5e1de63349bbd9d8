"""From blocks of text to rows: paragraphs, headings, lists, quotations and tables.

Rows that belong together are tied: a heading to what follows, the first and the last two lines of
a paragraph, the lines of a table's row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, assert_never

from desktop.letters.layout import Typesetter
from desktop.letters.markup import Block, Bullets, Heading, Line, Paragraph, Quote, Run, Table
from desktop.letters.rows import LEADING, Column, Row, Span

if TYPE_CHECKING:
    from desktop.letters.tagged import Element

BODY_SIZE = 10.5
_HEADING_SIZE = 11.5
_LARGE_SIZE = 26.0
_PARAGRAPH_GAP = 6.5
_HEADING_GAP = 10.0
_ITEM_GAP = 2.0
_INDENT = 18.0
_DEEPEST_INDENT = 90.0
_CELL_GAP = 12.0
_BULLET = "•"


class Body:
    """Rows of a letter's text, in the order they are read.

    `scale` 1 is its usual size, `spacing` 1 the usual space between its lines and paragraphs.
    `heading` is the level of its headings: no level may be left out above them.
    """

    def __init__(
        self,
        typesetter: Typesetter,
        column: Column,
        scale: float = 1.0,
        spacing: float = 1.0,
        heading: str = "H2",
    ) -> None:
        self._set = typesetter
        self._column = column
        self._heading_kind = heading
        self._scale = scale
        self._leading = LEADING * spacing
        self._gaps = scale * spacing
        self._size = BODY_SIZE * scale
        self._indent = _INDENT * max(scale, 1.0)

    def rows(self, blocks: Iterable[Block], element: Element) -> list[Row]:
        """The rows of `blocks`, tagged below `element`."""
        return [row for block in blocks for row in self._block(block, element, 0.0)]

    def text(
        self,
        lines: Sequence[Line],
        element: Element,
        column: Column | None = None,
        size: float | None = None,
    ) -> list[Row]:
        """Rows of plain lines that all belong to `element`."""
        column, size = column or self._column, size or self._size
        rows = [
            Row(size * self._leading, [Span(line, column.left, size, element)])
            for runs in lines
            for line in self._set.lines(runs, column.width, size)
        ]
        return _tied(rows)

    def _block(self, block: Block, element: Element, indent: float) -> list[Row]:
        indent = min(indent, _DEEPEST_INDENT)
        match block:
            case Paragraph():
                rows = self._paragraph(block, element.child("P"), indent)
            case Heading():
                rows = self._heading(block, element.child(self._heading_kind), indent)
            case Bullets():
                rows = self._list(block, element, indent)
            case Quote():
                rows = self._quote(block, element.child("BlockQuote"), indent)
            case Table():
                rows = self._table(block, element.child("Table"), indent)
            case _:
                assert_never(block)
        return rows

    def _paragraph(self, block: Paragraph, element: Element, indent: float) -> list[Row]:
        rows = self.text(block.lines, element, self._column.indented(indent))
        rows[0].before = _PARAGRAPH_GAP * self._gaps
        return rows

    def _heading(self, block: Heading, element: Element, indent: float) -> list[Row]:
        bold = [tuple(Run(run.text, bold=True) for run in line) for line in block.lines]
        size = (_LARGE_SIZE if block.large else _HEADING_SIZE) * self._scale
        rows = self.text(bold, element, self._column.indented(indent), size)
        rows[0].before = _HEADING_GAP * self._gaps
        for row in rows:
            row.keep = True
        return rows

    def _quote(self, block: Quote, element: Element, indent: float) -> list[Row]:
        rows = [
            row
            for inner in block.blocks
            for row in self._block(inner, element, indent + self._indent)
        ]
        bar = self._column.indented(min(indent, _DEEPEST_INDENT)).left + self._indent / 3
        for row in rows:
            row.bar = bar if row.bar is None else row.bar
        return rows

    def _list(self, block: Bullets, element: Element, indent: float) -> list[Row]:
        ordered = block.start is not None
        numbering = "Decimal" if ordered else "Disc"
        listed = element.child("L", attributes=f"/O/List/ListNumbering/{numbering}")
        rows: list[Row] = []
        for number, item in enumerate(block.items, block.start or 0):
            label = f"{number}." if ordered else _BULLET
            rows += self._item(label, item, listed.child("LI"), indent)
        if rows:
            rows[0].before = _PARAGRAPH_GAP * self._gaps
        return rows

    def _item(
        self, label: str, blocks: tuple[Block, ...], element: Element, indent: float
    ) -> list[Row]:
        column = self._column.indented(indent)
        name, body = element.child("Lbl"), element.child("LBody")
        rows: list[Row] = []
        for block in blocks:
            if not rows and isinstance(block, Paragraph):
                rows += self.text(block.lines, body, column.indented(self._indent))
            else:
                rows += self._block(block, body, indent + self._indent)
        rows = rows or [Row(self._size * self._leading)]
        mark = self._set.plain(label, column.width, self._size)[0]
        rows[0].spans.insert(0, Span(mark, column.left + 3, self._size, name))
        rows[0].before = _ITEM_GAP * self._gaps
        return rows

    def _table(self, block: Table, element: Element, indent: float) -> list[Row]:
        columns = self._table_columns(block, self._column.indented(indent))
        rows: list[Row] = []
        for number, cells in enumerate(block.rows):
            rows += self._table_row(block, cells, columns, element.child("TR"), head=number == 0)
        if rows:
            rows[0].before = _PARAGRAPH_GAP * self._gaps
        return rows

    def _table_row(
        self,
        block: Table,
        cells: tuple[Line, ...],
        columns: Sequence[Column],
        element: Element,
        *,
        head: bool,
    ) -> list[Row]:
        """One row of the table, as many rows high as its highest cell, with a hairline below."""
        rows: list[Row] = []
        for number, (cell, column) in enumerate(zip(cells, columns, strict=False)):
            kind = element.child("TH", attributes=_HEAD_CELL) if head else element.child("TD")
            runs = tuple(Run(run.text, bold=True) for run in cell) if head else cell
            for at, line in enumerate(self._set.lines(runs, column.width, self._size)):
                if at == len(rows):
                    rows.append(Row(self._size * self._leading, keep=True))
                spare = column.width - line.width * self._size / 1000
                x = column.left + (spare if number in block.right else 0)
                rows[at].spans.append(Span(line, x, self._size, kind))
        if rows:
            rows[0].before = _ITEM_GAP * self._gaps
            rows[-1].keep = head
            rows[-1].rule = (columns[0].left, columns[-1].left + columns[-1].width)
        return rows

    def _table_columns(self, block: Table, column: Column) -> list[Column]:
        """Columns as wide as their widest cell; the first takes what is left or gives way."""
        count = max(len(row) for row in block.rows)
        fair = column.width / count
        wanted = [self._widest(block, number) for number in range(1, count)]
        spare = column.width - sum(wanted) - _CELL_GAP * (count - 1)
        widths = [spare, *wanted] if spare >= fair else [fair - _CELL_GAP] * count
        gaps = [width + _CELL_GAP for width in widths]
        return [
            Column(column.left + sum(gaps[:number]), max(width, 1.0))
            for number, width in enumerate(widths)
        ]

    def _widest(self, block: Table, number: int) -> float:
        texts = ["".join(run.text for run in row[number]) for row in block.rows[:40]]
        return max(self._set.width(text, self._size, bold=True) for text in texts)


_HEAD_CELL = "/O/Table/Scope/Column"


def _tied(rows: list[Row]) -> list[Row]:
    """No first or last line of a paragraph alone on a sheet."""
    if len(rows) > 1:
        rows[0].keep = rows[-2].keep = True
    return rows
