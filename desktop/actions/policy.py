"""The office decides about a limit: it applies, it does not, it is another number, it is ours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.days import Moved, redate_all
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.ids import RequestId, new_id, new_ids
from desktop.records.law import Law
from desktop.records.office_policy import (
    OWN,
    OwnLimit,
    Policy,
    PolicyKind,
    check,
    latest,
    shipped,
)
from desktop.records.person import Initials
from desktop.records.rules import Use
from desktop.store import policy as policies
from desktop.store.journal import Event, Fact
from desktop.store.store import Store


def decide_rule(
    store: Store,
    rule: str,
    kind: PolicyKind,
    *,
    reason: str,
    limit: OwnLimit | None = None,
    law: Law,
    today: date,
    by: Initials,
) -> tuple[Changes, tuple[Moved, ...]]:
    """Decide about one rule; every open request is worked out again.

    ``limit`` is the number for ``CHANGED``.

    Raises:
        DeskError: what ``office_policy.check`` refuses; ``nine_digits``.
    """
    policy = _policy(rule, kind, reason, limit, today, by)
    check(law.books, policy)
    return _enter(store, policy, law, by)


def add_rule(
    store: Store, limit: OwnLimit, *, reason: str, law: Law, today: date, by: Initials
) -> tuple[Changes, tuple[Moved, ...]]:
    """Add a limit of the office's own; it runs beside the law and can only make a date earlier.

    Raises:
        DeskError: ``policy_reason``, ``policy_days``, ``policy_title``, ``nine_digits``.
    """
    policy = _policy(f"{OWN}{new_id(by.at)}", PolicyKind.ADDED, reason, limit, today, by)
    check(law.books, policy)
    return _enter(store, policy, law, by)


def remove_rule(
    store: Store, rule: str, *, reason: str, law: Law, today: date, by: Initials
) -> tuple[Changes, tuple[Moved, ...]]:
    """Take back whatever was decided about a rule; one of the office's own goes altogether.

    Raises:
        DeskError: ``policy_reason``; ``policy_rule`` where nothing was decided.
    """
    decided = {one.rule for one in policies.decisions(store)}
    if rule not in decided:
        raise DeskError("policy_rule", "Nothing was decided about it.", "It is as shipped.")
    if not reason.strip():
        raise DeskError("policy_reason", "The reason is missing.", "Write why, and who said so.")
    return _enter(store, _policy(rule, PolicyKind.SHIPPED, reason, None, today, by), law, by)


def put_off(store: Store, rules: Sequence[str], *, law: Law, today: date, by: Initials) -> Changes:
    """Answer later what the office decides about ``rules``; they stay undecided, no date moves.

    Raises:
        DeskError: ``policy_rule``: one of them is no rule that the office decides about, or it
            has decided.
    """
    decided = latest(policies.decisions(store))
    for rule in rules:
        known = shipped(law.books, rule)
        if known is None or known.use is not Use.ASK or rule in decided:
            raise DeskError(
                "policy_rule", "There is nothing to decide about it.", "Look at Settings, Rules."
            )
    if not rules:
        return Changes.of_office()
    with store.change(Event(kind="rule.put_off", facts={"rules": list(rules)}), by=by) as change:
        for rule, row in zip(rules, new_ids(by.at, len(rules)), strict=True):
            policy = _policy(rule, PolicyKind.LATER, "", None, today, by)
            policies.decide(change, row, policy, by)
    return Changes.of_office()


def _policy(
    rule: str,
    kind: PolicyKind,
    reason: str,
    limit: OwnLimit | None,
    today: date,
    by: Initials,
) -> Policy:
    return Policy(
        rule=rule,
        kind=kind,
        reason=kept_words(reason),
        decided_by=by.person,
        decided_on=today,
        limit=limit,
    )


def _enter(
    store: Store, policy: Policy, law: Law, by: Initials
) -> tuple[Changes, tuple[Moved, ...]]:
    facts: dict[str, Fact] = {"rule": policy.rule, "decision": policy.kind}
    facts["reason"] = policy.reason
    if policy.limit is not None:
        facts |= {"days": policy.limit.days, "counting": policy.limit.counting}
    with store.change(Event(kind="rule.decided", facts=facts), by=by) as change:
        policies.decide(change, new_id(by.at), policy, by)
        moved = redate_all(store, change, law)
    requests = frozenset(RequestId(one.request) for one in moved)
    changes = Changes.of_calendar()
    return Changes(kinds=changes.kinds | Changes.of_office().kinds, requests=requests), moved
