"""Blanks: the office's own forms on paper, each read from one file with both of its languages.

Nobody has to use one (R-13.2): a letter, an e-mail or a talk is as good, and every blank says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from desktop.records.request import Right
from desktop.records.toml_file import fault_at, read_toml

LANGUAGES = ("en", "es")
MARK_FIELD = "records_desk_form"
"""The hidden field that says which form it is."""

MARK_PRINTED = "Records Desk form"
"""Stands before the same code at the foot of every sheet, in every language."""

REFERENCE_FIELD = "records_desk_reference"
"""The hidden field with the number of the request a blank was handed out for."""

_SHARED = "shared.toml"
_MOST_DIGITS = 4


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A text in each language a blank is printed in."""

    en: str
    es: str

    def of(self, language: str) -> str:
        """The text in `language`, in English where the blank does not speak it."""
        return self.es if language == "es" else self.en


class FieldKind(StrEnum):
    """What a field takes: a line, several lines, a day, ticks, or a signature by hand."""

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    TICKS = "ticks"
    SIGNATURE = "signature"


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One box to tick; `right` is the right it is about where the blank serves more than one."""

    id: str
    label: Said
    right: Right | None = None


class BlankField(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One field. `tip` is what a screen reader says where the label alone does not tell.

    `share` is the part of a row it takes, 0 to 1; fields go side by side while they fit. `lines`
    is the height of a text, `columns` how many ticks stand side by side.
    """

    name: str
    kind: FieldKind
    label: Said
    tip: Said | None = None
    needed: bool = False
    share: float = 1.0
    lines: int = 3
    columns: int = 3
    option: tuple[Option, ...] = ()

    def said(self, language: str) -> str:
        """What a screen reader says for the field."""
        return (self.tip or self.label).of(language)


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Fields under one heading; `id` is that of a section of the shared file, or empty."""

    id: str = ""
    title: Said
    says: Said | None = None
    field: tuple[BlankField, ...]


class Blank(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One form. `version` grows whenever a field changes its name or its meaning.

    `place` is where it stands among the others, from 1. `free` says what else will do, where that
    is not everything: some laws want writing.
    """

    id: str
    version: int
    place: int
    right: Right
    citation: str
    title: Said
    says: Said
    free: Said | None = None
    section: tuple[Section, ...]

    def fields(self) -> Iterator[BlankField]:
        """Every field, in the order of the page."""
        for section in self.section:
            yield from section.field

    def field_names(self) -> Iterator[str]:
        """The names in the PDF: a tick has one of its own, a signature has none."""
        for field in self.fields():
            match field.kind:
                case FieldKind.TICKS:
                    yield from (tick_name(field, option) for option in field.option)
                case FieldKind.SIGNATURE:
                    pass
                case _:
                    yield field.name


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands on every blank beside its own texts."""

    free: Said
    needed: Said
    day: Said
    by_hand: Said


class _Shared(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    words: Words
    section: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Which form a page is: as printed at its foot and kept in its hidden field."""

    blank: str
    version: int
    language: str

    def code(self) -> str:
        """The mark in one word, "inspect.1.es"."""
        return f"{self.blank}.{self.version}.{self.language}"


def read_mark(code: str) -> Mark | None:
    """The mark that `code` is, or None when it is none."""
    blank, _, rest = code.strip().partition(".")
    version, _, language = rest.partition(".")
    if not (blank and version.isascii() and version.isdecimal() and len(version) <= _MOST_DIGITS):
        return None
    return Mark(blank=blank, version=int(version), language=language)


def tick_name(field: BlankField, option: Option) -> str:
    """The name in the PDF of one box to tick."""
    return f"{field.name}_{option.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """Every blank by its id, in the order they are offered, and the words they share."""

    words: Words
    by_id: Mapping[str, Blank]


def load_blanks(folder: Path) -> Blanks:
    """The blanks of `folder`, each section taken from the shared file where it says so.

    Raises:
        ResourceError: a file cannot be used; it names the file, the key and the line.
    """
    shared = read_toml(folder / _SHARED, _Shared)
    sections = {one.id: msgspec.to_builtins(one) for one in shared.section}
    files = sorted(file for file in folder.glob("*.toml") if file.name != _SHARED)
    blanks = [_load(file, sections) for file in files]
    blanks.sort(key=lambda one: one.place)
    return Blanks(words=shared.words, by_id={one.id: one for one in blanks})


def _load(file: Path, sections: Mapping[str, object]) -> Blank:
    blank = read_toml(file, Blank, fill=lambda plain: _filled(plain, sections))
    if blank.id != file.stem:
        raise fault_at(file, "id", f"the file is called {file.stem}")
    names = list(blank.field_names())
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise fault_at(file, "section", f"two fields are called {twice}")
    return blank


def _filled(plain: object, sections: Mapping[str, object]) -> object:
    """The file with each ``like = "…"`` put in full; its own texts go before the shared ones."""
    if not isinstance(plain, dict):
        return plain
    rows = plain.get("section", [])
    full = [_like(row, sections) for row in rows] if isinstance(rows, list) else rows
    return {**plain, "section": full}


def _like(row: object, sections: Mapping[str, object]) -> object:
    if not isinstance(row, dict) or row.get("like") not in sections:
        return row
    shared = sections[row["like"]]
    own = {key: value for key, value in row.items() if key != "like"}
    return {**shared, **own} if isinstance(shared, dict) else row
