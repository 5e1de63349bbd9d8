"""The checklist of a request: what is done, what is next, and what blocks a release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.errors import DeskError
from desktop.records.authority import Verdict
from desktop.records.details import Details, faults
from desktop.records.ids import PersonId, StepId
from desktop.records.release import Item, ItemAnswer
from desktop.records.request import Outcome
from desktop.records.rights import Choice, OutcomeRule, RightRule, StepRule
from desktop.records.sentence import Sentence

_WAYS_TOLD = 3


class StepState(StrEnum):
    """Where a step stands."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of one request. ``choice`` is how it was done, ``note`` the sentence written."""

    id: StepId
    code: str
    state: StepState = StepState.OPEN
    choice: str = ""
    note: str = ""
    done_by: PersonId | None = None
    done_on: date | None = None


class StepRefusedError(DeskError):
    """A step cannot be done or skipped now; nothing was written.

    ``fields`` says what is wrong with the fields of the step, by field.
    """

    def __init__(
        self, code: str, message: str, remedy: str, fields: Mapping[str, Sentence] | None = None
    ) -> None:
        super().__init__(code, message, remedy)
        self.fields = dict(fields or {})


def next_step(steps: Sequence[Step]) -> Step | None:
    """The first step still open, in the right's order."""
    return next((step for step in steps if step.state is StepState.OPEN), None)


def step_named(steps: Sequence[Step], code: str) -> Step:
    """The step with ``code``; ``KeyError`` when the request has none."""
    for step in steps:
        if step.code == code:
            return step
    raise KeyError(code)


def is_done(steps: Sequence[Step], code: str) -> bool:
    """Whether the step with ``code`` was done; a skipped or missing step was not."""
    return any(step.code == code and step.state is StepState.DONE for step in steps)


def open_gates(right: RightRule, steps: Sequence[Step]) -> tuple[StepRule, ...]:
    """The conditions of release that are not met yet, in order."""
    rules = ((right.step_rule(step.code), step) for step in steps)
    return tuple(rule for rule, step in rules if rule.gate and not is_met(rule, step))


def is_met(rule: StepRule, step: Step) -> bool:
    """Whether a step is done and did not end in a "no"."""
    return step.state is StepState.DONE and not rule.stops(step.choice)


def check_doing(
    right: RightRule, steps: Sequence[Step], code: str, *, choice: str, note: str, verdict: Verdict
) -> None:
    """Refuse to do a step that the law makes wait, or that lacks what it must say.

    Raises:
        StepRefusedError: a release before its conditions, a choice that does not fit the verdict,
            or a missing note.
    """
    rule = right.step_rule(code)
    if rule.release:
        check_release(right, steps)
    chosen = _chosen(rule, choice, verdict)
    if rule.approval and not note.strip():
        raise StepRefusedError("note", "A decision needs a sentence.", "Write why.")
    if chosen is not None and chosen.note and not note.strip():
        raise StepRefusedError(
            "note", "This choice needs a sentence.", "Write who said so and why."
        )


def _chosen(rule: StepRule, choice: str, verdict: Verdict) -> Choice | None:
    """The way it is done; None where a step offers none."""
    if not rule.choice:
        return None
    chosen = next((one for one in rule.choice if one.id == choice), None)
    if chosen is None:
        raise StepRefusedError("choice", "Nothing is chosen yet.", "Choose how this was done.")
    if not chosen.fits(verdict):
        raise StepRefusedError(
            "choice_answer",
            "That does not fit the answer on who may see these records.",
            "Read the answer at the top of the request, or ask the principal.",
        )
    return chosen


def check_answers(rule: StepRule, choice: str, values: Details, items: Sequence[Item]) -> None:
    """Refuse a choice that its own fields contradict, or that is not itemised yet.

    Raises:
        StepRefusedError: ``contradicts`` or ``items``.
    """
    chosen = next((one for one in rule.choice if one.id == choice), None)
    if chosen is None:
        return
    answered = {f"{field}:{value}" for field in values for value in values[field].split()}
    if answered & set(chosen.unless):
        raise StepRefusedError(
            "contradicts",
            f"“{chosen.title}” does not go with what is answered below it.",
            "Change one of the two.",
        )
    check_itemised(chosen.item, items)


