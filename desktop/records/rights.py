"""The rights a family can exercise, as data: their steps, letters, outcomes and conditions.

Read from ``resources/rights/*.toml``. Code holds no list of steps.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from desktop.errors import ResourceError
from desktop.records.authority import Answer
from desktop.records.request import Access, Outcome, Right
from desktop.records.toml_file import read_toml

When = Literal["always", "visit", "copies"]


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way a step can be done, ticked by staff: how identity was checked, for instance.

    ``answers`` limits it to verdicts it fits; empty means any. ``note`` asks for a sentence.
    """

    id: str
    title: str
    answers: tuple[Answer, ...] = ()
    note: bool = False


class StepRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step of a right.

    ``gate`` steps are what the law makes a condition of release (``citation`` says where);
    ``release`` steps hand something over and wait for every gate. ``moment`` is the guidance that
    belongs here and ``letters`` the templates it offers.
    """

    id: str
    title: str
    says: str
    moment: str
    when: When = "always"
    gate: bool = False
    release: bool = False
    citation: str = ""
    letters: tuple[str, ...] = ()
    choice: tuple[Choice, ...] = ()

    def applies(self, access: Access) -> bool:
        """Whether this step belongs to a request whose access is given this way."""
        return self.when in {"always", access.value}


class OutcomeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way to close: which steps must be done first, and whether a reason must be written."""

    id: Outcome
    title: str
    needs: tuple[str, ...] = ()
    note: bool = False


class RightRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One right: what it is called at the counter, what it passes through, how it may end."""

    id: Right
    title: str
    says: str
    step: tuple[StepRule, ...]
    outcome: tuple[OutcomeRule, ...]

    def steps_for(self, access: Access) -> tuple[StepRule, ...]:
        """The steps of a request, in order."""
        return tuple(step for step in self.step if step.applies(access))

    def step_rule(self, code: str) -> StepRule:
        """The step named ``code``; ``KeyError`` when the right has none."""
        for step in self.step:
            if step.id == code:
                return step
        raise KeyError(code)

    def outcome_rule(self, outcome: Outcome) -> OutcomeRule:
        """The rule of one outcome; ``KeyError`` when this right cannot end so."""
        for rule in self.outcome:
            if rule.id is outcome:
                return rule
        raise KeyError(outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Every right whose file could be read, and the faults of those that could not."""

    by_id: Mapping[Right, RightRule]
    faults: tuple[ResourceError, ...] = ()

    def __getitem__(self, right: Right) -> RightRule:
        """The rule of ``right``.

        Raises:
            ResourceError: its file is damaged or missing.
        """
        if right in self.by_id:
            return self.by_id[right]
        raise self.fault_of(right)

    def fault_of(self, right: Right) -> ResourceError:
        """Why the file of a right that is not here cannot be used."""
        file = f"{right}.toml"
        missing = ResourceError(file, "", 0, "it is not there")
        return next((fault for fault in self.faults if fault.file == file), missing)

    def offered(self) -> tuple[RightRule, ...]:
        """The rights that can be logged, in the order of ``Right``."""
        return tuple(self.by_id[right] for right in Right if right in self.by_id)


def load_rights(folder: Path) -> Rights:
    """Read the rights; a broken file is told in ``faults`` and the others still work."""
    found: dict[Right, RightRule] = {}
    faults: list[ResourceError] = []
    for file in sorted(folder.glob("*.toml")):
        try:
            rule = read_toml(file, RightRule)
            _check(rule, file.name)
        except ResourceError as fault:
            faults.append(fault)
        else:
            found[rule.id] = rule
    return Rights(by_id=found, faults=tuple(faults))


def _check(rule: RightRule, file: str) -> None:
    codes = [step.id for step in rule.step]
    if len(set(codes)) != len(codes):
        raise ResourceError(file, "step.id", 0, "a step id stands twice")
    for outcome in rule.outcome:
        unknown = sorted(set(outcome.needs) - set(codes))
        if unknown:
            why = f"the outcome {outcome.id} needs a step that is not there"
            raise ResourceError(file, f"outcome.needs: {unknown[0]}", 0, why)
    for step in rule.step:
        if step.gate and not step.citation:
            why = f"the step {step.id} is a condition of release without a citation"
            raise ResourceError(file, "step.citation", 0, why)
