"""The rights a family can exercise, as data: their steps, letters, outcomes and conditions.

Read from ``resources/rights/*.toml``. Code holds no list of steps.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from desktop.errors import ResourceError
from desktop.records.authority import Answer, Reason, Verdict
from desktop.records.release import ItemAnswer
from desktop.records.request import Access, EventKind, Outcome, Right
from desktop.records.right_files import SHARED_FILE, Shared, shared_steps, written_out
from desktop.records.toml_file import read_toml

When = Literal["always", "visit", "copies"]
Tells = Literal["", "opt_out_window"]
Asks = Literal["family", "third_party", "student", "anyone"]
Choices = Mapping[str, str]
"""What was answered so far: the choice by the step's code, the value by the field's id."""
_NO_CHOICES: Choices = {}


class FieldKind(StrEnum):
    """What is typed into a field of a step.

    ``LINE`` and ``TEXT`` are words, ``DATE`` an ISO date, ``TIME`` "14:30", ``CHOICE`` the id of
    one option, ``TICKS`` the ids of several with a space between them, ``STAFF`` the id of a
    member of staff other than the one who does the step.
    """

    LINE = "line"
    TEXT = "text"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    TICKS = "ticks"
    STAFF = "staff"


class Effect(StrEnum):
    """What follows by itself when a step is done: an entry in one of the office's registers."""

    OPT_OUT = "opt_out"
    RECRUITER_OPT_OUT = "recruiter_opt_out"
    PPRA_OPT_OUT = "ppra_opt_out"
    CONSENT = "consent"
    SURVEY_CONSENT = "survey_consent"
    REVOKE_CONSENT = "revoke_consent"
    DISCLOSURE = "disclosure"
    REFUSED_DISCLOSURE = "refused_disclosure"
    LIST_GIVEN = "list_given"


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the answers a field offers."""

    id: str
    title: str


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to write down in a step, for the register, the letter and the history.

    A ``needed`` field must be filled before the step is done. ``event`` says that its date is one
    the legal dates follow. ``says`` helps, in a few words below the field. ``only_if`` names an
    answer to an earlier field of the step, as "other_children:yes": without it the field is not
    asked. ``carried_from`` is a right whose request, linked with this one, has the same field: what
    stands there is filled in here to begin with.
    """

    id: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z_]*$")]
    title: str
    kind: FieldKind
    needed: bool = True
    says: str = ""
    event: EventKind | None = None
    only_if: str = ""
    carried_from: Right | None = None
    option: tuple[Option, ...] = ()

    def __post_init__(self) -> None:
        offers = self.kind in {FieldKind.CHOICE, FieldKind.TICKS}
        if offers != bool(self.option):
            raise ValueError("a choice or ticks need options, other fields have none")
        if self.event is not None and self.kind is not FieldKind.DATE:
            raise ValueError("only a date can be the day of an event")

    def asked(self, values: Choices) -> bool:
        """Whether it is asked after these answers to the fields before it."""
        field, _, answer = self.only_if.partition(":")
        return not self.only_if or answer in values.get(field, "").split()


class Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way a step can be done, ticked by staff: how identity was checked, for instance.

    ``answers`` limits it to verdicts it fits and ``reasons`` to those given for these reasons;
    empty means any. With ``only_then`` it is not offered at all under another answer. ``note``
    asks for a sentence; ``says`` tells what choosing it means. ``effect`` follows when the step is
    done this way. ``stops`` is a "no": the step is done and what it is a condition of stays shut.
    ``unless`` names answers to fields of the step that it contradicts, as "separable:yes".
    ``item`` asks for something itemised with one of these answers first. ``basis`` is the exception
    under which records go out then, of ``resources/disclosures/bases.toml``.
    """

    id: str
    title: str
    basis: str = ""
    answers: tuple[Answer, ...] = ()
    reasons: tuple[Reason, ...] = ()
    only_then: bool = False
    note: bool = False
    says: str = ""
    effect: tuple[Effect, ...] = ()
    stops: bool = False
    unless: tuple[str, ...] = ()
    item: tuple[ItemAnswer, ...] = ()

    def offered(self, verdict: Verdict) -> bool:
        """Whether it is worth showing under this answer, to be chosen or with why it cannot be."""
        return not self.only_then or self.fits(verdict)

    def fits(self, verdict: Verdict) -> bool:
        """Whether it can be chosen under this answer on who may see the records."""
        answered = not self.answers or verdict.answer in self.answers
        return answered and (not self.reasons or verdict.reason in self.reasons)


class StepRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step of a right.

    ``gate`` steps are what the law makes a condition of release (``citation`` says where);
    ``release`` steps hand something over and wait for every gate. ``moment`` is the guidance that
    belongs here and ``letters`` the templates that finish it, any one of them. ``also`` are those
    that may be written on the way and finish nothing. ``only_if`` names choices of earlier
    steps, as "decision:refused", or answers to their fields, as "disclosure_basis:court_order":
    without one of them the step is not on the list. ``approval`` steps are done by the principal.
    ``effect`` follows when the step is done. ``tells`` names what the office has set that is shown
    with it, as the time its notice gives.
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
    also: tuple[str, ...] = ()
    only_if: tuple[str, ...] = ()
    approval: bool = False
    effect: tuple[Effect, ...] = ()
    tells: Tells = ""
    field: tuple[Field, ...] = ()
    choice: tuple[Choice, ...] = ()

    @property
    def offers(self) -> tuple[str, ...]:
        """Every template that can be written in this step, those that finish it first."""
        return (*self.letters, *self.also)

    @property
    def rests_on_verdict(self) -> bool:
        """Whether it is a check on who may see the records, and so holds while that answer does."""
        return self.gate and any(one.answers for one in self.choice)

    def applies(self, access: Access, answered: Collection[str] = ()) -> bool:
        """Whether this step belongs to a request given this way, after these answers."""
        wanted = not self.only_if or any(one in answered for one in self.only_if)
        return wanted and self.when in {"always", access.value}

    def answered(self, chosen: Choices) -> Iterator[str]:
        """What this step has answered, as ``only_if`` names it."""
        names = (self.id, *(field.id for field in self.field))
        return (f"{name}:{chosen[name]}" for name in names if name in chosen)

    def itemised(self, choice: str) -> bool:
        """Whether ``choice`` rests on what is itemised."""
        return any(one.item for one in self.choice if one.id == choice)

    def stops(self, choice: str) -> bool:
        """Whether ``choice`` is a "no" that leaves this condition unmet."""
        return any(one.stops for one in self.choice if one.id == choice)

    def effects(self, choice: str) -> tuple[Effect, ...]:
        """What follows when the step is done with ``choice``."""
        made = next((one for one in self.choice if one.id == choice), None)
        return (*self.effect, *(made.effect if made else ()))


class OutcomeRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way to close: which steps must be done first, and whether a reason must be written.

    ``effect`` follows when it ends so. ``keeps_hold`` leaves the hold on the records on, for the
    time a hearing may still be asked for. ``opens`` are rights the family has from here, each a
    linked request of its own. ``letters`` are templates for what is said when it ends so.

    ``unless`` names answers it contradicts, as "review:covered"; with ``unless_found`` it
    contradicts pages that were found. ``item`` asks for something itemised with one of these
    answers. With ``places_answered`` it needs a sentence while a place has not answered. With
    ``unless_done`` it contradicts steps that gave something out or wrote into a register.
    """

    id: Outcome
    title: str
    needs: tuple[str, ...] = ()
    note: bool = False
    effect: tuple[Effect, ...] = ()
    keeps_hold: bool = False
    opens: tuple[Right, ...] = ()
    letters: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    item: tuple[ItemAnswer, ...] = ()
    unless_found: bool = False
    unless_done: bool = False
    places_answered: bool = False


