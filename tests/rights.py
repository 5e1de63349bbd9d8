"""Rights for tests that are about what a right's file can say, whatever the shipped ones say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desktop.records.law import Law
from desktop.records.request import Outcome, Right
from desktop.records.rights import OutcomeRule, RightRule, Rights, StepRule
from tests.offices import the_law


def a_right(right: Right, **override: Any) -> RightRule:
    """A family's right with one step, which anything can end."""
    values: dict[str, Any] = {
        "id": right,
        "title": f"Title of {right}",
        "says": f"What {right} is.",
        "step": (StepRule(id="answer", title="Answer", says="Say it.", moment="letters"),),
        "outcome": (
            OutcomeRule(id=Outcome.ANSWERED, title="It was answered"),
            OutcomeRule(id=Outcome.WITHDRAWN, title="The family withdrew it", note=True),
        ),
    }
    return RightRule(**{**values, **override})


def law_of_rights(*rules: RightRule) -> Law:
    """The shipped rule books with these rights and no others."""
    return replace(the_law(), rights=Rights(by_id={rule.id: rule for rule in rules}))


def law_with(*rules: RightRule) -> Law:
    """The shipped law with these rights besides, or in place of the shipped ones."""
    law = the_law()
    by_id = {**law.rights.by_id, **{rule.id: rule for rule in rules}}
    return replace(law, rights=Rights(by_id=by_id))
