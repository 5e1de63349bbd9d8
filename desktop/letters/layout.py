"""Setting text: runs in, lines of placed pieces out, each piece in a font that has its characters.

Widths are thousandths of the font size until a line is placed, so a word is measured once for all
sizes. A word is kept whole unless it is wider than the column; Chinese and Japanese break between
any two characters. Lines read from left to right, names inside them in their own direction.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from desktop.letters.fonts import INVISIBLE, REPLACEMENT
from desktop.letters.markup import Run
from desktop.letters.shaping import (
    Glyph,
    direction_levels,
    needs_shaping,
    runs_right_to_left,
    shape,
    visual_order,
)

if TYPE_CHECKING:
    from desktop.letters.fonts import Face, Fonts

# An ideograph or kana with the closing marks that may not start a line, or a stretch of others.
_EASTERN = "\u2e80-\u3000\u3004-\u3007\u3012-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAS_EASTERN = re.compile(f"[{_EASTERN}\U00020000-\U0003ffff]")
_CHUNKS = re.compile(
    f"[{_EASTERN}\U00020000-\U0003ffff][\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\u300d"
    f"\u300f\u3011\uff09]*|[^{_EASTERN}\U00020000-\U0003ffff]+"
)
_MARKS = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u200c\u200d]"
)
# Where a line may break: neither inside "(555) 555-0100" nor between a time and its "a.m.", nor
# inside "October 2, 2026" or around the "de" of "2 de octubre de 2026" that stands by a number.
_SPACES = re.compile(
    r"(?!(?<=\d) [ap]\.|(?<=\(\d{3}\)) \d| \d{1,2}, \d{4}|(?<=\d,) \d{4}"
    r"|(?<=\d) de | de \d{4}|(?<= de) \d{4}) "
)
_WORDS_KEPT = 20_000
_LINES_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face and one direction; `glyphs` when it had to be shaped.

    `said` is the text as typed where no font has it and replacements are shown.
    """

    face: Face
    text: str
    width: float
    glyphs: tuple[Glyph, ...] = ()
    level: int = 0
    said: str = ""

    @property
    def plain(self) -> bool:
        """Whether it is text from left to right, shown as typed."""
        return not (self.glyphs or self.level or self.said)


