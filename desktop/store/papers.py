"""What papers on file limit, as lists read it: one text a row, taken apart where it is shown."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec

from desktop.records.order import Limit


class Papers(NamedTuple):
    """What the papers about a student limit that bind or will.

    ``about_asker`` says that they name who asks; then what they say of others is left out.
    """

    about_asker: bool
    limits: frozenset[Limit]


class _Paper(NamedTuple):
    about_asker: bool
    until_on: date
    limits: list[Limit]


def papers_text(student: str, asker: str) -> str:
    """SQL for the papers about ``student`` that nobody ended; both are columns, or ``null``."""
    return (
        f"(select string_agg(case when c.limited_party_id = {asker} then '1' else '0' end"
        " || coalesce(c.until_on, '9999-12-31') || c.limits, ';')"
        f" from court_order c where c.student_id = {student} and c.ended_on is null)"
    )


def papers_in(text: str | None, today: date) -> Papers | None:
    """What a text of ``papers_text`` says on ``today``; None where no paper is left."""
    told = [_paper(one) for one in (text or "").split(";") if one]
    holding = [one for one in told if one.until_on >= today]
    if not holding:
        return None
    about_asker = any(one.about_asker and one.limits for one in holding)
    counted = [one for one in holding if one.about_asker or not about_asker]
    return Papers(about_asker, frozenset(limit for one in counted for limit in one.limits))


def _paper(text: str) -> _Paper:
    """1 or 0, the ten characters of a date, the limits as JSON."""
    limits = msgspec.json.decode(text[11:], type=list[Limit])
    return _Paper(text[0] == "1", date.fromisoformat(text[1:11]), limits)
