"""What follows by itself when a step is done: entries in the registers, and taking them back.

The effects stand in the right's file; here each is handed to the register it belongs to. What is
decided here is written inside the step's own transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from desktop.actions import consenting, disclosing, listing, opting_out
from desktop.actions.told import Told, Write
from desktop.records.case import Case
from desktop.records.law import Law
from desktop.records.rights import Effect, StepRule
from desktop.records.scope import Scope
from desktop.records.steps import Step, StepState, step_named
from desktop.store.store import Store

_SCOPES = {
    Effect.OPT_OUT: Scope.DIRECTORY,
    Effect.RECRUITER_OPT_OUT: Scope.RECRUITERS,
    Effect.PPRA_OPT_OUT: Scope.PPRA,
}


def done(told: Told, rule: StepRule, choice: str) -> tuple[Write, ...]:
    """What follows when the step is done with ``choice``; what another choice noted goes.

    Raises:
        StepRefusedError: ``fields``: an element the law asks for is missing.
    """
    effects = rule.effects(choice)
    before = _effects_so_far(rule, step_named(told.case.steps, rule.id))
    gone = taken_back(told.store, told.case, [one for one in before if one not in effects])
    return (*gone, *follow(told, effects))


def follow(told: Told, effects: Iterable[Effect]) -> tuple[Write, ...]:
    """What these effects mean for the registers.

    Raises:
        StepRefusedError: ``fields``: an element the law asks for is missing.
    """
    return tuple(write for effect in effects for write in _follow(told, effect))


def undone(store: Store, case: Case, step: Step, law: Law) -> tuple[Write, ...]:
    """What goes when a step is unticked. Entries in the record of disclosures stay."""
    right = law.rights.by_id.get(case.request.right)
    rule = next((one for one in right.step if one.id == step.code), None) if right else None
    return taken_back(store, case, _effects_so_far(rule, step)) if rule else ()


def _effects_so_far(rule: StepRule, step: Step) -> tuple[Effect, ...]:
    return rule.effects(step.choice) if step.state is StepState.DONE else ()


def _follow(told: Told, effect: Effect) -> Iterator[Write]:
    match effect:
        case Effect.OPT_OUT | Effect.RECRUITER_OPT_OUT | Effect.PPRA_OPT_OUT:
            yield opting_out.note_by_step(told, _SCOPES[effect])
        case Effect.CONSENT:
            yield consenting.keep_by_step(told)
        case Effect.SURVEY_CONSENT:
            yield consenting.keep_survey_by_step(told)
        case Effect.REVOKE_CONSENT:
            yield consenting.revoke_by_step(told)
        case Effect.DISCLOSURE | Effect.REFUSED_DISCLOSURE:
            yield from disclosing.enter_by_step(told, refused=effect is Effect.REFUSED_DISCLOSURE)
        case Effect.LIST_GIVEN:
            yield listing.given_by_step(told)
        case _:
            assert_never(effect)


def taken_back(store: Store, case: Case, effects: Iterable[Effect]) -> tuple[Write, ...]:
    """What a step put into a register by mistake goes again; the journal keeps both."""
    return tuple(write for effect in effects for write in _take_back(store, case, effect))


def _take_back(store: Store, case: Case, effect: Effect) -> Iterator[Write]:
    request = case.request.id
    match effect:
        case Effect.OPT_OUT | Effect.RECRUITER_OPT_OUT | Effect.PPRA_OPT_OUT:
            yield from opting_out.take_back(store, request, _SCOPES[effect])
        case Effect.CONSENT | Effect.SURVEY_CONSENT:
            yield from consenting.take_consent_back(store, request)
        case Effect.REVOKE_CONSENT:
            yield from consenting.take_revocation_back(store, request)
        case Effect.DISCLOSURE | Effect.REFUSED_DISCLOSURE | Effect.LIST_GIVEN:
            return
        case _:
            assert_never(effect)