@dataclass(frozen=True, slots=True)
class Word:
    """Pieces that stay together; `spaced` when a space stands before them."""

    pieces: tuple[Piece, ...]
    width: float
    spaced: bool
    space_level: int = 0

    @property
    def simple(self) -> Piece | None:
        """Its only piece, when that is plain text after a plain space."""
        if len(self.pieces) != 1 or not self.spaced or self.space_level:
            return None
        return self.pieces[0] if self.pieces[0].plain else None

    def joined(self, other: Word) -> Word:
        """This word and another directly behind it as one."""
        width = self.width + other.width
        return Word(self.pieces + other.pieces, width, self.spaced, self.space_level)


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece at its place in a line, `x` in thousandths of the font size from the line's start."""

    x: float
    piece: Piece


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line: its pieces in reading order and its width in thousandths of the font size."""

    shown: tuple[Shown, ...]
    width: float

    @property
    def text(self) -> str:
        """What the line says."""
        return "".join(shown.piece.said or shown.piece.text for shown in self.shown)


class Typesetter:
    """Breaks text into lines and keeps what it has set, for one letter or one batch."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._words_set: dict[tuple[str, bool, bool], tuple[Word, ...]] = {}
        self._plain_set: dict[tuple[str, bool, float], list[SetLine]] = {}
        self._lines_set: dict[tuple[tuple[Run, ...], float], list[SetLine]] = {}
        self._space = Piece(fonts.regular, " ", fonts.regular.width(" "))

    def plain(self, text: str, width: float, size: float, *, bold: bool = False) -> list[SetLine]:
        """`text` in lines at most `width` points wide at font size `size`."""
        key = (text, bold, width * 1000 / size)
        if key not in self._plain_set:  # the most frequent call; a run takes long to compare
            if len(self._plain_set) > _LINES_KEPT:
                self._plain_set.clear()
            self._plain_set[key] = self.lines((Run(text, bold),), width, size)
        return self._plain_set[key]

    def lines(self, runs: tuple[Run, ...], width: float, size: float) -> list[SetLine]:
        """`runs` in lines at most `width` points wide; one empty line when there is no text."""
        column = max(width * 1000 / size, 1.0)
        key = (runs, column)
        if key not in self._lines_set:
            if len(self._lines_set) > _LINES_KEPT:
                self._lines_set.clear()
            self._lines_set[key] = self._broken_into_lines(runs, column)
        return self._lines_set[key]

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of `text` on one line, in points."""
        return self.plain(text, float("inf"), size, bold=bold)[0].width * size / 1000

    # Words

    def _words(self, runs: tuple[Run, ...]) -> list[Word]:
        if any(runs_right_to_left(run.text) for run in runs):
            return self._ordered_words(runs)
        words: list[Word] = []
        for run in runs:
            first, *others = _SPACES.split(run.text)
            if first:
                _join(words, self._word(first, run.bold, spaced=False))
            for part in others:
                words += self._word(part, run.bold, spaced=True)
        return words

    def _ordered_words(self, runs: tuple[Run, ...]) -> list[Word]:
        """Words of a line with right-to-left text: every piece and every space has its level."""
        levels = direction_levels("".join(run.text for run in runs))
        words: list[Word] = []
        at = 0
        for run in runs:
            for number, part in enumerate(run.text.split(" ")):
                space = levels[at] if number else 0
                at += number > 0
                pieces = tuple(self._pieces(part, run.bold, levels[at : at + len(part)]))
                at += len(part)
                word = Word(pieces, _width(pieces), number > 0, space)
                _join(words, (word,)) if number == 0 else words.append(word)
        return words

    def _word(self, part: str, bold: bool, *, spaced: bool) -> tuple[Word, ...]:
        """`part` without spaces as one word, or as several where it may be broken."""
        key = (part, bold, spaced)
        known = self._words_set.get(key)
        if known is not None:
            return known
        if len(self._words_set) > _WORDS_KEPT:
            self._words_set.clear()
        chunks = _CHUNKS.findall(part) if _HAS_EASTERN.search(part) else [part]
        pieces = [tuple(self._pieces(chunk, bold)) for chunk in chunks]
        words = tuple(
            Word(chunk, _width(chunk), spaced and number == 0)
            for number, chunk in enumerate(pieces)
        )
        self._words_set[key] = words
        return words

    def _pieces(self, text: str, bold: bool, levels: Sequence[int] = ()) -> Iterator[Piece]:
        if text.isascii() and not any(levels):
            face = self._fonts.face_for("a", bold=bold) or self._fonts.regular
            yield Piece(face, text, face.width(text))
            return
        faces = self._faces(text, bold)
        by_face_and_level = groupby(
            range(len(text)), lambda at: (faces[at], levels[at] if levels else 0)
        )
        for (face, level), places in by_face_and_level:
            first, *others = places
            yield self._piece(face, text[first : first + 1 + len(others)], level)

    def _faces(self, text: str, bold: bool) -> list[Face | None]:
        """The face of every character, `None` where none has it; joiners take their neighbour's."""
        faces: list[Face | None] = []
        for character in text:
            if character in INVISIBLE and faces:
                faces.append(faces[-1])
            else:
                faces.append(self._fonts.face_for(character, bold=bold))
        return faces

    def _piece(self, face: Face | None, text: str, level: int) -> Piece:
        if face is None:
            shown = REPLACEMENT * len(text)
            regular = self._fonts.regular
            return Piece(regular, shown, regular.width(shown), level=level, said=text)
        if level % 2 or needs_shaping(text):
            glyphs = shape(face, text, right_to_left=level % 2 == 1)
            return Piece(face, text, sum(glyph.advance for glyph in glyphs), glyphs, level)
        return Piece(face, text, face.width(text), level=level)

    # Lines

    def _broken_into_lines(self, runs: tuple[Run, ...], column: float) -> list[SetLine]:
        filled = list(self._filled(self._words(runs), column))
        last = len(filled) - 1
        return [self._placed(words, ends=at == last) for at, words in enumerate(filled)]

    def _filled(self, words: Iterable[Word], column: float) -> Iterator[list[Word]]:
        """Words line by line, as many as fit; at least one empty line."""
        space = self._space.width
        line: list[Word] = []
        used = 0.0
        fitting = (
            part
            for word in words
            for part in ((word,) if word.width <= column else self._broken(word, column))
        )
        for word in fitting:
            needed = used + word.width + (space if word.spaced and line else 0)
            if line and needed > column:
                yield line
                line, used = [], 0.0
                needed = word.width
            line.append(word)
            used = needed
        yield line

    def _broken(self, word: Word, column: float) -> Iterator[Word]:
        """The parts of a word that alone is wider than the column.

        A date that is kept whole where it can be is divided between its words.
        """
        spaced, level = word.spaced, word.space_level
        for piece in word.pieces:
            for number, single in enumerate(self._divided(piece)):
                spaced = spaced or number > 0
                for part in self._cut(single, column):
                    yield Word((part,), part.width, spaced, level)
                    spaced, level = False, 0

    def _divided(self, piece: Piece) -> Iterator[Piece]:
        """The words of a piece that has spaces in it."""
        if not piece.plain or " " not in piece.text:
            yield piece
            return
        for text in piece.text.split(" "):
            yield self._piece(piece.face, text, piece.level)

    def _cut(self, piece: Piece, column: float) -> Iterator[Piece]:
        """The piece in parts no wider than the column, never between a letter and its mark."""
        text = piece.said or piece.text
        face = None if piece.said else piece.face
        ends = list(accumulate(map(piece.face.advances.__getitem__, map(ord, text))))
        column *= 0.9 if piece.glyphs else 1.0  # joined letters may be wider than single ones
        start, before = 0, 0.0
        while start < len(text):
            end = max(bisect_right(ends, before + column, lo=start), start + 1)
            while end < len(text) and _MARKS.match(text[end]):
                end += 1
            yield self._piece(face, text[start:end], piece.level)
            start, before = end, ends[end - 1]

    def _placed(self, words: list[Word], *, ends: bool) -> SetLine:
        """Words side by side; a line that goes on ends in a space, so that no two words stick."""
        pieces = self._joined(words)
        width = sum(piece.width for piece in pieces)
        if pieces and not ends:
            pieces = self._with_space(pieces)
        levels = [piece.level for piece in pieces]
        order = visual_order(levels) if any(levels) else range(len(pieces))
        places, x = [0.0] * len(pieces), 0.0
        for index in order:
            places[index], x = x, x + pieces[index].width
        return SetLine(tuple(map(Shown, places, pieces)), width)

    def _with_space(self, pieces: list[Piece]) -> list[Piece]:
        *others, last = pieces
        if last.plain and self._same_space(last.face):
            return [*others, Piece(last.face, last.text + " ", last.width + self._space.width)]
        return [*pieces, self._space]

    def _joined(self, words: list[Word]) -> list[Piece]:
        """The pieces of a line with the spaces between them; plain neighbours become one piece."""
        simple = [word.simple for word in words[1:]]
        first = words[0].pieces[0] if words and len(words[0].pieces) == 1 else None
        if first is not None and first.plain and self._same_space(first.face):
            rest = [piece for piece in simple if piece is not None and piece.face is first.face]
            if len(rest) == len(simple):
                return [_merged([first, *rest], self._space)]
        return list(self._joined_by_face(words))

    def _joined_by_face(self, words: list[Word]) -> Iterator[Piece]:
        pieces: list[Piece] = []
        for at, word in enumerate(words):
            if at and word.spaced:
                pieces.append(replace(self._space, level=word.space_level))
            pieces += word.pieces
        for _, group in groupby(pieces, lambda piece: piece.face if piece.plain else id(piece)):
            same = list(group)
            yield _merged(same) if len(same) > 1 else same[0]

    def _same_space(self, face: Face) -> bool:
        return face.advances[ord(" ")] == self._space.width


def _merged(pieces: Sequence[Piece], between: Piece | None = None) -> Piece:
    """Plain pieces of one face as one, with a space between them or without."""
    text = (between.text if between else "").join(piece.text for piece in pieces)
    gaps = between.width * (len(pieces) - 1) if between else 0.0
    return Piece(pieces[0].face, text, _width(pieces) + gaps)


def _width(pieces: Sequence[Piece]) -> float:
    return sum(piece.width for piece in pieces)


def _join(words: list[Word], more: tuple[Word, ...]) -> None:
    """Add words of which the first stands directly behind the last one there."""
    if words:
        words[-1] = words[-1].joined(more[0])
        more = more[1:]
    words += more
