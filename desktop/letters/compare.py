"""Two wordings of a letter beside each other, line by line."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What became of a line."""

    SAME = "same"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a comparison, in the order a reader expects: what is gone, then what is new."""

    mark: Mark
    text: str


def compared(before: str, now: str) -> list[Line]:
    """The lines of ``before`` and ``now``, each marked."""
    return list(_compared(before.splitlines(), now.splitlines()))


def _compared(before: list[str], now: list[str]) -> Iterator[Line]:
    matcher = difflib.SequenceMatcher(None, before, now, autojunk=False)
    for kind, first, past, other, other_past in matcher.get_opcodes():
        if kind == "equal":
            yield from (Line(mark=Mark.SAME, text=text) for text in before[first:past])
        else:
            yield from (Line(mark=Mark.GONE, text=text) for text in before[first:past])
            yield from (Line(mark=Mark.NEW, text=text) for text in now[other:other_past])
