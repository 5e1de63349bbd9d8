"""What stands on a blank: bands of text and fields below each other, at one scale.

Measures are points; tops count from the band's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.letters.pictures import LOGO
from desktop.letters.rows import LEADING, Row, Span
from desktop.letters.text import one_line
from desktop.records.blank import Blank, BlankField, FieldKind, Option, Section, Words, tick_name

if TYPE_CHECKING:
    from desktop.letters.layout import Typesetter
    from desktop.letters.page import Letterhead
    from desktop.letters.tagged import Element

_NAME_SIZE, _CONTACT_SIZE = 13.0, 8.5
_TITLE_SIZE, _HEADING_SIZE, _TEXT_SIZE, _LABEL_SIZE = 15.0, 10.5, 9.0, 8.0
_LINE_HIGH, _TEXT_LINE, _SIGN_HIGH, _TICK = 18.0, 14.0, 26.0, 9.5
_BETWEEN, _BELOW = 10.0, 5.0
_WHOLE_ROW = 1.001  # shares are decimal fractions


@dataclass(slots=True)
class PlacedField:
    """A box on the page and the field in it; a signature has a line and no field."""

    kind: FieldKind
    name: str
    said: str
    left: float
    top: float
    width: float
    height: float
    element: Element | None


@dataclass(slots=True)
class Band:
    """What stands side by side, with tops counted from its own; `keep` ties it to the next."""

    height: float = 0.0
    rows: list[tuple[float, Row]] = field(default_factory=list)
    fields: list[PlacedField] = field(default_factory=list)
    keep: bool = False
    before: float = 0.0
    rule: bool = False


class BlankLayout:
    """The bands of one blank in one language; every text and field gets its element below `part`.

    `left` and `room` are where the page's column begins and how wide it is.
    """

    def __init__(
        self,
        blank: Blank,
        words: Words,
        language: str,
        *,
        typesetter: Typesetter,
        part: Element,
        left: float,
        room: float,
        scale: float,
    ) -> None:
        self._blank, self._words, self._language = blank, words, language
        self._set, self._part = typesetter, part
        self._left, self._room, self._scale = left, room, scale

    def head(self, letterhead: Letterhead, *, aside: float = 0.0) -> Band:
        """The school: its logo, name and how to reach it; `aside` stays free on the right."""
        school = letterhead.school
        left = self._left + (LOGO.width + 12 if school.logo else 0)
        element = self._part.child("P")
        width = self._room + self._left - left - aside
        rows = self._lines(one_line(school.name), left, width, _NAME_SIZE, element, bold=True)
        for line in letterhead.contact():
            rows += self._lines(one_line(line), left, width, _CONTACT_SIZE, element)
        band = _stacked(rows)
        band.height = max(band.height, LOGO.height if school.logo else 0) + 10
        return band

    def bands(self) -> Iterator[Band]:
        """Everything below the school's head, from top to bottom."""
        blank, words, language = self._blank, self._words, self._language
        yield self._text(blank.title.of(language), _TITLE_SIZE, "H1", bold=True)
        yield self._text(blank.says.of(language), _TEXT_SIZE, "P")
        free = blank.free or words.free
        yield self._text(free.of(language), _TEXT_SIZE, "P")
        yield self._text(words.needed.of(language), _LABEL_SIZE, "P")
        for section in blank.section:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Band]:
        language = self._language
        heading = self._text(section.title.of(language), _HEADING_SIZE, "H2", bold=True)
        heading.keep = heading.rule = True
        heading.before = 5 * self._scale
        yield heading
        if section.says is not None:
            says = self._text(section.says.of(language), _TEXT_SIZE, "P")
            says.keep = True
            yield says
        for row in _side_by_side(section.field):
            yield self._ticks(row[0]) if row[0].option else self._boxes(row)

    def _text(self, text: str, size: float, kind: str, *, bold: bool = False) -> Band:
        element = self._part.child(kind)
        size *= self._scale
        band = _stacked(self._lines(text, self._left, self._room, size, element, bold=bold))
        band.height += 3 * self._scale
        return band

    def _lines(
        self,
        text: str,
        left: float,
        width: float,
        size: float,
        element: Element,
        *,
        bold: bool = False,
    ) -> list[Row]:
        return [
            Row(size * LEADING, [Span(line, left, size, element)])
            for line in self._set.plain(text, width, size, bold=bold)
        ]

    def _label(self, one: BlankField) -> str:
        words, language = self._words, self._language
        notes = {FieldKind.DATE: words.day, FieldKind.SIGNATURE: words.by_hand}
        note = notes.get(one.kind)
        said = f"{one.label.of(language)}{' *' if one.needed else ''}"
        return f"{said} ({note.of(language)})" if note else said

    def _said(self, one: BlankField) -> str:
        """The field's name for a screen reader: its tip, and how a day is written."""
        language = self._language
        said = one.said(language)
        return f"{said} ({self._words.day.of(language)})" if one.kind is FieldKind.DATE else said

    # Fields

    def _boxes(self, row: Sequence[BlankField]) -> Band:
        """Fields side by side, each label above its box; the boxes stand on one line."""
        band, left = Band(), self._left
        size = _LABEL_SIZE * self._scale
        labels: list[list[Row]] = []
        for one in row:
            width = self._share(one)
            label = self._part.child("P")
            rows = self._lines(self._label(one), left, width, size, label)
            labels.append(rows)
            element = None if one.kind is FieldKind.SIGNATURE else self._part.child("Form")
            high = self._high(one)
            band.fields.append(
                PlacedField(one.kind, one.name, self._said(one), left, 0.0, width, high, element)
            )
            left += width + _BETWEEN
        deepest = max(sum(line.height for line in rows) for rows in labels)
        for rows in labels:
            band.rows += _stacked(rows, deepest - sum(line.height for line in rows)).rows
        tallest = max(box.height for box in band.fields)
        for box in band.fields:
            box.top = deepest
        band.height = deepest + tallest + _BELOW * self._scale
        return band

    def _share(self, one: BlankField) -> float:
        return (self._room + _BETWEEN) * one.share - _BETWEEN

    def _high(self, one: BlankField) -> float:
        """A hand needs more room to sign than to write a word."""
        highs = {FieldKind.TEXT: one.lines * _TEXT_LINE + 4, FieldKind.SIGNATURE: _SIGN_HIGH}
        return highs.get(one.kind, _LINE_HIGH) * self._scale

    def _ticks(self, one: BlankField) -> Band:
        """The label above its boxes to tick, in columns."""
        size = _LABEL_SIZE * self._scale
        rows = self._lines(self._label(one), self._left, self._room, size, self._part.child("P"))
        band = _stacked(rows)
        wide = self._room / one.columns
        for at in range(0, len(one.option), one.columns):
            self._tick_row(band, one, one.option[at : at + one.columns], wide)
        band.height += _BELOW * self._scale
        return band

    def _tick_row(
        self, band: Band, one: BlankField, options: Iterable[Option], wide: float
    ) -> None:
        size, tick, top = _TEXT_SIZE * self._scale, _TICK * self._scale, band.height
        for number, option in enumerate(options):
            left = self._left + number * wide
            name = option.label.of(self._language)
            said = f"{one.label.of(self._language)}: {name}"
            form, label = self._part.child("Form"), self._part.child("P")
            rows = self._lines(name, left + tick + 5, wide - tick - 10, size, label)
            placed = _stacked(rows, top)
            band.rows += placed.rows
            down = top + (size * LEADING - tick) / 2
            band.fields.append(
                PlacedField(one.kind, tick_name(one, option), said, left, down, tick, tick, form)
            )
            band.height = max(band.height, placed.height)
        band.height += 1.5 * self._scale


def _stacked(rows: Iterable[Row], top: float = 0.0) -> Band:
    band = Band(height=top)
    for row in rows:
        band.rows.append((band.height, row))
        band.height += row.height
    return band


def _side_by_side(fields: Iterable[BlankField]) -> Iterator[list[BlankField]]:
    """Fields in rows: as many as fit into one, ticks in a row of their own."""
    row: list[BlankField] = []
    for one in fields:
        if row and (one.option or row[0].option or sum(f.share for f in [*row, one]) > _WHOLE_ROW):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def divided(bands: Iterable[Band], first: float, other: float) -> list[list[Band]]:
    """Bands sheet by sheet, `first` points high and `other` after; a heading takes what follows."""
    sheets: list[list[Band]] = [[]]
    room = first
    for group in _groups(bands):
        high = sum(band.before + band.height for band in group)
        if high > room and sheets[-1]:
            sheets.append([])
            room = other
        sheets[-1] += group
        room -= high
    return sheets


def _groups(bands: Iterable[Band]) -> Iterator[list[Band]]:
    group: list[Band] = []
    for band in bands:
        group.append(band)
        if not band.keep:
            yield group
            group = []
