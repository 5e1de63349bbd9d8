"""A table that leaves the program as a file; no spreadsheet takes a text in it for a formula.

A name that a family wrote can begin with "=", and a spreadsheet would run it where it is opened.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Cell = str | int | float | date | None

LONGEST_CELL = 32_767
"""Characters a cell of a spreadsheet holds."""

# The wide forms of a keyboard for Chinese or Japanese begin a formula there as well.
_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20\t\r\n")
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_BOM = "\ufeff"
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class SheetFormat(StrEnum):
    """The kinds of files a table leaves as."""

    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with one line of heads; every row has as many cells as there are heads.

    ``id`` is a code for the journal and names nobody; ``title`` is for people.
    """

    id: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def inert(text: str) -> str:
    """``text`` as a spreadsheet shows it and never runs it.

    An apostrophe goes before whatever could begin a formula, also behind blanks and signs that are
    not seen; what no file may hold (control characters, halves of characters) is marked.
    """
    kept = _NO_TEXT.sub("\ufffd", text.replace("\r\n", "\n"))
    first = kept.lstrip(f" \u00a0\u3000{_UNSEEN}")[:1]
    shown = f"'{kept}" if first in _FORMULA and first else kept
    return shown if len(shown) <= LONGEST_CELL else f"{shown[: LONGEST_CELL - 1]}…"


def cells(row: Iterable[Cell]) -> tuple[Cell, ...]:
    """A row with every text inert; numbers and days stay what they are."""
    return tuple(inert(one) if isinstance(one, str) else one for one in row)


def as_csv(sheet: Sheet) -> bytes:
    """The table as CSV: UTF-8 with its mark, every cell in quotes, so that no comma is guessed.

    Days are written as 2026-10-05. The same table gives the same bytes.
    """
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(cells(sheet.heads))
    writer.writerows([_written(one) for one in cells(row)] for row in sheet.rows)
    return f"{_BOM}{text.getvalue()}".encode()


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    return cell.isoformat() if isinstance(cell, date) else str(cell)
