"""Before anything leaves: what was answered item by item, and why something is not given whole.

The reasons are data, read from ``resources/release/reasons.toml``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from desktop.errors import DeskError, ResourceError
from desktop.records.age import turns_18_on
from desktop.records.ids import ItemId
from desktop.records.student import Student
from desktop.records.toml_file import read_toml

LONGEST_WHAT = 300


class ItemAnswer(StrEnum):
    """What became of a record or group that was asked for."""

    GIVEN = "given"
    NOT_HELD = "not_held"
    NOT_RECORD = "not_record"
    PART_WITHHELD = "part_withheld"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One record or group, answered. ``reason`` is a code of the reasons, empty when given."""

    id: ItemId
    what: str
    answer: ItemAnswer
    reason: str = ""
    note: str = ""


Code = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z_]*$")]


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that must be so before a reason holds."""

    id: Code
    title: str


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why something is not given, or not whole.

    ``note`` names what must be written with it; empty: nothing must. Every ``question`` has to be
    answered with yes. ``adult`` reasons fit only a student of 18 or more, ``college`` ones only a
    postsecondary institution, so never this school.
    """

    id: Code
    answer: ItemAnswer
    title: str
    says: str
    citation: str
    note: str = ""
    adult: bool = False
    college: bool = False
    question: tuple[Question, ...] = ()


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    reason: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Every reason in the order it is offered, and the fault of a file that cannot be read."""

    every: tuple[Reason, ...] = ()
    faults: tuple[ResourceError, ...] = ()

    def named(self, id_: str) -> Reason | None:
        """The reason with this code."""
        return next((one for one in self.every if one.id == id_), None)

    def offered(self, answer: ItemAnswer, *, adult: bool) -> tuple[Reason, ...]:
        """The reasons that can be given for an answer about this student."""
        fitting = (one for one in self.every if one.answer is answer and not one.college)
        return tuple(one for one in fitting if adult or not one.adult)


def load_reasons(file: Path) -> Reasons:
    """Read the reasons; a broken file is told in ``faults`` and nothing can be withheld."""
    try:
        every = read_toml(file, _File).reason
        _check(every, file.name)
    except ResourceError as fault:
        return Reasons(faults=(fault,))
    return Reasons(every=every)


def _check(every: tuple[Reason, ...], file: str) -> None:
    ids = [one.id for one in every]
    if len(set(ids)) != len(ids):
        raise ResourceError(file, "reason.id", 0, "a reason stands twice")
    for one in every:
        if one.answer is ItemAnswer.GIVEN:
            raise ResourceError(file, "reason.answer", 0, f"{one.id}: what is given needs none")


def is_adult(student: Student, on: date) -> bool:
    """Whether the student is known to be 18 or older; attending college changes nothing here."""
    return student.born_on is not None and turns_18_on(student.born_on) <= on


def check_item(item: Item, reasons: Reasons, *, answered: Collection[str], adult: bool) -> None:
    """Refuse an item that does not say enough, or says what the law does not allow.

    ``answered`` are the questions of its reason that were answered with yes.

    Raises:
        DeskError: ``item_what``, ``item_reason``, ``item_question`` or ``item_note``.
    """
    if not item.what.strip():
        raise DeskError("item_what", "The record has no name.", "Write which record or group.")
    if len(item.what) > LONGEST_WHAT:
        raise DeskError("item_what", "That is too long for one line.", "Shorten it.")
    if item.answer is ItemAnswer.GIVEN:
        return
    reason = _fitting(item, reasons, adult=adult)
    if any(one.id not in answered for one in reason.question):
        raise DeskError(
            "item_question",
            f"Not all of this holds, so that reason does not ({reason.citation}).",
            "Tick what is so; if one is not, give the record or choose another reason.",
        )
    if reason.note and not item.note.strip():
        raise DeskError("item_note", "This reason needs a sentence.", f"Write it: {reason.note}.")


def _fitting(item: Item, reasons: Reasons, *, adult: bool) -> Reason:
    """The reason of an item, which fits its answer and this student."""
    reason = reasons.named(item.reason)
    if reason is None or reason.answer is not item.answer:
        raise DeskError("item_reason", "The reason is missing.", "Choose why.")
    if reason.college:
        raise DeskError(
            "item_reason",
            f"Only a college may keep that back ({reason.citation}).",
            "Give it, or choose another reason.",
        )
    if reason.adult and not adult:
        raise DeskError(
            "item_reason",
            f"That fits only a student known to be 18 or older ({reason.citation}).",
            "Give it, or choose another reason.",
        )
    return reason
