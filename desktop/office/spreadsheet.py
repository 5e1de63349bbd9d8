"""A table as an Excel workbook, made in memory: no folder for passing files sees any of it."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from typing_extensions import override

from desktop.records.file_name import safe_name
from desktop.records.sheet import Cell, Sheet, SheetFormat, as_csv, cells

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_WIDEST, _NARROWEST = 60, 8
_TAB = 31  # characters Excel takes for the name of a sheet
_SEEN = 500  # rows looked at for a column's width


def as_file(sheet: Sheet, kind: SheetFormat) -> bytes:
    """The table as the bytes of a file of this kind."""
    return as_csv(sheet) if kind is SheetFormat.CSV else as_xlsx(sheet)


def as_xlsx(sheet: Sheet) -> bytes:
    """The table as a workbook of one sheet, its heads held in place. Every text stays text."""
    from openpyxl.workbook import Workbook  # noqa: PLC0415  # loads when first used

    book = Workbook()
    book.properties.creator = "Records Desk"
    book.properties.title = sheet.title
    _fill(book, sheet)
    return _packed(book)


def _fill(book: Workbook, sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415  # loads when first used
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    page = book.active
    page.title = _tab(sheet.title)
    page.freeze_panes = "A2"
    for row, values in enumerate((sheet.heads, *sheet.rows), 1):
        for column, value in enumerate(cells(values), 1):
            _put(page.cell(row, column), value)
    for column, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[get_column_letter(column)].width = width
        head = page.cell(1, column)
        head.font, head.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")


def _put(cell: Any, value: Cell) -> None:
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # else openpyxl reads "=" as a formula and "#N/A" as an error


def _tab(title: str) -> str:
    name = safe_name(title).replace("[", "(").replace("]", ")").strip("'")
    return name[:_TAB] or "Sheet"


def _widths(sheet: Sheet) -> list[int]:
    looked = (sheet.heads, *sheet.rows[:_SEEN])
    longest = (max(len(str(row[at])) for row in looked) for at in range(len(sheet.heads)))
    return [min(max(one + 2, _NARROWEST), _WIDEST) for one in longest]


def _packed(book: Workbook) -> bytes:
    """The workbook's file.

    openpyxl writes each sheet in the clear to the system's folder for passing files first; here it
    goes through memory.
    """
    from openpyxl.worksheet._writer import WorksheetWriter  # noqa: PLC0415  # loads when first used
    from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415

    class InMemory(ExcelWriter):  # type: ignore[misc]  # openpyxl has no types
        def write_worksheet(self, ws: Any) -> None:
            body = io.BytesIO()
            writer = WorksheetWriter(ws, out=body)
            ws._drawing = None  # noqa: SLF001  # there are no pictures
            writer.write()
            ws._rels = writer._rels  # noqa: SLF001  # as in the method this stands for
            self._archive.writestr(ws.path[1:], body.getvalue())
            self.manifest.append(ws)

    book.properties.modified = book.properties.created = datetime(2000, 1, 1)  # noqa: DTZ001
    made = io.BytesIO()
    InMemory(book, _Undated(made, "w", ZIP_DEFLATED)).save()
    return made.getvalue()


class _Undated(ZipFile):
    """An archive whose parts tell no moment, so that the same table is the same file."""

    @override
    def writestr(self, part: ZipInfo | str, body: Any, *_how: Any) -> None:
        name = part if isinstance(part, str) else part.filename
        undated = ZipInfo(name)  # the first day there is for an archive
        undated.compress_type = ZIP_DEFLATED
        super().writestr(undated, body)
