"""A table that left as a file: who got it, what for, and the hash that proves which it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.records.ids import ExportId, PersonId
from desktop.records.sheet import SheetFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportAsked:
    """What is asked before a table leaves: who gets it, what for, as which kind of file."""

    receiver: str
    reason: str
    format: SheetFormat


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A table that left. ``sheet`` is its code, ``count`` its rows; what stood in it is not kept.

    ``withheld`` counts the cells kept back because a paper on file keeps an address.
    """

    id: ExportId
    sheet: str
    asked: ExportAsked
    count: int
    withheld: int
    sha256: str
    made_on: date
    made_at: datetime
    made_by: PersonId
