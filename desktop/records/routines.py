"""What an office does again and again: the yearly notices, the self-check, training."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from desktop.records.toml_file import read_toml

_MONTHS_A_YEAR = 12
_SAFE_DAY = 28  # a day every month has


class Routine(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One task that comes back; ``citation`` where a rule asks for it each year."""

    id: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Annotated[str, Meta(min_length=1)]
    says: Annotated[str, Meta(min_length=1)]
    every_months: Annotated[int, Meta(ge=1, le=36)]
    citation: str = ""


class _Routines(Struct, frozen=True, forbid_unknown_fields=True):
    schema: int
    routine: tuple[Routine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A routine, when it was last done (None: never noted), and by when it is due again."""

    routine: Routine
    done_on: date | None
    next_on: date | None

    def is_due(self, today: date) -> bool:
        """Whether it was never noted, or its time has come."""
        return self.next_on is None or self.next_on <= today


def load_routines(path: Path) -> tuple[Routine, ...]:
    """Read the routines, in their order.

    Raises:
        ResourceError: the file is damaged.
    """
    return read_toml(path, _Routines).routine


def standing_of(routine: Routine, done_on: date | None) -> Standing:
    """How a routine stands that was last done on ``done_on``."""
    next_on = None if done_on is None else _later(done_on, routine.every_months)
    return Standing(routine=routine, done_on=done_on, next_on=next_on)


def _later(on: date, months: int) -> date:
    """The same day so many months later; in a month without that day, its 28th."""
    count = on.year * _MONTHS_A_YEAR + on.month - 1 + months
    year, month = divmod(count, _MONTHS_A_YEAR)
    try:
        return on.replace(year=year, month=month + 1)
    except ValueError:
        return date(year, month + 1, _SAFE_DAY)
