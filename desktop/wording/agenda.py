"""What each list of the day holds, with the days it looks to, in words."""

from __future__ import annotations

from desktop.records.agenda import Horizon, Section
from desktop.records.defaults import AgendaDays
from desktop.wording.sentences import Wording


def section_said(section: Section, days: Horizon, looks: AgendaDays, wording: Wording) -> str:
    """What the list of ``section`` holds on this day."""
    code = f"agenda.says.{section}"
    match section:
        case Section.SOON:
            return wording.text(code, on=days.soon_on, days=looks.soon_school_days)
        case Section.BREAK:
            return _break_said(days, wording)
        case Section.UNTOUCHED:
            return wording.text(code, on=days.untouched_on)
        case _:
            return wording.text(code)


def _break_said(days: Horizon, wording: Wording) -> str:
    off = days.closed
    if off is None:
        return wording.text("agenda.says.no_break")
    return wording.text(
        "agenda.says.break", from_on=off.from_on, until_on=off.until_on, title=off.title
    )
