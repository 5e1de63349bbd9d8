"""The short tips beside the work: which belong to a moment, what they rest on, what to read on.

The tips are the program's second voice. A fault in their files costs the tip it stands in and
nothing else; it is kept in ``faults`` and never raised. Showing them belongs to the screens.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from desktop.errors import ResourceError
from desktop.paths import resources
from desktop.records.person import Role

# Tips that promise something about the program itself, and the test that proves each. One without
# a proof here is not shown.
PROVEN_BY: Mapping[str, str] = {
    "INT-02": "tests/records/test_legal_clock.py::test_a_shorter_state_limit_drives",
}
_STALE_MONTHS = 12
_TABLE = re.compile(r"^\[\[(\w+)\]\][ \t]*$", re.MULTILINE)
_ID = re.compile(r'^id\s*=\s*"([^"]*)"', re.MULTILINE)
_LINE = re.compile(r" \(at line (\d+), column \d+\)")


class CardKind(StrEnum):
    """What a tip rests on."""

    LAW = "law"
    PRACTICE = "practice"
    PRIMER = "primer"


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One entry of a guidance file; a key nobody knows is a fault."""

    id: str


class Card(_Entry, frozen=True, kw_only=True):
    """One tip. ``citation`` is set for law; the ids lead into the catalogue."""

    moments: tuple[str, ...]
    headline: str
    body: str
    primer: tuple[str, ...]
    points: tuple[str, ...]
    citation: str
    links: tuple[str, ...]
    audience: Role
    kind: CardKind


class Moment(_Entry, frozen=True, kw_only=True):
    """A place in the work where tips help, with its tips in the order of showing."""

    title: str
    where: str
    cards: tuple[str, ...]


class Item(_Entry, frozen=True, kw_only=True):
    """Something the primer says or names. ``printed_url`` is kept for the record, never shown."""

    group: str
    title: str
    gist: str = ""
    link: str = ""
    printed_url: str = ""
    printed_problem: str = ""
    safe_url: str = ""
    show_url: bool = False
    status: str = ""
    status_note: str = ""
    evidence: str = ""


class Link(_Entry, frozen=True, kw_only=True):
    """Further reading the primer does not name."""

    title: str
    safe_url: str = ""
    show_url: bool = False
    note: str = ""


class Point(_Entry, frozen=True, kw_only=True):
    """One piece of advice drawn from an item of the primer."""

    item: str
    text: str
    citation: str = ""
    sources: tuple[str, ...] = ()


