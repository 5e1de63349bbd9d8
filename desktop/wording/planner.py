"""What falls on a day, in words: for the list, for a day of the month's page, for an ``.ics``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop.records.planner import OF_THE_SCHOOL, PlanKind, Planned
from desktop.wording.sentences import Wording


def planned_said(one: Planned, wording: Wording) -> str:
    """One thing in one line, without whose it is: "Finish by today: see the records"."""
    right = wording.text(f"word.right.{one.right}") if one.right else ""
    code = f"planner.{one.kind}_at" if one.place else f"planner.{one.kind}"
    return wording.text(
        code, right=right, title=one.title, place=one.place, meeting=_meeting(one, wording)
    )


def day_said(planned: Sequence[Planned], wording: Wording) -> list[tuple[PlanKind, str]]:
    """A day in short: closed days by name, all else by how many; the school's own days first."""
    names = [(one.kind, one.title) for one in planned if one.kind in OF_THE_SCHOOL]
    counts = Counter(one.kind for one in planned if one.kind not in OF_THE_SCHOOL)
    counted = [
        (kind, wording.text(f"planner.day.{kind}", count=counts[kind]))
        for kind in PlanKind
        if kind in counts
    ]
    return [*names, *counted]


def outgoing_said(one: Planned, wording: Wording) -> str:
    """What an entry is called outside the program: by the number of its request."""
    meeting = _meeting(one, wording)
    return wording.text(f"planner.out.{one.kind}", number=one.number, meeting=meeting)


def _meeting(one: Planned, wording: Wording) -> str:
    said = wording.text(f"word.event.{one.meeting}") if one.meeting else ""
    return said[:1].upper() + said[1:]
