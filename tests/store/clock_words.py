"""``python -m tests.store.clock_words``: the words that working-outs are kept beside.

Run it once for each number, before it is released, and never again for that number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import msgspec

from desktop.paths import resources
from desktop.records.calendar import Calendar
from desktop.records.clock import Asked, Clocks, clocks
from desktop.records.request import Right
from desktop.records.rules import FEDERAL
from desktop.store import clocks_json, packed
from tests.offices import TODAY, the_law

_REACH = 32_000  # bytes that zlib looks back
_WHOLE = 6


def main() -> None:
    """Write the file of the newest number."""
    words = words_of_the_law()
    if "\n" in words or len(words.encode()) > _REACH:
        raise ValueError("on one line, whatever a checkout does to its end, and within reach")
    resources("clocks", f"{packed.NEWEST}.txt").write_bytes(words.encode())


def words_of_the_law() -> str:
    """What the books say, then whole working-outs, the most usual last: zlib finds those best."""
    states = sorted(the_law().books.by_state, key=lambda state: (state == FEDERAL, state))
    texts = (text for state in states for text in _texts(state))
    usual = [clocks_json.encode(found) for found in islice(federal_clocks(), _WHOLE)]
    return "".join(dict.fromkeys((*texts, *reversed(usual))))


def federal_clocks() -> Iterator[Clocks]:
    """What federal law says of each right, the most usual first."""
    told: set[str] = set()
    for right in Right:
        for special_education in (False, True):
            found = clocks_of(
                Asked(right=right, received_on=TODAY, special_education=special_education)
            )
            fresh = tuple(one for one in found.limits if one.rule not in told)
            told.update(one.rule for one in fresh)
            if fresh:
                yield replace(found, limits=fresh)


def clocks_of(asked: Asked) -> Clocks:
    """The dates as the shipped books have them, in an office open Monday to Friday."""
    return clocks(asked, books=the_law().books, calendar=Calendar(), promise_calendar_days=30)


def _texts(state: str) -> Iterator[str]:
    for rule in the_law().books.book(state).rule:
        said = (rule.title, rule.citation, rule.counting_basis, rule.source_kind, rule.source)
        for text in filter(None, (*said, rule.request_form, rule.note)):
            yield msgspec.json.encode(text).decode()


if __name__ == "__main__":
    main()
