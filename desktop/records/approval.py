"""What the principal looks at before it counts: asked for, agreed to or sent back, and by whom.

Which steps those are is data: ``StepRule.approval``. A letter that tells what such a step decides,
and an end that needs it, wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.records.ids import ApprovalId, PersonId
from desktop.records.person import Person
from desktop.records.request import Access
from desktop.records.rights import Choices, RightRule, StepRule
from desktop.records.roles import shipped_roles
from desktop.records.steps import Step, StepRefusedError, StepState, is_met

DECIDING = "decision.made"
"""What the table of roles calls it; a decision is journaled as the step it is made in."""


class Decision(StrEnum):
    """Where an approval stands; it is withdrawn when what it was asked for has changed."""

    OPEN = ""
    AGREED = "agreed"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One approval of the step with code ``step``: who asked and why, who decided and why."""

    id: ApprovalId
    step: str
    asked_by: PersonId
    asked_at: datetime
    ask_note: str = ""
    decision: Decision = Decision.OPEN
    decided_by: PersonId | None = None
    decided_at: datetime | None = None
    note: str = ""


def waiting(approvals: Iterable[Approval]) -> tuple[Approval, ...]:
    """Those that wait for the principal."""
    return tuple(one for one in approvals if one.decision is Decision.OPEN)


def asked_for(approvals: Iterable[Approval], step: str) -> Approval | None:
    """The approval of a step that waits for the principal."""
    return next((one for one in waiting(approvals) if one.step == step), None)


def may_decide(person: Person | None) -> bool:
    """Whether this member of staff may do what only the principal does."""
    return person is not None and person.active and shipped_roles().may(person.role, DECIDING)


def proposers(
    right: RightRule, steps: Sequence[Step], rule: StepRule, asked: Approval | None
) -> frozenset[PersonId]:
    """Whose proposal is decided on: who asked for it, else who did the steps it hangs on."""
    if asked is not None:
        return frozenset({asked.asked_by})
    proposed = proposal(right, steps, rule)
    return frozenset(step.done_by for step in proposed if step.done_by)


def proposal(right: RightRule, steps: Sequence[Step], rule: StepRule) -> tuple[Step, ...]:
    """The steps whose answers the approval ``rule`` decides on, in order."""
    on = {step.id for step in _hangs_on(right, rule)}
    return tuple(step for step in steps if step.code in on)


def sent_back(right: RightRule, steps: Sequence[Step]) -> tuple[Step, ...]:
    """The decisions that were a no and still stand, in the right's order.

    What they are about is to be done another way.
    """
    return tuple(
        step
        for step in steps
        if (rule := right.step_rule(step.code)).approval
        and step.state is StepState.DONE
        and not is_met(rule, step)
    )


def check_deciding(
    by: PersonId, people: Iterable[Person], proposed_by: frozenset[PersonId]
) -> bool:
    """Refuse whoever may not decide; whether they decide on their own proposal.

    That is allowed only where nobody else in the office may decide.

    Raises:
        StepRefusedError: ``approval`` or ``own_approval``.
    """
    deciders = [person for person in people if may_decide(person)]
    if all(person.id != by for person in deciders):
        raise StepRefusedError(
            "approval",
            "Only the principal or an administrator decides this.",
            "Ask the principal; the request then stands on their list.",
        )
    if by in proposed_by and len(deciders) > 1:
        raise StepRefusedError(
            "own_approval",
            "This is your own proposal, and somebody else here may decide on it.",
            "Leave it to them.",
        )
    return by in proposed_by


def hanging_on(right: RightRule, changed: StepRule) -> Iterator[StepRule]:
    """The approvals of what ``changed`` says: they count no longer when it is done anew."""
    for rule in right.step:
        if rule.approval and any(one.id == changed.id for one in _hangs_on(right, rule)):
            yield rule


def letter_waits_for(
    right: RightRule, access: Access, chosen: Choices, steps: Sequence[Step], template: str
) -> StepRule | None:
    """The approval that a letter still waits for; None when it may be finished."""
    listed = {rule.id for rule in right.steps_for(access, chosen)}
    missing: list[StepRule] = []
    for rule in (one for one in right.step if template in one.letters):
        before = _approval_before(right, rule)
        if before is None or (rule.id in listed and _agreed(rule, steps)):
            return None
        missing.append(before)
    for outcome in (one for one in right.outcome if template in one.letters):
        needed = [right.step_rule(code) for code in outcome.needs]
        missing += [one for one in needed if one.approval and not _met(one, steps)]
    return missing[0] if missing else None


def letter_rests_on(
    right: RightRule, approvals: Iterable[Approval], template: str
) -> Approval | None:
    """The latest agreement that lets a letter out; None where it needs none or has none."""
    rules = [_approval_before(right, one) for one in right.step if template in one.letters]
    ends = (one for one in right.outcome if template in one.letters)
    rules += [right.step_rule(code) for outcome in ends for code in outcome.needs]
    steps = {rule.id for rule in rules if rule is not None and rule.approval}
    agreed = [one for one in approvals if one.step in steps and one.decision is Decision.AGREED]
    return agreed[-1] if agreed else None


def _agreed(rule: StepRule, steps: Sequence[Step]) -> bool:
    return not rule.approval or _met(rule, steps)


def _met(rule: StepRule, steps: Sequence[Step]) -> bool:
    return any(step.code == rule.id and is_met(rule, step) for step in steps)


def _approval_before(right: RightRule, rule: StepRule) -> StepRule | None:
    """The approval a step is or hangs on, however far back."""
    if rule.approval:
        return rule
    found = (_approval_before(right, one) for one in _hangs_on(right, rule))
    return next((one for one in found if one is not None), None)


def _hangs_on(right: RightRule, rule: StepRule) -> Iterator[StepRule]:
    """The steps whose answers put ``rule`` on the list."""
    names = {answer.partition(":")[0] for answer in rule.only_if}
    for step in right.step:
        if names & {step.id, *(field.id for field in step.field)}:
            yield step


def is_open(steps: Sequence[Step], code: str) -> bool:
    """Whether a step is on the list and not done yet."""
    return any(step.code == code and step.state is StepState.OPEN for step in steps)
