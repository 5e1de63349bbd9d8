"""The self-check: statements about the office, each held against a figure of the program's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from desktop.errors import ResourceError
from desktop.records.toml_file import read_toml

Words = Annotated[str, Meta(min_length=1)]


class FigureKind(StrEnum):
    """What the program can count, or could if it kept it."""

    LATE = "late"
    WITHOUT_OWNER = "without_owner"
    DAYS_TO_ANSWER = "days_to_answer"
    PLACES_WITHOUT_KEEPER = "places_without_keeper"
    UNCONFIRMED = "unconfirmed"
    LETTERS_LACKING = "letters_lacking"
    BACKUPS_TRIED = "backups_tried"
    COMPANIES_WITHOUT_CONTACT = "companies_without_contact"
    DRILLS_FINISHED = "drills_finished"
    BIRTHDAYS_UNTOLD = "birthdays_untold"


class Statement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One statement. It holds while its figure is ``at_most`` or ``at_least`` what is asked."""

    id: Words
    item: Annotated[str, Meta(pattern="^B[1-9]$")]
    says: Words
    figure: FigureKind
    improve: Words
    at_most: int | None = None
    at_least: int | None = None


class SelfCheck(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All statements, by weight, and how many days back they look."""

    schema: int
    term_calendar_days: Annotated[int, Meta(ge=1, le=400)]
    statement: tuple[Statement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What was counted: ``value``, and ``of`` how many where that makes sense."""

    value: int
    of: int = 0


Figures = Mapping[FigureKind, Figure]
"""What could be counted; a kind that is not there was not measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A statement with its figure. ``holds`` is None where nothing was measured."""

    statement: Statement
    figure: Figure | None
    holds: bool | None


def load_self_check(path: Path) -> SelfCheck:
    """Read the statements.

    Raises:
        ResourceError: the file is damaged, or a statement asks nothing of its figure.
    """
    found = read_toml(path, SelfCheck)
    for one in found.statement:
        if (one.at_most is None) == (one.at_least is None):
            raise ResourceError(path.name, one.id, 0, "it needs either at_most or at_least")
    return found


def judge(check: SelfCheck, figures: Figures) -> tuple[Judged, ...]:
    """Every statement with whether it holds."""
    return tuple(_judged(one, figures.get(one.figure)) for one in check.statement)


def to_improve(judged: Sequence[Judged]) -> Statement | None:
    """The one thing to improve: the first that does not hold; None where all measured do."""
    return next((one.statement for one in judged if one.holds is False), None)


def _judged(statement: Statement, figure: Figure | None) -> Judged:
    return Judged(
        statement=statement,
        figure=figure,
        holds=None if figure is None else _holds(statement, figure.value),
    )


def _holds(statement: Statement, value: int) -> bool:
    if statement.at_most is not None:
        return value <= statement.at_most
    return statement.at_least is None or value >= statement.at_least
