"""Write a step with all that follows from it: the list, its fields, the dates, what lapses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop.actions import approving
from desktop.actions.changes import Changes
from desktop.actions.days import asked_by, dates_of, school_page, with_dates
from desktop.actions.deciding import Decided
from desktop.actions.told import Write
from desktop.records.case import Case
from desktop.records.clock import Clocks
from desktop.records.ids import StepId, new_ids
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.request import Access, Right, Status
from desktop.records.rights import Choices
from desktop.records.steps import Step, StepState
from desktop.store import requests
from desktop.store.store import Change, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class _After:
    """The case as it stands once the step is written, its list still the old one.

    ``steps`` is the list as it is to be, ``relisted`` whether other steps than this one changed
    with it. ``lapsed`` are the principal's steps that count no longer.
    """

    case: Case
    steps: tuple[Step, ...]
    relisted: bool
    lapsed: tuple[str, ...]


def steps_of(
    law: Law, right: Right, access: Access, by: Initials, chosen: Choices | None = None
) -> tuple[Step, ...]:
    """A fresh checklist for a right, as it is after the choices made so far."""
    rules = law.rights[right].steps_for(access, chosen or {})
    ids = new_ids(by.at, len(rules))
    return tuple(Step(id=StepId(id_), code=rule.id) for rule, id_ in zip(rules, ids, strict=True))


def write_step(
    store: Store,
    case: Case,
    decided: Decided,
    *,
    law: Law,
    by: Initials,
    follows: Sequence[Write] = (),
) -> Changes:
    """Write what was decided of a step, and what follows from it, as one change with its event.

    A wait is over once a step is done or left out.
    """
    after = _after(case, decided, law, by)
    request, dates = after.case.request, _dates_after(case, after.case, store=store, law=law)
    with store.change(decided.event(case), by=by) as change:
        _write_list(change, after, decided.step)
        requests.save_details(change, request.id, decided.written)
        for write in (*follows, *_approvals_after(after, decided.step, law)):
            write(change)
        for one in approving.lapsed_events(case, after.lapsed):
            change.also(one)
        if dates is not None:
            requests.set_dates(change, with_dates(request, dates), dates)
        if request.status is Status.WAITING and decided.step.state is not StepState.OPEN:
            requests.set_status(change, request.id, Status.OPEN)
    return Changes.of_request(request.id)


def _after(case: Case, decided: Decided, law: Law, by: Initials) -> _After:
    """What the step makes of the case, of its list and of what the principal decided."""
    step, request = decided.step, case.request
    right = law.rights.by_id.get(request.right)
    lapsed = approving.lapsing(right, case, [step.code]) if right else ()
    ticked = tuple(step if one.code == step.code else one for one in case.steps)
    ticked = approving.reopened(ticked, lapsed)
    after = replace(
        case,
        request=replace(request, events={**request.events, **decided.days}),
        steps=ticked,
        details={**case.details, **decided.written},
    )
    steps = _listed(after, law, by)
    return _After(case=after, steps=steps, relisted=bool(steps != ticked or lapsed), lapsed=lapsed)


def _write_list(change: Change, after: _After, step: Step) -> None:
    if after.relisted:
        requests.save_steps(change, after.case.request.id, after.steps)
    else:
        requests.save_step(change, after.case.request.id, step, after.steps)


def _approvals_after(after: _After, step: Step, law: Law) -> Iterator[Write]:
    """What was asked of the principal about a step that was done anew is taken back."""
    right = law.rights.by_id.get(after.case.request.right)
    if right is None:
        return iter(())
    now = replace(after.case, steps=after.steps)
    return approving.withdrawn(right, now, [step.code], deciding=step.code)


def _listed(case: Case, law: Law, by: Initials) -> tuple[Step, ...]:
    """The checklist after the choices made.

    A step that is done or left out stays, even when the choice it hung on was taken back.
    """
    request = case.request
    if request.right not in law.rights.by_id:
        return case.steps
    right, kept = law.rights[request.right], {step.code: step for step in case.steps}
    fresh = steps_of(law, request.right, request.access, by, case.chosen)
    wanted = {step.code: kept.get(step.code, step) for step in fresh}
    wanted |= {code: step for code, step in kept.items() if step.state is not StepState.OPEN}
    order = [rule.id for rule in right.step]
    return tuple(sorted(wanted.values(), key=lambda step: order.index(step.code)))


def _dates_after(case: Case, after: Case, *, store: Store, law: Law) -> Clocks | None:
    """The dates worked out again, where a day was written down or a limit ends with this step.

    Only then are the office's own decisions on the rules read; most steps move no date.
    """
    request, changed = after.request, case.done ^ after.done
    given = {law.rights.given(request.right, done) for done in (case.done, after.done)}
    stands = len(given) == 1 and changed.isdisjoint(law.books.ending(request.right))
    if stands and case.request.events == request.events:
        return None
    state = school_page(store).state
    return dates_of(asked_by(request, state, after.done, law), store=store, law=law)
