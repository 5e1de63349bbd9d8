"""What doing, leaving out or taking back a step comes to, decided before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from desktop.actions.authority import steps_today, verdict_of
from desktop.actions.words import kept_words
from desktop.records.case import Case
from desktop.records.details import Details, cleaned, events
from desktop.records.ids import PersonId
from desktop.records.person import Initials, Person
from desktop.records.request import EventKind
from desktop.records.rights import FieldKind, RightRule, StepRule
from desktop.records.sentence import sentence
from desktop.records.standing import kept_reason
from desktop.records.steps import (
    Step,
    StepRefusedError,
    StepState,
    check_answers,
    check_doing,
    check_fields,
    check_skipping,
    step_named,
)
from desktop.store.journal import Event, Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """A step as somebody wants it done: which, how, with what sentence and fields."""

    code: str
    choice: str = ""
    note: str = ""
    details: Details = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A step as it is to stand, and what the journal says of it.

    ``written`` are its fields by id, empty ones too, so that an answer taken out goes. ``days`` are
    those among them that the legal dates follow.
    """

    step: Step
    kind: str
    facts: Mapping[str, Fact]
    written: Details = field(default_factory=dict)
    days: Mapping[EventKind, date] = field(default_factory=dict)

    def event(self, case: Case) -> Event:
        """What the journal keeps of it."""
        facts = dict(self.facts)
        return Event(kind=self.kind, request=case.request.id, student=case.student.id, facts=facts)


def names_staff(rule: StepRule) -> bool:
    """Whether a field of the step asks for a second person."""
    return any(one.kind is FieldKind.STAFF for one in rule.field)


def decide_doing(
    case: Case,
    right: RightRule,
    doing: Doing,
    *,
    people: Collection[Person],
    today: date,
    by: Initials,
) -> Decided:
    """The step ticked off; ``people`` are the staff, needed where ``names_staff``.

    Raises:
        StepRefusedError: a release before its conditions, a choice that does not fit, no note, a
            field that cannot be so.
        DeskError: ``nine_digits``.
    """
    rule, verdict = right.step_rule(doing.code), verdict_of(case, today=today)
    holding = steps_today(case, right, today=today)
    check_doing(right, holding, doing.code, choice=doing.choice, note=doing.note, verdict=verdict)
    check_fields(rule, doing.details)
    values = cleaned(rule, doing.details)
    check_answers(rule, doing.choice, values, case.items)
    _check_staff(rule, values, people, by)
    step = _signed(case, doing.code, StepState.DONE, doing.note, today, by)
    facts: dict[str, Fact] = {"step": doing.code, "choice": doing.choice, "note": step.note}
    if values:
        facts["fields"] = sorted(values)
    written = {one.id: values.get(one.id, "") for one in rule.field}
    if right.rests_on_verdict(doing.code):
        written[kept_reason(doing.code)] = verdict.reason
    return Decided(
        step=replace(step, choice=doing.choice),
        kind="step.done",
        facts=facts,
        written=written,
        days=_days_written(case, rule, values),
    )


def decide_skipping(
    case: Case, right: RightRule, code: str, *, reason: str, today: date, by: Initials
) -> Decided:
    """The step left out, with the reason.

    Raises:
        StepRefusedError: ``gate_skip``, ``approval_skip`` or ``reason``.
        DeskError: ``nine_digits``.
    """
    check_skipping(right, code, reason=reason)
    step = _signed(case, code, StepState.SKIPPED, reason, today, by)
    return Decided(step=step, kind="step.skipped", facts={"step": code, "reason": step.note})


def decide_reopening(case: Case, code: str) -> Decided | None:
    """The step open again; None where it is open."""
    ticked = step_named(case.steps, code)
    if ticked.state is StepState.OPEN:
        return None
    return Decided(step=Step(id=ticked.id, code=code), kind="step.reopened", facts={"step": code})


def _signed(case: Case, code: str, state: StepState, note: str, today: date, by: Initials) -> Step:
    return Step(
        id=step_named(case.steps, code).id,
        code=code,
        state=state,
        note=kept_words(note),
        done_by=by.person,
        done_on=today,
    )


def _days_written(case: Case, rule: StepRule, values: Details) -> Mapping[EventKind, date]:
    """The days a step wrote down that the dates follow.

    Raises:
        StepRefusedError: ``fields``: such a day lies before the request came in.
    """
    days = dict(events(rule, values))
    early = {
        one.id: sentence("details.fault.event_before", title=one.title)
        for one in rule.field
        if one.event in days and days[one.event] < case.request.received_on
    }
    if early:
        message = "A day is before the one the request came in."
        raise StepRefusedError("fields", message, "See the marked fields.", early)
    return days


def _check_staff(rule: StepRule, values: Details, people: Collection[Person], by: Initials) -> None:
    """Refuse a second person who is nobody of the staff, or the first.

    Raises:
        StepRefusedError: ``fields``.
    """
    known = {person.id for person in people}
    wrong = {}
    for one in (one for one in rule.field if one.kind is FieldKind.STAFF and one.id in values):
        named = PersonId(int(values[one.id]))
        if named == by.person:
            wrong[one.id] = sentence("details.fault.staff_same", title=one.title)
        elif named not in known:
            wrong[one.id] = sentence("details.fault.staff", title=one.title)
    if wrong:
        message = "The second person cannot be that one."
        raise StepRefusedError("fields", message, "See the marked fields.", wrong)
