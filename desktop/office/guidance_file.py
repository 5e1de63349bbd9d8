"""Reads a file of guidance entry by entry; a fault costs the entry it stands in and no other."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from desktop.errors import ResourceError
from desktop.office.cards import Entry, Head, Meta

_TABLE = re.compile(r"^[ \t]*\[\[[ \t]*(\w+)[ \t]*\]\][ \t]*(?:#.*)?$", re.MULTILINE)
_ID = re.compile(r"""^[ \t]*id\s*=\s*["']([^"']*)["']""", re.MULTILINE)
_LINE = re.compile(r" \(at line (\d+), column \d+\)")

_E = TypeVar("_E", bound=Entry)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The text of one entry, as it stands in the file from ``line`` on."""

    table: str
    id: str
    line: int
    text: str


class GuidanceFile:
    """Reads a file entry by entry, so that one broken entry leaves the others standing.

    TOML readers stop at the first fault, so the file is cut at its ``[[table]]`` lines first. A
    text over several lines may therefore not hold such a line.
    """

    def __init__(self, file: Path, *, headed: bool = True) -> None:
        """Read ``file``; ``headed``: it must say its ``schema``, as the program's own do."""
        self._file = file.name
        self._read: dict[tuple[str, str], Any] = {}
        self._pieces: dict[tuple[str, str], _Piece] = {}
        self.faults: list[ResourceError] = []
        text = self._text(file)
        starts = [cut.start() for cut in _TABLE.finditer(text)]
        for start, end in pairwise([*starts, len(text)]):
            self._add(text.count("\n", 0, start) + 1, text[start:end])
        head = text[: starts[0]] if starts else text
        known = self._convert(_Piece("", "", 1, head), Head)
        if headed and known and not known.schema:
            self._fault(_Piece("", "schema", 1, ""), 1, "the schema is missing")
        self.meta: Meta | None = known.meta if known else None

    def entries(self, table: str, kind: type[_E]) -> dict[str, _E]:
        """The sound entries of one table, by id, in the order of the file."""
        read = {name: self.entry(table, name, kind) for of, name in self._pieces if of == table}
        return {name: entry for name, entry in read.items() if entry is not None}

    def entry(self, table: str, name: str, kind: type[_E]) -> _E | None:
        """One entry, or None when there is none or it is broken."""
        key = (table, name)
        if key not in self._read:
            piece = self._pieces.get(key)
            self._read[key] = self._convert(piece, kind) if piece else None
        found: _E | None = self._read[key]
        return found

    def line(self, table: str, name: str) -> int:
        """The line an entry begins on; 0 when there is none."""
        piece = self._pieces.get((table, name))
        return piece.line if piece else 0

    def only(self, tables: Collection[str]) -> None:
        """Every table of another name is a fault: nobody would read it."""
        known = " or ".join(f"[[{one}]]" for one in tables)
        for of, name in self._pieces:
            if of and of not in tables:
                piece = self._pieces[of, name]
                self._fault(piece, piece.line, f"[[{of}]] is not read here; write {known}")

    def fault(self, table: str, name: str, why: str) -> ResourceError:
        """What is wrong with an entry that reads well by itself."""
        return ResourceError(self._file, name, self.line(table, name), why)

    def has(self, table: str, name: str) -> bool:
        """Whether the entry is in the file, sound or broken."""
        return (table, name) in self._pieces

    def _add(self, line: int, text: str) -> None:
        table, named = _TABLE.match(text), _ID.search(text)
        piece = _Piece(table[1] if table else "", named[1] if named else "", line, text)
        if self.has(piece.table, piece.id):
            self._fault(piece, line, "the id is there twice")
        else:
            self._pieces[piece.table, piece.id] = piece

    def _text(self, file: Path) -> str:
        try:
            return file.read_text("utf-8-sig")  # some editors put a mark in front
        except (OSError, UnicodeDecodeError):
            self._fault(_Piece("", "", 0, ""), 0, "it cannot be read as UTF-8 text")
        return "schema = 1"

    def _convert(self, piece: _Piece, kind: type[Any]) -> Any:
        try:
            raw = msgspec.toml.decode(piece.text)
            return msgspec.convert(raw[piece.table][0] if piece.table else raw, kind)
        except msgspec.ValidationError as fault:
            self._fault(piece, piece.line, str(fault))
        except msgspec.DecodeError as fault:
            within = _LINE.search(str(fault))
            place = piece.line + int(within[1]) - 1 if within else piece.line
            self._fault(piece, place, _LINE.sub("", str(fault)))
        except (RecursionError, ValueError):
            self._fault(piece, piece.line, "it is nested too deeply or too long")
        return None

    def _fault(self, piece: _Piece, line: int, why: str) -> None:
        key = piece.id or piece.table
        self.faults.append(ResourceError(self._file, key, line, why))
