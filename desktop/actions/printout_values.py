"""What a case puts into the papers of its folder: cover sheet, memos, visit and receipts.

Fields that a letter has too are read as letters read them; the others are read here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.actions.letter_facts import Facts
from desktop.actions.letter_values import values_for
from desktop.errors import DeskError
from desktop.letters.dates import written_money
from desktop.letters.fields import Field
from desktop.records.appointment import Appointment, standing_visit
from desktop.records.case import Source
from desktop.records.chasing import Asking, Rung, Whom, next_whom
from desktop.records.details import Details
from desktop.records.hold import Hold
from desktop.records.school import read_price
from desktop.records.sentence import Sentence, sentence
from desktop.records.steps import Step, StepState
from desktop.wording.papers import limits_said
from desktop.wording.sentences import Wording


class PrintoutRefusedError(DeskError):
    """A paper cannot be printed as typed; ``fields`` says what is wrong with each."""

    def __init__(self, fields: Mapping[str, Sentence]) -> None:
        super().__init__("printout", "Something here must be put right.", "See the marked fields.")
        self.fields = dict(fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFacts:
    """What a paper of a request is filled from.

    ``typed`` is what was asked before printing, ``place`` where this page goes, ``answers_by`` when
    the places must have answered, ``steps`` the checklist as it counts today, ``rungs`` whom the
    next asking of a silent place goes to.
    """

    letter: Facts
    wording: Wording
    owner: str
    hold: Hold | None
    answers_by: date
    typed: Details
    steps: tuple[Step, ...]
    place: Source | None = None
    rungs: tuple[Rung, ...] = ()


def paper_values(facts: PaperFacts, fields: Mapping[str, Field]) -> dict[str, object]:
    """The values of the declared ``fields``.

    Raises:
        PrintoutRefusedError: what was typed does not fit.
        DeskError: as ``letter_values.values_for``.
    """
    ours = {name: _READERS[name](facts) for name in fields if name in _READERS}
    others = {name: field for name, field in fields.items() if name not in _READERS}
    return ours | values_for(facts.letter, others)


# The folder


def _papers(facts: PaperFacts) -> list[str]:
    """The kind of each paper that binds today and what it limits; whom, its page tells."""
    return [
        f"{facts.wording.text(f'request.paper.kind.{order.kind}')}:"
        f" {limits_said(order.limits, facts.wording)}"
        for order in facts.letter.case.orders
        if order.limits and order.in_force(facts.letter.today)
    ]


def _steps(facts: PaperFacts, *, open_: bool) -> list[str]:
    right = facts.letter.right
    return [
        right.step_rule(step.code).title
        for step in facts.steps
        if right is not None and (step.state is StepState.OPEN) is open_
    ]


def _legal(facts: PaperFacts) -> tuple[date | None, str]:
    limit = facts.letter.case.clocks.driving_limit
    return (limit.due_on, limit.citation) if limit else (None, "")


# The places


def _kept_at(source: Source) -> str:
    return f"{source.name} ({source.keeper})" if source.keeper else source.name


def _holders(facts: PaperFacts, *, overwrites: bool) -> list[str]:
    sources = facts.letter.case.sources
    return [_kept_at(one) for one in sources if one.may_be_lost is overwrites]


def _before(facts: PaperFacts) -> tuple[Asking, ...]:
    """The askings of the place before the one this paper is for: that of today, or the next."""
    return tuple(one for one in _place(facts).askings if one.on < facts.letter.today)


def _asked_before(facts: PaperFacts) -> list[str]:
    text = facts.wording.text
    return [
        text("evidence.place.asking", on=one.on, whom=text(f"word.asked.{one.whom}"))
        for one in _before(facts)
    ]


def _goes_to(facts: PaperFacts) -> Whom:
    made, before = _place(facts).askings, _before(facts)
    return made[-1].whom if len(made) > len(before) else next_whom(facts.rungs, len(made))


def _place(facts: PaperFacts) -> Source:
    if facts.place is None:
        raise DeskError("no_place", "There is no place to ask.", "Add one to the list of places.")
    return facts.place


# The visit


def _visit(facts: PaperFacts) -> Appointment:
    visits = facts.letter.case.appointments
    if not visits:
        raise DeskError("no_visit", "No visit is set yet.", "Set the day and time first.")
    return standing_visit(visits) or visits[-1]


# The charge


def _paid_cents(facts: PaperFacts) -> int:
    """What was typed as paid, which is no more than what is owed."""
    typed, fee = facts.typed.get("paid", ""), facts.letter.case.fee
    try:
        paid = read_price(typed)
    except DeskError as fault:
        raise PrintoutRefusedError({"paid": sentence("printout.fault.price")}) from fault
    if paid > (fee.total_cents if fee else 0):
        raise PrintoutRefusedError({"paid": sentence("printout.fault.paid_more")})
    return paid


def _paid(facts: PaperFacts) -> str:
    paid = _paid_cents(facts)
    return written_money(paid) if paid else ""


def _left(facts: PaperFacts) -> str:
    fee = facts.letter.case.fee
    return written_money(fee.total_cents - _paid_cents(facts)) if fee else ""


def _paid_by(facts: PaperFacts) -> str:
    how = facts.typed.get("paid_how", "")
    return facts.letter.phrases.option.get("paid_how", {}).get(how, "") if how else ""


def _interpreter(facts: PaperFacts) -> str:
    request = facts.letter.case.request
    wanted = request.interpreter or _visit(facts).interpreter
    spoken = facts.letter.phrases.language
    return spoken.get(request.language, request.language) if wanted else ""


_READERS: Mapping[str, Callable[[PaperFacts], object]] = {
    "number": lambda facts: facts.letter.case.request.number,
    "student_whole": lambda facts: facts.letter.case.student.full_name(),
    "local_number": lambda facts: facts.letter.case.student.local_number,
    "right_title": lambda facts: facts.letter.right.title if facts.letter.right else "",
    "owner": lambda facts: facts.owner,
    "work_by": lambda facts: facts.letter.case.request.work_by,
    "legal_on": lambda facts: _legal(facts)[0],
    "legal_rule": lambda facts: _legal(facts)[1],
    "papers": _papers,
    "held": lambda facts: facts.hold is not None and facts.hold.live,
    "left_on": lambda facts: facts.hold is not None and bool(facts.hold.keep_reason),
    "held_from": lambda facts: facts.hold.from_on if facts.hold else None,
    "steps_open": lambda facts: _steps(facts, open_=True),
    "steps_done": lambda facts: _steps(facts, open_=False),
    "place": lambda facts: _place(facts).name,
    "keeper": lambda facts: _place(facts).keeper,
    "overwrites": lambda facts: _place(facts).may_be_lost,
    "asking": lambda facts: str(len(_before(facts)) + 1),
    "asked_before": _asked_before,
    "to_head": lambda facts: _goes_to(facts) is Whom.HEAD,
    "to_principal": lambda facts: _goes_to(facts) is Whom.PRINCIPAL,
    "wanted_by": lambda facts: facts.answers_by,
    "dates": lambda facts: facts.typed.get("dates", ""),
    "holders": lambda facts: _holders(facts, overwrites=False),
    "overwriting": lambda facts: _holders(facts, overwrites=True),
    "visit_day": lambda facts: _visit(facts).meet_on,
    "visit_hour": lambda facts: _visit(facts).meet_at,
    "visit_room": lambda facts: _visit(facts).place,
    "sits_in": lambda facts: _visit(facts).sits_in,
    "comes_along": lambda facts: _visit(facts).company.words,
    "remains": lambda facts: _visit(facts).remains,
    "interpreter": _interpreter,
    "amount_paid": _paid,
    "amount_left": _left,
    "paid_by": _paid_by,
}
