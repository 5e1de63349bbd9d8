"""What of a checklist still holds today: a check made before the facts changed is open again.

One rule for every release, by a step or by a letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from desktop.records.authority import Answer, Verdict
from desktop.records.details import Details
from desktop.records.rights import RightRule, StepRule
from desktop.records.steps import Step, StepState


def kept_reason(code: str) -> str:
    """The detail under which a check keeps the reason it was made on.

    The dot keeps it apart from every field of a right.
    """
    return f"{code}.reason"


def standing(
    right: RightRule, steps: Sequence[Step], verdict: Verdict, details: Details
) -> tuple[Step, ...]:
    """The checklist as it counts today: checks that no longer hold are open again."""
    gone = set(lapsed(right, steps, verdict, details))
    return tuple(
        replace(step, state=StepState.OPEN) if step.code in gone else step for step in steps
    )


def lapsed(
    right: RightRule, steps: Sequence[Step], verdict: Verdict, details: Details
) -> tuple[str, ...]:
    """The checks on who may see the records that were made on other facts than today's."""
    made = {f"{step.code}:{step.choice}" for step in steps if step.choice}
    made |= {f"{field}:{value}" for field, value in details.items()}
    return tuple(
        step.code
        for step in steps
        if step.state is StepState.DONE
        and _asked_for(right.step_rule(step.code), made)
        and right.rests_on_verdict(step.code)
        and not _holds(right.step_rule(step.code), step, verdict, details)
    )


def _asked_for(rule: StepRule, made: AbstractSet[str]) -> bool:
    """Whether the step is still wanted: what hung on a way gone by is done and stays done."""
    return not rule.only_if or not made.isdisjoint(rule.only_if)


def _holds(rule: StepRule, step: Step, verdict: Verdict, details: Details) -> bool:
    if verdict.since and step.done_on and step.done_on < verdict.since:
        return False  # 34 CFR 99.5(a)(1): since then the right is the student's
    if verdict.answer is Answer.YES:
        return True
    made_on = details.get(kept_reason(step.code))
    if made_on:
        return made_on == verdict.reason
    made = next((one for one in rule.choice if one.id == step.choice), None)
    return made is not None and made.fits(verdict)
