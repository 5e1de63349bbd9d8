"""What an office decides about the limits: which optional ones apply, which numbers it corrects.

The shipped books stay as they are; a policy is laid over them. It can make a date earlier, correct
a state's number or add a limit of the office's own. It can never loosen the federal outer limit:
a federal rule stays in force beside whatever the office tightens.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

import msgspec

from desktop.errors import DeskError
from desktop.records.calendar import Counting
from desktop.records.ids import PersonId
from desktop.records.person import Person, Role
from desktop.records.request import Right
from desktop.records.rules import (
    FEDERAL,
    LOCAL,
    BookFacts,
    Confidence,
    CountedFrom,
    OralCounts,
    Rule,
    RuleBook,
    RuleBooks,
    Students,
    Use,
)

OWN = "LOCAL-own-"
"""How the id of a limit the office added begins."""
TIGHTER = ".office"
"""How the id of a federal limit that the office tightened ends."""
_MOST_DAYS = 366
_ANSWERS = frozenset({Role.REGISTRAR, Role.PRINCIPAL, Role.ADMINISTRATOR})


class PolicyKind(StrEnum):
    """What was decided about one rule. The newest decision on a rule counts.

    ``APPLIES`` and ``DOES_NOT_APPLY`` answer for a rule whose use the office decides; ``OFF``
    switches a state's rule off; ``CHANGED`` corrects its number or a target's, or tightens a
    federal one; ``ADDED`` is a limit of the office's own; ``SHIPPED`` takes all of it back.
    ``LATER``: the office was asked about such a rule and put the answer off.
    """

    APPLIES = "applies"
    DOES_NOT_APPLY = "does_not_apply"
    OFF = "off"
    CHANGED = "changed"
    ADDED = "added"
    SHIPPED = "shipped"
    LATER = "later"


_NO_DECISION = frozenset({PolicyKind.SHIPPED, PolicyKind.LATER})


class OwnLimit(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The number an office sets.

    ``title``, ``rights``, ``students`` and ``citation`` are for an added limit only; a changed one
    keeps the rule's own.
    """

    days: int
    counting: Counting
    title: str = ""
    rights: tuple[Right, ...] = ()
    students: Students = Students.ALL
    citation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One decision: about which rule, what, why, by whom and on which day."""

    rule: str
    kind: PolicyKind
    reason: str
    decided_by: PersonId
    decided_on: date
    limit: OwnLimit | None = None


def latest(decisions: Sequence[Policy]) -> Mapping[str, Policy]:
    """The decision that counts for each rule; ``decisions`` are oldest first."""
    newest = {one.rule: one for one in decisions}
    return {rule: one for rule, one in newest.items() if one.kind not in _NO_DECISION}


def with_policy(books: RuleBooks, decisions: Sequence[Policy]) -> RuleBooks:
    """The books as this office uses them; the shipped ones where nothing was decided."""
    decided = latest(decisions)
    if not decided:
        return books
    by_state = {state: _laid_over(book, decided) for state, book in books.by_state.items()}
    return replace(books, by_state=by_state, local=_local(books.local, decided))


def to_ask(
    books: RuleBooks,
    state: str,
    decisions: Sequence[Policy],
    *,
    today: date,
    again_calendar_days: int,
) -> tuple[Rule, ...]:
    """The rules of ``state`` in force that the office has yet to decide about.

    ``books`` are the shipped ones, ``decisions`` oldest first. A rule put off is left out until
    ``again_calendar_days`` have gone by. A state whose book cannot be read asks nothing.
    """
    newest = {one.rule: one for one in decisions}
    settled = set(latest(decisions)) | {
        one.rule
        for one in newest.values()
        if one.kind is PolicyKind.LATER
        and today < one.decided_on + timedelta(days=again_calendar_days)
    }
    rules = books.rules_for(state, received_on=today)
    return tuple(rule for rule in rules if rule.use is Use.ASK and rule.id not in settled)


def may_answer(person: Person) -> bool:
    """Whether somebody is asked what the office decides about its rules."""
    return person.role in _ANSWERS


def choices(rule: Rule, *, decided: bool) -> tuple[PolicyKind, ...]:
    """What can be decided about a rule as the office uses it now, the likeliest first.

    ``decided`` says that something was decided already and can be taken back.
    """
    if rule.id.startswith(OWN):
        return (PolicyKind.SHIPPED,)
    back = (PolicyKind.SHIPPED,) if decided else ()
    if rule.use is Use.ASK:
        return (PolicyKind.APPLIES, PolicyKind.DOES_NOT_APPLY, *back)
    if rule.use is Use.OFF or rule.id.endswith(TIGHTER):
        return back
    federal = rule.id.startswith(f"{FEDERAL}-")
    off = () if federal or rule.use is Use.TARGET else (PolicyKind.OFF,)
    return (PolicyKind.CHANGED, *off, *back)


def check(books: RuleBooks, policy: Policy) -> None:
    """Refuse what an office cannot decide.

    Raises:
        DeskError: ``policy_reason``, ``policy_rule``, ``policy_federal``, ``policy_days``,
            ``policy_target``, ``policy_title``.
    """
    if not policy.reason.strip():
        raise DeskError("policy_reason", "The reason is missing.", "Write why, and who said so.")
    if policy.kind is PolicyKind.ADDED:
        _check_added(policy)
        return
    rule = shipped(books, policy.rule)
    if rule is None:
        raise DeskError("policy_rule", "There is no such rule.", "Choose one on the list.")
    _check_kind(rule, policy.kind)
    if policy.kind is PolicyKind.CHANGED:
        _check_days(policy.limit)
        _check_tighter(rule, policy.limit)


def shipped(books: RuleBooks, rule: str) -> Rule | None:
    """The rule with this id as it was shipped."""
    every = (*books.by_state.values(), *([books.local] if books.local else []))
    return next((one for book in every for one in book.rule if one.id == rule), None)


def _check_kind(rule: Rule, kind: PolicyKind) -> None:
    federal = rule.id.startswith(f"{FEDERAL}-")
    if kind is PolicyKind.OFF and federal:
        raise DeskError(
            "policy_federal",
            "Federal law cannot be switched off.",
            "You can tighten it: set fewer days.",
        )
    if kind is PolicyKind.OFF and rule.use is Use.TARGET:
        raise DeskError(
            "policy_target", "A target cannot be switched off.", "Set other days instead."
        )
    asked = kind in {PolicyKind.APPLIES, PolicyKind.DOES_NOT_APPLY}
    if asked and rule.use is not Use.ASK:
        raise DeskError(
            "policy_rule", "This rule is not the office's to decide.", "Switch it off or change it."
        )


def _check_days(limit: OwnLimit | None) -> None:
    if limit is None or not 1 <= limit.days <= _MOST_DAYS:
        raise DeskError("policy_days", "The number of days is missing.", f"Type 1 to {_MOST_DAYS}.")


def _check_tighter(rule: Rule, limit: OwnLimit | None) -> None:
    # R: every federal limit can be made stricter, never looser; fewer of the same days is stricter.
    if not rule.id.startswith(f"{FEDERAL}-") or limit is None:
        return
    if limit.counting is not rule.counting or limit.days >= rule.days:
        raise DeskError(
            "policy_federal",
            f"Federal law allows {rule.days} {rule.counting} days at most.",
            f"Set fewer {rule.counting} days, or leave it as it is.",
        )


def _check_added(policy: Policy) -> None:
    _check_days(policy.limit)
    limit = policy.limit
    if limit is None or not limit.title.strip() or not limit.rights:
        raise DeskError(
            "policy_title",
            "The rule needs a name and what it is for.",
            "Write a name and tick at least one right.",
        )


def _laid_over(book: RuleBook, decided: Mapping[str, Policy]) -> RuleBook:
    rules = tuple(one for rule in book.rule for one in _as_decided(rule, decided.get(rule.id)))
    return book if rules == book.rule else msgspec.structs.replace(book, rule=rules)


def _as_decided(rule: Rule, policy: Policy | None) -> tuple[Rule, ...]:
    """The rule as decided; a federal rule stays in force beside its tighter version."""
    if policy is None:
        return (rule,)
    match policy.kind:
        case PolicyKind.APPLIES:
            return (_marked(rule, policy, use=Use.YES),)
        case PolicyKind.DOES_NOT_APPLY | PolicyKind.OFF:
            return (_marked(rule, policy, use=Use.OFF),)
        case PolicyKind.CHANGED:
            return _changed(rule, policy)
        case PolicyKind.ADDED | PolicyKind.SHIPPED | PolicyKind.LATER:
            return (rule,)
        case _:
            assert_never(policy.kind)


def _changed(rule: Rule, policy: Policy) -> tuple[Rule, ...]:
    if policy.limit is None:
        return (rule,)
    target = rule.use is Use.TARGET
    number = msgspec.structs.replace(
        _marked(rule, policy, use=rule.use),
        days=policy.limit.days,
        counting=policy.limit.counting,
        extension=rule.extension if policy.limit.counting is rule.counting else None,
        confidence=rule.confidence if target else Confidence.OFFICE_RULE,
        counting_basis="",
    )
    if not rule.id.startswith(f"{FEDERAL}-"):
        return (number,)
    return (rule, msgspec.structs.replace(number, id=f"{rule.id}{TIGHTER}", extension=None))


def _marked(rule: Rule, policy: Policy, *, use: Use) -> Rule:
    return msgspec.structs.replace(rule, use=use, office=policy.reason.strip())


def _local(local: RuleBook | None, decided: Mapping[str, Policy]) -> RuleBook | None:
    """The targets as decided, then the limits the office added."""
    added = tuple(
        _own_rule(one) for one in decided.values() if one.kind is PolicyKind.ADDED and one.limit
    )
    if local is None and not added:
        return None
    book = local or RuleBook(book=BookFacts(state=LOCAL, name=LOCAL, reviewed_on=date.min), rule=())
    changed = _laid_over(book, decided)
    return msgspec.structs.replace(changed, rule=(*changed.rule, *added))


def _own_rule(policy: Policy) -> Rule:
    limit = policy.limit
    if limit is None:
        raise ValueError("an added rule has a limit")
    return Rule(
        id=policy.rule,
        title=limit.title.strip(),
        students=limit.students,
        covers=limit.rights,
        days=limit.days,
        counting=limit.counting,
        counted_from=CountedFrom.RECEIPT,
        oral_counts=OralCounts.YES,
        use=Use.YES,
        citation=limit.citation.strip() or "local policy",
        source="the office's settings",
        source_kind="entered by the office",
        confidence=Confidence.OFFICE_RULE,
        reviewed_on=policy.decided_on,
        office=policy.reason.strip(),
    )
