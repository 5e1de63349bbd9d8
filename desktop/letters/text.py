"""Text as people typed it, made safe to set: what cannot be printed goes, lengths have an end.

Nothing here knows markup: a name with angle brackets or asterisks stays as it was typed.
"""

from __future__ import annotations

import re

# Controls, lone surrogates, marks that reverse the reading order of what follows (a name could
# otherwise turn a date around), and invisible signs that only confuse a search. The joiners
# U+200C and U+200D stay: Persian and Hindi spelling needs them.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]+"
)
_LINE_ENDS = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_MARKS = re.compile(r"[*\\|>#]")
_BLANKS = re.compile("[ \t\u1680\u2000-\u200a\u205f\u3000]+")

LONGEST_LINE = 300
LONGEST_TEXT = 100_000
_MORE = "…"


def lines_of(text: str, longest: int = LONGEST_TEXT) -> list[str]:
    """The lines of `text` without what cannot be printed; ends in "…" when cut to `longest`."""
    text = shortened(text, longest)
    if text.isascii() and text.isprintable():
        return [text]
    return [_UNPRINTABLE.sub("", line) for line in _LINE_ENDS.split(text)]


def one_line(text: str, longest: int = LONGEST_LINE) -> str:
    """`text` on one line, runs of blanks as one space, at most `longest` characters."""
    return shortened(_BLANKS.sub(" ", " ".join(lines_of(text))).strip(), longest)


def block_lines(text: str, longest: int = LONGEST_TEXT) -> list[str]:
    """The lines of a longer text, each trimmed, without empty ones."""
    trimmed = (_BLANKS.sub(" ", line).strip() for line in lines_of(text, longest))
    return [line for line in trimmed if line]


def shortened(text: str, longest: int) -> str:
    """`text`, or its beginning with "…" so that the reader sees something was cut."""
    return text if len(text) <= longest else text[: longest - 1] + _MORE


def plain_words(text: str) -> str:
    """`text` as a reader hears it: one line, without marks of markup, in small letters."""
    return " ".join(_MARKS.sub("", " ".join(lines_of(text))).split()).casefold()
