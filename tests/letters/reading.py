"""How hard a letter is to read, measured on its sentences alone.

Lines are joined before they are cut into sentences, and each item of a list is one by itself.
Headings, tables and lines to sign on are no sentences: counted as short ones they would flatter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.records.reading_grade import grade

_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)?")
_ITEM = re.compile(r"^(?:[-*>]|\d+\.)\s+")
_NO_SENTENCE = re.compile(r"#|\||.*_{3}")
_CITATION = re.compile(r"\s*\([^()]*(?:CFR|U\.S\.C\.|ILCS|§)[^()]*(?:\([^()]*\)[^()]*)*\)")
_ABBREVIATED = re.compile(r"\b([ap])\.m\.")
_END = re.compile(r"(?<=[.?!])[”\"*)]*\s+")


def sentences(text: str) -> list[str]:
    """The sentences of a draft, in order, without marks of markup and citations."""
    found: list[str] = []
    for block in _blocks(text):
        plain = _ABBREVIATED.sub(r"\1m", _CITATION.sub("", re.sub(r"[*\\]", "", block)))
        found += (one for one in _END.split(plain) if _WORD.search(one))
    return found


def _blocks(text: str) -> Iterator[str]:
    block: list[str] = []
    for line in (*text.splitlines(), ""):
        bare = line.strip()
        starts = not bare or _ITEM.match(bare) or _NO_SENTENCE.match(bare)
        if starts and block:
            yield " ".join(block)
            block = []
        if bare and not _NO_SENTENCE.match(bare):
            block.append(_ITEM.sub("", bare, count=1))


def word_count(sentence: str) -> int:
    """How many words a sentence has."""
    return len(_WORD.findall(sentence))


def letter_grade(text: str) -> float:
    """The Flesch-Kincaid grade of the sentences of a draft."""
    ended = (one if one.endswith((".", "?", "!")) else f"{one}." for one in sentences(text))
    # Only the end of a sentence may count as one: a colon within does not.
    return grade("\n".join(re.sub(r"[.?!:;](?=\s)", ",", one) for one in ended))
