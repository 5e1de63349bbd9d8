"""The parts of an evidence pack about the work: steps, places, answers, visits, charge."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.actions.evidence_facts import Gathered, iso
from desktop.letters.dates import written_money
from desktop.records.appointment import Appointment, AppointmentState
from desktop.records.approval import Approval, Decision
from desktop.records.case import Source
from desktop.records.chasing import Asking
from desktop.records.evidence import Item, Plain
from desktop.records.release import Item as Answered
from desktop.records.steps import Step, StepState
from desktop.wording.dates import clock_time
from desktop.wording.details import detail_said

# Steps


def steps(found: Gathered) -> Iterator[Item]:
    """The steps of the right: what was done, by whom, when, and what was answered."""
    return (_step(step, found) for step in found.case.steps)


def _step(step: Step, found: Gathered) -> Item:
    rule = next((one for one in found.right.step if one.id == step.code), None)
    title, who = rule.title if rule else step.code, found.who(step.done_by)
    if step.done_on is None:
        says = found.says("step.open", title=title)
    else:
        code = "skipped" if step.state is StepState.SKIPPED else "done"
        says = found.says(f"step.{code}", title=title, who=who, on=step.done_on)
    facts: dict[str, Plain] = {
        "step": step.code,
        "state": step.state,
        "choice": step.choice,
        "note": step.note,
        "done_by": who,
        "done_on": iso(step.done_on),
    }
    fields = rule.field if rule else ()
    kept = {one.id: found.case.details[one.id] for one in fields if one.id in found.case.details}
    return Item(says=says, lines=tuple(_step_lines(step, found)), facts={**facts, **kept})


def _step_lines(step: Step, found: Gathered) -> Iterator[str]:
    rule = next((one for one in found.right.step if one.id == step.code), None)
    if step.choice:
        titles = {one.id: one.title for one in rule.choice} if rule else {}
        yield found.says("step.choice", choice=titles.get(step.choice, step.choice))
    staff = {str(id_): one.name for id_, one in found.people.items()}
    for field in rule.field if rule else ():
        value = found.case.details.get(field.id)
        if value:
            said = detail_said(field, value, found.today, staff)
            yield found.says("step.detail", title=field.title, value=said)
    if step.note:
        yield found.says("step.note", note=step.note)


# Places, answers, visits, charge


def places(found: Gathered) -> Iterator[Item]:
    """The places searched."""
    return (_place(source, found) for source in found.case.sources)


def _place(source: Source, found: Gathered) -> Item:
    says = found.says
    state = found.wording.text(f"word.source_state.{source.state}")
    name = f"{source.name} ({source.keeper})" if source.keeper else source.name
    lines = (
        *(_asking(one, found) for one in source.askings),
        not source.askings and source.asked_on and says("place.asked", on=source.asked_on),
        source.kept_on and says("place.kept", on=source.kept_on),
        source.answered_on and says("place.answered", on=source.answered_on),
        source.pages and says("place.pages", pages=source.pages),
        source.note and says("place.note", note=source.note),
    )
    return Item(
        says=says("place.says", name=name, state=state),
        lines=tuple(str(line) for line in lines if line),
        facts={
            "name": source.name,
            "keeper": source.keeper,
            "state": source.state,
            "asked_on": iso(source.asked_on),
            "askings": [f"{iso(one.on)} {one.whom}" for one in source.askings],
            "answered_on": iso(source.answered_on),
            "kept_on": iso(source.kept_on),
            "pages": source.pages,
        },
    )


def _asking(asking: Asking, found: Gathered) -> str:
    whom = found.wording.text(f"word.asked.{asking.whom}")
    return found.says("place.asking", whom=whom, on=asking.on)


def items(found: Gathered) -> Iterator[Item]:
    """What was answered, record by record."""
    return (_item(one, found) for one in found.case.items)


def _item(one: Answered, found: Gathered) -> Item:
    reason = found.law.reasons.named(one.reason)
    lines = (
        reason and found.says("item.reason", reason=reason.title, citation=reason.citation),
        one.note and found.says("item.note", note=one.note),
    )
    answer = found.wording.text(f"word.item_answer.{one.answer}")
    return Item(
        says=found.says("item.says", what=one.what, answer=answer),
        lines=tuple(line for line in lines if line),
        facts={"what": one.what, "answer": one.answer, "reason": one.reason, "note": one.note},
    )


def visits(found: Gathered) -> Iterator[Item]:
    """The appointments and what became of each."""
    return (_visit(one, found) for one in found.case.appointments)


def _visit(one: Appointment, found: Gathered) -> Item:
    at = clock_time(one.meet_at)
    return Item(
        says=found.says("visit.says", on=one.meet_on, at=at, place=one.place),
        lines=tuple(_visit_lines(one, found)),
        facts={
            "meet_on": one.meet_on.isoformat(),
            "meet_at": one.meet_at.isoformat("minutes"),
            "place": one.place,
            "sits_in": one.sits_in,
            "interpreter": one.interpreter,
            "companions": one.company.count,
            "state": one.state,
            "remains": one.remains,
        },
    )


def _visit_lines(one: Appointment, found: Gathered) -> Iterator[str]:
    says, company = found.says, one.company
    if one.sits_in:
        yield says("visit.sits_in", who=one.sits_in)
    if one.interpreter:
        yield says("visit.interpreter")
    if company.count:
        kinds = (found.wording.text(f"word.companion.{kind}") for kind in company.kinds)
        who = "; ".join(filter(None, (*kinds, company.words)))
        yield says("visit.company", companions=company.count, who=who)
    if one.state is AppointmentState.SET:
        yield says("visit.set")
    else:
        yield says("visit.ended", how=says(f"visit.end.{one.state}"))
    if one.remains:
        yield says("visit.remains", remains=one.remains)


def charge(found: Gathered) -> Iterator[Item]:
    """The charge for copies, where there is one."""
    fee = found.case.fee
    if fee is None:
        return
    waived = found.says("charge.waived", reason=fee.waiver_reason)
    yield Item(
        says=found.says(
            "charge.pages",
            pages=fee.pages,
            rate=written_money(fee.cents_a_page),
            postage=written_money(fee.postage_cents),
            total=written_money(fee.total_cents),
        ),
        lines=(waived,) if fee.waived else (),
        facts={
            "pages": fee.pages,
            "cents_a_page": fee.cents_a_page,
            "postage_cents": fee.postage_cents,
            "total_cents": fee.total_cents,
            "waived": fee.waived,
            "waiver_reason": fee.waiver_reason,
        },
    )


def approvals(found: Gathered) -> Iterator[Item]:
    """What the principal was asked and said."""
    return (_approval(one, found) for one in found.case.approvals)


def _approval(one: Approval, found: Gathered) -> Item:
    rule = next((step for step in found.right.step if step.id == one.step), None)
    title, who = rule.title if rule else one.step, found.who(one.asked_by)
    asked_on = one.asked_at.astimezone().date()
    return Item(
        says=found.says("approval.asked", title=title, who=who, on=asked_on),
        lines=tuple(_approval_lines(one, found)),
        facts={
            "step": one.step,
            "asked_by": who,
            "asked_at": one.asked_at.isoformat(),
            "ask_note": one.ask_note,
            "decision": one.decision,
            "decided_by": found.who(one.decided_by),
            "decided_at": one.decided_at.isoformat() if one.decided_at else None,
            "note": one.note,
        },
    )


def _approval_lines(one: Approval, found: Gathered) -> Iterator[str]:
    if one.ask_note:
        yield found.says("approval.note", note=one.ask_note)
    if one.decision is Decision.OPEN:
        yield found.says("approval.waits")
    elif one.decision is Decision.WITHDRAWN or one.decided_at is None:
        yield found.says("approval.withdrawn")
    else:
        on = one.decided_at.astimezone().date()
        yield found.says(f"approval.{one.decision}", who=found.who(one.decided_by), on=on)
    if one.note:
        yield found.says("approval.note", note=one.note)
