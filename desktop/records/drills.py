"""The drills of the practice office: a case to work in the real screens, and what was done in it.

A drill is judged by what stands in the file afterwards, never by what somebody says about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from desktop.errors import ResourceError
from desktop.records.appointment import AppointmentState
from desktop.records.case import Case
from desktop.records.practice import PracticeRequest
from desktop.records.request import Channel, EventKind
from desktop.records.steps import StepState
from desktop.records.toml_file import read_toml

Words = Annotated[str, Meta(min_length=1)]


class Check(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing looked for in the file; every key that is set must hold.

    Keys:
        says: what is looked for. ``hint``: what to do where it is not there.
        step: a step that must be done, where ``choice`` is set with one of these choices.
        detail: what a step must have written down, as "field:value".
        untouched: steps that must not be done.
        asked: a step the principal must have been asked about.
        channel: how it must have come. ``own_words``: the asker's words were written down.
        kept: every place that writes over itself was asked to keep what it has.
        event, in_days: a meeting that must be noted on the day so many days from the start.
        visit_before: a visit must be set before this meeting.
    """

    says: Words
    hint: Words
    step: str = ""
    choice: tuple[str, ...] = ()
    detail: str = ""
    untouched: tuple[str, ...] = ()
    asked: str = ""
    channel: Channel | None = None
    own_words: bool = False
    kept: bool = False
    event: EventKind | None = None
    in_days: Annotated[int, Meta(ge=0, le=365)] = 0
    visit_before: EventKind | None = None


class Drill(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One drill.

    ``story`` tells what happens, ``notice`` what to look out for. ``request`` is the case that is
    laid ready; without ``ready`` the person logs it, and ``request`` says about whom.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]*$")]
    title: Words
    minutes: Annotated[int, Meta(ge=1, le=30)]
    story: tuple[Words, ...]
    notice: Annotated[tuple[Words, ...], Meta(min_length=1)]
    request: PracticeRequest
    ready: bool = True
    check: Annotated[tuple[Check, ...], Meta(min_length=2)]


class _Drills(Struct, frozen=True, forbid_unknown_fields=True):
    schema: int
    drill: tuple[Drill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """One check, and whether what it looks for is there."""

    check: Check
    holds: bool


def load_drills(path: Path) -> tuple[Drill, ...]:
    """Read the drills, in their order.

    Raises:
        ResourceError: the file is damaged or a drill stands twice.
    """
    drills = read_toml(path, _Drills).drill
    ids = [one.id for one in drills]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        raise ResourceError(path.name, twice, 0, "the drill stands twice")
    return drills


def look(drill: Drill, case: Case, *, began_on: date) -> tuple[Looked, ...]:
    """What of the drill was done in ``case``, check by check."""
    return tuple(Looked(check=check, holds=_holds(check, case, began_on)) for check in drill.check)


def passed(looked: tuple[Looked, ...]) -> bool:
    """Whether all of it was done."""
    return all(one.holds for one in looked)


def _holds(check: Check, case: Case, began_on: date) -> bool:
    """Whether every key of the check that is set holds."""
    return all(
        (
            not check.step or _step_done(case, check),
            not check.detail or _detail_written(case, check.detail),
            case.done.isdisjoint(check.untouched),
            not check.asked or any(one.step == check.asked for one in case.approvals),
            check.channel in {None, case.request.channel},
            not check.own_words or bool(case.request.words.strip()),
            not check.kept or all(one.kept_on for one in case.sources if one.overwrites),
            check.event is None
            or _noted_on(case, check.event, began_on + timedelta(check.in_days)),
            check.visit_before is None or _visit_before(case, check.visit_before),
        )
    )


def _noted_on(case: Case, event: EventKind, on: date) -> bool:
    return case.request.events.get(event) == on


def _step_done(case: Case, check: Check) -> bool:
    return any(
        one.code == check.step
        and one.state is StepState.DONE
        and (not check.choice or one.choice in check.choice)
        for one in case.steps
    )


def _detail_written(case: Case, detail: str) -> bool:
    name, _, value = detail.partition(":")
    return case.details.get(name) == value


_KEPT = frozenset({AppointmentState.SET, AppointmentState.SAW_ALL, AppointmentState.SAW_PART})


def _visit_before(case: Case, event: EventKind) -> bool:
    meets_on = case.request.events.get(event)
    return meets_on is not None and any(
        one.meet_on < meets_on and one.state in _KEPT for one in case.appointments
    )
