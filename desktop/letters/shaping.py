"""Scripts that join, stack or run from right to left: the order of a line and its glyphs.

Only a line that holds such characters comes here; python-bidi is loaded by the first of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import bidirectional

if TYPE_CHECKING:
    from desktop.letters.fonts import Face

# One glyph a character, side by side, from left to right: Latin, Greek, Cyrillic, Armenian,
# Georgian, Ethiopic, punctuation and signs, Chinese, Japanese, Korean. All else is shaped.
_PLAIN = (
    "\t -\u02ff\u0370-\u0482\u048a-\u0590\u10a0-\u10ff\u1200-\u135c\u1360-\u139f"
    "\u1c80-\u1cbf\u1d00-\u1dbf\u1e00-\u200b\u2010-\u2027\u202f-\u205f\u2070-\u20cf"
    "\u2100-\u2cee\u2cf2-\u2dff\u2e00-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ud7a3"
    "\uf900-\ufb0f\ufe30-\ufe6f\uff01-\uffff"
    "\U0001f000-\U0001f3fa\U0001f400-\U0001faff\U00020000-\U0003ffff"
)
_SHAPED = re.compile(f"[^{_PLAIN}]")
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

# No discretionary ligatures: with them the four letters of a common first name become one glyph
# that reads back as U+FDF4.
_FEATURES = {"dlig": False}


@dataclass(frozen=True, slots=True)
class Glyph:
    """One placed glyph; `text` is what it stands for when the letter is read back.

    `advance`, `across` and `up` are thousandths of the font size.
    """

    number: int
    text: str
    advance: float
    across: float
    up: float


def needs_shaping(text: str) -> bool:
    """Whether `text` has characters that cannot simply be set one after the other."""
    return not text.isascii() and _SHAPED.search(text) is not None


def runs_right_to_left(text: str) -> bool:
    """Whether any character of `text` belongs to a script written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def direction_levels(text: str) -> list[int]:
    """The embedding level of every character of a left-to-right paragraph (Unicode Annex 9).

    Even levels run from left to right, odd ones from right to left.
    """
    from bidi import algorithm  # noqa: PLC0415  # 15 ms that only such a name should cost

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = 0, "L"
    algorithm.get_embedding_levels("".join(map(_with_direction, text)), storage)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [character["level"] for character in storage["chars"]]


def _with_direction(character: str) -> str:
    """The character, or a neutral sign for one without a direction.

    python-bidi stops at code points that Unicode has not given out and drops joiners, after which
    levels and characters would no longer match.
    """
    return "?" if bidirectional(character) in {"", "BN", "B"} else character


def visual_order(levels: Sequence[int]) -> list[int]:
    """Where each piece of a line is read: indices from left to right (Annex 9, rule L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def shape(face: Face, text: str, *, right_to_left: bool) -> tuple[Glyph, ...]:
    """The glyphs of `text` in the order they stand on paper, from left to right."""
    import uharfbuzz  # noqa: PLC0415  # loaded by the fonts already; named here where it is used

    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    uharfbuzz.shape(face.shaper, buffer, _FEATURES)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    spelled = _spelled(text, [info.cluster for info in infos], right_to_left=right_to_left)
    scale = face.scale
    return tuple(
        Glyph(
            number=info.codepoint,
            text=letters,
            advance=position.x_advance * scale,
            across=position.x_offset * scale,
            up=position.y_offset * scale,
        )
        for info, position, letters in zip(infos, positions, spelled, strict=True)
    )


def _spelled(text: str, clusters: list[int], *, right_to_left: bool) -> list[str]:
    """What each glyph stands for, so that reading the glyphs in order spells `text` again.

    A cluster of several glyphs hands out its characters one by one and gives the rest to its
    last glyph; a glyph beyond them stands for a joiner, which a reader drops.
    """
    order = range(len(clusters) - 1, -1, -1) if right_to_left else range(len(clusters))
    starts = sorted(set(clusters))
    ends = [*starts[1:], len(text)]
    left = {start: text[start:end] for start, end in zip(starts, ends, strict=True)}
    glyphs_left = Counter(clusters)
    spelled = [""] * len(clusters)
    for index in order:
        cluster = clusters[index]
        glyphs_left[cluster] -= 1
        take = len(left[cluster]) if glyphs_left[cluster] == 0 else 1
        spelled[index] = left[cluster][:take] or "\u200d"
        left[cluster] = left[cluster][take:]
    return spelled
