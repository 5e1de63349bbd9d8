"""How a request may end: its steps, what was answered in them, what was found and itemised."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.records.case import Case
from desktop.records.request import Outcome
from desktop.records.rights import OutcomeRule, RightRule
from desktop.records.searching import ANSWERED
from desktop.records.steps import Step, StepRefusedError, StepState, check_closing, check_itemised


def check_end(
    right: RightRule, case: Case, standing: Sequence[Step], outcome: Outcome, *, note: str
) -> OutcomeRule:
    """Refuse an outcome that is not so, or not yet.

    ``standing`` is the checklist as it counts today.

    Raises:
        StepRefusedError: what ``check_closing`` refuses; ``contradicts``, ``items``, ``found``,
            ``done``;
            ``note`` where a place has not answered and nothing says why it is not waited for.
    """
    rule = check_closing(right, standing, outcome, note=note)
    _check_answers(right, case, rule)
    check_itemised(rule.item, case.items)
    if rule.unless_done:
        _check_undone(right, case)
    if rule.unless_found and any(source.pages for source in case.sources):
        pages = sum(source.pages for source in case.sources)
        raise StepRefusedError(
            "found",
            f"The search found {pages} {'page' if pages == 1 else 'pages'}.",
            "Choose another outcome, or correct the list of places.",
        )
    open_places = [one for one in case.sources if one.state not in ANSWERED]
    if rule.places_answered and open_places and not note.strip():
        count = len(open_places)
        raise StepRefusedError(
            "note",
            f"{count} {'place has' if count == 1 else 'places have'} not answered yet.",
            "Wait for them, or write why this is answered all the same.",
        )
    return rule


def _check_answers(right: RightRule, case: Case, rule: OutcomeRule) -> None:
    """Refuse an outcome that an answer in the steps contradicts."""
    listed = right.steps_for(case.request.access, case.chosen)
    given = {answer for step in listed for answer in step.answered(case.chosen)}
    against = next((one for one in rule.unless if one in given), None)
    if against is not None:
        asked, said = next((a, s) for answer, a, s in right.answers() if answer == against)
        raise StepRefusedError(
            "contradicts",
            f"“{said}” was answered in “{asked}”.",
            "Choose the outcome that says so.",
        )


def _check_undone(right: RightRule, case: Case) -> None:
    """Refuse to call an entry wrong that gave something out or stands in a register."""
    for step in case.steps:
        rule = right.step_rule(step.code)
        if step.state is StepState.DONE and (rule.release or rule.effects(step.choice)):
            raise StepRefusedError(
                "done",
                f"“{rule.title}” was done on this entry.",
                "Take that back first, or close the request as it went.",
            )
