"""Copies of the records file: why one is made, which are kept, and how safe the office is now.

Which copies are kept never depends on what time it is: they are ordered by their number, and the
days they were made on only tell them apart. A clock that jumped throws nothing away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from desktop.records.toml_file import read_toml

_Count = Annotated[int, Meta(ge=1, le=1000)]


class Policy(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How many are kept and when it is late; see ``resources/office/backups.toml``."""

    newest: _Count
    days: _Count
    weeks: _Count
    least: Annotated[int, Meta(ge=3, le=1000)]
    change_minutes: _Count
    late_hours: _Count
    overdue_hours: _Count
    second_late_days: _Count
    second_overdue_days: _Count
    read_again_hours: _Count


class Why(StrEnum):
    """What a copy was made for."""

    CHANGED = "changed"
    CLOSING = "closing"
    ASKED = "asked"
    BEFORE_MIGRATING = "before_migrating"
    BEFORE_RESTORING = "before_restoring"
    BEFORE_NEW_KEY = "before_new_key"
    BEFORE_PURGE = "before_purge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One copy. ``number`` grows by one with each.

    ``whole``: it opens with today's key and is as it was written. ``former``: it is as it was
    written and opens with a key from before somebody left; it is kept, but does not count.
    """

    number: int
    made_at: datetime
    whole: bool
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """What is known of the copies right now.

    ``unsaved_since`` is when the first change was made that no whole copy holds, None where there
    is no such change. ``second_wanted``: a second place was chosen; ``second_at`` is when the
    newest whole copy there was made, and ``second_holds_all`` whether it holds every change.
    """

    copies: int
    newest_at: datetime | None = None
    unsaved_since: datetime | None = None
    failed: bool = False
    second_wanted: bool = False
    second_at: datetime | None = None
    second_holds_all: bool = False


class Light(StrEnum):
    """How safe the office is."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Reason(StrEnum):
    """Why the light is as it is, the gravest first."""

    NO_COPY = "no_copy"
    OVERDUE = "overdue"
    SECOND_OVERDUE = "second_overdue"
    FAILED = "failed"
    LATE = "late"
    SECOND_LATE = "second_late"
    NO_SECOND = "no_second"
    SAFE = "safe"


_LIGHTS = {
    Reason.NO_COPY: Light.RED,
    Reason.OVERDUE: Light.RED,
    Reason.SECOND_OVERDUE: Light.RED,
    Reason.FAILED: Light.AMBER,
    Reason.LATE: Light.AMBER,
    Reason.SECOND_LATE: Light.AMBER,
    Reason.NO_SECOND: Light.AMBER,
    Reason.SAFE: Light.GREEN,
}


def load_policy(file: Path) -> Policy:
    """Read how many copies are kept.

    Raises:
        ResourceError: the file cannot be used.
    """
    return read_toml(file, Policy)


def to_drop(kept: Iterable[Kept], policy: Policy) -> tuple[int, ...]:
    """The numbers of the copies that are no longer needed, oldest first.

    Nothing goes while fewer than ``least`` whole copies would stay. A copy that is not whole is
    no help, but goes only once ``least`` newer ones are whole: it may hold what they lack.
    """
    ordered = sorted(kept, key=lambda one: one.number, reverse=True)
    whole = [one for one in ordered if one.whole]
    if len(whole) < policy.least:
        return ()
    sound = [one for one in ordered if one.whole or one.former]
    stays = {one.number for one in (*whole[: policy.least], *_staying(sound, policy))}
    surely = whole[policy.least - 1].number
    return tuple(
        one.number for one in reversed(ordered) if one.number not in stays and one.number < surely
    )


def _staying(sound: Sequence[Kept], policy: Policy) -> Iterator[Kept]:
    """Of sound copies, newest first, those that are kept."""
    yield from sound[: policy.newest]
    yield from _newest_of_each(sound, "%Y-%j", policy.days)
    yield from _newest_of_each(sound, "%G-%V", policy.weeks)


def _newest_of_each(sound: Sequence[Kept], span: str, many: int) -> Iterator[Kept]:
    first_of: dict[str, Kept] = {}
    for one in sound:
        first_of.setdefault(one.made_at.strftime(span), one)
    yield from islice(first_of.values(), many)


def is_due(safety: Safety, policy: Policy, *, now: datetime) -> bool:
    """Whether a copy is to be made now; a change of the clock never keeps one from being made."""
    if safety.copies == 0:
        return True
    since = safety.unsaved_since
    return since is not None and not timedelta(0) <= now - since < timedelta(
        minutes=policy.change_minutes
    )


def read_again_is_due(read_at: datetime | None, policy: Policy, *, now: datetime) -> bool:
    """Whether the newest copy is to be read through again; a clock set back counts as due."""
    if read_at is None:
        return True
    return not timedelta(0) <= now - read_at < timedelta(hours=policy.read_again_hours)


def reason(safety: Safety, policy: Policy, *, now: datetime) -> Reason:
    """The gravest thing to say about the copies at this moment."""
    if safety.copies == 0:
        return Reason.NO_COPY
    waiting = timedelta(0) if safety.unsaved_since is None else now - safety.unsaved_since
    second = _second(safety, policy, now)
    found = {
        Reason.OVERDUE: waiting > timedelta(hours=policy.overdue_hours),
        Reason.SECOND_OVERDUE: second is Reason.SECOND_OVERDUE,
        Reason.FAILED: safety.failed,
        Reason.LATE: waiting > timedelta(hours=policy.late_hours),
        Reason.SECOND_LATE: second is Reason.SECOND_LATE,
        Reason.NO_SECOND: not safety.second_wanted,
    }
    return next((one for one, holds in found.items() if holds), Reason.SAFE)


def light(why: Reason) -> Light:
    """The colour that goes with it; colour never says it alone."""
    return _LIGHTS[why]


def _second(safety: Safety, policy: Policy, now: datetime) -> Reason:
    if not safety.second_wanted or safety.second_holds_all:
        return Reason.SAFE
    if safety.second_at is None:
        return Reason.SECOND_OVERDUE
    age = now - safety.second_at
    if age > timedelta(days=policy.second_overdue_days):
        return Reason.SECOND_OVERDUE
    return Reason.SECOND_LATE if age > timedelta(days=policy.second_late_days) else Reason.SAFE