def check_itemised(wanted: Sequence[ItemAnswer], items: Sequence[Item]) -> None:
    """Refuse what tells of something withheld while nothing says what and why.

    Raises:
        StepRefusedError: ``items``.
    """
    if wanted and all(item.answer not in wanted for item in items):
        raise StepRefusedError(
            "items",
            "Nothing on the itemised answer says what is left out, and why.",
            "Add it there first, with its reason.",
        )


def check_fields(rule: StepRule, typed: Details) -> None:
    """Refuse a step whose fields are not filled as they must be.

    Raises:
        StepRefusedError: ``fields``, which says what is wrong with each.
    """
    found = faults(rule, typed)
    if found:
        raise StepRefusedError(
            "fields", "Something in this step is missing.", "See the marked fields.", found
        )


def check_release(right: RightRule, steps: Sequence[Step]) -> None:
    """Refuse a release while a condition of release is open.

    ``steps`` are those of ``standing``: a check made on other facts is open again.

    Raises:
        StepRefusedError: ``gate``, naming the first open condition and its citation.
    """
    gates = open_gates(right, steps)
    if gates and is_done(steps, gates[0].id):
        raise StepRefusedError(
            "gate",
            f"Nothing may leave the office: “{gates[0].title}” was a no ({gates[0].citation}).",
            "Close the request another way, or take that step back.",
        )
    if gates:
        raise StepRefusedError(
            "gate",
            f"Nothing may leave the office yet: “{gates[0].title}” is open ({gates[0].citation}).",
            "Finish that step first.",
        )


def check_skipping(right: RightRule, code: str, *, reason: str) -> None:
    """Refuse to skip a condition of release, or to skip without a reason.

    Raises:
        StepRefusedError: ``gate_skip`` or ``reason``.
    """
    rule = right.step_rule(code)
    if rule.gate:
        raise StepRefusedError(
            "gate_skip",
            f"“{rule.title}” cannot be skipped ({rule.citation}).",
            "Do it, or close the request another way.",
        )
    if rule.approval:
        raise StepRefusedError(
            "approval_skip",
            f"“{rule.title}” cannot be skipped.",
            "Ask the principal, or close the request another way.",
        )
    if not reason.strip():
        raise StepRefusedError(
            "reason", "The reason is missing.", "Write why this step is not needed."
        )


def check_closing(
    right: RightRule, steps: Sequence[Step], outcome: Outcome, *, note: str
) -> OutcomeRule:
    """Refuse an outcome whose steps were not done.

    Raises:
        StepRefusedError: ``outcome``, ``needs`` or ``note``.
    """
    try:
        rule = right.outcome_rule(outcome)
    except KeyError:
        raise StepRefusedError(
            "outcome", "This request cannot end that way.", "Choose another outcome."
        ) from None
    for code in rule.needs:
        _check_need(right, steps, code)
    if rule.note and not note.strip():
        raise StepRefusedError("note", "This outcome needs a sentence.", "Write what happened.")
    return rule


def _not_on_the_list(right: RightRule, rule: StepRule) -> StepRefusedError:
    """Says which answers to earlier steps would bring the step onto the list, the first few."""
    said = [f"“{answer}” in “{asked}”" for asked, answer in right.ways_to(rule.id)][:_WAYS_TOLD]
    if said:
        message = f"“{rule.title}” follows from {' or '.join(said)}, which was not chosen."
        return StepRefusedError("needs", message, "Choose another outcome.")
    return StepRefusedError(
        "needs",
        f"“{rule.title}” is not one of the steps here.",
        "Change how the records are given, or choose another outcome.",
    )


def _check_need(right: RightRule, steps: Sequence[Step], code: str) -> None:
    """Refuse an outcome whose step was not done, was a "no", or is not on this list at all."""
    rule = right.step_rule(code)
    step = next((one for one in steps if one.code == code), None)
    if step is None:
        raise _not_on_the_list(right, rule)
    if not is_done(steps, code):
        raise StepRefusedError(
            "needs", f"“{rule.title}” is not done.", "Finish it or choose another outcome."
        )
    if not is_met(rule, step):
        raise StepRefusedError(
            "needs", f"“{rule.title}” was a no.", "Choose another outcome, or take it back."
        )