class RightRule(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One right: what it is called at the counter, what it passes through, how it may end.

    ``citation`` is where the right stands. ``asks`` is who exercises it. ``hold`` keeps records
    from being destroyed while it is open (34 CFR 99.10(e)). ``search`` puts the office's places on
    its list, ``access`` lets it be given by a visit or by copies.
    """

    id: Right
    title: str
    says: str
    step: tuple[StepRule, ...]
    outcome: tuple[OutcomeRule, ...]
    citation: str = ""
    asks: Asks = "family"
    hold: bool = False
    search: bool = False
    access: bool = False

    @property
    def gives(self) -> bool:
        """Whether the office gives records out, at a visit or as copies."""
        return self.access or self.id is Right.COPIES

    def given(self, done: Collection[str]) -> bool:
        """Whether a step is done that gives what was asked for."""
        return any(step.release and step.id in done for step in self.step)

    def rests_on_verdict(self, code: str) -> bool:
        """Whether a check holds only while the answer on who may see the records does.

        That is the check itself, and a condition that hangs on how it was done: the principal
        signed for the answer of that day.
        """
        rule = self.step_rule(code)
        hangs_on = {one.partition(":")[0] for one in rule.only_if}
        # ``only_if`` may name a field besides: "disclosure_basis:court_order".
        steps = (step for step in self.step if step.id in hangs_on)
        return rule.rests_on_verdict or (rule.gate and any(step.rests_on_verdict for step in steps))

    def steps_for(self, access: Access, chosen: Choices = _NO_CHOICES) -> tuple[StepRule, ...]:
        """The steps of a request given this way, after these choices, in order.

        What was answered in a step that is no longer on the list does not count. Once whoever asks
        may not see the records, only what follows from that no is left to do.
        """
        listed: list[StepRule] = []
        answered: set[str] = set()
        may_not = False
        for step in self.step:
            if step.applies(access, answered) and (step.only_if or not may_not):
                listed.append(step)
                answered.update(step.answered(chosen))
                may_not |= step.rests_on_verdict and step.stops(chosen.get(step.id, ""))
        return tuple(listed)

    def ways_to(self, code: str) -> Iterator[tuple[str, str]]:
        """The questions and answers that bring a step onto the list, in the right's words."""
        wanted = self.step_rule(code).only_if
        return ((asked, said) for answer, asked, said in self.answers() if answer in wanted)

    def answers(self) -> Iterator[tuple[str, str, str]]:
        """Every answer as ``only_if`` names it, with its question and itself in words."""
        for step in self.step:
            for choice in step.choice:
                yield f"{step.id}:{choice.id}", step.title, choice.title
            for one in step.field:
                for option in one.option:
                    yield f"{one.id}:{option.id}", one.title, option.title

    def field(self, id_: str) -> Field | None:
        """The field with this id, in whichever step it is; None when the right has none."""
        fields = (one for step in self.step for one in step.field)
        return next((one for one in fields if one.id == id_), None)

    def letters_for(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The templates of these steps, then those of the ends, each once."""
        steps = (letter for code in codes for letter in self.step_rule(code).offers)
        ends = (letter for rule in self.outcome for letter in rule.letters)
        return tuple(dict.fromkeys((*steps, *ends)))

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

    def given(self, right: Right, done: Collection[str]) -> bool:
        """Whether what ``right`` asks for was given; a right that cannot be read says no."""
        return right in self.by_id and self.by_id[right].given(done)

    def fault_of(self, right: Right) -> ResourceError:
        """Why the file of a right that is not here cannot be used."""
        file = f"{right}.toml"
        missing = ResourceError(file, "", 0, "it is not there")
        return next((fault for fault in self.faults if fault.file == file), missing)

    def offered(self) -> tuple[RightRule, ...]:
        """The rights that can be logged, in the order of ``Right``."""
        return tuple(self.by_id[right] for right in Right if right in self.by_id)


def load_rights(folder: Path) -> Rights:
    """Read the rights; a broken file is told in ``faults`` and the others still work.

    ``shared.toml`` holds the steps that several rights have, by name: a step that is ``like`` one
    of them repeats it, with what it says itself put over it.
    """
    found: dict[Right, RightRule] = {}
    faults: list[ResourceError] = []
    shared = _shared(folder, faults)
    for file in sorted(folder.glob("*.toml")):
        if file.name == SHARED_FILE:
            continue
        try:
            rule = read_toml(file, RightRule, fill=lambda raw: written_out(raw, shared))
            _check(rule, file.name)
        except ResourceError as fault:
            faults.append(fault)
        else:
            found[rule.id] = rule
    return Rights(by_id=found, faults=tuple(faults))


def _shared(folder: Path, faults: list[ResourceError]) -> Shared:
    try:
        shared = shared_steps(folder)
        if shared:  # read once more as what the steps must be, so that a fault has its line
            read_toml(folder / SHARED_FILE, dict[str, StepRule])
    except ResourceError as fault:
        faults.append(fault)
        return {}
    return shared


def _check(rule: RightRule, file: str) -> None:
    codes = [step.id for step in rule.step]
    if len(set(codes)) != len(codes):
        raise ResourceError(file, "step.id", 0, "a step id stands twice")
    for outcome in rule.outcome:
        unknown = sorted(set(outcome.needs) - set(codes))
        if unknown:
            why = f"the outcome {outcome.id} needs a step that is not there"
            raise ResourceError(file, f"outcome.needs: {unknown[0]}", 0, why)
    _check_fields(rule, file)
    _check_conditions(rule, file)
    _check_only_if(rule, file)
    _check_unless(rule, file)
    for step in rule.step:
        if step.gate and not step.citation:
            why = f"the step {step.id} is a condition of release without a citation"
            raise ResourceError(file, "step.citation", 0, why)


def _check_fields(rule: RightRule, file: str) -> None:
    ids = [field.id for step in rule.step for field in step.field]
    names = [*ids, *(step.id for step in rule.step if step.choice)]
    twice = next((one for one in ids if names.count(one) > 1), None)
    if twice is not None:
        raise ResourceError(file, "step.field.id", 0, f"the field id {twice} stands twice")


def _check_only_if(rule: RightRule, file: str) -> None:
    """Every "field:option" a field waits for stands before it in its step."""
    for step in rule.step:
        before: set[str] = set()
        for one in step.field:
            if one.only_if and one.only_if not in before:
                why = f"the field {one.id} waits for an answer that no earlier field offers"
                raise ResourceError(file, f"step.field.only_if: {one.only_if}", 0, why)
            before |= {f"{one.id}:{option.id}" for option in one.option}


def _check_unless(rule: RightRule, file: str) -> None:
    """What a choice or an end contradicts is something that can be answered."""
    answers = {answer for answer, _, _ in rule.answers()}
    said = [one for step in rule.step for choice in step.choice for one in choice.unless]
    said += [one for outcome in rule.outcome for one in outcome.unless]
    unknown = sorted(set(said) - answers)
    if unknown:
        raise ResourceError(file, f"unless: {unknown[0]}", 0, "nothing offers that answer")


def _check_conditions(rule: RightRule, file: str) -> None:
    """Every "step:choice" or "field:option" a step waits for stands earlier on the list."""
    before: set[str] = set()
    for step in rule.step:
        unknown = sorted(set(step.only_if) - before)
        if unknown:
            why = f"the step {step.id} waits for a choice that no earlier step offers"
            raise ResourceError(file, f"step.only_if: {unknown[0]}", 0, why)
        before |= {f"{step.id}:{choice.id}" for choice in step.choice}
        before |= {f"{one.id}:{option.id}" for one in step.field for option in one.option}