class Meta(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The pack of tips as a whole; ``show_first`` says how many are shown before "More"."""

    version: str
    reviewed: date
    show_first: int
    catalog: str
    promise_cards: tuple[str, ...] = ()


class _Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    schema: int
    meta: Meta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Something to read on. ``address`` is empty unless it was checked and may be shown."""

    title: str
    address: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalog:
    """What the primer says and names, by id."""

    items: Mapping[str, Item]
    links: Mapping[str, Link]
    points: Mapping[str, Point]
    faults: tuple[ResourceError, ...]


class Guidance:
    """All tips of one folder; each is read when its moment first comes, the catalogue later."""

    def __init__(self, folder: Path, proven: Collection[str]) -> None:
        self._reader = _Reader(folder / "cards.toml")
        self._folder = folder
        self.meta = self._reader.meta
        self.moments: Mapping[str, Moment] = self._reader.entries("moment", Moment)
        promised = self.meta.promise_cards if self.meta else ()
        self._unproven = frozenset(promised) - frozenset(proven)

    @cached_property
    def by_id(self) -> Mapping[str, Card]:
        """Every tip, in the order of the file."""
        return self._reader.entries("card", Card)

    @cached_property
    def catalog(self) -> Catalog:
        """The catalogue behind the tips."""
        name = self.meta.catalog if self.meta else "catalog.toml"
        reader = _Reader(self._folder / name)
        items = reader.entries("item", Item)
        links = reader.entries("link", Link)
        points = reader.entries("point", Point)
        return Catalog(items=items, links=links, points=points, faults=tuple(reader.faults))

    @property
    def faults(self) -> tuple[ResourceError, ...]:
        """Everything that is wrong in the files, with file, key and line; reads them all."""
        self._reader.entries("card", Card)  # a tip's fault is found by reading it
        return (*self._reader.faults, *self._loose_ends(), *self.catalog.faults)

    @property
    def show_first(self) -> int:
        """How many tips are shown before "More"."""
        return self.meta.show_first if self.meta else 3

    def cards(self, moment: str, audience: Role | None = None) -> tuple[Card, ...]:
        """The tips for a moment, in order; none for a moment nobody knows.

        A tip is for its audience and for those who answer for them: the front office's tips are
        for everyone, the registrar's also for the principal. Where that leaves nothing, the tips
        are for someone to be asked, and all are shown.
        """
        known = self.moments.get(moment)
        ids = known.cards if known else ()
        read = (self._reader.entry("card", one, Card) for one in ids if one not in self._unproven)
        found = tuple(card for card in read if card is not None)
        own = tuple(card for card in found if _reaches(card.audience, audience))
        return own or found

    def primer_titles(self, card: Card) -> tuple[str, ...]:
        """The items of the primer a tip rests on, by their printed titles."""
        items = self.catalog.items
        return tuple(items[one].title for one in card.primer if one in items)

    def reading(self, card: Card) -> tuple[Reading, ...]:
        """What to read on; an address only where it was checked and may be shown."""
        return tuple(filter(None, map(self._reading, card.links)))

    def is_stale(self, today: date) -> bool:
        """Whether the tips were last reviewed more than twelve months ago."""
        if self.meta is None:
            return False
        since = self.meta.reviewed
        months = (today.year - since.year) * 12 + today.month - since.month
        return months > _STALE_MONTHS or (months == _STALE_MONTHS and today.day > since.day)

    def _reading(self, ref: str) -> Reading | None:
        source = self.catalog.links.get(ref) or self.catalog.items.get(ref)
        if source is None:
            return None
        status = source.status if isinstance(source, Item) else ""
        address = source.safe_url if source.show_url else ""
        return Reading(title=source.title, address=address, status=status)

    def _loose_ends(self) -> Iterator[ResourceError]:
        for moment in self.moments.values():
            for card in moment.cards:
                if not self._reader.has("card", card):
                    yield ResourceError("cards.toml", moment.id, 0, f"there is no card {card}")


def load_guidance(
    folder: Path | None = None, proven: Collection[str] = tuple(PROVEN_BY)
) -> Guidance:
    """The tips in ``folder``, by default the program's own; faults are kept, never raised."""
    return Guidance(folder or resources("guidance"), proven)


_RANK: Mapping[Role, int] = {
    Role.FRONT_OFFICE: 0,
    Role.REGISTRAR: 1,
    Role.PRINCIPAL: 2,
    Role.ADMINISTRATOR: 2,
}


def _reaches(audience: Role, reader: Role | None) -> bool:
    return reader is None or _RANK[audience] <= _RANK[reader]


_E = TypeVar("_E", bound=_Entry)


@dataclass(frozen=True, slots=True)
class _Piece:
    """The text of one entry, as it stands in the file from ``line`` on."""

    table: str
    id: str
    line: int
    text: str


class _Reader:
    """Reads a file entry by entry, so that one broken entry leaves the others standing.

    TOML readers stop at the first fault, so the file is cut at its ``[[table]]`` lines first. A
    text over several lines may therefore not hold such a line.
    """

    def __init__(self, file: Path) -> None:
        self._file = file.name
        self._read: dict[tuple[str, str], Any] = {}
        self._pieces: dict[tuple[str, str], _Piece] = {}
        self.faults: list[ResourceError] = []
        text = self._text(file)
        starts = [cut.start() for cut in _TABLE.finditer(text)]
        for start, end in pairwise([*starts, len(text)]):
            self._add(text.count("\n", 0, start) + 1, text[start:end])
        head = text[: starts[0]] if starts else text
        known = self._convert(_Piece("", "", 1, head), _Head)
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
            return file.read_text("utf-8")
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
