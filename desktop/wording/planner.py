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
    """A day in short, line by line: closed days and a single hearing by name, else how many."""
    names = [(one.kind, one.title) for one in planned if one.kind in OF_THE_SCHOOL]
    counted = [(kind, _counted(kind, planned, wording)) for kind, _ in day_counts(planned)]
    return [*names, *((kind, text) for kind, text in counted if kind not in OF_THE_SCHOOL)]


def day_counts(planned: Sequence[Planned]) -> list[tuple[PlanKind, int]]:
    """How many of each kind fall on a day, in the order in which they are told."""
    counts = Counter(one.kind for one in planned)
    return [(kind, counts[kind]) for kind in PlanKind if kind in counts]


def _counted(kind: PlanKind, planned: Sequence[Planned], wording: Wording) -> str:
    of_kind = [one for one in planned if one.kind is kind]
    if kind is PlanKind.MEETING and len(of_kind) == 1:
        return _meeting(of_kind[0], wording)
    return wording.text(f"planner.day.{kind}", count=len(of_kind))


def outgoing_said(one: Planned, wording: Wording) -> str:
    """What an entry is called outside the program: by the number of its request."""
    meeting = _meeting(one, wording)
    return wording.text(f"planner.out.{one.kind}", number=one.number, meeting=meeting)


def _meeting(one: Planned, wording: Wording) -> str:
    said = wording.text(f"word.event.{one.meeting}") if one.meeting else ""
    return said[:1].upper() + said[1:]
