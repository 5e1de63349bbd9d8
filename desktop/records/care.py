"""What a person who is no parent on paper told or showed: daily care, and which paper.

Asked of people who may count as a parent because they act as one (34 CFR 99.3, 300.30), and of
those who speak for a parent or an agency and need a paper for it. Told facts, not findings: the
verdict says what follows from them, and a person decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.ids import PartyId, StudentId
from desktop.records.party import Relationship
from desktop.records.sentence import Sentence, sentence


class Question(StrEnum):
    """One of the questions; each has its words in the catalogue."""

    LIVES_WITH = "lives_with"
    PARENT_ABSENT = "parent_absent"
    PAPER = "paper"


_ALL_THREE = tuple(Question)
_PAPER_ONLY = (Question.PAPER,)
_ASKED: Mapping[Relationship, tuple[Question, ...]] = {
    Relationship.FOSTER_PARENT: _ALL_THREE,
    Relationship.STEPPARENT: _ALL_THREE,
    Relationship.GRANDPARENT: _ALL_THREE,
    Relationship.CAREGIVER: _ALL_THREE,
    Relationship.SURROGATE_PARENT: _PAPER_ONLY,
    Relationship.REPRESENTATIVE: _PAPER_ONLY,
    Relationship.ATTORNEY: _PAPER_ONLY,
    Relationship.CASEWORKER: _PAPER_ONLY,
}


def questions(relationship: Relationship) -> tuple[Question, ...]:
    """What to ask of somebody who stands so to the student; nothing of a parent, ever."""
    return _ASKED.get(relationship, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """The answers one person gave about one student.

    ``parent_absent``: no parent or guardian is there to act. ``paper`` names what was shown (a
    power of attorney, a placement, an authorization), empty for none; ``paper_until_on`` is its
    last day. ``idea_parent``: the school has found this person to be the parent under 300.30.
    """

    student: StudentId
    party: PartyId
    lives_with: bool = False
    parent_absent: bool = False
    paper: str = ""
    paper_until_on: date | None = None
    idea_parent: bool = False
    told_on: date

    def paper_holds(self, today: date) -> bool:
        """Whether a paper was shown that has not run out on ``today``."""
        return bool(self.paper.strip()) and not self.paper_over(today)

    def paper_over(self, today: date) -> bool:
        """Whether the paper shown has run out."""
        ends = self.paper_until_on
        return bool(self.paper.strip()) and ends is not None and ends < today

    def acts_as_parent(self) -> bool:
        """Whether the child lives with this person while no parent or guardian is there."""
        return self.lives_with and self.parent_absent


def carried(relationship: Relationship, care: Care, today: date) -> tuple[Sentence, ...]:
    """What each answer does for the verdict, in the order of the questions."""
    return tuple(_says(one, care, today) for one in questions(relationship))


def _says(question: Question, care: Care, today: date) -> Sentence:
    match question:
        case Question.LIVES_WITH:
            return sentence(f"care.lives_with.{_yes_no(care.lives_with)}")
        case Question.PARENT_ABSENT:
            return sentence(f"care.parent_absent.{_yes_no(care.parent_absent)}")
        case Question.PAPER:
            return _paper(care, today)


def _paper(care: Care, today: date) -> Sentence:
    if not care.paper.strip():
        return sentence("care.paper.no")
    if care.paper_until_on is None:
        return sentence("care.paper.open", paper=care.paper)
    code = "over" if care.paper_over(today) else "until"
    return sentence(f"care.paper.{code}", paper=care.paper, on=care.paper_until_on)


def _yes_no(told: bool) -> str:
    return "yes" if told else "no"
