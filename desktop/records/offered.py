"""Which letters a request offers: those of its steps and of the ways it may end, and being late."""

from __future__ import annotations

from datetime import date

from desktop.records.case import Case
from desktop.records.rights import RightRule

LATE = "late_apology"
EXTENDED = "extension_notice"


def offered_letters(right: RightRule, case: Case, today: date) -> tuple[str, ...]:
    """The templates that can be drafted now, those of the steps first, each once.

    An apology is offered once the date is over, word of an extension where one was taken.
    """
    named = list(right.letters_for(step.code for step in case.steps))
    if case.request.due_on < today and right.asks == "family":
        named.append(LATE)
    if case.request.extension is not None:
        named.append(EXTENDED)
    return tuple(dict.fromkeys(named))
