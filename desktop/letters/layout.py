"""Setting text: runs in, lines of placed pieces out, each piece in the font that has its characters.

Widths are thousandths of the font size until a line is placed, so a word is measured once for all
sizes. A word is kept whole unless it is wider than the column; Chinese and Japanese break between
any two characters. Lines read from left to right, names inside them in their own direction.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, groupby
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
_MARKS_ABOVE_THE_LINE = re.compile(
    "[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u200c\u200d]"
)
_WORDS_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one face and one direction; `glyphs` when it had to be shaped.

    `said` is the text as typed where the piece shows something else.
    """

    face: Face
    text: str
    width: float
    glyphs: tuple[Glyph, ...] = ()
    level: int = 0
    said: str = ""


@dataclass(slots=True)
class Word:
    """Pieces that stay together; `spaced` when a space stands before them."""

    pieces: list[Piece]
    width: float
    spaced: bool
    space_level: int = 0


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
    """Breaks text into lines and keeps the words it has measured, for one letter or one batch."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._measured: dict[tuple[str, bool], tuple[tuple[Piece, ...], ...]] = {}
        self._space = Piece(fonts.regular, " ", fonts.regular.width(" "))

    def plain(self, text: str, width: float, size: float, *, bold: bool = False) -> list[SetLine]:
        """`text` in lines at most `width` points wide at font size `size`."""
        return self.lines((Run(text, bold),), width, size)

    def lines(self, runs: Sequence[Run], width: float, size: float) -> list[SetLine]:
        """`runs` in lines at most `width` points wide; one empty line when there is no text."""
        column = max(width * 1000 / size, 1.0)
        filled = list(self._filled(self._words(runs), column))
        last = len(filled) - 1
        return [self._placed(words, ends=at == last) for at, words in enumerate(filled)]

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of `text` on one line, in points."""
        return self.plain(text, float("inf"), size, bold=bold)[0].width * size / 1000

    # Words

    def _words(self, runs: Sequence[Run]) -> list[Word]:
        text = "".join(run.text for run in runs)
        levels = direction_levels(text) if runs_right_to_left(text) else []
        words: list[Word] = []
        spaced, at = False, 0
        for run in runs:
            for number, part in enumerate(run.text.split(" ")):
                spaced = spaced or number > 0
                at += number > 0
                if part:
                    chunks = self._chunks(part, run.bold, levels[at : at + len(part)])
                    before = levels[at - 1] if spaced and levels and at else 0
                    _append(words, chunks, spaced=spaced, space_level=before)
                    spaced, at = False, at + len(part)
        return words

    def _chunks(
        self, part: str, bold: bool, levels: Sequence[int]
    ) -> Sequence[tuple[Piece, ...]]:
        """`part` without spaces, as the pieces of one word, or of several where it may break."""
        if any(levels):
            return [tuple(self._pieces(part, bold, levels))]
        key = (part, bold)
        if key not in self._measured:
            if len(self._measured) > _WORDS_KEPT:
                self._measured.clear()
            chunks = _CHUNKS.findall(part) if _HAS_EASTERN.search(part) else [part]
            self._measured[key] = tuple(tuple(self._pieces(chunk, bold)) for chunk in chunks)
        return self._measured[key]

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
        """The face of every character, `None` where no font has it; joiners follow their neighbour."""
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
            return Piece(face, text, sum(glyph.advance for glyph in glyphs), glyphs, level, text)
        return Piece(face, text, face.width(text), level=level)

    # Lines

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

    def _broken(self, word: Word, column: float) -> Sequence[Word]:
        """The parts of a word that alone is wider than the column."""
        parts = [part for piece in word.pieces for part in self._cut(piece, column)]
        words = [Word([part], part.width, spaced=False) for part in parts]
        words[0].spaced, words[0].space_level = word.spaced, word.space_level
        return words

    def _cut(self, piece: Piece, column: float) -> Iterator[Piece]:
        """The piece in parts no wider than the column, never between a letter and its mark."""
        text = piece.said or piece.text
        face = None if piece.said and not piece.glyphs else piece.face
        ends = list(accumulate(map(piece.face.advances.__getitem__, map(ord, text))))
        start, before = 0, 0.0
        while start < len(text):
            end = max(bisect_right(ends, before + column, lo=start), start + 1)
            while end < len(text) and _MARKS_ABOVE_THE_LINE.match(text[end]):
                end += 1
            yield self._piece(face, text[start:end], piece.level)
            start, before = end, ends[end - 1]

    def _placed(self, words: list[Word], *, ends: bool) -> SetLine:
        pieces = list(self._joined(words))
        if pieces and not ends:
            # A line that goes on ends in a space, so that a reader does not glue two words.
            pieces.append(self._space)
        levels = [piece.level for piece in pieces]
        order = visual_order(levels) if any(levels) else range(len(pieces))
        places, x = [0.0] * len(pieces), 0.0
        for index in order:
            places[index], x = x, x + pieces[index].width
        shown = tuple(Shown(place, piece) for place, piece in zip(places, pieces, strict=True))
        return SetLine(shown, x if ends or not pieces else x - self._space.width)

    def _joined(self, words: list[Word]) -> Iterator[Piece]:
        """The pieces of a line with the spaces between them; plain neighbours become one piece."""
        texts: list[str] = []
        face, width = self._space.face, 0.0
        for at, word in enumerate(words):
            gap = [_leveled(self._space, word.space_level)] if at and word.spaced else []
            for piece in chain(gap, word.pieces):
                mergeable = not piece.glyphs and not piece.level and not piece.said
                if mergeable and texts and (piece.face is face or self._same_space(piece, face)):
                    texts.append(piece.text)
                    width += piece.width
                    continue
                if texts:
                    yield Piece(face, "".join(texts), width)
                    texts = []
                if mergeable:
                    texts, face, width = [piece.text], piece.face, piece.width
                else:
                    yield piece
        if texts:
            yield Piece(face, "".join(texts), width)

    def _same_space(self, piece: Piece, face: Face) -> bool:
        return piece is self._space and face.advances[ord(" ")] == piece.width


def _append(
    words: list[Word], chunks: Sequence[tuple[Piece, ...]], *, spaced: bool, space_level: int
) -> None:
    """Add chunks as words; the first joins the word before it when no space stands between."""
    for number, pieces in enumerate(chunks):
        width = sum(piece.width for piece in pieces)
        if number == 0 and not spaced and words:
            words[-1].pieces.extend(pieces)
            words[-1].width += width
        else:
            words.append(Word(list(pieces), width, spaced and number == 0, space_level))


def _leveled(space: Piece, level: int) -> Piece:
    return Piece(space.face, " ", space.width, level=level) if level else space
