"""Names, other names and numbers found while they are typed, accents and slips forgiven."""

from __future__ import annotations

from typing import Literal

from desktop.store.store import Store

_CLOSE_ENOUGH = 72  # rapidfuzz score of 100; below this a suggestion confuses more than it helps
_SHORTEST_TYPO = 3  # letters; shorter words fit nearly everything
_NEAR_WORDS = 6


class NameFinder:
    """Type-ahead over names, other names and numbers; accents and typos forgiven.

    Words are looked up as beginnings in the full-text index. Only when that finds too little are
    near spellings of each word tried; the words in use are read once, and again after ``forget``.
    """

    def __init__(
        self, store: Store, table: Literal["student_search", "party_search", "request_search"]
    ) -> None:
        self._store = store
        self._table = table
        self._words: list[str] | None = None

    def forget(self) -> None:
        """Read the words in use anew next time: a name has changed."""
        self._words = None

    def find(self, text: str, *, limit: int = 8) -> list[int]:
        """At most ``limit`` ids, those that begin as typed first, then near spellings."""
        found, near = self.search(text, limit=limit)
        return (found + near)[:limit]

    def search(self, text: str, *, limit: int) -> tuple[list[int], list[int]]:
        """The ids that begin as typed, and those of near spellings where these leave room."""
        from desktop.records.names import fold  # noqa: PLC0415  # once somebody types

        words = fold(text).replace('"', " ").split()
        if not words:
            return [], []
        found = self._begun(words, limit)
        if len(found) >= limit or max(map(len, words)) < _SHORTEST_TYPO:
            return found, []
        near = self._matching([_beginning([word, *self._near(word)]) for word in words], limit * 2)
        known = set(found)
        return found, [one for one in near if one not in known][: limit - len(found)]

    def _begun(self, words: list[str], limit: int) -> list[int]:
        """Whole words first: typing "mia" means Mia before Miabella."""
        whole = self._matching([f'"{word}"' for word in words], limit)
        if len(whole) == limit:
            return whole
        longer = self._matching([_beginning([word]) for word in words], limit)
        return list(dict.fromkeys((*whole, *longer)))[:limit]

    def _matching(self, all_of: list[str], limit: int) -> list[int]:
        rows = self._store.rows(
            f"select rowid from {self._table} where {self._table} match ?"
            " order by rowid desc limit ?",
            (" AND ".join(all_of), limit),
        )
        return [row[0] for row in rows]

    def _near(self, word: str) -> list[str]:
        from rapidfuzz import fuzz, process  # noqa: PLC0415  # not needed before the first typo

        if len(word) < _SHORTEST_TYPO:
            return []
        if self._words is None:
            rows = self._store.rows(f"select names from {self._table}")
            self._words = sorted({one for row in rows for one in row[0].split()})
        hits = process.extract(
            word, self._words, scorer=fuzz.ratio, limit=_NEAR_WORDS, score_cutoff=_CLOSE_ENOUGH
        )
        return [hit[0] for hit in hits]


def _beginning(words: list[str]) -> str:
    """One of ``words`` as the beginning of a word, quoted so that nothing breaks out."""
    return "(" + " OR ".join(f'"{word}"*' for word in words) + ")"
