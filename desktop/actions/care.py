"""Keep what a person who is no parent on paper told or showed about a student."""

from __future__ import annotations

from dataclasses import replace

from desktop.actions.changes import Changes
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.care import Care
from desktop.records.ids import RequestId
from desktop.records.person import Initials
from desktop.store import care as care_rows
from desktop.store.journal import Event
from desktop.store.store import Change, Store

LONGEST_PAPER = 300


def tell_care(
    store: Store, told: Care, *, request: RequestId | None = None, by: Initials
) -> Changes:
    """Keep the answers; nothing is written where they are the same as before.

    They hold for every request of this person about this student; ``request`` is the one in whose
    history it stands.

    The history tells which answers were yes and until when the paper holds, not what it is called.

    Raises:
        DeskError: ``care_paper_missing`` (an end without a paper), ``care_paper_long``,
            ``nine_digits``.
    """
    told = cleaned_care(told)
    if told == _before(store, told):
        return Changes.of_student(told.student)
    with store.change(None, by=by) as change:
        write_care(change, told, request=request)
    return Changes.of_student(told.student)


def cleaned_care(told: Care) -> Care:
    """The answers as they are kept.

    Raises:
        DeskError: as ``tell_care``.
    """
    told = replace(told, paper=kept_words(told.paper))
    if told.paper_until_on is not None and not told.paper:
        raise DeskError(
            "care_paper_missing",
            "There is a last day, but no paper.",
            "Write which paper was shown, or take the day out.",
        )
    if len(told.paper) > LONGEST_PAPER:
        raise DeskError(
            "care_paper_long",
            f"The paper's name can have up to {LONGEST_PAPER} characters.",
            "Shorten it.",
        )
    return told


def write_care(change: Change, told: Care, *, request: RequestId | None) -> None:
    """Write cleaned answers with their event, within a change of another action too."""
    care_rows.save_care(change, told)
    change.also(
        Event(
            kind="care.told",
            request=request,
            student=told.student,
            facts={
                "party": told.party,
                "lives_with": told.lives_with,
                "parent_absent": told.parent_absent,
                "paper": bool(told.paper),
                "paper_until_on": told.paper_until_on.isoformat() if told.paper_until_on else None,
                "idea_parent": told.idea_parent,
            },
        )
    )


def told_anew(store: Store, told: Care) -> bool:
    """Whether the answers are others than those on file, on whichever day those were given."""
    before = _before(store, told)
    return before is None or replace(before, told_on=told.told_on) != told


def _before(store: Store, told: Care) -> Care | None:
    return care_rows.care(store, told.student, told.party)
