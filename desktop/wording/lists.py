"""A list of many students in words: how many are on it, and who was taken out first, and why."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.records.student_list import Picked, Removed, StudentList
from desktop.wording.sentences import Wording


def picked_said(picked: Picked, wording: Wording) -> str:
    """What the list would be: how many, and who is taken out first."""
    count = len(picked.students)
    holds = wording.text("list.holds", count=count) if count else wording.text("list.none")
    out = removed_said(picked.removed, wording)
    taken = wording.text("list.taken_out", who=out) if out else wording.text("list.nobody_out")
    return f"{holds} {taken}"


def removed_said(removed: Mapping[Removed, int], wording: Wording) -> str:
    """Who was taken out, counted by reason; empty for nobody."""
    return "; ".join(
        wording.text(f"list.removed.{reason}", count=str(count))
        for reason, count in removed.items()
    )


def again_said(made: StudentList, now: Picked, wording: Wording) -> str:
    """Whether the list made again today is the one that went out."""
    if now.sha256 == made.sha256:
        return wording.text("list.same")
    return wording.text("list.changed", count=len(now.students), before=made.count)
