"""What is typed into a search, as the full-text index asks for it."""

from __future__ import annotations

from desktop.records.names import fold

_YEAR_DIGITS = 4


def match_of(text: str) -> str:
    """An FTS5 query: each word as a quoted prefix; quotes cannot break out. Empty for no words."""
    return " AND ".join(words_of(text))


def words_of(text: str) -> list[str]:
    """Each word of ``text`` as an FTS5 query of its own."""
    return [_word(word) for word in fold(text).replace('"', " ").split()]


def _word(word: str) -> str:
    """A number without its hyphen, 20260143, is also looked for as year and number."""
    year, number = word[:_YEAR_DIGITS], word[_YEAR_DIGITS:]
    if word.isdecimal() and number:
        return f'("{word}"* OR ("{year}" AND "{number}"*))'
    return f'"{word}"*'
