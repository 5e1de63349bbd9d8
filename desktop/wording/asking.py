"""Which asking of a place it was, and whom the next one goes to, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.records.chasing import Asking
from desktop.wording.dates import short_date
from desktop.wording.sentences import Wording


def asked_said(askings: Sequence[Asking], *, today: date, wording: Wording) -> str:
    """Who was asked last and when; from the second asking on also how often."""
    last, times = askings[-1], len(askings)
    code = f"request.search.asked_{'times' if times > 1 else 'once'}"
    who, when = wording.text(f"word.asked.{last.whom}"), short_date(last.on, today)
    return wording.text(code, who=who, times=times, on=when)


def ask_said(whom: str, wording: Wording) -> str:
    """The button that notes that ``whom``, a code of ``Whom``, was asked for a silent place."""
    return wording.text(f"request.search.ask.{whom}")
