"""What stands on a screen with names, birth dates, telephones and addresses taken out of it.

For the counter: whoever looks over it must not read about another family. What is a name is known
from the file; what looks like a telephone, an e-mail address or a day some years back is taken out
by its shape. A name nobody put on file, in what a parent wrote for example, is not known.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

_DOT = "•"
_MOST_DOTS = 8
_JOINS = "'\u2019\u02bc-"  # apostrophes, straight, curly and as a letter, and the hyphen
_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0900-\u0903\u093a-\u094f"
_LETTERS = rf"(?:[^\W\d_][{_MARKS}]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:[{_JOINS}]{_LETTERS})*")
_PARTS = re.compile(f"[{_JOINS}]")
_MAIL = re.compile(r"[^\s@<>,;]+@[^\s@<>,;]+")
_PHONE = re.compile(r"\+?[(\d][\d() .\-]{5,}\d{2}")
_LONG_AGO = 3
"""Years: a day that lies further back is a birth date, or says as much about somebody."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WEEKDAY = rf"(?:(?:{'|'.join([*calendar.day_name, *calendar.day_abbr])}),? )?"
_DATES = re.compile(
    rf"(?:{_WEEKDAY}[^\W\d_]{{3,10}}\.? \d{{1,2}}, (?:19|20)\d\d)"
    r"|(?:\d{1,2} (?:de )?[^\W\d_]{3,10}\.?(?: de)? (?:19|20)\d\d)"
    r"|(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)|(?:(?:19|20)\d\d-\d\d-\d\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnFile:
    """What the file knows of families.

    ``names`` are single words in lower case; ``common`` those of them that are words of the program
    as well, such as May or Grace: they count as a name only beside another. ``small`` are those
    that are written small in some name, such as "da" in "da Silva": small as well, they count
    beside another. ``lines`` are lines of addresses, in lower case.
    """

    names: frozenset[str]
    common: frozenset[str]
    small: frozenset[str]
    lines: frozenset[str]


NOBODY = OnFile(names=frozenset(), common=frozenset(), small=frozenset(), lines=frozenset())
"""No family is known: only shapes are taken out."""


def words_of(names: Iterable[str]) -> Iterator[str]:
    """The single words of names, in lower case."""
    for name in names:
        for word in _WORD.findall(name):
            yield word.casefold()
            yield from _parts(word.casefold())


def small_words_of(names: Iterable[str]) -> Iterator[str]:
    """The words of names that are written small: "da" of "da Silva", all of "ana silva"."""
    return (word for name in names for word in _WORD.findall(name) if word.islower())


def _parts(word: str) -> Iterator[str]:
    """The parts of a name with a hyphen or an apostrophe in it; one letter alone is none."""
    return (part for part in _PARTS.split(word) if len(part) > 1)


def masked(text: str, on_file: OnFile, today: date) -> str:
    """``text`` with dots in place of all that tells of a family; as long as it was, or shorter."""
    if not text:
        return text
    text = _MAIL.sub(_dots, text)
    text = _without_lines(text, on_file.lines)
    text = _DATES.sub(lambda found: _aged(found, today), text)
    text = _PHONE.sub(_telephone, text)
    return _without_names(text, on_file)


def tells_something(text: str, today: date) -> bool:
    """Whether what is typed in a field may tell of a family, known or not.

    Any words may; a number, a charge or a day of these years does not.
    """
    words = _DATES.sub("", text)
    return masked(text, NOBODY, today) != text or sum(one.isalpha() for one in words) > 1


def _dots(found: re.Match[str]) -> str:
    return _DOT * min(len(found[0]), _MOST_DOTS)


def _aged(found: re.Match[str], today: date) -> str:
    year = _YEAR.search(found[0])
    if year is None or int(year[0]) > today.year - _LONG_AGO:
        return found[0]
    return _dots(found)


def _telephone(found: re.Match[str]) -> str:
    """Seven digits or more are a telephone; a date or a request's number has its own shape."""
    digits = sum(letter.isdigit() for letter in found[0])
    if digits < 7 or _DATES.search(found[0]) or _YEAR.match(found[0]):  # noqa: PLR2004
        return found[0]
    return _dots(found)


def _without_lines(text: str, lines: frozenset[str]) -> str:
    parts = re.split(r"(\n|, | · )", text)
    return "".join(
        _DOT * _MOST_DOTS if part.strip().casefold() in lines else part for part in parts
    )


def _without_names(text: str, on_file: OnFile) -> str:
    found = [(one, _is_name(one[0], on_file)) for one in _WORD.finditer(text)]
    out, at, hidden_after = [""], len(text), False
    for place, (word, name) in reversed(list(enumerate(found))):
        hidden_after = name and _is_hidden(text, found, place, on_file, after=hidden_after)
        if hidden_after:
            out += [text[word.end() : at], _dots(word)]
            at = word.start()
    return "".join([text[:at], *reversed(out)])


def _is_hidden(
    text: str,
    found: list[tuple[re.Match[str], bool]],
    place: int,
    on_file: OnFile,
    *,
    after: bool,
) -> bool:
    """Whether a word that may be a name is one here; ``after``: the next word is hidden."""
    word = found[place][0][0]
    common, small = _is_common(word, on_file), word.islower()
    if not common and not small:
        return True
    follows = _beside(text, found, place, 1)
    if common and small:  # "do" is one before "Nascimento", and none in "what Silva can do"
        return after and follows
    return follows or _beside(text, found, place, -1)


def _is_name(word: str, on_file: OnFile) -> bool:
    """A word of a name as names are written: with a capital, or in a script that has none.

    Written small it is one where it stands so on file.
    """
    if word.islower():
        return word in on_file.small
    folded = word.casefold()
    return folded in on_file.names or any(part in on_file.names for part in _parts(folded))


def _is_common(word: str, on_file: OnFile) -> bool:
    return word.casefold() in on_file.common


def _beside(text: str, found: list[tuple[re.Match[str], bool]], place: int, step: int) -> bool:
    other = place + step
    if not 0 <= other < len(found) or not found[other][1]:
        return False
    first, second = sorted((found[place][0], found[other][0]), key=lambda one: one.start())
    return text[first.end() : second.start()].strip() in {"", ",", "."}
